/** The recogniser's view of a draft: one line for each paragraph that has text, with its hints read off once. */
import type { Align, TextRun } from '../document/block.ts';
import type { Draft, DraftBox, DraftFigure, DraftParagraph, DraftTable } from './draft.ts';
import { draftText } from './draft.ts';

export interface TextLine {
  readonly kind: 'text';
  /** Without the blanks at both ends; blanks inside are the author's. */
  readonly text: string;
  readonly paragraph: DraftParagraph;
  /** Where `text` begins in the paragraph's text. */
  readonly from: number;
  /** An empty paragraph stood before. */
  readonly blankBefore: boolean;
  readonly align: Align | null;
  /** Size of the first character in points, null where the file does not say. */
  readonly size: number | null;
  readonly red: boolean;
  readonly style: string;
  /** First-line indent in ems, leading full-width blanks counted. */
  readonly indent: number;
}
export interface ObjectLine {
  readonly kind: 'object';
  readonly node: DraftTable | DraftFigure | DraftBox;
}
export type Line = TextLine | ObjectLine;

/** Blanks that only serve to indent; U+00A0 and U+3000 are among them in 公文. */
const EDGE_BLANK = /^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g;
/** 2号 is 22 pt, 小二 18 pt: what is at least 小二 is no body text (正文 3号 = 16 pt, GB/T 9704 5.2.2). */
const TITLE_SIZE = 18;

export function linesOf(draft: Draft): Line[] {
  const lines: Line[] = [];
  let blankBefore = false;
  for (const node of draft.nodes) {
    if (node.kind !== 'paragraph') {
      lines.push({ kind: 'object', node });
      blankBefore = false;
      continue;
    }
    const line = textLine(node, blankBefore);
    blankBefore = line === null;
    if (line !== null) lines.push(line);
  }
  return lines;
}

export function textLine(paragraph: DraftParagraph, blankBefore: boolean): TextLine | null {
  const whole = draftText(paragraph);
  const text = whole.replace(EDGE_BLANK, '');
  if (text === '') return null;
  const from = whole.indexOf(text[0] as string);
  const first = paragraph.runs.find((run) => run.text.trim() !== '');
  return {
    kind: 'text',
    text,
    paragraph,
    from,
    blankBefore,
    align: paragraph.align ?? null,
    size: first?.size ?? null,
    red: first?.color !== undefined && isRed(first.color),
    style: paragraph.style ?? '',
    indent: (paragraph.firstLineIndent ?? 0) + from,
  };
}

function isRed(colour: string): boolean {
  const red = Number.parseInt(colour.slice(0, 2), 16);
  const green = Number.parseInt(colour.slice(2, 4), 16);
  const blue = Number.parseInt(colour.slice(4, 6), 16);
  return red >= 0xb0 && green < 0x60 && blue < 0x60;
}

/** Centred, or set as a title by size or style: what no run of body text is. */
export function looksLikeTitle(line: TextLine): boolean {
  if (line.style === 'title') return true;
  if (line.size !== null && line.size >= TITLE_SIZE) return line.align === 'center' || line.indent < 2;
  return false;
}

export function isCentred(line: TextLine): boolean {
  return line.align === 'center';
}

/** 署名 stand at the right: by alignment, or pushed there by blanks. */
export function isAtRight(line: TextLine): boolean {
  return line.align === 'right' || line.from >= 6;
}

/**
 * The text of a line as runs with their marks.
 * @param runInFrom where the text behind a run-in heading begins, null for none.
 * @param keepBold false where the block's own style decides on the weight.
 */
export function runsOf(line: TextLine, runInFrom: number | null = null, keepBold = false): TextRun[] {
  const runs: TextRun[] = [];
  const end = line.from + line.text.length;
  const split = runInFrom === null ? end : line.from + runInFrom;
  const allBold = line.paragraph.runs.every((run) => run.bold === true || run.text.trim() === '');
  let position = 0;
  for (const run of line.paragraph.runs) {
    const start = Math.max(position, line.from);
    const stop = Math.min(position + run.text.length, end);
    const marks = {
      ...(run.vertical === 'superscript' ? { superscript: true as const } : {}),
      ...(run.vertical === 'subscript' ? { subscript: true as const } : {}),
      ...(keepBold && run.bold === true && !allBold ? { bold: true as const } : {}),
    };
    if (stop > start) {
      const whole = run.text.slice(start - position, stop - position);
      const cut = Math.min(Math.max(split - start, 0), whole.length);
      append(runs, whole.slice(0, cut), marks);
      append(runs, whole.slice(cut), { ...marks, runIn: true });
    }
    position += run.text.length;
  }
  return runs;
}

function append(runs: TextRun[], text: string, marks: Omit<TextRun, 'text'>): void {
  if (text === '') return;
  const last = runs[runs.length - 1];
  if (last !== undefined && sameMarks(last, marks)) runs[runs.length - 1] = { ...last, text: last.text + text };
  else runs.push({ text, ...marks });
}

function sameMarks(a: Omit<TextRun, 'text'>, b: Omit<TextRun, 'text'>): boolean {
  return a.runIn === b.runIn && a.bold === b.bold && a.superscript === b.superscript && a.subscript === b.subscript;
}
