/**
 * Breaks a paragraph into lines and sets each: widths first, then what may not stand at an edge, then justification
 * (CLREQ 3.1; GB/T 15834-2011 5.1). The result is text with a place for every character; painters only draw it.
 */
import { type Cells, endsBlank, half, hanLatinGap } from './cells.ts';
import { type Kind, kind, mayBreakBetween } from './characters.ts';
import { ems } from './units.ts';

/** Text of one font and size on a line; `x` from the line's left edge, `rise` upwards from its baseline. */
export interface Piece {
  readonly x: number;
  readonly rise: number;
  readonly font: number;
  readonly size: number;
  readonly text: string;
  readonly offsets: readonly number[];
}
export interface SetLine {
  readonly pieces: readonly Piece[];
  /** From the left edge to the end of the last character. */
  readonly width: number;
  /** No legal break was found, or the line had to be stretched beyond what looks good. */
  readonly fault: 'overfull' | 'loose' | null;
}

export interface LineShape {
  readonly width: number;
  readonly firstIndent: number;
  /** Indent of the turned-over lines. */
  readonly indent: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
}

/** A stretched line opens its characters by at most this share of an em before it counts as loose. */
const LOOSE = 0.25;

interface Table {
  /** Natural width of all cells before i, gaps included. */
  readonly position: Int32Array;
  /** What all cells before i can give up. */
  readonly give: Int32Array;
}

export function breakLines(cells: Cells, shape: LineShape): SetLine[] {
  const table = tableOf(cells);
  const lines: SetLine[] = [];
  let from = 0;
  while (from <= cells.count) {
    let to = from;
    while (to < cells.count && cells.kinds[to] !== kind.newline) to += 1;
    breakSegment(cells, table, from, to, shape, lines);
    from = to + 1;
  }
  return lines;
}

function tableOf(cells: Cells): Table {
  const position = new Int32Array(cells.count + 1);
  const give = new Int32Array(cells.count + 1);
  for (let i = 0; i < cells.count; i += 1) {
    position[i + 1] = (position[i] as number) + (cells.advances[i] as number) + (cells.gaps[i] as number);
    give[i + 1] = (give[i] as number) + markGive(cells, i) + gapGive(cells, i);
  }
  return { position, give };
}

/** A mark that has not shared its blank yet can give half an em, a blank between words what is over a quarter. */
function markGive(cells: Cells, at: number): number {
  const of = cells.kinds[at] as Kind;
  if (of === kind.space) return Math.max(0, (cells.advances[at] as number) - ((cells.sizes[at] as number) >> 2));
  return (of === kind.open || endsBlank(of)) && isWhole(cells, at) ? half(cells, at) : 0;
}

function gapGive(cells: Cells, at: number): number {
  const gap = cells.gaps[at] as number;
  return gap === 0 ? 0 : Math.max(0, gap - ems(cells.sizes[at] as number, hanLatinGap.least));
}

function isWhole(cells: Cells, at: number): boolean {
  return (cells.advances[at] as number) >= (cells.sizes[at] as number);
}

function breakSegment(cells: Cells, table: Table, start: number, end: number, shape: LineShape, lines: SetLine[]): void {
  if (start === end) {
    lines.push({ pieces: [], width: 0, fault: null });
    return;
  }
  const breaks: number[] = [start];
  let from = start;
  while (from < end) {
    const to = nextBreak(cells, table, from, end, roomOf(shape, from === start), from === start);
    breaks.push(to);
    from = skipBlanks(cells, to, end);
    if (from !== to && from < end) breaks[breaks.length - 1] = to;
  }
  avoidLoneCharacter(cells, table, breaks, start, end, shape);
  for (let i = 0; i + 1 < breaks.length; i += 1) {
    const a = i === 0 ? start : skipBlanks(cells, breaks[i] as number, end);
    const b = breaks[i + 1] as number;
    const first = i === 0;
    const last = i + 2 === breaks.length;
    lines.push(setLine(cells, a, b, roomOf(shape, first), first, last, shape));
  }
}

