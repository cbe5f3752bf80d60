/** 组版: moving entries and sections, and what becomes of the past when someone else changes the issue. */
import { expect, test } from 'vitest';
import {
  addSection,
  changeEntries,
  entriesOf,
  moveSection,
  moveToGap,
  moveToSection,
  type Outline,
  outlineOf,
  rebase,
  removeEntries,
  removeSection,
  renameSection,
  step,
  withEmptySections,
} from '../../../shared/issue/outline.ts';

interface Entry {
  readonly documentId: number;
  readonly section: string;
}
/** 甲12 乙3 for documents 1 and 2 in 甲 and 3 in 乙. */
const read = (words: string): Outline<Entry> =>
  words.split(' ').map((word) => {
    const name = word[0] as string;
    return { name, entries: [...word.slice(1)].map((digit) => ({ documentId: Number(digit), section: name })) };
  });
const say = (outline: Outline<Entry> | null) =>
  outline?.map(({ name, entries }) => name + entries.map((entry) => entry.documentId).join('')).join(' ');
const ids = (...all: readonly number[]) => new Set(all);

test('entries make sections and sections entries', () => {
  const entries = entriesOf(read('甲12 乙3 甲4'));
  expect(say(outlineOf(entries))).toBe('甲12 乙3 甲4');
  expect(say(withEmptySections(read('丁 甲12 丙 乙3'), entriesOf(read('甲1 乙23'))))).toBe('丁 甲1 丙 乙23');
});

test.each([
  ['甲123 乙4', [2], -1, '甲213 乙4'],
  ['甲123 乙4', [2], 1, '甲132 乙4'],
  ['甲123 乙4', [3], 1, '甲12 乙34'],
  ['甲123 乙4', [4], -1, '甲1234 乙'],
  ['甲123 乙4', [1], -1, undefined],
  ['甲123 乙4', [4], 1, undefined],
  ['甲123 乙4', [2, 3], -1, '甲231 乙4'],
  ['甲123 乙4', [1, 2], 1, '甲312 乙4'],
  ['甲123 乙45', [2, 4], -1, '甲2413 乙5'],
  ['甲1 丙 乙2', [1], 1, '甲 丙1 乙2'],
] as const)('%s: %j by %i is %s', (before, moved, by, after) => {
  expect(say(step(read(before), ids(...moved), by))).toBe(after);
});

test('entries go into a gap and take its section', () => {
  expect(say(moveToGap(read('甲123 乙4'), ids(1, 3), { section: 1, at: 1 }))).toBe('甲2 乙413');
  expect(say(moveToGap(read('甲123'), ids(1), { section: 0, at: 1 }))).toBe('甲123');
  expect(entriesOf(moveToGap(read('甲12 乙3'), ids(1), { section: 1, at: 0 }))[1]).toEqual({ documentId: 1, section: '乙' });
  expect(say(moveToSection(read('甲12 乙3'), ids(1), '丙'))).toBe('甲2 乙3 丙1');
  expect(say(moveToSection(read('甲12 乙3'), ids(1), '乙'))).toBe('甲2 乙31');
});

test('sections are moved, renamed, joined, added and taken away', () => {
  expect(say(moveSection(read('甲1 乙2 丙3'), 0, 3))).toBe('乙2 丙3 甲1');
  expect(say(moveSection(read('甲1 乙2 丙3'), 2, 0))).toBe('丙3 甲1 乙2');
  expect(say(moveSection(read('甲1 乙2'), 0, 1))).toBe('甲1 乙2');
  expect(say(renameSection(read('甲1 乙2'), 0, '丁'))).toBe('丁1 乙2');
  expect(say(renameSection(read('甲1 乙2 丙3'), 2, '甲'))).toBe('甲13 乙2');
  expect(say(renameSection(read('甲1 乙2 丙3'), 0, '丙'))).toBe('乙2 丙13');
  expect(say(addSection(read('甲1 乙2'), '丙', 0))).toBe('甲1 丙 乙2');
  expect(say(addSection(read('甲1 乙2'), '乙', 0))).toBe('甲1 乙2');
  expect(say(removeSection(read('甲1 丙 乙2'), 1))).toBe('甲1 乙2');
  expect(say(removeSection(read('甲1 丙 乙2'), 0))).toBe('甲1 丙 乙2');
});

test('entries are taken out and changed', () => {
  expect(say(removeEntries(read('甲12 乙3'), ids(2, 3)))).toBe('甲1 乙');
  expect(entriesOf(changeEntries(read('甲12'), ids(2), { documentId: 9 })).map(({ documentId }) => documentId)).toEqual([1, 9]);
});

test('the past takes in what others added and does not bring back what they took out', () => {
  expect(say(rebase(read('甲12 乙3'), entriesOf(read('乙4 丙5')), ids(2)))).toBe('甲1 乙34 丙5');
  expect(say(rebase(read('甲12'), entriesOf(read('甲2')), ids()))).toBe('甲12');
});
