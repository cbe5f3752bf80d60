/** A program that is left open makes its copy every day. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepDailyCopies } from '../../../main/hosts/daily-copies.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('it is looked for every hour, and a failure is told once a day', async () => {
  let looked = 0;
  const failed = vi.fn();
  const keep = async () => {
    looked += 1;
    if (looked > 3) throw new Error('no room');
  };
  const stop = keepDailyCopies(keep, () => Date.now(), failed);
  await vi.advanceTimersByTimeAsync(3_600_000 * 2);
  expect([looked, failed.mock.calls.length]).toEqual([3, 0]);
  await vi.advanceTimersByTimeAsync(3_600_000 * 23);
  expect([looked, failed.mock.calls.length]).toEqual([26, 1]);
  await vi.advanceTimersByTimeAsync(3_600_000 * 3);
  expect(failed.mock.calls.length).toBe(2);
  stop();
  await vi.advanceTimersByTimeAsync(3_600_000 * 5);
  expect(looked).toBe(29);
});
