/**
 * Reads TrueType and OpenType files and collections (ISO/IEC 14496-22): the names of a face, what its licence allows, and its metrics.
 * Everything is read within bounds: a damaged file ends in a `FontTrouble`, it neither hangs nor takes the memory.
 * build/fonts.mjs reads the open fonts with it as well.
 */
import type { FontMetrics } from '../shared/layout/metrics.ts';

/** The file is no font, or broken. */
export class FontTrouble extends Error {}

export interface Face {
  /** Place in a collection; 0 in a file of one font. */
  readonly index: number;
  /** Family, full and PostScript names in all languages of the file. */
  readonly families: readonly string[];
  readonly names: readonly string[];
  /** Neither bold nor slanted, as far as its names and weight say. */
  readonly isRegular: boolean;
  /** Licence bits for embedding (OS/2 fsType); 0 where the file has none. */
  readonly licence: number;
}

/** Gives bytes of the file; fewer than asked for where it ends. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

interface Table {
  readonly offset: number;
  readonly length: number;
}
type Tables = ReadonlyMap<string, Table>;

/** A collection with more faces than any has. */
const mostFaces = 64;
const mostTables = 128;
/** The name table of a font in all languages of the world is smaller. */
const largestNames = 1024 * 1024;

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** What throws because a figure points outside of the bytes becomes a trouble with the font. */
function guarded<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw new FontTrouble('a figure points outside of the file');
    throw error;
  }
}

function faceOffsets(read: ReadBytes): number[] {
  const head = view(read(0, 12));
  const mark = head.getUint32(0);
  // 'ttcf'
  if (mark === 0x74746366) {
    const count = head.getUint32(8);
    if (count === 0 || count > mostFaces) throw new FontTrouble('a collection without fonts');
    const offsets = view(read(12, count * 4));
    return Array.from({ length: count }, (_, i) => offsets.getUint32(i * 4));
  }
  // TrueType 1.0, 'true' and 'OTTO'
  if (mark !== 0x00010000 && mark !== 0x74727565 && mark !== 0x4f54544f) throw new FontTrouble('not a font');
  return [0];
}

function readTables(read: ReadBytes, size: number, offset: number): Tables {
  const count = view(read(offset, 12)).getUint16(4);
  if (count === 0 || count > mostTables) throw new FontTrouble('no tables');
  const bytes = read(offset + 12, count * 16);
  const directory = view(bytes);
  const tables = new Map<string, Table>();
  for (let i = 0; i < count; i += 1) {
    const tag = String.fromCharCode(...bytes.subarray(i * 16, i * 16 + 4));
    const table = { offset: directory.getUint32(i * 16 + 8), length: directory.getUint32(i * 16 + 12) };
    if (table.offset + table.length > size) throw new FontTrouble(`the file ends before its table ${tag}`);
    tables.set(tag, table);
  }
  return tables;
}

/** The faces of a file with their names; reads no more than the directory and the tables name, OS/2 and head. */
export function readFaces(read: ReadBytes, size: number): Face[] {
  return guarded(() => faceOffsets(read).map((offset, index) => readFace(read, readTables(read, size, offset), index)));
}

function readFace(read: ReadBytes, tables: Tables, index: number): Face {
  const part = (tag: string, most: number) => {
    const table = tables.get(tag);
    return table === undefined ? null : read(table.offset, Math.min(table.length, most));
  };
  const head = part('head', 54);
  if (head === null || view(head).getUint32(12) !== 0x5f0f3cf5) throw new FontTrouble('no head table');
  const names = readNames(part('name', largestNames) ?? new Uint8Array());
  const os2 = part('OS/2', 10);
  const weight = os2 === null ? 400 : view(os2).getUint16(4);
  // macStyle: bit 0 bold, bit 1 italic
  const isPlain = (view(head).getUint16(44) & 3) === 0 && weight >= 300 && weight <= 500;
  const styles = [...(names.get(2) ?? []), ...(names.get(17) ?? [])];
  return {
    index,
    families: [...(names.get(1) ?? []), ...(names.get(16) ?? [])],
    names: [...(names.get(4) ?? []), ...(names.get(6) ?? [])],
    isRegular: isPlain && !styles.some((style) => /bold|italic|oblique|light|black|heavy|粗|斜|细/i.test(style)),
    licence: os2 === null ? 0 : view(os2).getUint16(8),
  };
}

