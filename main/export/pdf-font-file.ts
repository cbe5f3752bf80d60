/**
 * A TrueType file of which only what a PDF wants is read: the small tables at once, of the outlines those that are used. The open fonts
 * hold thirty thousand glyphs in fifteen megabytes each, of which an issue uses two thousand.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { long, signedWord, word } from './big-endian.ts';
import { glyphLookup, postScriptName } from './pdf-font-names.ts';

export interface GlyphMetric {
  readonly advance: number;
  readonly bearing: number;
}
export interface FontFile {
  /** PostScript name. */
  readonly name: string;
  readonly unitsPerEm: number;
  /** A table as it stands in the file; null where there is none, or a PDF does not want it. */
  table(tag: string): Buffer | null;
  /** The glyph of a character; 0 for one that the font does not have. */
  glyph(code: number): number;
  metric(glyph: number): GlyphMetric;
  /** Reads the outlines of these glyphs and of all that they are made of. */
  load(glyphs: readonly number[]): void;
  /** A loaded outline as it stands in the file. */
  outline(glyph: number): Buffer;
}

interface Table {
  readonly start: number;
  readonly length: number;
}

const NEEDED = ['head', 'hhea', 'hmtx', 'maxp', 'loca', 'post', 'cmap', 'name'];
const WANTED = [...NEEDED, 'OS/2', 'cvt ', 'prep', 'fpgm'];
/** Of a table that may go on with the names of thirty thousand glyphs. */
const POST_LENGTH = 32;
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const TWO_BY_TWO = 0x80;
/** Bytes between two outlines that are read along with them. */
const GAP = 2048;

/** Null for collections, CFF outlines, variable fonts, and whatever else is not a plain TrueType file with Unicode characters. */
export function openFontFile(path: string): FontFile | null {
  const file = openSync(path, 'r');
  try {
    const directory = readDirectory(file, fstatSync(file).size);
    if (directory === null) return null;
    const tables = new Map<string, Buffer>();
    for (const tag of WANTED) {
      const table = directory.get(tag);
      if (table === undefined) continue;
      const bytes = Buffer.allocUnsafe(tag === 'post' ? Math.min(table.length, POST_LENGTH) : table.length);
      readSync(file, bytes, 0, bytes.length, table.start);
      tables.set(tag, bytes);
    }
    return fontFile(path, tables, (directory.get('glyf') as Table).start);
  } catch (error) {
    // A figure points outside of its table: left to the reader that knows more.
    if (error instanceof RangeError) return null;
    throw error;
  } finally {
    closeSync(file);
  }
}

function readDirectory(file: number, size: number): Map<string, Table> | null {
  const head = Buffer.alloc(12);
  if (readSync(file, head, 0, 12, 0) < 12) return null;
  const version = head.readUInt32BE(0);
  if (version !== 0x00010000 && version !== 0x74727565) return null;
  const count = head.readUInt16BE(4);
  const list = Buffer.alloc(count * 16);
  if (readSync(file, list, 0, list.length, 12) < list.length) return null;
  const tables = new Map<string, Table>();
  for (let at = 0; at < list.length; at += 16) {
    const table = { start: list.readUInt32BE(at + 8), length: list.readUInt32BE(at + 12) };
    if (table.start + table.length > size) return null;
    tables.set(list.toString('latin1', at, at + 4), table);
  }
  return tables.has('glyf') && NEEDED.every((tag) => tables.has(tag)) && !tables.has('fvar') ? tables : null;
}

function fontFile(path: string, tables: ReadonlyMap<string, Buffer>, outlinesAt: number): FontFile | null {
  const table = (tag: string): Buffer => tables.get(tag) as Buffer;
  const [head, loca, hmtx] = [table('head'), table('loca'), table('hmtx')];
  const name = postScriptName(table('name'));
  const glyph = glyphLookup(table('cmap'));
  const unitsPerEm = head.readUInt16BE(18);
  const isLong = head.readInt16BE(50) !== 0;
  const offset = (id: number): number => (isLong ? long(loca, id * 4) : word(loca, id * 2) * 2);
  const metrics = table('hhea').readUInt16BE(34);
  if (name === null || glyph === null || unitsPerEm === 0 || metrics === 0) return null;
  const last = (metrics - 1) * 4;
  const outlines = new Map<number, Buffer>();
  const loadFrom = (file: number, glyphs: readonly number[]): void => {
    const missing = [...new Set(glyphs)].filter((id) => !outlines.has(id)).sort((a, b) => offset(a) - offset(b));
    const parts: number[] = [];
    for (let first = 0; first < missing.length; ) {
      const start = offset(missing[first] as number);
      let next = first;
      let end = start;
      // Neighbours are read at one go: what lies between costs less than another call.
      while (next < missing.length && offset(missing[next] as number) - end <= GAP) {
        end = Math.max(end, offset((missing[next] as number) + 1));
        next += 1;
      }
      const data = Buffer.allocUnsafe(end - start);
      if (data.length > 0) readSync(file, data, 0, data.length, outlinesAt + start);
      for (; first < next; first += 1) {
        const id = missing[first] as number;
        const outline = data.subarray(offset(id) - start, offset(id + 1) - start);
        outlines.set(id, outline);
        for (const part of componentsOf(outline)) parts.push(part.glyph);
      }
    }
    if (parts.length > 0) loadFrom(file, parts);
  };
  return {
    name,
    unitsPerEm,
    table: (tag) => tables.get(tag) ?? null,
    glyph,
    metric: (id) =>
      id < metrics
        ? { advance: word(hmtx, id * 4), bearing: signedWord(hmtx, id * 4 + 2) }
        : { advance: word(hmtx, last), bearing: signedWord(hmtx, last + 4 + (id - metrics) * 2) },
    load: (glyphs) => {
      const file = openSync(path, 'r');
      try {
        loadFrom(file, glyphs);
      } finally {
        closeSync(file);
      }
    },
    outline: (id) => {
      const data = outlines.get(id);
      if (data === undefined) throw new Error(`outline ${id} was not loaded`);
      return data;
    },
  };
}

/** What a composite outline is made of, and where in it each glyph is named; nothing for a simple one. */
export function componentsOf(outline: Buffer): readonly { readonly glyph: number; readonly at: number }[] {
  if (outline.length < 10 || signedWord(outline, 0) >= 0) return NOTHING;
  const components: { glyph: number; at: number }[] = [];
  for (let at = 10, flags = MORE; (flags & MORE) !== 0; ) {
    flags = outline.readUInt16BE(at);
    components.push({ glyph: outline.readUInt16BE(at + 2), at: at + 2 });
    at += 4 + ((flags & WORDS) !== 0 ? 4 : 2);
    if ((flags & SCALE) !== 0) at += 2;
    else if ((flags & TWO_SCALES) !== 0) at += 4;
    else if ((flags & TWO_BY_TWO) !== 0) at += 8;
  }
  return components;
}
const NOTHING: readonly never[] = [];
