/** A table on pages: as many rows as fit, a tall row divided between its lines, the head rows again on each further page. */

import type { FontMetrics } from './metrics.ts';
import type { Origin } from './page.ts';
import { drawLine, drawRule, type Sheet } from './sheet.ts';
import type { CellLayout, TableLayout } from './table.ts';
import { textHeight } from './table-heights.ts';

/** Where the next fragment begins: a row, and how much stands already of the cells that reach into it. */
export interface TableCursor {
  readonly row: number;
  /** Lines already set, by index of the cell in the table. */
  readonly done: ReadonlyMap<number, number>;
  /** Part of the row stands on the page before. */
  readonly divided: boolean;
}
export const tableStart: TableCursor = { row: 0, done: new Map(), divided: false };

/** The lines [from, to) of a cell in a fragment, in a box of its columns. */
interface CellPart {
  readonly cell: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
  /** A head row that is repeated. */
  readonly again: boolean;
}
export interface Fragment {
  readonly parts: readonly CellPart[];
  readonly height: number;
  readonly next: TableCursor | null;
}

interface RowSlice {
  readonly row: number;
  readonly y: number;
  readonly height: number;
}

/** A row of at most this many lines moves to the next page as a whole. */
const WHOLE_ROW_LINES = 7;
/** So does a row of at most this part of a page where no more than that part is left blank for it. */
const MOVED_ROW = 3;
const BLANK = 4;
/** A divided row leaves at least this many lines on either side. */
const PART_LINES = 3;

/** So many rows go over to the last page at the least, when those before can spare them: one row below its head is no table. */
const LAST_ROWS = 3;

/**
 * @param room height that is left on the page.
 * @param full height of an empty page: what does not fit there either has to be divided.
 * @returns the fragment, or null when nothing sensible fits in `room`.
 */
export function nextFragment(table: TableLayout, cursor: TableCursor, room: number, full: number): Fragment | null {
  const most = fullestFragment(table, cursor, room, full);
  if (most === null || most.next === null || most.next.divided) return most;
  const { row } = most.next;
  const keep = table.heights.length - LAST_ROWS;
  // Of a short table, or one with high rows, nothing can be spared.
  if (row <= keep || keep - Math.max(cursor.row, table.headRows) < LAST_ROWS) return most;
  const over = heightOf(table, keep, row);
  if (over > full / SPARED) return most;
  const shorter = fullestFragment(table, cursor, most.height - over, full);
  return shorter !== null && shorter.next !== null && !shorter.next.divided && shorter.next.row > cursor.row ? shorter : most;
}

/** No more than this part of a page is left blank for the sake of the last one. */
const SPARED = 5;

function heightOf({ heights }: TableLayout, from: number, to: number): number {
  let height = 0;
  for (let row = from; row < to; row += 1) height += heights[row] as number;
  return height;
}

/** As many rows as fit. */
function fullestFragment(table: TableLayout, cursor: TableCursor, room: number, full: number): Fragment | null {
  const { look, heights, headRows } = table;
  const head = repeatedHead(table, cursor, full);
  const slices: RowSlice[] = [];
  const tops = new Map<number, number>();
  let y = head.height;
  let row = cursor.row;
  while (row < heights.length) {
    const height = rowHeight(table, cursor, row, y, tops, head.height);
    tops.set(row, y);
    if (y + height <= room) {
      slices.push({ row, y, height });
      y += height;
      row += 1;
      continue;
    }
    const part = divisible(height, room - y, full - head.height, look.pitch, 2 * look.paddingY);
    if (part <= 0) break;
    slices.push({ row, y, height: part });
    return finish(table, cursor, head, slices, row, true);
  }
  if (row < heights.length) {
    const mayEnd = (at: number): boolean => table.keepNext[at - 1] !== true && !cutsLabel(table, at, tops, y, full);
    while (slices.length > 0 && !mayEnd(row) && (slices.length > 1 || room < full)) {
      y = (slices.pop() as RowSlice).y;
      row -= 1;
    }
    // Head rows alone at the foot of a page say nothing.
    if (cursor.row === 0 && !cursor.divided && row <= headRows && headRows > 0 && room < full) return null;
  }
  return slices.length === 0 ? null : finish(table, cursor, head, slices, row, false);
}

