/** Sets the text of cells: what is short stands in the middle, what is long runs from the left, numbers stand on their points. */
import type { Align } from '../document/block.ts';
import { sumsOf } from './breaks.ts';
import type { Cells } from './cells.ts';
import { kind } from './characters.ts';
import { adjustedOf, setLine } from './justify.ts';
import { breakLines, type LineShape, type SetLine } from './line.ts';
import { movedLine } from './set-line.ts';
import { waitsForSeal } from './table-forms.ts';
import type { PlacedCell } from './table-grid.ts';
import type { CellText, ParagraphText } from './table-text.ts';

/** Narrower cells are not justified: their few characters would be torn apart. */
const JUSTIFIED_EMS = 10;
/** Most lines of a centred cell of the body, and of the head. */
const CENTRED_LINES = 2;
const CENTRED_HEAD_LINES = 5;
/** From this share of long cells a column is one of running text, its short cells too. */
const TEXT_COLUMN = 0.3;
/** From this share of cells with clauses it is one as well: what is read runs from the left. */
const CLAUSES = 0.5;
const CLAUSE = /[，；。].*[\u3400-\u9fff]/;
const NUMBERED = /^\s*([（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)．.、]|[①-⑳]|——)/;

export interface CellStyle {
  readonly size: number;
  readonly padding: number;
  /** A frame around text (专栏). */
  readonly frame: boolean;
  readonly form: boolean;
}

/** The text of a cell as it is set, and how each of its paragraphs stands, for those who break lines themselves. */
export interface CellSetting {
  readonly lines: readonly SetLine[];
  readonly aligns: readonly Align[];
}

/** @returns the lines of every cell, in the order of `texts`. */
export function setCells(texts: readonly CellText[], edges: readonly number[], style: CellStyle): CellSetting[] {
  const rooms = texts.map(({ placed }) =>
    Math.max(style.size, (edges[placed.column + placed.columnSpan] as number) - (edges[placed.column] as number) - 2 * style.padding),
  );
  if (style.frame) return texts.map((text, index) => ({ lines: setFrame(text, rooms[index] as number, style), aligns: [] }));
  // What runs over several lines of a wide cell is justified; all else is set flush left and moved where it belongs.
  const flush = texts.map(({ placed, paragraphs }, index) => {
    const room = rooms[index] as number;
    const wide = room >= style.size * JUSTIFIED_EMS && !placed.head && !placed.group;
    return paragraphs.map((each, at) => linesOf(each, shapeOf(room, wide && !isMoved(placed, at) ? 'justify' : 'left')));
  });
  const chosen = choiceOf(texts);
  const running = runningColumns(texts, flush, rooms, edges.length - 1, style.size);
  const onPoint = pointPlaces(texts, flush, rooms, chosen);
  return texts.map((text, index): CellSetting => {
    const room = rooms[index] as number;
    const place = onPoint.get(index);
    const lines = flush[index] as SetLine[][];
    if (place !== undefined) return { lines: lines.flat().map((line) => movedLine(line, place)), aligns: ['right'] };
    if (style.form && waitsForSeal(text.placed)) {
      const signed = lines.flat().map((line) => movedLine(line, Math.max(0, room - line.width - style.size * 2)));
      return { lines: signed, aligns: lines.map(() => 'right') };
    }
    const aligns = alignsOf(text, lines, room, style.size, running[text.placed.column] === true, chosen);
    return { lines: setCell(text, lines, aligns, room, style.size), aligns };
  });
}

/** What somebody has chosen for a paragraph, undefined for what Word says of every one. */
type Chosen = (align: Align | undefined) => Align | undefined;

/** Justified says nothing, and neither does a table that is all flush left: nobody has touched it. */
function choiceOf(texts: readonly CellText[]): Chosen {
  const filled = texts.filter(({ paragraphs }) => paragraphs.some(({ cells }) => cells.count > 0));
  const untouched = filled.every(({ placed }) => placed.cell.children.every(({ align }) => align === 'left' || align === 'justify'));
  return (align) => (align === 'justify' || (align === 'left' && untouched) ? undefined : align);
}

/** Somebody has said that it stands in the middle or at the right. */
function isMoved({ cell }: PlacedCell, at: number): boolean {
  const given = cell.children[at]?.align;
  return given === 'center' || given === 'right';
}

/** Most texts of a table stand on one line: nothing has to be chosen for them. */
function linesOf({ cells, widths }: ParagraphText, shape: LineShape): SetLine[] {
  const isOne = widths.length === 1 && cells.count > 0 && (widths[0] as number) <= shape.width;
  return isOne
    ? [setLine(cells, adjustedOf(cells), sumsOf(cells), 0, cells.count, shape.width, true, true, shape)]
    : breakLines(cells, shape);
}

