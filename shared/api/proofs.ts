/** The contract for proofs (校样): the pages as they were printed for reading, to see later what has changed. */
import type { IssueId, Person } from './names.ts';

export interface ProofSummary {
  /** Counted from 1 in the issue. */
  readonly number: number;
  readonly person: Person;
  readonly createdAt: string;
  readonly pages: number;
}

/** A place on a page of the present layout; thousandths of a point. */
export interface ChangedPlace {
  /** Index from 0 among all pages, covers included, as `readPages` counts. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: 'added' | 'changed' | 'removed';
  /** What stood there before, shortened; "" for what is new. */
  readonly before: string;
}

export interface ProofsApi {
  /** Keeps the pages as they now are as the next proof. */
  takeProof(id: IssueId, person: Person): Promise<ProofSummary>;
  listProofs(id: IssueId): Promise<readonly ProofSummary[]>;
  /** Where the present pages differ in words from a proof; text that only moved is no change. */
  compareProof(id: IssueId, number: number): Promise<readonly ChangedPlace[]>;
}

export const proofMethods = ['takeProof', 'listProofs', 'compareProof'] as const satisfies readonly (keyof ProofsApi)[];
