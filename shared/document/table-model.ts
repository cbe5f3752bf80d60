/**
 * A table as a grid: which cell stands at which row and column. The base of every operation on tables (table-edit.ts, table-cells.ts,
 * table-paste.ts): opened, changed as a list of placed cells, closed again as a block that is a full rectangle without overlaps.
 */
import type { CellParagraph, TableBlock, TableCell, TableRow } from './block.ts';

/** A cell with its first row and column. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly paragraphs: readonly CellParagraph[];
}

export interface TableModel {
  readonly rows: number;
  readonly widths: readonly number[];
  /** Rows at the top marked as head. */
  readonly heads: readonly boolean[];
  readonly cells: readonly CellPlace[];
}

/** Rows and columns from … to, both included. */
export interface TableArea {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export const emptyParagraph: CellParagraph = { type: 'cellParagraph', children: [{ text: '' }] };

/** Reads a block by the layout's own rule: spans are cut where another cell stands, gaps become empty cells. */
export function openTable(table: TableBlock): TableModel {
  const rows = table.children.length;
  const declared = Math.max(table.columns.length, 1);
  const taken: boolean[][] = table.children.map(() => []);
  const cells: CellPlace[] = [];
  let width = declared;
  table.children.forEach((row, r) => {
    const line = taken[r] as boolean[];
    let column = 0;
    for (const cell of row.children.filter((child) => child.type === 'tableCell')) {
      while (line[column] === true) column += 1;
      const most = Math.max(1, Math.min(cell.columnSpan, declared - column));
      let columnSpan = 1;
      while (columnSpan < most && line[column + columnSpan] !== true) columnSpan += 1;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, rows - r));
      for (let dr = 0; dr < rowSpan; dr += 1) for (let dc = 0; dc < columnSpan; dc += 1) (taken[r + dr] as boolean[])[column + dc] = true;
      cells.push({ row: r, column, rowSpan, columnSpan, paragraphs: cell.children });
      column += columnSpan;
      width = Math.max(width, column);
    }
  });
  taken.forEach((line, row) => {
    for (let column = 0; column < width; column += 1) if (line[column] !== true) cells.push(emptyCell(row, column));
  });
  const average = table.columns.reduce((sum, each) => sum + each, 0) / declared || 1;
  const widths = Array.from({ length: width }, (_, column) => table.columns[column] ?? average);
  return { rows, widths, heads: table.children.map((row) => row.head === true), cells };
}

/** A row in which no cell begins is taken out: nothing can be written there, and the editor could not show it. */
export function closeTable(model: TableModel): TableBlock {
  const begins = Array.from({ length: model.rows }, (_, row) => model.cells.some((cell) => cell.row === row));
  const cells = model.cells.map((cell) => ({
    ...cell,
    rowSpan: begins.slice(cell.row, cell.row + cell.rowSpan).filter((is) => is).length,
  }));
  const children = begins.flatMap((is, row): TableRow[] => {
    if (!is) return [];
    const inRow = cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    return [{ type: 'tableRow', ...(model.heads[row] === true ? { head: true as const } : {}), children: inRow.map(closeCell) }];
  });
  return { type: 'table', columns: [...model.widths], children };
}

function closeCell({ columnSpan, rowSpan, paragraphs }: CellPlace): TableCell {
  return { type: 'tableCell', columnSpan, rowSpan, children: paragraphs.length === 0 ? [emptyParagraph] : paragraphs };
}

/** The table as a full rectangle, each cell with a paragraph; the very same block when it is one already. */
export function wholeTable(table: TableBlock): TableBlock {
  if (isWhole(table)) return table;
  const whole = closeTable(openTable(table));
  return whole.children.length > 0 ? whole : newTable(1, table.columns.length);
}

function isWhole(table: TableBlock): boolean {
  const { rows, widths, cells } = openTable(table);
  const given = table.children.reduce((sum, row) => sum + row.children.length, 0);
  const places = table.children.flatMap((row) => row.children);
  return (
    rows > 0 &&
    widths.length === table.columns.length &&
    cells.length === given &&
    table.children.every((row) => row.children.length > 0) &&
    places.every(
      (cell, i) =>
        cell.type === 'tableCell' &&
        cell.rowSpan === cells[i]?.rowSpan &&
        cell.columnSpan === cells[i]?.columnSpan &&
        cell.children.length > 0 &&
        cell.children.every((child) => child.type === 'cellParagraph'),
    )
  );
}

export function newTable(rows: number, columns: number): TableBlock {
  const width = Math.max(columns, 1);
  const children = Array.from({ length: Math.max(rows, 1) }, (): TableRow => {
    const cells = Array.from(
      { length: width },
      (): TableCell => ({ type: 'tableCell', columnSpan: 1, rowSpan: 1, children: [emptyParagraph] }),
    );
    return { type: 'tableRow', children: cells };
  });
  return { type: 'table', columns: new Array<number>(width).fill(1), children };
}

export function emptyCell(row: number, column: number): CellPlace {
  return { row, column, rowSpan: 1, columnSpan: 1, paragraphs: [emptyParagraph] };
}

export function cellAt(model: TableModel, row: number, column: number): CellPlace | undefined {
  return model.cells.find((cell) => covers(cell, row, column));
}

function covers(cell: CellPlace, row: number, column: number): boolean {
  return row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan;
}

/** The place of the n-th cell of a row of the block, as the editor counts them. */
export function placeOfChild(model: TableModel, row: number, index: number): CellPlace | undefined {
  return cellsOfRow(model, row)[index];
}

/** The index in its row's children of the cell that covers the place. */
export function childAt(model: TableModel, row: number, column: number): { readonly row: number; readonly index: number } | undefined {
  const cell = cellAt(model, row, column);
  return cell === undefined ? undefined : { row: cell.row, index: cellsOfRow(model, cell.row).indexOf(cell) };
}

function cellsOfRow(model: TableModel, row: number): readonly CellPlace[] {
  return model.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
}

export function areaOf(cell: CellPlace): TableArea {
  return { top: cell.row, left: cell.column, bottom: cell.row + cell.rowSpan - 1, right: cell.column + cell.columnSpan - 1 };
}

export function isIn(cell: CellPlace, area: TableArea): boolean {
  const own = areaOf(cell);
  return own.bottom >= area.top && own.top <= area.bottom && own.right >= area.left && own.left <= area.right;
}

/** The area with every cell that it touches whole. */
export function wholeArea(model: TableModel, area: TableArea): TableArea {
  let now = area;
  for (;;) {
    const next = model.cells
      .filter((cell) => isIn(cell, now))
      .map(areaOf)
      .reduce(joined, now);
    if (next.top === now.top && next.left === now.left && next.bottom === now.bottom && next.right === now.right) return now;
    now = next;
  }
}

export function joined(a: TableArea, b: TableArea): TableArea {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}
