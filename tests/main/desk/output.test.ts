/** 输出: what was written is read back, and a file that was changed afterwards is found out. Real fonts, the sample issue of 示例市. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import { loadFonts } from '../../../main/fonts.ts';
import type { OutputCheck } from '../../../shared/api/output.ts';
import type { Api, ExportFormat, FileBytes, IssueId } from '../../../shared/api.ts';
import { paperIds, papers } from '../../../shared/print/papers.ts';
import { readPress } from '../export/read-press.ts';

const root = join(import.meta.dirname, '../../..');
const hand = { person: '李四', session: 'one' };
let database: Database;
let desk: Api;
let id: IssueId;
const files = new Map<ExportFormat, FileBytes>();

beforeAll(async () => {
  database = openDatabase(':memory:');
  desk = createDesk({
    database,
    fonts: () => loadFonts(join(root, 'dist/fonts')),
    now: () => '2026-02-03T04:05:06.000Z',
    sampleFolder: join(root, 'assets/samples/example-city'),
    pressProfiles: join(root, 'assets/profiles'),
  });
  id = await desk.openSample();
});
afterAll(() => database.close());

const wrong = (checks: readonly OutputCheck[]) => checks.filter(({ ok }) => !ok).map(({ what }) => what);
async function written(format: ExportFormat): Promise<FileBytes> {
  const file = files.get(format) ?? (await desk.exportIssue(id, format));
  files.set(format, file);
  return file;
}

test.each(['pdf', 'archive', 'press', 'cover', 'spread', 'imposed', 'ticket', 'word', 'layout'] as const)(
  '%s reads back as it should be',
  async (format) => {
    const checks = await desk.checkOutput(id, await written(format));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(checks.length).toBeGreaterThan(0);
    for (const { found } of checks) expect(found).toMatch(/[\u4e00-\u9fff]|mm|面/);
  },
);

test.each(paperIds)('a press file for the paper “%s” names the printing that it is made for, with its profile', async (paper) => {
  const { output } = papers[paper];
  const { bytes } = await desk.exportIssue(id, { format: 'press', paper });
  const file = readPress(bytes);
  const [intent, ...others] = file.list(file.root.OutputIntents).map((value) => file.dictionary(value));
  expect(others).toEqual([]);
  expect(file.text(intent?.OutputConditionIdentifier)).toBe(output.identifier);
  expect(file.text(intent?.Info)).toBe(output.info);
  const profile = Buffer.from(file.stream(intent?.DestOutputProfile));
  expect(profile.equals(readFileSync(join(root, 'assets/profiles', output.profile)))).toBe(true);
  // The profile says itself what it was computed from.
  expect(profile.toString('latin1')).toContain(output.identifier);
});

test('what is looked at in a file for the press and in a Word file', async () => {
  const press = await desk.checkOutput(id, await written('press'));
  expect(press.map(({ what }) => what)).toEqual([
    '文件能打开',
    '面数',
    '成品尺寸',
    '字体嵌入',
    '文字与版面一致',
    '稿件文字齐全',
    '目录页码',
    '印前规格',
  ]);
  const word = await desk.checkOutput(id, await written('word'));
  expect(word.map(({ what }) => what)).toEqual(['文件能打开', '稿件文字齐全', '图片齐全', '目录页码']);
});

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
/** The same length, so that the table of places stays right. */
function replaced({ name, bytes }: FileBytes, from: RegExp, to: (found: string) => string): FileBytes {
  const text = latin(bytes).replace(from, (found) => to(found).padEnd(found.length));
  expect(text.length).toBe(bytes.length);
  expect(text).not.toBe(latin(bytes));
  return { name, bytes: Buffer.from(text, 'latin1') };
}

test('a page that is gone is found', async () => {
  const whole = await written('pdf');
  const count = Number(/\/Type \/Pages\s+\/Count (\d+)/.exec(latin(whole.bytes))?.[1]);
  const fewer = replaced(whole, /\/Type \/Pages\s+\/Count \d+\s+\/Kids \[[^\]]*\]/, (found) =>
    found.replace(/Count \d+/, `Count ${count - 1}`).replace(/ \d+ 0 R\]$/, ']'),
  );
  const checks = await desk.checkOutput(id, fewer);
  expect(wrong(checks)).toContain('面数');
  expect(checks.find(({ what }) => what === '面数')?.found).toContain(`应有 ${count} 面，实有 ${count - 1} 面`);
});

test('a single character that is another is found, with its page', async () => {
  const checks = await desk.checkOutput(id, withOneCharacterChanged(await written('press')));
  expect(wrong(checks)).toContain('文字与版面一致');
  expect(checks.find(({ what }) => what === '文字与版面一致')?.found).toMatch(/第 \d+ 页少 “.”/);
});

