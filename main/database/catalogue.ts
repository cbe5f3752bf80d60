/** What lists say of each document, kept beside it so that a list does not read all texts. */
import type { Database } from 'better-sqlite3';
import type { DocumentSummary } from '../../shared/document/summary.ts';

export function writeCatalogue(database: Database, id: number, summary: DocumentSummary): void {
  const write = database.prepare(`
    INSERT INTO catalogue (document_id, kind, title, doc_number, date, issuer, characters)
    VALUES (@id, @kind, @title, @docNumber, @date, @issuer, @characters)
    ON CONFLICT (document_id) DO UPDATE SET kind = excluded.kind, title = excluded.title, doc_number = excluded.doc_number,
      date = excluded.date, issuer = excluded.issuer, characters = excluded.characters`);
  write.run({ id, ...summary });
}
