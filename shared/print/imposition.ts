/** Imposition: which pages stand beside each other on a printed sheet. Pages are counted from 1, as they lie in the block. */
import { fullSignature } from './page-count.ts';

/** One side of a folded sheet: two pages side by side, the spine between them. */
export interface Spread {
  readonly left: number;
  readonly right: number;
}

export interface FoldedSheet {
  readonly front: Spread;
  readonly back: Spread;
  /** How many sheets lie around it; 0 is the outermost. */
  readonly nested: number;
}

/**
 * Saddle stitch: sheets of four pages nested in each other, the outermost first: (n, 1) | (2, n−1), then (n−2, 3) | (4, n−3) …
 * @param pages a multiple of 4; `fullSignature` makes one.
 */
export function saddleStitch(pages: number): readonly FoldedSheet[] {
  if (fullSignature(pages, 4).missing !== 0) throw new Error(`saddle stitch needs a multiple of 4 pages, not ${pages}`);
  return Array.from({ length: pages / 4 }, (_, nested) => {
    const first = 2 * nested + 1;
    const last = pages - 2 * nested;
    return { front: { left: last, right: first }, back: { left: first + 1, right: last - 1 }, nested };
  });
}

/**
 * Creep: a sheet inside others is pushed out at the fore edge by the paper around it, one thickness for each, so its pages are
 * moved towards the spine by as much and the outer margin is the same after trimming. In the unit of `thickness`.
 */
export function creep(sheet: FoldedSheet, thickness: number): number {
  return sheet.nested * thickness;
}

/** A section of a perfect-bound block, gathered one after the other and folded from its own nested sheets. */
export interface Signature {
  readonly firstPage: number;
  readonly lastPage: number;
  readonly sheets: readonly FoldedSheet[];
}

/**
 * Perfect binding: signatures of 16 pages. What is left over at the end is a signature of its own of 12, 8 or 4 pages.
 * @param pages a multiple of 4.
 */
export function gatheredSignatures(pages: number, size = 16): readonly Signature[] {
  if (fullSignature(pages, 4).missing !== 0) throw new Error(`signatures need a multiple of 4 pages, not ${pages}`);
  const signatures: Signature[] = [];
  for (let done = 0; done < pages; done += size) {
    const count = Math.min(size, pages - done);
    const move = ({ left, right }: Spread): Spread => ({ left: left + done, right: right + done });
    const sheets = saddleStitch(count).map((sheet) => ({ ...sheet, front: move(sheet.front), back: move(sheet.back) }));
    signatures.push({ firstPage: done + 1, lastPage: done + count, sheets });
  }
  return signatures;
}
