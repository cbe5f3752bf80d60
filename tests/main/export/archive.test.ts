/** The archive PDF read back: the rules of ISO 19005-2 (level U) and the tags of ISO 32000-1 that can be checked without veraPDF. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveInput, writeArchive } from '../../../main/export/archive.ts';
import { type Block, blockText, headText } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { dateText } from '../../../shared/layout/heads.ts';
import { temporaryFolder } from '../temporary.ts';
import { difficult, exampleCity } from './archive-sample.ts';
import {
  type Dictionary,
  isDictionary,
  isNode,
  markedTexts,
  nameOf,
  nodesOf,
  numberTree,
  type Pdf,
  Reference,
  readPdf,
  readStructure,
  readToUnicode,
  Stream,
  type StructureNode,
  shownCodes,
  structureText,
  textsByMark,
  type Value,
} from './read-pdf.ts';

const packed = (text: string) => text.replace(/[\s\u3000]/g, '');

/** Every dictionary and stream of the file, also those inside of others. */
function* dictionaries(pdf: Pdf): Generator<{ dictionary: Dictionary; stream: Stream | null }> {
  function* walk(value: Value): Generator<{ dictionary: Dictionary; stream: Stream | null }> {
    if (value instanceof Stream) yield { dictionary: value.dictionary, stream: value };
    if (Array.isArray(value)) for (const each of value) yield* walk(each);
    else {
      const inner = value instanceof Stream ? value.dictionary : isDictionary(value) ? value : null;
      if (inner === null) return;
      if (!(value instanceof Stream)) yield { dictionary: inner, stream: null };
      for (const each of Object.values(inner)) yield* walk(each);
    }
  }
  for (const id of pdf.ids) yield* walk(pdf.object(id));
}

/** The codes that each font shows, by the object id of the font. */
function usedCodes(pdf: Pdf): Map<number, Set<number>> {
  const used = new Map<number, Set<number>>();
  for (const page of pdf.pages()) {
    const fonts = pdf.dictionary(pdf.dictionary(page.dictionary.Resources).Font);
    let codes = new Set<number>();
    for (const operation of page.operations) {
      if (operation.operator === 'Tf') {
        const { id } = fonts[nameOf(operation.operands[0])] as Reference;
        codes = used.get(id) ?? new Set();
        used.set(id, codes);
      }
      for (const code of shownCodes(operation)) codes.add(code);
    }
  }
  return used;
}

/** Advances of a TrueType font program in thousandths of an em. */
function programWidths(program: Uint8Array): number[] {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const tables = new Map<string, number>();
  for (let i = 0; i < view.getUint16(4); i += 1)
    tables.set(Buffer.from(program.subarray(12 + i * 16, 16 + i * 16)).toString('latin1'), view.getUint32(12 + i * 16 + 8));
  const units = view.getUint16((tables.get('head') as number) + 18);
  const count = view.getUint16((tables.get('hhea') as number) + 34);
  const hmtx = tables.get('hmtx') as number;
  return Array.from({ length: count }, (_, glyph) => (view.getUint16(hmtx + glyph * 4) * 1000) / units);
}

/** What is printed of a document, in reading order, without blanks. */
function documentText(document: GazetteDocument): string {
  const { title, subtitle, byline, docNumber, date, addressees, blocks } = document;
  const number = docNumber === null ? '' : `${docNumber}${date === null ? '' : dateText(date)}`;
  return packed([title, subtitle ?? '', byline ?? '', number, addressees ?? '', ...blocks.map(blockText)].join(''));
}

function attribute(pdf: Pdf, node: StructureNode, key: string): Value {
  return pdf.dictionary(node.dictionary.A)[key] ?? null;
}

