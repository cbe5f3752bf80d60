/** 设置: what the office has decided for all issues, a name and a JSON value each. */
import type { Migration } from './migration.ts';

export const settings: Migration = {
  version: 9,
  up: `
    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value))
    ) STRICT, WITHOUT ROWID;
  `,
};
