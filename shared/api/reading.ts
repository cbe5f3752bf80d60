/** The contract for reading (校读): the issue held against its submissions. */
import type { DocumentId, IssueId, Progress } from './names.ts';

export interface DocumentDifferences {
  readonly documentId: DocumentId;
  /** Lines of the submission that were changed, are gone or are new; null where the submission cannot be read. */
  readonly differences: number | null;
}

export interface ReadingApi {
  /** In how many places each document of the issue differs from its submission, in the order of the issue. */
  collateIssue(id: IssueId, progress?: Progress): Promise<readonly DocumentDifferences[]>;
}

export const readingMethods = ['collateIssue'] as const satisfies readonly (keyof ReadingApi)[];
