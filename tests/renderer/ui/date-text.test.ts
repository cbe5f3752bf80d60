/** Days as they are typed, and what is said of those that do not exist. */
import { expect, it } from 'vitest';
import { dateTrouble, dateTyped } from '../../../renderer/ui/date-text.ts';

it('takes a day in every way it is written', () => {
  for (const typed of ['2026年1月6日', '2026-1-6', '2026.1.6', '20260106', '２０２６年１月６日', '二〇二六年一月六日']) {
    expect(dateTyped(typed)).toBe('2026-01-06');
    expect(dateTrouble(typed)).toBe(null);
  }
  expect(dateTrouble('  ')).toBe(null);
});

it('says which day does not exist, and how to write one only where that is the trouble', () => {
  expect(dateTrouble('2022年2月31日')).toBe('没有 2 月 31 日');
  expect(dateTrouble('2022-4-31')).toBe('没有 4 月 31 日');
  expect(dateTrouble('2023年2月29日')).toBe('2023 年没有 2 月 29 日');
  expect(dateTrouble('20221301')).toBe('没有 13 月，请核对月份');
  expect(dateTrouble('二〇二二年四月三十一日')).toBe('没有 4 月 31 日');
  expect(dateTrouble('明天')).toBe('请写成“2026年1月6日”的样子');
  expect(dateTrouble('2022年2月')).toBe('请写成“2026年1月6日”的样子');
});
