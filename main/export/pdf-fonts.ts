/**
 * Writes text in an embedded subset font as raw glyph runs. This is the one file that uses private fields of pdfkit's fonts (0.20.2,
 * pinned): `_font`, and of it `font`, `subset` with its `glyphs`, `widths`, `unicode`; tests/main/export/archive.test.ts notices
 * when they change. A plain TrueType file is not read whole, and its outlines go into the subset as they are, without being drawn.
 */
import { componentsOf, type FontFile, openFontFile } from './pdf-font-file.ts';

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
}
interface EmbeddedFont {
  readonly id: string;
  readonly scale: number;
  /** Of fontkit's font (2.0.4, pinned) also the tables that it has read. */
  readonly font: { glyphForCodePoint(code: number): Glyph; readonly _tables: object };
  readonly subset: Subset;
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): PDFKit.PDFKitReference;
}

interface Subset {
  readonly glyphs: number[];
  includeGlyph(id: number): number;
  encode(): Uint8Array;
  /** Of fontkit's subset of TrueType (2.0.4, pinned): puts one glyph into the tables that it gathers. */
  _addGlyph(id: number): number;
  glyf: Uint8Array[];
  loca: { readonly offsets: number[] };
  hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
}

export interface FontWriter {
  readonly id: string;
  readonly reference: PDFKit.PDFKitReference;
  /** The operand and operator that show `text`: `offsets` say where each character starts, in thousandths of a point. */
  run(text: string, offsets: readonly number[], size: number): string;
}

interface CachedGlyph {
  readonly hex: string;
  readonly width: number;
}

/** @param face PostScript name of the font in a collection. */
export function fontWriter(document: PDFKit.PDFDocument, file: string, face?: string): FontWriter {
  const source = face === undefined ? openFontFile(file) : null;
  if (source !== null) document.font(source.bytes);
  else if (face === undefined) document.font(file);
  else document.font(file, face);
  const font = (document as unknown as { _font: EmbeddedFont })._font;
  if (source !== null) embedFrom(font, source);
  // ISO 19005-2 6.2.11.7.2: no code may map to U+0000, not even that of .notdef.
  font.unicode[0] = [0xfffd];
  const glyphs = new Map<number, CachedGlyph>();
  const glyphOf = (code: number): CachedGlyph => {
    const known = glyphs.get(code);
    if (known !== undefined) return known;
    const glyph = font.font.glyphForCodePoint(code);
    const first = font.subset.includeGlyph(glyph.id);
    // A glyph that stands for two characters (U+2F00 and U+4E00) is put in twice: each code has a Unicode value of its own.
    const isOther = font.unicode[first] !== undefined && font.unicode[first]?.[0] !== code;
    const id = isOther ? font.subset.glyphs.push(glyph.id) - 1 : first;
    font.widths[id] ??= (source === null ? glyph.advanceWidth : source.metric(glyph.id).advance) * font.scale;
    font.unicode[id] ??= [code];
    const entry = { hex: id.toString(16).padStart(4, '0'), width: font.widths[id] };
    glyphs.set(code, entry);
    return entry;
  };
  return {
    id: font.id,
    reference: font.ref(),
    run: (text, offsets, size) => {
      let shown = '[<';
      let at = 0;
      let index = 0;
      for (const character of text) {
        const glyph = glyphOf(character.codePointAt(0) as number);
        const wanted = offsets[index] as number;
        // TJ moves back by thousandths of the size; what rounding leaves over goes into the next glyph, it never adds up.
        const back = Math.round(((at - wanted) * 1000) / size);
        if (index > 0 && back !== 0) {
          shown += `>${back}<`;
          at -= (back * size) / 1000;
        }
        shown += glyph.hex;
        at += (glyph.width * size) / 1000;
        index += 1;
      }
      return `${shown}>] TJ`;
    },
  };
}

/** The subset takes its outlines from the file as bytes: fontkit would work out the points of each, for nothing. */
function embedFrom({ font, subset }: EmbeddedFont, source: FontFile): void {
  Object.assign(font._tables, source.tables);
  const encode = subset.encode.bind(subset);
  subset.encode = () => {
    source.load(subset.glyphs);
    return encode();
  };
  subset._addGlyph = (id) => {
    const outline = source.outline(id);
    const components = componentsOf(outline);
    const data = components.length === 0 ? outline : Buffer.from(outline);
    for (const { glyph, at } of components) data.writeUInt16BE(subset.includeGlyph(glyph), at);
    subset.glyf.push(data);
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({ ...source.metric(id) });
    subset.offset += data.length;
    return subset.glyf.length - 1;
  };
}
