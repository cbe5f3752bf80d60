/**
 * Chooses the breaks of a paragraph as a whole: the least squeezed and stretched lines (after Knuth and Plass, with the
 * widths of Chinese marks). Squeezing is preferred to stretching (CLREQ 3.2).
 */
import { type Cells, half, MOST_HELD } from './cells.ts';
import { type Kind, kind } from './characters.ts';
import { endTrim, gapGive, isLegal, markGive, skipBlanks, startTrim, trimmedEnd } from './edges.ts';

/** Sums over the cells before each index, so that any stretch is measured at once. */
export interface Sums {
  /** Natural width, gaps included. */
  readonly position: Int32Array | Float64Array;
  /** What can be given up. */
  readonly give: Int32Array | Float64Array;
}

/** The sums over all cells of a paragraph. Those of one that is not over-long last until the next call. */
export function sumsOf(cells: Cells): Sums {
  const { position, give } = sumLists(cells.count + 1);
  for (let i = 0; i < cells.count; i += 1) {
    position[i + 1] = (position[i] as number) + (cells.advances[i] as number) + (cells.gaps[i] as number);
    give[i + 1] = (give[i] as number) + markGive(cells, i) + gapGive(cells, i);
  }
  return { position, give };
}

/** Beginning with a nought that nothing overwrites. */
function sumLists(count: number): Sums {
  // The sum of their widths, in thousandths of a point, may leave 32 bits.
  if (count > MOST_HELD) return { position: new Float64Array(count), give: new Float64Array(count) };
  if (count > lists.position.length) lists = shortLists(count * 2);
  return lists;
}
const shortLists = (count: number): Sums => ({ position: new Int32Array(count), give: new Int32Array(count) });
let lists = shortLists(1024);

/** Width of the cells [from, to) as a line. */
export function widthOf(cells: Cells, sums: Sums, from: number, to: number, first: boolean): number {
  const end = trimmedEnd(cells, from, to);
  const whole = (sums.position[end] as number) - (sums.position[from] as number) - (cells.gaps[from] as number);
  return whole - startTrim(cells, from, first) - endTrim(cells, end - 1);
}

function giveOf(cells: Cells, sums: Sums, from: number, to: number, first: boolean): number {
  const end = trimmedEnd(cells, from, to);
  let give = (sums.give[end] as number) - (sums.give[from] as number) - gapGive(cells, from);
  if (startTrim(cells, from, first) > 0) give -= markGive(cells, from);
  if (endTrim(cells, end - 1) > 0 && end - 1 !== from) give -= markGive(cells, end - 1);
  return Math.max(0, give);
}

/** Costs of a line, in a unit of their own. */
const FULL_SQUEEZE = 600;
/** An opening of this share of an em between all characters costs as much as a full squeeze. */
const OPENING = 0.05;
/** 单字不成行: what one lonely character in the last line costs; more than any bad line. */
const LONELY = 1_500_000;
/** A line is stretched by no more than this share of the room; beyond it only if nothing else is to be had. */
const MOST_STRETCH = 0.22;

export interface Aim {
  readonly ragged: boolean;
  readonly tight: boolean;
}

/** What each line costs where their number is to be the least: more than all badness of a long paragraph. */
const FURTHER_LINE = 100_000_000;

/** @returns the ends of the lines of [start, end), the last of them `end`. */
export function chooseBreaks(cells: Cells, sums: Sums, start: number, end: number, firstRoom: number, room: number, aim: Aim): number[] {
  const firstWidth = widthOf(cells, sums, start, end, true);
  if (firstWidth <= firstRoom) return [end];
  return optimum(cells, sums, start, end, firstRoom, room, aim) ?? greedy(cells, sums, start, end, firstRoom, room);
}

function optimum(cells: Cells, sums: Sums, start: number, end: number, firstRoom: number, room: number, aim: Aim): number[] | null {
  const count = end - start;
  if (count >= tables.legal.length) tables = tablesFor(count * 2);
  const search: Search = {
    ...{ cells, sums, start, end, firstRoom, room, aim },
    ...tables,
    bound: Number.POSITIVE_INFINITY,
    near: Number.POSITIVE_INFINITY,
    to: start,
  };
  for (let at = start + 1; at <= end; at += 1) search.legal[at - start] = isLegal(cells, at, end) ? 1 : 0;
  // No way through a break that already costs more than a whole paragraph can be the best: there are few left to look at.
  search.bound = costLineByLine(search);
  clear(search);
  for (let at = start; at < end; at += 1) if ((search.best[at - start] as number) < Number.POSITIVE_INFINITY) lookOn(search, at);
  if (search.best[count] === Number.POSITIVE_INFINITY) return null;
  const breaks: number[] = [];
  for (let at = count; at > 0; at = search.previous[at] as number) breaks.push(start + at);
  return breaks.reverse();
}

/** By the place from the start of the paragraph. */
interface Tables {
  /** Where a line may end. */
  readonly legal: Uint8Array;
  /** The least cost up to a break, and the break before it. */
  readonly best: Float64Array;
  readonly previous: Int32Array;
}
const tablesFor = (cells: number): Tables => ({
  legal: new Uint8Array(cells),
  best: new Float64Array(cells),
  previous: new Int32Array(cells),
});
/** Of the paragraph at hand; nothing in them outlasts it. */
let tables = tablesFor(1024);

interface Search extends Tables {
  readonly cells: Cells;
  readonly sums: Sums;
  readonly start: number;
  readonly end: number;
  readonly firstRoom: number;
  readonly room: number;
  readonly aim: Aim;
  /** Nothing that costs more is followed. */
  bound: number;
  /** Where the look from the last break began. */
  near: number;
  to: number;
}

