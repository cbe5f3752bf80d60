/** The state in which HTML of the clipboard is walked through: what was read so far, and what was left out on the way. */
import type { DraftNode, DraftParagraph, DraftRun } from '../../shared/recognize/draft.ts';
import type { StyleSheet } from './paste-look.ts';

/** What was left out, counted for a message. */
export interface LeftOut {
  pictures: number;
  hidden: number;
  deleted: number;
  nested: number;
}

/** The state of one walk; a cell is walked with a state of its own. */
export interface Walk {
  readonly sheet: StyleSheet;
  readonly leftOut: LeftOut;
  /** A line break ends a paragraph, unless the text comes from a word processor. */
  readonly breaksEnd: boolean;
  readonly nodes: DraftNode[];
  open: { readonly runs: DraftRun[]; readonly paragraph: Omit<DraftParagraph, 'kind' | 'runs'> } | null;
  /** Number of the list entry that the next text begins with. */
  number: { readonly text: string; readonly level: number } | null;
  readonly isInCell: boolean;
}
