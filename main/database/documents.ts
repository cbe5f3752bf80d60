/**
 * Documents: a working copy where someone is at it, and revisions of which none is ever lost. The count `version` of a document
 * rises with every change of its text; a write names the version that it was made from.
 */
import type { DocumentState } from '../../shared/api/documents.ts';
import type { DocumentId, SubmissionId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { Message } from '../../shared/result.ts';
import { writeCatalogue } from './catalogue.ts';
import { type Database, statement } from './open.ts';
import { indexRevision } from './search.ts';

export interface StoredDocument {
  readonly document: GazetteDocument;
  readonly version: number;
  /** Number of the newest revision. */
  readonly revision: number;
  /** True while there is a working copy. */
  readonly isChanged: boolean;
  /** Name of the file that it came in. */
  readonly file: string;
  readonly messages: readonly Message[];
  readonly state: DocumentState;
}

export interface Authorship {
  readonly author: string;
  readonly createdAt: string;
  readonly note?: string;
}

/** A new document of a submission, with `document` as revision 1. */
export function insertDocument(
  database: Database,
  submission: SubmissionId,
  document: GazetteDocument,
  by: Authorship,
  copiedFrom: DocumentId | null = null,
): DocumentId {
  const run = database.transaction(() => {
    const insert = statement(database, 'INSERT INTO documents (submission_id, copied_from) VALUES (?, ?)');
    const id = Number(insert.run(submission, copiedFrom).lastInsertRowid) as DocumentId;
    insertRevision(database, id, 1, JSON.stringify(document), by);
    indexRevision(database, id, document);
    writeCatalogue(database, id, document);
    return id;
  });
  return run();
}

/**
 * Adds a revision on top of the text of `version`; what the working copy held becomes a revision of its own before.
 * @returns its number; null when the text is not that of `version` any more (nothing is written then).
 */
export function addRevision(database: Database, id: DocumentId, version: number, document: GazetteDocument, by: Authorship): number | null {
  const run = database.transaction(() => {
    if (documentVersion(database, id) !== version) return null;
    commitDraft(database, id, by.createdAt);
    const number = newestRevision(database, id) + 1;
    insertRevision(database, id, number, JSON.stringify(document), by);
    indexRevision(database, id, document);
    changed(database, id, document);
    return number;
  });
  return run.immediate();
}

/** Keeps a working copy. @returns the new version, or null when the text is not that of `version` any more. */
export function writeDraft(database: Database, id: DocumentId, version: number, document: GazetteDocument, by: Authorship): number | null {
  const run = database.transaction(() => {
    if (documentVersion(database, id) !== version) return null;
    const write = statement(
      database,
      `
      INSERT INTO drafts (document_id, document, author, saved_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (document_id) DO UPDATE SET document = excluded.document, author = excluded.author, saved_at = excluded.saved_at`,
    );
    write.run(id, JSON.stringify(document), by.author, by.createdAt);
    changedIssues(database, id, by.createdAt);
    changed(database, id, document);
    return version + 1;
  });
  return run.immediate();
}

/** The working copy becomes a revision of whoever made it. @returns its number; null when there was nothing new. */
export function commitDraft(database: Database, id: DocumentId, createdAt: string, note = ''): number | null {
  const run = database.transaction(() => {
    const draft = statement(database, 'SELECT document, author FROM drafts WHERE document_id = ?').get(id);
    if (draft === undefined) return null;
    const { document, author } = draft as { document: string; author: string };
    statement(database, 'DELETE FROM drafts WHERE document_id = ?').run(id);
    const newest = newestRevision(database, id);
    // Typed and taken back: no revision for it.
    if (revisionText(database, id, newest) === document) return null;
    insertRevision(database, id, newest + 1, document, { author, createdAt, note });
    indexRevision(database, id, JSON.parse(document) as GazetteDocument);
    return newest + 1;
  });
  // Immediate: it reads before it writes, and a reader that another program overtook may not write any more.
  return run.immediate();
}

/** The documents that have a working copy. */
export function documentsWithDraft(database: Database): ReadonlySet<DocumentId> {
  return new Set(statement(database, 'SELECT document_id FROM drafts').pluck().all() as DocumentId[]);
}

/** Null when there is no such document. */
export function documentVersion(database: Database, id: DocumentId): number | null {
  return (statement(database, 'SELECT version FROM documents WHERE id = ?').pluck().get(id) as number | undefined) ?? null;
}

export function readDocument(database: Database, id: DocumentId): StoredDocument | null {
  const select = statement(
    database,
    `
    SELECT coalesce(drafts.document, revisions.document) AS document, documents.version, revisions.number AS revision,
      drafts.document_id IS NOT NULL AS isChanged, submissions.name AS file, submissions.messages,
      coalesce((SELECT state FROM document_states WHERE document_id = documents.id ORDER BY number DESC LIMIT 1), 'received') AS state
    FROM documents
    JOIN submissions ON submissions.id = documents.submission_id
    JOIN revisions ON revisions.document_id = documents.id
    LEFT JOIN drafts ON drafts.document_id = documents.id
    WHERE documents.id = ? ORDER BY revisions.number DESC LIMIT 1`,
  );
  const row = select.get(id) as DocumentRow | undefined;
  if (row === undefined) return null;
  const { document, messages, isChanged, ...rest } = row;
  return {
    ...rest,
    isChanged: isChanged === 1,
    document: JSON.parse(document) as GazetteDocument,
    messages: JSON.parse(messages) as Message[],
  };
}

interface DocumentRow extends Omit<StoredDocument, 'document' | 'messages' | 'isChanged'> {
  readonly document: string;
  readonly messages: string;
  readonly isChanged: number;
}

/** The document that came with a submission; copies of it are others. */
export function findDocumentOfSubmission(database: Database, submission: SubmissionId): DocumentId | null {
  const select = statement(database, 'SELECT id FROM documents WHERE submission_id = ? AND copied_from IS NULL');
  return (select.pluck().get(submission) as DocumentId | undefined) ?? null;
}

/** The submission that a document, or the first that it is a copy of, came in with. */
export function submissionOf(database: Database, id: DocumentId): SubmissionId {
  return statement(database, 'SELECT submission_id FROM documents WHERE id = ?').pluck().get(id) as SubmissionId;
}

function newestRevision(database: Database, id: DocumentId): number {
  return statement(database, 'SELECT max(number) FROM revisions WHERE document_id = ?').pluck().get(id) as number;
}

function revisionText(database: Database, id: DocumentId, number: number): string {
  return statement(database, 'SELECT document FROM revisions WHERE document_id = ? AND number = ?').pluck().get(id, number) as string;
}

function insertRevision(database: Database, id: DocumentId, number: number, document: string, by: Authorship): void {
  const insert = statement(
    database,
    'INSERT INTO revisions (document_id, number, document, created_at, author, note) VALUES (?, ?, ?, ?, ?, ?)',
  );
  insert.run(id, number, document, by.createdAt, by.author, by.note ?? '');
  changedIssues(database, id, by.createdAt);
}

/** Work on a text is work on the issues that it stands in. */
function changedIssues(database: Database, id: DocumentId, at: string): void {
  const mark = 'UPDATE issues SET changed_at = max(changed_at, ?) WHERE id IN (SELECT issue_id FROM entries WHERE document_id = ?)';
  statement(database, mark).run(at, id);
}

function changed(database: Database, id: DocumentId, document: GazetteDocument): void {
  statement(database, 'UPDATE documents SET version = version + 1 WHERE id = ?').run(id);
  writeCatalogue(database, id, document);
}
