/**
 * 档案: the index of the text of all documents, and where the entries of an issue stand.
 * The index keeps no text of its own (`content = ''`): its words are pairs of characters, made by main/database/search.ts.
 */
import { rebuildSearch } from '../search.ts';
import type { Migration } from './migration.ts';

export const search: Migration = {
  version: 10,
  up: `
    CREATE VIRTUAL TABLE search USING fts5 (pairs, characters, content = '', contentless_delete = 1, tokenize = 'ascii');
    -- Title and number once more: asking for these in the large table would read the places of a word in all the text.
    CREATE VIRTUAL TABLE search_heads USING fts5 (pairs, characters, content = '', contentless_delete = 1, tokenize = 'ascii');

    -- The rules by which the text was read; an index of other rules is made anew.
    CREATE TABLE search_rules (id INTEGER PRIMARY KEY CHECK (id = 1), rules INTEGER NOT NULL) STRICT;

    -- Documents whose newest revision the index has not got: marked by whatever writes a revision, so that none is forgotten.
    CREATE TABLE search_waiting (document_id INTEGER PRIMARY KEY REFERENCES documents (id)) STRICT;
    CREATE TRIGGER revisions_search AFTER INSERT ON revisions
    BEGIN INSERT OR IGNORE INTO search_waiting VALUES (new.document_id); END;

    -- The page of each entry by its position, as long as the issue has this stamp.
    CREATE TABLE placements (
      issue_id INTEGER PRIMARY KEY REFERENCES issues (id) ON DELETE CASCADE,
      stamp TEXT NOT NULL,
      pages TEXT NOT NULL CHECK (json_valid(pages))
    ) STRICT;
  `,
  fill: rebuildSearch,
};
