/** The grid of a table: every place covered by exactly one cell, whatever spans the file gives; head rows and group rows. */
import { cellText, runsText, type TableBlock, type TableCell, type TableRow } from '../document/block.ts';

export interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly head: boolean;
  /** Set across the table as the head of a group of rows. */
  readonly group: boolean;
}
export interface TableGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly PlacedCell[];
  /** Rows at the top that repeat on every page. */
  readonly headRows: number;
  /** Rows that never stand last on a page. */
  readonly keepNext: readonly boolean[];
  /** A form is filled in by hand. */
  readonly isForm: boolean;
}

export function gridOf(block: TableBlock): TableGrid {
  const declared = block.columns.length > 0 ? block.columns.length : widestRow(block);
  const rows = headless(block.children).map(spreadGroupRow);
  const cells: PlacedCell[] = [];
  const taken: boolean[][] = rows.map(() => []);
  let columns = Math.max(1, declared);
  rows.forEach((row, r) => {
    const line = taken[r] as boolean[];
    let column = 0;
    for (const cell of row.children) {
      while (line[column] === true) column += 1;
      // What runs past the grid opens a column of its own; spans are cut where another cell stands.
      const most = Math.max(1, Math.min(span(cell.columnSpan), declared - column));
      let columnSpan = 1;
      while (columnSpan < most && line[column + columnSpan] !== true) columnSpan += 1;
      const rowSpan = Math.min(span(cell.rowSpan), rows.length - r);
      for (let dr = 0; dr < rowSpan; dr += 1) for (let dc = 0; dc < columnSpan; dc += 1) (taken[r + dr] as boolean[])[column + dc] = true;
      const group = row.children.length === 1 && columnSpan === declared && rowSpan === 1 && declared > 1 && row.head !== true;
      cells.push({ cell, row: r, column, columnSpan, rowSpan, head: row.head === true, group });
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  });
  fillUp(cells, rows, taken, columns);
  const keepNext = rows.map(() => false);
  for (const each of cells) if (each.group && each.row < rows.length - 1 && isGroupHead(each.cell)) keepNext[each.row] = true;
  const headRows = countHeadRows(rows, cells);
  const isForm =
    cells.length > 1 && cells.filter(({ cell }) => isEmpty(cell)).length >= cells.length * FORM && !saysSomething(rows, headRows);
  return { rows: rows.length, columns, cells, headRows, keepNext, isForm };
}

/** A table of ticks is mostly empty as well, but its head has no gaps and its rows have more than their names. */
function saysSomething(rows: readonly TableRow[], headRows: number): boolean {
  const head = rows.slice(0, headRows).flatMap(({ children }) => children);
  if (headRows === 0 || head.slice(1).some(isEmpty)) return false;
  const body = rows.slice(headRows);
  const said = body.filter(({ children }) => children.filter((cell) => !isEmpty(cell)).length >= 2).length;
  return said >= body.length * SAYING;
}

/** So many rows have to. */
const SAYING = 0.8;
/** Share of empty cells from which a table is a form. */
const FORM = 0.4;
/** A row across the table is the head of a group when it is no longer than this; what is longer is a note. */
const GROUP_CHARACTERS = 40;

function span(given: number): number {
  return Number.isFinite(given) ? Math.max(1, Math.floor(given)) : 1;
}

function widestRow(block: TableBlock): number {
  return block.children.reduce((most, row) => Math.max(most, row.children.length), 1);
}

/** Places that no cell covers get an empty one, so that every rule is drawn. */
function fillUp(cells: PlacedCell[], rows: readonly TableRow[], taken: readonly boolean[][], columns: number): void {
  const empty: TableCell = { type: 'tableCell', columnSpan: 1, rowSpan: 1, children: [] };
  rows.forEach((row, r) => {
    for (let column = 0; column < columns; column += 1) {
      if (taken[r]?.[column] === true) continue;
      cells.push({ cell: empty, row: r, column, columnSpan: 1, rowSpan: 1, head: row.head === true, group: false });
    }
  });
}

/** The first row of a form is often marked as head; with most of its cells empty it is none. */
function headless(rows: readonly TableRow[]): readonly TableRow[] {
  const [first, ...rest] = rows;
  if (first === undefined || first.head !== true) return rows;
  const empty = first.children.filter(isEmpty).length;
  if (empty * 2 <= first.children.length) return rows;
  return [{ type: 'tableRow', children: first.children }, ...rest];
}

const GROUP_NUMBER = /^([一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十]+[）)]|第.{1,3}[章节部分])/;

/** A row with nothing but 一、… or （一）… in its first cell heads a group: it is set across the table. */
function spreadGroupRow(row: TableRow): TableRow {
  const [first, ...others] = row.children;
  if (first === undefined || others.length === 0 || row.head === true || row.children.some((cell) => cell.rowSpan > 1)) return row;
  if (others.some((cell) => !isBlank(cell)) || !GROUP_NUMBER.test(cellText(first))) return row;
  const columnSpan = row.children.reduce((sum, cell) => sum + span(cell.columnSpan), 0);
  return { ...row, children: [{ ...first, columnSpan }] };
}

function isGroupHead(cell: TableCell): boolean {
  const text = cellText(cell);
  return text.trim() !== '' && text.length <= GROUP_CHARACTERS;
}

/** Head rows that repeat: marked ones at the top, whole spans only; a table that is all head repeats nothing. */
function countHeadRows(rows: readonly TableRow[], placed: readonly PlacedCell[]): number {
  let count = 0;
  while (count < rows.length && rows[count]?.head === true) count += 1;
  while (count > 0 && placed.some((cell) => cell.row < count && cell.row + cell.rowSpan > count)) count -= 1;
  return count >= rows.length ? 0 : count;
}

function isBlank(cell: TableCell): boolean {
  return cell.children.every((paragraph) => runsText(paragraph.children) === '');
}

export function isEmpty(cell: TableCell): boolean {
  return cell.children.every((paragraph) => runsText(paragraph.children).trim() === '');
}
