/**
 * Puts a plain TrueType file into a PDF as a composite font of the glyphs that were used (ISO 32000-1, 9.7 to 9.10). Stands in for
 * pdfkit's own font of the same name, which reads files with a library that takes longer to start than the whole of this to run.
 * Uses private fields of pdfkit (0.20.2, pinned): `_fontCount`, and `_fontFamilies`, whose fonts are finished at the document's end.
 */
import { deflateSync } from 'node:zlib';
import type { FontFile } from './pdf-font-file.ts';
import { subsetFont } from './pdf-font-subset.ts';
import type { Compressor } from './pdf-streams.ts';

interface Inside {
  _fontCount: number;
  readonly _fontFamilies: Record<string, { finalize(): void }>;
}

/** What the PDF must know of the codes that its pages show. */
export interface UsedGlyphs {
  /** Glyphs of the file; the place of each is its code. */
  readonly glyphs: readonly number[];
  /** Widths in thousandths of the em, and characters, by code. */
  readonly widths: readonly number[];
  readonly characters: readonly number[];
}

export interface EmbeddedFile {
  readonly id: string;
  readonly reference: PDFKit.PDFKitReference;
  /** Makes the subset when all glyphs are known, and has it compressed beside what goes on. */
  prepare(compressor: Compressor): Promise<void>;
}

export function embedFile(document: PDFKit.PDFDocument, file: FontFile, used: UsedGlyphs): EmbeddedFile {
  const inside = document as unknown as Inside;
  inside._fontCount += 1;
  const id = `F${inside._fontCount}`;
  const reference = document.ref({});
  let prepared: { readonly subset: Buffer; readonly map: Buffer } | null = null;
  inside._fontFamilies[id] = {
    finalize: () => {
      const streams = prepared ?? { subset: deflateSync(subsetFont(file, used.glyphs)), map: deflateSync(characterMap(used.characters)) };
      write(document, { id, reference, file, widths: used.widths, ...streams });
    },
  };
  return {
    id,
    reference,
    async prepare({ add }) {
      const [subset, map] = await Promise.all([add(subsetFont(file, used.glyphs)), add(characterMap(used.characters))]);
      prepared = { subset, map };
    },
  };
}

interface Parts {
  readonly id: string;
  readonly reference: PDFKit.PDFKitReference;
  readonly file: FontFile;
  readonly widths: readonly number[];
  readonly subset: Buffer;
  readonly map: Buffer;
}

function write(document: PDFKit.PDFDocument, { id, reference, file, widths, subset, map }: Parts): void {
  const name = `${prefix(id)}+${file.name}`;
  const fontFile = compressed(document, subset);
  const descriptor = document.ref({ Type: 'FontDescriptor', FontName: name, ...describe(file), FontFile2: fontFile });
  end(descriptor);
  const descendant = document.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, widths],
    CIDToGIDMap: 'Identity',
  });
  end(descendant);
  Object.assign(reference.data as object, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: compressed(document, map),
  });
  end(reference);
}

/** Six letters that tell one subset from another. */
function prefix(id: string): string {
  return [1, 2, 3, 4, 5, 6].map((at) => String.fromCharCode((id.charCodeAt(at) || 73) + 17)).join('');
}

/** The figures of the font descriptor, in thousandths of the em. */
function describe(file: FontFile): object {
  const scale = 1000 / file.unitsPerEm;
  const [head, lines, post] = ['head', 'hhea', 'post'].map((tag) => file.table(tag)) as [Buffer, Buffer, Buffer];
  const system = file.table('OS/2');
  const family = system === null ? 0 : system.readInt16BE(30) >> 8;
  const ascent = lines.readInt16BE(4);
  // Heights of letters are told since version 2.
  const [lower, upper] = system !== null && system.length >= 90 ? [system.readInt16BE(86), system.readInt16BE(88)] : [0, 0];
  let flags = 4;
  if (post.readUInt32BE(12) !== 0) flags |= 1;
  if (family >= 1 && family <= 7) flags |= 2;
  if (family === 10) flags |= 8;
  if ((head.readUInt16BE(44) & 2) !== 0) flags |= 64;
  return {
    Flags: flags,
    FontBBox: [36, 38, 40, 42].map((at) => head.readInt16BE(at) * scale),
    ItalicAngle: post.readInt32BE(4) / 65536,
    Ascent: ascent * scale,
    Descent: lines.readInt16BE(6) * scale,
    CapHeight: (upper || ascent) * scale,
    XHeight: lower * scale,
    StemV: 0,
  };
}

const hex = (value: number): string => value.toString(16).padStart(4, '0');
/** A list of the map may not have more. */
const LIST = 256;

/** Says the character of every code, in UTF-16 (ISO 32000-1, 9.10.3). */
function characterMap(characters: readonly number[]): Buffer {
  const entries = characters.map((code) =>
    code > 0xffff ? `<${hex(0xd800 | ((code - 0x10000) >>> 10))} ${hex(0xdc00 | (code & 0x3ff))}>` : `<${hex(code)}>`,
  );
  const ranges: string[] = [];
  for (let start = 0; start < entries.length; start += LIST) {
    const end = Math.min(start + LIST, entries.length);
    ranges.push(`<${hex(start)}> <${hex(end - 1)}> [${entries.slice(start, end).join(' ')}]`);
  }
  return Buffer.from(`/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <<
  /Registry (Adobe)
  /Ordering (UCS)
  /Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict /CMap defineresource pop
end
end
`);
}

function compressed(document: PDFKit.PDFDocument, bytes: Buffer): PDFKit.PDFKitReference {
  const reference = document.ref({ Length: 0, Filter: 'FlateDecode' });
  (reference as unknown as { end(bytes: Uint8Array): void }).end(bytes);
  return reference;
}

function end(reference: PDFKit.PDFKitReference): void {
  // Without the Buffer that the types want; an object without a stream has none.
  (reference as unknown as { end(): void }).end();
}
