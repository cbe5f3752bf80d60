/** Cells put into a table from one cell on, as a spreadsheet does it: the table grows when they run over its edge. */
import { type CellParagraph, runsText, type TableBlock } from './block.ts';
import { insertColumns, insertRows } from './table-edit.ts';
import { cellAt, closeTable, openTable } from './table-model.ts';

/** Rows of cells; null where a span of the source covers, which leaves the target as it is. */
export type PasteGrid = readonly (readonly (readonly CellParagraph[] | null)[])[];

export function gridToPaste(table: TableBlock): PasteGrid {
  const model = openTable(table);
  return Array.from({ length: model.rows }, (_, row) =>
    model.widths.map((_width, column) => {
      const cell = cellAt(model, row, column);
      return cell !== undefined && cell.row === row && cell.column === column ? cell.paragraphs : null;
    }),
  );
}

/**
 * Text that was in a cell is replaced. A place that a span of the target covers has no cell of its own: what comes there stands
 * behind the text of the cell that covers it.
 */
export function pasteGrid(table: TableBlock, row: number, column: number, grid: PasteGrid): TableBlock {
  let grown = table;
  const size = openTable(table);
  const rows = row + grid.length - size.rows;
  const columns = column + Math.max(0, ...grid.map((line) => line.length)) - size.widths.length;
  if (rows > 0) grown = insertRows(grown, size.rows, rows);
  if (columns > 0) grown = insertColumns(grown, size.widths.length, columns);
  const model = openTable(grown);
  const filled = new Map<unknown, readonly CellParagraph[]>();
  grid.forEach((line, dr) => {
    line.forEach((paragraphs, dc) => {
      const cell = cellAt(model, row + dr, column + dc);
      if (cell === undefined || paragraphs === null) return;
      const isOwn = cell.row === row + dr && cell.column === column + dc;
      const before = filled.get(cell);
      if (isOwn && before === undefined) filled.set(cell, paragraphs);
      else if (hasText(paragraphs)) filled.set(cell, [...(before ?? cell.paragraphs).filter((each) => hasText([each])), ...paragraphs]);
    });
  });
  return closeTable({ ...model, cells: model.cells.map((cell) => ({ ...cell, paragraphs: filled.get(cell) ?? cell.paragraphs })) });
}

function hasText(paragraphs: readonly CellParagraph[]): boolean {
  return paragraphs.some((paragraph) => runsText(paragraph.children) !== '');
}
