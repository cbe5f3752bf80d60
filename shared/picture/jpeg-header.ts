/** What a JPEG says of itself before its data (ITU-T T.81, annex B): segments, tables, frame. */

export interface JpegHeader {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly progressive: boolean;
  /** Baseline, extended or progressive Huffman coding with 8 bits; anything else a press cannot be sure to read. */
  readonly common: boolean;
  /** The transform of Adobe's segment, null without one. */
  readonly adobe: number | null;
}

/** The segments of a file: marker, and where its contents begin and end. Entropy-coded data is skipped. */
export function* segments(bytes: Uint8Array): Generator<{ marker: number; from: number; to: number }> {
  for (let at = 2; at + 3 < bytes.length; ) {
    if (bytes[at] !== 0xff || bytes[at + 1] === 0 || bytes[at + 1] === 0xff || ((bytes[at + 1] as number) & 0xf8) === 0xd0) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] as number;
    // Phones put a second picture behind the first.
    if (marker === 0xd9) return;
    if (marker === 0xd8) {
      at += 2;
      continue;
    }
    const to = at + 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
    if (to > bytes.length) return;
    yield { marker, from: at + 4, to };
    at = to;
  }
}

/** Null when there is no frame in it. */
export function jpegHeader(bytes: Uint8Array): JpegHeader | null {
  let adobe: number | null = null;
  for (const { marker, from, to } of segments(bytes)) {
    if (marker === 0xee && to - from >= 12 && String.fromCharCode(...bytes.subarray(from, from + 5)) === 'Adobe')
      adobe = bytes[from + 11] ?? 0;
    if (marker < 0xc0 || marker > 0xcf || marker === 0xc4 || marker === 0xc8 || marker === 0xcc) continue;
    const word = (at: number) => ((bytes[from + at] as number) << 8) | (bytes[from + at + 1] as number);
    const common = marker <= 0xc2 && bytes[from] === 8;
    return { width: word(3), height: word(1), components: bytes[from + 5] ?? 0, progressive: marker === 0xc2, common, adobe };
  }
  return null;
}
