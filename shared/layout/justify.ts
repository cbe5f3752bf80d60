/** Sets one line whose breaks are chosen: takes off or opens in the standard's order, and gives every character its place. */
import type { Sums } from './breaks.ts';
import { type Cells, hanLatinGap, MOST_HELD } from './cells.ts';
import { type Kind, kind } from './characters.ts';
import { endTrim, gapGive, markGive, startTrim, trimmedEnd } from './edges.ts';
import type { LineShape, Piece, SetLine } from './set-line.ts';
import { ems } from './units.ts';

/** A stretched line opens its characters by at most this share of an em before it counts as loose. */
const LOOSE = 0.25;

/** What the cells of a paragraph come to when its lines have been squeezed and opened, by cell. */
export interface Adjusted {
  readonly advances: Int32Array;
  readonly shifts: Int32Array;
  readonly gaps: Int32Array;
}
const roomFor = (count: number): Adjusted => ({
  advances: new Int32Array(count),
  shifts: new Int32Array(count),
  gaps: new Int32Array(count),
});
let held = roomFor(1024);

/** As they are, to be adjusted line by line, each cell in one line at most. Those of a paragraph that is not over-long last until the next call. */
export function adjustedOf(cells: Cells): Adjusted {
  const { count } = cells;
  if (count > held.advances.length && count <= MOST_HELD) held = roomFor(count * 2);
  const adjusted = count > held.advances.length ? roomFor(count) : held;
  for (let i = 0; i < count; i += 1) {
    adjusted.advances[i] = cells.advances[i] as number;
    adjusted.shifts[i] = cells.shifts[i] as number;
    adjusted.gaps[i] = cells.gaps[i] as number;
  }
  return adjusted;
}

export function setLine(
  cells: Cells,
  adjusted: Adjusted,
  sums: Sums,
  from: number,
  to: number,
  room: number,
  first: boolean,
  last: boolean,
  shape: LineShape,
): SetLine {
  const end = trimmedEnd(cells, from, to);
  if (end <= from) return { pieces: [], width: 0, fault: null };
  const { advances, shifts, gaps } = adjusted;
  gaps[from] = 0;
  let width = (sums.position[end] as number) - (sums.position[from] as number) - (cells.gaps[from] as number);
  const opening = startTrim(cells, from, first);
  if (opening > 0) {
    advances[from] = (advances[from] as number) - opening;
    shifts[from] = (shifts[from] as number) + opening;
    width -= opening;
  }
  const closing = endTrim(cells, end - 1);
  if (closing > 0 && (end - from > 1 || opening === 0)) {
    advances[end - 1] = (advances[end - 1] as number) - closing;
    width -= closing;
  }
  let fault: SetLine['fault'] = null;
  if (width > room) {
    width -= squeeze(cells, adjusted, opening > 0 ? from + 1 : from, closing > 0 ? end - 1 : end, from, end, width - room);
    if (width > room) fault = 'overfull';
  } else if (!last && shape.align === 'justify' && width < room) {
    const opened = stretch(cells, adjusted, from, end, room - width);
    if (opened > LOOSE * (cells.sizes[from] as number)) fault = 'loose';
    width = room;
  }
  const indent = first ? shape.firstIndent : shape.indent;
  const left = shape.align === 'center' ? indent + ((room - width) >> 1) : shape.align === 'right' ? indent + room - width : indent;
  return { pieces: piecesOf(cells, adjusted, from, end, left), width: left + width, fault };
}

/** The order of CLREQ: word spaces, brackets, ，、；：, Han–Latin gaps, 。？！. */
const TURNS: readonly ((of: Kind) => boolean)[] = [
  (of) => of === kind.space,
  (of) => of === kind.open || of === kind.close,
  (of) => of === kind.comma,
  (of) => of === kind.stop,
];
/** The gaps come before this one. */
const GAPS_BEFORE = 3;

/** Takes `excess` off [from, to) in the standard's order, marks only in [begin, end); gives what was taken. */
function squeeze(cells: Cells, adjusted: Adjusted, begin: number, end: number, from: number, to: number, excess: number): number {
  let left = excess;
  for (let turn = 0; turn < TURNS.length && left > 0; turn += 1) {
    if (turn === GAPS_BEFORE) {
      left = takeGaps(cells, adjusted, from, to, left);
      if (left <= 0) break;
    }
    left = takeMarks(cells, adjusted, begin, end, left, TURNS[turn] as (of: Kind) => boolean);
  }
  return excess - left;
}

function takeMarks(
  cells: Cells,
  { advances, shifts }: Adjusted,
  begin: number,
  end: number,
  excess: number,
  wanted: (of: Kind) => boolean,
): number {
  let left = excess;
  let givers = 0;
  for (let i = begin; i < end; i += 1) if (wanted(cells.kinds[i] as Kind) && markGive(cells, i) > 0) givers += 1;
  for (let i = begin; givers > 0 && i < end; i += 1) {
    const of = cells.kinds[i] as Kind;
    const most = wanted(of) ? markGive(cells, i) : 0;
    if (most <= 0) continue;
    const share = Math.min(most, Math.ceil(left / givers));
    advances[i] = (advances[i] as number) - share;
    if (of === kind.open) shifts[i] = (shifts[i] as number) + share;
    left -= share;
    givers -= 1;
  }
  return left;
}

