/** 来稿 in the database: the bytes of a file once, whatever its name, with what the import had to say. */
import type { SubmissionId } from '../../shared/api.ts';
import type { Message } from '../../shared/result.ts';
import type { Database } from './open.ts';

export interface NewSubmission {
  readonly sha256: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly receivedAt: string;
  readonly messages: readonly Message[];
}

export interface StoredSubmission {
  readonly id: SubmissionId;
  readonly name: string;
  readonly messages: readonly Message[];
}

export function insertSubmission(database: Database, submission: NewSubmission): SubmissionId {
  const insert = database.prepare('INSERT INTO submissions (sha256, name, bytes, received_at, messages) VALUES (?, ?, ?, ?, ?)');
  const { sha256, name, bytes, receivedAt, messages } = submission;
  return Number(insert.run(sha256, name, bytes, receivedAt, JSON.stringify(messages)).lastInsertRowid) as SubmissionId;
}

export function findSubmission(database: Database, sha256: string): StoredSubmission | null {
  const row = database.prepare('SELECT id, name, messages FROM submissions WHERE sha256 = ?').get(sha256);
  if (row === undefined) return null;
  const { id, name, messages } = row as { id: SubmissionId; name: string; messages: string };
  return { id, name, messages: JSON.parse(messages) as Message[] };
}

/** The original bytes, as they came in. */
export function readSubmissionBytes(database: Database, id: SubmissionId): Uint8Array | null {
  return (database.prepare('SELECT bytes FROM submissions WHERE id = ?').pluck().get(id) as Uint8Array | undefined) ?? null;
}
