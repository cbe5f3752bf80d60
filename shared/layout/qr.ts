/** A QR code (二维码) as black bars, made from its link: it is painted with rules of the page, sharp at any size. */
import qr from 'qrcode/lib/core/qrcode.js';
import type { BoxItem } from './page.ts';
import { points } from './units.ts';

/** Side of a QR code with its quiet zone: 25 mm, which a telephone reads from the page. */
export const QR_SIDE = points(70.87);

/** Quiet zone around the code in modules (ISO/IEC 18004, 5.3.8). */
const QUIET = 4;

/**
 * @param link what the code says.
 * @param side of the code with its quiet zone, in the units that the bars are wanted in: thousandths of a point for a page, dots for a picture.
 * @returns bars relative to the upper left corner; null when the link is too long for a code.
 */
export function qrBars(link: string, side: number): readonly BoxItem[] | null {
  const modules = modulesOf(link);
  if (modules === null) return null;
  const { size, data } = modules;
  const module = Math.floor(side / (size + 2 * QUIET));
  const start = Math.floor((side - module * size) / 2);
  const bars: BoxItem[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (data[row * size + column] !== 1) continue;
      let end = column + 1;
      while (end < size && data[row * size + end] === 1) end += 1;
      bars.push({
        kind: 'box',
        x: start + column * module,
        y: start + row * module,
        width: (end - column) * module,
        height: module,
        fill: 'black',
        stroke: null,
        strokeWidth: 0,
      });
      column = end;
    }
  }
  return bars;
}

function modulesOf(link: string): { readonly size: number; readonly data: Uint8Array } | null {
  try {
    // M corrects 15 %: print on uncoated paper is read well with it.
    return qr.create(link, { errorCorrectionLevel: 'M' }).modules;
  } catch {
    return null;
  }
}
