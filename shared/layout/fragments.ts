/** A table on pages: as many rows as fit, a tall row divided between its lines, the head rows again on each further page. */

import type { FontMetrics } from './metrics.ts';
import type { Origin } from './page.ts';
import { drawLine, drawRule, type Sheet } from './sheet.ts';
import type { CellLayout, TableLayout } from './table.ts';

/** Where the next fragment begins: a row, and in a divided row how many lines of each of its cells stand already. */
export interface TableCursor {
  readonly row: number;
  /** Lines already set, by index of the cell in the table. */
  readonly done: ReadonlyMap<number, number>;
  /** Height that is left of a divided row. */
  readonly left: number | null;
}
export const tableStart: TableCursor = { row: 0, done: new Map(), left: null };

interface RowSlice {
  readonly row: number;
  readonly y: number;
  readonly height: number;
  readonly isHead: boolean;
}
export interface Fragment {
  readonly slices: readonly RowSlice[];
  readonly height: number;
  readonly next: TableCursor | null;
}

/** A row of at most this many lines moves to the next page as a whole. */
const WHOLE_ROW_LINES = 7;
/** A divided row leaves at least this many lines on either side. */
const PART_LINES = 3;

/**
 * @param room height that is left on the page.
 * @param full height of an empty page: what does not fit there either has to be divided.
 * @returns the fragment, or null when nothing sensible fits in `room`.
 */
export function nextFragment(table: TableLayout, cursor: TableCursor, room: number, full: number): Fragment | null {
  const { look, heights, headRows } = table;
  const slices: RowSlice[] = [];
  let y = 0;
  if (cursor.row > 0 || cursor.left !== null) {
    for (let row = 0; row < headRows && y + (heights[row] as number) < full / 2; row += 1) {
      slices.push({ row, y, height: heights[row] as number, isHead: true });
      y += heights[row] as number;
    }
  }
  const start = slices.length;
  let row = cursor.row;
  let left = cursor.left;
  while (row < heights.length) {
    const height = left ?? (heights[row] as number);
    if (y + height <= room) {
      slices.push({ row, y, height, isHead: false });
      y += height;
      row += 1;
      left = null;
      continue;
    }
    const part = divisible(height, room - y, full, look.pitch, 2 * look.paddingY);
    if (part > 0) {
      slices.push({ row, y, height: part, isHead: false });
      y += part;
      left = Math.max(look.pitch + 2 * look.paddingY, height - part + 2 * look.paddingY);
      return { slices, height: y, next: advance(table, cursor, slices, row, left) };
    }
    break;
  }
  const placed = slices.length - start;
  if (placed === 0) return null;
  // Head rows alone at the foot of a page say nothing.
  if (row < heights.length && cursor.row === 0 && row <= headRows && headRows > 0 && room < full) return null;
  return { slices, height: y, next: row >= heights.length && left === null ? null : advance(table, cursor, slices, row, null) };
}

/** One row as it is, whatever the room: for a row that nothing else can be done with. */
export function forcedFragment(table: TableLayout, cursor: TableCursor): Fragment {
  const height = cursor.left ?? (table.heights[cursor.row] as number);
  const slices = [{ row: cursor.row, y: 0, height, isHead: false }];
  const row = cursor.row + 1;
  return { slices, height, next: row >= table.heights.length ? null : advance(table, cursor, slices, row, null) };
}

function divisible(height: number, room: number, full: number, pitch: number, padding: number): number {
  const lines = Math.floor((room - padding) / pitch);
  const all = Math.floor((height - padding) / pitch);
  if (height > full) return lines >= 1 ? lines * pitch + padding : 0;
  if (all <= WHOLE_ROW_LINES || lines < PART_LINES || all - lines < PART_LINES) return 0;
  return lines * pitch + padding;
}