function roomOf(shape: LineShape, first: boolean): number {
  return shape.width - (first ? shape.firstIndent : shape.indent);
}

function skipBlanks(cells: Cells, at: number, end: number): number {
  let next = at;
  while (next < end && cells.kinds[next] === kind.space) next += 1;
  return next;
}

function trimmedEnd(cells: Cells, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && (cells.kinds[end - 1] === kind.space || cells.kinds[end - 1] === kind.wideSpace)) end -= 1;
  return end;
}

/** Width of the cells [from, to) as a line: no gap before the first, half marks at the edges (5.1.10). */
function widthOf(cells: Cells, table: Table, from: number, to: number, first: boolean): number {
  const end = trimmedEnd(cells, from, to);
  return (
    (table.position[end] as number) -
    (table.position[from] as number) -
    (cells.gaps[from] as number) -
    startTrim(cells, from, first) -
    endTrim(cells, end - 1)
  );
}

function giveOf(cells: Cells, table: Table, from: number, to: number, first: boolean): number {
  const end = trimmedEnd(cells, from, to);
  let give = (table.give[end] as number) - (table.give[from] as number) - gapGive(cells, from);
  if (startTrim(cells, from, first) > 0) give -= markGive(cells, from);
  if (endTrim(cells, end - 1) > 0 && end - 1 !== from) give -= markGive(cells, end - 1);
  return Math.max(0, give);
}

function startTrim(cells: Cells, at: number, first: boolean): number {
  return !first && cells.kinds[at] === kind.open && isWhole(cells, at) ? half(cells, at) : 0;
}

function endTrim(cells: Cells, at: number): number {
  return endsBlank(cells.kinds[at] as Kind) && isWhole(cells, at) ? half(cells, at) : 0;
}

function isLegal(cells: Cells, at: number, end: number): boolean {
  if (at >= end) return true;
  const before = at - 1;
  if (cells.kinds[before] === kind.space)
    return cells.kinds[at] !== kind.space && mayBreakBetween(0x4e00, kind.han, cells.codes[at] as number, cells.kinds[at] as Kind);
  return mayBreakBetween(cells.codes[before] as number, cells.kinds[before] as Kind, cells.codes[at] as number, cells.kinds[at] as Kind);
}

/** The break that ends the line begun at `from`: the last that fits; a squeezed one beyond it before a stretched line. */
function nextBreak(cells: Cells, table: Table, from: number, end: number, room: number, first: boolean): number {
  let fit = -1;
  let squeezed = -1;
  for (let to = from + 1; to <= end; to += 1) {
    if (to < end && !isLegal(cells, to, end)) {
      if ((table.position[to] as number) - (table.position[from] as number) > room * 2) break;
      continue;
    }
    const width = widthOf(cells, table, from, to, first);
    if (width <= room) fit = to;
    else {
      if (width - giveOf(cells, table, from, to, first) <= room) squeezed = to;
      if (squeezed >= 0 || width > room * 1.5) break;
    }
  }
  if (fit === end) return end;
  if (fit >= 0 && squeezed >= 0) {
    const left = room - widthOf(cells, table, from, fit, first);
    return left * 8 < (cells.sizes[from] as number) ? fit : squeezed;
  }
  if (fit >= 0) return fit;
  if (squeezed >= 0) return squeezed;
  return forcedBreak(cells, table, from, end, room, first);
}

/** A word longer than the line: broken where the line is full. */
function forcedBreak(cells: Cells, table: Table, from: number, end: number, room: number, first: boolean): number {
  let to = from + 1;
  while (to < end && widthOf(cells, table, from, to + 1, first) <= room) to += 1;
  return to;
}

