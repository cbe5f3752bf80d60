/** A TrueType file of a few glyphs out of one of many, with the tables that a PDF asks for (ISO 32000-1, 9.9). */
import { componentsOf, type FontFile } from './pdf-font-file.ts';

/**
 * @param glyphs the wanted ones, whose places become the codes in the PDF; what composite ones are made of is put behind them.
 * Outlines go in as they are, without being drawn.
 */
export function subsetFont(file: FontFile, glyphs: readonly number[]): Buffer {
  const included = [...glyphs];
  const places = new Map<number, number>();
  // A glyph that is in twice is found at its first place.
  for (const [place, glyph] of included.entries()) if (!places.has(glyph)) places.set(glyph, place);
  file.load(included);
  const outlines: Buffer[] = [];
  for (let place = 0; place < included.length; place += 1) {
    const outline = file.outline(included[place] as number);
    const components = componentsOf(outline);
    if (components.length === 0) {
      outlines.push(outline);
      continue;
    }
    const moved = Buffer.from(outline);
    for (const { glyph, at } of components) {
      const known = places.get(glyph) ?? included.push(glyph) - 1;
      places.set(glyph, known);
      moved.writeUInt16BE(known, at);
    }
    outlines.push(moved);
  }
  return write(file, included, outlines);
}

function write(file: FontFile, glyphs: readonly number[], outlines: readonly Buffer[]): Buffer {
  const count = glyphs.length;
  const metrics = Buffer.allocUnsafe(count * 4);
  for (const [place, glyph] of glyphs.entries()) {
    const { advance, bearing } = file.metric(glyph);
    put(metrics, place * 4, advance);
    put(metrics, place * 4 + 2, bearing);
  }
  const head = Buffer.from(file.table('head') as Buffer);
  const lines = Buffer.from(file.table('hhea') as Buffer);
  lines.writeUInt16BE(count, 34);
  const most = Buffer.from(file.table('maxp') as Buffer);
  most.writeUInt16BE(count, 4);
  const tables: [string, Buffer | null][] = [
    ['head', head],
    ['hhea', lines],
    ['loca', locations(outlines, head.readInt16BE(50) !== 0)],
    ['maxp', most],
    ['cvt ', file.table('cvt ')],
    ['prep', file.table('prep')],
    ['glyf', Buffer.concat(outlines)],
    ['hmtx', metrics],
    ['fpgm', file.table('fpgm')],
  ];
  return assemble(tables.filter((table): table is [string, Buffer] => table[1] !== null));
}

function locations(outlines: readonly Buffer[], isLong: boolean): Buffer {
  const table = Buffer.allocUnsafe((outlines.length + 1) * (isLong ? 4 : 2));
  let at = 0;
  for (let place = 0; place <= outlines.length; place += 1) {
    if (isLong) {
      put(table, place * 4, at >>> 16);
      put(table, place * 4 + 2, at);
    } else put(table, place * 2, at / 2);
    at += outlines[place]?.length ?? 0;
  }
  return table;
}

/** The low sixteen bits of a value; Buffer's own writing looks at each value first, which for some thousands is felt. */
function put(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = (value >> 8) & 0xff;
  bytes[at + 1] = value & 0xff;
}

/** The directory and the tables one behind the other; readers of PDF take no account of the checksums. */
function assemble(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const count = tables.length;
  const steps = Math.floor(Math.log2(count));
  const directory = Buffer.alloc(12 + count * 16);
  directory.write('true', 'latin1');
  for (const [index, value] of [count, 16 << steps, steps, count * 16 - (16 << steps)].entries()) {
    directory.writeUInt16BE(value, 4 + index * 2);
  }
  let start = directory.length;
  for (const [index, [tag, bytes]] of tables.entries()) {
    const at = 12 + index * 16;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(start, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    start += bytes.length;
  }
  return Buffer.concat([directory, ...tables.map(([, bytes]) => bytes)]);
}
