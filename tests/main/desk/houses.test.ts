/** Styles of the office and of one issue, from the file to the page. */
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { writeStyleOverrides } from '../../../main/database/styles.ts';
import { createDesk } from '../../../main/desk.ts';
import { loadFonts } from '../../../main/fonts.ts';
import type { Api, IssueId } from '../../../shared/api.ts';
import { findHouse } from '../../../shared/style/index.ts';
import { styleToJson } from '../../../shared/style/parse.ts';
import { sampleHead, sampleText } from '../samples.ts';

const fonts = loadFonts(join(import.meta.dirname, '../../../dist/fonts'));
let database: Database;
let desk: Api;
let clock = 0;
beforeEach(() => {
  database = openDatabase(':memory:');
  const now = () => {
    clock += 1;
    return new Date(clock * 1000).toISOString();
  };
  desk = createDesk({ database, fonts: () => ({ ...fonts, messages: [] }), now, sampleFolder: 'none', pressProfiles: 'none' });
});

const file = (style: object, name = '示例.json') => ({ name, bytes: new TextEncoder().encode(JSON.stringify(style, null, 1)) });
const shili = { id: 'shili', name: '示例市', base: 'jiujiang', title: { size: 20 } };

async function issueOf(more: object = {}) {
  const { grid: _, ...head } = sampleHead;
  const entries = [{ file: '01.txt', section: '市政府文件' }];
  const manifest = file({ ...head, ...more, entries }, 'manifest.json');
  const report = await desk.importManifest(manifest, [{ name: '01.txt', bytes: sampleText('示例市人民政府关于加强绿化工作的通知', 1) }]);
  return { id: report.issueId as IssueId, messages: report.messages };
}

/** Sizes of text on the first page of the body, in points. */
async function sizes(id: IssueId): Promise<Set<number>> {
  const pages = await desk.readPages(id, 0, 99);
  const body = pages.filter(({ kind }) => kind === 'body').flatMap(({ items }) => items);
  return new Set(body.flatMap((item) => (item.kind === 'text' ? [item.size / 1000] : [])));
}

test('a grid of an issue that its paper has no room for is refused with its line, and by the window with a word', async () => {
  const wide = { columns: 4, charactersPerLine: 100, linesPerColumn: 40 };
  const { id: none, messages } = await issueOf({ grid: wide });
  expect(none).toBeNull();
  expect(messages.map(({ code, at }) => [code, typeof at?.line])).toEqual([['grid-room', 'number']]);
  expect(messages[0]?.text).toMatch(/版心宽.*超过纸宽/);
  const { id } = await issueOf();
  const { head } = await desk.readIssue(id);
  await expect(desk.updateIssueHead(id, { ...head, grid: wide })).rejects.toMatchObject({ code: 'grid-room' });
  // Lines so near to each other that they would print one over the other.
  const dense = { columns: 2, charactersPerLine: 22, linesPerColumn: 100 };
  await expect(desk.createIssue({ ...head, grid: dense })).rejects.toMatchObject({ code: 'grid-room' });
  await desk.updateIssueHead(id, { ...head, grid: { columns: 2, charactersPerLine: 20, linesPerColumn: 30 } });
});

test('a style of the office is listed, laid out with and goes out as it came in', async () => {
  const report = await desk.importHouse(file(shili));
  expect(report).toEqual({ house: { id: 'shili', name: '示例市', origin: 'office' }, messages: [] });
  expect((await desk.listHouses()).map(({ id, origin }) => `${id} ${origin}`)).toEqual([
    'jiujiang program',
    'ganzhou program',
    'xinyu program',
    'national program',
    'shili office',
  ]);
  const { id } = await issueOf({ house: 'shili' });
  expect((await sizes(id)).has(20)).toBe(true);
  const out = await desk.exportHouse('shili');
  const exported = JSON.parse(new TextDecoder().decode(out.bytes));
  expect([out.name, exported.base, exported.title.size, exported.body.size]).toEqual(['shili.json', 'jiujiang', 20, 10.5]);
  expect((await desk.importHouse(out)).messages.map(({ code }) => code)).toEqual(['house-replaced']);
  expect((await desk.exportHouse('shili')).bytes).toEqual(out.bytes);
});

test('a style that ships goes out and comes back as it was', async () => {
  const out = await desk.exportHouse('national');
  expect(new TextDecoder().decode(out.bytes)).toBe(styleToJson(findHouse('national') as never));
});

test('what the office changes of a shipped style counts at once, until it is taken back', async () => {
  const { id } = await issueOf();
  expect([...(await sizes(id))]).not.toContain(20);
  const report = await desk.importHouse(file({ ...shili, id: 'jiujiang', name: '九江改' }));
  expect(report).toMatchObject({ house: { origin: 'changed', name: '九江改' }, messages: [{ code: 'house-changed', severity: 'note' }] });
  expect([...(await sizes(id))]).toContain(20);
  await desk.removeHouse('jiujiang');
  expect([...(await sizes(id))]).not.toContain(20);
  await expect(desk.removeHouse('jiujiang')).rejects.toMatchObject({ code: 'house-shipped' });
});