/** 单字不成行: one character in the last line draws one more from the line above. */
function avoidLoneCharacter(cells: Cells, table: Table, breaks: number[], start: number, end: number, shape: LineShape): void {
  const lines = breaks.length - 1;
  if (lines < 2) return;
  const lastFrom = breaks[lines - 1] as number;
  let visible = 0;
  for (let i = lastFrom; i < end; i += 1) {
    const of = cells.kinds[i] as Kind;
    if (of === kind.han || of === kind.latin) visible += 1;
  }
  if (visible > 1) return;
  const above = breaks[lines - 2] as number;
  const room = roomOf(shape, above === start);
  for (let to = lastFrom - 1; to > above + 2 && to > lastFrom - 5; to -= 1) {
    if (!isLegal(cells, to, end) || cells.kinds[to - 1] === kind.space) continue;
    const stretched = room - widthOf(cells, table, above, to, above === start);
    if (stretched <= (cells.sizes[to] as number) * 3) breaks[lines - 1] = to;
    return;
  }
}

function setLine(cells: Cells, from: number, to: number, room: number, first: boolean, last: boolean, shape: LineShape): SetLine {
  const end = trimmedEnd(cells, from, to);
  const count = end - from;
  const advances = new Int32Array(count);
  const shifts = new Int32Array(count);
  const gaps = new Int32Array(count);
  let width = 0;
  for (let i = 0; i < count; i += 1) {
    advances[i] = cells.advances[from + i] as number;
    shifts[i] = cells.shifts[from + i] as number;
    gaps[i] = i === 0 ? 0 : (cells.gaps[from + i] as number);
    width += (advances[i] as number) + (gaps[i] as number);
  }
  const opening = startTrim(cells, from, first);
  if (opening > 0) {
    advances[0] = (advances[0] as number) - opening;
    shifts[0] = (shifts[0] as number) + opening;
    width -= opening;
  }
  const closing = endTrim(cells, end - 1);
  if (closing > 0 && (count > 1 || opening === 0)) {
    advances[count - 1] = (advances[count - 1] as number) - closing;
    width -= closing;
  }
  let fault: SetLine['fault'] = null;
  if (width > room) {
    width -= squeeze(cells, from, count, width - room, advances, shifts, gaps, opening > 0, closing > 0);
    if (width > room) fault = 'overfull';
  } else if (!last && shape.align === 'justify' && width < room) {
    const opened = stretch(cells, from, count, room - width, advances, gaps);
    if (opened > LOOSE * (cells.sizes[from] as number)) fault = 'loose';
    width = room;
  }
  const indent = first ? shape.firstIndent : shape.indent;
  const left = shape.align === 'center' ? indent + ((room - width) >> 1) : shape.align === 'right' ? indent + room - width : indent;
  return { pieces: piecesOf(cells, from, count, left, advances, shifts, gaps), width: left + width, fault };
}

/** Takes `excess` off in the order of CLREQ: word spaces, brackets, ，、；：, Han–Latin gaps, 。？！; gives what was taken. */
function squeeze(
  cells: Cells,
  from: number,
  count: number,
  excess: number,
  advances: Int32Array,
  shifts: Int32Array,
  gaps: Int32Array,
  startSet: boolean,
  endSet: boolean,
): number {
  let left = excess;
  const take = (wanted: (of: Kind) => boolean): void => {
    const givers: number[] = [];
    for (let i = 0; i < count; i += 1) {
      if ((i === 0 && startSet) || (i === count - 1 && endSet)) continue;
      if (wanted(cells.kinds[from + i] as Kind) && markGive(cells, from + i) > 0) givers.push(i);
    }
    givers.forEach((i, turn) => {
      const share = Math.min(markGive(cells, from + i), Math.ceil(left / (givers.length - turn)));
      advances[i] = (advances[i] as number) - share;
      if (cells.kinds[from + i] === kind.open) shifts[i] = (shifts[i] as number) + share;
      left -= share;
    });
  };
  const takeGaps = (): void => {
    const givers: number[] = [];
    for (let i = 1; i < count; i += 1) if (gapGive(cells, from + i) > 0) givers.push(i);
    givers.forEach((i, turn) => {
      const share = Math.min(gapGive(cells, from + i), Math.ceil(left / (givers.length - turn)));
      gaps[i] = (gaps[i] as number) - share;
      left -= share;
    });
  };
  const steps = [
    () => take((of) => of === kind.space),
    () => take((of) => of === kind.open || of === kind.close),
    () => take((of) => of === kind.comma),
    takeGaps,
    () => take((of) => of === kind.stop),
  ];
  for (const step of steps) if (left > 0) step();
  return excess - left;
}

