/**
 * Colours of a screen (sRGB) → inks, by the perceptual table (B2A0) of the output profile. The profile decides how much black
 * stands for how much colour (GCR); the sum of inks is held below a limit besides.
 */

/** sRGB, 8 bits → C, M, Y, K as 0…255. */
export interface InkConverter {
  /** @param rgb three bytes a pixel; the answer has four. */
  convert(rgb: Uint8Array): Uint8Array;
}

/** Nodes along each axis of the table that is made once for all pixels. */
const STEPS = 33;

/**
 * The table is made when the first pixel comes: most issues have no picture in colour.
 * @param maximum sum of inks that the paper carries (TAC), 1 for a full ink.
 */
export function inkConverter(profile: Uint8Array, maximum: number): InkConverter {
  let nodes: Float32Array | null = null;
  return {
    convert(rgb) {
      nodes ??= readNodes(profile);
      return convertPixels(nodes, rgb, maximum);
    },
  };
}

function readNodes(profile: Uint8Array): Float32Array {
  const table = readTable(profile, 'B2A0');
  const nodes = new Float32Array(STEPS ** 3 * 4);
  for (let r = 0, at = 0; r < STEPS; r++)
    for (let g = 0; g < STEPS; g++)
      for (let b = 0; b < STEPS; b++, at += 4) nodes.set(inks(table, r / (STEPS - 1), g / (STEPS - 1), b / (STEPS - 1)), at);
  // Paper is paper: a table that leaves half a per cent of yellow on white would print dots all over.
  nodes.fill(0, nodes.length - 4);
  return nodes;
}

function convertPixels(nodes: Float32Array, rgb: Uint8Array, maximum: number): Uint8Array {
  const count = rgb.length / 3;
  const out = new Uint8Array(count * 4);
  const ink = new Float64Array(4);
  let last = -1;
  for (let pixel = 0; pixel < count; pixel++) {
    const r = rgb[pixel * 3] as number;
    const g = rgb[pixel * 3 + 1] as number;
    const b = rgb[pixel * 3 + 2] as number;
    const to = pixel * 4;
    const key = (r << 16) | (g << 8) | b;
    if (key === last) {
      out.copyWithin(to, to - 4, to);
      continue;
    }
    last = key;
    interpolate(nodes, STEPS, 4, r / 255, g / 255, b / 255, ink);
    limit(ink, maximum);
    // Downwards, so that rounding never goes over the limit.
    for (let plate = 0; plate < 4; plate++) out[to + plate] = Math.floor((ink[plate] as number) * 255 + 0.25);
  }
  return out;
}

/** Takes away colour, never black: black keeps the drawing. */
function limit(ink: Float64Array, maximum: number): void {
  const [c = 0, m = 0, y = 0, k = 0] = ink;
  if (c + m + y + k <= maximum) return;
  const scale = (maximum - k - 0.01) / (c + m + y);
  for (let plate = 0; plate < 3; plate++) ink[plate] = (ink[plate] as number) * scale;
}

/** Between the nodes of a cube in six tetrahedra: keeps the grey axis straight, which a cube's eight corners do not. */
function interpolate(nodes: ArrayLike<number>, steps: number, channels: number, x: number, y: number, z: number, out: Float64Array): void {
  const [px, py, pz] = [x * (steps - 1), y * (steps - 1), z * (steps - 1)];
  const [ix, iy, iz] = [Math.min(px | 0, steps - 2), Math.min(py | 0, steps - 2), Math.min(pz | 0, steps - 2)];
  const [fx, fy, fz] = [px - ix, py - iy, pz - iz];
  const stepX = steps * steps * channels;
  const stepY = steps * channels;
  const stepZ = channels;
  const base = ix * stepX + iy * stepY + iz * stepZ;
  // The way from the lower to the upper corner goes along the axes in the order of their fractions.
  let [first, second, third] = [stepX, stepY, stepZ];
  let [a, b, c] = [fx, fy, fz];
  if (a < b) [first, second, a, b] = [second, first, b, a];
  if (b < c) [second, third, b, c] = [third, second, c, b];
  if (a < b) [first, second, a, b] = [second, first, b, a];
  for (let channel = 0; channel < channels; channel++) {
    const at = base + channel;
    const n0 = nodes[at] as number;
    const n1 = nodes[at + first] as number;
    const n2 = nodes[at + first + second] as number;
    const n3 = nodes[at + first + second + third] as number;
    out[channel] = n0 + a * (n1 - n0) + b * (n2 - n1) + c * (n3 - n2);
  }
}

