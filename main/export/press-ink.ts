/** How much ink a picture in CMYK lays on the paper: it goes to the plates as its maker separated it, so only a look can tell. */
import { jpegHeader } from '../../shared/picture/jpeg-header.ts';
import { jpegMeans } from '../../shared/picture/jpeg-means.ts';

/**
 * The most of all four inks together, 1 for a full ink, over squares of 8 × 8 pixels: a spot of ink smears, a pixel does not.
 * Null for what is no JPEG of four components, and for one that cannot be read.
 */
export function mostInk(bytes: Uint8Array): number | null {
  const header = bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegHeader(bytes) : null;
  if (header?.components !== 4) return null;
  const { adobe } = header;
  try {
    const found = jpegMeans(bytes);
    if (found === null) return null;
    const { columns, rows, components } = found;
    let most = 0;
    for (let row = 0; row < rows; row += 1)
      for (let column = 0; column < columns; column += 1) {
        const [a = 0, b = 0, c = 0, k = 0] = components.map(
          (each) => each.means[Math.floor(row / each.coarserY) * each.columns + Math.floor(column / each.coarserX)] ?? 0,
        );
        most = Math.max(most, inkOf(adobe, a, b, c, k));
      }
    return most / 255;
  } catch {
    return null;
  }
}

/** Adobe's programs count white as 255, and may hide the three colours in luminance and chroma (transform 2). */
function inkOf(adobe: number | null, a: number, b: number, c: number, k: number): number {
  if (adobe === null) return a + b + c + k;
  if (adobe !== 2) return 4 * 255 - a - b - c - k;
  const within = (value: number) => Math.max(0, Math.min(255, value));
  const [blue, red] = [b - 128, c - 128];
  return within(a + 1.402 * red) + within(a - 0.344136 * blue - 0.714136 * red) + within(a + 1.772 * blue) + 255 - k;
}
