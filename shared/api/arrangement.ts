/** The contract for arranging an issue (组版): its whole order in one piece, tried before it is taken. */
import type { StartRule } from '../issue/issue.ts';
import type { DocumentId, IssueId } from './names.ts';

/** One entry in a wanted order; the same document may not stand twice. */
export interface Arranged {
  readonly documentId: DocumentId;
  readonly section: string;
  readonly start: StartRule;
  readonly contentsTitle: string | null;
}

export interface TrialPages {
  /** In the order given. Folios. */
  readonly entries: readonly { readonly documentId: DocumentId; readonly firstPage: number; readonly lastPage: number }[];
  /** Folio of the body's last page. */
  readonly pages: number;
}

/** 自动分栏 */
export interface SectionAdvice {
  /** For each document asked for, in that order; null where nothing speaks for any section. */
  readonly choices: readonly (string | null)[];
  /** The sections in the order in which this gazette has them. */
  readonly order: readonly string[];
}

export interface ArrangementApi {
  /**
   * The order, sections and starts of all entries at once: moving, undoing and ordering by number alike.
   * @param stamp of the issue as it was read; refused (`issue-stale`) when it has changed since.
   * @returns the new stamp.
   */
  arrangeIssue(id: IssueId, stamp: number, entries: readonly Arranged[]): Promise<number>;
  /** The page numbers that this order would have; nothing is written. */
  tryArrangement(id: IssueId, entries: readonly Arranged[]): Promise<TrialPages>;
  /** The section of each document, by earlier issues of the gazette, else by issuer and kind; nothing is written. */
  suggestSections(id: IssueId, documents: readonly DocumentId[]): Promise<SectionAdvice>;
}

export const arrangementMethods = [
  'arrangeIssue',
  'tryArrangement',
  'suggestSections',
] as const satisfies readonly (keyof ArrangementApi)[];
