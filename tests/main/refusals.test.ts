/** What people are told of what was thrown. */
import { expect, test } from 'vitest';
import { isMachineFault, refusalOf } from '../../main/refusals.ts';
import { DeskError } from '../../shared/api.ts';

const withCode = (code: string) => Object.assign(new Error('secret'), { code });

test.each([
  [new DeskError('issue-missing', '没有这一期。'), 'issue-missing', false],
  [new DeskError('database-newer', '请升级。'), 'database-newer', true],
  [withCode('SQLITE_FULL'), 'database', true],
  [withCode('SQLITE_IOERR_WRITE'), 'database', true],
  [withCode('SQLITE_READONLY_DBMOVED'), 'database', true],
  [withCode('SQLITE_CONSTRAINT_UNIQUE'), 'database', true],
  [withCode('ENOSPC'), 'database', true],
  [new TypeError('secret'), 'internal', true],
  ['thrown text', 'internal', true],
])('%s', (error, code, machine) => {
  const logged: unknown[] = [];
  const refusal = refusalOf(error, (thrown) => logged.push(thrown));
  expect([refusal.code, isMachineFault(refusal), logged.length]).toEqual([code, machine, error instanceof DeskError ? 0 : 1]);
  expect(refusal.text).not.toContain('secret');
});
