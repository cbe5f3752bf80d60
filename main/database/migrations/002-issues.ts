/** 期: head, sections and entries; `stamp` rises with every change, so that what was laid out can be told to be stale. */
import type { Migration } from './migration.ts';

export const issues: Migration = {
  version: 2,
  up: `
    CREATE TABLE issues (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      gazette TEXT NOT NULL,
      house TEXT NOT NULL,
      year INTEGER NOT NULL,
      number INTEGER NOT NULL,
      total_number INTEGER,
      frequency TEXT NOT NULL,
      published_on TEXT,
      grid_columns INTEGER,
      grid_characters INTEGER,
      grid_lines INTEGER,
      first_page INTEGER NOT NULL,
      cover TEXT NOT NULL CHECK (json_valid(cover)),
      slogans TEXT NOT NULL CHECK (json_valid(slogans)),
      statement TEXT NOT NULL,
      board TEXT NOT NULL CHECK (json_valid(board)),
      imprint TEXT NOT NULL CHECK (json_valid(imprint)),
      changed_at TEXT NOT NULL,
      stamp INTEGER NOT NULL DEFAULT 0,
      CHECK ((grid_columns IS NULL) = (grid_characters IS NULL) AND (grid_columns IS NULL) = (grid_lines IS NULL))
    ) STRICT;

    CREATE TABLE sections (
      id INTEGER PRIMARY KEY,
      issue_id INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      UNIQUE (issue_id, name),
      UNIQUE (issue_id, id)
    ) STRICT;

    CREATE TABLE entries (
      issue_id INTEGER NOT NULL REFERENCES issues (id) ON DELETE CASCADE,
      position INTEGER NOT NULL CHECK (position >= 0),
      section_id INTEGER NOT NULL,
      document_id INTEGER NOT NULL REFERENCES documents (id),
      -- The name under which the file was listed; the same bytes may come under two names.
      file TEXT NOT NULL,
      start TEXT NOT NULL CHECK (start IN ('newPage', 'followOn', 'rightPage')),
      contents_title TEXT,
      PRIMARY KEY (issue_id, position),
      FOREIGN KEY (issue_id, section_id) REFERENCES sections (issue_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entries_section ON entries (issue_id, section_id);
    CREATE INDEX entries_document ON entries (document_id);
  `,
};
