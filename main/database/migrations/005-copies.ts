/**
 * 稿件 with a count of their changes, and copies: a document taken over from an old issue has the submission of the first.
 * SQLite cannot take a UNIQUE off a column, so the table is made anew; `catalogue` holds what lists say of each document.
 */
import { repairCatalogue } from '../catalogue.ts';
import type { Migration } from './migration.ts';

export const copies: Migration = {
  version: 5,
  up: `
    CREATE TABLE documents_new (
      id INTEGER PRIMARY KEY,
      submission_id INTEGER NOT NULL REFERENCES submissions (id),
      copied_from INTEGER REFERENCES documents (id),
      -- Counts the changes of the text; revisions that only keep what a working copy has do not count.
      version INTEGER NOT NULL DEFAULT 1
    ) STRICT;
    INSERT INTO documents_new (id, submission_id, version)
      SELECT id, submission_id, (SELECT coalesce(max(number), 1) FROM revisions WHERE document_id = documents.id) FROM documents;
    DROP TABLE documents;
    ALTER TABLE documents_new RENAME TO documents;
    CREATE UNIQUE INDEX documents_first ON documents (submission_id) WHERE copied_from IS NULL;
    CREATE INDEX documents_copies ON documents (copied_from) WHERE copied_from IS NOT NULL;

    ALTER TABLE revisions ADD COLUMN note TEXT NOT NULL DEFAULT '';

    CREATE TABLE catalogue (
      document_id INTEGER PRIMARY KEY REFERENCES documents (id),
      kind TEXT NOT NULL CHECK (kind IN ('official', 'article', 'news', 'report')),
      title TEXT NOT NULL,
      doc_number TEXT,
      date TEXT,
      issuer TEXT,
      characters INTEGER NOT NULL,
      -- SHA-256 of the text without white space, to find the same text sent twice; NULL where there is no text.
      text_hash TEXT
    ) STRICT;
    CREATE INDEX catalogue_number ON catalogue (doc_number) WHERE doc_number IS NOT NULL;
  `,
  fill: repairCatalogue,
};
