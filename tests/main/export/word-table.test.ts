/** Tables in the Word file stand as they do on the pages: groups, widths, type size and alignment of the layout. */
import { expect, it } from 'vitest';
import type { TableRow } from '../../../shared/document/block.ts';
import { all, read, textOf, withBlocks } from './read-word.ts';
import { house } from './word-sample.ts';

const cells = (...texts: readonly string[]): TableRow => ({
  type: 'tableRow',
  children: texts.map((text) => ({
    type: 'tableCell',
    columnSpan: 1,
    rowSpan: 1,
    children: text.split('\n').map((line) => ({ type: 'cellParagraph', children: [{ text: line }] })),
  })),
});
const task = '推动全市云计算资源统一管理，建成标准机柜三千个，形成市县两级贯通的政务云平台，满足各部门业务上云的需求。';
const rowsOf = async (columns: number, ...rows: readonly TableRow[]) => {
  const [head, ...others] = rows;
  const children: readonly TableRow[] = head === undefined ? [] : [{ ...head, head: true }, ...others];
  const { body } = await read(withBlocks([{ type: 'table', columns: new Array<number>(columns).fill(1), children }]));
  const xml = all(body, /<w:tbl>.*?<\/w:tbl>/g)[0] ?? '';
  return {
    heights: all(xml, /<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>/g).map(Number),
    widths: all(xml, /<w:gridCol w:w="(\d+)"\/>/g).map(Number),
    rows: all(xml, /<w:tr>.*?<\/w:tr>/g).map((row) => all(row, /<w:tc>.*?<\/w:tc>/g)),
  };
};
const alignOf = (cell: string | undefined) => /<w:jc w:val="(\w+)"\/>/.exec(cell ?? '')?.[1];
const indentOf = (cell: string | undefined, side: 'left' | 'right') =>
  Number(new RegExp(`<w:ind [^>]*w:${side}="(\\d+)"`).exec(cell ?? '')?.[1] ?? 0);

it('sets the head of a group across the table, and not last on a page', async () => {
  const body = Array.from({ length: 20 }, (_, index) => cells(`${index + 1}`, '云平台建设', task));
  const { rows } = await rowsOf(3, cells('序号', '工作任务', '主要内容'), cells('（一）夯实基础', '', ''), ...body);
  expect(rows[1]?.map((cell) => /<w:gridSpan w:val="(\d+)"\/>/.exec(cell)?.[1])).toEqual(['3']);
  expect([alignOf(rows[1]?.[0]), textOf(rows[1]?.[0] ?? '')]).toEqual(['center', '（一）夯实基础']);
  expect(rows.map((row) => row.some((cell) => cell.includes('<w:keepNext/>'))).slice(0, 3)).toEqual([false, true, false]);
});

it('gives each column its room and sets only what is long justified', async () => {
  const row = (number: string, name: string, day: string) => cells(number, name, task.repeat(2), day, '市行政审批局');
  const { widths, rows } = await rowsOf(
    5,
    cells('序号', '工作任务', '主要内容', '完成时限', '牵头单位'),
    row('1', '升级改造政务外网', '2023年6月'),
    row('2', '建设云平台', '2024年12月'),
  );
  const [number = 0, name = 0, content = 0] = widths;
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9660);
  expect(number).toBeLessThan(600);
  expect(number).toBeLessThan(name / 2);
  expect(content).toBeGreaterThan(9660 / 3);
  expect(rows[1]?.map(alignOf)).toEqual(['center', 'center', 'both', 'center', 'center']);
});

it('keeps lines in the middle of nearly one length, and a number with its unit', async () => {
  const { widths, rows } = await rowsOf(
    4,
    cells('序号', '时限', '主要内容', '说明'),
    cells('1', '2023年12月', task.repeat(4), task.repeat(4)),
  );
  const day = rows[1]?.[1];
  expect(alignOf(day)).toBe('center');
  const room = (widths[1] ?? 0) - 2 * 80 - indentOf(day, 'left') - indentOf(day, 'right');
  expect(indentOf(day, 'left')).toBe(indentOf(day, 'right'));
  // 2023年 on a line, 12月 on the next: room for that, and for no digit more.
  expect(room).toBeGreaterThanOrEqual(3 * 180);
  expect(room).toBeLessThan(4 * 180);
});

it('sets the points of numbers in one line', async () => {
  const { rows } = await rowsOf(2, cells('县（区）', '完成投资'), cells('甲区', '1.25'), cells('乙县', '300'), cells('丙县', '86.50'));
  const numbers = rows.slice(1).map((row) => row[1]);
  expect(numbers.map(alignOf)).toEqual(['right', 'right', 'right']);
  const [first, whole, last] = numbers.map((cell) => indentOf(cell, 'right'));
  expect(first).toBe(last);
  // .25 is a good em wide.
  expect((whole ?? 0) - (first ?? 0)).toBeGreaterThan(180);
  expect((whole ?? 0) - (first ?? 0)).toBeLessThan(2 * 180);
});

it('takes smaller type where the columns have no room for that of the style', async () => {
  const wide = await rowsOf(24, cells(...new Array<string>(24).fill('项目')), cells(...new Array<string>(24).fill('2025.5')));
  const size = Number(/<w:sz w:val="(\d+)"\/>/.exec(wide.rows[1]?.[0] ?? '')?.[1]);
  const line = Number(/w:line="(\d+)"/.exec(wide.rows[1]?.[0] ?? '')?.[1]);
  expect(size).toBeLessThan(18);
  expect(line).toBeLessThan(13 * 20);
  const narrow = await rowsOf(2, cells('项目', '数量'), cells('甲', '1'));
  expect(narrow.rows.flat().some((cell) => cell.includes('<w:sz '))).toBe(false);
});

it('leaves a form its room to be written in, and a place at the foot for the seal', async () => {
  const { rows, heights } = await rowsOf(
    2,
    cells('申报单位', ''),
    cells('联系人', ''),
    cells('联系电话', ''),
    cells('电子邮箱', ''),
    cells('主管部门意见', '（盖章）\n年　月　日'),
  );
  expect(heights).toHaveLength(5);
  for (const height of heights) expect(height).toBeGreaterThanOrEqual(house.table.formRow * 20);
  expect(heights[4]).toBeGreaterThan(heights[0] ?? 0);
  const vertical = (cell: string | undefined) => /<w:vAlign w:val="(\w+)"\/>/.exec(cell ?? '')?.[1];
  expect(rows[4]?.map((cell) => [vertical(cell), alignOf(cell)])).toEqual([
    ['center', 'center'],
    ['bottom', 'right'],
  ]);
});
