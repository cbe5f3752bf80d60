/** Room to write in a form: in its empty cells, and more of it for opinions and seals as long as the page holds it. */
import { cellText, runsText, type TableCell } from '../document/block.ts';
import { isEmpty, type PlacedCell, type TableGrid } from './table-grid.ts';
import { sumOf } from './table-needs.ts';

/** How often the height of a row of a form fits in one that takes an opinion, a reason or a seal. */
const ROOMY = 2;
/** So much of the width must be free for that. */
const FREE = 0.4;
const OPINION = /意见|理由|事迹|简介|概况|陈述/;
const SEAL = /盖章|签章|公章|签字|签名/;
/** A line that waits for a seal, a name or a date. */
const WAITING = /^[（(]?[^（(）)：:。；]{0,8}(盖章|签章|公章|签字|签名|印章)[）)]?[：:]?$|^[\s\u3000]*年[\s\u3000]*月[\s\u3000]*日$/;

/** Does every line of the cell wait for a seal, a name or a date? It stands at the right below, where one signs. */
export function waitsForSeal({ cell }: PlacedCell): boolean {
  const lines = cell.children.map((paragraph) => runsText(paragraph.children).trim()).filter((line) => line !== '');
  return lines.length > 0 && /月/.test(lines.at(-1) ?? '') && lines.every((line) => WAITING.test(line));
}

/** @returns what each row of a form has at the least for the hand that fills it in. */
export function leastRows({ rows, cells }: TableGrid, formRow: number): number[] {
  const heights = new Array<number>(rows).fill(0);
  for (const { cell, row } of cells) if (isEmpty(cell)) heights[row] = formRow;
  return heights;
}

/**
 * @param heights of the rows as they are at the least.
 * @returns the heights that they would have, with more for the rows that take an opinion or a seal.
 */
export function ampleRows(
  { rows, columns, cells }: TableGrid,
  edges: readonly number[],
  heights: readonly number[],
  formRow: number,
): number[] {
  const free = new Array<number>(rows).fill(0);
  const named = new Array<boolean>(rows).fill(false);
  for (const placed of cells) {
    const { cell, row, column, columnSpan } = placed;
    const width = (edges[column + columnSpan] as number) - (edges[column] as number);
    if (isEmpty(cell) || waitsForSeal(placed)) free[row] = (free[row] as number) + width;
    if (isNamed(cell)) named[row] = true;
  }
  const enough = (edges[columns] as number) * FREE;
  return heights.map((height, row) =>
    named[row] === true && (free[row] as number) >= enough ? Math.max(height, formRow * ROOMY) : height,
  );
}

/** Heights of the rows of a table: at the least, and of a form with all the room that its rows can use. */
export interface FormRows {
  readonly heights: readonly number[];
  readonly ample: readonly number[] | null;
}

/** The least height of a form. */
export function heightOfForm({ heights }: FormRows): number {
  return sumOf(heights);
}

/** Lines that the title of a form takes above it. */
const TITLE = 4;

/** A form that a page can hold below its title is not divided. */
export function isOneSheet(
  rows: FormRows,
  around: number,
  { height, pitch }: { readonly height: number; readonly pitch: number },
): boolean {
  return rows.ample !== null && heightOfForm(rows) + around <= height - (TITLE + 1) * pitch;
}

/** @returns the rows with as much of the room as they can use; those of a form that is not for a single page anyway have all that they would. */
export function fittedRows({ heights, ample }: FormRows, room: number): readonly number[] {
  if (ample === null) return heights;
  const have = sumOf(heights);
  const more = sumOf(ample) - have;
  const share = have > room || more <= 0 ? 1 : Math.min(1, (room - have) / more);
  return heights.map((height, row) => height + Math.floor(((ample[row] as number) - height) * share));
}

function isNamed(cell: TableCell): boolean {
  const text = cellText(cell);
  return text.length <= 24 && (OPINION.test(text) || SEAL.test(text));
}
