/** Chooses the font of a character by role and measures it; remembers what no font has. */
import type { FontBook, FontMetrics, FontRole } from './metrics.ts';

/** Set in place of a character that no font has (〓, the printer's turned sort). */
export const MISSING = 0x3013;

export interface Measure {
  /** Index into `fonts`; below 0 when no font of the role has the character. */
  find(role: FontRole, code: number): number;
  /** The same, the role's first font for a character that none has. */
  fontFor(role: FontRole, code: number): number;
  /** Thousandths of an em. */
  advance(font: number, code: number): number;
  readonly fonts: readonly FontMetrics[];
}

/** Fonts are remembered for the characters of the first plane; others are rare. */
const CODES = 0x10000;
const NONE = -1;
const UNKNOWN = -2;

export function createMeasure(book: FontBook): Measure {
  const ids = Object.keys(book.fonts).sort();
  const fonts = ids.map((id) => book.fonts[id] as FontMetrics);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const chains = new Map<FontRole, number[]>();
  const chosen = new Map<FontRole, Int8Array>();
  for (const role of Object.keys(book.roles) as FontRole[]) {
    chains.set(
      role,
      book.roles[role].map((id) => indexOf.get(id) ?? -1).filter((index) => index >= 0),
    );
    chosen.set(role, new Int8Array(CODES).fill(UNKNOWN));
  }
  const search = (role: FontRole, code: number): number =>
    (chains.get(role) ?? []).find((index) => covers(fonts[index] as FontMetrics, code)) ?? NONE;
  // The characters of a text come one behind the other in one role.
  let asked: FontRole | null = null;
  let known: Int8Array | undefined;
  const find = (role: FontRole, code: number): number => {
    if (role !== asked) {
      asked = role;
      known = chosen.get(role);
    }
    if (known === undefined || code >= CODES) return search(role, code);
    let found = known[code] as number;
    if (found === UNKNOWN) {
      found = search(role, code);
      known[code] = found;
    }
    return found;
  };
  return {
    fonts,
    find,
    fontFor: (role, code) => {
      const found = find(role, code);
      return found >= 0 ? found : (chains.get(role)?.[0] ?? 0);
    },
    advance: (font, code) => fonts[font]?.widths[code] ?? 1000,
  };
}

/** Binary search in the sorted ranges. */
function covers(font: FontMetrics, code: number): boolean {
  const ranges = font.coverage;
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (ranges[middle * 2] as number)) high = middle - 1;
    else if (code > (ranges[middle * 2 + 1] as number)) low = middle + 1;
    else return true;
  }
  return false;
}
