/** A paragraph as cells: one for each character, with its font, its advance by position among its neighbours, and what it can give or take. */
import { type Kind, kind, kindOf } from './characters.ts';
import { type Measure, MISSING } from './measure.ts';
import type { FontRole } from './metrics.ts';
import { ems } from './units.ts';

/** A stretch of text in one look. */
export interface Span {
  readonly text: string;
  readonly role: FontRole;
  readonly size: number;
  /** Baseline shift upwards, for superscripts. */
  readonly rise?: number;
}

export interface Cells {
  readonly count: number;
  readonly codes: Uint32Array;
  readonly kinds: Uint8Array;
  readonly fonts: Uint8Array;
  readonly sizes: Int32Array;
  readonly rises: Int32Array;
  /** Advance among its neighbours: adjacent marks share their blanks (CLREQ 3.1.6.1). */
  readonly advances: Int32Array;
  /** How far left of its place the glyph is drawn: a mark that lost its left half. */
  readonly shifts: Int32Array;
  /** Gap before the cell where Han meets Latin; none at a line's edge. */
  readonly gaps: Int32Array;
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/** Han–Latin gap in thousandths of an em (CLREQ: up to a quarter), and what it may shrink or grow to. */
export const hanLatinGap = { natural: 180, least: 125, most: 400 } as const;
/** A blank that the author typed between two Han (王　明, 第一章 总则) is kept visible. */
const HAN_SPACE = 500;

/** The cells of a text, one for each character. They are its own and may be kept. */
export function cellsOf(spans: readonly Span[], measure: Measure): Cells {
  const count = countOf(spans);
  return fill(cellsIn(roomFor(count), count), spans, measure);
}

/** The same for a paragraph that is set at once: its cells last until the next call. Most of an issue never needs to keep them. */
export function passingCells(spans: readonly Span[], measure: Measure): Cells {
  const count = countOf(spans);
  if (count > MOST_HELD) return cellsOf(spans, measure);
  if (count > passing.codes.length) passing = roomFor(count * 2);
  passing.shifts.fill(0, 0, count);
  passing.gaps.fill(0, 0, count);
  return fill(cellsIn(passing, count), spans, measure);
}

type Room = Omit<Cells, 'count' | 'missing'>;
const roomFor = (count: number): Room => ({
  codes: new Uint32Array(count),
  kinds: new Uint8Array(count),
  fonts: new Uint8Array(count),
  sizes: new Int32Array(count),
  rises: new Int32Array(count),
  advances: new Int32Array(count),
  shifts: new Int32Array(count),
  gaps: new Int32Array(count),
});
/** No room is held for longer paragraphs, which hardly ever come. */
export const MOST_HELD = 20_000;
let passing = roomFor(1024);

/** Made in one place only: code that was compiled for one shape of an object is thrown away when it meets another. */
function cellsIn({ codes, kinds, fonts, sizes, rises, advances, shifts, gaps }: Room, count: number): Filling {
  return { count, codes, kinds, fonts, sizes, rises, advances, shifts, gaps, missing: [] };
}

function countOf(spans: readonly Span[]): number {
  let count = 0;
  for (const { text } of spans) count += SURROGATE.test(text) ? Array.from(text).length : text.length;
  return count;
}
const SURROGATE = /[\ud800-\udbff]/;

function fill(cells: Filling, spans: readonly Span[], measure: Measure): Cells {
  if (cells.count === 0) return cells;
  let at = 0;
  for (const { text, role, size, rise = 0 } of spans) {
    const begin = at;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.codePointAt(i) as number;
      if (code > 0xffff) i += 1;
      putCell(cells, at, code, role, size, measure);
      at += 1;
    }
    cells.sizes.fill(size, begin, at);
    cells.rises.fill(rise, begin, at);
  }
  joinDashes(cells, measure);
  shareBlanks(cells);
  openGaps(cells);
  return cells;
}
type Filling = Cells & { readonly missing: string[] };

