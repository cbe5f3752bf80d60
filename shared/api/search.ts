/** The contract for 查找替换 over a whole issue; within one document the editor does it by itself. */
import type { DocumentId, IssueId, Person } from './names.ts';

export interface FindQuery {
  readonly words: string;
  /** Half-width and full-width forms, upper and lower case are the same. */
  readonly isLoose: boolean;
}

/** A place in a document: a block, in a table or box the paragraph in it, and where in its text (UTF-16 units). */
export interface FoundPlace {
  readonly documentId: DocumentId;
  /** -1 for the title, else the index of the block. */
  readonly block: number;
  /** Path below the block to the paragraph: [] for a plain block, [paragraph] in a box, [row, cell, paragraph] in a table. */
  readonly path: readonly number[];
  readonly at: number;
  readonly length: number;
  /** The text around it, for the list. */
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

export interface ReplaceReport {
  readonly replaced: number;
  /** Documents that could not be changed, with the reason in Chinese. */
  readonly refused: readonly { readonly documentId: DocumentId; readonly text: string }[];
}

export interface SearchApi {
  findInIssue(id: IssueId, query: FindQuery): Promise<readonly FoundPlace[]>;
  /** Replaces at exactly these places, each document as one new revision; a place whose text is no longer `found` is passed over. */
  replaceInIssue(id: IssueId, places: readonly FoundPlace[], replacement: string, person: Person): Promise<ReplaceReport>;
}

export const searchMethods = ['findInIssue', 'replaceInIssue'] as const satisfies readonly (keyof SearchApi)[];
