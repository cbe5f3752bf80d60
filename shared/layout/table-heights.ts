/** Heights of rows: as high as their fullest cell; what a cell over several rows lacks is shared among them. */
import type { TableGrid } from './table-grid.ts';
import { isEmpty } from './table-grid.ts';

export interface RowLook {
  readonly pitch: number;
  readonly paddingY: number;
  readonly formRow: number;
}
export interface HighCell {
  readonly row: number;
  readonly rowSpan: number;
  readonly lines: readonly unknown[];
}

export function rowHeights(grid: TableGrid, cells: readonly HighCell[], look: RowLook): number[] {
  const heights = leastHeights(grid, look);
  for (const cell of cells)
    if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] as number, textHeight(cell.lines.length, look));
  // The shorter spans first: what they add counts for the longer ones.
  const spans = cells.filter((cell) => cell.rowSpan > 1).sort((a, b) => a.rowSpan - b.rowSpan || a.row - b.row);
  for (const cell of spans) {
    let have = 0;
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1) have += heights[r] as number;
    const missing = textHeight(cell.lines.length, look) - have;
    if (missing <= 0) continue;
    const each = Math.ceil(missing / cell.rowSpan);
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1) heights[r] = (heights[r] as number) + each;
  }
  return heights;
}

export function textHeight(lines: number, look: Pick<RowLook, 'pitch' | 'paddingY'>): number {
  return Math.max(1, lines) * look.pitch + 2 * look.paddingY;
}

/** A form is filled in by hand: its rows with empty cells have room for that. */
function leastHeights(grid: TableGrid, look: RowLook): number[] {
  const heights = new Array<number>(grid.rows).fill(textHeight(1, look));
  if (!grid.isForm) return heights;
  for (const { cell, row } of grid.cells) if (isEmpty(cell)) heights[row] = Math.max(heights[row] as number, look.formRow);
  return heights;
}
