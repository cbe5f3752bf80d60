/**
 * Writes text in an embedded subset font as raw glyph runs. A plain TrueType file is embedded by our own hand; for the others this is
 * the one file that uses private fields of pdfkit's fonts (0.20.2, pinned): `_font`, and of it `font`, `subset` with its `glyphs`,
 * `widths`, `unicode`; tests/main/fonts.test.ts notices when they change.
 */
import { embedFile } from './pdf-font-embed.ts';
import { type FontFile, openFontFile } from './pdf-font-file.ts';
import type { Compressor } from './pdf-streams.ts';

export interface FontWriter {
  readonly id: string;
  readonly reference: PDFKit.PDFKitReference;
  /** Takes the characters of a text into the font, in their order, before any is shown. */
  take(text: string): void;
  /** The operand and operator that show `text`: `offsets` say where each character starts, in thousandths of a point. */
  run(text: string, offsets: readonly number[], size: number): string;
  /** When all text has been taken: does ahead of the end of the document what can be done beside the painting. */
  prepare(compressor: Compressor): Promise<void>;
}

/** A font in a document: its codes are given out as characters come. */
interface Embedded {
  readonly id: string;
  readonly reference: PDFKit.PDFKitReference;
  /** Thousandths of the em, by code. */
  readonly widths: readonly number[];
  /** A new code, above 0, for a character. */
  add(character: number): number;
  prepare(compressor: Compressor): Promise<void>;
}

/** ISO 19005-2 6.2.11.7.2: no code may map to U+0000, not even that of .notdef. */
const NOT_DEFINED = 0xfffd;

const DIGITS = Buffer.from('0123456789abcdef');
const [OPEN, CLOSE, MINUS] = [0x3c, 0x3e, 0x2d];
/** Of a glyph: its four digits, and a move before it with the signs that it stands between. */
const MOST_BYTES = 32;
let shown = Buffer.allocUnsafe(4096);

/** @returns the place behind the number. */
function writeInteger(bytes: Buffer, start: number, value: number): number {
  let at = start;
  let rest = Math.abs(value);
  if (value < 0) {
    bytes[at] = MINUS;
    at += 1;
  }
  let scale = 1;
  while (scale * 10 <= rest) scale *= 10;
  for (; scale >= 1; scale /= 10) {
    const digit = Math.floor(rest / scale);
    bytes[at] = 0x30 + digit;
    rest -= digit * scale;
    at += 1;
  }
  return at;
}

/** @param face PostScript name of the font in a collection. */
export function fontWriter(document: PDFKit.PDFDocument, file: string, face?: string): FontWriter {
  const source = face === undefined ? openFontFile(file) : null;
  const font = source === null ? fromLibrary(document, file, face) : fromFile(document, source);
  // By character, for the first plane; 0 for one that has not come yet.
  const codes = new Uint16Array(0x10000);
  const others = new Map<number, number>();
  const codeOf = (character: number): number => {
    const known = character < codes.length ? (codes[character] as number) : (others.get(character) ?? 0);
    if (known !== 0) return known;
    const code = font.add(character);
    if (character < codes.length) codes[character] = code;
    else others.set(character, code);
    return code;
  };
  return {
    id: font.id,
    reference: font.reference,
    take: (text) => {
      for (let at = 0; at < text.length; at += 1) {
        const character = text.charCodeAt(at);
        if (codes[character] !== 0) continue;
        if (character < 0xd800 || character > 0xdfff) codeOf(character);
        else if (character < 0xdc00) codeOf(text.codePointAt(at) as number);
      }
    },
    run: (text, offsets, size) => {
      // Written as bytes: a string that grows by a glyph at a time leaves a piece for each, and all are joined again in the end.
      const room = text.length * MOST_BYTES + 8;
      if (shown.length < room) shown = Buffer.allocUnsafe(room * 2);
      const bytes = shown;
      bytes[0] = 0x5b;
      bytes[1] = OPEN;
      let end = 2;
      // In thousandths of the size, as TJ moves; what rounding leaves over goes into the next glyph, it never adds up.
      let place = 0;
      const scale = 1000 / size;
      let index = 0;
      for (let at = 0; at < text.length; at += 1) {
        let character = text.charCodeAt(at);
        if (character >= 0xd800 && character < 0xdc00) {
          character = text.codePointAt(at) as number;
          if (character > 0xffff) at += 1;
        }
        const code = codeOf(character);
        const back = index === 0 ? 0 : Math.round(place - (offsets[index] as number) * scale);
        if (back !== 0) {
          bytes[end] = CLOSE;
          end = writeInteger(bytes, end + 1, back);
          bytes[end] = OPEN;
          end += 1;
          place -= back;
        }
        bytes[end] = DIGITS[code >> 12] as number;
        bytes[end + 1] = DIGITS[(code >> 8) & 15] as number;
        bytes[end + 2] = DIGITS[(code >> 4) & 15] as number;
        bytes[end + 3] = DIGITS[code & 15] as number;
        end += 4;
        place += font.widths[code] as number;
        index += 1;
      }
      return `${bytes.toString('latin1', 0, end)}>] TJ`;
    },
    prepare: font.prepare,
  };
}

function fromFile(document: PDFKit.PDFDocument, file: FontFile): Embedded {
  const scale = 1000 / file.unitsPerEm;
  const glyphs = [0];
  const widths = [file.metric(0).advance * scale];
  const characters = [NOT_DEFINED];
  const { id, reference, prepare } = embedFile(document, file, { glyphs, widths, characters });
  return {
    id,
    reference,
    widths,
    add: (character) => {
      // A glyph that stands for two characters (U+2F00 and U+4E00) is put in twice: each code has a Unicode value of its own.
      const glyph = file.glyph(character);
      widths.push(file.metric(glyph).advance * scale);
      characters.push(character);
      return glyphs.push(glyph) - 1;
    },
    prepare,
  };
}

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
}
interface LibraryFont {
  readonly id: string;
  readonly scale: number;
  readonly font: { glyphForCodePoint(code: number): Glyph };
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): PDFKit.PDFKitReference;
}

/** Collections, CFF outlines and whatever else asks for more knowledge of fonts. */
function fromLibrary(document: PDFKit.PDFDocument, file: string, face: string | undefined): Embedded {
  if (face === undefined) document.font(file);
  else document.font(file, face);
  const font = (document as unknown as { _font: LibraryFont })._font;
  font.unicode[0] = [NOT_DEFINED];
  return {
    id: font.id,
    reference: font.ref(),
    widths: font.widths,
    add: (character) => {
      const glyph = font.font.glyphForCodePoint(character);
      const first = font.subset.includeGlyph(glyph.id);
      const isOther = font.unicode[first] !== undefined && font.unicode[first]?.[0] !== character;
      const code = isOther ? font.subset.glyphs.push(glyph.id) - 1 : first;
      font.widths[code] ??= glyph.advanceWidth * font.scale;
      font.unicode[code] ??= [character];
      return code;
    },
    prepare: async () => {},
  };
}
