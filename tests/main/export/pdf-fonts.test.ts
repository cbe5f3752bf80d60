/** Our own reading and cutting of the open fonts, held against a library that knows all kinds of fonts. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFontFile } from '../../../main/export/pdf-font-file.ts';
import { glyphLookup } from '../../../main/export/pdf-font-names.ts';
import { subsetFont } from '../../../main/export/pdf-font-subset.ts';

interface LibraryFont {
  readonly postscriptName: string;
  readonly unitsPerEm: number;
  readonly bbox: { readonly maxX: number };
  glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number; readonly path: { toSVG(): string } };
  getGlyph(id: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } };
}
const fontkit = createRequire(import.meta.url)('fontkit') as {
  openSync(path: string): LibraryFont;
  create(bytes: Uint8Array): LibraryFont;
};

/** Simple and composite outlines, marks, Latin, a character of the second plane, one that no font has. */
const text = '公报（2022）：ABCé，①☐𠮷\u{e000}';
const codes = Array.from(text, (character) => character.codePointAt(0) as number);

test.each(['song', 'title', 'song-bold', 'hei', 'kai', 'symbols'])('%s', (id) => {
  const path = join(import.meta.dirname, '../../../dist/fonts', `${id}.ttf`);
  const file = openFontFile(path);
  const library = fontkit.openSync(path);
  if (file === null) throw new Error(`${path} was not opened`);
  expect([file.name, file.unitsPerEm]).toEqual([library.postscriptName, library.unitsPerEm]);
  const glyphs = codes.map((code) => file.glyph(code));
  expect(glyphs).toEqual(codes.map((code) => library.glyphForCodePoint(code).id));
  expect(glyphs.map((glyph) => file.metric(glyph).advance)).toEqual(codes.map((code) => library.glyphForCodePoint(code).advanceWidth));
  const cut = fontkit.create(subsetFont(file, glyphs));
  glyphs.forEach((glyph, place) => {
    expect(cut.getGlyph(place).path.toSVG()).toBe(library.getGlyph(glyph).path.toSVG());
    expect(cut.getGlyph(place).advanceWidth).toBe(library.getGlyph(glyph).advanceWidth);
  });
});

test('characters in segments, with and without a list of glyphs', () => {
  const words = [
    ...[0, 1, 3, 1, 0, 12],
    // Format 4, three segments: A–C by adding, a–b by a list, and the end.
    ...[4, 0, 0, 6, 0, 0, 0],
    ...[0x43, 0x62, 0xffff, 0],
    ...[0x41, 0x61, 0xffff],
    ...[0x10000 - 0x40, 5, 1],
    ...[0, 4, 0],
    ...[9, 0],
  ];
  const lookup = glyphLookup(Buffer.from(words.flatMap((word) => [word >> 8, word & 0xff])));
  if (lookup === null) throw new Error('no lookup');
  expect([0x40, 0x41, 0x43, 0x44, 0x61, 0x62, 0x20000].map(lookup)).toEqual([0, 1, 3, 0, 14, 0, 0]);
});
