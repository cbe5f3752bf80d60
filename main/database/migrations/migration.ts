/** One step in the growth of the database. */
import type { Database } from 'better-sqlite3';

export interface Migration {
  /** Counted from 1 without a gap; SQLite keeps it as `user_version`. */
  readonly version: number;
  readonly up: string;
  /** What SQL alone cannot work out of the rows that are there; in the same transaction, after `up`. */
  readonly fill?: (database: Database) => void;
}
