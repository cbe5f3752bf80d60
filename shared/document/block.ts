/**
 * The blocks of a document: plain JSON that the editor (Slate), the database and the layout share.
 * Names follow the glossary in ARCHITECTURE.md; the shape of each is all that may be relied on.
 */

/** A stretch of text with the same marks. `\n` in `text` is a line break inside the paragraph (soft break). */
export interface TextRun {
  readonly text: string;
  /** The rest of a paragraph behind its run-in heading (接排标题后的正文). */
  readonly runIn?: true;
  readonly bold?: true;
  readonly superscript?: true;
  readonly subscript?: true;
}

export type Align = 'left' | 'center' | 'right' | 'justify';

/** `tight` on a paragraph: set on as few lines as the rules allow, to save a line (凑页). */
/** 一、/第一章 = 1, （一）/第一节 = 2, 1. = 3, （1） = 4 (GB/T 9704-2012, 7.3.3). */
export type HeadingLevel = 1 | 2 | 3 | 4;

/** Title of what the document encloses (通知所印发的方案), not of the document itself. */
export interface TitleBlock {
  readonly type: 'title';
  readonly children: readonly TextRun[];
}
export interface SubtitleBlock {
  readonly type: 'subtitle';
  readonly children: readonly TextRun[];
}
/** A heading; behind a run-in heading the rest of its paragraph follows with the mark `runIn`. */
export interface HeadingBlock {
  readonly type: 'heading';
  readonly tight?: true;
  readonly level: HeadingLevel;
  readonly children: readonly TextRun[];
}
/** 第X条: number and text are one paragraph. */
export interface ArticleBlock {
  readonly type: 'article';
  readonly tight?: true;
  readonly children: readonly TextRun[];
}
export interface ParagraphBlock {
  readonly type: 'paragraph';
  readonly tight?: true;
  readonly align?: Align;
  readonly children: readonly TextRun[];
}
/** 附注 and notes that stand apart: （此件主动公开）, （作者单位：…）, a note under a table. */
export interface NoteBlock {
  readonly type: 'note';
  readonly tight?: true;
  readonly children: readonly TextRun[];
}
/** A line of the list of attachments (附件说明). */
export interface AttachmentBlock {
  readonly type: 'attachment';
  readonly children: readonly TextRun[];
}
/** Head of an attachment: its label (附件1, may be empty) and its title. */
export interface AttachmentTitleBlock {
  readonly type: 'attachmentTitle';
  readonly label: string;
  readonly children: readonly TextRun[];
}
/** 署名 and 成文日期 that stay in the text because the office wants them printed there. */
export interface SignBlock {
  readonly type: 'sign';
  readonly children: readonly TextRun[];
}
export interface SignDateBlock {
  readonly type: 'signDate';
  readonly children: readonly TextRun[];
}

export interface CellParagraph {
  readonly type: 'cellParagraph';
  readonly align?: Align;
  readonly children: readonly TextRun[];
}
export interface TableCell {
  readonly type: 'tableCell';
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly children: readonly CellParagraph[];
}
/** Cells that a span of an earlier cell covers are not in the row. */
export interface TableRow {
  readonly type: 'tableRow';
  readonly head?: true;
  readonly children: readonly TableCell[];
}
export interface TableBlock {
  readonly type: 'table';
  /** Relative widths of the grid columns; only their proportions count. */
  readonly columns: readonly number[];
  readonly children: readonly TableRow[];
}
/** A picture of the database by its hash, with the size that the submission gave it (points), and its caption. */
export interface FigureBlock {
  readonly type: 'figure';
  /** Null where the submission had a picture that could not be read (.doc). */
  readonly image: ImageReference | null;
  /** Without a picture: a QR code is made from this link. */
  readonly link?: string;
  readonly children: readonly TextRun[];
}
export interface ImageReference {
  readonly hash: string;
  readonly width: number;
  readonly height: number;
}
/** 专栏: a framed box in the run of the text. */
export interface BoxBlock {
  readonly type: 'box';
  /** Stands in a column with the text, instead of across the columns. */
  readonly inColumn?: true;
  readonly children: readonly CellParagraph[];
}

export type Block =
  | TitleBlock
  | SubtitleBlock
  | HeadingBlock
  | ArticleBlock
  | ParagraphBlock
  | NoteBlock
  | AttachmentBlock
  | AttachmentTitleBlock
  | SignBlock
  | SignDateBlock
  | TableBlock
  | FigureBlock
  | BoxBlock;
export type BlockType = Block['type'];

export function runsText(runs: readonly TextRun[]): string {
  let text = '';
  for (const run of runs) text += run.text;
  return text;
}

/** The heading of a run-in heading without what follows it; for any other block its whole text. */
export function headText(runs: readonly TextRun[]): string {
  return runsText(runs.filter((run) => run.runIn !== true));
}

/** 第X章、第X编、第X篇 with nothing behind it on its line. */
export function isChapterHead(block: Extract<Block, { type: 'heading' }>): boolean {
  return block.level === 1 && runInText(block.children) === '' && /^第.{1,6}[章编篇]/.test(headText(block.children));
}

export function runInText(runs: readonly TextRun[]): string {
  return runsText(runs.filter((run) => run.runIn === true));
}

/** All text of a block in reading order, tables row by row; paragraphs joined by `\n`. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'table':
      return block.children.map((row) => row.children.map((cell) => cellText(cell)).join('\t')).join('\n');
    case 'box':
      return block.children.map((paragraph) => runsText(paragraph.children)).join('\n');
    case 'attachmentTitle':
      return block.label === '' ? runsText(block.children) : `${block.label}\n${runsText(block.children)}`;
    default:
      return runsText(block.children);
  }
}

export function cellText(cell: TableCell): string {
  return cell.children.map((paragraph) => runsText(paragraph.children)).join('\n');
}

/** The table as a full grid of strings, "" where a span covers; a row shorter than the grid is filled up. */
export function tableGrid(table: TableBlock): string[][] {
  const width = Math.max(table.columns.length, 1);
  const grid: (string | null)[][] = table.children.map(() => new Array<string | null>(width).fill(null));
  table.children.forEach((row, r) => {
    let c = 0;
    for (const cell of row.children) {
      while (c < width && grid[r]?.[c] !== null) c += 1;
      for (let dr = 0; dr < cell.rowSpan; dr += 1) {
        for (let dc = 0; dc < cell.columnSpan; dc += 1) {
          const target = grid[r + dr];
          if (target !== undefined && c + dc < width) target[c + dc] = dr === 0 && dc === 0 ? cellText(cell) : '';
        }
      }
      c += cell.columnSpan;
    }
  });
  return grid.map((row) => row.map((cell) => cell ?? ''));
}

/** 第十二条 at the start of an article, "" where there is none: the number alone, not what 本条例 may follow it. */
export function articleLabel(text: string): string {
  return /^第[\s\u3000]*[一二三四五六七八九十百千零〇0-9０-９]+[\s\u3000]*条(?:之[一二三四五六七八九十]+)?/.exec(text)?.[0] ?? '';
}
