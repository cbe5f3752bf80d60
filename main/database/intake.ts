/** 来稿 as lists and the register need them: without texts and bytes. */
import type { IntakeFacts, SubmissionCard } from '../../shared/api/inbox.ts';
import type { DocumentId, IssueId, SubmissionId } from '../../shared/api.ts';
import type { Message } from '../../shared/result.ts';
import type { Database } from './open.ts';

/** A card without what is known only beside the others. */
export interface ListedSubmission extends Omit<SubmissionCard, 'issues' | 'twins'> {
  readonly textHash: string | null;
}

interface Row extends Omit<ListedSubmission, 'messages' | 'facts'>, IntakeFacts {
  readonly messages: string;
}

/** Every submission with the document that came of it (not with copies of that), the newest first. */
export function listSubmissions(database: Database): ListedSubmission[] {
  const select = database.prepare(`
    SELECT documents.id AS documentId, submissions.id AS submissionId, submissions.name AS file, submissions.received_at AS receivedAt,
      submissions.messages, kind, title, doc_number AS docNumber, date, issuer, characters, text_hash AS textHash,
      coalesce((SELECT state FROM document_states WHERE document_id = documents.id ORDER BY number DESC LIMIT 1), 'received') AS state,
      coalesce(sender, '') AS sender, coalesce(received_on, '') AS receivedOn, coalesce(request, '') AS request,
      coalesce(approver, '') AS approver, coalesce(remark, '') AS remark
    FROM documents
    JOIN catalogue ON catalogue.document_id = documents.id
    JOIN submissions INDEXED BY submissions_listed ON submissions.id = documents.submission_id
    LEFT JOIN intake_facts ON intake_facts.submission_id = documents.submission_id
    WHERE copied_from IS NULL
    ORDER BY submissions.received_at DESC, submissions.id DESC`);
  return (select.all() as Row[]).map(({ messages, sender, receivedOn, request, approver, remark, ...row }) => ({
    ...row,
    messages: messages === '[]' ? [] : (JSON.parse(messages) as Message[]),
    facts: { sender, receivedOn, request, approver, remark },
  }));
}

/** Which document stands in which issue, for all documents. */
export interface Standing {
  readonly documentId: DocumentId;
  readonly id: IssueId;
  readonly gazette: string;
  readonly year: number;
  readonly number: number;
}

export function listStandings(database: Database): Standing[] {
  const select = database.prepare(`
    SELECT DISTINCT document_id AS documentId, issues.id, gazette, year, number FROM entries JOIN issues ON issues.id = entries.issue_id
    ORDER BY year, number, issues.id`);
  return select.all() as Standing[];
}

/** False when there is no such submission. */
export function writeFacts(database: Database, id: SubmissionId, facts: IntakeFacts): boolean {
  const write = database.prepare(`
    INSERT INTO intake_facts (submission_id, sender, received_on, request, approver, remark)
    SELECT id, @sender, @receivedOn, @request, @approver, @remark FROM submissions WHERE id = @id
    ON CONFLICT (submission_id) DO UPDATE SET sender = excluded.sender, received_on = excluded.received_on, request = excluded.request,
      approver = excluded.approver, remark = excluded.remark`);
  return write.run({ id, ...facts }).changes === 1;
}

/** The file that a document came in; of a copy, the file of the first. */
export function readFileOfDocument(database: Database, id: DocumentId): { readonly name: string; readonly bytes: Uint8Array } | null {
  const select = database.prepare(
    'SELECT name, bytes FROM submissions JOIN documents ON documents.submission_id = submissions.id WHERE documents.id = ?',
  );
  return (select.get(id) as { name: string; bytes: Uint8Array } | undefined) ?? null;
}

/** The name of that file alone. */
export function fileNameOfDocument(database: Database, id: DocumentId): string | null {
  const select = database.prepare(
    'SELECT name FROM submissions JOIN documents ON documents.submission_id = submissions.id WHERE documents.id = ?',
  );
  return (select.pluck().get(id) as string | undefined) ?? null;
}
