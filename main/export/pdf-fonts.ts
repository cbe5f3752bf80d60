/**
 * Writes text in an embedded subset font as raw glyph runs. This is the one file that uses private fields of pdfkit's fonts (0.20.2,
 * pinned): `_font`, and of it `font`, `subset` with its `glyphs`, `widths`, `unicode`; tests/main/export/archive.test.ts notices
 * when they change.
 */
interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
}
interface EmbeddedFont {
  readonly id: string;
  readonly scale: number;
  readonly font: { glyphForCodePoint(code: number): Glyph };
  readonly subset: { readonly glyphs: number[]; includeGlyph(id: number): number };
  readonly widths: number[];
  readonly unicode: number[][];
  ref(): PDFKit.PDFKitReference;
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
  if (face === undefined) document.font(file);
  else document.font(file, face);
  const font = (document as unknown as { _font: EmbeddedFont })._font;
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
    font.widths[id] ??= glyph.advanceWidth * font.scale;
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
