/** Inline pictures of a Word 97–2003 file: the PICF structure in the data stream (MS-DOC 2.9.190). */

export interface Picture97 {
  readonly bytes: Uint8Array;
  /** Points; absent when the file names no size. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_END = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG = [0xff, 0xd8, 0xff];

/** The PNG or JPEG in the picture at `place`; undefined for any other format or a broken place. */
export function readPicture97(data: DataView, place: number): Picture97 | undefined {
  if (place + 0x44 > data.byteLength) return undefined;
  const end = Math.min(place + data.getUint32(place, true), data.byteLength);
  const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  const body = bytes.subarray(place + 0x44, Math.max(end, place + 0x44));
  // The office art records around the picture are of no use here: its own signature says where it starts.
  const png = find(body, PNG);
  const jpeg = png < 0 ? find(body, JPEG) : -1;
  if (png < 0 && jpeg < 0) return undefined;
  const pngEnd = png < 0 ? -1 : find(body.subarray(png), PNG_END);
  const picture = png < 0 ? body.slice(jpeg) : body.slice(png, pngEnd < 0 ? undefined : png + pngEnd + 8);
  const measure = (goal: number, scale: number): number =>
    Math.round(data.getUint16(place + goal, true) * (data.getUint16(place + scale, true) / 1000) * 5) / 100;
  const width = measure(0x1c, 0x20);
  const height = measure(0x1e, 0x22);
  return { bytes: picture, size: width > 0 && height > 0 ? { width, height } : undefined };
}

function find(bytes: Uint8Array, wanted: readonly number[]): number {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}
