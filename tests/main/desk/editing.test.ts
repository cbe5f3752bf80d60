/** Working copies, revisions, states and locks: no text is ever lost or overwritten unseen. */
import { beforeEach, expect, test } from 'vitest';
import type { DocumentId } from '../../../shared/api.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { sampleHead } from '../samples.ts';
import { type MadeDesk, makeDesk } from './made-desk.ts';

const wang = { person: '王一', session: 'window-1' };
const li = { person: '李二', session: 'window-2' };

let made: MadeDesk;
let id: DocumentId;
beforeEach(async () => {
  made = makeDesk();
  id = await made.intake(1);
});

const read = () => made.desk.readDocument(id);
async function type(words: string, hand = wang): Promise<number> {
  const { document, version } = await read();
  return made.desk.saveDraft(id, version, withParagraph(document, words), hand);
}
function withParagraph(document: GazetteDocument, words: string): GazetteDocument {
  return { ...document, blocks: [...document.blocks, { type: 'paragraph', children: [{ text: words }] }] };
}

test('every key is kept as a working copy and seen by all, and becomes one revision', async () => {
  expect(await read()).toMatchObject({ version: 1, revision: 1, isChanged: false, state: 'received', lock: null });
  expect(await type('甲')).toBe(2);
  expect(await type('乙')).toBe(3);
  const now = await read();
  expect(now).toMatchObject({ version: 3, revision: 1, isChanged: true });
  expect(now.document.blocks.at(-1)).toEqual({ type: 'paragraph', children: [{ text: '乙' }] });
  expect(await made.desk.commitDraft(id, wang, '')).toBe(2);
  expect(await read()).toMatchObject({ version: 3, revision: 2, isChanged: false });
  expect(await made.desk.commitDraft(id, wang, '')).toBeNull();
  expect(await made.desk.listRevisions(id)).toMatchObject([
    { number: 2, author: '王一' },
    { number: 1, author: '导入' },
  ]);
});

test('what was typed and taken back makes no revision', async () => {
  const { document } = await read();
  const version = await type('甲');
  await made.desk.saveDraft(id, version, document, wang);
  expect(await made.desk.commitDraft(id, wang, '')).toBeNull();
  expect(await read()).toMatchObject({ revision: 1, isChanged: false });
});

test('a save on an old text is refused and writes nothing', async () => {
  const { document, version } = await read();
  await type('甲');
  await expect(made.desk.saveDraft(id, version, document, wang)).rejects.toMatchObject({ code: 'document-stale' });
  expect((await read()).document.blocks.at(-1)).toMatchObject({ children: [{ text: '甲' }] });
});

test('a lock keeps other windows out until it is taken over or its window is gone', async () => {
  expect(await made.desk.lockDocument(id, wang, false)).toEqual({ mine: true });
  expect(await made.desk.lockDocument(id, li, false)).toMatchObject({ mine: false, holder: '王一' });
  await expect(type('乙', li)).rejects.toMatchObject({ code: 'document-locked' });
  expect(await made.desk.lockDocument(id, li, true)).toEqual({ mine: true });
  await expect(type('甲')).rejects.toMatchObject({ code: 'document-locked' });
  made.wait(91);
  expect((await read()).lock).toBeNull();
  expect(await made.desk.lockDocument(id, wang, false)).toEqual({ mine: true });
  await made.desk.unlockDocument(id, wang);
  expect((await read()).lock).toBeNull();
});

test('who takes a document over finds what the other had typed as a revision of theirs', async () => {
  await made.desk.lockDocument(id, wang, false);
  await type('甲');
  await made.desk.lockDocument(id, li, true);
  expect(await made.desk.listRevisions(id)).toMatchObject([{ number: 2, author: '王一', note: '接手编辑前存版' }, { number: 1 }]);
  // The working copy goes on from the same version: what was read before may be written upon.
  expect(await read()).toMatchObject({ version: 2, isChanged: false });
  await type('乙', li);
  await made.desk.lockDocument(id, li, false);
  expect(await read()).toMatchObject({ revision: 2, isChanged: true });
});

