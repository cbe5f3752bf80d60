/**
 * The painters' whole vocabulary. Every length is an integer in thousandths of a point (1 pt = 1000),
 * the origin is the upper left corner of the trimmed page, y grows downwards.
 */
import type { Message } from '../result.ts';

export type Colour = 'black' | 'red' | 'grey' | 'white' | 'tint';

/** Where an item comes from: for tags, for the way from the page to the text, and for comparing proofs. Furniture has none. */
export interface Origin {
  /** Index of the entry in the issue. */
  readonly entry: number;
  /** Index of the block in the document; see `headBlock`. */
  readonly block: number;
  readonly part?: 'title' | 'subtitle' | 'byline' | 'number' | 'addressees' | 'label' | 'contents' | 'caption';
  /** In a table. */
  readonly row?: number;
  readonly column?: number;
}
/** Block index of what stands before the blocks: title, number line, addressees. */
export const headBlock = -1;

/** A stretch of one font and size. `offsets[i]` is where the i-th code point starts, relative to `x`. */
export interface TextItem {
  readonly kind: 'text';
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  /** Id of the font file, see metrics.ts. */
  readonly font: string;
  readonly size: number;
  readonly text: string;
  readonly offsets: readonly number[];
  readonly colour: Colour;
  /** Runs upwards, its letters' tops to the left: text of a table that is set turned. `offsets` run along it. */
  readonly turned?: true;
  readonly origin?: Origin | undefined;
  /** Index in the paragraph's text of the first character, in code points. */
  readonly at?: number | undefined;
}
/** A straight line; `width` is its thickness. */
export interface RuleItem {
  readonly kind: 'rule';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
  readonly colour: Colour;
}
export interface BoxItem {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Colour | null;
  readonly stroke: Colour | null;
  readonly strokeWidth: number;
  readonly origin?: Origin | undefined;
}
export interface ImageItem {
  readonly kind: 'image';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly hash: string;
  readonly origin?: Origin | undefined;
}
export type Item = TextItem | RuleItem | BoxItem | ImageItem;

/** A place on the page that leads to another page of the same file. */
export interface PageLink {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly targetPage: number;
}

export interface Page {
  /** Folio, counted from 1 for the first page of the contents. */
  readonly number: number;
  readonly kind: 'contents' | 'body' | 'blank' | 'cover';
  /** 栏目 of the page, "" on contents pages. */
  readonly section: string;
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
  readonly links: readonly PageLink[];
}

export interface ContentsLine {
  readonly section: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly authors: readonly string[];
  readonly page: number;
}

export interface PlacedDocument {
  /** Index of the entry in the issue. */
  readonly entry: number;
  readonly title: string;
  readonly firstPage: number;
  readonly lastPage: number;
}

/** The covers are not counted: they have the number 0, and the press takes them as a job of their own. */
export interface Covers {
  readonly front: Page | null;
  readonly back: Page | null;
}

export interface LaidOutIssue {
  readonly pages: readonly Page[];
  readonly covers: Covers;
  readonly contents: readonly ContentsLine[];
  readonly documents: readonly PlacedDocument[];
  readonly messages: readonly Message[];
}

/** The pages as they follow each other in the file: covers around what is counted. */
export function pagesInOrder({ covers, pages }: LaidOutIssue): readonly Page[] {
  return [...(covers.front === null ? [] : [covers.front]), ...pages, ...(covers.back === null ? [] : [covers.back])];
}