function shapeOf(width: number, align: LineShape['align']): LineShape {
  return { width, firstIndent: 0, indent: 0, align };
}

/** In the middle stands what is short, and what heads a column or a group; where there is no room to justify, lines are flush left. */
function alignsOf(
  { placed, paragraphs }: CellText,
  flush: readonly (readonly SetLine[])[],
  room: number,
  size: number,
  running: boolean,
  chosen: Chosen,
): Align[] {
  const count = flush.reduce((sum, lines) => sum + lines.length, 0);
  const single = flush.every((lines, index) => lines.length <= (paragraphs[index] as ParagraphText).widths.length);
  const narrow = room < size * JUSTIFIED_EMS;
  const few =
    placed.head || placed.group
      ? count <= CENTRED_HEAD_LINES
      : !running && (single ? !paragraphs.some(isNumbered) : narrow && paragraphs.length === 1 && count <= CENTRED_LINES);
  return flush.map((lines, index): Align => {
    const given = chosen(placed.cell.children[index]?.align);
    if (given === 'right' || given === 'center') return given;
    if (given === undefined && few) return 'center';
    return lines.length === 1 || narrow ? 'left' : 'justify';
  });
}

function setCell(
  { placed, paragraphs }: CellText,
  flush: readonly (readonly SetLine[])[],
  aligns: readonly Align[],
  room: number,
  size: number,
): SetLine[] {
  return paragraphs.flatMap((paragraph, index): readonly SetLine[] => {
    const lines = flush[index] as SetLine[];
    const align = aligns[index];
    if (align === 'right') return lines.map((line) => movedLine(line, Math.max(0, room - line.width)));
    if (align === 'center') return centred(paragraph, lines, room, size);
    // In the body they are already.
    return align === 'justify' && (placed.head || placed.group) ? breakLines(paragraph.cells, shapeOf(room, 'justify')) : lines;
  });
}

/** Lines of nearly one length in the middle: the narrowest measure that gives no more of them. */
function centred(paragraph: ParagraphText, flush: readonly SetLine[], room: number, size: number): readonly SetLine[] {
  const middle = (lines: readonly SetLine[]): SetLine[] => lines.map((line) => movedLine(line, Math.max(0, (room - line.width) >> 1)));
  if (flush.length === 1 || paragraph.widths.length > 1) return middle(flush);
  const step = Math.max(1, size >> 2);
  let found: SetLine[] | null = null;
  for (let width = Math.ceil((paragraph.widths[0] as number) / flush.length); width < room; width += step) {
    if (width < paragraph.word) continue;
    const lines = breakLines(paragraph.cells, shapeOf(width, 'left'));
    if (lines.length > flush.length || lines.some((line) => line.fault !== null || line.width > room)) continue;
    if (!partsNumber(paragraph, lines)) return middle(lines);
    found ??= lines;
  }
  if (found !== null && partsNumber(paragraph, flush)) return middle(found);
  return middle(flush);
}

/** A number keeps its unit: 2026年 and 3月 stand each on one line where they can. */
function partsNumber({ cells }: ParagraphText, lines: readonly SetLine[]): boolean {
  return lines.slice(1).some((line) => {
    const at = line.pieces[0]?.at ?? 0;
    const before = cells.codes[at - 1] ?? 0;
    return cells.kinds[at] === kind.han && before >= 0x30 && before <= 0x39;
  });
}

function textOf({ cells }: ParagraphText): string {
  let text = '';
  for (let i = 0; i < Math.min(cells.count, 40); i += 1) text += String.fromCodePoint(cells.codes[i] as number);
  return text;
}

function isNumbered(paragraph: ParagraphText): boolean {
  return paragraph.cells.count > 6 && NUMBERED.test(textOf(paragraph));
}

/** Longer than a name, with a comma in it. */
function isClause(paragraph: ParagraphText): boolean {
  return paragraph.cells.count > 8 && CLAUSE.test(textOf(paragraph));
}

