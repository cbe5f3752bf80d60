/** Is a picture whole? Half a picture must not reach the page: it is refused where the editor can still ask for another. */
import { unzlibSync } from 'fflate';
import { jpegMeans } from '../../shared/picture/jpeg-means.ts';

/** 300 dpi on A3 is 17 million pixels; beyond this a size is made up. */
const MOST_PIXELS = 200_000_000;

/** @returns true when all rows of a PNG or all squares of a JPEG are there. */
export function isWholePicture(bytes: Uint8Array, size: { readonly width: number; readonly height: number }): boolean {
  if (size.width * size.height > MOST_PIXELS) return false;
  return bytes[0] === 0x89 ? isWholePng(bytes, size) : endsAsJpeg(bytes) && isWholeJpeg(bytes);
}

/** Samples a pixel by colour type (PNG 1.2, 11.2.2). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function isWholePng(bytes: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const depth = bytes[24] ?? 0;
  const channels = CHANNELS[bytes[25] ?? -1];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth)) return false;
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return false;
    if (type === 'IDAT') parts.push(bytes.subarray(at + 8, at + 8 + length));
    if (type === 'IEND') break;
    at += 12 + length;
  }
  const data = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    data.set(part, filled);
    filled += part.length;
  }
  // Interlaced rows add up to a little more; a row has its filter byte.
  const least = height * (1 + Math.ceil((width * channels * depth) / 8));
  try {
    return unzlibSync(data).length >= Math.min(least, height * Math.ceil((width * channels * depth) / 8));
  } catch {
    return false;
  }
}

/** A file that was cut and mended by a program has its end mark, and half its picture. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  try {
    jpegMeans(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The end mark stands near the end; what some programs append behind it does no harm. */
function endsAsJpeg(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= 2; at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}
