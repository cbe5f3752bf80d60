/** What room the columns of a table need at the least, and in what type size the table fits. */
import type { CellText } from './table-text.ts';

export interface Needs {
  /** Room of each column without its padding, below which text is set badly. */
  readonly least: readonly number[];
  /** Room in which every line stands as it was typed. */
  readonly full: readonly number[];
}

/** What a cell of running text has at the least, in ems, from the comfortable to the merely possible. */
const LEVELS = [5, 3, 2, 1] as const;
/** No type is smaller than this as long as one character a line has room. */
const LEAST_SIZE = 7500;
const SIZE_STEP = 500;
/** Rather than break a number or a word, type of 七号 is set: the smallest that is printed. */
const SMALLEST = 5250;
/** A word longer than this (an address of the net) may be broken. */
const LONGEST_WORD = 11;
/** Least padding beside the text, where room is short. */
const LEAST_PADDING = 1200;

export interface Fit {
  readonly size: number;
  readonly padding: number;
  /** Ems that running text has in the narrowest column; 0: not even one character. */
  readonly level: number;
}

/** The largest size at which the columns fit: first all comfortable in smaller type, then narrower columns. */
export function fitSize(texts: readonly CellText[], columns: number, width: number, size: number, padding: number): Fit {
  for (const level of LEVELS) {
    const smallest = Math.min(size, level === 1 ? SMALLEST : LEAST_SIZE);
    for (let at = size; at >= smallest; at -= SIZE_STEP) {
      const scale = at / size;
      const rooms = sumOf(leastRooms(texts, columns, size, level)) * scale;
      // The smallest type first gives up its padding.
      const pads = [Math.round(padding * scale * scale), ...(at - SIZE_STEP < smallest ? [LEAST_PADDING] : [])];
      for (const given of pads) {
        const pad = Math.max(Math.min(padding, LEAST_PADDING), given);
        if (rooms + columns * (2 * pad + 2) <= width) return { size: at, padding: pad, level };
      }
    }
  }
  // More columns than characters fit side by side: every one holds a single character, as large as may be.
  const each = Math.floor(width / columns);
  const smallest = Math.min(size, LEAST_SIZE);
  const pad = Math.min(padding, LEAST_PADDING, Math.floor(each / 10));
  return { size: Math.max(100, Math.min(smallest, each - 2 * pad - 2)), padding: pad, level: 0 };
}

/** @param writing room that a column of a form has at the least, to be written in; 0 for other tables. */
export function needsOf(texts: readonly CellText[], columns: number, size: number, level: number, writing: number): Needs {
  const least = leastRooms(texts, columns, size, level);
  const full = least.map((room) => Math.max(room, writing));
  for (const { placed, longest } of texts) {
    if (placed.columnSpan > 1) continue;
    const wanted = placed.head && longest > size * 6 ? Math.ceil(longest / 2) + size / 2 : longest;
    full[placed.column] = Math.max(full[placed.column] as number, Math.ceil(wanted));
  }
  return { least, full };
}

function leastRooms(texts: readonly CellText[], columns: number, size: number, level: number): number[] {
  const rooms = new Array<number>(columns).fill(size);
  const spans: CellText[] = [];
  for (const text of texts) {
    if (text.placed.columnSpan > 1) spans.push(text);
    else rooms[text.placed.column] = Math.max(rooms[text.placed.column] as number, leastRoom(text, size, level));
  }
  for (const text of spans) {
    const { column, columnSpan } = text.placed;
    const have = sumOf(rooms.slice(column, column + columnSpan));
    const short = leastRoom(text, size, level) - have;
    if (short <= 0) continue;
    for (let c = column; c < column + columnSpan; c += 1) rooms[c] = (rooms[c] as number) + short / columnSpan;
  }
  return rooms;
}

function leastRoom({ longest, word, placed }: CellText, size: number, level: number): number {
  const whole = level <= 1 ? size : Math.min(longest, size * level);
  // A head of one word keeps to two lines.
  const head = placed.head && level >= 3 && longest <= size * 8 ? Math.min(longest, Math.max(size * 2, longest / 2 + size / 4)) : whole;
  return Math.ceil(Math.max(placed.head ? Math.min(head, whole) : whole, level === 0 ? 0 : Math.min(word, size * LONGEST_WORD), size));
}

export function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
