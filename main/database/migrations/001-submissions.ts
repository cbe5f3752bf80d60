/** 来稿: the bytes as they came in, the pictures in them, the documents and every revision of these. */
import type { Migration } from './migration.ts';

export const submissions: Migration = {
  version: 1,
  up: `
    CREATE TABLE submissions (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
      name TEXT NOT NULL,
      bytes BLOB NOT NULL,
      received_at TEXT NOT NULL,
      messages TEXT NOT NULL CHECK (json_valid(messages))
    ) STRICT;

    CREATE TABLE images (
      hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
      media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE documents (
      id INTEGER PRIMARY KEY,
      submission_id INTEGER NOT NULL UNIQUE REFERENCES submissions (id)
    ) STRICT;

    CREATE TABLE revisions (
      document_id INTEGER NOT NULL REFERENCES documents (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      document TEXT NOT NULL CHECK (json_valid(document)),
      created_at TEXT NOT NULL,
      author TEXT NOT NULL,
      PRIMARY KEY (document_id, number)
    ) STRICT, WITHOUT ROWID;

    -- All revisions are kept as they were.
    CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions
    BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
    CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions
    BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
  `,
};
