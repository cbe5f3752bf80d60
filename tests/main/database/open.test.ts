/** Opening: pragmas, foreign and damaged files, newer versions. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applicationId, openDatabase } from '../../../main/database/open.ts';
import { DeskError } from '../../../shared/api.ts';
import { temporaryFolder } from '../temporary.ts';

function refusal(work: () => unknown): DeskError {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a new file gets WAL, full synchronisation, foreign keys and our mark', () => {
  const database = openDatabase(join(temporaryFolder(), 'a.sqlite'));
  const read = (name: string) => database.pragma(name, { simple: true });
  expect([read('journal_mode'), read('synchronous'), read('foreign_keys'), read('application_id')]).toEqual(['wal', 2, 1, applicationId]);
  database.close();
});

test('a store in memory is allowed', () => {
  const database = openDatabase(':memory:');
  expect(database.prepare('SELECT count(*) FROM issues').pluck().get()).toBe(0);
  database.close();
});

test('opening twice changes nothing', () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  openDatabase(path).close();
  const before = readFileSync(path);
  openDatabase(path, { mustExist: true }).close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a file that is no database is refused in Chinese and left alone', () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  writeFileSync(path, '示例市人民政府公报。'.repeat(500));
  const error = refusal(() => openDatabase(path));
  expect([error.code, error.message]).toEqual(['database-unreadable', expect.stringContaining('不是公报编辑台的数据库')]);
  expect(readFileSync(path, 'utf8')).toBe('示例市人民政府公报。'.repeat(500));
});

test('the database of another program is refused and left alone', () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  new SqliteDatabase(path).exec('CREATE TABLE notes (text TEXT)').close();
  const before = readFileSync(path);
  expect(refusal(() => openDatabase(path)).code).toBe('database-foreign');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a database of a newer program is refused, also for reading', () => {
  const path = join(temporaryFolder(), 'a.sqlite');
  const database = openDatabase(path);
  database.pragma('user_version = 999');
  database.close();
  for (const readonly of [false, true]) {
    const error = refusal(() => openDatabase(path, { readonly }));
    expect([error.code, error.message]).toEqual(['database-newer', expect.stringContaining('请升级程序')]);
  }
});

test('a path that is not there is said', () => {
  const folder = temporaryFolder();
  expect(refusal(() => openDatabase(join(folder, 'a.sqlite'), { mustExist: true })).code).toBe('database-missing');
  expect(refusal(() => openDatabase(join(folder, 'none/a.sqlite'))).code).toBe('database-missing');
});
