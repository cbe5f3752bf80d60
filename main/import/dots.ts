/** A picture as nothing but its dots. */
export interface Dots {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, opacity. */
  readonly data: Uint8Array;
}

/** Four bytes a dot are held while a picture is made over. */
const MOST_PIXELS = 64_000_000;

export function isUsable(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= MOST_PIXELS;
}
