/** What the rooms of an open issue share: the issue as the desk has it, its layout, and the ways from room to room. */
import { createContext, useContext } from 'react';
import type { DocumentId, IssueId, IssueView, LayoutSummary } from '../shared/api.ts';
import type { ReadPages } from './use-issue.ts';

/** A place in the text: the block of a document, -1 for its title. */
export interface TextPlace {
  readonly documentId: DocumentId;
  readonly block: number;
}

export interface OpenIssue {
  readonly id: IssueId;
  readonly view: IssueView;
  readonly layout: LayoutSummary | null;
  /** Counts the layouts, so that pages read before are known to be old. */
  readonly version: number;
  /** Counts the layouts begun: pages are asked for together with the layout, not after it. */
  readonly begun: number;
  readonly isLayingOut: boolean;
  /** Reads issue and layout anew after a change; false when the desk refused. */
  readonly refresh: () => Promise<boolean>;
  /** Only the layout: after a change of a document's text that no list shows. */
  readonly relayout: () => Promise<void>;
  readonly readPages: ReadPages;
  /** Names of sections to choose from: those of the issue, then the usual ones. */
  readonly sections: readonly string[];
  /** Folio on show in 版面, kept when the room is left. */
  readonly page: number;
  readonly setPage: (page: number) => void;
  readonly showPage: (page: number) => void;
  /** Opens the editor at this place. */
  readonly edit: (place: { readonly documentId: DocumentId; readonly block?: number }) => void;
  /** The place in the text that 版面 is to show beside the editor; changes with the cursor. */
  readonly place: TextPlace | null;
  readonly setPlace: (place: TextPlace | null) => void;
}

export const OpenIssueContext = createContext<OpenIssue | null>(null);

export function useOpenIssue(): OpenIssue {
  const issue = useContext(OpenIssueContext);
  if (issue === null) throw new Error('no open issue');
  return issue;
}
