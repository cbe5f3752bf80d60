/** One step in the growth of the database. */

export interface Migration {
  /** Counted from 1 without a gap; SQLite keeps it as `user_version`. */
  readonly version: number;
  readonly up: string;
}
