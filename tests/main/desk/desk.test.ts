/** The desk on a real database, with readers, recognition and layout as they are; only the fonts are made up. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { exportName } from '../../../main/desk/exports.ts';
import { createDesk } from '../../../main/desk.ts';
import type { Fonts } from '../../../main/fonts.ts';
import type { Api, DocumentId, IssueId } from '../../../shared/api.ts';
import type { FontMetrics } from '../../../shared/layout/metrics.ts';
import { sampleHead, sampleText } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

const song: FontMetrics = { id: 'song', family: 'Song', ascent: 880, descent: 120, coverage: [0, 0x10ffff], widths: {} };
const roles = { song: ['song'], hei: ['song'], kai: ['song'], fang: ['song'], title: ['song'] };
const fonts = (): Fonts => ({ book: { fonts: { song }, roles }, file: () => '' });

let database: Database;
let desk: Api;
let sampleFolder: string;
let clock = 0;
beforeEach(() => {
  database = openDatabase(':memory:');
  sampleFolder = join(temporaryFolder(), 'sample');
  clock = 0;
  desk = createDesk({
    database,
    fonts,
    now: () => {
      clock += 1;
      return `2024-05-06T00:00:${String(clock).padStart(2, '0')}.000Z`;
    },
    sampleFolder,
  });
});

const text = (name: string, title: string, number: number) => ({ name, bytes: sampleText(title, number) });
const first = text('稿件/01.txt', '示例市人民政府关于加强绿化工作的通知', 1);
const second = text('稿件/02.txt', '示例市人民政府关于做好防汛工作的通知', 2);
const broken = { name: '稿件/坏.docx', bytes: new Uint8Array([80, 75, 3, 4, 0, 0]) };
const rows = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

function manifest(...files: readonly string[]) {
  const { grid, ...head } = sampleHead;
  const entries = files.map((file) => ({ file, section: '市政府文件', start: 'newPage' }));
  return { name: 'manifest.json', bytes: new TextEncoder().encode(JSON.stringify({ ...head, grid, entries }, null, 1)) };
}

test('a file is stored whole; a bad one is reported and nothing of it stored', async () => {
  const said: string[] = [];
  const reports = await desk.importFiles([first, broken, { name: '空.txt', bytes: new Uint8Array() }], true, (done, total) =>
    said.push(`${done}/${total}`),
  );
  expect(reports.map(({ ok }) => ok)).toEqual([true, false, false]);
  expect(reports[1]).toMatchObject({ file: '稿件/坏.docx', error: { at: { file: '稿件/坏.docx' } } });
  expect([rows('submissions'), rows('documents'), rows('revisions')]).toEqual([1, 1, 1]);
  expect(said).toEqual(['0/3', '1/3', '2/3', '3/3']);
  const id = reports[0]?.ok ? reports[0].documentId : null;
  const stored = await desk.readDocument(id as DocumentId);
  expect(stored).toMatchObject({ revision: 1, file: '稿件/01.txt', document: { docNumber: '示府发〔2024〕1号' } });
});

test('without storing nothing is kept', async () => {
  const [report] = await desk.importFiles([first], false);
  expect(report).toMatchObject({ ok: true, documentId: null, duplicateOf: null });
  expect(rows('submissions')).toBe(0);
});

test('the same bytes again lead to the document that is there', async () => {
  const [once] = await desk.importFiles([first], true);
  const [again] = await desk.importFiles([{ ...first, name: '另一个名字.txt' }], true);
  expect(again).toMatchObject({ ok: true, duplicateOf: '稿件/01.txt', documentId: once?.ok ? once.documentId : 0 });
  expect(rows('submissions')).toBe(1);
});

test('the same bytes from two windows at once are stored once', async () => {
  const reports = await Promise.all([desk.importFiles([first], true), desk.importFiles([first], true)]);
  const ids = reports.map(([report]) => (report?.ok ? report.documentId : null));
  expect(ids[0]).not.toBeNull();
  expect(ids[1]).toBe(ids[0]);
  expect([rows('submissions'), rows('documents')]).toEqual([1, 1]);
});

test('the loop of events turns between two files', async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  await desk.importFiles(
    Array.from({ length: 20 }, (_, i) => text(`${i}.txt`, `示例市关于第${i}件事的通知`, i)),
    true,
  );
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
});

test('a manifest becomes an issue, laid out and given as JSON', async () => {
  const report = await desk.importManifest(manifest('稿件/01.txt', '稿件/02.txt'), [second, first]);
  expect(report.messages).toEqual([]);
  const id = report.issueId as IssueId;
  expect((await desk.readIssue(id)).entries.map(({ file, position }) => [file, position])).toEqual([
    ['稿件/01.txt', 0],
    ['稿件/02.txt', 1],
  ]);
  const file = await desk.exportIssue(id, 'layout');
  const layout = JSON.parse(new TextDecoder().decode(file.bytes));
  expect(file.name).toBe('示例市人民政府公报2024年第3期.json');
  expect(layout.toc.map((line: { section: string; docNumber: string }) => [line.section, line.docNumber])).toEqual([
    ['市政府文件', '示府发〔2024〕1号'],
    ['市政府文件', '示府发〔2024〕2号'],
  ]);
  const pages = await desk.readPages(id, 0, 99);
  // Two covers stand around the pages that are counted.
  expect([layout.sheets, layout.pages]).toEqual([pages.length, pages.at(-2)?.number]);
  for (const document of layout.documents) expect(pages[document.pdfPage - 1]?.number).toBe(document.firstPage);
});

test('a bad manifest is refused as a whole', async () => {
  const report = await desk.importManifest(manifest('稿件/01.txt', '稿件/03.txt'), [first]);
  expect(report).toMatchObject({
    issueId: null,
    issue: null,
    files: [],
    messages: [{ code: 'file-missing', at: { file: 'manifest.json' } }],
  });
  expect([rows('submissions'), rows('issues')]).toEqual([0, 0]);
});

test('a bad file in a good manifest is said, and the issue made of the others', async () => {
  const report = await desk.importManifest(manifest('稿件/坏.docx', '稿件/01.txt'), [first, broken]);
  expect(report.files.map(({ ok }) => ok)).toEqual([false, true]);
  expect(report.issue?.entries).toHaveLength(1);
});

test('entries are moved, changed and removed; what is not there is refused', async () => {
  const { issueId } = await desk.importManifest(manifest('稿件/01.txt', '稿件/02.txt'), [first, second]);
  const id = issueId as IssueId;
  const at = async (position: number) => {
    const entry = (await desk.readIssue(id)).entries[position];
    return { position, documentId: entry?.documentId as DocumentId };
  };
  const stale = await at(0);
  await desk.moveEntry(id, stale, 1);
  // Another window still shows the old order: its click must not hit another document.
  await expect(desk.removeEntry(id, stale)).rejects.toMatchObject({ code: 'issue-stale' });
  await desk.updateEntry(id, await at(0), { section: '部门文件', start: 'rightPage', contentsTitle: '防汛' });
  const { entries } = await desk.readIssue(id);
  expect(entries.map(({ file, section, contentsTitle }) => [file, section, contentsTitle])).toEqual([
    ['稿件/02.txt', '部门文件', '防汛'],
    ['稿件/01.txt', '市政府文件', null],
  ]);
  await desk.removeEntry(id, await at(0));
  expect((await desk.readIssue(id)).entries).toHaveLength(1);
  await expect(desk.removeEntry(id, { ...(await at(0)), position: 7 })).rejects.toMatchObject({ code: 'issue-stale' });
  await expect(desk.updateEntry(id, await at(0), { section: ' ' })).rejects.toMatchObject({ code: 'section-empty' });
  await expect(desk.readIssue(99 as IssueId)).rejects.toMatchObject({ code: 'issue-missing' });
});

test('an entry that changes its section goes to the end of it, so that a section stays in one piece', async () => {
  const id = await desk.createIssue(sampleHead);
  await desk.importIntoIssue(id, '市政府文件', [first]);
  await desk.importIntoIssue(id, '政务动态', [second]);
  await desk.importIntoIssue(id, '市政府文件', [text('稿件/03.txt', '示例市人民政府关于第三件事的通知', 3)]);
  const sections = async () => (await desk.readIssue(id)).entries.map((entry) => entry.section);
  expect(await sections()).toEqual(['市政府文件', '市政府文件', '政务动态']);
  const { entries } = await desk.readIssue(id);
  await desk.updateEntry(id, { position: 0, documentId: entries[0]?.documentId as DocumentId }, { section: '政务动态' });
  expect(await sections()).toEqual(['市政府文件', '政务动态', '政务动态']);
});

test('files go to the end of an issue, each once', async () => {
  const id = await desk.createIssue(sampleHead);
  await desk.importIntoIssue(id, '市政府文件', [first, broken]);
  const [again] = await desk.importIntoIssue(id, '部门文件', [first]);
  expect(again?.ok && again.messages.at(-1)?.code).toBe('entry-twice');
  expect((await desk.listIssues())[0]).toMatchObject({ entryCount: 1, house: 'jiujiang' });
});

test('a layout is kept until something changes', async () => {
  const { issueId } = await desk.importManifest(manifest('稿件/01.txt'), [first]);
  const id = issueId as IssueId;
  const [before] = await desk.readPages(id, 0, 1);
  expect((await desk.readPages(id, 0, 1))[0]).toBe(before);
  await desk.updateIssueHead(id, { ...sampleHead, house: 'ganzhou', grid: null });
  expect((await desk.readPages(id, 0, 1))[0]).not.toBe(before);
  await desk.removeIssue(id);
  await expect(desk.readPages(id, 0, 1)).rejects.toMatchObject({ code: 'issue-missing' });
});

test('an unknown house is refused', async () => {
  await expect(desk.createIssue({ ...sampleHead, house: 'nowhere' })).rejects.toMatchObject({ code: 'house-unknown' });
  const id = await desk.createIssue(sampleHead);
  await expect(desk.updateIssueHead(id, { ...sampleHead, house: 'nowhere' })).rejects.toMatchObject({ code: 'house-unknown' });
});

test('the sample is put in once', async () => {
  await expect(desk.openSample()).rejects.toMatchObject({ code: 'sample-missing' });
  mkdirSync(join(sampleFolder, '稿件'), { recursive: true });
  writeFileSync(join(sampleFolder, 'manifest.json'), manifest('稿件/01.txt').bytes);
  writeFileSync(join(sampleFolder, '稿件/01.txt'), first.bytes);
  const id = await desk.openSample();
  expect([await desk.openSample(), (await desk.listIssues()).length]).toEqual([id, 1]);
});

test('a file name has no characters that a disk does not take', () => {
  expect(exportName({ ...sampleHead, gazette: '示例/市:公报' }, 'word')).toBe('示例_市_公报2024年第3期.docx');
});