function runningColumns(
  texts: readonly CellText[],
  flush: readonly (readonly (readonly SetLine[])[])[],
  rooms: readonly number[],
  columns: number,
  size: number,
): boolean[] {
  const filled = new Array<number>(columns).fill(0);
  const long = new Array<number>(columns).fill(0);
  const clauses = new Array<number>(columns).fill(0);
  texts.forEach(({ placed, paragraphs }, index) => {
    if (placed.head || placed.columnSpan > 1 || paragraphs.every(({ cells }) => cells.count === 0)) return;
    filled[placed.column] = (filled[placed.column] as number) + 1;
    const lines = (flush[index] as SetLine[][]).map((each) => each.length);
    const most = Math.max(...lines);
    if (most > ((rooms[index] as number) < size * JUSTIFIED_EMS ? CENTRED_LINES : 1))
      long[placed.column] = (long[placed.column] as number) + 1;
    if (paragraphs.some(isClause)) clauses[placed.column] = (clauses[placed.column] as number) + 1;
  });
  return filled.map(
    (count, column) => count > 0 && ((long[column] as number) >= count * TEXT_COLUMN || (clauses[column] as number) >= count * CLAUSES),
  );
}

const NUMBER = /^[+\-−－]?[0-9][0-9,，]*(\.[0-9]+)?[%％‰]?$/;
const POINT = 0x2e;

/** Columns of numbers: every point on one line, the widest number in the middle. */
function pointPlaces(
  texts: readonly CellText[],
  flush: readonly (readonly (readonly SetLine[])[])[],
  rooms: readonly number[],
  chosen: Chosen,
): Map<number, number> {
  const columns = new Map<number, { index: number; whole: number; part: number }[]>();
  const others = new Map<number, number>();
  texts.forEach(({ placed, paragraphs }, index) => {
    if (placed.head || placed.columnSpan > 1 || paragraphs.length === 0) return;
    const [only] = paragraphs;
    if (only === undefined || (paragraphs.length === 1 && only.cells.count === 0)) return;
    const given = chosen(placed.cell.children[0]?.align);
    const isNumber = paragraphs.length === 1 && given !== 'right' && given !== 'left' && NUMBER.test(textOf(only)) && only.cells.count < 40;
    if (!isNumber || (flush[index] as SetLine[][])[0]?.length !== 1) {
      others.set(placed.column, (others.get(placed.column) ?? 0) + 1);
      return;
    }
    const list = columns.get(placed.column) ?? [];
    list.push({ index, ...halves(only) });
    columns.set(placed.column, list);
  });
  const places = new Map<number, number>();
  for (const [column, numbers] of columns) {
    if (numbers.length < 2 || numbers.length < (others.get(column) ?? 0) || isCounting(numbers, texts)) continue;
    const whole = Math.max(...numbers.map((each) => each.whole));
    const part = Math.max(...numbers.map((each) => each.part));
    const room = Math.min(...numbers.map((each) => rooms[each.index] as number));
    if (whole + part > room) continue;
    const left = (room - whole - part) >> 1;
    for (const each of numbers) places.set(each.index, left + whole - each.whole);
  }
  return places;
}

/** Widths before the point and from the point on. */
function halves({ cells }: ParagraphText): { whole: number; part: number } {
  let whole = 0;
  let part = 0;
  let behind = false;
  for (let i = 0; i < cells.count; i += 1) {
    behind ||= cells.codes[i] === POINT || cells.kinds[i] === kind.unit;
    const advance = (cells.advances[i] as number) + (i === 0 ? 0 : (cells.gaps[i] as number));
    if (behind) part += advance;
    else whole += advance;
  }
  return { whole, part };
}

/** 1, 2, 3 … in a column of 序号: each stands in the middle. */
function isCounting(numbers: readonly { readonly index: number }[], texts: readonly CellText[]): boolean {
  let last: number | null = null;
  for (const { index } of numbers) {
    const value = Number(textOf(texts[index]?.paragraphs[0] as ParagraphText));
    if (last !== null && value !== last + 1 && value !== 1) return false;
    last = value;
  }
  return true;
}

function setFrame({ paragraphs, placed }: CellText, room: number, { size }: CellStyle): SetLine[] {
  return paragraphs.flatMap(({ cells }, index) => frameParagraph(cells, index, placed.cell.children[index]?.align, room, size));
}

/** A paragraph of a box: its first is its heading and stands in the middle, the others are text. */
export function frameParagraph(cells: Cells, index: number, given: Align | undefined, room: number, size: number): SetLine[] {
  const fitting = breakLines(cells, shapeOf(room, 'left'));
  if (given === 'right') return breakLines(cells, shapeOf(room, 'right'));
  if (given === 'center' || (index === 0 && fitting.length === 1)) return breakLines(cells, shapeOf(room, 'center'));
  const firstIndent = index === 0 ? 0 : size * 2;
  const width = Math.max(room, size * 3);
  return breakLines(cells, { width, firstIndent, indent: 0, align: index === 0 ? 'center' : 'justify' });
}
