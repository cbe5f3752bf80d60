/** 档案 at the desk: what is found and how it is shown, the contents of a year, copies; and how long it takes in five years of issues. */
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import type { Fonts } from '../../../main/fonts.ts';
import type { Api, DocumentId } from '../../../shared/api.ts';
import type { FontMetrics } from '../../../shared/layout/metrics.ts';
import { timeArchive } from '../../bench/archive.ts';
import { fullArchive, inventArchive } from '../../bench/archive-material.ts';
import { sampleHead, sampleText } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

const song: FontMetrics = { id: 'song', family: 'Song', ascent: 880, descent: 120, coverage: [0, 0x10ffff], widths: {} };
const roles = { song: ['song'], hei: ['song'], kai: ['song'], fang: ['song'], title: ['song'] };
const fonts = (): Fonts => ({ book: { fonts: { song }, roles }, file: () => '' });

function deskOn(database: Database): Api {
  return createDesk({ database, fonts, now: () => '2024-05-06T00:00:00.000Z', sampleFolder: '' });
}

const text = (name: string, title: string, number: number) => ({ name, bytes: sampleText(title, number) });
const everything = { words: '', offset: 0, limit: 50 };

/** Two issues of 2024 and one document that stands in none. */
async function twoIssues() {
  const desk = deskOn(openDatabase(join(temporaryFolder(), 'a.sqlite')));
  const first = await desk.createIssue(sampleHead);
  const second = await desk.createIssue({ ...sampleHead, number: 4, totalNumber: 37 });
  await desk.importIntoIssue(first, '市政府文件', [text('01.txt', '示例市人民政府关于加强绿化工作的通知', 1)]);
  await desk.importIntoIssue(second, '市政府文件', [text('02.txt', '示例市人民政府关于做好防汛工作的通知', 2)]);
  await desk.importIntoIssue(second, '部门文件', [text('03.txt', '示例市人民政府关于做好绿化防汛的通知', 3)]);
  await desk.importFiles([text('04.txt', '示例市人民政府关于夏粮收购的通知', 4)], true);
  return { desk, first, second };
}

test('an issue that has gone out is found with its pages, also when the program has been closed since', async () => {
  const file = join(temporaryFolder(), 'a.sqlite');
  const before = openDatabase(file);
  const desk = deskOn(before);
  const issue = await desk.createIssue(sampleHead);
  await desk.importIntoIssue(issue, '市政府文件', [text('01.txt', '示例市人民政府关于加强绿化工作的通知', 1)]);
  await desk.exportIssue(issue, 'layout');
  before.close();
  const { hits } = await deskOn(openDatabase(file)).searchArchive(everything);
  expect(hits.map(({ page }) => page !== null)).toEqual([true]);
});

test('finds by words and filters; says where it stands and shows the words in the text', async () => {
  const { desk, first, second } = await twoIssues();
  const { total, hits } = await desk.searchArchive({ ...everything, words: '抓好落实' });
  expect(total).toBe(4);
  // The newest issue first, what stands in none last.
  expect(hits.map(({ issue }) => issue?.number ?? null)).toEqual([4, 4, 3, null]);
  expect(hits[0]?.snippet.filter(({ mark }) => mark).map((piece) => piece.text)).toEqual(['抓好落实']);
  expect(hits[0]?.snippet.map((piece) => piece.text).join('')).toBe('全市上下要抓好落实。');
  const titles = async (query: object) => (await desk.searchArchive({ ...everything, ...query })).hits.map(({ docNumber }) => docNumber);
  expect(await titles({ words: '绿化' })).toEqual(['示府发〔2024〕3号', '示府发〔2024〕1号']);
  expect(await titles({ words: '[2024]2号' })).toEqual(['示府发〔2024〕2号']);
  expect(await titles({ section: '部门文件' })).toEqual(['示府发〔2024〕3号']);
  expect(await titles({ year: 2024, issuer: '示例市人民政府' })).toHaveLength(3);
  expect(await titles({ year: 2023 })).toEqual([]);
  expect(await titles({ gazette: '别的公报' })).toEqual([]);
  expect(await desk.searchArchive({ ...everything, offset: 3, limit: 1 })).toMatchObject({ total: 4, hits: [{ issue: null }] });
  expect(await desk.searchArchive({ ...everything, offset: 30 })).toEqual({ total: 4, hits: [] });
  expect(hits.map(({ page }) => page)).toEqual([null, null, null, null]);
  // Once an issue is laid out its pages are known.
  await desk.layoutIssue(second);
  expect((await desk.searchArchive(everything)).hits.map(({ page }) => page === null)).toEqual([false, false, true, true]);
  expect(await desk.listArchiveFacets()).toEqual({
    gazettes: ['示例市人民政府公报'],
    years: [2024],
    sections: ['市政府文件', '部门文件'],
    issuers: ['示例市人民政府'],
  });
  expect(first).not.toBe(second);
});

