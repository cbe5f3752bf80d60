/** 沿用上一期: the masthead of the next issue, with its numbers counted on wherever they are named. */
import type { IssueHead } from './issue.ts';

const perYear: Readonly<Record<string, number>> = { 月刊: 12, 双月刊: 6, 季刊: 4 };

interface Counted {
  readonly year: number;
  readonly number: number;
  readonly totalNumber: number | null;
}

/**
 * The year rolls over after the last issue that its 刊期 has (a 刊期 that says no number never rolls over). Layout, board and imprint
 * stay; the day of publication is open again, also where a text names it.
 */
export function nextIssueHead(head: IssueHead): IssueHead {
  const most = perYear[head.frequency.replace(/[（）()\s\u3000]/g, '')];
  const rolls = most !== undefined && head.number >= most;
  const next: Counted = {
    year: rolls ? head.year + 1 : head.year,
    number: rolls ? 1 : head.number + 1,
    totalNumber: head.totalNumber === null ? null : head.totalNumber + 1,
  };
  const count = (text: string): string => countOn(text, head, next);
  return {
    ...head,
    ...next,
    publishedOn: null,
    cover: Object.fromEntries(Object.entries(head.cover).map(([name, value]) => [name, name === 'picture' ? value : count(value)])),
    fields: head.fields.map(({ label, value }) => ({ label, value: count(value) })),
  };
}

/** Only what stands in its usual surroundings is a number of the issue: `第 4 期`, `总第74期`, `2023年`, a year by itself. */
function countOn(text: string, old: Counted, next: Counted): string {
  if (text.trim() === String(old.year)) return String(next.year);
  return text
    .replace(/(总\s*第?\s*)(\d+)(\s*期)/g, (all, before: string, digits: string, after: string) =>
      old.totalNumber !== null && Number(digits) === old.totalNumber ? `${before}${next.totalNumber}${after}` : all,
    )
    .replace(
      /(总\s*)?(第\s*)(\d+|[〇零一二三四五六七八九十]+)(\s*期)/g,
      (all, total: string | undefined, before: string, digits: string, after: string) => {
        if (total !== undefined || countedValue(digits) !== old.number) return all;
        return `${before}${/\d/.test(digits) ? next.number : hanCount(next.number)}${after}`;
      },
    )
    .replace(/(No\.?\s*)(\d+)/gi, (all, before: string, digits: string) =>
      Number(digits) === old.number ? `${before}${next.number}` : all,
    )
    .replace(
      /(\d{4})(\s*年\s*)\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?(?=\s*出版)/g,
      (_, _year: string, between: string) => `${next.year}${between}　月　日`,
    )
    .replace(/(\d{4}|[〇零一二三四五六七八九]{4})(?=\s*年(?!\s*[\d　]))/g, (year) => {
      if (/\d/.test(year)) return Number(year) === old.year ? String(next.year) : year;
      return year.replaceAll('零', '〇') === hanYear(old.year) ? hanYear(next.year) : year;
    });
}

const digits = [...'〇一二三四五六七八九'];

function hanYear(year: number): string {
  return [...String(year)].map((digit) => digits[Number(digit)] ?? '').join('');
}

/** 1–99 as they are spoken: 十二, 二十, 二十三. */
function hanCount(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`}${ones === 0 && tens > 0 ? '' : (digits[ones] ?? '')}`;
}

function countedValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  for (let value = 1; value < 100; value += 1) if (hanCount(value) === text) return value;
  return -1;
}
