/** 校样 in the database: the pages of an issue as they were read, packed; nothing here knows what is in them. */
import type { ProofSummary } from '../../shared/api/proofs.ts';
import type { IssueId } from '../../shared/api.ts';
import type { Database } from './open.ts';

/** @returns the number of the new proof, counted from 1 in its issue. */
export function insertProof(database: Database, id: IssueId, proof: Omit<ProofSummary, 'number'>, packed: Uint8Array): number {
  const insert = database.prepare(`
    INSERT INTO proofs (issue_id, number, person, created_at, page_count, pages)
    VALUES (@id, (SELECT coalesce(max(number), 0) + 1 FROM proofs WHERE issue_id = @id), @person, @createdAt, @pages, @packed)
    RETURNING number`);
  const mark = database.prepare('UPDATE issues SET changed_at = max(changed_at, ?) WHERE id = ?');
  const run = database.transaction(() => {
    mark.run(proof.createdAt, id);
    return insert.pluck().get({ ...proof, id, packed }) as number;
  });
  return run.immediate();
}

/** The newest first. */
export function listProofs(database: Database, id: IssueId): ProofSummary[] {
  const select = database.prepare(
    'SELECT number, person, created_at AS createdAt, page_count AS pages FROM proofs WHERE issue_id = ? ORDER BY number DESC',
  );
  return select.all(id) as ProofSummary[];
}

export function readProof(database: Database, id: IssueId, number: number): Uint8Array | null {
  const select = database.prepare('SELECT pages FROM proofs WHERE issue_id = ? AND number = ?');
  return (select.pluck().get(id, number) as Uint8Array | undefined) ?? null;
}
