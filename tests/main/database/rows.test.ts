/** What is written is what is read: documents with their revisions, issues with their entries, styles. */
import { expect, test } from 'vitest';
import { addRevision, insertDocument, readDocument } from '../../../main/database/documents.ts';
import { insertImage, readImage } from '../../../main/database/images.ts';
import {
  insertIssue,
  issueStamp,
  listIssues,
  readIssue,
  removeIssue,
  updateIssueHead,
  writeEntries,
} from '../../../main/database/issues.ts';
import { type Database, openDatabase } from '../../../main/database/open.ts';
import { readStyleOverrides, writeStyleOverrides } from '../../../main/database/styles.ts';
import { findSubmission, insertSubmission, readSubmissionBytes } from '../../../main/database/submissions.ts';
import { sampleDocument, sampleHead } from '../samples.ts';

const time = '2024-05-06T08:00:00.000Z';
const by = { author: '编辑', createdAt: time };

function storeDocument(database: Database, digit: string) {
  const bytes = new TextEncoder().encode(`通知${digit}`);
  const submission = insertSubmission(database, { sha256: digit.repeat(64), name: `${digit}.txt`, bytes, receivedAt: time, messages: [] });
  return { submission, document: insertDocument(database, submission, sampleDocument(`关于${digit}的通知`), by) };
}

test('the bytes of a submission come back as they were', () => {
  const database = openDatabase(':memory:');
  const { submission } = storeDocument(database, '1');
  expect(new TextDecoder().decode(readSubmissionBytes(database, submission) ?? undefined)).toBe('通知1');
  expect(findSubmission(database, '1'.repeat(64))?.id).toBe(submission);
  expect(findSubmission(database, '2'.repeat(64))).toBeNull();
});

test('a revision on a stale base is refused, all others are kept', () => {
  const database = openDatabase(':memory:');
  const { document } = storeDocument(database, '1');
  expect(addRevision(database, document, 1, sampleDocument('改后'), by)).toBe(2);
  expect(addRevision(database, document, 1, sampleDocument('来迟'), by)).toBeNull();
  expect(readDocument(database, document)).toMatchObject({ revision: 2, file: '1.txt', document: { title: '改后' } });
  expect(database.prepare('SELECT count(*) FROM revisions').pluck().get()).toBe(2);
});

test('an issue comes back as it was, its entries in their order, a section twice if need be', () => {
  const database = openDatabase(':memory:');
  const keys = ['1', '2', '3'].map((digit) => ({ documentId: storeDocument(database, digit).document, file: `${digit}.txt` }));
  const id = insertIssue(database, sampleHead, time);
  const entries = keys.map((key, i) => ({
    key,
    section: i === 1 ? '人事任免' : '市政府文件',
    start: 'newPage' as const,
    contentsTitle: i === 2 ? '短题' : null,
  }));
  writeEntries(database, id, entries, time);
  expect(readIssue(database, id)).toEqual({ head: sampleHead, entries });
  expect(listIssues(database)).toMatchObject([{ id, number: 3, entryCount: 3, changedAt: time }]);
  const bare = { ...sampleHead, grid: null, totalNumber: null, publishedOn: null, cover: {} };
  expect(updateIssueHead(database, id, bare, time)).toBe(true);
  expect(readIssue(database, id)?.head).toEqual(bare);
  expect([removeIssue(database, id), removeIssue(database, id), readIssue(database, id)]).toEqual([true, false, null]);
});

test('the stamp changes with the head, the entries and the documents', () => {
  const database = openDatabase(':memory:');
  const { document } = storeDocument(database, '1');
  const id = insertIssue(database, sampleHead, time);
  const stamps = [issueStamp(database, id)];
  writeEntries(
    database,
    id,
    [{ key: { documentId: document, file: '1.txt' }, section: '栏目', start: 'newPage', contentsTitle: null }],
    time,
  );
  stamps.push(issueStamp(database, id));
  addRevision(database, document, 1, sampleDocument('改后'), by);
  stamps.push(issueStamp(database, id));
  updateIssueHead(database, id, sampleHead, time);
  stamps.push(issueStamp(database, id));
  expect(new Set(stamps).size).toBe(4);
});

test('a picture is kept once, a style under its id', () => {
  const database = openDatabase(':memory:');
  const image = { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };
  insertImage(database, 'f'.repeat(64), image);
  insertImage(database, 'f'.repeat(64), image);
  expect([...(readImage(database, 'f'.repeat(64))?.bytes ?? [])]).toEqual([1, 2, 3]);
  writeStyleOverrides(database, 'jiujiang', { gutterEm: 2 }, time);
  writeStyleOverrides(database, 'jiujiang', { gutterEm: 1.5 }, time);
  expect([readStyleOverrides(database, 'jiujiang'), readStyleOverrides(database, 'ganzhou')]).toEqual([{ gutterEm: 1.5 }, null]);
});