/** A lut8 or lut16 of an ICC profile (ICC.1:2010, 10.8 and 10.9): curves, a cube, curves. Everything as 0…1. */
interface Table {
  readonly steps: number;
  readonly input: readonly Float32Array[];
  readonly cube: Float32Array;
  readonly output: readonly Float32Array[];
  /** Encoded value of L = 100 and what a and b are counted in. */
  readonly white: number;
  readonly unit: number;
}

function readTable(profile: Uint8Array, wanted: string): Table {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const word = (at: number) => String.fromCharCode(...profile.subarray(at, at + 4));
  if (word(12) !== 'prtr' || word(16) !== 'CMYK' || word(20) !== 'Lab ') throw new Error('not an output profile for CMYK');
  const count = view.getUint32(128);
  const entry = Array.from({ length: count }, (_, i) => 132 + i * 12).find((at) => word(at) === wanted);
  if (entry === undefined) throw new Error(`the profile has no table ${wanted}`);
  const start = view.getUint32(entry + 4);
  const kind = word(start);
  if (kind !== 'mft2' && kind !== 'mft1') throw new Error(`the table ${wanted} of the profile is ${kind}, not a lut`);
  const wide = kind === 'mft2';
  const [inputs, outputs, steps] = [profile[start + 8], profile[start + 9], profile[start + 10] ?? 0];
  if (inputs !== 3 || outputs !== 4) throw new Error('the table of the profile does not lead from Lab to CMYK');
  const inputLength = wide ? view.getUint16(start + 48) : 256;
  const outputLength = wide ? view.getUint16(start + 50) : 256;
  let at = start + (wide ? 52 : 48);
  const take = (length: number) => {
    const values = new Float32Array(length);
    for (let i = 0; i < length; i++) values[i] = wide ? view.getUint16(at + i * 2) / 65535 : view.getUint8(at + i) / 255;
    at += length * (wide ? 2 : 1);
    return values;
  };
  const input = [take(inputLength), take(inputLength), take(inputLength)];
  const cube = take(steps ** 3 * 4);
  const output = [take(outputLength), take(outputLength), take(outputLength), take(outputLength)];
  return { steps, input, cube, output, white: wide ? 0xff00 / 0xffff : 1, unit: wide ? 256 / 65535 : 1 / 255 };
}

function curve(values: Float32Array, x: number): number {
  const place = Math.min(1, Math.max(0, x)) * (values.length - 1);
  const low = Math.min(place | 0, values.length - 2);
  const from = values[low] as number;
  return from + (place - low) * ((values[low + 1] as number) - from);
}

const inkOfNode = new Float64Array(4);
function inks(table: Table, r: number, g: number, b: number): Float64Array {
  const [lightness, a, bb] = lab(r, g, b);
  const [first, second, third] = table.input as [Float32Array, Float32Array, Float32Array];
  const x = curve(first, (lightness / 100) * table.white);
  interpolate(table.cube, table.steps, 4, x, curve(second, (a + 128) * table.unit), curve(third, (bb + 128) * table.unit), inkOfNode);
  table.output.forEach((values, plate) => {
    inkOfNode[plate] = curve(values, inkOfNode[plate] as number);
  });
  return inkOfNode;
}

/** sRGB (IEC 61966-2-1) → CIELAB for D50, with the adapted primaries of the profile "sRGB v4". */
function lab(r: number, g: number, b: number): readonly [number, number, number] {
  const [lr, lg, lb] = [linear(r), linear(g), linear(b)];
  const x = root((0.4360747 * lr + 0.3850649 * lg + 0.1430804 * lb) / 0.9642);
  const y = root(0.2225045 * lr + 0.7168786 * lg + 0.0606169 * lb);
  const z = root((0.0139322 * lr + 0.0971045 * lg + 0.7141733 * lb) / 0.8251);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function root(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}
