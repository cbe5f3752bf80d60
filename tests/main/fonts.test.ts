/** The office's own fonts: found by their names, refused by their licence, never trusted to be whole. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { expect, test, vi } from 'vitest';
import { fontWriter } from '../../main/export/pdf-fonts.ts';
import { cutFace, readFaces, readMetrics } from '../../main/font-file.ts';
import { systemFontFolders } from '../../main/font-folders.ts';
import { loadFonts } from '../../main/fonts.ts';
import { createMeasure } from '../../shared/layout/measure.ts';
import type { FontRole } from '../../shared/layout/metrics.ts';
import { temporaryFolder } from './temporary.ts';
import { tinyCollection, tinyFont, tinyTables } from './tiny-font.ts';

const open = join(import.meta.dirname, '../../dist/fonts');

function machine(files: Readonly<Record<string, Uint8Array>>) {
  const folder = join(temporaryFolder(), '字体');
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const cacheFolder = join(folder, '..', 'cache');
  const load = (places = folder) => {
    const fonts = loadFonts(open, { places, cacheFolder, folders: [folder] });
    const codes = (fonts.messages ?? []).map(({ code }) => code);
    const first = (role: FontRole) => fonts.book.roles[role][0] ?? '';
    return { ...fonts, codes, first, says: (code: string) => fonts.messages?.find((said) => said.code === code)?.text ?? '' };
  };
  return { folder, cacheFolder, load };
}

const fang = tinyFont({ families: ['FangSong_GB2312', '仿宋_GB2312'], postscriptName: 'FangSong_GB2312' });

test('the open fonts alone unless asked', () => {
  const fonts = loadFonts(open);
  expect([fonts.book.roles.fang[0], fonts.messages, fonts.face?.('song')]).toEqual(['song', [], null]);
  expect(fonts.file('kai')).toBe(join(open, 'kai.ttf'));
  expect(() => fonts.file('nothing')).toThrow('unknown font');
});

test('a font is found by its Chinese or its English name, in folders below as well, and stands before the open chain', () => {
  const { folder, load } = machine({
    '01.ttf': fang,
    '方正/FZXBSJW.TTF': tinyFont({ families: ['FZXiaoBiaoSong-B05S', '方正小标宋简体'], postscriptName: 'FZXiaoBiaoSong-B05S' }),
    'other.ttf': tinyFont({ families: ['Another'] }),
    'kai.otf': tinyFont({ families: ['x'], postscriptName: 'KaiTi_GB2312' }),
    'readme.txt': new Uint8Array([1]),
  });
  const fonts = load();
  expect(fonts.book.roles.fang).toEqual([expect.stringMatching(/^fang-[0-9a-f]{12}$/), 'song', 'kai', 'hei', 'symbols']);
  expect(fonts.file(fonts.first('fang'))).toBe(join(folder, '01.ttf'));
  expect(fonts.file(fonts.first('title'))).toBe(join(folder, '方正/FZXBSJW.TTF'));
  expect(fonts.file(fonts.first('kai'))).toBe(join(folder, 'kai.otf'));
  expect([fonts.first('song'), fonts.first('hei')]).toEqual(['song', 'hei']);
  expect(fonts.codes).toEqual(['fonts-used']);
  expect(fonts.says('fonts-used')).toContain('标题“方正小标宋简体”、仿宋“仿宋_GB2312”、楷体“KaiTi_GB2312”');
  expect(fonts.says('fonts-used')).toContain('没有可用的单位字体：宋体、黑体');
  // What the office's font lacks is taken from the open one.
  const measure = createMeasure(fonts.book);
  const name = (character: string) => measure.fonts[measure.fontFor('fang', character.codePointAt(0) as number)]?.id;
  expect([name('国'), name('鑫')]).toEqual([fonts.first('fang'), 'song']);
});

test('the likeliest name goes first, and a bold face is not the family', () => {
  const { folder, load } = machine({
    'a.ttf': tinyFont({ families: ['FangSong'] }),
    'b.ttf': fang,
    'c.ttf': tinyFont({ families: ['SimHei'], style: 'Bold' }),
  });
  const fonts = load();
  expect(fonts.file(fonts.first('fang'))).toBe(join(folder, 'b.ttf'));
  // Its full name is the wanted one, whatever its style says.
  expect(fonts.file(fonts.first('hei'))).toBe(join(folder, 'c.ttf'));
  const { load: other } = machine({ 'c.ttf': tinyFont({ families: ['Other', 'SimHei'], style: 'Bold' }) });
  expect(other().first('hei')).toBe('hei');
});

test.each([
  [0x0002, '禁止嵌入'],
  [0x0104, '子集'],
  [0x0200, '点阵'],
])('a licence of %i is not used, and said', (licence, words) => {
  const { load } = machine({ 'fang.ttf': tinyFont({ families: ['仿宋_GB2312'], licence }), 'kai.ttf': tinyFont({ families: ['楷体'] }) });
  const fonts = load();
  expect([fonts.first('fang'), fonts.codes]).toEqual(['song', ['font-not-embeddable', 'fonts-used']]);
  expect(fonts.says('font-not-embeddable')).toContain(words);
  expect(fonts.says('font-not-embeddable')).toContain('fang.ttf');
  expect(fonts.first('kai')).toMatch(/^kai-/);
});

test.each([0, 0x0004, 0x0008, 0x000c, 0x0006])('a licence of %i is used', (licence) => {
  const { load } = machine({ 'fang.ttf': tinyFont({ families: ['仿宋_GB2312'], licence }) });
  expect(load().codes).toEqual(['fonts-used']);
});

test('a refused font gives way to the next of its role', () => {
  const { folder, load } = machine({
    'a.ttf': tinyFont({ families: ['仿宋_GB2312'], licence: 2 }),
    'b.ttf': tinyFont({ families: ['STFangsong'] }),
  });
  const fonts = load();
  expect(fonts.file(fonts.first('fang'))).toBe(join(folder, 'b.ttf'));
});

const tables = tinyTables({ families: ['仿宋_GB2312'] });
const circle = Buffer.from(tables.glyf as Uint8Array);
// The first glyph is made of itself.
circle.writeInt16BE(-1, 0);
circle.writeUInt16BE(0, 10);
circle.writeUInt16BE(0, 12);
const endless = Buffer.concat([
  Buffer.from([0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 28, 0, 0, 0, 0, 0, 0, 0, 1]),
  Buffer.alloc(12),
]);
// One group of characters from 32 to 2³²−1.
endless.writeUInt32BE(32, 28);
endless.writeUInt32BE(0xffffffff, 32);
const damage: readonly (readonly [string, Uint8Array])[] = [
  ['an empty file', new Uint8Array()],
  ['text', Buffer.from('<!doctype html>')],
  ['a file cut short', fang.subarray(0, fang.length - 400)],
  ['a head alone', fang.subarray(0, 14)],
  ['outlines in a circle', tinyFont({ families: ['仿宋_GB2312'], tables: { glyf: circle } })],
  ['outlines out of order', tinyFont({ families: ['仿宋_GB2312'], tables: { loca: Buffer.from(tables.loca as Uint8Array).reverse() } })],
  ['endless characters', tinyFont({ families: ['仿宋_GB2312'], tables: { cmap: endless } })],
  ['no characters', tinyFont({ families: ['仿宋_GB2312'], tables: { cmap: new Uint8Array([0, 0, 0, 0]) } })],
  ['no widths', tinyFont({ families: ['仿宋_GB2312'], tables: { hmtx: new Uint8Array(2) } })],
  ['a collection of thousands', Buffer.from('ttcf\0\x01\0\0\xff\xff\xff\xff', 'latin1')],
];

test.each(damage)('%s is said, and the open font used', (_, bytes) => {
  const { load } = machine({ 'simfang.ttf': bytes });
  const fonts = load();
  expect([fonts.first('fang'), fonts.codes]).toEqual(['song', ['font-damaged', 'fonts-used']]);
  expect(fonts.says('font-damaged')).toContain('simfang.ttf');
  // The same is said when it is read from the catalogue.
  expect(load().codes).toEqual(['font-damaged', 'fonts-used']);
});

test('any byte may be wrong without an end in anything but a message', () => {
  const bytes = Buffer.from(fang);
  let seed = 7;
  const { folder, load } = machine({ 'fang.ttf': bytes });
  for (let i = 0; i < 60; i += 1) {
    const broken = Buffer.from(bytes);
    for (let j = 0; j < 4; j += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      broken[seed % broken.length] = seed >>> 24;
    }
    writeFileSync(join(folder, `fang.ttf`), broken);
    utimesSync(join(folder, 'fang.ttf'), 1000 + i, 1000 + i);
    expect(load().codes.at(-1)).toBe('fonts-used');
  }
});

test('in the folders of the system only what looks like a wanted font is said to be damaged', () => {
  const { load } = machine({ 'whatever.ttf': new Uint8Array([1, 2, 3]), 'simkai.ttf': new Uint8Array([1, 2, 3]) });
  expect(load('system').codes).toEqual(['font-damaged', 'fonts-used']);
  expect(load().codes).toEqual(['font-damaged', 'font-damaged', 'fonts-used']);
});

test('a folder that is not there is said; several places are looked through in their order; links in a circle end', () => {
  const { folder, load } = machine({ 'a/fang.ttf': fang });
  expect(load(join(folder, 'nowhere')).codes).toEqual(['font-folder-missing', 'fonts-used']);
  symlinkSync(folder, join(folder, 'a/around'));
  const { first, codes } = load(['system', join(folder, 'a')].join(delimiter));
  expect([first('fang').slice(0, 5), codes]).toEqual(['fang-', ['fonts-used']]);
});

test('a start where nothing changed reads no font; a changed file is read again', () => {
  const { folder, cacheFolder, load } = machine({ 'fang.ttf': fang });
  const before = load();
  expect(readdirSync(cacheFolder).sort()).toEqual(['catalogue.json', `${before.first('fang')}.json`]);
  // Same size and time: the catalogue and the metrics are believed, whatever the file holds.
  utimesSync(join(folder, 'fang.ttf'), 1000, 1000);
  const dated = load();
  writeFileSync(join(folder, 'fang.ttf'), Buffer.alloc(fang.length));
  utimesSync(join(folder, 'fang.ttf'), 1000, 1000);
  expect(load().first('fang')).toBe(dated.first('fang'));
  utimesSync(join(folder, 'fang.ttf'), 2000, 2000);
  expect(load().codes).toEqual(['font-damaged', 'fonts-used']);
  rmSync(join(folder, 'fang.ttf'));
  expect(load().codes).toEqual(['fonts-used']);
});

test('a cache that cannot be used costs nothing but time', () => {
  const { cacheFolder, load } = machine({ 'fang.ttf': fang });
  mkdirSync(cacheFolder);
  writeFileSync(join(cacheFolder, 'catalogue.json'), '{"version": 1, "files": ');
  expect(load().first('fang')).toMatch(/^fang-/);
  rmSync(cacheFolder, { recursive: true });
  writeFileSync(cacheFolder, '');
  expect(load().first('fang')).toMatch(/^fang-/);
});

test('marks that are narrower than the text wants are left to the open font', () => {
  const { load } = machine({ 'fang.ttf': tinyFont({ families: ['仿宋'], characters: '公“”，', widths: { '“': 400, '”': 1000 } }) });
  const fonts = load();
  const measure = createMeasure(fonts.book);
  const own = (character: string) => measure.fonts[measure.fontFor('fang', character.codePointAt(0) as number)]?.id === fonts.first('fang');
  expect([own('公'), own('“'), own('”')]).toEqual([true, false, true]);
});

test('a collection: the right face is found, embedded, and cut out for the browser', async () => {
  const bytes = tinyCollection(
    { families: ['NSimSun', '新宋体'], postscriptName: 'NSimSun', characters: '公' },
    { families: ['SimSun', '宋体'], postscriptName: 'SimSun' },
  );
  const { folder, load } = machine({ 'simsun.ttc': bytes });
  const fonts = load();
  const id = fonts.first('song');
  expect([fonts.file(id), fonts.face?.(id)]).toEqual([join(folder, 'simsun.ttc'), { index: 1, name: 'SimSun' }]);
  const cut = cutFace(readFileSync(fonts.file(id)), 1);
  const [face] = readFaces((offset, length) => cut.subarray(offset, offset + length), cut.length);
  expect(face).toMatchObject({ families: ['SimSun', '宋体'], isRegular: true });
  const never = vi.fn(() => false);
  expect(readMetrics(cut, 0, id, never)).toEqual(fonts.book.fonts[id]);
  const document = new PDFDocument({ autoFirstPage: false, font: null as unknown as string });
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise((resolve) => document.on('end', resolve));
  document.addPage();
  const writer = fontWriter(document, fonts.file(id), fonts.face?.(id)?.name);
  expect(writer.run('公报', [0, 10000], 10000)).toBe('[<00010002>] TJ');
  document.end();
  await ended;
  expect(Buffer.concat(chunks).toString('latin1')).toContain('+SimSun');
});

test('each platform keeps its fonts where it does', () => {
  expect(systemFontFolders('linux', {}, '/home/a')).toEqual([
    '/home/a/.local/share/fonts',
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/home/a/.fonts',
  ]);
  expect(systemFontFolders('linux', { XDG_DATA_DIRS: '/opt/share:relative', XDG_DATA_HOME: '/data' }, '/home/a')).toEqual([
    '/data/fonts',
    '/opt/share/fonts',
    '/home/a/.fonts',
  ]);
  expect(systemFontFolders('darwin', {}, '/Users/a')).toContain('/System/Library/Fonts');
  expect(systemFontFolders('win32', { WINDIR: 'D:/Windows', LOCALAPPDATA: 'L' }, 'C')).toEqual([
    join('L', 'Microsoft', 'Windows', 'Fonts'),
    join('D:/Windows', 'Fonts'),
  ]);
});
