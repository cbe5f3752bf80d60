/** The contract for proofs (校样): the pages as they were printed for reading, to see later what has changed. */
import type { ChangedPlace } from '../layout/compare-proof.ts';
import type { IssueId, Person } from './names.ts';

export type { ChangedPlace } from '../layout/compare-proof.ts';

export interface ProofSummary {
  /** Counted from 1 in the issue. */
  readonly number: number;
  readonly person: Person;
  readonly createdAt: string;
  readonly pages: number;
}

export interface ProofsApi {
  /** Keeps the pages as they now are as the next proof; working copies become revisions first, so that its text can be found again. */
  takeProof(id: IssueId, person: Person): Promise<ProofSummary>;
  listProofs(id: IssueId): Promise<readonly ProofSummary[]>;
  /** Where the present pages differ in words from a proof; text that only moved is no change. */
  compareProof(id: IssueId, number: number): Promise<readonly ChangedPlace[]>;
}

export const proofMethods = ['takeProof', 'listProofs', 'compareProof'] as const satisfies readonly (keyof ProofsApi)[];