/** In the content of some page the code of a glyph becomes that of its neighbour. */
function withOneCharacterChanged({ name, bytes }: FileBytes): FileBytes {
  const text = latin(bytes);
  for (const { index } of text.matchAll(/stream\n/g)) {
    const from = index + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(text.slice(Math.max(0, index - 200), index))?.[1]);
    let content = '';
    try {
      content = latin(inflateSync(bytes.subarray(from, from + length)));
    } catch {
      continue;
    }
    const shown = / Tf[\s\S]*?\[<([0-9a-fA-F]{4})[^>]*>[^\]]*?<([0-9a-fA-F]{4})/.exec(content);
    if (shown === null || content.length < 2000) continue;
    const [whole, first = '', second = ''] = shown;
    if (first === second) continue;
    const packed = deflateSync(Buffer.from(content.replace(whole, whole.replace(first, second)), 'latin1'), { level: 9 });
    if (packed.length > length) continue;
    const changed = Buffer.from(bytes);
    changed.set(Buffer.concat([packed, Buffer.alloc(length - packed.length)]), from);
    return { name, bytes: changed };
  }
  throw new Error('no content to change');
}

test('a font that is left out, and boxes that are not there, are found', async () => {
  const press = await written('press');
  expect(
    wrong(
      await desk.checkOutput(
        id,
        replaced(press, /\/FontFile2? /, (found) => found.replace('/Font', '/Fonx')),
      ),
    ),
  ).toContain('字体嵌入');
  expect(
    wrong(
      await desk.checkOutput(
        id,
        replaced(press, /\/BleedBox/, () => '/BleexBox'),
      ),
    ),
  ).toEqual(['印前规格']);
});

test('a file that broke off, and one that is none of ours', async () => {
  const { name, bytes } = await written('pdf');
  expect(wrong(await desk.checkOutput(id, { name, bytes: bytes.subarray(0, 200) }))).toEqual(['文件能打开']);
  const word = await written('word');
  expect(wrong(await desk.checkOutput(id, { ...word, bytes: word.bytes.subarray(0, word.bytes.length / 2) }))).toEqual(['文件能打开']);
  await expect(desk.checkOutput(id, { name: '照片.png', bytes })).rejects.toMatchObject({ code: 'output-unknown' });
});

test('a file from before a change no longer fits the issue', async () => {
  const before = { pdf: await written('pdf'), word: await written('word') };
  const [entry] = (await desk.readIssue(id)).entries;
  if (entry === undefined) throw new Error('the sample has no entries');
  const { document, version } = await desk.readDocument(entry.documentId);
  const added = { type: 'paragraph' as const, children: [{ text: '本段为后来补入的文字，龘。' }] };
  await desk.saveDraft(entry.documentId, version, { ...document, blocks: [...document.blocks, added] }, hand);
  expect(wrong(await desk.checkOutput(id, before.pdf))).toEqual(expect.arrayContaining(['文字与版面一致', '稿件文字齐全']));
  expect(wrong(await desk.checkOutput(id, before.word))).toContain('稿件文字齐全');
  files.clear();
});

test('a Word file with a frame in place of a picture is found, one with a QR code is whole', async () => {
  const [entry] = (await desk.readIssue(id)).entries;
  if (entry === undefined) throw new Error('the sample has no entries');
  const { document } = await desk.readDocument(entry.documentId);
  const checkedWith = async (figure: { readonly link?: string }) => {
    const { version } = await desk.readDocument(entry.documentId);
    const block = { type: 'figure' as const, image: null, children: [{ text: '扫码看解读' }], ...figure };
    await desk.saveDraft(entry.documentId, version, { ...document, blocks: [...document.blocks, block] }, hand);
    return desk.checkOutput(id, await desk.exportIssue(id, 'word'));
  };
  expect(wrong(await checkedWith({ link: 'https://www.example.gov.cn/jiedu/1.html' }))).toEqual([]);
  const checks = await checkedWith({});
  expect(wrong(checks)).toEqual(['图片齐全']);
  expect(checks.find(({ what }) => what === '图片齐全')?.found).toMatch(/应有 \d+ 幅图，实有 \d+ 幅，缺的地方写着“图片缺失”/);
  const { version } = await desk.readDocument(entry.documentId);
  await desk.saveDraft(entry.documentId, version, document, hand);
});

