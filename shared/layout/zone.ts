/** What a document becomes before it is put on pages: zones in order, each across the page or in its columns. */
import type { HouseStyle } from '../style/style.ts';
import type { Geometry } from './geometry.ts';
import type { SetLine } from './line.ts';
import type { Measure } from './measure.ts';
import type { BoxItem, Colour, Origin } from './page.ts';
import type { TableLayout } from './table.ts';

/** What every step of the layout needs to know. */
export interface FlowContext {
  readonly style: HouseStyle;
  readonly geometry: Geometry;
  readonly measure: Measure;
  /** Stands for style and grid: what was made in the same look can be used again. */
  readonly look: string;
  /** What was made of `key` (a block's children, which never change) in the same look, or what `make` makes now. */
  keep<T>(key: object, look: string, make: () => T): T;
}

/** What stands on one or more rows of a column and is never divided. */
export interface ColumnLine {
  readonly line: SetLine;
  /** Body lines it takes; the text stands in their middle. */
  readonly rows: number;
  /** Must not be the last of a column (headings). */
  readonly keepNext: boolean;
  /** Lines of its paragraph before it and behind it. */
  readonly before: number;
  readonly behind: number;
  readonly block: number;
  readonly part?: Origin['part'];
  /** Of a framed box in the column: the blank rows in which its frame begins and ends, and its text between them. */
  readonly frame?: 'top' | 'text' | 'foot';
  /** The lines of its paragraph set on as few as the rules allow; asked for only where a column would break badly. */
  readonly tighter?: () => readonly SetLine[];
}

/** A line of a title block at its own place; `y` is the baseline from the top of the zone. */
export interface PlacedLine {
  readonly line: SetLine;
  readonly x: number;
  readonly y: number;
  readonly colour: Colour;
  /** Stands in the middle of the page, whatever its width. */
  readonly centred?: true;
  readonly part?: Origin['part'];
}

export interface ColumnsZone {
  readonly kind: 'columns';
  readonly lines: readonly ColumnLine[];
}
export interface AcrossZone {
  readonly kind: 'across';
  /** Height in thousandths of a point, a whole number of body lines. */
  readonly height: number;
  readonly lines: readonly PlacedLine[];
  readonly images: readonly {
    readonly hash: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Painted as they are, from the upper left corner of the zone: the bars of a QR code. */
  readonly boxes: readonly BoxItem[];
  /** The frame of a picture that is not there. */
  readonly isEmpty?: boolean;
  /** What of the height is dropped at the head of a page, whole lines. */
  readonly drop: number;
  /** Stays with at least this many rows of what follows. */
  readonly keepRows: number;
  readonly newPage: boolean;
  /** A figure with a number of its own, by which the text speaks of it. */
  readonly numbered?: true;
  readonly block: number;
}
/** Lines that stand with a table: the unit above its first row, notes below its last. `y` is the baseline from the top of the text. */
export interface TableText {
  readonly height: number;
  readonly lines: readonly { readonly line: SetLine; readonly y: number; readonly block: number }[];
}
export interface TableZone {
  readonly kind: 'table';
  readonly table: TableLayout;
  readonly block: number;
  readonly above: TableText | null;
  readonly below: TableText | null;
  /** Laid out for a page on its side. */
  readonly turned: boolean;
}
export type Zone = ColumnsZone | AcrossZone | TableZone;

/** A document ready for the pages. `head` is its title block. */
export interface DocumentFlow {
  readonly head: AcrossZone;
  readonly zones: readonly Zone[];
  /** Characters that no font has, with the block where they stand (−1: the head). */
  readonly missing: readonly { readonly character: string; readonly block: number }[];
}
