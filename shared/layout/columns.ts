/** Divides the lines of a zone among the columns of a page: as balanced as can be, or as full as the page. */
import type { ColumnLine } from './zone.ts';

export interface Filling {
  /** For each column the index of its first line and of the line behind its last. */
  readonly columns: readonly { readonly from: number; readonly to: number }[];
  /** The line behind the last that was placed. */
  readonly next: number;
  /** Rows of the fullest column. */
  readonly rows: number;
  /** The lines that were divided: as given, or with one paragraph set tighter. */
  readonly lines: readonly ColumnLine[];
}

/**
 * The rest of a zone in balanced columns if it fits in `room` rows, else as much as fills the page. Where the even division
 * would leave the last line of a paragraph alone at the top of a column, a paragraph that can is set a line tighter.
 */
export function fillColumns(lines: readonly ColumnLine[], from: number, columns: number, room: number): Filling {
  let total = 0;
  for (let i = from; i < lines.length && total <= room * columns; i += 1) total += (lines[i] as ColumnLine).rows;
  if (total > room * columns) return fillPage(lines, from, columns, room);
  for (let height = Math.max(1, Math.ceil(total / columns)); height <= room; height += 1) {
    const good = fill(lines, from, columns, height, true);
    if (good !== null) return good;
    const widowed = fill(lines, from, columns, height, false);
    if (widowed !== null) return tightened(lines, from, columns, height) ?? widowed;
  }
  return fillPage(lines, from, columns, room);
}

/** Paragraphs that are tried, nearest to the end first: those near the start stand on pages that are done. */
const TRIED = 12;

function tightened(lines: readonly ColumnLine[], from: number, columns: number, height: number): Filling | null {
  let tried = 0;
  for (let i = lines.length - 1; i >= from && tried < TRIED; i -= 1) {
    const last = lines[i] as ColumnLine;
    const first = i - last.before;
    if (last.behind !== 0 || last.before === 0 || last.tighter === undefined || first < from) continue;
    tried += 1;
    const set = last.tighter();
    if (set.length !== last.before) continue;
    const shorter = set.map((line, at) => ({ ...last, line, before: at, behind: set.length - 1 - at }));
    const found = fill([...lines.slice(0, first), ...shorter, ...lines.slice(i + 1)], from, columns, height, true);
    if (found !== null && isEven(found)) return found;
  }
  return null;
}

function isEven({ columns, lines }: Filling): boolean {
  const rows = columns.map(({ from, to }) => lines.slice(from, to).reduce((sum, line) => sum + line.rows, 0));
  return Math.max(...rows) - Math.min(...rows) <= 1;
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
  return { columns: parts, next: at, rows, lines };
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
