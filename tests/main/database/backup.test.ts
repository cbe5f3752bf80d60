/** Copies of the database, and bringing one back. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { backUp, restore, verify } from '../../../main/database/backup.ts';
import { insertDocument } from '../../../main/database/documents.ts';
import { listSubmissions } from '../../../main/database/intake.ts';
import { insertIssue, listIssues, removeIssue } from '../../../main/database/issues.ts';
import { migrations } from '../../../main/database/migrations/index.ts';
import { openDatabase } from '../../../main/database/open.ts';
import { insertProof } from '../../../main/database/proofs.ts';
import { insertSubmission } from '../../../main/database/submissions.ts';
import { sampleDocument, sampleHead } from '../samples.ts';
import { temporaryFolder } from '../temporary.ts';

const time = '2024-05-06T08:00:00.000Z';

test('a copy brings back what was there, and the former database is kept', async () => {
  const folder = temporaryFolder();
  const [path, copy] = [join(folder, 'a.sqlite'), join(folder, 'copy.sqlite')];
  const database = openDatabase(path);
  const id = insertIssue(database, sampleHead, time);
  await backUp(database, copy);
  removeIssue(database, id);
  database.close();

  const kept = await restore(copy, path);
  const restored = openDatabase(path, { mustExist: true });
  expect(listIssues(restored).map((issue) => issue.id)).toEqual([id]);
  restored.close();
  const former = openDatabase(kept ?? '', { mustExist: true });
  expect(listIssues(former)).toEqual([]);
  former.close();
  expect(readdirSync(folder).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('a damaged database can be restored over; a damaged copy cannot be restored', async () => {
  const folder = temporaryFolder();
  const [path, copy] = [join(folder, 'a.sqlite'), join(folder, 'copy.sqlite')];
  const database = openDatabase(path);
  await backUp(database, copy);
  database.close();
  writeFileSync(path, 'x'.repeat(9000));
  const kept = await restore(copy, path);
  expect(readFileSync(kept ?? '', 'utf8')).toBe('x'.repeat(9000));
  writeFileSync(copy, 'x'.repeat(9000));
  await expect(restore(copy, path)).rejects.toMatchObject({ code: 'database-unreadable' });
  expect(existsSync(path)).toBe(true);
});

test('a copy is one file that is read where nothing can be written', async () => {
  const folder = temporaryFolder();
  const copy = join(folder, 'copy.sqlite');
  const database = openDatabase(join(folder, 'a.sqlite'));
  await backUp(database, copy);
  database.close();
  // Bytes 18 and 19 of the head say whether a reader needs a WAL beside the file.
  expect([...readFileSync(copy).subarray(18, 20)]).toEqual([1, 1]);
});

test('nothing is brought back over a database that somebody has open', async () => {
  const folder = temporaryFolder();
  const [path, copy] = [join(folder, 'a.sqlite'), join(folder, 'copy.sqlite')];
  const database = openDatabase(path);
  await backUp(database, copy);
  const id = insertIssue(database, sampleHead, time);
  await expect(restore(copy, path)).rejects.toMatchObject({ code: 'database-in-use' });
  expect(listIssues(database).map((issue) => issue.id)).toEqual([id]);
  database.close();
  expect(readdirSync(folder).sort()).toEqual(['a.sqlite', 'copy.sqlite']);
  await restore(copy, path);
  const restored = openDatabase(path);
  expect([listIssues(restored), restored.pragma('journal_mode', { simple: true })]).toEqual([[], 'wal']);
  restored.close();
});

test('verify finds bytes that are not those that came in', async () => {
  const database = openDatabase(':memory:');
  expect(await verify(database)).toEqual([]);
  insertSubmission(database, { sha256: '0'.repeat(64), name: '通知.txt', bytes: new Uint8Array([1]), receivedAt: time, messages: [] });
  expect(await verify(database)).toEqual(['来稿“通知.txt”的内容与收稿时不符']);
});

test('verify finds a proof that cannot be unpacked, and a document that no list would show', async () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  const database = openDatabase(path);
  const id = insertIssue(database, sampleHead, time);
  const proof = { person: '王一', createdAt: time, pages: 1 };
  insertProof(database, id, proof, deflateSync('[]'));
  const bytes = new Uint8Array([1]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const submission = insertSubmission(database, { sha256, name: '通知.txt', bytes, receivedAt: time, messages: [] });
  const document = insertDocument(database, submission, sampleDocument('通知'), { author: '导入', createdAt: time });
  expect(await verify(database)).toEqual([]);
  insertProof(database, id, proof, new Uint8Array(9));
  database.exec('DELETE FROM catalogue');
  expect(await verify(database)).toEqual([
    expect.stringContaining(`稿件 ${document} 不在目录中`),
    expect.stringContaining('第 2 校已损坏'),
  ]);
  database.close();
  const again = openDatabase(path);
  expect(listSubmissions(again).map(({ title }) => title)).toEqual(['通知']);
  again.close();
});

test('a copy from before the working copies, proofs and lists can be checked and brought back', async () => {
  const folder = temporaryFolder();
  const [path, copy] = [join(folder, 'a.sqlite'), join(folder, 'copy.sqlite')];
  const old = openDatabase(copy, { migrations: migrations.slice(0, 4) });
  const id = insertIssue(old, sampleHead, time);
  expect(await verify(old)).toEqual([]);
  old.close();
  expect(await restore(copy, path)).toBe(null);
  const restored = openDatabase(path, { mustExist: true });
  expect(listIssues(restored).map((issue) => issue.id)).toEqual([id]);
  restored.close();
});
