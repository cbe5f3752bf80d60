/** 校读 at the desk: the documents of an issue held against the files that they came from. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import type { DocumentId } from '../../../shared/api.ts';
import { fonts } from '../../shared/layout/support.ts';
import { sampleHead, sampleText } from '../samples.ts';

test('how far each document is from its file, counted anew for what was changed', async () => {
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
  const told: string[] = [];
  const count = () => desk.collateIssue(issue, (done, total) => told.push(`${done}/${total}`));
  expect(await count()).toEqual([
    { documentId: first, differences: 0 },
    { documentId: second, differences: 0 },
  ]);
  const { document, version } = await desk.readDocument(second);
  const blocks = [...document.blocks, { type: 'paragraph', children: [{ text: '请认真执行。' }] } as const];
  await desk.saveDraft(second, version, { ...document, blocks }, { person: '张三', session: 'one' });
  expect((await count()).map(({ differences }) => differences)).toEqual([0, 1]);
  expect(told).toEqual(['0/2', '1/2', '1/2']);
});
