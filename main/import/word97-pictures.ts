/** Inline pictures of a Word 97–2003 file: the PICF structure in the data stream (MS-DOC 2.9.190). */

export interface Picture97 {
  readonly bytes: Uint8Array;
  /** Points; absent when the file names no size. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG = [0xff, 0xd8, 0xff];

/** Windows bitmaps without the head of their file, and TIFF: the records of office art that hold them (MS-ODRAW 2.2.28, 2.2.29). */
const DIB = 0xf01f;
const TIFF = 0xf029;
/** A record's head, the picture's checksum, and a mark. */
const BLIP_HEAD = 8;
const BLIP_SUM = 16;

/** The picture at `place`: PNG, JPEG, a Windows bitmap or TIFF; undefined for any other format or a broken place. */
export function readPicture97(data: DataView, place: number): Picture97 | undefined {
  if (place + 0x44 > data.byteLength) return undefined;
  const end = Math.min(place + data.getUint32(place, true), data.byteLength);
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const body = bytes.subarray(place + 0x44, Math.max(end, place + 0x44));
  // The office art records around a PNG or JPEG are of no use here: its own signature says where it starts.
  const png = find(body, PNG);
  const jpeg = png < 0 ? find(body, JPEG) : -1;
  const pngEnd = png < 0 ? -1 : find(body.subarray(png), PNG_END);
  const picture =
    png >= 0 ? body.slice(png, pngEnd < 0 ? undefined : png + pngEnd + 8) : jpeg >= 0 ? body.slice(jpeg) : recordedPicture(body);
  if (picture === undefined) return undefined;
  const measure = (goal: number, scale: number): number =>
    Math.round(data.getUint16(place + goal, true) * (data.getUint16(place + scale, true) / 1000) * 5) / 100;
  const width = measure(0x1c, 0x20);
  const height = measure(0x1e, 0x22);
  return { bytes: picture, size: width > 0 && height > 0 ? { width, height } : undefined };
}

function recordedPicture(body: Uint8Array): Uint8Array | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  for (let at = 0; at + BLIP_HEAD < body.length; at += 1) {
    const type = view.getUint16(at + 2, true);
    const length = view.getUint32(at + 4, true);
    if ((type !== DIB && type !== TIFF) || at + BLIP_HEAD + length > body.length) continue;
    // An odd instance has a second checksum.
    const sums = (view.getUint16(at, true) & 0x10) !== 0 ? 2 : 1;
    const picture = body.slice(at + BLIP_HEAD + BLIP_SUM * sums + 1, at + BLIP_HEAD + length);
    return type === TIFF ? picture : withFileHead(picture);
  }
  return undefined;
}

const BITMAP_HEAD = 14;

/** Puts what a bitmap's file begins with before one that comes from memory: where its dots begin, behind its palette. */
function withFileHead(dib: Uint8Array): Uint8Array | undefined {
  if (dib.length < 40) return undefined;
  const view = new DataView(dib.buffer, dib.byteOffset, dib.byteLength);
  const bits = view.getUint16(14, true);
  const colours = view.getUint32(32, true) || (bits <= 8 ? 2 ** bits : 0);
  // Three masks of colours follow the shortest head where the dots are packed by them.
  const masks = view.getUint32(0, true) === 40 && view.getUint32(16, true) === 3 ? 12 : 0;
  const file = new Uint8Array(BITMAP_HEAD + dib.length);
  const head = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  head.setUint32(2, file.length, true);
  head.setUint32(10, BITMAP_HEAD + view.getUint32(0, true) + masks + colours * 4, true);
  file.set(dib, BITMAP_HEAD);
  return file;
}

function find(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