function advance(table: TableLayout, cursor: TableCursor, slices: readonly RowSlice[], row: number, left: number | null): TableCursor {
  const done = new Map<number, number>();
  table.cells.forEach((cell, index) => {
    if (cell.row + cell.rowSpan <= row || cell.row > row) return;
    const set = linesIn(table, cell, index, cursor, slices).to;
    if (set > 0) done.set(index, set);
  });
  return { row, done, left };
}

/** Lines of a cell that stand in the fragment. */
function linesIn(
  table: TableLayout,
  cell: CellLayout,
  index: number,
  cursor: TableCursor,
  slices: readonly RowSlice[],
): { from: number; to: number; top: number; height: number } {
  const { look } = table;
  const own = slices.filter((slice) => !slice.isHead && slice.row >= cell.row && slice.row < cell.row + cell.rowSpan);
  const from = cursor.done.get(index) ?? 0;
  const top = own[0]?.y ?? 0;
  const height = own.reduce((sum, slice) => sum + slice.height, 0);
  const last = own[own.length - 1];
  const ends = last !== undefined && last.row === cell.row + cell.rowSpan - 1 && isWhole(table, cursor, last);
  const fit = Math.max(0, Math.floor((height - 2 * look.paddingY + 2) / look.pitch));
  return { from, to: ends ? cell.lines.length : Math.min(cell.lines.length, from + fit), top, height };
}

function isWhole(table: TableLayout, cursor: TableCursor, slice: RowSlice): boolean {
  const height = slice.row === cursor.row && cursor.left !== null ? cursor.left : (table.heights[slice.row] as number);
  return slice.height >= height;
}

/** Where a fragment is drawn, and what the text of its cells comes from. */
export interface FragmentPlace {
  readonly sheet: Sheet;
  readonly fonts: readonly FontMetrics[];
  readonly left: number;
  readonly top: number;
  readonly origin: Origin;
}

interface CellPart {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly height: number;
}

/** Head rows that are repeated are furniture: they have no origin. */
export function drawFragment(place: FragmentPlace, table: TableLayout, cursor: TableCursor, fragment: Fragment): void {
  table.cells.forEach((cell, index) => {
    const head = fragment.slices.filter((slice) => slice.isHead && slice.row >= cell.row && slice.row < cell.row + cell.rowSpan);
    if (head.length > 0) {
      const height = head.reduce((sum, slice) => sum + slice.height, 0);
      drawCell(place, table, cell, { from: 0, to: cell.lines.length, top: (head[0] as RowSlice).y, height }, undefined);
    }
    const part = linesIn(table, cell, index, cursor, fragment.slices);
    if (part.height > 0) drawCell(place, table, cell, part, { ...place.origin, row: cell.row, column: cell.column });
  });
  const { sheet, left, top } = place;
  const right = left + (table.edges[table.edges.length - 1] as number);
  drawRule(sheet, left, top, right, top, table.look.rule);
  drawRule(sheet, left, top, left, top + fragment.height, table.look.rule);
}

function drawCell(
  { sheet, fonts, left, top }: FragmentPlace,
  table: TableLayout,
  cell: CellLayout,
  part: CellPart,
  origin: Origin | undefined,
): void {
  const { look, edges } = table;
  const x = left + (edges[cell.column] as number);
  const right = left + (edges[cell.column + cell.columnSpan] as number);
  const y = top + part.top;
  drawRule(sheet, right, y, right, y + part.height, look.rule);
  drawRule(sheet, x, y + part.height, right, y + part.height, look.rule);
  const free = part.height - 2 * look.paddingY - (part.to - part.from) * look.pitch;
  let baseline = y + look.paddingY + Math.max(0, Math.floor(free / 2)) + Math.round(look.pitch / 2 + look.size * 0.36);
  for (let i = part.from; i < part.to; i += 1) {
    const line = cell.lines[i];
    if (line !== undefined) drawLine(sheet, fonts, line, x + look.paddingX, baseline, 'black', origin);
    baseline += look.pitch;
  }
}
