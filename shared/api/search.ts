/** The contract for 查找替换 over a whole issue; within one document the editor does it by itself. */
import type { FindQuery, FoundText } from '../document/find.ts';
import type { Hand } from './documents.ts';
import type { DocumentId, IssueId } from './names.ts';

export type { FindQuery } from '../document/find.ts';

export interface FoundPlace extends FoundText {
  readonly documentId: DocumentId;
}

export interface ReplaceReport {
  readonly replaced: number;
  /** Documents that could not be changed, with the reason in Chinese. */
  readonly refused: readonly { readonly documentId: DocumentId; readonly text: string }[];
}

export interface SearchApi {
  findInIssue(id: IssueId, query: FindQuery): Promise<readonly FoundPlace[]>;
  /** Replaces at exactly these places, each document as one new revision; a place whose text is no longer `found` is passed over. */
  replaceInIssue(id: IssueId, places: readonly FoundPlace[], replacement: string, hand: Hand): Promise<ReplaceReport>;
}

export const searchMethods = ['findInIssue', 'replaceInIssue'] as const satisfies readonly (keyof SearchApi)[];