/** Opens word spaces to half an em, Han–Latin gaps to their most, then all other places alike; gives the widest opening of these. */
function stretch(cells: Cells, from: number, count: number, missing: number, advances: Int32Array, gaps: Int32Array): number {
  let left = missing;
  const grow = (places: readonly number[], most: (i: number) => number, add: (i: number, by: number) => void): void => {
    places.forEach((i, turn) => {
      const share = Math.min(most(i), Math.ceil(left / (places.length - turn)));
      add(i, share);
      left -= share;
    });
  };
  const indices = Array.from({ length: Math.max(0, count - 1) }, (_, i) => i + 1);
  const addGap = (i: number, by: number): void => {
    gaps[i] = (gaps[i] as number) + by;
  };
  grow(
    indices.filter((i) => i < count - 1 && cells.kinds[from + i] === kind.space),
    (i) => Math.max(0, ((cells.sizes[from + i] as number) >> 1) - (advances[i] as number)),
    (i, by) => {
      advances[i] = (advances[i] as number) + by;
    },
  );
  if (left > 0)
    grow(
      indices.filter((i) => (gaps[i] as number) > 0),
      (i) => ems(cells.sizes[from + i] as number, hanLatinGap.most) - (gaps[i] as number),
      addGap,
    );
  if (left <= 0) return 0;
  const open = indices.filter((i) => isStretchable(cells, from + i));
  const places = open.length > 0 ? open : indices;
  if (places.length === 0) return 0;
  const each = Math.ceil(left / places.length);
  grow(places, () => each, addGap);
  return each;
}

/** Never inside a word, a number, `——` or `……`. */
function isStretchable(cells: Cells, at: number): boolean {
  const before = cells.kinds[at - 1] as Kind;
  const here = cells.kinds[at] as Kind;
  if (before === here && (here === kind.latin || here === kind.dash || here === kind.ellipsis)) return false;
  return here !== kind.space && here !== kind.connector && before !== kind.connector;
}

function piecesOf(
  cells: Cells,
  from: number,
  count: number,
  left: number,
  advances: Int32Array,
  shifts: Int32Array,
  gaps: Int32Array,
): Piece[] {
  const pieces: Piece[] = [];
  let x = left;
  let text = '';
  let offsets: number[] = [];
  let origin = 0;
  const flush = (at: number): void => {
    if (text === '') return;
    pieces.push({
      x: origin,
      rise: cells.rises[at] as number,
      font: cells.fonts[at] as number,
      size: cells.sizes[at] as number,
      text,
      offsets,
    });
    text = '';
    offsets = [];
  };
  for (let i = 0; i < count; i += 1) {
    const at = from + i;
    if (
      i > 0 &&
      (cells.fonts[at] !== cells.fonts[at - 1] || cells.sizes[at] !== cells.sizes[at - 1] || cells.rises[at] !== cells.rises[at - 1])
    )
      flush(at - 1);
    x += gaps[i] as number;
    const place = x - (shifts[i] as number);
    if (text === '') origin = place;
    text += cells.kinds[at] === kind.space ? ' ' : String.fromCodePoint(cells.codes[at] as number);
    offsets.push(place - origin);
    x += advances[i] as number;
  }
  flush(from + count - 1);
  return pieces;
}