/** Names by their id: 1 family, 2 style, 4 full name, 6 PostScript name, 16 and 17 the same of larger families. */
function readNames(bytes: Uint8Array): Map<number, Set<string>> {
  const names = new Map<number, Set<string>>();
  if (bytes.length < 6) return names;
  const table = view(bytes);
  const strings = table.getUint16(4);
  for (let at = 6, left = table.getUint16(2); left > 0 && at + 12 <= bytes.length; at += 12, left -= 1) {
    const id = table.getUint16(at + 6);
    if (![1, 2, 4, 6, 16, 17].includes(id)) continue;
    const start = strings + table.getUint16(at + 10);
    const own = bytes.subarray(start, start + table.getUint16(at + 8));
    const name = decodeName(own, table.getUint16(at), table.getUint16(at + 2))
      .replaceAll('\0', '')
      .trim();
    if (name !== '') names.set(id, (names.get(id) ?? new Set()).add(name));
  }
  return names;
}

/** Windows encoding 3 and Macintosh encoding 25 are Chinese in GB 2312, which older Chinese fonts have. */
function decodeName(bytes: Uint8Array, platform: number, encoding: number): string {
  if (platform === 1) return new TextDecoder(encoding === 25 ? 'gbk' : 'latin1').decode(bytes);
  return new TextDecoder(platform === 3 && encoding === 3 ? 'gbk' : 'utf-16be').decode(bytes);
}

/**
 * The metrics of a face for the layout.
 * @param without characters that are left to the next font although this one has them.
 * @throws FontTrouble also where the outlines are broken, so that the writer of the PDF need not stumble over them.
 */
export function readMetrics(bytes: Uint8Array, index: number, id: string, without: (width: number, code: number) => boolean): FontMetrics {
  return guarded(() => {
    const read: ReadBytes = (offset, length) => bytes.subarray(offset, offset + length);
    const offset = faceOffsets(read)[index];
    if (offset === undefined) throw new FontTrouble('no such face');
    const tables = readTables(read, bytes.length, offset);
    const part = (tag: string) => {
      const table = tables.get(tag);
      if (table === undefined) throw new FontTrouble(`no table ${tag}`);
      return view(read(table.offset, table.length));
    };
    const scale = 1000 / unitsPerEm(part('head'));
    const lines = part('hhea');
    const glyphs = part('maxp').getUint16(4);
    if (tables.has('glyf')) checkOutlines(part('loca'), part('glyf'), glyphs, part('head').getUint16(50) === 0);
    else if (!tables.has('CFF ') && !tables.has('CFF2')) throw new FontTrouble('no outlines');
    const advances = part('hmtx');
    const known = lines.getUint16(34);
    if (known === 0) throw new FontTrouble('no widths');
    const coverage: number[] = [];
    const widths: Record<number, number> = {};
    for (const [code, glyph] of readCharacters(part('cmap'))) {
      if (code < 0x20 || glyph >= glyphs) continue;
      const width = Math.round(advances.getUint16(Math.min(glyph, known - 1) * 4) * scale);
      if (without(width, code)) continue;
      if (coverage[coverage.length - 1] === code - 1) coverage[coverage.length - 1] = code;
      else coverage.push(code, code);
      if (width !== 1000) widths[code] = width;
    }
    if (coverage.length === 0) throw new FontTrouble('no characters');
    const names = readFace(read, tables, index).names;
    const family = names.find((name) => /^[!-~]+$/.test(name)) ?? names[0] ?? id;
    return { id, family, ascent: Math.round(lines.getInt16(4) * scale), descent: Math.round(lines.getInt16(6) * scale), coverage, widths };
  });
}

function unitsPerEm(head: DataView): number {
  const units = head.getUint16(18);
  if (units < 16 || units > 16384) throw new FontTrouble('no units');
  return units;
}

/** Characters with their glyphs, in the order of the characters; the table is chosen as fontkit chooses it, which writes the PDF. */
function readCharacters(cmap: DataView): Iterable<readonly [number, number]> {
  const wanted = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0'];
  const found = new Map<string, number>();
  for (let i = 0; i < cmap.getUint16(2); i += 1) {
    found.set(`${cmap.getUint16(4 + i * 8)}.${cmap.getUint16(6 + i * 8)}`, cmap.getUint32(8 + i * 8));
  }
  const at = wanted.map((name) => found.get(name)).find((offset) => offset !== undefined);
  if (at === undefined) throw new FontTrouble('no Unicode');
  const format = cmap.getUint16(at);
  if (format === 4) return segments(cmap, at);
  if (format === 12) return groups(cmap, at);
  throw new FontTrouble(`characters in format ${format}`);
}

