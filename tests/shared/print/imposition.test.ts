/** Order of pages, creep and full signatures. */
import { describe, expect, it } from 'vitest';
import { creep, gatheredSignatures, saddleStitch } from '../../../shared/print/imposition.ts';
import { fullSignature } from '../../../shared/print/page-count.ts';

describe('saddle stitch', () => {
  it('sets eight pages as (8,1)|(2,7) and (6,3)|(4,5)', () => {
    expect(saddleStitch(8)).toEqual([
      { front: { left: 8, right: 1 }, back: { left: 2, right: 7 }, nested: 0 },
      { front: { left: 6, right: 3 }, back: { left: 4, right: 5 }, nested: 1 },
    ]);
  });

  it.each([4, 8, 12, 48, 96])('of %i pages has every page once, odd pages on the right, and both sides of a leaf meet', (pages) => {
    const sheets = saddleStitch(pages);
    const sides = sheets.flatMap(({ front, back }) => [front, back]);
    expect(sides.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b)).toEqual(Array.from({ length: pages }, (_, i) => i + 1));
    for (const { left, right } of sides) {
      expect(left + right).toBe(pages + 1);
      expect([left % 2, right % 2]).toEqual([0, 1]);
    }
    for (const { front, back } of sheets) {
      expect(back.left - front.right).toBe(1);
      expect(front.left - back.right).toBe(1);
    }
  });

  it('refuses a count that cannot be folded', () => expect(() => saddleStitch(10)).toThrow('multiple of 4'));

  it('moves the pages of each nested sheet by one more thickness of paper', () => {
    expect(saddleStitch(16).map((sheet) => creep(sheet, 100))).toEqual([0, 100, 200, 300]);
  });
});

describe('perfect binding', () => {
  it('gathers signatures of sixteen pages, the rest in a smaller one', () => {
    const signatures = gatheredSignatures(40);
    expect(signatures.map(({ firstPage, lastPage }) => [firstPage, lastPage])).toEqual([
      [1, 16],
      [17, 32],
      [33, 40],
    ]);
    expect(signatures[1]?.sheets[0]).toEqual({ front: { left: 32, right: 17 }, back: { left: 18, right: 31 }, nested: 0 });
    expect(signatures[2]?.sheets).toHaveLength(2);
  });
});

it('says what is missing to a full signature', () => {
  expect(fullSignature(30, 4)).toEqual({ pages: 32, missing: 2 });
  expect(fullSignature(33, 16)).toEqual({ pages: 48, missing: 15 });
  expect(fullSignature(32, 16)).toEqual({ pages: 32, missing: 0 });
  expect(fullSignature(7, 1)).toEqual({ pages: 7, missing: 0 });
});
