/** Divides the lines of a zone among the columns of a page: as balanced as can be, or as full as the page. */
import type { ColumnLine } from './zone.ts';

export interface Filling {
  /** For each column the index of its first line and of the line behind its last. */
  readonly columns: readonly { readonly from: number; readonly to: number }[];
  /** The line behind the last that was placed. */
  readonly next: number;
  /** Rows of the fullest column. */
  readonly rows: number;
}

/** @param room rows that are left on the page. */
export function fillColumns(lines: readonly ColumnLine[], from: number, columns: number, room: number): Filling {
  let total = 0;
  for (let i = from; i < lines.length && total <= room * columns; i += 1) total += (lines[i] as ColumnLine).rows;
  if (total <= room * columns) {
    for (let height = Math.max(1, Math.ceil(total / columns)); height <= room; height += 1) {
      const balanced = fill(lines, from, columns, height, true) ?? fill(lines, from, columns, height, false);
      if (balanced !== null) return balanced;
    }
  }
  return fillPage(lines, from, columns, room);
}

/** All lines in columns of at most `height` rows, or null when they do not fit. */
function fill(lines: readonly ColumnLine[], from: number, columns: number, height: number, strict: boolean): Filling | null {
  const filling = fillPage(lines, from, columns, height, strict);
  return filling.next === lines.length ? filling : null;
}

function fillPage(lines: readonly ColumnLine[], from: number, columns: number, height: number, strict = true): Filling {
  const parts: { from: number; to: number }[] = [];
  let at = from;
  let rows = 0;
  for (let column = 0; column < columns; column += 1) {
    const start = at;
    let used = 0;
    while (at < lines.length && used + (lines[at] as ColumnLine).rows <= height) {
      used += (lines[at] as ColumnLine).rows;
      at += 1;
    }
    if (at < lines.length) {
      const better = lastGoodBreak(lines, start, at, strict);
      while (at > better) {
        at -= 1;
        used -= (lines[at] as ColumnLine).rows;
      }
    }
    parts.push({ from: start, to: at });
    rows = Math.max(rows, used);
  }
  return { columns: parts, next: at, rows };
}

/** Lines that a column may give up for the sake of a good break. */
const BACK = 4;

function lastGoodBreak(lines: readonly ColumnLine[], start: number, at: number, strict: boolean): number {
  for (let i = at; i > start && at - i <= BACK; i -= 1) if (isGoodBreak(lines, i, strict)) return i;
  return at;
}

/** No heading last in a column; no last line of a paragraph alone at the top of one (孤行不成页). */
function isGoodBreak(lines: readonly ColumnLine[], at: number, strict: boolean): boolean {
  const above = lines[at - 1] as ColumnLine;
  const below = lines[at] as ColumnLine;
  if (above.keepNext) return false;
  return !(strict && below.before > 0 && below.behind === 0);
}
