/** 自动排序: series by series, numbers as numbers; what a new order moves is as little as can be. */
import { expect, test } from 'vitest';
import { hanNumber, movedItems, orderByNumber, readDocNumber } from '../../../shared/issue/order.ts';

const entry = (docNumber: string | null, section = '市政府文件', date: string | null = null) => ({ docNumber, section, date });
const numbers = (entries: readonly { readonly docNumber: string | null }[]) => entries.map(({ docNumber }) => docNumber);

test('a 发文字号 is read whatever its brackets and widths', () => {
  expect(readDocNumber('示府办发〔2026〕12号')).toEqual({ office: '示府办', kind: '发', year: 2026, number: 12 });
  expect(readDocNumber('示府字 ［２０２６］ 第３ 号')).toEqual({ office: '示府', kind: '字', year: 2026, number: 3 });
  expect(readDocNumber('第十二号', '2026-03-01')).toEqual({ office: '', kind: '令', year: 2026, number: 12 });
  expect(readDocNumber('另文印发')).toBeNull();
  expect(['9', '十', '二十', '三十五', '一百零三'].map(hanNumber)).toEqual([9, 10, 20, 35, 103]);
});

test('numbers count as numbers, within their series, 发 before 字', () => {
  const mixed = ['示府字〔2026〕100号', '示府发〔2026〕13号', '示府字〔2026〕72号', '示府发〔2026〕9号', '示府字〔2025〕110号'];
  expect(numbers(orderByNumber(mixed.map((number) => entry(number))))).toEqual([
    '示府发〔2026〕9号',
    '示府发〔2026〕13号',
    '示府字〔2025〕110号',
    '示府字〔2026〕72号',
    '示府字〔2026〕100号',
  ]);
});

test('offices stand in the order in which they first appear', () => {
  const mixed = ['示府办发〔2026〕2号', '示府发〔2026〕1号', '示府办发〔2026〕1号'];
  expect(numbers(orderByNumber(mixed.map((number) => entry(number))))).toEqual([
    '示府办发〔2026〕1号',
    '示府办发〔2026〕2号',
    '示府发〔2026〕1号',
  ]);
});

test('what has no number stands behind by date, and sections keep their order and become whole', () => {
  const entries = [
    entry(null, '市政府文件', '2026-03-02'),
    entry('示府发〔2026〕2号', '市政府文件'),
    entry(null, '政务动态', null),
    entry(null, '市政府文件', '2026-01-02'),
    entry('示府发〔2026〕1号', '市政府文件'),
    entry(null, '政务动态', '2026-02-01'),
  ];
  const ordered = orderByNumber(entries);
  expect(ordered.map((one) => entries.indexOf(one))).toEqual([4, 1, 3, 0, 5, 2]);
  expect(orderByNumber(ordered)).toEqual(ordered);
});

test('of what was moved only the least is named', () => {
  expect([...movedItems(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])]).toEqual(['a']);
  expect([...movedItems(['a', 'b', 'c'], ['a', 'b', 'c'])]).toEqual([]);
  expect([...movedItems(['a', 'b'], ['b', 'x', 'a'])].includes('x')).toBe(true);
  expect([...movedItems([], ['x'])]).toEqual(['x']);
  expect([...movedItems(['x'], [])]).toEqual([]);
});
