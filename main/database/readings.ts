/** 校读 in the database: passages that were read, and by whom; what a passage is, is known to the desk. */
import type { DocumentId, IssueId, Person } from '../../shared/api.ts';
import type { Database } from './open.ts';

export interface Reading {
  readonly documentId: DocumentId;
  readonly passage: string;
}

/** Of all documents of an issue. */
export function listReadings(database: Database, issue: IssueId): (Reading & { readonly person: Person })[] {
  const select = database.prepare(`
    SELECT document_id AS documentId, passage, person FROM readings
    WHERE document_id IN (SELECT document_id FROM entries WHERE issue_id = ?) ORDER BY read_at, person`);
  return select.all(issue) as (Reading & { readonly person: Person })[];
}

export function writeReadings(database: Database, passages: readonly Reading[], person: Person, readAt: string): void {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO readings (document_id, passage, person, read_at) VALUES (@documentId, @passage, @person, @readAt)',
  );
  database.transaction(() => {
    for (const each of passages) insert.run({ ...each, person, readAt });
  })();
}

export function removeReadings(database: Database, passages: readonly Reading[], person: Person): void {
  const remove = database.prepare('DELETE FROM readings WHERE document_id = @documentId AND passage = @passage AND person = @person');
  database.transaction(() => {
    for (const each of passages) remove.run({ ...each, person });
  })();
}