describe.each([
  ['the sample issue', exampleCity],
  ['a difficult issue', async () => difficult()],
])('%s', (_, make) => {
  let input: ArchiveInput;
  let bytes: Uint8Array;
  let pdf: Pdf;
  let tree: StructureNode;
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    input = await make();
    bytes = await writeArchive(input);
    pdf = readPdf(bytes);
    tree = readStructure(pdf);
    texts = textsByMark(pdf);
  });

  it('6.1.2 begins with its version and a comment of bytes above 127', () => {
    const head = Buffer.from(bytes.subarray(0, 20)).toString('latin1');
    expect(head).toMatch(/^%PDF-1\.7\n%[\x80-\xff]{4,}\n/);
  });

  it('6.1.3 has an id of two strings in the trailer and is not encrypted; nothing stands behind the end', () => {
    const id = pdf.list(pdf.trailer.ID);
    expect(id).toHaveLength(2);
    for (const part of id) expect((part as Uint8Array).length).toBe(16);
    expect(pdf.trailer.Encrypt).toBeUndefined();
    expect(Buffer.from(bytes.subarray(-7)).toString('latin1')).toMatch(/%%EOF\n?$/);
  });

  it('6.1.7 streams are as long as they say, lie in the file, and know no LZW', () => {
    const filters = new Set<string>();
    for (const { dictionary, stream } of dictionaries(pdf)) {
      for (const filter of [dictionary.Filter, ...pdf.list(dictionary.Filter)]) if (nameOf(filter) !== '') filters.add(nameOf(filter));
      if (stream === null) continue;
      expect(pdf.resolve(dictionary.Length)).toBe(stream.raw.length);
      for (const key of ['F', 'FFilter', 'FDecodeParams']) expect(dictionary[key]).toBeUndefined();
    }
    expect([...filters].filter((name) => name !== 'FlateDecode' && name !== 'DCTDecode')).toEqual([]);
  });

  it('6.1.13 keeps within the limits of an implementation', () => {
    expect(pdf.ids.length).toBeLessThan(8_388_607);
    const texts = [...dictionaries(pdf)].flatMap(({ dictionary }) => Object.entries(dictionary));
    for (const [key, value] of texts) {
      expect(key.length).toBeLessThanOrEqual(127);
      if (value instanceof Uint8Array) expect(value.length).toBeLessThanOrEqual(32_767);
    }
  });

  it('6.2.3 has one output intent: an RGB profile of a display for PDF/A', () => {
    const intents = pdf.list(pdf.root.OutputIntents).map((each) => pdf.dictionary(each));
    expect(intents.map(({ S }) => nameOf(S))).toEqual(['GTS_PDFA1']);
    const profile = pdf.resolve(intents[0]?.DestOutputProfile) as Stream;
    expect(profile.dictionary.N).toBe(3);
    const header = Buffer.from(profile.data.subarray(0, 128)).toString('latin1');
    expect([header.slice(12, 16), header.slice(16, 20), header.slice(36, 40)]).toEqual(['mntr', 'RGB ', 'acsp']);
    expect(profile.data[8]).toBeLessThan(5);
    expect(pdf.text(intents[0]?.OutputConditionIdentifier)).toContain('sRGB');
  });

  it('6.2.4 colours are those that the intent covers; CMYK pictures have a profile', () => {
    const operators = new Set(['g', 'G', 'rg', 'RG', 'k', 'K', 'cs', 'CS', 'sc', 'SC', 'scn', 'SCN', 'sh', 'ri']);
    for (const page of pdf.pages()) {
      const seen = new Set(page.operations.map(({ operator }) => operator).filter((operator) => operators.has(operator)));
      expect([...seen].filter((operator) => !['g', 'G', 'rg', 'RG'].includes(operator))).toEqual([]);
      const resources = pdf.dictionary(page.dictionary.Resources);
      const images = Object.values(pdf.dictionary(resources.XObject)).map((each) => pdf.dictionary(each));
      const isCmyk = images.some(({ ColorSpace }) => nameOf(ColorSpace) === 'DeviceCMYK');
      const spare = pdf.list(pdf.dictionary(resources.ColorSpace).DefaultCMYK);
      expect(spare.length > 0).toBe(isCmyk);
      if (isCmyk) expect([nameOf(spare[0]), pdf.dictionary(spare[1]).N]).toEqual(['ICCBased', 4]);
    }
  });

  it('6.2.8 pictures have no alternates, no OPI, no interpolation', () => {
    for (const { dictionary } of dictionaries(pdf)) {
      if (nameOf(dictionary.Subtype) !== 'Image') continue;
      expect([dictionary.Alternates, dictionary.OPI, dictionary.Interpolate ?? false]).toEqual([undefined, undefined, false]);
    }
  });

  it('6.2.2 uses only operators of the content streams, and resources that the page names', () => {
    const known = /^(?:BT|ET|Tf|Tm|TJ|Tj|g|G|rg|RG|w|m|l|S|re|f|q|Q|cm|Do|BDC|EMC)$/;
    for (const page of pdf.pages()) {
      const resources = pdf.dictionary(page.dictionary.Resources);
      for (const { operator, operands } of page.operations) {
        expect(operator).toMatch(known);
        if (operator === 'Tf') expect(pdf.dictionary(resources.Font)[nameOf(operands[0])]).toBeDefined();
        if (operator === 'Do') expect(pdf.dictionary(resources.XObject)[nameOf(operands[0])]).toBeDefined();
      }
    }
  });

  it('6.2.11.4 embeds the program of every font, as composite fonts with their identity maps', () => {
    const fonts = [...usedCodes(pdf).keys()].map((id) => pdf.dictionary(new Reference(id)));
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) {
      expect([nameOf(font.Subtype), nameOf(font.Encoding)]).toEqual(['Type0', 'Identity-H']);
      const [child] = pdf.list(font.DescendantFonts).map((each) => pdf.dictionary(each));
      expect([nameOf(child?.Subtype), nameOf(child?.CIDToGIDMap)]).toEqual(['CIDFontType2', 'Identity']);
      expect(nameOf(child?.BaseFont)).toBe(nameOf(font.BaseFont));
      expect(pdf.resolve(pdf.dictionary(child?.FontDescriptor).FontFile2)).toBeInstanceOf(Stream);
    }
  });

  it('6.2.11.5 and 6.2.11.8 widths are those of the program, and .notdef is never shown', () => {
    for (const [id, codes] of usedCodes(pdf)) {
      const [child] = pdf.list(pdf.dictionary(new Reference(id)).DescendantFonts).map((each) => pdf.dictionary(each));
      const program = pdf.resolve(pdf.dictionary(child?.FontDescriptor).FontFile2) as Stream;
      const real = programWidths(program.data);
      const [first, widths] = pdf.list(child?.W);
      expect(first).toBe(0);
      expect(codes.has(0)).toBe(false);
      for (const code of codes)
        expect(Math.abs(((widths as number[])[code] as number) - (real[code] as number)), `${code}`).toBeLessThan(1);
    }
  });

  it('6.2.11.7.2 maps every code that is used to a Unicode value, and none to U+0000, U+FEFF or U+FFFE', () => {
    for (const [id, codes] of usedCodes(pdf)) {
      const unicode = readToUnicode(pdf.resolve(pdf.dictionary(new Reference(id)).ToUnicode) as Stream);
      expect([...codes].filter((code) => (unicode.get(code) ?? '') === '')).toEqual([]);
      expect([...unicode.values()].filter((value) => /[\0\ufeff\ufffe\uffff]/.test(value))).toEqual([]);
    }
  });

  it('6.3 has only links, which are printed, not hidden, and say where they lead', () => {
    const targets = numberOfDestinations(pdf);
    for (const page of pdf.pages()) {
      for (const each of pdf.list(page.dictionary.Annots)) {
        const link = pdf.dictionary(each);
        expect([nameOf(link.Subtype), link.F]).toEqual(['Link', 4]);
        expect(pdf.text(link.Contents)).toMatch(/^转到第 \d+ 页$/);
        const action = pdf.dictionary(link.A);
        expect(nameOf(action.S)).toBe('GoTo');
        expect(targets.has(pdf.text(action.D))).toBe(true);
      }
    }
  });

  it('6.5 and 6.9 has no forbidden actions, forms, scripts or files', () => {
    for (const key of ['AA', 'OpenAction', 'AcroForm', 'OCProperties', 'Requirements', 'AF', 'NeedsRendering', 'Perms'])
      expect(pdf.root[key], key).toBeUndefined();
    expect(Object.keys(pdf.dictionary(pdf.root.Names))).toEqual(['Dests']);
    for (const { dictionary } of dictionaries(pdf)) {
      for (const key of ['AA', 'JS', 'PresSteps', 'TR', 'EF', 'XFA']) expect(dictionary[key], key).toBeUndefined();
      expect(nameOf(dictionary.S)).not.toMatch(/^(?:JavaScript|Launch|Sound|Movie|ResetForm|ImportData|Hide|SetOCGState|Rendition|Trans)$/);
    }
  });

  it('6.6 has its metadata in clear: part 2, level U, and what the Info dictionary says', () => {
    const metadata = pdf.resolve(pdf.root.Metadata) as Stream;
    expect([nameOf(metadata.dictionary.Type), nameOf(metadata.dictionary.Subtype), metadata.dictionary.Filter]).toEqual([
      'Metadata',
      'XML',
      undefined,
    ]);
    const xmp = Buffer.from(metadata.raw).toString('utf8');
    expect(xmp).toMatch(/^<\?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"\?>/);
    const inside = (pattern: RegExp) =>
      (pattern.exec(xmp)?.[1] ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    expect(inside(/<pdfaid:part>(.*?)</)).toBe('2');
    expect(inside(/<pdfaid:conformance>(.*?)</)).toBe('U');
    const info = pdf.dictionary(pdf.trailer.Info);
    const date = (text: string) => text.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
    expect(inside(/<dc:title><rdf:Alt><rdf:li xml:lang="x-default">(.*?)</)).toBe(pdf.text(info.Title));
    expect(inside(/<dc:creator><rdf:Seq><rdf:li>(.*?)</)).toBe(pdf.text(info.Author));
    expect(inside(/<xmp:CreatorTool>(.*?)</)).toBe(pdf.text(info.Creator));
    expect(inside(/<pdf:Producer>(.*?)</)).toBe(pdf.text(info.Producer));
    expect(inside(/<xmp:CreateDate>(.*?)</)).toBe(date(pdf.text(info.CreationDate)));
    expect(inside(/<xmp:ModifyDate>(.*?)</)).toBe(date(pdf.text(info.ModDate)));
    expect(pdf.text(info.Title)).toBe(`${input.head.gazette}${input.head.year}年第${input.head.number}期`);
  });

  it('names its language, is marked as tagged, and shows its title (ISO 14289-1, 7.1 and 7.2)', () => {
    expect(pdf.text(pdf.root.Lang)).toBe('zh-CN');
    expect(pdf.dictionary(pdf.root.MarkInfo).Marked).toBe(true);
    expect(pdf.dictionary(pdf.root.ViewerPreferences).DisplayDocTitle).toBe(true);
    for (const { dictionary } of pdf.pages()) expect(nameOf(dictionary.Tabs)).toBe('S');
  });

  it('everything that is painted is text of an element or an artifact', () => {
    for (const page of pdf.pages())
      for (const { tag, mcid, painted } of markedTexts(pdf, page)) {
        expect(tag === 'Artifact').toBe(mcid === null);
        expect(painted).toBe(true);
      }
  });

  it('each piece of content belongs to one element, which the parent tree names (ISO 32000-1, 14.7.4.4)', () => {
    const owners = new Map<string, number>();
    for (const node of nodesOf(tree))
      for (const kid of node.kids) {
        if (isNode(kid)) continue;
        const key = 'mcid' in kid ? `${kid.page} ${kid.mcid}` : `annotation ${kid.annotation}`;
        expect(owners.has(key), key).toBe(false);
        owners.set(key, node.id);
      }
    const parents = numberTree(pdf, pdf.dictionary(pdf.root.StructTreeRoot).ParentTree);
    const named = new Map<string, number>();
    for (const page of pdf.pages()) {
      pdf.list(parents.get(page.dictionary.StructParents as number)).forEach((owner, mcid) => {
        named.set(`${page.id} ${mcid}`, (owner as Reference).id);
      });
      for (const each of pdf.list(page.dictionary.Annots)) {
        const owner = parents.get(pdf.dictionary(each).StructParent as number) as Reference;
        named.set(`annotation ${(each as Reference).id}`, owner.id);
      }
    }
    expect(named).toEqual(owners);
    expect(new Set([...texts.keys()])).toEqual(new Set([...owners.keys()].filter((key) => !key.startsWith('annotation'))));
  });

  it('elements stand where their types may stand (ISO 32000-1, 14.8.4)', () => {
    const within: Readonly<Record<string, RegExp>> = {
      '': /^Document$/,
      Document: /^Sect$/,
      Sect: /^(?:Art|TOC|H1|P|Figure)$/,
      Art: /^(?:H[1-6]|P|L|Table|Figure|Div)$/,
      TOC: /^(?:TOC|TOCI|Caption)$/,
      TOCI: /^Reference$/,
      Reference: /^Link$/,
      L: /^LI$/,
      LI: /^LBody$/,
      Table: /^TR$/,
      TR: /^T[HD]$/,
      TH: /^P$/,
      TD: /^P$/,
      Figure: /^Caption$/,
      Div: /^P$/,
    };
    for (const node of nodesOf(tree))
      for (const kid of node.kids) {
        if (isNode(kid)) expect(kid.type, node.type).toMatch(within[node.type] ?? /^$/);
        else expect(node.type).toMatch(/^(?:P|H[1-6]|LBody|T[HD]|Link|Caption|Figure)$/);
      }
  });

  it('a paragraph is one element, on however many columns and pages it stands', () => {
    const paragraphs = [...nodesOf(tree)].filter(({ type }) => type === 'P');
    const pagesOf = (node: StructureNode) => new Set(node.kids.map((kid) => ('page' in kid ? kid.page : 0))).size;
    expect(paragraphs.some((node) => pagesOf(node) > 1)).toBe(true);
  });

  it('read in the order of the structure, it gives every character of the documents in their order', () => {
    const articles = [...nodesOf(tree)].filter(({ type }) => type === 'Art');
    expect(articles).toHaveLength(input.composed.entries.length);
    articles.forEach((article, index) => {
      const { document } = input.composed.entries[index] as ArchiveInput['composed']['entries'][number];
      expect(packed(structureText(article, texts))).toBe(documentText(document));
      expect(pdf.text(article.dictionary.T)).toBe(document.title);
    });
  });

  it('headings are the titles and headings of the documents, without what is run in behind them', () => {
    const heading = (block: Block) =>
      block.type === 'heading'
        ? [headText(block.children)]
        : block.type === 'title' || block.type === 'attachmentTitle'
          ? [blockText(block)]
          : [];
    const articles = [...nodesOf(tree)].filter(({ type }) => type === 'Art');
    articles.forEach((article, index) => {
      const { document } = input.composed.entries[index] as ArchiveInput['composed']['entries'][number];
      const found = [...nodesOf(article)].filter(({ type }) => /^H[1-6]$/.test(type)).map((node) => packed(structureText(node, texts)));
      expect(found).toEqual([document.title, ...document.blocks.flatMap(heading)].map(packed));
    });
  });

  it('the contents are a list for each section, with its name, and a link for each document', () => {
    const lists = [...nodesOf(tree)].filter(({ type, kids }) => type === 'TOC' && kids.some((kid) => isNode(kid) && kid.type === 'TOCI'));
    const sections = input.composed.entries.filter(({ opensSection }) => opensSection).map(({ entry }) => entry.section);
    expect(lists.map(({ dictionary }) => pdf.text(dictionary.T))).toEqual(sections);
    const captions = lists.map((list) => list.kids.filter((kid) => isNode(kid) && kid.type === 'Caption') as StructureNode[]);
    expect(captions.map(([caption]) => packed(structureText(caption as StructureNode, texts)))).toEqual(sections.map(packed));
    const links = lists.flatMap((list) => [...nodesOf(list)].filter(({ type }) => type === 'Link'));
    expect(links).toHaveLength(input.composed.entries.length);
    links.forEach((link, index) => {
      const line = input.laidOut.contents[index];
      const text = packed(structureText(link, texts));
      expect(text.startsWith(packed(line?.title ?? '?'))).toBe(true);
      expect(text).toMatch(new RegExp(`${line?.page}）?$`));
      const annotations = link.kids.flatMap((kid) => ('annotation' in kid ? [kid.annotation] : []));
      expect(annotations).toHaveLength(1);
      expect(pdf.text(pdf.dictionary(new Reference(annotations[0] as number)).Contents)).toBe(`转到第 ${line?.page} 页`);
    });
  });

  it('headings begin with H1 in each document and never skip a level (ISO 14289-1, 7.4.2)', () => {
    for (const article of [...nodesOf(tree)].filter(({ type }) => type === 'Art')) {
      const levels = [...nodesOf(article)].flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []));
      expect(levels[0]).toBe(1);
      levels.forEach((level, index) => {
        if (index > 0) expect(level).toBeLessThanOrEqual((levels[index - 1] as number) + 1);
      });
    }
  });

  it('tables are rectangles of their cells and spans; head cells say what they are the head of (7.5)', () => {
    const tables = [...nodesOf(tree)].filter(({ type }) => type === 'Table');
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const rows = table.kids.filter(isNode);
      const taken = rows.map(() => new Set<number>());
      rows.forEach((row, r) => {
        let column = 0;
        for (const cell of row.kids.filter(isNode)) {
          while (taken[r]?.has(column) === true) column += 1;
          for (let dr = 0; dr < ((attribute(pdf, cell, 'RowSpan') as number) ?? 1); dr += 1)
            for (let dc = 0; dc < ((attribute(pdf, cell, 'ColSpan') as number) ?? 1); dc += 1) {
              expect(taken[r + dr]?.has(column + dc), 'a free place').toBe(false);
              taken[r + dr]?.add(column + dc);
            }
          if (cell.type === 'TH') expect(nameOf(attribute(pdf, cell, 'Scope'))).toBe('Column');
        }
      });
      expect(new Set(taken.map((row) => row.size)).size).toBe(1);
    }
  });

  it('pictures have a text in their place and a frame on the page (7.3)', () => {
    for (const node of [...nodesOf(tree)].filter(({ type }) => type === 'Figure')) {
      expect(pdf.text(node.dictionary.Alt)).not.toBe('');
      expect(nameOf(attribute(pdf, node, 'O'))).toBe('Layout');
      const [left, bottom, right, top] = pdf.list(attribute(pdf, node, 'BBox')) as number[];
      expect((left as number) < (right as number) && (bottom as number) < (top as number)).toBe(true);
    }
  });

  it('the same issue gives the same bytes', async () => {
    expect(Buffer.from(await writeArchive(input)).equals(Buffer.from(bytes))).toBe(true);
  });

  const qpdf = spawnSync('qpdf', ['--version']).status === 0;
  it.skipIf(!qpdf)(`qpdf finds nothing to complain of${qpdf ? '' : ' (qpdf is not installed: skipped)'}`, () => {
    const file = join(temporaryFolder(), 'archive.pdf');
    writeFileSync(file, bytes);
    const { status, stderr } = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });
});

/** The names that lead to a page of the file. */
function numberOfDestinations(pdf: Pdf): Set<string> {
  const pages = new Set(pdf.pages().map(({ id }) => id));
  const names = pdf.list(pdf.dictionary(pdf.dictionary(pdf.root.Names).Dests).Names);
  const found = new Set<string>();
  for (let i = 0; i + 1 < names.length; i += 2) {
    const [page] = pdf.list(names[i + 1]);
    if (page instanceof Reference && pages.has(page.id)) found.add(pdf.text(names[i]));
  }
  return found;
}