function takeGaps(cells: Cells, { gaps }: Adjusted, from: number, end: number, excess: number): number {
  let left = excess;
  let givers = 0;
  for (let i = from + 1; i < end; i += 1) if (gapGive(cells, i) > 0) givers += 1;
  for (let i = from + 1; givers > 0 && i < end; i += 1) {
    const most = gapGive(cells, i);
    if (most <= 0) continue;
    const share = Math.min(most, Math.ceil(left / givers));
    gaps[i] = (gaps[i] as number) - share;
    left -= share;
    givers -= 1;
  }
  return left;
}

/** Opens word spaces to half an em, Han–Latin gaps to their most, then all other places alike; gives the widest opening of these. */
function stretch(cells: Cells, adjusted: Adjusted, from: number, end: number, missing: number): number {
  const { gaps } = adjusted;
  let spaces = 0;
  let gapped = 0;
  let open = 0;
  for (let i = from + 1; i < end; i += 1) {
    if (cells.kinds[i] === kind.space && i < end - 1) spaces += 1;
    if ((gaps[i] as number) > 0) gapped += 1;
    if (isStretchable(cells, i)) open += 1;
  }
  let left = missing;
  if (spaces > 0) left = openSpaces(cells, adjusted, from, end, left, spaces);
  if (gapped > 0 && left > 0) left = openGapped(cells, adjusted, from, end, left, gapped);
  if (left <= 0) return 0;
  let places = open > 0 ? open : end - from - 1;
  if (places <= 0) return 0;
  const each = Math.ceil(left / places);
  for (let i = from + 1; i < end; i += 1) {
    if (open > 0 && !isStretchable(cells, i)) continue;
    const share = Math.min(each, Math.ceil(left / places));
    gaps[i] = (gaps[i] as number) + share;
    left -= share;
    places -= 1;
  }
  return each;
}

function openSpaces(cells: Cells, { advances }: Adjusted, from: number, end: number, missing: number, spaces: number): number {
  let left = missing;
  let places = spaces;
  for (let i = from + 1; i < end - 1; i += 1) {
    if (cells.kinds[i] !== kind.space) continue;
    const most = Math.max(0, ((cells.sizes[i] as number) >> 1) - (advances[i] as number));
    const share = Math.min(most, Math.ceil(left / places));
    advances[i] = (advances[i] as number) + share;
    left -= share;
    places -= 1;
  }
  return left;
}

function openGapped(cells: Cells, { gaps }: Adjusted, from: number, end: number, missing: number, gapped: number): number {
  let left = missing;
  let places = gapped;
  for (let i = from + 1; i < end; i += 1) {
    if ((gaps[i] as number) <= 0) continue;
    const most = ems(cells.sizes[i] as number, hanLatinGap.most) - (gaps[i] as number);
    const share = Math.min(most, Math.ceil(left / places));
    gaps[i] = (gaps[i] as number) + share;
    left -= share;
    places -= 1;
  }
  return left;
}

/** Never inside a word, a number, `——` or `……`. */
function isStretchable(cells: Cells, at: number): boolean {
  const before = cells.kinds[at - 1] as Kind;
  const here = cells.kinds[at] as Kind;
  if (before === here && (here === kind.latin || here === kind.dash || here === kind.ellipsis)) return false;
  return here !== kind.space && here !== kind.connector && before !== kind.connector;
}

function piecesOf(cells: Cells, adjusted: Adjusted, from: number, end: number, left: number): Piece[] {
  const pieces: Piece[] = [];
  let x = left;
  for (let begin = from; begin < end; ) {
    let next = begin + 1;
    while (next < end && isAlike(cells, begin, next)) next += 1;
    pieces.push(pieceOf(cells, adjusted, begin, next, x));
    for (let at = begin; at < next; at += 1) x += (adjusted.gaps[at] as number) + (adjusted.advances[at] as number);
    begin = next;
  }
  return pieces;
}

function isAlike(cells: Cells, a: number, b: number): boolean {
  return cells.fonts[a] === cells.fonts[b] && cells.sizes[a] === cells.sizes[b] && cells.rises[a] === cells.rises[b];
}

/** Cells of one look, from where the line has come to. */
function pieceOf(cells: Cells, { advances, shifts, gaps }: Adjusted, begin: number, end: number, start: number): Piece {
  let x = start;
  const origin = x + (gaps[begin] as number) - (shifts[begin] as number);
  let units = 0;
  for (let at = begin; at < end; at += 1) {
    x += gaps[at] as number;
    places[at - begin] = x - (shifts[at] as number) - origin;
    x += advances[at] as number;
    units = write(cells.kinds[at] === kind.space ? 0x20 : (cells.codes[at] as number), units);
  }
  return {
    x: origin,
    rise: cells.rises[begin] as number,
    font: cells.fonts[begin] as number,
    size: cells.sizes[begin] as number,
    text: String.fromCharCode(...written.slice(0, units)),
    offsets: places.slice(0, end - begin),
    at: begin,
  };
}

/** @returns the place behind the character, in UTF-16. */
function write(code: number, at: number): number {
  if (code <= 0xffff) {
    written[at] = code;
    return at + 1;
  }
  written[at] = 0xd7c0 + (code >> 10);
  written[at + 1] = 0xdc00 | (code & 0x3ff);
  return at + 2;
}
/** The piece at hand; it gets copies of its very length, where a list and a text that grow leave pieces behind. */
const written: number[] = [];
const places: number[] = [];
