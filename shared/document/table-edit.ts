/**
 * Rows and columns of a table: inserted, deleted, moved, marked as head, made wider. What a span goes through stays one cell;
 * no text goes but with a cell that is deleted whole.
 */
import type { TableBlock } from './block.ts';
import { type CellPlace, closeTable, emptyCell, openTable, type TableModel } from './table-model.ts';

/** @param at index of the new rows, 0 … number of rows; head where both neighbours are, or in front of a head row. */
export function insertRows(table: TableBlock, at: number, count = 1): TableBlock {
  const model = openTable(table);
  const row = within(at, model.rows);
  const crossing = model.cells.filter((cell) => cell.row < row && cell.row + cell.rowSpan > row);
  const moved = model.cells.map((cell): CellPlace => {
    if (cell.row >= row) return { ...cell, row: cell.row + count };
    return crossing.includes(cell) ? { ...cell, rowSpan: cell.rowSpan + count } : cell;
  });
  const isOpen = (column: number) => !crossing.some((cell) => column >= cell.column && column < cell.column + cell.columnSpan);
  const columns = model.widths.map((_, column) => column).filter(isOpen);
  // A new cell is aligned as its neighbour is, as a reader of the column expects.
  const beside = (column: number) => alignedAs(model, Math.min(Math.max(row - 1, 0), model.rows - 1), column);
  const fresh = Array.from({ length: count }, (_, i) =>
    columns.map((column) => ({ ...emptyCell(row + i, column), ...beside(column) })),
  ).flat();
  const isHead = model.heads[row] === true;
  return closeTable({
    ...model,
    rows: model.rows + count,
    heads: model.heads.toSpliced(row, 0, ...new Array<boolean>(count).fill(isHead)),
    cells: [...moved, ...fresh],
  });
}

export function insertColumns(table: TableBlock, at: number, count = 1): TableBlock {
  const model = openTable(table);
  const column = within(at, model.widths.length);
  const crossing = model.cells.filter((cell) => cell.column < column && cell.column + cell.columnSpan > column);
  const moved = model.cells.map((cell): CellPlace => {
    if (cell.column >= column) return { ...cell, column: cell.column + count };
    return crossing.includes(cell) ? { ...cell, columnSpan: cell.columnSpan + count } : cell;
  });
  const isOpen = (row: number) => !crossing.some((cell) => row >= cell.row && row < cell.row + cell.rowSpan);
  const rows = Array.from({ length: model.rows }, (_, row) => row).filter(isOpen);
  const fresh = Array.from({ length: count }, (_, i) => rows.map((row) => emptyCell(row, column + i))).flat();
  const width = model.widths[Math.min(Math.max(column - 1, 0), model.widths.length - 1)] ?? 1;
  return closeTable({
    ...model,
    widths: model.widths.toSpliced(column, 0, ...new Array<number>(count).fill(width)),
    cells: [...moved, ...fresh],
  });
}

/** @returns null when no row is left: the table goes. A cell that reaches beyond the rows keeps its text in what is left of it. */
export function deleteRows(table: TableBlock, from: number, to: number): TableBlock | null {
  const model = openTable(table);
  const keeps = (row: number) => row < from || row > to;
  const left = countWhere(model.rows, keeps);
  if (left === 0) return null;
  const cells = model.cells.flatMap((cell): CellPlace[] => {
    const rowSpan = countWhere(cell.rowSpan, (i) => keeps(cell.row + i));
    return rowSpan === 0 ? [] : [{ ...cell, row: countWhere(cell.row, keeps), rowSpan }];
  });
  return closeTable({ ...model, rows: left, heads: model.heads.filter((_, row) => keeps(row)), cells });
}

/** @returns null when no column is left. */
export function deleteColumns(table: TableBlock, from: number, to: number): TableBlock | null {
  const model = openTable(table);
  const keeps = (column: number) => column < from || column > to;
  const widths = model.widths.filter((_, column) => keeps(column));
  if (widths.length === 0) return null;
  const cells = model.cells.flatMap((cell): CellPlace[] => {
    const columnSpan = countWhere(cell.columnSpan, (i) => keeps(cell.column + i));
    return columnSpan === 0 ? [] : [{ ...cell, column: countWhere(cell.column, keeps), columnSpan }];
  });
  return closeTable({ ...model, widths, cells });
}

