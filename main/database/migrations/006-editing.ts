/** 编辑: the working copy of each document, the undo history of the editor, states with who and when, and who holds a document. */
import type { Migration } from './migration.ts';

export const editing: Migration = {
  version: 6,
  up: `
    -- Text that is no revision yet; gone as soon as one is made of it.
    CREATE TABLE drafts (
      document_id INTEGER PRIMARY KEY REFERENCES documents (id),
      document TEXT NOT NULL CHECK (json_valid(document)),
      author TEXT NOT NULL,
      saved_at TEXT NOT NULL
    ) STRICT;

    CREATE TABLE undo_histories (
      document_id INTEGER PRIMARY KEY REFERENCES documents (id),
      version INTEGER NOT NULL,
      history TEXT NOT NULL
    ) STRICT;

    CREATE TABLE document_states (
      document_id INTEGER NOT NULL REFERENCES documents (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      state TEXT NOT NULL CHECK (state IN ('received', 'editing', 'proofreading', 'final')),
      person TEXT NOT NULL,
      at TEXT NOT NULL,
      PRIMARY KEY (document_id, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE document_locks (
      document_id INTEGER PRIMARY KEY REFERENCES documents (id),
      session TEXT NOT NULL,
      person TEXT NOT NULL,
      taken_at TEXT NOT NULL,
      seen_at TEXT NOT NULL
    ) STRICT;
  `,
};
