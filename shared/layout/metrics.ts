/** Font metrics as data, and the choice of a font for a character. Nothing here reads a font file. */

/** What the layout must know of one font file. Widths are in thousandths of the em. */
export interface FontMetrics {
  readonly id: string;
  /** PostScript name, for Word and for people. */
  readonly family: string;
  readonly ascent: number;
  readonly descent: number;
  /** Sorted, disjoint code point ranges that the font covers: [first, last, first, last, …]. */
  readonly coverage: readonly number[];
  /** Advance widths that differ from 1000: code point → width. */
  readonly widths: Readonly<Record<number, number>>;
}

/** What a font is used for (字体角色); which file stands behind it is decided outside (main/fonts.ts). */
export type FontRole = 'song' | 'hei' | 'kai' | 'fang' | 'title';

/** Every font that may be used, and for each role the ids of its font and its fallbacks, first choice first. */
export interface FontBook {
  readonly fonts: Readonly<Record<string, FontMetrics>>;
  readonly roles: Readonly<Record<FontRole, readonly string[]>>;
}
