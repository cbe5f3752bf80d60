/**
 * Pictures in formats that neither the press nor the preview takes — GIF, Windows bitmaps, TIFF — made into PNG, dot by dot. Of several
 * pictures in one file the first is taken, which is the one that Word prints.
 */
import { GifReader } from 'omggif';
import { PNG } from 'pngjs';
import tiff from 'utif2';
import { readBitmap } from './bitmap.ts';
import { type Dots, isUsable } from './dots.ts';

/** @returns undefined for what is none of these formats, cut off, damaged or too large. */
export function asPng(bytes: Uint8Array): Uint8Array | undefined {
  const read = readers.find(([mark]) => mark.every((byte, at) => bytes[at] === byte))?.[1];
  if (read === undefined) return undefined;
  try {
    const dots = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return dots === undefined ? undefined : write(dots);
  } catch {
    return undefined;
  }
}

const readers: readonly (readonly [mark: readonly number[], read: (bytes: Buffer) => Dots | undefined])[] = [
  [[0x47, 0x49, 0x46, 0x38], readGif],
  [[0x42, 0x4d], readBitmap],
  [[0x49, 0x49, 0x2a, 0x00], readTiff],
  [[0x4d, 0x4d, 0x00, 0x2a], readTiff],
];

/** What ends every GIF; a file that was cut off lacks it. */
const GIF_END = 0x3b;

function readGif(bytes: Buffer): Dots | undefined {
  if (bytes.lastIndexOf(GIF_END) < bytes.length - 16 || !isUsable(bytes.readUInt16LE(6), bytes.readUInt16LE(8))) return undefined;
  const reader = new GifReader(bytes);
  const { width, height } = reader;
  // Where the picture is transparent the paper shows.
  const data = new Uint8Array(width * height * 4).fill(255);
  reader.decodeAndBlitFrameRGBA(0, data);
  return { width, height, data };
}

function readTiff(bytes: Buffer): Dots | undefined {
  const [first] = tiff.decode(bytes);
  const numbers = (tag: number): readonly number[] => (first?.[`t${tag}`] ?? []) as readonly number[];
  const [width = 0] = numbers(256);
  const [height = 0] = numbers(257);
  if (first === undefined || !isUsable(width, height)) return undefined;
  // Strips or tiles, by where they begin and how long they are.
  const starts = numbers(273).length > 0 ? numbers(273) : numbers(324);
  const lengths = numbers(279).length > 0 ? numbers(279) : numbers(325);
  if (starts.length === 0 || starts.some((start, at) => start + (lengths[at] ?? 0) > bytes.length)) return undefined;
  tiff.decodeImage(bytes, first);
  return { width, height, data: numbers(262)[0] === INKS ? fromInks(first.data, width * height) : tiff.toRGBA8(first) };
}

/** Of the tag that says what the numbers mean: cyan, magenta, yellow, black. */
const INKS = 5;

/** Four inks of eight bits, without a profile: what one ink lets through, the next may take. */
function fromInks(inks: Uint8Array, count: number): Uint8Array {
  if (inks.length < count * 4) throw new RangeError('not four inks of eight bits');
  const data = new Uint8Array(count * 4).fill(255);
  for (let at = 0; at < count * 4; at += 4) {
    const light = 255 - (inks[at + 3] as number);
    for (let ink = 0; ink < 3; ink += 1) data[at + ink] = Math.round(((255 - (inks[at + ink] as number)) * light) / 255);
  }
  return data;
}

/** As small as its colours allow: a picture in black and grey stays one, and takes black alone on the press. */
function write({ width, height, data }: Dots): Uint8Array {
  let isOpaque = true;
  let isGrey = true;
  for (let at = 0; at < data.length && (isOpaque || isGrey); at += 4) {
    if (data[at + 3] !== 255) isOpaque = false;
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) isGrey = false;
  }
  const png = new PNG({ width, height });
  png.data = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return PNG.sync.write(png, { inputColorType: 6, colorType: isOpaque ? (isGrey ? 0 : 2) : 6 });
}
