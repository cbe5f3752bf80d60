/** 来稿 on a real database: the list with its twins, the original beside it, the register, the way into an issue; and its speed. */
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { insertDocument } from '../../../main/database/documents.ts';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { insertSubmission } from '../../../main/database/submissions.ts';
import { createDesk } from '../../../main/desk.ts';
import type { Api, DocumentId, SubmissionId } from '../../../shared/api.ts';
import { sampleDocument, sampleHead, sampleText } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

let database: Database;
let desk: Api;
let clock = 0;
function open(path: string) {
  clock = 0;
  database = openDatabase(path);
  const now = () => {
    clock += 1;
    return new Date(Date.UTC(2026, 0, 5) + clock * 1000).toISOString();
  };
  const fonts = () => {
    throw new Error('no fonts are needed here');
  };
  desk = createDesk({ database, fonts, now, sampleFolder: '' });
}
beforeEach(() => open(':memory:'));

const text = (name: string, title: string, number: number) => ({ name, bytes: sampleText(title, number) });
async function take(name: string, title: string, number: number): Promise<DocumentId> {
  const [report] = await desk.importFiles([text(name, title, number)], true);
  if (report?.ok !== true || report.documentId === null) throw new Error('not imported');
  return report.documentId;
}

test('the newest first, each with what lists say of it', async () => {
  const first = await take('稿件/01.txt', '示例市人民政府关于加强绿化工作的通知', 1);
  const second = await take('稿件/02.txt', '示例市人民政府关于做好防汛工作的通知', 2);
  const cards = await desk.listSubmissions();
  expect(cards.map(({ documentId }) => documentId)).toEqual([second, first]);
  expect(cards[1]).toMatchObject({
    file: '稿件/01.txt',
    title: '示例市人民政府关于加强绿化工作的通知',
    docNumber: '示府发〔2024〕1号',
    date: '2024-05-06',
    issuer: '示例市人民政府',
    kind: 'official',
    state: 'received',
    messages: [],
    issues: [],
    twins: [],
    facts: { sender: '', receivedOn: '', request: '', approver: '', remark: '' },
  });
  expect(cards[1]).not.toHaveProperty('textHash');
  await desk.setDocumentState(first, 'editing', '王编辑');
  expect((await desk.listSubmissions())[1]?.state).toBe('editing');
});

test('the same number and the same text are twins; a mended text is none any more', async () => {
  const first = await take('甲.txt', '示例市人民政府关于加强绿化工作的通知', 1);
  const number = await take('乙.txt', '示例市人民政府关于做好防汛工作的通知', 1);
  const bytes = new TextEncoder().encode(`\n\n${new TextDecoder().decode(sampleText('示例市人民政府关于加强绿化工作的通知', 1))}`);
  const [again] = await desk.importFiles([{ name: '丙.txt', bytes }], true);
  const same = again?.ok === true ? again.documentId : null;
  const twins = async () => new Map((await desk.listSubmissions()).map((card) => [card.documentId, card.twins]));
  expect((await twins()).get(first)).toEqual([
    { documentId: same, why: 'text' },
    { documentId: number, why: 'number' },
  ]);
  const { document, version } = await desk.readDocument(first);
  const hand = { person: '王编辑', session: 'a' };
  await desk.saveDraft(first, version, { ...document, docNumber: null, addressees: '各县：' }, hand);
  expect((await twins()).get(first)).toEqual([]);
  await desk.saveDraft(number, 1, { ...(await desk.readDocument(number)).document, docNumber: '示府发［2024］ 1 号' }, hand);
  expect((await twins()).get(number)).toEqual([{ documentId: same, why: 'number' }]);
});

test('the original is given line by line as the file has it', async () => {
  const id = await take('甲.txt', '示例市人民政府关于加强绿化工作的通知', 1);
  const original = await desk.readOriginal(id);
  expect(original.file).toBe('甲.txt');
  expect(original.lines.filter((line) => line !== '').slice(0, 4)).toEqual([
    '示例市人民政府关于加强绿化工作的通知',
    '示府发〔2024〕1号',
    '各县（区）人民政府，市政府各部门：',
    '　　为做好有关工作，现通知如下。',
  ]);
  await expect(desk.readOriginal(99 as DocumentId)).rejects.toMatchObject({ code: 'document-missing' });
});

