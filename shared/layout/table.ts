/** Tables: column widths from their contents, rows as high as their fullest cell, fragments for the pages with the head rows repeated. */
import { runsText, type TableBlock, type TableCell } from '../document/block.ts';
import { cellsOf, type Span } from './cells.ts';
import { breakLines, type SetLine } from './line.ts';
import type { Measure } from './measure.ts';
import type { FontRole } from './metrics.ts';

export interface TableLook {
  readonly font: FontRole;
  readonly headFont: FontRole;
  readonly size: number;
  readonly pitch: number;
  readonly paddingX: number;
  readonly paddingY: number;
  readonly rule: number;
  /** A frame around text (专栏): set justified, not centred. */
  readonly frame: boolean;
}

export interface CellLayout {
  readonly column: number;
  readonly columnSpan: number;
  readonly row: number;
  readonly rowSpan: number;
  readonly lines: readonly SetLine[];
}
export interface TableLayout {
  /** Left edges of the columns and the right edge of the last, from the left of the table. */
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly CellLayout[];
  readonly headRows: number;
  readonly look: TableLook;
}

/** Spans for one cell's text, so that the flow decides on marks and fonts. */
export type CellSpans = (cell: TableCell, head: boolean) => readonly (readonly Span[])[];

interface PlacedCell {
  readonly cell: TableCell;
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly head: boolean;
}

/** @param width of the whole table. */
export function layoutTable(block: TableBlock, width: number, look: TableLook, spansOf: CellSpans, measure: Measure, missing: (characters: readonly string[]) => void): TableLayout {
  const columns = Math.max(1, block.columns.length);
  const placed = placeCells(block, columns);
  const headRows = countHeadRows(block, placed);
  const edges = columnEdges(block, placed, columns, width, look);
  const cells: CellLayout[] = placed.map(({ cell, row, column, columnSpan, rowSpan, head }) => {
    const room = (edges[column + columnSpan] as number) - (edges[column] as number) - 2 * look.paddingX;
    const lines: SetLine[] = [];
    const paragraphs = spansOf(cell, head);
    paragraphs.forEach((spans, index) => {
      const prepared = cellsOf(spans, measure);
      missing(prepared.missing);
      const given = cell.children[index]?.align;
      const fitting = breakLines(prepared, { width: Math.max(room, look.size), firstIndent: 0, indent: 0, align: 'left' });
      const centred = given === 'center' || (given === undefined && !look.frame && paragraphs.length === 1 && fitting.length === 1);
      if (given === 'right' || centred || !look.frame) {
        const align = given === 'right' ? 'right' : centred || (head && fitting.length <= 3) ? 'center' : 'justify';
        lines.push(...breakLines(prepared, { width: Math.max(room, look.size), firstIndent: 0, indent: 0, align }));
      } else {
        const indent = index === 0 ? 0 : look.size * 2;
        lines.push(...breakLines(prepared, { width: Math.max(room, look.size * 3), firstIndent: indent, indent: 0, align: index === 0 ? 'center' : 'justify' }));
      }
    });
    return { column, columnSpan, row, rowSpan, lines };
  });
  return { edges, heights: rowHeights(cells, block.children.length, look), cells, headRows, look };
}

function placeCells(block: TableBlock, columns: number): PlacedCell[] {
  const taken = block.children.map(() => new Array<boolean>(columns).fill(false));
  const placed: PlacedCell[] = [];
  block.children.forEach((row, r) => {
    let column = 0;
    for (const cell of row.children) {
      while (column < columns && taken[r]?.[column] === true) column += 1;
      if (column >= columns) column = columns - 1;
      const columnSpan = Math.max(1, Math.min(cell.columnSpan, columns - column));
      const rowSpan = Math.max(1, Math.min(cell.rowSpan, block.children.length - r));
      for (let dr = 0; dr < rowSpan; dr += 1) for (let dc = 0; dc < columnSpan; dc += 1) (taken[r + dr] as boolean[])[column + dc] = true;
      placed.push({ cell, row: r, column, columnSpan, rowSpan, head: row.head === true });
      column += columnSpan;
    }
  });
  return placed;
}

