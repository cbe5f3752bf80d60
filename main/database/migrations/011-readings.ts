/** 校读: who has read which passage of a document. A passage is known by its words, so that one that was changed is no longer read. */
import type { Migration } from './migration.ts';

export const readings: Migration = {
  version: 11,
  up: `
    CREATE TABLE readings (
      document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      passage TEXT NOT NULL,
      person TEXT NOT NULL,
      read_at TEXT NOT NULL,
      PRIMARY KEY (document_id, passage, person)
    ) STRICT, WITHOUT ROWID;
  `,
};
