/** How a block of pages is bound, and the spine that comes of it. Ticket, imposition and cover reckon with the same figures. */
import { fullSignature, type PageMultiple } from './page-count.ts';

export interface Binding {
  readonly kind: 'saddleStitch' | 'perfect';
  /** Sides that are bound: a leaf has two, a folded sheet four. At least as many as are printed. */
  readonly boundPages: number;
  readonly leaves: number;
  /** Millimetres; the block alone, the cover's own thickness comes on top. */
  readonly spine: number;
  /** Text on the spine only above 5 mm (GB/T 3179). */
  readonly hasSpineText: boolean;
}

/** Thicker blocks spring open when they are stitched through the fold. */
export const THICKEST_STITCHED = 64;
/** Beyond this no stitch goes through, and creep would push the type into the fold. */
export const THICKEST_IMPOSED = 256;
/** Millimetres. */
const THINNEST_LETTERED = 5;

/** @param thickness of the paper, in millimetres. */
export function bindingOf(pages: number, multiple: PageMultiple, thickness: number): Binding {
  const printed = fullSignature(pages, multiple).pages;
  const kind = printed <= THICKEST_STITCHED ? 'saddleStitch' : 'perfect';
  const boundPages = kind === 'saddleStitch' ? fullSignature(printed, 4).pages : printed + (printed % 2);
  const leaves = boundPages / 2;
  const spine = Math.round(leaves * thickness * 100) / 100;
  return { kind, boundPages, leaves, spine, hasSpineText: spine > THINNEST_LETTERED };
}