/** What of a table has to stand below its title: the head, and the rows up to the first that may end a page. */
export function openingHeight({ heights, headRows, keepNext }: TableLayout): number {
  let height = 0;
  for (let row = 0; row < heights.length; row += 1) {
    height += heights[row] as number;
    if (row >= headRows && keepNext[row] !== true) break;
  }
  return height;
}

/** One row as it is, whatever the room: for a row that nothing else can be done with. */
export function forcedFragment(table: TableLayout, cursor: TableCursor): Fragment {
  const head = { parts: [], height: 0 };
  const height = rowHeight(table, cursor, cursor.row, 0, new Map(), 0);
  return finish(table, cursor, head, [{ row: cursor.row, y: 0, height }], cursor.row + 1, false);
}

/** A label beside several rows that would not stand whole at the foot of the page moves to the next one with its first rows. */
function cutsLabel(
  { cells, starting, look }: TableLayout,
  row: number,
  tops: ReadonlyMap<number, number>,
  bottom: number,
  full: number,
): boolean {
  for (let at = row - 1; at >= 0 && tops.has(at); at -= 1) {
    const height = bottom - (tops.get(at) as number);
    if (height > full / SPARED) return false;
    for (const index of starting[at] as readonly number[]) {
      const cell = cells[index] as CellLayout;
      if (cell.row + cell.rowSpan > row && isLabel(cell) && textHeight(cell.lines.length, look) > height) return true;
    }
  }
  return false;
}

/** Lines of what names the rows beside it. */
const LABEL_LINES = 8;

function isLabel(cell: CellLayout): boolean {
  return cell.rowSpan > 1 && cell.lines.length > 0 && cell.lines.length <= LABEL_LINES;
}

interface Head {
  readonly parts: readonly CellPart[];
  readonly height: number;
}

function repeatedHead(table: TableLayout, cursor: TableCursor, full: number): Head {
  const { headRows, heights, starting, cells } = table;
  if (headRows === 0 || cursor.row < headRows) return { parts: [], height: 0 };
  const tops = [0];
  for (let row = 0; row < headRows; row += 1) tops.push((tops[row] as number) + (heights[row] as number));
  const height = tops[headRows] as number;
  // A head that leaves no room for the rows is not repeated.
  if (height > full / 2) return { parts: [], height: 0 };
  const parts: CellPart[] = [];
  for (let row = 0; row < headRows; row += 1) {
    for (const index of starting[row] as readonly number[]) {
      const cell = cells[index] as CellLayout;
      const top = tops[row] as number;
      parts.push({ cell: index, from: 0, to: cell.lines.length, top, height: (tops[row + cell.rowSpan] as number) - top, again: true });
    }
  }
  return { parts, height };
}

/** Height of a row in this fragment: what is left of a divided one, and more where a cell over several rows ends that still lacks room. */
function rowHeight(
  table: TableLayout,
  cursor: TableCursor,
  row: number,
  y: number,
  tops: ReadonlyMap<number, number>,
  firstTop: number,
): number {
  const { look, heights, cells } = table;
  const left = (index: number): number => textHeight((cells[index] as CellLayout).lines.length - (cursor.done.get(index) ?? 0), look);
  let height = heights[row] as number;
  if (cursor.divided && row === cursor.row) {
    height = textHeight(1, look);
    for (const index of table.starting[row] as readonly number[]) if (cells[index]?.rowSpan === 1) height = Math.max(height, left(index));
  }
  for (const index of table.ending.get(row) ?? []) {
    const top = tops.get((cells[index] as CellLayout).row) ?? firstTop;
    height = Math.max(height, left(index) - (y - top));
  }
  return height;
}

function divisible(height: number, room: number, full: number, pitch: number, padding: number): number {
  const lines = Math.floor((room - padding) / pitch);
  const all = Math.floor((height - padding) / pitch);
  if (height > full) return lines >= 1 ? lines * pitch + padding : 0;
  const part = Math.min(lines, all - PART_LINES);
  const leavesLittle = room <= full / BLANK && height <= full / MOVED_ROW;
  return all <= WHOLE_ROW_LINES || part < PART_LINES || leavesLittle ? 0 : part * pitch + padding;
}

