/** Sets one line whose breaks are chosen: takes off or opens in the standard's order, and gives every character its place. */
import type { Sums } from './breaks.ts';
import { type Cells, hanLatinGap } from './cells.ts';
import { type Kind, kind } from './characters.ts';
import { endTrim, gapGive, markGive, startTrim, trimmedEnd } from './edges.ts';
import type { LineShape, Piece, SetLine } from './set-line.ts';
import { ems } from './units.ts';

/** A stretched line opens its characters by at most this share of an em before it counts as loose. */
const LOOSE = 0.25;

/** Where the line at hand is worked out; nothing of it outlasts `setLine`. Arrays made anew for each line cost more than its setting. */
interface Desk {
  readonly advances: Int32Array;
  readonly shifts: Int32Array;
  readonly gaps: Int32Array;
}
const deskFor = (cells: number): Desk => ({
  advances: new Int32Array(cells),
  shifts: new Int32Array(cells),
  gaps: new Int32Array(cells),
});
let desk = deskFor(256);

export function setLine(
  cells: Cells,
  sums: Sums,
  from: number,
  to: number,
  room: number,
  first: boolean,
  last: boolean,
  shape: LineShape,
): SetLine {
  const end = trimmedEnd(cells, from, to);
  const count = Math.max(0, end - from);
  if (count === 0) return { pieces: [], width: 0, fault: null };
  if (count > desk.advances.length) desk = deskFor(count * 2);
  const { advances, shifts, gaps } = desk;
  advances.set(cells.advances.subarray(from, end));
  shifts.set(cells.shifts.subarray(from, end));
  gaps.set(cells.gaps.subarray(from, end));
  gaps[0] = 0;
  let width = (sums.position[end] as number) - (sums.position[from] as number) - (cells.gaps[from] as number);
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

/** The order of CLREQ: word spaces, brackets, ，、；：, Han–Latin gaps, 。？！. */
const TURNS: readonly ((of: Kind) => boolean)[] = [
  (of) => of === kind.space,
  (of) => of === kind.open || of === kind.close,
  (of) => of === kind.comma,
  (of) => of === kind.stop,
];
/** The gaps come before this one. */
const GAPS_BEFORE = 3;

/** Takes `excess` off in the standard's order; gives what was taken. */
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
  const [begin, end] = [startSet ? 1 : 0, endSet ? count - 1 : count];
  for (let turn = 0; turn < TURNS.length && left > 0; turn += 1) {
    if (turn === GAPS_BEFORE) {
      left = takeGaps(cells, from, count, left, gaps);
      if (left <= 0) break;
    }
    left = takeMarks(cells, from, begin, end, left, TURNS[turn] as (of: Kind) => boolean, advances, shifts);
  }
  return excess - left;
}

function takeMarks(
  cells: Cells,
  from: number,
  begin: number,
  end: number,
  excess: number,
  wanted: (of: Kind) => boolean,
  advances: Int32Array,
  shifts: Int32Array,
): number {
  let left = excess;
  let givers = 0;
  for (let i = begin; i < end; i += 1) if (wanted(cells.kinds[from + i] as Kind) && markGive(cells, from + i) > 0) givers += 1;
  for (let i = begin; givers > 0 && i < end; i += 1) {
    const of = cells.kinds[from + i] as Kind;
    const most = wanted(of) ? markGive(cells, from + i) : 0;
    if (most <= 0) continue;
    const share = Math.min(most, Math.ceil(left / givers));
    advances[i] = (advances[i] as number) - share;
    if (of === kind.open) shifts[i] = (shifts[i] as number) + share;
    left -= share;
    givers -= 1;
  }
  return left;
}

function takeGaps(cells: Cells, from: number, count: number, excess: number, gaps: Int32Array): number {
  let left = excess;
  let givers = 0;
  for (let i = 1; i < count; i += 1) if (gapGive(cells, from + i) > 0) givers += 1;
  for (let i = 1; givers > 0 && i < count; i += 1) {
    const most = gapGive(cells, from + i);
    if (most <= 0) continue;
    const share = Math.min(most, Math.ceil(left / givers));
    gaps[i] = (gaps[i] as number) - share;
    left -= share;
    givers -= 1;
  }
  return left;
}

/** Opens word spaces to half an em, Han–Latin gaps to their most, then all other places alike; gives the widest opening of these. */
function stretch(cells: Cells, from: number, count: number, missing: number, advances: Int32Array, gaps: Int32Array): number {
  let spaces = 0;
  let gapped = 0;
  let open = 0;
  for (let i = 1; i < count; i += 1) {
    if (cells.kinds[from + i] === kind.space && i < count - 1) spaces += 1;
    if ((gaps[i] as number) > 0) gapped += 1;
    if (isStretchable(cells, from + i)) open += 1;
  }
  let left = missing;
  if (spaces > 0) left = openSpaces(cells, from, count, left, spaces, advances);
  if (gapped > 0 && left > 0) left = openGapped(cells, from, count, left, gapped, gaps);
  if (left <= 0) return 0;
  let places = open > 0 ? open : count - 1;
  if (places <= 0) return 0;
  const each = Math.ceil(left / places);
  for (let i = 1; i < count; i += 1) {
    if (open > 0 && !isStretchable(cells, from + i)) continue;
    const share = Math.min(each, Math.ceil(left / places));
    gaps[i] = (gaps[i] as number) + share;
    left -= share;
    places -= 1;
  }
  return each;
}

function openSpaces(cells: Cells, from: number, count: number, missing: number, spaces: number, advances: Int32Array): number {
  let left = missing;
  let places = spaces;
  for (let i = 1; i < count - 1; i += 1) {
    if (cells.kinds[from + i] !== kind.space) continue;
    const most = Math.max(0, ((cells.sizes[from + i] as number) >> 1) - (advances[i] as number));
    const share = Math.min(most, Math.ceil(left / places));
    advances[i] = (advances[i] as number) + share;
    left -= share;
    places -= 1;
  }
  return left;
}

function openGapped(cells: Cells, from: number, count: number, missing: number, gapped: number, gaps: Int32Array): number {
  let left = missing;
  let places = gapped;
  for (let i = 1; i < count; i += 1) {
    if ((gaps[i] as number) <= 0) continue;
    const most = ems(cells.sizes[from + i] as number, hanLatinGap.most) - (gaps[i] as number);
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
  let length = 0;
  let units = 0;
  let origin = 0;
  let begin = from;
  const flush = (at: number): void => {
    if (length === 0) return;
    pieces.push({
      x: origin,
      rise: cells.rises[at] as number,
      font: cells.fonts[at] as number,
      size: cells.sizes[at] as number,
      text: String.fromCharCode(...written.slice(0, units)),
      offsets: places.slice(0, length),
      at: begin,
    });
    length = 0;
    units = 0;
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
    if (length === 0) {
      origin = place;
      begin = at;
    }
    const code = cells.kinds[at] === kind.space ? 0x20 : (cells.codes[at] as number);
    if (code > 0xffff) {
      written[units] = 0xd7c0 + (code >> 10);
      units += 1;
    }
    written[units] = code > 0xffff ? 0xdc00 | (code & 0x3ff) : code;
    units += 1;
    places[length] = place - origin;
    length += 1;
    x += advances[i] as number;
  }
  flush(from + count - 1);
  return pieces;
}
/** The piece at hand; it gets copies of its very length, where a list and a text that grow leave pieces behind. */
const written: number[] = [];
const places: number[] = [];