test('a style on top of one of the office stands when that goes', async () => {
  await desk.importHouse(file(shili));
  await desk.importHouse(file({ id: 'zhuankan', name: '专刊', base: 'shili', body: { size: 11 } }));
  await desk.removeHouse('shili');
  const exported = JSON.parse(new TextDecoder().decode((await desk.exportHouse('zhuankan')).bytes));
  expect([exported.base, exported.title.size, exported.body.size]).toEqual(['jiujiang', 20, 11]);
});

test('a style in use stays', async () => {
  await desk.importHouse(file(shili));
  const { id } = await issueOf({ house: 'shili' });
  await expect(desk.removeHouse('shili')).rejects.toMatchObject({ code: 'house-used', message: expect.stringContaining('2024年第3期') });
  await desk.removeIssue(id);
  await desk.removeHouse('shili');
  await expect(desk.removeHouse('shili')).rejects.toMatchObject({ code: 'house-unknown' });
  await expect(desk.exportHouse('shili')).rejects.toMatchObject({ code: 'house-unknown' });
});

test('a bad file is refused with all it has, and nothing is stored', async () => {
  const report = await desk.importHouse(file({ ...shili, title: { size: 180, colour: 'red' } }));
  expect(report.house).toBeNull();
  expect(report.messages.map(({ code, at }) => [code, at?.file, at?.line])).toEqual([
    ['style-range', '示例.json', 6],
    ['style-unknown', '示例.json', 7],
  ]);
  const codes = async (bytes: Uint8Array) => (await desk.importHouse({ name: 'a.json', bytes })).messages.map(({ code }) => code);
  expect(await codes(new Uint8Array([0xff, 0xfe, 0x7b, 0]))).toEqual(['style-encoding']);
  expect(await codes(new Uint8Array(2 * 1024 * 1024))).toEqual(['style-large']);
  expect(await desk.listHouses()).toHaveLength(4);
});

test('an issue changes its own style in the manifest; a wrong field is said with its line in the manifest', async () => {
  const { id } = await issueOf({ style: { title: { size: '二号' } } });
  expect((await desk.readIssue(id)).head.style).toEqual({ title: { size: 21 } });
  expect([...(await sizes(id))]).toContain(21);
  const { id: none, messages } = await issueOf({ style: { title: { siz: 1 }, typeAreaHeight: 247 } });
  expect(none).toBeNull();
  expect(messages.map(({ code, text }) => [code, text.slice(0, 60)])).toEqual([
    ['style-unknown', expect.stringMatching(/manifest\.json 第 \d+ 行：没有“style\.title\.siz”/)],
    ['style-range', expect.stringMatching(/manifest\.json 第 \d+ 行：“style\.typeAreaHeight”/)],
  ]);
});

test('the head of an issue takes changes of the style, checked in the same way, and gives them up again', async () => {
  const id = await desk.createIssue({ ...sampleHead, style: { body: { size: '五号' } } });
  expect((await desk.readIssue(id)).head.style).toEqual({ body: { size: 10.5 } });
  await expect(desk.updateIssueHead(id, { ...sampleHead, style: { body: { font: 'SimSun' } } })).rejects.toMatchObject({
    code: 'style-type',
  });
  await expect(desk.createIssue({ ...sampleHead, style: { typeAreaHeight: 800 } })).rejects.toMatchObject({ code: 'style-room' });
  await desk.updateIssueHead(id, sampleHead);
  expect((await desk.readIssue(id)).head).toEqual(sampleHead);
});

test('stored styles whose base is gone, or fields of another version, do no harm', async () => {
  writeStyleOverrides(database, 'lost', { base: 'nowhere', name: '丢失' }, '2024-05-06T00:00:00.000Z');
  writeStyleOverrides(database, 'ganzhou', { gone: 1, title: 'x', body: { size: '大' } }, '2024-05-06T00:00:00.000Z');
  expect((await desk.listHouses()).map(({ id }) => id)).toEqual(['jiujiang', 'ganzhou', 'xinyu', 'national']);
  const { id: _, ...rest } = JSON.parse(new TextDecoder().decode((await desk.exportHouse('ganzhou')).bytes));
  expect(rest).toMatchObject({ title: findHouse('ganzhou')?.title, body: findHouse('ganzhou')?.body });
  const id = await desk.createIssue(sampleHead);
  database.exec(`UPDATE issues SET house = 'lost' WHERE id = ${id}`);
  await expect(desk.layoutIssue(id)).rejects.toMatchObject({ code: 'house-unknown' });
});
