/** 校样: the pages of an issue as they were read, packed. */
import type { Migration } from './migration.ts';

export const proofs: Migration = {
  version: 8,
  up: `
    CREATE TABLE proofs (
      issue_id INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      person TEXT NOT NULL,
      created_at TEXT NOT NULL,
      page_count INTEGER NOT NULL,
      pages BLOB NOT NULL,
      PRIMARY KEY (issue_id, number)
    ) STRICT, WITHOUT ROWID;
  `,
};