/** Small on purpose, like all that is done for each character: it is compiled early in a run that lasts half a second. */
function putCell(cells: Filling, at: number, wanted: number, role: FontRole, size: number, measure: Measure): void {
  const isBlank = wanted === 0x0a || wanted === 0x09;
  let code = wanted;
  let font = measure.find(role, isBlank ? 0x20 : code);
  if (font < 0) {
    if (!isBlank) {
      cells.missing.push(String.fromCodePoint(wanted));
      code = MISSING;
    }
    font = measure.fontFor(role, isBlank ? 0x20 : code);
  }
  const of = kindOf(code);
  cells.codes[at] = code;
  cells.kinds[at] = of;
  cells.fonts[at] = font;
  cells.advances[at] = code === 0x0a ? 0 : of === kind.han ? Math.round(size) : ems(size, naturalWidth(measure, font, code, of));
}

function naturalWidth(measure: Measure, font: number, code: number, of: Kind): number {
  switch (of) {
    case kind.latin:
      return measure.advance(font, code);
    case kind.space:
      return code === 0x09 ? 2000 : measure.advance(font, 0x20);
    case kind.middle:
      return 500;
    default:
      return 1000;
  }
}

/** Glyphs narrower than their cell: `——` touch in the middle, a single dash, · and … stand centred. */
function joinDashes(cells: Cells, measure: Measure): void {
  for (let i = 0; i < cells.count; i += 1) {
    const of = cells.kinds[i] as Kind;
    if (of !== kind.dash && of !== kind.middle && of !== kind.ellipsis) continue;
    const size = cells.sizes[i] as number;
    const glyph = ems(size, measure.advance(cells.fonts[i] as number, cells.codes[i] as number));
    const blank = (cells.advances[i] as number) - glyph;
    const follows = of === kind.dash && i > 0 && cells.kinds[i - 1] === kind.dash;
    const leads = of === kind.dash && !follows && i + 1 < cells.count && cells.kinds[i + 1] === kind.dash;
    // In whole numbers: half of an odd blank is rounded up.
    if (leads) cells.shifts[i] = 0 - blank;
    else cells.shifts[i] = follows ? 0 : 0 - ((blank + 1) >> 1);
  }
}

/** Of two neighbouring marks one loses the half that is blank. */
function shareBlanks(cells: Cells): void {
  for (let i = 0; i + 1 < cells.count; i += 1) {
    const here = cells.kinds[i] as Kind;
    const next = cells.kinds[i + 1] as Kind;
    if (endsBlank(here) && isMark(next)) cells.advances[i] = (cells.advances[i] as number) - half(cells, i);
    else if (here === kind.open && next === kind.open) {
      cells.advances[i + 1] = (cells.advances[i + 1] as number) - half(cells, i + 1);
      cells.shifts[i + 1] = half(cells, i + 1);
    }
  }
}

/** Half-width marks are no words: text that an office typed with them is set close (CLREQ 3.2.2). */
const GAPLESS = new Set([...'.,;:!?()[]{}<>"\''].map((mark) => mark.codePointAt(0) as number));

function openGaps(cells: Cells): void {
  for (let i = 1; i < cells.count; i += 1) {
    const before = cells.kinds[i - 1] as Kind;
    const here = cells.kinds[i] as Kind;
    const latin = here === kind.latin ? i : i - 1;
    const meets = (before === kind.han && here === kind.latin) || (before === kind.latin && here === kind.han);
    if (meets && !GAPLESS.has(cells.codes[latin] as number)) {
      cells.gaps[i] = ems(Math.min(cells.sizes[i] as number, cells.sizes[i - 1] as number), hanLatinGap.natural);
    }
    const isLast = i + 1 === cells.count;
    if (here === kind.space && before !== kind.latin && (isLast || cells.kinds[i + 1] !== kind.latin))
      cells.advances[i] = ems(cells.sizes[i] as number, HAN_SPACE);
  }
}

export function half(cells: Cells, at: number): number {
  return (cells.sizes[at] as number) >> 1;
}

/** The right half of these is blank. */
export function endsBlank(of: Kind): boolean {
  return of === kind.close || of === kind.comma || of === kind.stop;
}

function isMark(of: Kind): boolean {
  return of === kind.open || endsBlank(of);
}
