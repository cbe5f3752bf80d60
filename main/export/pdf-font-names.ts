/** What the tables `name` and `cmap` of a TrueType file say: the name by which a PDF calls the font, and the glyph of a character. */

import { long, word } from './big-endian.ts';

/** English where it is there, else the first that is; null where the font has none that a PDF could use. */
export function postScriptName(table: Buffer): string | null {
  const strings = table.readUInt16BE(4);
  let found: string | null = null;
  for (let left = table.readUInt16BE(2), at = 6; left > 0; left -= 1, at += 12) {
    if (table.readUInt16BE(at + 6) !== 6) continue;
    const platform = table.readUInt16BE(at);
    const language = table.readUInt16BE(at + 4);
    const start = strings + table.readUInt16BE(at + 10);
    const bytes = table.subarray(start, start + table.readUInt16BE(at + 8));
    const name = platform === 1 ? bytes.toString('latin1') : Buffer.from(bytes).swap16().toString('utf16le');
    if (!/^[!-~]+$/.test(name)) continue;
    if (language === (platform === 1 ? 0 : 0x409)) return name;
    found ??= name;
  }
  return found;
}

/** The tables of characters in the order in which they are preferred: platform and encoding, whole Unicode first. */
const PREFERRED = ['3.10', '0.6', '0.4', '3.1', '0.3', '0.2', '0.1', '0.0'];

/** Null for a font without Unicode, and for forms of the table that are as good as never met. */
export function glyphLookup(cmap: Buffer): ((code: number) => number) | null {
  const offsets = new Map<string, number>();
  for (let left = cmap.readUInt16BE(2), at = 4; left > 0; left -= 1, at += 8) {
    offsets.set(`${cmap.readUInt16BE(at)}.${cmap.readUInt16BE(at + 2)}`, cmap.readUInt32BE(at + 4));
  }
  const start = PREFERRED.map((name) => offsets.get(name)).find((offset) => offset !== undefined);
  if (start === undefined) return null;
  const format = cmap.readUInt16BE(start);
  if (format === 4) return inSegments(cmap, start);
  return format === 12 ? inGroups(cmap, start) : null;
}

/** Format 12: groups of first character, last character, first glyph. */
function inGroups(cmap: Buffer, start: number): (code: number) => number {
  const count = long(cmap, start + 12);
  return (code) => {
    for (let low = 0, high = count - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const at = start + 16 + middle * 12;
      const first = long(cmap, at);
      if (code < first) high = middle - 1;
      else if (code > long(cmap, at + 4)) low = middle + 1;
      else return long(cmap, at + 8) + (code - first);
    }
    return 0;
  };
}

/** Format 4: four lists of the ends, the beginnings, what is added, and where the glyphs stand. */
function inSegments(cmap: Buffer, start: number): (code: number) => number {
  const size = word(cmap, start + 6);
  const [ends, firsts, deltas, places] = [start + 14, start + 16 + size, start + 16 + size * 2, start + 16 + size * 3];
  return (code) => {
    for (let low = 0, high = size / 2 - 1; low <= high; ) {
      const middle = (low + high) >> 1;
      const first = word(cmap, firsts + middle * 2);
      if (code < first) high = middle - 1;
      else if (code > word(cmap, ends + middle * 2)) low = middle + 1;
      else {
        const place = places + middle * 2;
        const range = word(cmap, place);
        const glyph = range === 0 ? code : word(cmap, place + range + (code - first) * 2);
        return range !== 0 && glyph === 0 ? 0 : (glyph + word(cmap, deltas + middle * 2)) & 0xffff;
      }
    }
    return 0;
  };
}
