/** Pictures for the plates: PNG and JPEG → grey or CMYK (standards b8: no RGB, sum of inks limited, nothing transparent). */
import { decode } from 'jpeg-js';
import { PNG } from 'pngjs';
import { type JpegHeader, jpegHeader } from '../../shared/picture/jpeg-header.ts';
import { jpegMeans } from '../../shared/picture/jpeg-means.ts';
import type { InkConverter } from './press-colour.ts';

export interface PressPicture {
  readonly width: number;
  readonly height: number;
  readonly space: 'DeviceGray' | 'DeviceCMYK';
  readonly data: Uint8Array;
  /** The file's own coding where it is passed through. */
  readonly filter?: 'DCTDecode';
  /** Adobe's CMYK JPEGs count white as 255. */
  readonly inverted?: boolean;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** 8000 × 8000: twice what a full page at 600 dpi takes. To decode more would fill the memory and serve nobody. */
const MAXIMUM_PIXELS = 64_000_000;
/** Grey is what differs so little between its channels; JPEG adds that much noise to a grey scan. */
const NEUTRAL = 8;

const isPng = (bytes: Uint8Array) => bytes[0] === 0x89 && bytes[1] === 0x50 && bytes.length > 33;

/** From the header alone; null for what is neither PNG nor JPEG. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isPng(bytes)) return { width: view.getUint32(16), height: view.getUint32(20) };
  const header = bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegHeader(bytes) : null;
  return header === null ? null : { width: header.width, height: header.height };
}

/** A JPEG in grey or in inks goes to the plates in its own coding, whatever its size. */
function passingHeader(bytes: Uint8Array): JpegHeader | null {
  const header = isPng(bytes) ? null : jpegHeader(bytes);
  return header?.common === true && (header.components === 1 || header.components === 4) ? header : null;
}

export function isTooLarge(bytes: Uint8Array, { width, height }: PictureSize): boolean {
  return width * height > MAXIMUM_PIXELS && passingHeader(bytes) === null;
}

/** @throws for damaged pictures and other formats. */
export function pressPicture(bytes: Uint8Array, converter: InkConverter): PressPicture {
  const size = pictureSize(bytes);
  if (size === null || isTooLarge(bytes, size)) throw new Error('not a picture for the press');
  if (isPng(bytes)) {
    const { width, height, data } = PNG.sync.read(Buffer.from(bytes));
    return separated(width, height, onWhite(data), converter);
  }
  const header = passingHeader(bytes);
  if (header !== null) {
    // Nobody else looks at its data before the plate does.
    jpegMeans(bytes);
    if (header.components === 1) return { ...size, space: 'DeviceGray', data: bytes, filter: 'DCTDecode' };
    return { ...size, space: 'DeviceCMYK', data: bytes, filter: 'DCTDecode', inverted: header.adobe !== null };
  }
  const { width, height, data } = decodeJpeg(bytes);
  return separated(width, height, data, converter);
}

/**
 * RGB samples of a JPEG, baseline or progressive. Damaged pictures throw: half a picture does not go to the plate.
 * A picture for A4 at 300 dpi has 9 million pixels; the bound keeps a made-up size from taking all memory.
 */
export function decodeJpeg(bytes: Uint8Array): { readonly width: number; readonly height: number; readonly data: Uint8Array } {
  return decode(bytes, { useTArray: true, formatAsRGBA: false, tolerantDecoding: false, maxResolutionInMP: 200, maxMemoryUsageInMB: 2048 });
}

/** Transparent pixels stand on paper. */
function onWhite(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] as number;
    for (let channel = 0; channel < 3; channel++)
      rgb[to + channel] = Math.round(((rgba[from + channel] as number) * alpha + 255 * (255 - alpha)) / 255);
  }
  return rgb;
}

function separated(width: number, height: number, rgb: Uint8Array, converter: InkConverter): PressPicture {
  if (!isNeutral(rgb)) return { width, height, space: 'DeviceCMYK', data: converter.convert(rgb) };
  const grey = new Uint8Array(width * height);
  // The curve of sRGB is near the one that dots of black gain on paper, so the values are taken as they are (ITU-R BT.601 weights).
  for (let i = 0; i < grey.length; i++)
    grey[i] = Math.round(0.299 * (rgb[i * 3] as number) + 0.587 * (rgb[i * 3 + 1] as number) + 0.114 * (rgb[i * 3 + 2] as number));
  return { width, height, space: 'DeviceGray', data: grey };
}

function isNeutral(rgb: Uint8Array): boolean {
  for (let at = 0; at < rgb.length; at += 3) {
    const [r, g, b] = [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number];
    if (Math.max(r, g, b) - Math.min(r, g, b) > NEUTRAL) return false;
  }
  return true;
}