/** Head rows that repeat: marked ones at the top, whole spans only; a table that is all head repeats nothing. */
function countHeadRows(block: TableBlock, placed: readonly PlacedCell[]): number {
  let count = 0;
  while (count < block.children.length && block.children[count]?.head === true) count += 1;
  while (count > 0 && placed.some((cell) => cell.row < count && cell.row + cell.rowSpan > count)) count -= 1;
  return count >= block.children.length ? 0 : count;
}

function textWidth(cell: TableCell, size: number): { longest: number; total: number } {
  let longest = 0;
  let total = 0;
  for (const paragraph of cell.children) {
    let width = 0;
    for (const character of runsText(paragraph.children)) width += (character.codePointAt(0) as number) < 0x2e80 ? size * 0.55 : size;
    longest = Math.max(longest, width);
    total += width;
  }
  return { longest, total };
}

/**
 * Equal widths in the file say nothing: the contents decide, so that the rows come out as low as they can. Widths that
 * somebody has set are kept in proportion, but no column is narrower than two characters.
 */
function columnEdges(block: TableBlock, placed: readonly PlacedCell[], columns: number, width: number, look: TableLook): number[] {
  const padding = 2 * look.paddingX;
  const least = Math.min(look.size * 2 + padding, Math.floor(width / columns));
  const given = block.columns;
  const sum = given.reduce((a, b) => a + b, 0);
  const isSet = sum > 0 && given.length === columns && given.some((each) => Math.abs(each - (given[0] as number)) > sum * 0.01);
  const longest = new Array<number>(columns).fill(least);
  const squares = new Array<number>(columns).fill(0);
  for (const { cell, column, columnSpan } of placed) {
    if (columnSpan > 1) continue;
    const text = textWidth(cell, look.size);
    longest[column] = Math.max(longest[column] as number, text.longest + padding + 2);
    squares[column] = (squares[column] as number) + text.total * text.total;
  }
  let shares: number[];
  if (isSet) shares = given.map((each) => Math.max(least, (each * width) / sum));
  else if (longest.reduce((a, b) => a + b, 0) <= width) shares = longest.map((each) => each + (width - longest.reduce((a, b) => a + b, 0)) / columns);
  else shares = shareOut(longest, squares.map((square) => Math.sqrt(square / Math.max(1, block.children.length))), least, width);
  return edgesOf(shares, width);
}

/** Columns that need less than their share get what they need; the rest is divided by the weight of their text. */
function shareOut(longest: readonly number[], weights: readonly number[], least: number, width: number): number[] {
  const shares = longest.map(() => 0);
  let open = longest.map((_, index) => index);
  let room = width;
  for (;;) {
    const total = open.reduce((sum, index) => sum + Math.max(1, weights[index] as number), 0);
    const settled = open.filter((index) => (longest[index] as number) <= (room * Math.max(1, weights[index] as number)) / total);
    if (settled.length === 0 || settled.length === open.length) {
      for (const index of open) shares[index] = Math.max(least, (room * Math.max(1, weights[index] as number)) / total);
      return shares;
    }
    for (const index of settled) {
      shares[index] = longest[index] as number;
      room -= longest[index] as number;
    }
    open = open.filter((index) => !settled.includes(index));
  }
}

function edgesOf(shares: readonly number[], width: number): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const edges = [0];
  let at = 0;
  for (const share of shares) {
    at += share;
    edges.push(Math.round((at * width) / sum));
  }
  return edges;
}

function rowHeights(cells: readonly CellLayout[], rows: number, look: TableLook): number[] {
  const heights = new Array<number>(rows).fill(look.pitch + 2 * look.paddingY);
  for (const cell of cells) if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row] as number, cellHeight(cell, look));
  for (const cell of cells) {
    if (cell.rowSpan === 1) continue;
    const have = heights.slice(cell.row, cell.row + cell.rowSpan).reduce((a, b) => a + b, 0);
    const missing = cellHeight(cell, look) - have;
    if (missing <= 0) continue;
    const each = Math.ceil(missing / cell.rowSpan);
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1) heights[r] = (heights[r] as number) + each;
  }
  return heights;
}

function cellHeight(cell: CellLayout, look: TableLook): number {
  return cell.lines.length * look.pitch + 2 * look.paddingY;
}
