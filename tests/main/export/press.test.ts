/**
 * The PDF for the press, read back: every rule of PDF/X-4 (ISO 15930-7) and of offset printing that the project keeps
 * (shared design: standards b1 and b8) is one test that names it. On the sample issue, and on a page made of hard cases.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import { imposeSaddleStitch, placeSpread } from '../../../main/export/imposition.ts';
import { coverPages, type PressInput, type PressResult, usualPress, writePress } from '../../../main/export/press.ts';
import { inkConverter } from '../../../main/export/press-colour.ts';
import { decodeJpeg, pressPicture } from '../../../main/export/press-pictures.ts';
import { loadFonts } from '../../../main/fonts.ts';
import type { Item, LaidOutIssue, Page } from '../../../shared/layout/page.ts';
import { saddleStitch } from '../../../shared/print/imposition.ts';
import { type Paper, papers } from '../../../shared/print/papers.ts';
import { sampleHead } from '../samples.ts';
import { baselineJpeg, cmykJpeg, flatCmykJpeg, greyJpeg, png, progressiveJpeg } from './press-pictures.ts';
import { type Dictionary, Name, nameOf } from './read-pdf.ts';
import { type Painted, type PressFile, paintedOn, readPress } from './read-press.ts';

const root = join(import.meta.dirname, '../../..');
const fonts = loadFonts(join(root, 'dist/fonts'));
const profile = readFileSync(join(root, 'assets/profiles/fogra29-uncoated-280.icc'));
const mm = 72 / 25.4;
const A4 = { width: 595_276, height: 841_890 };
const SOLID = '0 0 0 1';

const pictures: Readonly<Record<string, Uint8Array>> = {
  colour: png(40, 40, (x, y) => [x * 6, y * 6, 255 - x * 6, 255]),
  // Nothing but shades of grey, half of it transparent.
  grey: png(40, 20, (x) => [x * 5, x * 5, x * 5, x < 20 ? 0 : 255]),
  baselineJpeg,
  progressiveJpeg,
  greyJpeg,
  cmykJpeg,
  broken: baselineJpeg.subarray(0, 400),
};

const text = (x: number, y: number, colour: 'black' | 'red' | 'white' | 'grey'): Item => ({
  kind: 'text',
  x,
  y,
  font: 'song',
  size: 10_500,
  text: '公报',
  offsets: [0, 10_500],
  colour,
});
const image = (hash: string, x: number): Item => ({ kind: 'image', x, y: 400_000, width: 36_000, height: 36_000, hash });
const hardPage: Page = {
  number: 3,
  kind: 'body',
  section: '市政府文件',
  ...A4,
  items: [
    text(100_000, 100_000, 'black'),
    text(100_000, 120_000, 'red'),
    { kind: 'box', x: 90_000, y: 130_000, width: 100_000, height: 40_000, fill: 'tint', stroke: 'black', strokeWidth: 100 },
    text(100_000, 150_000, 'white'),
    text(2000, 300_000, 'grey'),
    { kind: 'rule', x1: 90_000, y1: 200_000, x2: 190_000, y2: 200_000, width: 50, colour: 'black' },
    // A band that bleeds, and far beyond the bleed.
    { kind: 'box', x: -60_000, y: -60_000, width: 720_000, height: 80_000, fill: 'red', stroke: null, strokeWidth: 0 },
    ...Object.keys(pictures).map((hash, at) => image(hash, 60_000 + at * 40_000)),
    image('nowhere', 400_000),
  ],
  links: [{ x: 100_000, y: 100_000, width: 50_000, height: 20_000, targetPage: 3 }],
};
const hardIssue: LaidOutIssue = { pages: [hardPage], covers: { front: null, back: null }, contents: [], documents: [], messages: [] };
const hardInput: PressInput = {
  head: sampleHead,
  laidOut: hardIssue,
  fonts,
  images: (hash) => pictures[hash] ?? null,
  profile,
  options: usualPress,
};

async function sampleInput(): Promise<PressInput> {
  const database = openDatabase(':memory:', { mustExist: false });
  const desk = createDesk({
    database,
    fonts: () => fonts,
    now: () => '2026-01-01T00:00:00.000Z',
    sampleFolder: join(root, 'assets/samples/example-city'),
  });
  const id = await desk.openSample();
  const { sheets } = await desk.layoutIssue(id);
  const { head } = await desk.readIssue(id);
  const pages = (await desk.readPages(id, 0, sheets)).filter(({ number }) => number > 0);
  const stored = new Map<string, Uint8Array>();
  for (const item of pages.flatMap(({ items }) => items))
    if (item.kind === 'image') stored.set(item.hash, (await desk.readImage(item.hash)).bytes);
  return {
    ...hardInput,
    head,
    laidOut: { ...hardIssue, pages },
    images: (hash) => stored.get(hash) ?? null,
    options: { ...usualPress, multiple: 4 },
  };
}

let sample: PressInput;
let sampleResult: PressResult;
let hardResult: PressResult;
let files: { sample: PressFile; hard: PressFile; imposed: PressFile };
beforeAll(async () => {
  sample = await sampleInput();
  sampleResult = await writePress(sample);
  hardResult = await writePress(hardInput);
  const imposed = await imposeSaddleStitch(sample);
  files = { sample: readPress(sampleResult.bytes), hard: readPress(hardResult.bytes), imposed: readPress(imposed.bytes) };
});

type Box = readonly [number, number, number, number];
const box = (file: PressFile, page: Dictionary, name: string) => file.resolve(page[name]) as unknown as Box;
const everyPage = (work: (file: PressFile, page: Dictionary) => void) => {
  for (const file of Object.values(files)) for (const page of file.leaves) work(file, page);
};
const everyPainted = (work: (painted: Painted, file: PressFile, page: Dictionary) => void) =>
  everyPage((file, page) => {
    for (const painted of paintedOn(file, page)) work(painted, file, page);
  });
const isMark = ({ colour }: Painted) => colour.startsWith('CSAll');

describe('PDF/X-4 (b8), each file: sample, hard cases, imposed', () => {
  it('is PDF 1.6', () => {
    for (const { version } of Object.values(files)) expect(version).toBe('1.6');
  });

  it('has exactly one output intent GTS_PDFX with identifier, Info, registry and an embedded prtr CMYK profile', () => {
    for (const file of Object.values(files)) {
      const intents = file.list(file.root.OutputIntents);
      expect(intents).toHaveLength(1);
      const intent = file.dictionary(intents[0]);
      expect(intent).toMatchObject({ Type: new Name('OutputIntent'), S: new Name('GTS_PDFX') });
      expect(file.text(intent.OutputConditionIdentifier)).toBe('FOGRA29');
      expect(file.text(intent.RegistryName)).toBe('http://www.color.org');
      expect(file.text(intent.Info)).toContain('FOGRA29');
      expect(file.dictionary(intent.DestOutputProfile).N).toBe(4);
      const bytes = Buffer.from(file.stream(intent.DestOutputProfile));
      expect([bytes.toString('latin1', 12, 16), bytes.toString('latin1', 16, 20)]).toEqual(['prtr', 'CMYK']);
    }
  });

  it('has title, dates and Trapped in Info, an id in the trailer, and XMP that says the same', () => {
    for (const file of Object.values(files)) {
      const info = file.dictionary(file.trailer.Info);
      const xmp = Buffer.from(file.stream(file.root.Metadata)).toString('utf8');
      const value = (name: string) => new RegExp(`<${name}>(?:<rdf:\\w+>)?(?:<rdf:li[^>]*>)?([^<]*)<`).exec(xmp)?.[1];
      expect(file.resolve(info.Trapped)).toEqual(new Name('False'));
      expect(value('pdf:Trapped')).toBe('False');
      expect(value('pdfxid:GTS_PDFXVersion')).toBe('PDF/X-4');
      expect(value('dc:title')).toBe(file.text(info.Title));
      expect(value('dc:title')).toMatch(/第\d+期$/);
      expect(value('dc:creator')).toBe(file.text(info.Author));
      expect(value('xmp:CreatorTool')).toBe(file.text(info.Creator));
      expect(value('pdf:Producer')).toBe(file.text(info.Producer));
      const iso = (date: string) => date.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
      expect(value('xmp:CreateDate')).toBe(iso(file.text(info.CreationDate)));
      expect(value('xmp:ModifyDate')).toBe(iso(file.text(info.ModDate)));
      expect(value('xmp:MetadataDate')).toBe(value('xmp:ModifyDate'));
      expect(value('xmpMM:DocumentID')).toMatch(/^uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect([value('xmpMM:VersionID'), value('xmpMM:RenditionClass')]).toEqual(['1', 'default']);
      const id = file.list(file.trailer.ID) as readonly Uint8Array[];
      expect(id).toHaveLength(2);
      expect(id[0]).toHaveLength(16);
      // Of what is in the file: the same as in the metadata, another for another file.
      expect(value('xmpMM:DocumentID')?.replace(/uuid:|-/g, '')).toBe(Buffer.from(id[0] as Uint8Array).toString('hex'));
    }
  });

  it('has an id of its own contents', () => {
    const ids = Object.values(files).map((file) => Buffer.from(file.list(file.trailer.ID)[0] as unknown as Uint8Array).toString('hex'));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('takes its dates from the issue: the same input gives the same bytes', async () => {
    const again = await writePress(hardInput);
    expect(Buffer.compare(Buffer.from(again.bytes), Buffer.from(hardResult.bytes))).toBe(0);
    expect(files.hard.text(files.hard.dictionary(files.hard.trailer.Info).CreationDate)).toBe('D:20240630000000Z');
  });

  it('has no encryption, JavaScript, actions, annotations, outlines, forms or transfer curves', () => {
    for (const file of Object.values(files)) {
      expect(file.trailer.Encrypt).toBeUndefined();
      for (const name of ['OpenAction', 'AA', 'AcroForm', 'Outlines']) expect(file.root[name]).toBeUndefined();
      expect(Object.keys(file.dictionary(file.root.Names))).toEqual(['Dests']);
      for (const page of file.leaves) {
        for (const name of ['Annots', 'AA', 'UserUnit']) expect(page[name]).toBeUndefined();
        const states = Object.values(file.dictionary(file.dictionary(page.Resources).ExtGState)).map((state) => file.dictionary(state));
        for (const state of states) for (const name of ['TR', 'TR2', 'HT', 'BG', 'UCR', 'SMask']) expect(state[name]).toBeUndefined();
      }
    }
  });

  it('embeds every font with a ToUnicode map', () => {
    let count = 0;
    everyPage((file, page) => {
      const used = file.dictionary(file.dictionary(page.Resources).Font);
      for (const reference of Object.values(used)) {
        count += 1;
        const font = file.dictionary(reference);
        expect(file.stream(font.ToUnicode).length).toBeGreaterThan(0);
        const [descendant] = file.list(font.DescendantFonts);
        const descriptor = file.dictionary(file.dictionary(descendant).FontDescriptor);
        expect(file.stream(descriptor.FontFile2 ?? descriptor.FontFile3).length).toBeGreaterThan(0);
      }
    });
    expect(count).toBeGreaterThan(20);
  });

  it('has pictures in DeviceGray or DeviceCMYK alone, none transparent, none with LZW', () => {
    let count = 0;
    everyPage((file, page) => {
      for (const reference of Object.values(file.dictionary(file.dictionary(page.Resources).XObject))) {
        count += 1;
        const picture = file.dictionary(reference);
        expect(['DeviceGray', 'DeviceCMYK']).toContain(nameOf(picture.ColorSpace));
        expect(['FlateDecode', 'DCTDecode']).toContain(nameOf(picture.Filter));
        expect([picture.SMask, picture.Mask]).toEqual([undefined, undefined]);
      }
    });
    expect(count).toBeGreaterThan(6);
  });

  it('writes colours in DeviceCMYK and Separation All alone: no RGB, grey or other colour operator', () => {
    everyPage((file, page) => {
      for (const { operator, operands } of file.operations(page)) {
        expect(['rg', 'RG', 'g', 'G', 'cs', 'sc', 'scn', 'SC', 'sh', 'ri', 'BI']).not.toContain(operator);
        if (operator === 'CS') expect(operands).toEqual([new Name('CSAll')]);
      }
      const spaces = file.dictionary(file.dictionary(page.Resources).ColorSpace);
      expect(Object.keys(spaces)).toEqual(['CSAll']);
      expect((file.resolve(spaces.CSAll) as Name[]).slice(0, 3)).toEqual([new Name('Separation'), new Name('All'), new Name('DeviceCMYK')]);
    });
  });
});

describe('boxes (b8)', () => {
  it('are on every page and nested: MediaBox ⊇ BleedBox ⊇ TrimBox', () => {
    everyPage((file, page) => {
      const [media, bleed, trim] = [box(file, page, 'MediaBox'), box(file, page, 'BleedBox'), box(file, page, 'TrimBox')];
      for (const [outer, inner] of [
        [media, bleed],
        [bleed, trim],
      ] as const) {
        expect(outer[0] < inner[0] && outer[1] < inner[1] && outer[2] > inner[2] && outer[3] > inner[3]).toBe(true);
      }
      expect(page.ArtBox).toBeUndefined();
    });
  });

  it('TrimBox is A4, and A3 across on imposed sheets', () => {
    const size = (file: PressFile, page: Dictionary) => {
      const [x1, y1, x2, y2] = box(file, page, 'TrimBox');
      return [(x2 - x1) / mm, (y2 - y1) / mm];
    };
    for (const page of files.sample.leaves) expect(size(files.sample, page).map(Math.round)).toEqual([210, 297]);
    for (const page of files.imposed.leaves) expect(size(files.imposed, page).map(Math.round)).toEqual([420, 297]);
  });

  it('BleedBox is 8.504 pt (3 mm) larger on each side', () => {
    everyPage((file, page) => {
      const [bleed, trim] = [box(file, page, 'BleedBox'), box(file, page, 'TrimBox')];
      for (const side of [0, 1, 2, 3]) expect(Math.abs((bleed[side] as number) - (trim[side] as number))).toBeCloseTo(8.504, 2);
    });
  });
});

describe('inks (b1, b8)', () => {
  it('text in black is K100 and overprints (GB/T 9704 6.2: BL100%)', () => {
    let count = 0;
    everyPainted(({ kind, colour, overprint }) => {
      if (kind !== 'text' || colour !== `${SOLID} k`) return;
      count += 1;
      expect(overprint).toBe(true);
    });
    expect(count).toBeGreaterThan(1000);
  });

  it('rules in black are K100 and overprint', () => {
    everyPainted((painted) => {
      if (painted.kind === 'stroke' && painted.colour === `${SOLID} K`) expect(painted.overprint).toBe(true);
    });
  });

  it('only solid black overprints: white, red and tints knock out', () => {
    const others = new Set<string>();
    everyPainted(({ kind, colour, overprint }) => {
      if (kind === 'image') expect(overprint).toBe(false);
      else if (!colour.startsWith(SOLID)) {
        others.add(colour);
        expect([colour, overprint]).toEqual([colour, false]);
      }
    });
    expect([...others]).toEqual(expect.arrayContaining(['0 0 0 0 k', '0 0.8 0.8 0 k', '0 0 0 0.08 k']));
  });

  it('red is 0/80/80/0 (GB/T 9704 6.2: Y80% M80%), and nothing but it has colour', () => {
    everyPainted(({ kind, colour }) => {
      if (kind !== 'image' && !isMark({ colour } as Painted)) expect(colour).toMatch(/^(?:0 0 0 [\d.]+|0 0\.8 0\.8 0) [kK]$/);
    });
  });

  it('no rule is finer than 0.25 pt', () => {
    everyPainted(({ kind, width }) => {
      if (kind === 'stroke') expect(width).toBeGreaterThanOrEqual(0.25);
    });
  });

  it('pictures in colour have at most 300 % of ink, whatever the colour', () => {
    const steps = Array.from({ length: 18 }, (_, i) => i * 15);
    const rgb = Uint8Array.from(steps.flatMap((r) => steps.flatMap((g) => steps.flatMap((b) => [r, g, b]))));
    // Coated 300 %, uncoated 240 to 280 %.
    expect(Object.values(papers).map(({ maximumInk }) => maximumInk)).toEqual([2.8, 3, 2.4]);
    for (const { maximumInk } of Object.values(papers)) {
      const inks = inkConverter(profile, maximumInk).convert(rgb);
      let most = 0;
      for (let at = 0; at < inks.length; at += 4) most = Math.max(most, inks.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0) / 255);
      expect(most).toBeLessThanOrEqual(maximumInk);
      // The profile itself goes to 268 %.
      expect(most).toBeGreaterThan(Math.min(maximumInk, 2.68) - 0.05);
    }
    everyPage((file, page) => {
      for (const reference of Object.values(file.dictionary(file.dictionary(page.Resources).XObject))) {
        const picture = file.dictionary(reference);
        if (nameOf(picture.ColorSpace) !== 'DeviceCMYK' || nameOf(picture.Filter) !== 'FlateDecode') continue;
        const data = file.stream(reference);
        expect(data.length).toBe(Number(picture.Width) * Number(picture.Height) * 4);
        for (let at = 0; at < data.length; at += 4)
          expect(data.subarray(at, at + 4).reduce((sum, ink) => sum + ink, 0)).toBeLessThanOrEqual(3 * 255);
      }
    });
  });
});

describe('pictures', () => {
  const found = () => {
    const [page] = files.hard.leaves as [Dictionary];
    const resources = files.hard.dictionary(files.hard.dictionary(page.Resources).XObject);
    return paintedOn(files.hard, page)
      .filter(({ kind }) => kind === 'image')
      .map(({ name }): Dictionary => ({ ...files.hard.dictionary(resources[name]), data: files.hard.stream(resources[name]) }));
  };

  it('turn sRGB into inks by the profile: white is paper, grey is mostly black, red has no cyan', () => {
    const inks = inkConverter(profile, 2.8).convert(Uint8Array.from([255, 255, 255, 64, 64, 64, 255, 0, 0]));
    expect([...inks.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    expect(inks[7]).toBeGreaterThan(150);
    expect(inks[7]).toBeGreaterThan(Math.max(...inks.subarray(4, 7)));
    expect([inks[8], (inks[9] ?? 0) > 200, (inks[10] ?? 0) > 200]).toEqual([0, true, true]);
  });

  it('without colour become grey, and what is transparent is paper', () => {
    const grey = found()[1];
    expect(nameOf(grey?.ColorSpace)).toBe('DeviceGray');
    expect([...((grey?.data ?? new Uint8Array()) as Uint8Array).subarray(0, 22)]).toEqual([...Array<number>(20).fill(255), 100, 105]);
  });

  it('as JPEG in RGB are decoded, baseline and progressive alike, and become CMYK', () => {
    const [one, two] = [decodeJpeg(baselineJpeg), decodeJpeg(progressiveJpeg)];
    expect([one.width, one.height, one.data.length]).toEqual([24, 16, 24 * 16 * 3]);
    // The first two pixels as another decoder has them, up to how chroma is brought to full size.
    [0xf0, 0xff, 0xff, 0xf8, 0xf9, 0xff].forEach((value, at) => {
      expect(Math.abs((one.data[at] as number) - value)).toBeLessThanOrEqual(12);
    });
    expect(Buffer.compare(Buffer.from(one.data), Buffer.from(two.data))).toBe(0);
    for (const picture of found().slice(2, 4)) expect(nameOf(picture.ColorSpace)).toBe('DeviceCMYK');
  });

  it('as JPEG in grey or CMYK pass through as they are', () => {
    const [grey, cmyk] = found().slice(4, 6);
    expect([nameOf(grey?.ColorSpace), nameOf(grey?.Filter)]).toEqual(['DeviceGray', 'DCTDecode']);
    expect(Buffer.compare(Buffer.from(cmyk?.data as Uint8Array), cmykJpeg)).toBe(0);
    expect(cmyk?.Decode).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
  });

  it('below 300 dpi at their printed size are named with page and dpi', () => {
    const warned = hardResult.messages.filter(({ code }) => code === 'image-resolution');
    expect(warned.every(({ severity, at }) => severity === 'warning' && at?.page === 3)).toBe(true);
    // 40 pixels on 36 pt are 80 dpi.
    expect(warned[0]?.text).toContain('80 dpi');
    expect(warned[0]?.text).toContain('150×150');
    expect(sampleResult.messages.map(({ code }) => code)).toEqual(['image-resolution']);
  });

  it('that are damaged or missing leave a frame and are errors', () => {
    const errors = hardResult.messages.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(errors).toEqual(['image-unreadable', 'image-missing']);
    const [page] = files.hard.leaves as [Dictionary];
    expect(
      paintedOn(files.hard, page).filter(({ kind, width, colour }) => kind === 'stroke' && width === 0.5 && colour === `${SOLID} K`),
    ).toHaveLength(2);
  });
});

describe('ink of pictures that come in CMYK (TAC, b8)', () => {
  const heavy = flatCmykJpeg(240, 240, [255, 230, 204, 128]);
  const light = flatCmykJpeg(240, 240, [204, 153, 153, 102]);
  const withPictures = (bytes: readonly Uint8Array[], paper: Paper) => {
    const page = { ...hardPage, items: bytes.map((_, at) => image(String(at), 60_000 + at * 40_000)) };
    const images = (hash: string) => bytes[Number(hash)] ?? null;
    return writePress({ ...hardInput, laidOut: { ...hardIssue, pages: [page] }, images, options: { ...usualPress, paper } });
  };

  it('beyond what the paper carries is a warning with page and picture, and the picture is printed as it came', async () => {
    const { bytes, messages } = await withPictures([light, heavy], papers.offset);
    const found = messages.filter(({ code }) => code === 'image-ink');
    expect(found).toEqual([
      expect.objectContaining({
        severity: 'warning',
        at: { page: 3 },
        text: expect.stringMatching(/^第3页的第2幅图片.*320%.*280%.*重新分色/),
      }),
    ]);
    const file = readPress(bytes);
    const [page] = file.leaves as [Dictionary];
    const streams = Object.values(file.dictionary(file.dictionary(page.Resources).XObject)).map((one) => file.stream(one));
    expect(streams.map((data) => Buffer.compare(Buffer.from(data), Buffer.from(heavy)) === 0)).toContain(true);
  });

  it('is measured against the paper of the job: 240 % on newsprint, 300 % on coated', async () => {
    const codes = async (paper: Paper) =>
      (await withPictures([flatCmykJpeg(240, 240, [204, 204, 204, 102])], paper)).messages.map(({ code }) => code);
    expect(await codes(papers.coated)).not.toContain('image-ink');
    expect(await codes(papers.offset)).not.toContain('image-ink');
    expect(await codes(papers.newsprint)).toContain('image-ink');
  });

  it('and in grey or CMYK never reaches the plate by half', () => {
    const inks = inkConverter(profile, 2.8);
    for (const whole of [greyJpeg, cmykJpeg]) {
      const cut = Buffer.concat([whole.subarray(0, whole.length - 40), Buffer.from([0xff, 0xd9])]);
      expect(() => pressPicture(cut, inks)).toThrow();
      expect(pressPicture(whole, inks).filter).toBe('DCTDecode');
    }
  });
});

describe('marks and live matter (b8)', () => {
  it('crop, fold and registration marks are 0.25 pt in all plates, outside the bleed, at least 3 mm off the trim', () => {
    everyPage((file, page) => {
      const marks = paintedOn(file, page).filter(isMark);
      expect(marks.length).toBeGreaterThan(8);
      const [left, bottom, right, top] = box(file, page, 'BleedBox');
      const [, , mediaRight, mediaTop] = box(file, page, 'MediaBox');
      for (const { points, width, colour } of marks) {
        expect([width, colour]).toEqual([0.25, 'CSAll 1']);
        const clear = (test: (x: number, y: number) => boolean) => points.every(([x, y]) => test(x, y));
        expect(clear((x) => x < left) || clear((x) => x > right) || clear((_, y) => y < bottom) || clear((_, y) => y > top)).toBe(true);
        expect(clear((x, y) => x >= 0 && y >= 0 && x <= mediaRight && y <= mediaTop)).toBe(true);
      }
    });
  });

  it('crop marks are eight lines of 5 mm that point at the corners of the TrimBox', () => {
    for (const page of files.sample.leaves) {
      const [left, bottom, right, top] = box(files.sample, page, 'TrimBox');
      const lines = paintedOn(files.sample, page).filter((each) => isMark(each) && each.points.length === 2);
      const onEdge = lines.filter(({ points: [a, b] }) => {
        const [x1, y1] = a as [number, number];
        const [x2, y2] = b as [number, number];
        const near = (value: number, edges: number[]) => edges.some((edge) => Math.abs(edge - value) < 0.01);
        return (x1 === x2 && near(x1, [left, right])) || (y1 === y2 && near(y1, [bottom, top]));
      });
      expect(onEdge).toHaveLength(8);
      for (const {
        points: [a = [0, 0], b = [0, 0]],
      } of onEdge)
        expect(Math.hypot(a[0] - b[0], a[1] - b[1])).toBeCloseTo(5 * mm, 1);
    }
  });

  it('what lies beyond the bleed is cut off there, so that it does not run into the marks', () => {
    const [page] = files.hard.leaves as [Dictionary];
    const operations = files.hard.operations(page);
    const clip = operations.findIndex(({ operator }) => operator === 'W');
    const [left, bottom, right, top] = box(files.hard, page, 'BleedBox');
    const [x = 0, , width = 0, height = 0] = (operations[clip - 1]?.operands ?? []) as number[];
    expect([x, width, height]).toEqual([left, right - left, top - bottom].map((value) => expect.closeTo(value, 2)));
  });

  it('text of the sample keeps 3 mm from the trim, and text that does not is named', () => {
    for (const page of files.sample.leaves) {
      const [left, bottom, right, top] = box(files.sample, page, 'TrimBox');
      for (const { kind, points } of paintedOn(files.sample, page)) {
        const [[x, y] = [0, 0]] = points;
        // The slug line stands below the trim, in the waste.
        if (kind !== 'text' || y < bottom) continue;
        expect(x >= left + 3 * mm && x <= right - 3 * mm && y >= bottom + 3 * mm && y <= top - 3 * mm).toBe(true);
      }
    }
    expect(hardResult.messages.filter(({ code }) => code === 'live-matter').map(({ at }) => at)).toEqual([{ page: 3 }]);
  });

  it('without marks the sheet is the bleed', async () => {
    const { bytes } = await writePress({ ...hardInput, options: { ...usualPress, marks: false } });
    const file = readPress(bytes);
    const [page] = file.leaves as [Dictionary];
    expect(box(file, page, 'MediaBox')).toEqual(box(file, page, 'BleedBox'));
    expect(paintedOn(file, page).filter(isMark)).toEqual([]);
  });
});

describe('page count and imposition (b8)', () => {
  it('fills up with blank pages to a multiple of 4 or 16', async () => {
    expect(files.sample.leaves.length % 4).toBe(0);
    expect(files.sample.leaves.length).toBeGreaterThanOrEqual(sample.laidOut.pages.length);
    const { bytes } = await writePress({ ...hardInput, options: { ...usualPress, multiple: 16 } });
    const file = readPress(bytes);
    expect(file.leaves).toHaveLength(16);
    const body = file.leaves.slice(1).flatMap((page) => paintedOn(file, page).filter((each) => !isMark(each) && each.kind !== 'text'));
    expect(body).toEqual([]);
  });

  it('labels the pages with their printed folios', () => {
    const { Nums } = files.hard.dictionary(files.hard.root.PageLabels);
    expect(Nums).toEqual([0, { S: new Name('D'), St: 3 }]);
  });

  it('puts two pages on each side of a sheet: (n, 1) | (2, n−1) …', () => {
    const count = files.sample.leaves.length;
    expect(files.imposed.leaves).toHaveLength(count / 2);
    const sides = saddleStitch(count).flatMap(({ front, back }) => [front, back]);
    const texts = (file: PressFile, page: Dictionary, from: number, to: number, bottom: number) =>
      paintedOn(file, page).filter(({ kind, points: [[x, y] = [0, 0]] }) => kind === 'text' && y > bottom && x >= from && x < to).length;
    sides.forEach(({ left, right }, index) => {
      const sheet = files.imposed.leaves[index] as Dictionary;
      const [x1, bottom, x2] = box(files.imposed, sheet, 'TrimBox');
      const spine = (x1 + x2) / 2;
      const single = (number: number) => texts(files.sample, files.sample.leaves[number - 1] as Dictionary, 0, 9999, bottom);
      expect([texts(files.imposed, sheet, 0, spine, bottom), texts(files.imposed, sheet, spine, 9999, bottom)]).toEqual([
        single(left),
        single(right),
      ]);
    });
  });

  it('creep: pages of a nested sheet move towards the spine and never over it', () => {
    const outer = placeSpread(A4.width, A4.height, 8504, true, 0);
    const inner = placeSpread(A4.width, A4.height, 8504, true, 1417);
    expect(inner.left.x - outer.left.x).toBe(1417);
    expect(outer.right.x - inner.right.x).toBe(1417);
    const spine = outer.sheet.trim.x + A4.width;
    expect([inner.left.clip.x + inner.left.clip.width, inner.right.clip.x]).toEqual([spine, spine]);
    // As it stands in the file: the last sheet holds the middle of the issue.
    const shifts = files.imposed.leaves.map((page) =>
      files.imposed
        .operations(page)
        .filter(({ operator }) => operator === 'cm')
        .slice(1, 2)
        .map(({ operands }) => operands[4] as number),
    );
    const [first = [0], last = [0]] = [shifts[0], shifts.at(-1)];
    expect((last[0] as number) - (first[0] as number)).toBeCloseTo((files.imposed.leaves.length / 2 - 1) * 0.1 * mm, 1);
  });

  it('says that a thick block is not for stitching', async () => {
    const thick = async (count: number) => {
      const pages = Array.from({ length: count }, (_, at) => ({ ...hardPage, number: at + 1, items: [] }));
      return (await imposeSaddleStitch({ ...hardInput, laidOut: { ...hardIssue, pages } })).messages;
    };
    expect(await thick(64)).toEqual([]);
    expect(await thick(65)).toEqual([expect.objectContaining({ code: 'binding-thick', text: expect.stringMatching(/68 面.*胶装/) })]);
  });

  it('names the side of the cover that a picture of it stands on', async () => {
    const back: Page = { ...hardPage, number: 0, kind: 'cover', items: [image('colour', 100_000)] };
    const { messages } = await writePress({ ...hardInput, laidOut: { ...hardIssue, covers: { front: null, back } } }, 'cover');
    expect(messages).toEqual([expect.objectContaining({ code: 'image-resolution', text: expect.stringMatching(/^封四的图片/) })]);
    expect(messages[0]).not.toHaveProperty('at');
  });

  it('prints the cover as a job of its own: four sides, the inner ones empty', async () => {
    const front: Page = { ...hardPage, number: 0, kind: 'cover' };
    const laidOut = { ...hardIssue, covers: { front, back: null } };
    expect(coverPages(hardIssue)).toEqual([]);
    const file = readPress((await writePress({ ...hardInput, laidOut }, 'cover')).bytes);
    expect(file.leaves).toHaveLength(4);
    expect(file.leaves.map((page) => paintedOn(file, page).some(({ kind }) => kind === 'fill'))).toEqual([true, false, false, false]);
  });
});