test('the register is kept as it was last written', async () => {
  await take('甲.txt', '示例市人民政府关于加强绿化工作的通知', 1);
  const [card] = await desk.listSubmissions();
  const id = card?.submissionId as SubmissionId;
  const facts = { sender: '示例市林业局', receivedOn: '2026-01-05', request: '', approver: '', remark: '' };
  await desk.updateIntake(id, facts);
  await desk.updateIntake(id, { ...facts, approver: '李主任' });
  expect((await desk.listSubmissions())[0]?.facts).toEqual({ ...facts, approver: '李主任' });
  await expect(desk.updateIntake(id, { ...facts, receivedOn: '一月五日' })).rejects.toMatchObject({ code: 'facts-date' });
  await expect(desk.updateIntake(99 as SubmissionId, facts)).rejects.toMatchObject({ code: 'submission-missing' });
});

test('stored documents go to the end of a section, each once; nothing new is no change', async () => {
  const first = await take('甲.txt', '示例市人民政府关于加强绿化工作的通知', 1);
  const second = await take('乙.txt', '示例市人民政府关于做好防汛工作的通知', 2);
  const issue = await desk.createIssue(sampleHead);
  expect(await desk.placeDocuments(issue, '市政府文件', [first])).toBe(1);
  expect(await desk.placeDocuments(issue, '部门文件', [first, second, second])).toBe(1);
  const view = await desk.readIssue(issue);
  expect(view.entries.map(({ documentId, section, file }) => [documentId, section, file])).toEqual([
    [first, '市政府文件', '甲.txt'],
    [second, '部门文件', '乙.txt'],
  ]);
  expect(await desk.placeDocuments(issue, '部门文件', [first])).toBe(0);
  expect((await desk.readIssue(issue)).stamp).toBe(view.stamp);
  expect((await desk.listSubmissions())[0]?.issues).toEqual([{ id: issue, name: '示例市人民政府公报 2024年第3期' }]);
  await expect(desk.placeDocuments(issue, '部门文件', [99 as DocumentId])).rejects.toMatchObject({ code: 'document-missing' });
  await expect(desk.placeDocuments(99 as typeof issue, '部门文件', [first])).rejects.toMatchObject({ code: 'issue-missing' });
});

test('1,500 submissions are listed within 50 ms', async () => {
  open(join(temporaryFolder(), 'many.sqlite'));
  const bytes = new Uint8Array(40_000).fill(7);
  const missing = [{ code: 'date-missing', severity: 'warning' as const, text: '没有认出成文日期，请核对原稿。' }];
  const issue = await desk.createIssue(sampleHead);
  const ids: DocumentId[] = [];
  const fill = database.transaction(() => {
    for (let i = 0; i < 1500; i += 1) {
      const submission = insertSubmission(database, {
        sha256: i.toString(16).padStart(64, '0'),
        name: `来稿/${i}.docx`,
        bytes,
        receivedAt: new Date(Date.UTC(2026, 0, 1) + i * 1000).toISOString(),
        messages: i % 5 === 0 ? missing : [],
      });
      const document = { ...sampleDocument(`示例市人民政府关于第${i % 1400}号事项的通知`), docNumber: `示府发〔2026〕${i % 1450}号` };
      ids.push(insertDocument(database, submission, document, { author: '导入', createdAt: '2026-01-01T00:00:00Z' }));
    }
  });
  fill();
  await desk.placeDocuments(issue, '市政府文件', ids.slice(0, 60));
  await desk.listSubmissions();
  const times: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const start = performance.now();
    const cards = await desk.listSubmissions();
    times.push(performance.now() - start);
    expect(cards.length).toBe(1500);
    expect(cards.filter(({ twins }) => twins.length > 0).length).toBe(200);
  }
  const middle = times.toSorted((a, b) => a - b)[2] as number;
  console.info(`1,500 submissions listed in ${middle.toFixed(1)} ms`);
  expect(middle).toBeLessThan(50);
});
