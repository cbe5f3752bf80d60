/** Sets one line whose breaks are chosen: takes off or opens in the standard's order, and gives every character its place. */
import { type Cells, hanLatinGap } from './cells.ts';
import { type Kind, kind } from './characters.ts';
import { endTrim, gapGive, markGive, startTrim, trimmedEnd } from './edges.ts';
import type { LineShape, Piece, SetLine } from './set-line.ts';
import { ems } from './units.ts';

/** A stretched line opens its characters by at most this share of an em before it counts as loose. */
const LOOSE = 0.25;

export function setLine(cells: Cells, from: number, to: number, room: number, first: boolean, last: boolean, shape: LineShape): SetLine {
  const end = trimmedEnd(cells, from, to);
  const count = Math.max(0, end - from);
  if (count === 0) return { pieces: [], width: 0, fault: null };
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
  const spaces = (i: number): boolean => i < count - 1 && cells.kinds[from + i] === kind.space;
  const opened = (i: number): boolean => (gaps[i] as number) > 0;
  let places = placesOf(count, spaces);
  for (let i = 1; places > 0 && i < count; i += 1) {
    if (!spaces(i)) continue;
    const most = Math.max(0, ((cells.sizes[from + i] as number) >> 1) - (advances[i] as number));
    const share = Math.min(most, Math.ceil(left / places));
    advances[i] = (advances[i] as number) + share;
    left -= share;
    places -= 1;
  }
  if (left > 0) {
    places = placesOf(count, opened);
    for (let i = 1; places > 0 && i < count; i += 1) {
      if (!opened(i)) continue;
      const most = ems(cells.sizes[from + i] as number, hanLatinGap.most) - (gaps[i] as number);
      const share = Math.min(most, Math.ceil(left / places));
      gaps[i] = (gaps[i] as number) + share;
      left -= share;
      places -= 1;
    }
  }
  if (left <= 0) return 0;
  const open = placesOf(count, (i) => isStretchable(cells, from + i));
  places = open > 0 ? open : count - 1;
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

function placesOf(count: number, wanted: (i: number) => boolean): number {
  let places = 0;
  for (let i = 1; i < count; i += 1) if (wanted(i)) places += 1;
  return places;
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
  let begin = from;
  const flush = (at: number): void => {
    if (text === '') return;
    pieces.push({
      x: origin,
      rise: cells.rises[at] as number,
      font: cells.fonts[at] as number,
      size: cells.sizes[at] as number,
      text,
      offsets,
      at: begin,
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
    if (text === '') {
      origin = place;
      begin = at;
    }
    text += cells.kinds[at] === kind.space ? ' ' : String.fromCodePoint(cells.codes[at] as number);
    offsets.push(place - origin);
    x += advances[i] as number;
  }
  flush(from + count - 1);
  return pieces;
}