test('a lock that was written before the clock was put back holds nobody out', async () => {
  await made.desk.lockDocument(id, wang, false);
  made.wait(-3600);
  expect((await read()).lock).toBeNull();
  expect(await made.desk.lockDocument(id, li, false)).toEqual({ mine: true });
});

test('restoring an old revision keeps what was typed as a revision of its own', async () => {
  await type('甲');
  expect(await made.desk.restoreRevision(id, 1, li)).toBe(3);
  expect(await made.desk.listRevisions(id)).toMatchObject([
    { number: 3, author: '李二', note: '恢复第 1 版' },
    { number: 2, author: '王一' },
    { number: 1 },
  ]);
  expect((await read()).document).toEqual(await made.desk.readRevision(id, 1));
  await expect(made.desk.restoreRevision(id, 9, li)).rejects.toMatchObject({ code: 'revision-missing' });
});

test('states are recorded with who and when; what is final is not changed by accident', async () => {
  await type('甲');
  await made.desk.setDocumentState(id, 'editing', '王一');
  await made.desk.setDocumentState(id, 'final', '李二');
  await made.desk.setDocumentState(id, 'final', '李二');
  expect(await made.desk.listStates(id)).toMatchObject([
    { state: 'editing', person: '王一' },
    { state: 'final', person: '李二' },
  ]);
  // What was typed before is a revision that says why it was made.
  expect((await made.desk.listRevisions(id))[0]).toMatchObject({ number: 2, author: '王一', note: '状态改为“编辑”' });
  expect(await read()).toMatchObject({ state: 'final', isChanged: false });
  await expect(type('乙')).rejects.toMatchObject({ code: 'document-final' });
  await made.desk.setDocumentState(id, 'editing', '李二');
  await type('乙');
});

test('an undo history is good only for the text that it was made of', async () => {
  const version = await type('甲');
  await made.desk.saveUndo(id, version, '[1]');
  expect(await made.desk.readUndo(id)).toBe('[1]');
  await made.desk.commitDraft(id, wang, '');
  expect(await made.desk.readUndo(id)).toBe('[1]');
  await type('乙');
  expect(await made.desk.readUndo(id)).toBeNull();
  await made.desk.saveUndo(id, version, '[2]');
  expect(await made.desk.readUndo(id)).toBeNull();
});

test('pages and lists show the working copy at once', async () => {
  const issue = await made.desk.createIssue(sampleHead);
  await made.desk.importIntoIssue(issue, '市政府文件', [
    { name: '1.txt', bytes: (await import('../samples.ts')).sampleText('示例市人民政府关于第1项工作的通知', 1) },
  ]);
  await made.desk.layoutIssue(issue);
  const { document, version } = await read();
  await made.desk.saveDraft(id, version, { ...document, title: '改过的题目', titleLines: ['改过的', '题目'] }, wang);
  expect((await made.desk.readIssue(issue)).entries[0]).toMatchObject({ title: '改过的题目' });
  const { contents } = await made.desk.layoutIssue(issue);
  expect(contents[0]?.title).toBe('改过的题目');
});

test('a full disk refuses the save and leaves all as it was; with room again the same save goes through', async () => {
  const before = await read();
  const pages = made.database.pragma('page_count', { simple: true }) as number;
  made.database.pragma(`max_page_count = ${pages}`);
  const large = withParagraph(before.document, '长'.repeat(200_000));
  await expect(made.desk.saveDraft(id, before.version, large, wang)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(await read()).toEqual(before);
  made.database.pragma('max_page_count = 1073741823');
  expect(await made.desk.saveDraft(id, before.version, large, wang)).toBe(before.version + 1);
  expect((await read()).document).toEqual(large);
});
