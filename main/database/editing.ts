/** What is kept of the work at a document besides its text: revisions as a list, undo history, states, locks. */
import type { DocumentLock, DocumentState, RevisionSummary, StateChange } from '../../shared/api/documents.ts';
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { documentVersion } from './documents.ts';
import type { Database } from './open.ts';

export function listRevisions(database: Database, id: DocumentId): RevisionSummary[] {
  const select = database.prepare(
    'SELECT number, author, created_at AS createdAt, note FROM revisions WHERE document_id = ? ORDER BY number DESC',
  );
  return select.all(id) as RevisionSummary[];
}

export function readRevision(database: Database, id: DocumentId, number: number): GazetteDocument | null {
  const select = database.prepare('SELECT document FROM revisions WHERE document_id = ? AND number = ?');
  const text = select.pluck().get(id, number) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as GazetteDocument);
}

/** Passed over when the document has another version by now: such a history would undo what is not there. */
export function writeUndo(database: Database, id: DocumentId, version: number, history: string): void {
  if (documentVersion(database, id) !== version) return;
  const write = database.prepare(`
    INSERT INTO undo_histories (document_id, version, history) VALUES (?, ?, ?)
    ON CONFLICT (document_id) DO UPDATE SET version = excluded.version, history = excluded.history`);
  write.run(id, version, history);
}

export function readUndo(database: Database, id: DocumentId): string | null {
  const select = database.prepare(`
    SELECT history FROM undo_histories JOIN documents ON documents.id = document_id
    WHERE document_id = ? AND undo_histories.version = documents.version`);
  return (select.pluck().get(id) as string | undefined) ?? null;
}

export function addState(database: Database, id: DocumentId, change: StateChange): void {
  const insert = database.prepare(`
    INSERT INTO document_states (document_id, number, state, person, at)
    VALUES (@id, (SELECT coalesce(max(number), 0) + 1 FROM document_states WHERE document_id = @id), @state, @person, @at)`);
  insert.run({ id, ...change });
}

export function listStates(database: Database, id: DocumentId): StateChange[] {
  return database.prepare('SELECT state, person, at FROM document_states WHERE document_id = ? ORDER BY number').all(id) as StateChange[];
}

export function readState(database: Database, id: DocumentId): DocumentState {
  return listStates(database, id).at(-1)?.state ?? 'received';
}

export interface StoredLock extends DocumentLock {
  readonly session: string;
}

export function readLock(database: Database, id: DocumentId): StoredLock | null {
  const select = database.prepare(
    'SELECT session, person AS holder, taken_at AS takenAt, seen_at AS seenAt FROM document_locks WHERE document_id = ?',
  );
  return (select.get(id) as StoredLock | undefined) ?? null;
}

export function writeLock(database: Database, id: DocumentId, { session, holder, takenAt, seenAt }: StoredLock): void {
  const write = database.prepare(`
    INSERT INTO document_locks (document_id, session, person, taken_at, seen_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (document_id) DO UPDATE SET session = excluded.session, person = excluded.person, taken_at = excluded.taken_at,
      seen_at = excluded.seen_at`);
  write.run(id, session, holder, takenAt, seenAt);
}

export function removeLock(database: Database, id: DocumentId, session: string): void {
  database.prepare('DELETE FROM document_locks WHERE document_id = ? AND session = ?').run(id, session);
}
