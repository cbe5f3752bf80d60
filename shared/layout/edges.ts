/** What characters give up at the edges of a line and among their neighbours: half marks, word spaces, Han–Latin gaps. */
import { type Cells, endsBlank, half, hanLatinGap } from './cells.ts';
import { type Kind, kind, mayBreakBetween } from './characters.ts';
import { ems } from './units.ts';

/** A mark that has not shared its blank yet can give half an em, a blank between words what is over a quarter. */
export function markGive(cells: Cells, at: number): number {
  const of = cells.kinds[at] as Kind;
  if (of === kind.space) return Math.max(0, (cells.advances[at] as number) - ((cells.sizes[at] as number) >> 2));
  return (of === kind.open || endsBlank(of)) && isWhole(cells, at) ? half(cells, at) : 0;
}

export function gapGive(cells: Cells, at: number): number {
  const gap = cells.gaps[at] as number;
  return gap === 0 ? 0 : Math.max(0, gap - ems(cells.sizes[at] as number, hanLatinGap.least));
}

function isWhole(cells: Cells, at: number): boolean {
  return (cells.advances[at] as number) >= (cells.sizes[at] as number);
}

/** An opening mark at the start of a line loses its left half; at the start of a paragraph it keeps it. */
export function startTrim(cells: Cells, at: number, first: boolean): number {
  return !first && cells.kinds[at] === kind.open && isWhole(cells, at) ? half(cells, at) : 0;
}

/** A full-width mark at the end of a line is half-width, always (GB/T 15834-2011 5.1.10). */
export function endTrim(cells: Cells, at: number): number {
  return endsBlank(cells.kinds[at] as Kind) && isWhole(cells, at) ? half(cells, at) : 0;
}

/** Blanks at the end of a line take no room. */
export function trimmedEnd(cells: Cells, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && (cells.kinds[end - 1] === kind.space || cells.kinds[end - 1] === kind.wideSpace)) end -= 1;
  return end;
}

/** Blanks at the start of a turned-over line are dropped. */
export function skipBlanks(cells: Cells, at: number, end: number): number {
  let next = at;
  while (next < end && cells.kinds[next] === kind.space) next += 1;
  return next;
}

/** May a line end before the cell `at`? */
export function isLegal(cells: Cells, at: number, end: number): boolean {
  if (at >= end) return true;
  const before = at - 1;
  const here = cells.kinds[at] as Kind;
  if (cells.kinds[before] === kind.space) return here !== kind.space && mayBreakBetween(0x4e00, kind.han, cells.codes[at] as number, here);
  return mayBreakBetween(cells.codes[before] as number, cells.kinds[before] as Kind, cells.codes[at] as number, here);
}
