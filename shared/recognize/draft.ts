/**
 * What a reader of any format hands to the recognition: loose paragraphs with what the file says of their look.
 * The text is the file's own, automatic numbers included; nothing is trimmed or normalised.
 */
import type { Align, ImageReference } from '../document/block.ts';

export interface DraftRun {
  readonly text: string;
  /** East Asian font as named in the file, e.g. 仿宋_GB2312. */
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: true;
  /** RRGGBB, upper case; absent for automatic or black. */
  readonly color?: string;
  readonly vertical?: 'superscript' | 'subscript';
}

export interface DraftParagraph {
  readonly kind: 'paragraph';
  readonly runs: readonly DraftRun[];
  readonly align?: Align;
  /** First-line indent in ems of the paragraph's size; leading full-width blanks are in the text, not here. */
  readonly firstLineIndent?: number;
  readonly rightIndent?: number;
  /** Name of the style as Word shows it (`heading 1`, `Title`), lower case. */
  readonly style?: string;
  /** 0 for the highest level, from the style or the paragraph itself. */
  readonly outlineLevel?: number;
  /** Length of the automatic number at the start of the text, in UTF-16 units, and its level from 0. */
  readonly autoNumber?: { readonly length: number; readonly level: number };
  readonly borderTop?: true;
  readonly borderBottom?: true;
  /** The paragraph stood in a text box (red heads of old templates often do). */
  readonly inTextBox?: true;
}

export interface DraftCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly DraftParagraph[];
}
/** Cells that a span covers are left out. */
export interface DraftRow {
  readonly head: boolean;
  readonly cells: readonly DraftCell[];
}
export interface DraftTable {
  readonly kind: 'table';
  /** Widths of the grid columns in any unit. */
  readonly columns: readonly number[];
  readonly rows: readonly DraftRow[];
}
/** `image` is null where the file has a picture that cannot be read. */
export interface DraftFigure {
  readonly kind: 'figure';
  readonly image: ImageReference | null;
}
/** A framed text box that is no red head. */
export interface DraftBox {
  readonly kind: 'box';
  readonly paragraphs: readonly DraftParagraph[];
}

export type DraftNode = DraftParagraph | DraftTable | DraftFigure | DraftBox;

export interface DraftImage {
  /** SHA-256 of the bytes, hexadecimal. */
  readonly hash: string;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
}

export interface Draft {
  readonly nodes: readonly DraftNode[];
  readonly images: readonly DraftImage[];
}

export function draftText(paragraph: DraftParagraph): string {
  let text = '';
  for (const run of paragraph.runs) text += run.text;
  return text;
}
