/** The next issue's masthead: numbers counted on where they are named, everything else as it was. */
import { expect, test } from 'vitest';
import { nextIssueHead } from '../../../shared/issue/next.ts';
import { sampleHead } from '../../main/samples.ts';

const head = {
  ...sampleHead,
  year: 2024,
  number: 3,
  totalNumber: 36,
  frequency: '双月刊',
  publishedOn: '2024-06-30',
  cover: {
    titleEnglish: 'GAZETTE No. 3',
    coverYear: '2024',
    coverIssue: '第 3 期（总第 36 期）',
    issueLine: '2024年第3期 总第36期 2024年6月30日出版 （双月刊）',
    han: '二〇二四年第三期',
    picture: '2024',
  },
  fields: [
    { label: '期号', value: '2024年第3期' },
    { label: '印刷数量', value: '2024册，第3期起' },
    { label: '联系电话', value: '0790-2024336' },
  ],
};

test('number and total are counted on, the date is open, the imprint stays', () => {
  const next = nextIssueHead(head);
  expect(next).toMatchObject({ year: 2024, number: 4, totalNumber: 37, publishedOn: null, board: head.board, slogans: head.slogans });
  expect(next.cover).toEqual({
    titleEnglish: 'GAZETTE No. 4',
    coverYear: '2024',
    coverIssue: '第 4 期（总第 37 期）',
    issueLine: '2024年第4期 总第37期 2024年　月　日出版 （双月刊）',
    han: '二〇二四年第四期',
    picture: '2024',
  });
  expect(next.fields.map(({ value }) => value)).toEqual(['2024年第4期', '2024册，第4期起', '0790-2024336']);
});

test('where number and total are alike, each is counted by itself', () => {
  const next = nextIssueHead({ ...head, number: 1, totalNumber: 1, cover: { coverIssue: '第1期（总第1期）' } });
  expect(next.cover.coverIssue).toBe('第2期（总第2期）');
  const same = nextIssueHead({ ...head, number: 36, totalNumber: 36, frequency: '不定期', cover: { coverIssue: '第36期（总第36期）' } });
  expect(same.cover.coverIssue).toBe('第37期（总第37期）');
});

test.each([
  ['双月刊', 6, 2025, 1],
  ['双月刊', 5, 2024, 6],
  ['（月刊）', 12, 2025, 1],
  ['月刊', 6, 2024, 7],
  ['季刊', 4, 2025, 1],
  ['不定期', 6, 2024, 7],
  ['', 12, 2024, 13],
])('%s, number %i → %i/%i', (frequency, number, year, nextNumber) => {
  expect(nextIssueHead({ ...head, frequency, number })).toMatchObject({ year, number: nextNumber });
});

test('the year is counted on where it is named', () => {
  const { cover, fields } = nextIssueHead({
    ...head,
    number: 6,
    cover: { ...head.cover, issueLine: '2024年第6期 2024年12月30日出版', han: '二〇二四年第六期' },
  });
  expect(cover).toMatchObject({ coverYear: '2025', issueLine: '2025年第1期 2025年　月　日出版', han: '二〇二五年第一期' });
  expect(fields[0]?.value).toBe('2025年第3期');
});

test('without a total there is none', () => {
  expect(nextIssueHead({ ...head, totalNumber: null }).totalNumber).toBeNull();
});
