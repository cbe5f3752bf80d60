/** 校样 at the desk: kept in a real database, compared after the text was changed, gone with their issue. */
import { beforeEach, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import type { Api, DocumentId, IssueId } from '../../../shared/api.ts';
import type { Block } from '../../../shared/document/block.ts';
import { fonts } from '../../shared/layout/support.ts';
import { sampleHead, sampleText } from '../samples.ts';

const hand = { person: '张三', session: 'one' };
let database: Database;
let desk: Api;
let issue: IssueId;
let documents: readonly DocumentId[];
beforeEach(async () => {
  database = openDatabase(':memory:');
  let clock = 0;
  const now = () => {
    clock += 1;
    return `2024-05-06T00:00:${String(clock).padStart(2, '0')}.000Z`;
  };
  desk = createDesk({ database, fonts: () => fonts, now, sampleFolder: '' });
  issue = await desk.createIssue(sampleHead);
  const files = ['关于加强绿化工作的通知', '关于做好防汛工作的通知'].map((title, index) => ({
    name: `0${index + 1}.txt`,
    bytes: sampleText(`示例市人民政府${title}`, index + 1),
  }));
  await desk.importIntoIssue(issue, '市政府文件', files);
  documents = (await desk.readIssue(issue)).entries.map(({ documentId }) => documentId);
});

async function retype(id: DocumentId, change: (blocks: readonly Block[]) => readonly Block[]): Promise<void> {
  const { document, version } = await desk.readDocument(id);
  await desk.saveDraft(id, version, { ...document, blocks: change(document.blocks) }, hand);
}

test('a proof is kept with who took it and when; working copies become revisions that name it', async () => {
  const [first] = documents as readonly [DocumentId, DocumentId];
  await retype(first, (blocks) => [...blocks, { type: 'paragraph', children: [{ text: '请认真执行。' }] }]);
  const proof = await desk.takeProof(issue, '李四');
  expect(proof).toMatchObject({ number: 1, person: '李四', pages: (await desk.layoutIssue(issue)).sheets });
  await desk.takeProof(issue, '张三');
  expect((await desk.listProofs(issue)).map(({ number, person }) => [number, person])).toEqual([
    [2, '张三'],
    [1, '李四'],
  ]);
  expect((await desk.listRevisions(first))[0]).toMatchObject({ number: 2, note: '第 1 校' });
  expect(await desk.compareProof(issue, 1)).toEqual([]);
});

test('an issue was last worked on when a text of it was changed, made a version, or a proof was taken', async () => {
  const [first] = documents as readonly [DocumentId, DocumentId];
  const worked = async (id = issue) => (await desk.listIssues()).find((one) => one.id === id)?.changedAt;
  const other = await desk.createIssue({ ...sampleHead, number: sampleHead.number + 1 });
  const untouched = await worked(other);
  const times = [await worked()];
  await retype(first, (blocks) => [...blocks, { type: 'paragraph', children: [{ text: '请认真执行。' }] }]);
  times.push(await worked());
  await desk.commitDraft(first, hand, '');
  times.push(await worked());
  await desk.takeProof(issue, '李四');
  times.push(await worked());
  expect(times).toEqual([...new Set(times)].toSorted());
  expect(await worked(other)).toBe(untouched);
});

test('who types while the pages are packed is in the proof or after it, never half', async () => {
  const [first] = documents as readonly [DocumentId, DocumentId];
  const taken = desk.takeProof(issue, '李四');
  await retype(first, (blocks) => [...blocks, { type: 'paragraph', children: [{ text: '同时写的话。' }] }]);
  const { number } = await taken;
  expect((await desk.listRevisions(first))[0]).toMatchObject({ number: 2, note: '第 1 校' });
  expect(await desk.compareProof(issue, number)).toEqual([]);
});

test('only changed words are told, in whatever order the issue now is', async () => {
  const [first, second] = documents as readonly [DocumentId, DocumentId];
  await desk.takeProof(issue, '李四');
  await retype(second, (blocks) => [...blocks, { type: 'paragraph', children: [{ text: '特此通知，请认真执行。' }] }]);
  await desk.moveEntry(issue, { position: 0, documentId: first }, 1);
  const places = await desk.compareProof(issue, 1);
  expect(places).toMatchObject([{ change: 0, kind: 'added', after: '特此通知，请认真执行。' }]);
  const [page] = await desk.readPages(issue, places[0]?.page ?? 0, 1);
  expect(page?.items.some((item) => item.kind === 'text' && item.text.includes('特此通知'))).toBe(true);
  await desk.removeEntry(issue, { position: 1, documentId: first });
  expect((await desk.compareProof(issue, 1)).map(({ kind, before }) => [kind, before])).toContainEqual([
    'removed',
    '《示例市人民政府关于加强绿化工作的通知》全文',
  ]);
});

test('what is not there is refused in words; proofs go with their issue', async () => {
  await expect(desk.compareProof(issue, 7)).rejects.toMatchObject({ code: 'proof-missing' });
  await expect(desk.takeProof(99 as IssueId, '李四')).rejects.toMatchObject({ code: 'issue-missing' });
  await desk.takeProof(issue, '李四');
  await desk.removeIssue(issue);
  expect(database.prepare('SELECT count(*) FROM proofs').pluck().get()).toBe(0);
});

test('the summary of a layout leads from each block to its page', async () => {
  const layout = await desk.layoutIssue(issue);
  expect(layout.geometry).toMatchObject({ columns: 2, lines: 37 });
  expect(layout.hasFrontCover).toBe(true);
  expect(layout.documents.map(({ documentId }) => documentId)).toEqual(documents);
  for (const { firstPage, lastPage, firstBlocks } of layout.documents) {
    expect(firstBlocks.length).toBe(lastPage - firstPage + 1);
    expect(firstBlocks[0]).toBe(-1);
  }
});
