/** Tables: column widths from their contents, rows as high as their fullest cell, fragments for the pages with the head rows repeated. */
import { runsText, type TableBlock, type TableCell, type TableRow } from '../document/block.ts';
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
  /** Least height of a row of a form; 0 for none. */
  readonly formRow: number;
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
export function layoutTable(
  given: TableBlock,
  width: number,
  look: TableLook,
  spansOf: CellSpans,
  measure: Measure,
  missing: (characters: readonly string[]) => void,
): TableLayout {
  const block = { ...given, children: given.children.map(spreadGroupRow) };
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
        lines.push(
          ...breakLines(prepared, {
            width: Math.max(room, look.size * 3),
            firstIndent: indent,
            indent: 0,
            align: index === 0 ? 'center' : 'justify',
          }),
        );
      }
    });
    return { column, columnSpan, row, rowSpan, lines };
  });
  return { edges, heights: rowHeights(cells, leastHeights(block, look), look), cells, headRows, look };
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

/** A row with nothing but 一、… or （一）… in its first cell heads a group: it is set across the table. */
function spreadGroupRow(row: TableRow): TableRow {
  const [first, ...others] = row.children;
  if (first === undefined || others.length === 0 || row.head === true || row.children.some((cell) => cell.rowSpan > 1)) return row;
  if (others.some((cell) => cell.children.some((paragraph) => runsText(paragraph.children) !== ''))) return row;
  if (
    !/^([一二三四五六七八九十]+[、．.]|[（(][一二三四五六七八九十]+[）)]|第.{1,3}[章节部分])/.test(
      first.children.map((paragraph) => runsText(paragraph.children)).join(''),
    )
  )
    return row;
  const columnSpan = row.children.reduce((sum, cell) => sum + cell.columnSpan, 0);
  return { ...row, children: [{ ...first, columnSpan }] };
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
 * somebody has set are kept in proportion. No column is narrower than its least.
 */
function columnEdges(block: TableBlock, placed: readonly PlacedCell[], columns: number, width: number, look: TableLook): number[] {
  const padding = 2 * look.paddingX + 2;
  const longest = new Array<number>(columns).fill(look.size + padding);
  const weights = new Array<number>(columns).fill(1);
  for (const { cell, column, columnSpan } of placed) {
    if (columnSpan > 1) continue;
    const text = textWidth(cell, look.size);
    longest[column] = Math.max(longest[column] as number, text.longest + padding);
    weights[column] = (weights[column] as number) + text.total;
  }
  const wanted = longest.reduce((a, b) => a + b, 0);
  if (isSetByHand(block.columns, columns)) {
    const sum = block.columns.reduce((a, b) => a + b, 0);
    return edgesOf(
      withLeast(
        block.columns.map((each) => (each * width) / sum),
        leastWidths(longest, width, look),
      ),
      width,
    );
  }
  if (wanted <= width)
    return edgesOf(
      longest.map((each) => each + (width - wanted) / columns),
      width,
    );
  return edgesOf(shareOut(longest, weights, leastWidths(longest, width, look), width), width);
}

function isSetByHand(given: readonly number[], columns: number): boolean {
  const sum = given.reduce((a, b) => a + b, 0);
  return sum > 0 && given.length === columns && given.some((each) => Math.abs(each - (given[0] as number)) > sum * 0.01);
}

/** A column holds at least its longest line or five characters; less only where there are too many columns for that. */
const LEAST_CHARACTERS = 5;

function leastWidths(longest: readonly number[], width: number, look: TableLook): number[] {
  const least = longest.map((each) => Math.min(each, look.size * LEAST_CHARACTERS + 2 * look.paddingX + 2));
  const sum = least.reduce((a, b) => a + b, 0);
  const most = width * 0.85;
  return sum <= most ? least : least.map((each) => (each * most) / sum);
}

/** Raises what is below its least and takes that from the others in proportion. */
function withLeast(shares: readonly number[], least: readonly number[]): number[] {
  const total = shares.reduce((a, b) => a + b, 0);
  const fixed = shares.map((share, index) => share < (least[index] as number));
  const room = total - shares.reduce((sum, _, index) => sum + (fixed[index] ? (least[index] as number) : 0), 0);
  const free = shares.reduce((sum, share, index) => sum + (fixed[index] ? 0 : share), 0);
  return shares.map((share, index) => (fixed[index] || free === 0 ? (least[index] as number) : (share * room) / free));
}

/** Columns that need less than their share get what they need; the rest is divided by the amount of their text. */
function shareOut(longest: readonly number[], weights: readonly number[], least: readonly number[], width: number): number[] {
  const shares = longest.map(() => 0);
  let open = longest.map((_, index) => index);
  let room = width;
  for (;;) {
    const total = open.reduce((sum, index) => sum + (weights[index] as number), 0);
    const share = (index: number): number => (room * (weights[index] as number)) / total;
    const settled = open.filter((index) => (longest[index] as number) <= share(index) || (least[index] as number) >= share(index));
    if (settled.length === 0 || settled.length === open.length) {
      for (const index of open) shares[index] = Math.max(share(index), least[index] as number);
      return shares;
    }
    for (const index of settled) {
      const fit = Math.max(least[index] as number, Math.min(longest[index] as number, share(index)));
      shares[index] = fit;
      room -= fit;
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

/** Share of empty cells from which a table is a form. */
const FORM = 0.4;

/** A form is filled in by hand: its rows with empty cells have room for that. */
function leastHeights(block: TableBlock, look: TableLook): number[] {
  const line = look.pitch + 2 * look.paddingY;
  const cells = block.children.flatMap((row) => row.children);
  const isForm = cells.length > 1 && cells.filter(isEmpty).length >= cells.length * FORM;
  return block.children.map((row) => (isForm && row.children.some(isEmpty) ? Math.max(line, look.formRow) : line));
}

function isEmpty(cell: TableCell): boolean {
  return cell.children.every((paragraph) => runsText(paragraph.children).trim() === '');
}

function rowHeights(cells: readonly CellLayout[], least: readonly number[], look: TableLook): number[] {
  const heights = [...least];
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
