/**
 * A TrueType file of which only what is wanted is read: its tables at once, of the outlines those that are used. The open fonts hold
 * thirty thousand glyphs in fifteen megabytes each, of which an issue uses two thousand.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export interface GlyphMetric {
  readonly advance: number;
  readonly bearing: number;
}
/** Of the tables `post` and `loca` what a PDF wants of them: thirty thousand names and places need not be read for it. */
export interface FontTables {
  readonly post: { readonly version: number; readonly italicAngle: number; readonly isFixedPitch: number };
  readonly loca: { readonly version: number };
}
export interface FontFile {
  /** As long as the file; the outlines are left out (all but that of the first glyph), and zeroes take no memory. */
  readonly bytes: Buffer;
  readonly tables: FontTables;
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

const NEEDED = ['glyf', 'loca', 'head', 'hhea', 'hmtx', 'maxp', 'post'];
const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const TWO_BY_TWO = 0x80;

/** Null for collections, CFF outlines, variable fonts, and whatever else is not a plain TrueType file. */
export function openFontFile(path: string): FontFile | null {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tables = readDirectory(file, size);
    if (tables === null) return null;
    // Zeroes that nobody writes to are not backed by memory.
    const bytes = Buffer.alloc(size);
    readSync(file, bytes, 0, 12 + tables.size * 16, 0);
    for (const [name, { start, length }] of tables) if (name !== 'glyf') readSync(file, bytes, start, length, start);
    return fontFile(path, bytes, tables);
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
  return NEEDED.every((name) => tables.has(name)) && !tables.has('fvar') ? tables : null;
}

function fontFile(path: string, bytes: Buffer, tables: ReadonlyMap<string, Table>): FontFile {
  const start = (name: string): number => (tables.get(name) as Table).start;
  const [glyf, loca, hmtx] = [start('glyf'), start('loca'), start('hmtx')];
  const isLong = bytes.readInt16BE(start('head') + 50) !== 0;
  const metrics = bytes.readUInt16BE(start('hhea') + 34);
  const offset = (glyph: number): number => (isLong ? bytes.readUInt32BE(loca + glyph * 4) : bytes.readUInt16BE(loca + glyph * 2) * 2);
  const outlines = new Map<number, Buffer>();
  const loadFrom = (file: number, glyphs: readonly number[]): void => {
    for (const glyph of glyphs) {
      if (outlines.has(glyph)) continue;
      const at = offset(glyph);
      const data = Buffer.allocUnsafe(offset(glyph + 1) - at);
      if (data.length > 0) readSync(file, data, 0, data.length, glyf + at);
      outlines.set(glyph, data);
      const parts = componentsOf(data);
      if (parts.length > 0)
        loadFrom(
          file,
          parts.map((part) => part.glyph),
        );
    }
  };
  const load = (glyphs: readonly number[]): void => {
    const file = openSync(path, 'r');
    try {
      loadFrom(file, glyphs);
    } finally {
      closeSync(file);
    }
  };
  load([0]);
  (outlines.get(0) as Buffer).copy(bytes, glyf + offset(0));
  const post = start('post');
  return {
    bytes,
    tables: {
      post: {
        version: bytes.readInt32BE(post) / 65536,
        italicAngle: bytes.readInt32BE(post + 4) / 65536,
        isFixedPitch: bytes.readUInt32BE(post + 12),
      },
      loca: { version: isLong ? 1 : 0 },
    },
    metric: (glyph) => {
      const last = hmtx + (metrics - 1) * 4;
      if (glyph < metrics) return { advance: bytes.readUInt16BE(hmtx + glyph * 4), bearing: bytes.readInt16BE(hmtx + glyph * 4 + 2) };
      return { advance: bytes.readUInt16BE(last), bearing: bytes.readInt16BE(last + 4 + (glyph - metrics) * 2) };
    },
    load,
    outline: (glyph) => {
      const data = outlines.get(glyph);
      if (data === undefined) throw new Error(`outline ${glyph} was not loaded`);
      return data;
    },
  };
}

/** What a composite outline is made of, and where in it each glyph is named; nothing for a simple one. */
export function componentsOf(outline: Buffer): { readonly glyph: number; readonly at: number }[] {
  const components: { glyph: number; at: number }[] = [];
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return components;
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