test('the job for the print office: drafts become revisions, every file is checked, the sums are right', async () => {
  const said: string[] = [];
  const request = { multiple: 4, imposed: true, word: true, archive: true } as const;
  const job = await desk.exportPrintJob(id, request, (done, total, what) => said.push(`${done}/${total} ${what}`));
  expect(job.folder).toBe('示例市人民政府公报2026年第1期');
  expect(job.files.map(({ name }) => name.replace(job.folder, ''))).toEqual([
    '.印刷.pdf',
    '.封面印刷.pdf',
    '.封面展开.pdf',
    '.骑马订拼版.pdf',
    '.pdf',
    '.docx',
    '.存档.pdf',
    '.印制工单.txt',
    'SHA256SUMS.txt',
  ]);
  for (const { name, checks } of job.files) expect([name, wrong(checks), checks.length > 0]).toEqual([name, [], true]);
  const sums = new TextDecoder().decode(job.files.at(-1)?.bytes).trimEnd().split('\n');
  expect(sums).toEqual(job.files.slice(0, -1).map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}`));
  expect(said.at(-1)).toBe('16/16 已写出');
  const [entry] = (await desk.readIssue(id)).entries;
  if (entry === undefined) throw new Error('the sample has no entries');
  expect((await desk.listRevisions(entry.documentId))[0]).toMatchObject({ author: '李四', note: '输出前存版' });
  expect((await desk.readDocument(entry.documentId)).isChanged).toBe(false);
  // What is not yet finished is said, and pictures too coarse for print.
  expect(job.messages.map(({ code }) => code)).toContain('document-not-final');
  expect(job.files.at(-1)?.messages).toEqual([]);
  expect(job.files[0]?.messages.map(({ code }) => code)).toContain('image-resolution');
});

test('a job is of one text: who changes the issue meanwhile stops it', async () => {
  const [entry] = (await desk.readIssue(id)).entries;
  if (entry === undefined) throw new Error('the sample has no entries');
  const { document, version } = await desk.readDocument(entry.documentId);
  const added = { type: 'paragraph' as const, children: [{ text: '输出时补入的文字。' }] };
  let change: Promise<unknown> | null = null;
  const request = { multiple: 1, imposed: false, word: true, archive: false } as const;
  const job = desk.exportPrintJob(id, request, (done) => {
    if (done < 4) return;
    change ??= desk.saveDraft(entry.documentId, version, { ...document, blocks: [...document.blocks, added] }, hand);
  });
  await expect(job).rejects.toMatchObject({ code: 'issue-changed' });
  await change;
  files.clear();
});

test('what goes out as a single file is a revision, too', async () => {
  const [entry] = (await desk.readIssue(id)).entries;
  if (entry === undefined) throw new Error('the sample has no entries');
  const { document, version } = await desk.readDocument(entry.documentId);
  const added = { type: 'paragraph' as const, children: [{ text: '输出前补入的文字。' }] };
  await desk.saveDraft(entry.documentId, version, { ...document, blocks: [...document.blocks, added] }, hand);
  const before = (await desk.listRevisions(entry.documentId)).length;
  await desk.exportIssue(id, 'layout');
  expect((await desk.listRevisions(entry.documentId)).length).toBe(before + 1);
  files.clear();
});

test('an issue without documents is no job', async () => {
  const empty = await desk.createIssue({ ...(await desk.readIssue(id)).head, number: 2 });
  await expect(desk.exportPrintJob(empty, { multiple: 1, imposed: false, word: false, archive: false })).rejects.toMatchObject({
    code: 'issue-empty',
  });
});

test('what is too thick to be stitched gets no sheets for it, alone or in a job', async () => {
  const thick = await desk.createIssue({ ...(await desk.readIssue(id)).head, number: 3 });
  const lines = Array.from(
    { length: 6600 },
    (_, at) => `　　第${at}项，各县区、各部门要认真组织实施，确保各项工作落到实处，取得实效，并及时报告有关情况。`,
  );
  const file = { name: '长稿.txt', bytes: new TextEncoder().encode(['示例市人民政府公告', '', ...lines].join('\n')) };
  await desk.importIntoIssue(thick, '市政府文件', [file]);
  expect((await desk.layoutIssue(thick)).pages).toBeGreaterThan(256);
  await expect(desk.exportIssue(thick, 'imposed')).rejects.toMatchObject({ code: 'imposed-thick' });
  const job = await desk.exportPrintJob(thick, { multiple: 4, imposed: true, word: false, archive: false });
  expect(job.files.map(({ name }) => name).filter((name) => name.includes('拼版'))).toEqual([]);
  expect(job.messages.find(({ code }) => code === 'imposed-thick')?.text).toMatch(/不能骑马订.*胶装/);
  for (const { name, checks } of job.files) expect([name, wrong(checks)]).toEqual([name, []]);
}, 120_000);