function clear(search: Search): void {
  const count = search.end - search.start;
  search.best.fill(Number.POSITIVE_INFINITY, 0, count + 1);
  search.previous.fill(-1, 0, count + 1);
  search.best[0] = 0;
  search.near = Number.POSITIVE_INFINITY;
  search.to = search.start;
}

/** What a paragraph costs of which each line is the best for itself; infinite where that leads nowhere. */
function costLineByLine(search: Search): number {
  const { start, end, best } = search;
  clear(search);
  for (let at = start; at < end; ) {
    const next = lookOn(search, at);
    if (next < 0) return Number.POSITIVE_INFINITY;
    at = next;
  }
  return best[end - start] as number;
}

/** Looks at all lines that may begin at the break `at`; gives the end of the cheapest, -1 when there is none. */
function lookOn(search: Search, at: number): number {
  const { cells, sums, start, end, aim, legal, best, previous, bound } = search;
  const soFar = best[at - start] as number;
  const first = at === start;
  const from = first ? at : skipBlanks(cells, at, end);
  const wide = first ? search.firstRoom : search.room;
  const size = cells.sizes[from] as number;
  // The line holds at least what fits without the last em or so: no need to look at earlier breaks.
  let to = Math.max(at + 1, from + 1);
  const near = (sums.position[from] as number) + wide - Math.max(4 * size, Math.round(wide * MOST_STRETCH));
  if (near >= search.near && search.to > to) to = search.to;
  while (to < end && (sums.position[to] as number) < near) to += 1;
  search.near = near;
  search.to = to;
  // What the line would take at the least if all of it were squeezed and its edges trimmed; it only grows.
  const base = (sums.position[from] as number) - (sums.give[from] as number) + (cells.gaps[from] as number) + half(cells, from);
  let cheapest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (; to <= end; to += 1) {
    const natural = (sums.position[to] as number) - (sums.position[from] as number);
    if (natural > wide * 1.6 + 2 * size) break;
    if (legal[to - start] === 0) continue;
    const width = widthOf(cells, sums, from, to, first);
    const give = width > wide ? giveOf(cells, sums, from, to, first) : 0;
    if (width - give > wide) {
      const squeezed = (sums.position[to] as number) - (sums.give[to] as number) - half(cells, to - 1) - base;
      if (natural > wide * 1.25 + size || (squeezed > wide && !isBlank(cells, to - 1))) break;
      continue;
    }
    const cost =
      soFar +
      (aim.tight ? FURTHER_LINE : 0) +
      (to === end ? lastCost(cells, from, end, width, wide, give) : lineCost(to - from, size, width, wide, give, aim.ragged));
    if (cost > bound) continue;
    if (cost < (best[to - start] as number)) {
      best[to - start] = cost;
      previous[to - start] = at - start;
    }
    if (cost < least) {
      least = cost;
      cheapest = to;
    }
  }
  return cheapest;
}

function isBlank(cells: Cells, at: number): boolean {
  return cells.kinds[at] === kind.space || cells.kinds[at] === kind.wideSpace;
}

function lineCost(cells: number, size: number, width: number, room: number, give: number, ragged: boolean): number {
  if (width > room) {
    const share = (width - room) / Math.max(1, give);
    return FULL_SQUEEZE * share * share + 10;
  }
  if (ragged) return (room - width) / size;
  const opening = (room - width) / Math.max(1, cells - 1) / size / OPENING;
  return FULL_SQUEEZE * opening * opening + (opening > 0.02 ? 20 : 0);
}

function lastCost(cells: Cells, from: number, end: number, width: number, room: number, give: number): number {
  let visible = 0;
  for (let i = from; i < end; i += 1) {
    const of = cells.kinds[i] as Kind;
    if (of === kind.han || of === kind.latin) visible += 1;
  }
  const lonely = visible <= 1 ? LONELY : 0;
  const share = width > room ? (width - room) / Math.max(1, give) : 0;
  return lonely + FULL_SQUEEZE * share * share;
}

/** Line by line, for text that has no legal break within a line's reach. */
function greedy(cells: Cells, sums: Sums, start: number, end: number, firstRoom: number, room: number): number[] {
  const breaks: number[] = [];
  let from = start;
  while (from < end) {
    const first = from === start;
    const at = first ? from : skipBlanks(cells, from, end);
    if (at === end) {
      // Nothing but blanks is left: they stay with the line before.
      breaks[breaks.length - 1] = end;
      break;
    }
    const wide = first ? firstRoom : room;
    let fit = -1;
    let squeezed = -1;
    let to = at + 1;
    for (; to <= end; to += 1) {
      if ((sums.position[to] as number) - (sums.position[at] as number) > wide * 1.6 + 2 * (cells.sizes[at] as number)) break;
      if (to < end && !isLegal(cells, to, end)) continue;
      const width = widthOf(cells, sums, at, to, first);
      if (width <= wide) fit = to;
      else if (width - giveOf(cells, sums, at, to, first) <= wide) squeezed = to;
    }
    const next =
      fit >= 0 && widthOf(cells, sums, at, fit, first) > wide * 0.6
        ? fit
        : squeezed >= 0
          ? squeezed
          : forced(cells, sums, at, end, wide, first);
    breaks.push(next);
    from = next;
  }
  return breaks;
}

/** A word longer than the line: broken where the line is full. */
function forced(cells: Cells, sums: Sums, from: number, end: number, room: number, first: boolean): number {
  let to = from + 1;
  while (to < end && widthOf(cells, sums, from, to + 1, first) <= room) to += 1;
  return to;
}
