/** What lists say of each document, kept beside it so that a list does not read all texts. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { plainText, summarise } from '../../shared/document/summary.ts';

export function writeCatalogue(database: Database, id: number, document: GazetteDocument): void {
  const write = database.prepare(`
    INSERT INTO catalogue (document_id, kind, title, doc_number, date, issuer, characters, text_hash)
    VALUES (@id, @kind, @title, @docNumber, @date, @issuer, @characters, @textHash)
    ON CONFLICT (document_id) DO UPDATE SET kind = excluded.kind, title = excluded.title, doc_number = excluded.doc_number,
      date = excluded.date, issuer = excluded.issuer, characters = excluded.characters, text_hash = excluded.text_hash`);
  write.run({ id, ...summarise(document), textHash: textHash(document) });
}

/** Documents that no list would show: written by a program that knows nothing of the catalogue, while this one brought the database up to date. */
export function uncatalogued(database: Database): readonly number[] {
  const select = database.prepare('SELECT id FROM documents WHERE NOT EXISTS (SELECT 1 FROM catalogue WHERE document_id = documents.id)');
  return select.pluck().all() as number[];
}

/** Puts these into the catalogue. @returns how many there were. */
export function repairCatalogue(database: Database): number {
  const missing = uncatalogued(database);
  const newest = database.prepare('SELECT document FROM revisions WHERE document_id = ? ORDER BY number DESC LIMIT 1').pluck();
  for (const id of missing) {
    const document = JSON.parse((newest.get(id) as string | undefined) ?? 'null') as GazetteDocument | null;
    // A test of an older migration may have stored something that is no document.
    if (Array.isArray(document?.blocks)) writeCatalogue(database, id, document);
  }
  return missing.length;
}

/** Equal for documents that print the same characters, however they are spaced; null where there is no text to be the same. */
function textHash(document: GazetteDocument): string | null {
  const text = plainText(document).replace(/\s/gu, '');
  return text === '' ? null : createHash('sha256').update(text).digest('hex');
}