/** @param row the row that the next fragment begins with; `divided`: it is the last of the slices, and goes on. */
function finish(table: TableLayout, cursor: TableCursor, head: Head, slices: readonly RowSlice[], row: number, divided: boolean): Fragment {
  const { cells, look, starting } = table;
  const first = slices[0] as RowSlice;
  const last = slices[slices.length - 1] as RowSlice;
  const parts: CellPart[] = [...head.parts];
  const done = new Map<number, number>();
  const add = (index: number): void => {
    const cell = cells[index] as CellLayout;
    const end = Math.min(cell.row + cell.rowSpan - 1, last.row);
    const top = (slices[Math.max(cell.row, first.row) - first.row] as RowSlice).y;
    const bottom = slices[end - first.row] as RowSlice;
    const height = bottom.y + bottom.height - top;
    const isEnd = cell.row + cell.rowSpan <= row;
    const from = cursor.done.get(index) ?? 0;
    const fit = Math.max(0, Math.floor((height - 2 * look.paddingY) / look.pitch));
    const to = isEnd ? cell.lines.length : Math.min(cell.lines.length, from + fit);
    // A label beside rows on several pages stands beside them on each.
    if (from === cell.lines.length && cell.row < first.row && isLabel(cell) && fit >= from)
      parts.push({ cell: index, from: 0, to: from, top, height, again: true });
    else parts.push({ cell: index, from, to, top, height, again: false });
    if (!isEnd) done.set(index, to);
  };
  // Cells that reach in from the pages before, then those that begin here.
  for (const index of cursor.done.keys()) if ((cells[index] as CellLayout).row < first.row) add(index);
  for (const slice of slices) for (const index of starting[slice.row] as readonly number[]) add(index);
  const ends = row >= table.heights.length && !divided;
  return { parts, height: last.y + last.height, next: ends ? null : { row, done, divided } };
}

/** Where a fragment is drawn, and what the text of its cells comes from. */
export interface FragmentPlace {
  readonly sheet: Sheet;
  readonly fonts: readonly FontMetrics[];
  readonly left: number;
  readonly top: number;
  readonly origin: Origin;
}

/** Head rows that are repeated are furniture: they have no origin. */
export function drawFragment(place: FragmentPlace, table: TableLayout, fragment: Fragment): void {
  for (const part of fragment.parts) drawCell(place, table, part, fragment.height);
  const { sheet, left, top } = place;
  const right = left + (table.edges[table.edges.length - 1] as number);
  const bottom = top + fragment.height;
  const width = table.look.outerRule;
  drawRule(sheet, left, top, right, top, width);
  drawRule(sheet, left, bottom, right, bottom, width);
  drawRule(sheet, left, top, left, bottom, width);
  drawRule(sheet, right, top, right, bottom, width);
}

/** Its text in the middle of its height, or at its foot; rules at its right and below it, where the frame of the table is not. */
function drawCell({ sheet, fonts, left, top, origin }: FragmentPlace, table: TableLayout, part: CellPart, height: number): void {
  const { look, edges } = table;
  const cell = table.cells[part.cell] as CellLayout;
  const x = left + (edges[cell.column] as number);
  const right = left + (edges[cell.column + cell.columnSpan] as number);
  const y = top + part.top;
  if (cell.column + cell.columnSpan < edges.length - 1) drawRule(sheet, right, y, right, y + part.height, look.rule);
  if (part.top + part.height < height) drawRule(sheet, x, y + part.height, right, y + part.height, look.rule);
  const free = part.height - 2 * look.paddingY - (part.to - part.from) * look.pitch;
  let baseline =
    y + look.paddingY + Math.max(0, cell.low === true ? free : Math.floor(free / 2)) + Math.round(look.pitch / 2 + look.size * 0.36);
  const from = part.again ? undefined : { ...origin, row: cell.row, column: cell.column };
  for (let i = part.from; i < part.to; i += 1) {
    const line = cell.lines[i];
    if (line !== undefined) drawLine(sheet, fonts, line, x + look.paddingX, baseline, 'black', from);
    baseline += look.pitch;
  }
}
