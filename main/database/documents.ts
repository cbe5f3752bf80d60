/** Documents and their revisions: a document is its newest revision, and every older one is kept. */
import type { DocumentId, SubmissionId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { Message } from '../../shared/result.ts';
import { type Database, statement } from './open.ts';

export interface StoredDocument {
  readonly document: GazetteDocument;
  readonly revision: number;
  /** Name of the file that it came in. */
  readonly file: string;
  readonly messages: readonly Message[];
}

export interface Authorship {
  readonly author: string;
  readonly createdAt: string;
}

/** A new document of a submission, with `document` as revision 1. */
export function insertDocument(database: Database, submission: SubmissionId, document: GazetteDocument, by: Authorship): DocumentId {
  const run = database.transaction(() => {
    const id = database.prepare('INSERT INTO documents (submission_id) VALUES (?)').run(submission).lastInsertRowid;
    insertRevision(database, Number(id) as DocumentId, 1, document, by);
    return Number(id) as DocumentId;
  });
  return run();
}

/** Adds a revision on top of `base`; null when `base` is not the newest one any more (nothing is written then). */
export function addRevision(database: Database, id: DocumentId, base: number, document: GazetteDocument, by: Authorship): number | null {
  const run = database.transaction(() => {
    if (newestRevision(database, id) !== base) return null;
    insertRevision(database, id, base + 1, document, by);
    return base + 1;
  });
  return run.immediate();
}

/** Number of the newest revision; null when there is no such document. */
export function newestRevision(database: Database, id: DocumentId): number | null {
  return statement(database, 'SELECT max(number) FROM revisions WHERE document_id = ?').pluck().get(id) as number | null;
}

export function readDocument(database: Database, id: DocumentId): StoredDocument | null {
  const select = statement(
    database,
    `
    SELECT revisions.document, revisions.number AS revision, submissions.name AS file, submissions.messages
    FROM documents
    JOIN submissions ON submissions.id = documents.submission_id
    JOIN revisions ON revisions.document_id = documents.id
    WHERE documents.id = ? ORDER BY revisions.number DESC LIMIT 1`,
  );
  const row = select.get(id) as { document: string; revision: number; file: string; messages: string } | undefined;
  if (row === undefined) return null;
  return { ...row, document: JSON.parse(row.document) as GazetteDocument, messages: JSON.parse(row.messages) as Message[] };
}

export function findDocumentOfSubmission(database: Database, submission: SubmissionId): DocumentId | null {
  return (database.prepare('SELECT id FROM documents WHERE submission_id = ?').pluck().get(submission) as DocumentId | undefined) ?? null;
}

function insertRevision(database: Database, id: DocumentId, number: number, document: GazetteDocument, by: Authorship): void {
  const insert = database.prepare('INSERT INTO revisions (document_id, number, document, created_at, author) VALUES (?, ?, ?, ?, ?)');
  insert.run(id, number, JSON.stringify(document), by.createdAt, by.author);
}