function* groups(cmap: DataView, at: number): Generator<readonly [number, number]> {
  let last = -1;
  for (let i = 0; i < cmap.getUint32(at + 12); i += 1) {
    const group = at + 16 + i * 12;
    const [first, end, glyph] = [cmap.getUint32(group), cmap.getUint32(group + 4), cmap.getUint32(group + 8)];
    if (first <= last || end < first || end > 0x10ffff) throw new FontTrouble('characters out of order');
    for (let code = first; code <= end; code += 1) if (glyph + code - first > 0) yield [code, glyph + code - first];
    last = end;
  }
}

function* segments(cmap: DataView, at: number): Generator<readonly [number, number]> {
  const size = cmap.getUint16(at + 6);
  let last = -1;
  for (let i = 0; i < size; i += 2) {
    const end = cmap.getUint16(at + 14 + i);
    const first = cmap.getUint16(at + 16 + size + i);
    const delta = cmap.getUint16(at + 16 + size * 2 + i);
    const place = at + 16 + size * 3 + i;
    const range = cmap.getUint16(place);
    if (first <= last || end < first) throw new FontTrouble('characters out of order');
    for (let code = first; code <= end && code < 0xffff; code += 1) {
      const glyph = range === 0 ? code : cmap.getUint16(place + range + (code - first) * 2);
      const id = range !== 0 && glyph === 0 ? 0 : (glyph + delta) & 0xffff;
      if (id > 0) yield [code, id];
    }
    last = end;
  }
}

/** Every outline lies in its table, and what is put together of others leads to outlines that are there, without a circle. */
function checkOutlines(loca: DataView, glyf: DataView, glyphs: number, isShort: boolean): void {
  const start = (glyph: number) => (isShort ? loca.getUint16(glyph * 2) * 2 : loca.getUint32(glyph * 4));
  const depths = new Map<number, number>();
  const depthOf = (glyph: number, above: number): number => {
    if (glyph >= glyphs || above > 16) throw new FontTrouble('outlines in a circle');
    const known = depths.get(glyph);
    if (known !== undefined) return known;
    const [from, to] = [start(glyph), start(glyph + 1)];
    if (to < from || to > glyf.byteLength) throw new FontTrouble('outlines out of order');
    let depth = 0;
    if (to > from && glyf.getInt16(from) < 0)
      for (const part of components(glyf, from + 10)) depth = Math.max(depth, depthOf(part, above + 1) + 1);
    depths.set(glyph, depth);
    return depth;
  };
  for (let glyph = 0; glyph < glyphs; glyph += 1) depthOf(glyph, 0);
}

/** The glyphs that a composite glyph is made of. Flags: 1 words, 8 one scale, 0x40 two, 0x80 four, 0x20 more follow. */
function components(glyf: DataView, from: number): number[] {
  const parts: number[] = [];
  for (let at = from; ; ) {
    const flags = glyf.getUint16(at);
    parts.push(glyf.getUint16(at + 2));
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    if ((flags & 0x20) === 0) return parts;
    if (parts.length > 256) throw new FontTrouble('an outline without an end');
  }
}

/** One face of a collection as a file of its own, for a browser, which opens no collections. */
export function cutFace(bytes: Uint8Array, index: number): Uint8Array {
  return guarded(() => {
    const read: ReadBytes = (offset, length) => bytes.subarray(offset, offset + length);
    const offset = faceOffsets(read)[index];
    if (offset === undefined) throw new FontTrouble('no such face');
    const tables = [...readTables(read, bytes.length, offset).values()];
    const begin = 12 + tables.length * 16;
    const padded = (length: number) => (length + 3) & ~3;
    const cut = new Uint8Array(tables.reduce((sum, { length }) => sum + padded(length), begin));
    cut.set(read(offset, begin));
    let at = begin;
    for (const [i, table] of tables.entries()) {
      cut.set(read(table.offset, table.length), at);
      view(cut).setUint32(12 + i * 16 + 8, at);
      at += padded(table.length);
    }
    return cut;
  });
}