test('the contents of a year: by section, with numbers and pages; kept until an issue changes', async () => {
  const { desk, first, second } = await twoIssues();
  const said: string[] = [];
  const listen = (done: number, total: number, what: string) => void said.push(`${done}/${total} ${what}`);
  const contents = await desk.readYearContents('示例市人民政府公报', 2024, listen);
  expect(said).toEqual(['0/2 正在排第 3 期', '1/2 正在排第 4 期', '2/2 已排完']);
  const laid = await desk.layoutIssue(second);
  expect(contents.sections.map(({ section, entries }) => [section, entries.map(({ issueId, number }) => [issueId, number])])).toEqual([
    [
      '市政府文件',
      [
        [first, 3],
        [second, 4],
      ],
    ],
    ['部门文件', [[second, 4]]],
  ]);
  expect(contents.sections[1]?.entries[0]?.page).toBe(laid.documents[1]?.firstPage);
  said.length = 0;
  expect(await desk.readYearContents('示例市人民政府公报', 2024, listen)).toEqual(contents);
  expect(said).toEqual(['2/2 已排完']);
  expect((await desk.searchArchive(everything)).hits.map(({ page }) => page === null)).toEqual([false, false, false, true]);
  const [entry] = (await desk.readIssue(first)).entries;
  await desk.updateEntry(first, { position: 0, documentId: entry?.documentId as DocumentId }, { contentsTitle: '绿化通知' });
  said.length = 0;
  const changed = await desk.readYearContents('示例市人民政府公报', 2024, listen);
  expect(said).toEqual(['0/2 正在排第 3 期', '2/2 已排完']);
  expect(changed.sections[0]?.entries[0]?.title).toBe('绿化通知');
  expect(await desk.readYearContents('示例市人民政府公报', 2020)).toMatchObject({ sections: [] });
});

test('pages that another program or other fonts made are not taken for these', async () => {
  const database = openDatabase(join(temporaryFolder(), 'a.sqlite'));
  const made = { database, fonts, now: () => '2024-05-06T00:00:00.000Z', sampleFolder: '' };
  const desk = createDesk({ ...made, version: '1.0.0' });
  const issue = await desk.createIssue(sampleHead);
  await desk.importIntoIssue(issue, '市政府文件', [text('01.txt', '示例市人民政府关于加强绿化工作的通知', 1)]);
  const laysOut = async (other: Api) => {
    let said = 0;
    await other.readYearContents('示例市人民政府公报', 2024, (_done, _total, what) => {
      if (what.startsWith('正在排')) said += 1;
    });
    return said;
  };
  expect([await laysOut(desk), await laysOut(createDesk({ ...made, version: '1.0.0' }))]).toEqual([1, 0]);
  expect(await laysOut(createDesk({ ...made, version: '1.1.0' }))).toBe(1);
  expect(await laysOut(createDesk({ ...made, version: '1.1.0', fontPlaces: 'system' }))).toBe(1);
  database.close();
});

test('a copy is a document of its own: changing it leaves the printed one as it was', async () => {
  const { desk, first, second } = await twoIssues();
  const [printed] = (await desk.readIssue(first)).entries;
  const id = printed?.documentId as DocumentId;
  const copy = await desk.copyDocument(id, second, '市政府文件', '张三');
  const entries = (await desk.readIssue(second)).entries;
  expect(entries.map(({ documentId, section }) => [documentId === copy, section])).toEqual([
    [false, '市政府文件'],
    [true, '市政府文件'],
    [false, '部门文件'],
  ]);
  expect(entries[1]).toMatchObject({ state: 'received', file: '01.txt', title: printed?.title });
  expect(await desk.listRevisions(copy)).toMatchObject([{ number: 1, author: '张三', note: '复制自示例市人民政府公报2024年第3期' }]);
  const before = await desk.readDocument(id);
  const { document, version } = await desk.readDocument(copy);
  const title = '改过的标题';
  await desk.saveDraft(copy, version, { ...document, title, titleLines: [title] }, { person: '张三', session: 's' });
  expect(await desk.readDocument(id)).toEqual(before);
  expect((await desk.searchArchive({ ...everything, words: '绿化' })).total).toBe(3);
  // The same file imported again is still the first document.
  expect(await desk.importFiles([text('01.txt', '示例市人民政府关于加强绿化工作的通知', 1)], true)).toMatchObject([{ documentId: id }]);
  await expect(desk.copyDocument(id, second, ' ', '张三')).rejects.toMatchObject({ code: 'section-empty' });
  await expect(desk.copyDocument(id, 99 as typeof second, '部门文件', '张三')).rejects.toMatchObject({ code: 'issue-missing' });
  await expect(desk.copyDocument(99 as DocumentId, second, '部门文件', '张三')).rejects.toMatchObject({ code: 'document-missing' });
  expect((await desk.searchArchive(everything)).total).toBe(5);
});

test('in sixty issues with six million characters every search takes 20 ms at most', async () => {
  const database = openDatabase(join(temporaryFolder(), 'a.sqlite'));
  const { documents, characters } = inventArchive(database, fullArchive);
  const times = await timeArchive(deskOn(database), 15);
  console.info(`${documents} 篇 ${characters} 字`);
  for (const { what, total, processor, shortest, median } of times)
    console.info(`${what}：${total} 条，中位 ${median.toFixed(1)} ms，最短 ${shortest.toFixed(1)}，处理器 ${processor.toFixed(1)}`);
  // Where more wants to run than the machine has processors, the clock tells of these too.
  const most = (loadavg()[0] ?? 0) < cpus().length ? 20 : 60;
  for (const { what, processor, shortest } of times) expect(Math.min(processor, shortest), what).toBeLessThanOrEqual(most);
  expect(times.find(({ what }) => what === '发文字号')?.total).toBe(1);
  expect(times.find(({ what }) => what === '查不到')?.total).toBe(0);
  database.close();
}, 120_000);
