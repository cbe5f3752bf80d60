/** Windows bitmaps that are not packed: dots of 1, 4 or 8 bits by a palette, of 16, 24 or 32 by their colours (BITMAPINFOHEADER and later). */
import { type Dots, isUsable } from './dots.ts';

const HEAD = 14;
/** How the dots are written: plainly, or in colours that masks pick out. */
const PLAIN = 0;
const MASKED = [3, 6];
/** Of 16 bits without masks five are for each colour. */
const FIVE_BITS = [0x7c00, 0x03e0, 0x001f];
const EIGHT_BITS = [0xff0000, 0x00ff00, 0x0000ff];

/** @returns undefined for packed dots, for heads older than Windows 3, and for a file that ends before its last row. */
export function readBitmap(bytes: Buffer): Dots | undefined {
  const headLength = bytes.readUInt32LE(HEAD);
  const [width, signedHeight, bits] = [bytes.readInt32LE(18), bytes.readInt32LE(22), bytes.readUInt16LE(28)];
  const height = Math.abs(signedHeight);
  const packing = bytes.readUInt32LE(30);
  const isMasked = MASKED.includes(packing);
  if (headLength < 40 || !isUsable(width, height) || (packing !== PLAIN && !isMasked)) return undefined;
  const start = bytes.readUInt32LE(10);
  // Rows begin at every fourth byte.
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (start + stride * height > bytes.length) return undefined;
  // The masks stand in the longer heads, and behind the shortest.
  const masks = isMasked ? [54, 58, 62].map((at) => bytes.readUInt32LE(at)) : bits === 16 ? FIVE_BITS : EIGHT_BITS;
  const colour = colourReader(bytes, bits, masks, HEAD + headLength);
  if (colour === undefined) return undefined;
  // The fourth byte is hardly ever meant as opacity, and nought where nobody thought of it.
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    // From the bottom up, unless the height is below nought.
    const row = start + (signedHeight < 0 ? y : height - 1 - y) * stride;
    for (let x = 0, at = y * width * 4; x < width; x += 1, at += 4) {
      const value = colour(row, x);
      data[at] = value >> 16;
      data[at + 1] = (value >> 8) & 0xff;
      data[at + 2] = value & 0xff;
    }
  }
  return { width, height, data };
}

/** Gives the colour of the dot `x` of the row that begins at `row`, as 0xRRGGBB. */
function colourReader(
  bytes: Buffer,
  bits: number,
  masks: readonly number[],
  palette: number,
): ((row: number, x: number) => number) | undefined {
  // A palette stands as blue, green, red and nothing: read as one number it is what is wanted.
  const ofPalette = (index: number): number => bytes.readUInt32LE(palette + index * 4) & 0xffffff;
  switch (bits) {
    case 1:
    case 4:
    case 8: {
      const each = 8 / bits;
      return (row, x) => ofPalette(((bytes[row + Math.floor(x / each)] as number) >> (8 - bits - (x % each) * bits)) & (2 ** bits - 1));
    }
    case 24:
      return (row, x) => bytes.readUIntLE(row + x * 3, 3);
    case 16:
      return (row, x) => picked(bytes.readUInt16LE(row + x * 2), masks);
    case 32:
      return (row, x) => picked(bytes.readUInt32LE(row + x * 4), masks);
    default:
      return undefined;
  }
}

/** Each colour spread over eight bits. */
function picked(value: number, masks: readonly number[]): number {
  let colour = 0;
  for (const mask of masks) {
    const lowest = mask & -mask;
    const most = mask === 0 ? 1 : (mask >>> 0) / (lowest >>> 0);
    const part = mask === 0 ? 0 : ((value & mask) >>> 0) / (lowest >>> 0);
    colour = (colour << 8) | Math.round((part * 255) / most);
  }
  return colour;
}
