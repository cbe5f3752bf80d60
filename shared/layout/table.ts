/** Tables: grid, type size, column widths, the cells' text and the rows' heights. Pages are made of it in fragments.ts. */
import type { Align, TableBlock } from '../document/block.ts';
import type { SetLine } from './line.ts';
import type { Measure } from './measure.ts';
import type { FontRole } from './metrics.ts';
import { type CellSetting, setCells } from './table-cells.ts';
import { ampleRows, waitsForSeal } from './table-forms.ts';
import { gridOf } from './table-grid.ts';
import { rowHeights } from './table-heights.ts';
import { fitSize, needsOf } from './table-needs.ts';
import { type CellSpans, measureTexts } from './table-text.ts';
import { columnEdges } from './table-widths.ts';

export type { CellSpans } from './table-text.ts';

export interface TableLook {
  readonly font: FontRole;
  readonly headFont: FontRole;
  readonly size: number;
  readonly pitch: number;
  readonly paddingX: number;
  readonly paddingY: number;
  /** Between the cells, and around the table. */
  readonly rule: number;
  readonly outerRule: number;
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
  /** How each of its paragraphs stands; of a frame nothing is said. */
  readonly aligns: readonly Align[];
  /** Stands at the foot of its cell. */
  readonly low?: true;
}
export interface TableLayout {
  /** Left edges of the columns and the right edge of the last, from the left of the table. */
  readonly edges: readonly number[];
  readonly heights: readonly number[];
  /** Of a form: the heights with all the room that its rows can use. */
  readonly ample: readonly number[] | null;
  /** In the order of the cells of its grid. */
  readonly cells: readonly CellLayout[];
  /** Indices of the cells that begin in each row. */
  readonly starting: readonly (readonly number[])[];
  /** Indices of the cells over several rows, by the row where they end. */
  readonly ending: ReadonlyMap<number, readonly number[]>;
  readonly headRows: number;
  /** Rows that never stand last on a page (heads of groups). */
  readonly keepNext: readonly boolean[];
  /** As asked for, or smaller where the columns have no room. */
  readonly look: TableLook;
  /** Words or numbers had to be broken, or the columns hold single characters. */
  readonly fault: 'narrow' | null;
}

/** Ems of a column of a form that is to be written in. */
const WRITING = 9;

/** @param width of the whole table. */
export function layoutTable(
  block: TableBlock,
  width: number,
  wanted: TableLook,
  spansOf: CellSpans,
  measure: Measure,
  missing: (characters: readonly string[]) => void,
): TableLayout {
  const grid = gridOf(block);
  const { columns, headRows, keepNext } = grid;
  let texts = measureTexts(grid, wanted.size, spansOf, measure);
  const fit = wanted.frame
    ? { size: wanted.size, padding: wanted.paddingX, level: 1 }
    : fitSize(texts, columns, width, wanted.size, wanted.paddingX);
  const look = fit.size === wanted.size && fit.padding === wanted.paddingX ? wanted : smaller(wanted, fit.size, fit.padding);
  if (look.size !== wanted.size) texts = measureTexts(grid, look.size, spansOf, measure);
  for (const text of texts) for (const each of text.paragraphs) if (each.cells.missing.length > 0) missing(each.cells.missing);
  const padding = 2 * look.paddingX + 2;
  const writing = grid.isForm && !look.frame ? Math.min(look.size * WRITING, Math.floor(width / columns) - padding) : 0;
  const needs = needsOf(texts, columns, look.size, fit.level, writing);
  const edges = columnEdges({ texts, needs, given: block.columns, width, size: look.size, padding });
  const set = setCells(texts, edges, { size: look.size, padding: look.paddingX, frame: look.frame, form: grid.isForm });
  const cells = texts.map(({ placed }, index): CellLayout => {
    const { column, columnSpan, row, rowSpan } = placed;
    const low = grid.isForm && waitsForSeal(placed) ? { low: true as const } : {};
    const { lines, aligns } = set[index] as CellSetting;
    return { column, columnSpan, row, rowSpan, lines, aligns, ...low };
  });
  const overfull = set.some(({ lines }) => lines.some((line) => line.fault === 'overfull'));
  const fault = overfull || (fit.level <= 1 && !look.frame) ? 'narrow' : null;
  const heights = rowHeights(grid, cells, look);
  const ample = grid.isForm ? ampleRows(grid, edges, heights, look.formRow) : null;
  return { edges, heights, ample, cells, ...byRow(cells, grid.rows), headRows, keepNext, look, fault };
}

function smaller(look: TableLook, size: number, paddingX: number): TableLook {
  const pitch = Math.max(size, Math.round((look.pitch * size) / look.size));
  return { ...look, size, pitch, paddingX };
}

function byRow(cells: readonly CellLayout[], rows: number): Pick<TableLayout, 'starting' | 'ending'> {
  const starting: number[][] = Array.from({ length: rows }, () => []);
  const ending = new Map<number, number[]>();
  cells.forEach((cell, index) => {
    (starting[cell.row] as number[]).push(index);
    if (cell.rowSpan === 1) return;
    const last = cell.row + cell.rowSpan - 1;
    const list = ending.get(last) ?? [];
    list.push(index);
    ending.set(last, list);
  });
  return { starting, ending };
}
