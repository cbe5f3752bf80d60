/** What the doors let through to the desk. */
import { expect, test } from 'vitest';
import type { Api } from '../../shared/api.ts';
import { answerCall, callDesk, isApiMethod } from '../../shared/door.ts';
import { sampleHead } from '../main/samples.ts';

/** A desk that gives back what it was called with. */
const echo = new Proxy(
  {},
  {
    get:
      (_, method) =>
      async (...given: unknown[]) => [method, ...given],
  },
) as Api;
const progress = () => {};

test('good arguments reach the desk, with progress behind them', async () => {
  expect(await callDesk(echo, 'listIssues', [], progress)).toEqual(['listIssues', progress]);
  expect(await callDesk(echo, 'createIssue', [sampleHead], progress)).toEqual(['createIssue', sampleHead, progress]);
  expect(await callDesk(echo, 'createIssue', [{ ...sampleHead, style: { title: { size: 20 } } }], progress)).toHaveLength(3);
  const files = [{ name: 'a.txt', bytes: new Uint8Array([1]) }];
  expect(await callDesk(echo, 'importFiles', [files, true], progress)).toEqual(['importFiles', files, true, progress]);
  expect(await callDesk(echo, 'updateEntry', [1, { position: 0, documentId: 3 }, { start: 'rightPage' }], progress)).toHaveLength(5);
});

test.each([
  ['readIssue', []],
  ['readIssue', [0]],
  ['readIssue', ['1']],
  ['readIssue', [1, 2]],
  ['readIssue', { length: 1, 0: 1 }],
  ['listIssues', null],
  ['importFiles', [[{ name: 'a', bytes: 'text' }], true]],
  ['createIssue', [{ ...sampleHead, year: '2024' }]],
  ['createIssue', [{ ...sampleHead, extra: 1 }]],
  ['createIssue', [{ ...sampleHead, toString: 1 }]],
  ['updateEntry', [1, { position: 0, documentId: 3 }, { start: 'somewhere' }]],
  ['updateEntry', [1, 0, { start: 'rightPage' }]],
  ['exportIssue', [1, 'exe']],
  ['createIssue', [{ ...sampleHead, style: [] }]],
  ['importHouse', [{ name: 'a.json', bytes: '{}' }]],
  ['exportHouse', [1]],
  ['removeHouse', []],
] as const)('%s refuses %j', async (method, given) => {
  await expect(callDesk(echo, method, given, progress)).rejects.toMatchObject({ code: 'bad-arguments' });
});

test('only methods of the contract are known', () => {
  expect([isApiMethod('listIssues'), isApiMethod('constructor'), isApiMethod('toString')]).toEqual([true, false, false]);
});

test('whatever is thrown becomes an answer', async () => {
  const broken = { listIssues: () => Promise.reject(new Error('x')) } as unknown as Api;
  const answer = await answerCall(broken, 'listIssues', [], progress, () => ({ code: 'internal', text: '出错' }));
  expect(answer).toEqual({ ok: false, code: 'internal', text: '出错' });
});
