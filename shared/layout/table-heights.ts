/** Heights of rows: as high as their fullest cell; what a cell over several rows lacks is shared among them. */
import { leastRows } from './table-forms.ts';
import type { TableGrid } from './table-grid.ts';

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
  const least = textHeight(1, look);
  const heights = grid.isForm
    ? leastRows(grid, look.formRow).map((height) => Math.max(height, least))
    : new Array<number>(grid.rows).fill(least);
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
