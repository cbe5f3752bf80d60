/** 校读 at the desk: the documents of an issue held against the files that they came from. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import type { DocumentId } from '../../../shared/api.ts';
import { fonts } from '../../shared/layout/support.ts';
import { sampleHead, sampleText } from '../samples.ts';

const hand = { person: '张三', session: 'one' };

async function deskWithIssue() {
  const desk = createDesk({
    database: openDatabase(':memory:'),
    fonts: () => fonts,
    now: () => '2024-05-06T00:00:00.000Z',
    sampleFolder: '',
  });
  const issue = await desk.createIssue(sampleHead);
  const files = ['关于加强绿化工作的通知', '关于做好防汛工作的通知'].map((title, index) => ({
    name: `0${index + 1}.txt`,
    bytes: sampleText(`示例市人民政府${title}`, index + 1),
  }));
  await desk.importIntoIssue(issue, '市政府文件', files);
  const [first, second] = (await desk.readIssue(issue)).entries.map(({ documentId }) => documentId) as [DocumentId, DocumentId];
  const append = async (id: DocumentId, text: string) => {
    const { document, version } = await desk.readDocument(id);
    await desk.saveDraft(id, version, { ...document, blocks: [...document.blocks, { type: 'paragraph', children: [{ text }] }] }, hand);
  };
  return { desk, issue, first, second, append };
}

test('how far each document is from its file, counted anew for what was changed', async () => {
  const { desk, issue, first, second, append } = await deskWithIssue();
  const told: string[] = [];
  const count = () => desk.collateIssue(issue, (done, total) => told.push(`${done}/${total}`));
  expect(await count()).toEqual([
    { documentId: first, differences: 0 },
    { documentId: second, differences: 0 },
  ]);
  await append(second, '请认真执行。');
  expect((await count()).map(({ differences }) => differences)).toEqual([0, 1]);
  expect(told).toEqual(['0/2', '1/2', '1/2']);
});

test('what was read stays read wherever it goes; what was changed since is told with its place', async () => {
  const { desk, issue, first, second, append } = await deskWithIssue();
  const states = async (person = '张三') => (await desk.listReadings(issue, person)).map(({ state }) => state);
  const { documents, sheets, hasFrontCover } = await desk.layoutIssue(issue);
  const indexOf = (id: DocumentId) => (documents.find(({ documentId }) => documentId === id)?.firstPage ?? 0) - (hasFrontCover ? 0 : 1);
  expect(new Set(await states())).toEqual(new Set(hasFrontCover ? [null, 'unread'] : ['unread']));
  await desk.markRead(issue, [indexOf(first), indexOf(second)], '张三', true);
  expect((await states())[indexOf(first)]).toBe('read');
  expect((await states('李四'))[indexOf(first)]).toBe('unread');
  expect((await desk.listReadings(issue, '李四'))[indexOf(first)]?.readers).toEqual(['张三']);
  // In another order the same words are read.
  await desk.moveEntry(issue, { position: 0, documentId: first }, 1);
  expect((await states())[indexOf(first)]).toBe('read');
  expect((await states())[indexOf(second)]).toBe('read');
  await append(second, '请认真执行。');
  const pages = await desk.listReadings(issue, '张三');
  const changed = pages.findIndex(({ state }) => state === 'partly');
  expect(pages.filter(({ state }) => state === 'partly')).toHaveLength(1);
  expect(pages[changed]?.unread).toHaveLength(1);
  const [page] = await desk.readPages(issue, changed, 1);
  const line = page?.items.find((item) => item.kind === 'text' && item.text.includes('请认真执行'));
  expect(line).toMatchObject({ kind: 'text' });
  if (line?.kind === 'text') expect(pages[changed]?.unread[0]?.x).toBe(line.x);
  await desk.markRead(issue, [changed], '张三', true);
  expect((await states())[changed]).toBe('read');
  await desk.markRead(
    issue,
    Array.from({ length: sheets }, (_, index) => index),
    '张三',
    false,
  );
  expect(await states()).not.toContain('read');
});
