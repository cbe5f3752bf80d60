/**
 * A house style (版式) is data: everything that makes one office's gazette look as it does.
 * Lengths are in points unless the name says otherwise; the layout turns them into its integer unit.
 */

import type { Grid } from '../issue/issue.ts';
import type { FontRole } from '../layout/metrics.ts';

export interface TextStyle {
  readonly font: FontRole;
  /** Points. */
  readonly size: number;
}

/** A block across the columns or centred in one: a whole number of body lines before, for each of its lines, and after. */
export interface HeadStyle extends TextStyle {
  /** Body lines that one line of this head takes. */
  readonly linesEach: number;
  readonly linesBefore: number;
  readonly linesAfter: number;
}

export interface HeadingStyle {
  readonly font: FontRole;
  readonly bold: boolean;
}

export type ContentsManner =
  /** 九江: label cell at the left; title, then 发文字号 and the bare page on the next line. */
  | 'numberBelow'
  /** 赣州: label cell; title, then 发文字号 + date + leader + page. */
  | 'numberDateLeader'
  /** 新余: label on a line of its own; title, then 发文字号 + leader + (page); authors in the leader line. */
  | 'numberLeaderParentheses'
  /** 国标: title + leader + page in one paragraph. */
  | 'titleLeader';

export interface HouseStyle {
  readonly id: string;
  readonly name: string;
  /** Trimmed page. */
  readonly page: { readonly width: number; readonly height: number };
  readonly grid: Grid;
  readonly body: TextStyle;
  /** Between the columns, in ems of the body. */
  readonly gutterEm: number;
  /** Height of the type area (版心高); the line pitch is this divided by the lines of a column. */
  readonly typeAreaHeight: number;
  /** From the top of the trimmed page to the type area. */
  readonly topMargin: number;
  readonly title: HeadStyle;
  readonly subtitle: HeadStyle;
  readonly byline: HeadStyle;
  /** The line with 发文字号 and date under the title. */
  readonly numberLine: HeadStyle;
  readonly innerTitle: HeadStyle;
  readonly attachmentLabel: TextStyle;
  readonly headings: { readonly 1: HeadingStyle; readonly 2: HeadingStyle; readonly 3: HeadingStyle; readonly 4: HeadingStyle };
  /** 第X章 is centred with this many body lines in all; 0 sets it like a heading 1. */
  readonly chapterLines: number;
  readonly table: TextStyle & {
    /** Line pitch inside cells. */
    readonly linePitch: number;
    readonly paddingX: number;
    readonly paddingY: number;
    readonly headFont: FontRole;
    /** Between the cells. */
    readonly ruleWidth: number;
    /** Around the table. */
    readonly frameWidth: number;
    /** Least height of a row with cells to be filled in by hand. */
    readonly formRow: number;
  };
  readonly box: TextStyle & { readonly linePitch: number; readonly padding: number; readonly ruleWidth: number };
  /** Follow-on documents stand this many body lines below the one before. */
  readonly followOnLines: number;
  /** A title at the head of a page keeps the lines before it. */
  readonly titleSinks: boolean;
  /** What starts an attachment on a new page (附件另页): every one, those of tables, forms and pictures and what follows these, or none. */
  readonly attachmentNewPage: 'always' | 'objects' | 'never';
  readonly runningHead: {
    readonly place: 'top' | 'none';
    readonly style: TextStyle;
    /** Baseline above the type area. */
    readonly distance: number;
    readonly rule: boolean;
    /** 新余: `・10・ 栏目`; plain: number at the bottom. */
    readonly folio: 'withHead' | 'foot';
  };
  readonly folio: { readonly style: TextStyle /** Baseline below the type area. */; readonly distance: number; readonly dashes: boolean };
  readonly contents: {
    readonly manner: ContentsManner;
    readonly heading: string;
    readonly title: TextStyle;
    readonly entry: TextStyle;
    readonly label: TextStyle;
    /** The imprint panel beside the first page of the contents, as a share of the type area's width in percent. */
    readonly imprintPercent: number;
    /** One panel on the first page of the contents, or one on each of the first two. */
    readonly imprintPanels: 1 | 2;
    /** Names of the board in a row: three per row, or two columns that are read row by row. */
    readonly namesPerRow: number;
    /** 地址：… on one line, or the label on a line of its own. */
    readonly fieldsInline: boolean;
    readonly showSubtitle: boolean;
    readonly parentheses: boolean;
  };
  readonly cover: {
    readonly front: boolean;
    readonly back: boolean;
    /** Largest size of the gazette's name; it shrinks to the width of the type area. */
    readonly nameSize: number;
    /** Height of the band of colour at the top, bleed apart; 0 for none. */
    readonly band: number;
  };
  readonly dateForm: 'arabic';
}
