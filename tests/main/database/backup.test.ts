/** Copies of the database, and bringing one back. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUp, restore, verify } from '../../../main/database/backup.ts';
import { insertIssue, listIssues, removeIssue } from '../../../main/database/issues.ts';
import { openDatabase } from '../../../main/database/open.ts';
import { insertSubmission } from '../../../main/database/submissions.ts';
import { sampleHead } from '../samples.ts';
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

test('verify finds bytes that are not those that came in', () => {
  const database = openDatabase(':memory:');
  expect(verify(database)).toEqual([]);
  insertSubmission(database, { sha256: '0'.repeat(64), name: '通知.txt', bytes: new Uint8Array([1]), receivedAt: time, messages: [] });
  expect(verify(database)).toEqual(['来稿“通知.txt”的内容与收稿时不符']);
});
