/** 组版 through the desk: the whole order at once, and a trial that foretells exactly what the layout then says. */
import { expect, test } from 'vitest';
import { openDatabase } from '../../../main/database/open.ts';
import { createDesk } from '../../../main/desk.ts';
import type { Arranged } from '../../../shared/api/arrangement.ts';
import type { Api, DocumentId, EntryView, IssueId } from '../../../shared/api.ts';
import type { StartRule } from '../../../shared/issue/issue.ts';
import { chance, fonts, head, randomText } from '../../shared/layout/support.ts';
import { sampleText } from '../samples.ts';

const starts: readonly StartRule[] = ['newPage', 'followOn', 'rightPage'];
const next = chance(5);

async function issueOf(count: number): Promise<{ readonly desk: Api; readonly id: IssueId }> {
  const database = openDatabase(':memory:');
  const desk = createDesk({ database, fonts: () => fonts, now: () => '2026-01-05T00:00:00.000Z', sampleFolder: '' });
  const id = await desk.createIssue(head);
  const files = Array.from({ length: count }, (_, at) => {
    const lines = Array.from({ length: 2 + next(30) }, () => `　　${randomText(next, 30 + next(200))}。`);
    return { name: `稿件/${at}.txt`, bytes: new TextEncoder().encode([`示例市人民政府公告之${at}`, '', ...lines].join('\n')) };
  });
  await desk.importIntoIssue(id, '市政府文件', files);
  return { desk, id };
}

const arranged = ({ documentId, section, start, contentsTitle }: EntryView): Arranged => ({ documentId, section, start, contentsTitle });

test('a trial writes nothing and foretells the pages of every order', async () => {
  const { desk, id } = await issueOf(14);
  let { stamp, entries } = await desk.readIssue(id);
  for (let round = 0; round < 12; round += 1) {
    const wanted = entries
      .map(arranged)
      .map((entry) => ({ entry, place: next(1000) }))
      .sort((a, b) => a.place - b.place)
      .map(({ entry }, at) => ({ ...entry, start: starts[next(3)] ?? 'newPage', section: at < 8 ? '市政府文件' : '部门文件' }))
      .slice(0, 14 - (round % 3));
    const trial = await desk.tryArrangement(id, wanted);
    expect((await desk.readIssue(id)).stamp).toBe(stamp);
    stamp = await desk.arrangeIssue(id, stamp, wanted);
    const layout = await desk.layoutIssue(id);
    expect(trial.entries.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual(
      layout.documents.map(({ firstPage, lastPage }) => [firstPage, lastPage]),
    );
    expect(trial.pages).toBe(layout.pages);
    const view = await desk.readIssue(id);
    expect(view.entries.map(arranged)).toEqual(wanted);
    expect(view.stamp).toBe(stamp);
    if (view.entries.length === 14) entries = view.entries;
  }
});

test('what was taken out comes back under the name of its file', async () => {
  const { desk, id } = await issueOf(3);
  const { stamp, entries } = await desk.readIssue(id);
  const all = entries.map(arranged);
  const without = await desk.arrangeIssue(id, stamp, all.slice(1));
  await desk.arrangeIssue(id, without, all);
  expect((await desk.readIssue(id)).entries.map(({ file }) => file)).toEqual(entries.map(({ file }) => file));
});

test('an old stamp, a document twice or unknown are refused, and nothing is changed', async () => {
  const { desk, id } = await issueOf(3);
  const { stamp, entries } = await desk.readIssue(id);
  const all = entries.map(arranged);
  const unknown = all.map((entry, at) => (at === 1 ? { ...entry, documentId: 999 as DocumentId } : entry));
  const twice = [...all, ...all.slice(0, 1)];
  await expect(desk.arrangeIssue(id, stamp - 1, all)).rejects.toMatchObject({ code: 'issue-stale' });
  await expect(desk.arrangeIssue(id, stamp, twice)).rejects.toMatchObject({ code: 'entry-twice' });
  await expect(desk.tryArrangement(id, twice)).rejects.toMatchObject({ code: 'entry-twice' });
  await expect(desk.arrangeIssue(id, stamp, unknown)).rejects.toMatchObject({ code: 'document-missing' });
  await expect(desk.tryArrangement(id, unknown)).rejects.toMatchObject({ code: 'document-missing' });
  await expect(desk.arrangeIssue((id + 1) as IssueId, stamp, all)).rejects.toMatchObject({ code: 'issue-missing' });
  expect(await desk.readIssue(id)).toMatchObject({ stamp, entries });
});

test('an issue may be emptied', async () => {
  const { desk, id } = await issueOf(2);
  const { stamp } = await desk.readIssue(id);
  expect(await desk.tryArrangement(id, [])).toEqual({ entries: [], pages: 0 });
  await desk.arrangeIssue(id, stamp, []);
  expect((await desk.readIssue(id)).entries).toEqual([]);
  expect((await desk.layoutIssue(id)).pages).toBe(0);
});

test('documents go where earlier issues of the gazette had their like, else by issuer and kind', async () => {
  const { desk, id } = await issueOf(0);
  const files = [
    { name: '1.txt', bytes: sampleText('示例市人民政府关于甲项工作的通知', 1) },
    { name: '2.txt', bytes: new TextEncoder().encode('示例市人民政府办公室关于乙项工作的通知\n示府办字〔2024〕2号\n\n　　请认真落实。\n') },
  ];
  const reports = await desk.importFiles(files, true);
  const documents = reports.flatMap((report) => (report.ok && report.documentId !== null ? [report.documentId] : []));
  const before = await desk.suggestSections(id, documents);
  expect(before.choices).toEqual(['市政府文件', '市政府办公室文件']);
  expect(before.order.slice(0, 2)).toEqual(['市政府文件', '市政府办公室文件']);
  expect((await desk.readIssue(id)).entries).toEqual([]);
  const earlier = await desk.createIssue({ ...head, number: head.number + 1 });
  await desk.placeDocuments(earlier, '规范性文件', documents.slice(0, 1));
  expect((await desk.suggestSections(id, documents)).choices).toEqual(['规范性文件', '市政府办公室文件']);
  await expect(desk.suggestSections(id, [999 as DocumentId])).rejects.toMatchObject({ code: 'document-missing' });
});