/** Head rows are the first ones: marking a row marks those above it, unmarking one unmarks those below. */
export function setHeadRows(table: TableBlock, row: number, isHead: boolean): TableBlock {
  const model = openTable(table);
  const heads = model.heads.map((was, r) => (isHead ? was || r <= row : was && r < row));
  return closeTable({ ...model, heads });
}

/** Where the rows went: `row` is the first of them now. */
export interface MovedRows {
  readonly table: TableBlock;
  readonly row: number;
}

/**
 * Moves a row past its neighbour, rows tied together by spans as one.
 * @returns null where there is no neighbour, or the row would leave the head (or come into it).
 */
export function moveRow(table: TableBlock, row: number, way: 'up' | 'down'): MovedRows | null {
  const model = openTable(table);
  const own = bandOf(model, row);
  const beside = way === 'up' ? own.from - 1 : own.to + 1;
  if (beside < 0 || beside >= model.rows) return null;
  const other = bandOf(model, beside);
  if (model.heads[own.from] !== model.heads[other.from]) return null;
  const [first, second] = way === 'up' ? [other, own] : [own, other];
  const size = second.to - second.from + 1;
  const target = (r: number) => {
    if (r >= first.from && r <= first.to) return r + size;
    if (r >= second.from && r <= second.to) return r - (first.to - first.from + 1);
    return r;
  };
  const heads = model.heads.map((_, r) => model.heads[findSource(model.rows, target, r)] === true);
  return {
    table: closeTable({ ...model, heads, cells: model.cells.map((cell) => ({ ...cell, row: target(cell.row) })) }),
    row: target(own.from),
  };
}

function findSource(rows: number, target: (row: number) => number, wanted: number): number {
  for (let row = 0; row < rows; row += 1) if (target(row) === wanted) return row;
  return wanted;
}

/** The rows that spans tie to this one. */
function bandOf(model: TableModel, row: number): { readonly from: number; readonly to: number } {
  let from = row;
  let to = row;
  for (;;) {
    const tied = model.cells.filter((cell) => cell.row <= to && cell.row + cell.rowSpan > from);
    const first = Math.min(...tied.map((cell) => cell.row));
    const last = Math.max(...tied.map((cell) => cell.row + cell.rowSpan - 1));
    if (first === from && last === to) return { from, to };
    from = first;
    to = last;
  }
}

/** Widths for all columns; what is no width keeps the old one. */
export function setWidths(table: TableBlock, widths: readonly number[]): TableBlock {
  const model = openTable(table);
  const valid = (width: number | undefined): width is number => width !== undefined && Number.isFinite(width) && width > 0;
  return closeTable({ ...model, widths: model.widths.map((old, column) => (valid(widths[column]) ? widths[column] : old)) });
}

/** Makes columns from … to equally wide; together they stay as wide as they were. */
export function distributeColumns(table: TableBlock, from: number, to: number): TableBlock {
  const model = openTable(table);
  const span = model.widths.slice(from, to + 1);
  const width = span.reduce((sum, each) => sum + each, 0) / Math.max(span.length, 1) || 1;
  return closeTable({ ...model, widths: model.widths.map((old, column) => (column >= from && column <= to ? width : old)) });
}

/** Moves the rule behind a column; its neighbour gives or takes what the column takes or gives. Never narrower than `least`. */
export function moveRule(table: TableBlock, column: number, by: number, least: number): TableBlock {
  const { widths } = openTable(table);
  const own = widths[column];
  const next = widths[column + 1];
  if (own === undefined || next === undefined) return table;
  const step = Math.max(Math.min(by, next - least), least - own);
  return setWidths(table, widths.with(column, own + step).with(column + 1, next - step));
}

function alignedAs(model: TableModel, row: number, column: number): Partial<CellPlace> {
  const cell = model.cells.find(
    (each) => each.row <= row && each.row + each.rowSpan > row && each.column === column && each.columnSpan === 1,
  );
  const align = cell?.paragraphs[0]?.align;
  return align === undefined ? {} : { paragraphs: [{ type: 'cellParagraph', align, children: [{ text: '' }] }] };
}

function within(at: number, most: number): number {
  return Math.min(Math.max(Math.trunc(at), 0), most);
}

function countWhere(count: number, is: (index: number) => boolean): number {
  let found = 0;
  for (let i = 0; i < count; i += 1) if (is(i)) found += 1;
  return found;
}
