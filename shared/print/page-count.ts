/** How many pages a press wants, and what is missing to that. */

/** 1: as it comes; 4: saddle stitch, a folded sheet; 16: a signature (印张) of 大16开, for perfect binding. */
export type PageMultiple = 1 | 4 | 16;

/** A4 is 大16开: sixteen pages to the printed sheet (印张). */
export const PAGES_PER_SHEET = 16;

export interface FullSignature {
  /** The next count that is a multiple, `pages` itself where it is one. */
  readonly pages: number;
  /** Blank pages to add, 0 where nothing is missing. */
  readonly missing: number;
}

export function fullSignature(pages: number, multiple: PageMultiple): FullSignature {
  const full = Math.ceil(pages / multiple) * multiple;
  return { pages: full, missing: full - pages };
}
