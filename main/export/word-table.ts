/** Tables and framed boxes for Word: spans as Word wants them, head rows that repeat, the full width of the type area. */
import { BorderStyle, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx';
import {
  type BoxBlock,
  type CellParagraph,
  type TableCell as GazetteCell,
  runsText,
  type TableBlock,
} from '../../shared/document/block.ts';
import { widthOf } from '../../shared/layout/title.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { twips } from './word-measure.ts';
import type { ParagraphStyleId } from './word-styles.ts';
import { alignmentOptions, styledParagraph, writeRuns } from './word-text.ts';

/** A cell of the full grid: where a cell starts, where a span from above goes on, or a hole in the submission. */
interface GridCell {
  readonly column: number;
  readonly span: number;
  readonly cell: GazetteCell | null;
  readonly continued: boolean;
}

export function gridBorders(points: number) {
  const border = { style: BorderStyle.SINGLE, size: Math.max(2, Math.round(points * 8)), color: '000000' };
  return { top: border, bottom: border, left: border, right: border, insideHorizontal: border, insideVertical: border };
}

/** Equal widths in the file say nothing; widths that somebody has set are kept. */
function isEven(columns: readonly number[]): boolean {
  const most = Math.max(...columns);
  return columns.length > 0 && most - Math.min(...columns) <= most * 0.02;
}

/** Ems: 序号 needs little, long text more, but no column takes all. */
const LEAST_EMS = 3;
const MOST_EMS = 26;

/** What each column wants by its longest line; the layout's own search needs the fonts, which Word chooses itself. */
function wantedWidths(rows: readonly (readonly GridCell[])[], count: number): number[] {
  const wanted = new Array<number>(count).fill(LEAST_EMS);
  for (const { column, span, cell } of rows.flat()) {
    if (cell === null || span > 1) continue;
    for (const paragraph of cell.children) {
      const ems = widthOf(runsText(paragraph.children)) + 1;
      wanted[column] = Math.max(wanted[column] ?? LEAST_EMS, Math.min(MOST_EMS, ems));
    }
  }
  return wanted;
}

/** Puts every cell in its columns. A row that is too long widens the grid: no text may be lost. */
function layGrid(table: TableBlock): { readonly rows: readonly (readonly GridCell[])[]; readonly width: number } {
  const last = table.children.length;
  /** For each column: the span from above that still covers it. */
  const covering: ({ readonly column: number; readonly span: number; readonly until: number } | undefined)[] = [];
  const rows: GridCell[][] = [];
  let width = Math.max(table.columns.length, 1);
  table.children.forEach((row, r) => {
    const cells: GridCell[] = [];
    let column = 0;
    const takeContinued = () => {
      for (let above = covering[column]; above !== undefined && above.until > r; above = covering[column]) {
        cells.push({ column, span: above.span, cell: null, continued: true });
        column += above.span;
      }
    };
    for (const cell of row.children) {
      takeContinued();
      let span = 1;
      while (span < cell.columnSpan && (covering[column + span]?.until ?? 0) <= r) span += 1;
      const until = Math.min(r + Math.max(1, cell.rowSpan), last);
      for (let c = column; c < column + span; c += 1) covering[c] = until > r + 1 ? { column, span, until } : undefined;
      cells.push({ column, span, cell, continued: false });
      column += span;
    }
    while (column < covering.length) {
      takeContinued();
      if (column >= covering.length) break;
      if (!covering.slice(column).some((above) => above !== undefined && above.until > r)) break;
      cells.push({ column, span: 1, cell: null, continued: false });
      column += 1;
    }
    width = Math.max(width, column);
    rows.push(cells);
  });
  // A row that is too short is filled up, so that Word draws its rules.
  for (const cells of rows) {
    const end = cells.reduce((sum, cell) => sum + cell.span, 0);
    for (let column = end; column < width; column += 1) cells.push({ column, span: 1, cell: null, continued: false });
  }
  return { rows, width };
}

/** Column widths in twips that add up to the width of the type area. */
function shareWidth(columns: readonly number[], count: number, total: number): number[] {
  const known = columns.filter((value) => value > 0);
  const usual = known.length === 0 ? 1 : known.reduce((sum, value) => sum + value, 0) / known.length;
  const relative = Array.from({ length: count }, (_, index) => {
    const value = columns[index];
    return value !== undefined && value > 0 ? value : usual;
  });
  const sum = relative.reduce((whole, value) => whole + value, 0);
  let before = 0;
  let running = 0;
  return relative.map((value) => {
    running += value;
    const edge = Math.round((running / sum) * total);
    const width = edge - before;
    before = edge;
    return width;
  });
}

/** Rows up to which a table is kept on one page: a short one divided just before columns is drawn over by some programs. */
const WHOLE_TABLE_ROWS = 16;

function cellParagraphs(children: readonly CellParagraph[], style: ParagraphStyleId, keepNext: boolean) {
  const list = children.length === 0 ? [{ type: 'cellParagraph' as const, children: [] }] : children;
  return list.map((paragraph) =>
    styledParagraph(style, writeRuns(paragraph.children), { ...alignmentOptions(paragraph.align), ...(keepNext ? { keepNext } : {}) }),
  );
}

/** A table over the whole type area. Head rows repeat on every page; rows may break when they are taller than the room that is left. */
export function writeTable(block: TableBlock, style: HouseStyle, width: number): Table | null {
  if (block.children.length === 0) return null;
  const grid = layGrid(block);
  const widths = shareWidth(isEven(block.columns) ? wantedWidths(grid.rows, grid.width) : block.columns, grid.width, width);
  const whole = block.children.length <= WHOLE_TABLE_ROWS;
  const rows = grid.rows.map((cells, r) => {
    const head = block.children[r]?.head === true;
    return new TableRow({
      tableHeader: head,
      cantSplit: false,
      children: cells.map(({ column, span, cell, continued }) => {
        const merge = continued
          ? { verticalMerge: VerticalMergeType.CONTINUE }
          : cell !== null && cell.rowSpan > 1
            ? { verticalMerge: VerticalMergeType.RESTART }
            : {};
        return new TableCell({
          ...merge,
          ...(span > 1 ? { columnSpan: span } : {}),
          width: { size: widths.slice(column, column + span).reduce((sum, value) => sum + value, 0), type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: cellParagraphs(cell?.children ?? [], head ? 'TableHead' : 'TableText', whole && r < block.children.length - 1),
        });
      }),
    });
  });
  const { paddingX, paddingY } = style.table;
  return new Table({
    rows,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: gridBorders(style.table.ruleWidth > 0 ? style.table.ruleWidth : 0.5),
    margins: {
      marginUnitType: WidthType.DXA,
      top: twips(paddingY),
      bottom: twips(paddingY),
      left: twips(paddingX),
      right: twips(paddingX),
    },
  });
}

/** 专栏: a table of one cell, so that the frame may break over pages. */
export function writeBox(block: BoxBlock, style: HouseStyle, width: number): Table {
  const padding = twips(style.box.padding);
  return new Table({
    rows: [
      new TableRow({
        cantSplit: false,
        children: [
          new TableCell({ width: { size: width, type: WidthType.DXA }, children: cellParagraphs(block.children, 'BoxText', false) }),
        ],
      }),
    ],
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    layout: TableLayoutType.FIXED,
    borders: gridBorders(style.box.ruleWidth),
    margins: { marginUnitType: WidthType.DXA, top: padding, bottom: padding, left: padding, right: padding },
  });
}
