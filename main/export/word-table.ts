/** Tables and framed boxes for Word: the grid of the layout with its widths and alignment, spans as Word wants them, head rows that repeat. */
import {
  BorderStyle,
  HeightRule,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { Align, BoxBlock, CellParagraph, TableBlock } from '../../shared/document/block.ts';
import type { Measure } from '../../shared/layout/measure.ts';
import { tableAcross } from '../../shared/layout/objects.ts';
import type { CellLayout, TableLayout } from '../../shared/layout/table.ts';
import { fittedRows } from '../../shared/layout/table-forms.ts';
import { gridOf, type PlacedCell, type TableGrid } from '../../shared/layout/table-grid.ts';
import { points } from '../../shared/layout/units.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { twips, type WordMeasure } from './word-measure.ts';
import { alignmentOptions, styledParagraph, writeRuns } from './word-text.ts';

export function gridBorders(points: number) {
  const border = { style: BorderStyle.SINGLE, size: Math.max(2, Math.round(points * 8)), color: '000000' };
  return { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border };
}

/** Rows up to which a table is kept on one page: a short one divided just before columns is drawn over by some programs. */
const WHOLE_TABLE_ROWS = 16;

/** Lines of the page that stand above a form: number and title of an attachment. */
const FORM_HEAD = 6;

/** A cell as the pages have it, with its text. */
type WordCell = PlacedCell & Pick<CellLayout, 'aligns' | 'lines' | 'low'>;

/** The cells that a row of Word names, from left to right: those that begin in it, and those from above that go on in it. */
function cellsByRow({ cells, rows }: TableGrid, table: TableLayout): WordCell[][] {
  const found: WordCell[][] = Array.from({ length: rows }, () => []);
  cells.forEach((placed, index) => {
    const { aligns, lines, low } = table.cells[index] as CellLayout;
    const cell = { ...placed, aligns, lines, ...(low === undefined ? {} : { low }) };
    for (let row = placed.row; row < placed.row + placed.rowSpan; row += 1) found[row]?.push(cell);
  });
  for (const row of found) row.sort((a, b) => a.column - b.column);
  return found;
}

/** Twips from thousandths of a point. */
function twipsOf(milli: number): number {
  return twips(milli / 1000);
}

/** Room beside a turned line that another font may need, as a share of the type size; less than a half-width character. */
const SLACK = 1 / 6;

/**
 * What the layout keeps free beside a line: behind a number, so that the points of its column are in one line; on both sides of a short
 * text in the middle, so that its lines are of nearly one length and no number loses its unit.
 */
function indentOf(cell: WordCell, align: Align | undefined, { edges, look }: TableLayout): { left: number; right: number } | null {
  const { lines, column, columnSpan } = cell;
  const room = (edges[column + columnSpan] as number) - (edges[column] as number) - 2 * look.paddingX;
  const free = room - Math.max(0, ...lines.map(({ width }) => width));
  if (align === 'right') return { left: 0, right: Math.max(0, twipsOf(free)) };
  if (align !== 'center' || lines.length <= cell.cell.children.length) return null;
  const side = Math.max(0, twipsOf(free - look.size * SLACK));
  return { left: side, right: side };
}

function cellParagraphs(cell: WordCell, table: TableLayout, wanted: number, keepNext: boolean): Paragraph[] {
  const { look } = table;
  const style = cell.head ? 'TableHead' : 'TableText';
  const keep = keepNext ? { keepNext } : {};
  if (cell.cell.children.length === 0) return [styledParagraph(style, [], keep)];
  // Where the columns have no room the layout takes smaller type than the style says.
  const size = look.size === wanted ? null : look.size / 1000;
  const spacing = size === null ? {} : { spacing: { line: twipsOf(look.pitch), lineRule: 'exact' as const } };
  return cell.cell.children.map(({ children }, index) => {
    const align = cell.aligns[index];
    const options = alignmentOptions(align);
    const beside = indentOf(cell, align, table);
    const indent = beside === null ? {} : { indent: { ...options.indent, ...beside } };
    return styledParagraph(style, writeRuns(children, null, size), { ...options, ...indent, ...spacing, ...keep });
  });
}

/**
 * A table over the whole type area, with the grid, the widths, the type size and the alignment of the layout. Head rows repeat on every
 * page; rows may break when they are taller than the room that is left.
 */
export function writeTable(block: TableBlock, style: HouseStyle, page: WordMeasure, measure: Measure): Table | null {
  if (block.children.length === 0) return null;
  const grid = gridOf(block);
  const width = page.textWidth;
  const table = tableAcross(block, width * 50, style, measure);
  const { edges, headRows, look } = table;
  const at = edges.map(twipsOf);
  const widthOf = (column: number, span: number): number => (at[column + span] as number) - (at[column] as number);
  // A form has room to be written in, as far as a page holds it.
  const heights = fittedRows(table, (page.textHeight - FORM_HEAD * page.pitch) * 50);
  const whole = grid.rows <= WHOLE_TABLE_ROWS;
  const rows = cellsByRow(grid, table).map((cells, row) => {
    const keepNext = (whole && row < grid.rows - 1) || grid.keepNext[row] === true;
    return new TableRow({
      tableHeader: row < headRows,
      cantSplit: false,
      ...(table.ample === null ? {} : { height: { value: twipsOf(heights[row] as number), rule: HeightRule.ATLEAST } }),
      children: cells.map((cell) => {
        const begins = cell.row === row;
        const merge = begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
        return new TableCell({
          ...(cell.rowSpan > 1 ? { verticalMerge: merge } : {}),
          ...(cell.columnSpan > 1 ? { columnSpan: cell.columnSpan } : {}),
          width: { size: widthOf(cell.column, cell.columnSpan), type: WidthType.DXA },
          verticalAlign: cell.low === true ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
          children: begins
            ? cellParagraphs(cell, table, points(style.table.size), keepNext)
            : [styledParagraph('TableText', [], keepNext ? { keepNext } : {})],
        });
      }),
    });
  });
  const ruleWidth = style.table.ruleWidth > 0 ? style.table.ruleWidth : 0.5;
  // Word takes the rules from the room of the cells: what just has room on the page must not break there.
  const side = Math.max(0, twipsOf(look.paddingX) - twips(ruleWidth));
  const { paddingY } = style.table;
  return new Table({
    rows,
    width: { size: width, type: WidthType.DXA },
    columnWidths: at.slice(1).map((edge, index) => edge - (at[index] as number)),
    layout: TableLayoutType.FIXED,
    borders: gridBorders(ruleWidth),
    margins: { marginUnitType: WidthType.DXA, top: twips(paddingY), bottom: twips(paddingY), left: side, right: side },
  });
}

function boxParagraphs(children: readonly CellParagraph[]): Paragraph[] {
  if (children.length === 0) return [styledParagraph('BoxText', [])];
  return children.map((paragraph) => styledParagraph('BoxText', writeRuns(paragraph.children), alignmentOptions(paragraph.align)));
}

/** 专栏: a table of one cell, so that the frame may break over pages. */
export function writeBox(block: BoxBlock, style: HouseStyle, width: number): Table {
  const padding = twips(style.box.padding);
  return new Table({
    rows: [
      new TableRow({
        cantSplit: false,
        children: [new TableCell({ width: { size: width, type: WidthType.DXA }, children: boxParagraphs(block.children) })],
      }),
    ],
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: gridBorders(style.box.ruleWidth),
    margins: { marginUnitType: WidthType.DXA, top: padding, bottom: padding, left: padding, right: padding },
  });
}
