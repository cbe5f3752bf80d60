/** 查找替换 over an issue on a real database, and pictures that the editor puts in. */
import { PNG } from 'pngjs';
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import type { Api, DocumentId, IssueId } from '../../../shared/api.ts';
import { blockText } from '../../../shared/document/block.ts';
import { sampleHead, sampleText } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

let database: Database;
let desk: Api;
let issue: IssueId;
let clock = 0;
const hand = { person: '顾言', session: 'one' };
const other = { person: '沈未', session: 'two' };
const strict = (words: string) => ({ words, isLoose: false });

beforeEach(async () => {
  database = openDatabase(':memory:');
  clock = 0;
  const now = () => {
    clock += 1;
    return `2024-05-06T00:00:${String(clock).padStart(2, '0')}.000Z`;
  };
  const fonts = () => {
    throw new Error('no font is needed here');
  };
  desk = createDesk({ database, fonts, now, sampleFolder: temporaryFolder() });
  issue = await desk.createIssue(sampleHead);
  await desk.importIntoIssue(issue, '市政府文件', [
    { name: '01.txt', bytes: sampleText('示例市人民政府关于加强绿化工作的通知', 1) },
    { name: '02.txt', bytes: sampleText('示例市人民政府关于做好防汛工作的通知', 2) },
  ]);
});

async function documents(): Promise<readonly DocumentId[]> {
  return (await desk.readIssue(issue)).entries.map((entry) => entry.documentId);
}

test('finds over all documents and replaces each as one revision', async () => {
  const [first, second] = (await documents()) as [DocumentId, DocumentId];
  const found = await desk.findInIssue(issue, strict('示例市'));
  expect(new Set(found.map((place) => place.documentId))).toEqual(new Set([first, second]));
  const report = await desk.replaceInIssue(issue, found, '样本市', hand);
  expect(report).toEqual({ replaced: found.length, refused: [] });
  for (const id of [first, second]) {
    const [newest, ...older] = [...(await desk.listRevisions(id))].sort((a, b) => b.number - a.number);
    expect(newest).toMatchObject({ number: 2, author: '顾言', note: '查找替换' });
    expect(older).toHaveLength(1);
  }
  expect(await desk.findInIssue(issue, strict('示例市'))).toEqual([]);
  expect((await desk.readDocument(first)).document.title).toBe('样本市人民政府关于加强绿化工作的通知');
  expect((await desk.readIssue(issue)).entries[0]?.title).toBe('样本市人民政府关于加强绿化工作的通知');
});

test('only the chosen places; what a working copy held is a revision of its own', async () => {
  const [first, second] = (await documents()) as [DocumentId, DocumentId];
  const { document, version } = await desk.readDocument(first);
  await desk.saveDraft(first, version, { ...document, blocks: [{ type: 'paragraph', children: [{ text: '防汛防汛' }] }] }, hand);
  const found = await desk.findInIssue(issue, strict('防汛'));
  const chosen = found.filter((place) => place.documentId === first).slice(1);
  expect(await desk.replaceInIssue(issue, chosen, '抗旱', hand)).toEqual({ replaced: 1, refused: [] });
  const view = await desk.readDocument(first);
  expect(view.document.blocks.map(blockText)).toEqual(['防汛抗旱']);
  expect(view).toMatchObject({ revision: 3, isChanged: false });
  expect((await desk.readRevision(first, 2)).blocks.map(blockText)).toEqual(['防汛防汛']);
  expect((await desk.readDocument(second)).revision).toBe(1);
});

test('final and locked documents stay, with the reason; the others are changed', async () => {
  const [first, second] = (await documents()) as [DocumentId, DocumentId];
  const found = await desk.findInIssue(issue, strict('示例市'));
  await desk.setDocumentState(first, 'final', '顾言');
  const report = await desk.replaceInIssue(issue, found, '样本市', hand);
  expect(report.refused).toEqual([{ documentId: first, text: expect.stringContaining('定稿') }]);
  expect(report.replaced).toBe(found.filter((place) => place.documentId === second).length);
  await desk.setDocumentState(first, 'editing', '顾言');
  await desk.lockDocument(first, other, false);
  const locked = await desk.replaceInIssue(issue, found, '样本市', hand);
  expect(locked).toEqual({ replaced: 0, refused: [{ documentId: first, text: expect.stringContaining('沈未') }] });
  expect((await desk.readDocument(first)).document.title).toContain('示例市');
  expect((await desk.replaceInIssue(issue, found, '样本市', other)).refused).toEqual([]);
});

test('a picture is kept with its size in points; what is none is refused', async () => {
  const bytes = new Uint8Array(PNG.sync.write(new PNG({ width: 40, height: 20 })));
  const image = await desk.storeImage({ name: '图.png', bytes });
  expect(image).toMatchObject({ width: 30, height: 15 });
  expect((await desk.readImage(image.hash)).bytes).toHaveLength(bytes.length);
  await expect(desk.storeImage({ name: '图.gif', bytes: new TextEncoder().encode('GIF89a…') })).rejects.toMatchObject({
    code: 'picture-unusable',
    message: expect.stringContaining('PNG'),
  });
  await expect(desk.storeImage({ name: '半张.png', bytes: bytes.slice(0, bytes.length - 30) })).rejects.toMatchObject({
    code: 'picture-unusable',
  });
});
