/** Forms: room for the hand, more of it for opinions and seals, a sheet that is not divided, the seal at the right below. */
import { describe, expect, it } from 'vitest';
import type { Align, Block, TableBlock, TableCell } from '../../../shared/document/block.ts';
import { geometryOf } from '../../../shared/layout/geometry.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { Page, RuleItem } from '../../../shared/layout/page.ts';
import { fittedRows, isOneSheet } from '../../../shared/layout/table-forms.ts';
import { findHouse, houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, documentOf, fonts, issueOf, paragraphs, textItems } from './support.ts';

const style = findHouse('xinyu') as HouseStyle;

function cell(text: string, columnSpan = 1, align?: Align): TableCell {
  const children = text
    .split('\n')
    .map((line) => ({ type: 'cellParagraph' as const, ...(align ? { align } : {}), children: [{ text: line }] }));
  return { type: 'tableCell', columnSpan, rowSpan: 1, children };
}
const rowOf = (...children: TableCell[]) => ({ type: 'tableRow' as const, children });

const form: TableBlock = {
  type: 'table',
  columns: [1, 1, 1, 1],
  children: [
    rowOf(cell('申请单位'), cell('', 3)),
    rowOf(cell('联系人'), cell(''), cell('联系电话'), cell('')),
    rowOf(cell('申请理由'), cell('', 3)),
    rowOf(cell('主管部门意见', 1, 'justify'), cell('（盖章）\n年　　月　　日', 3, 'left')),
  ],
};

function pagesOf(blocks: readonly Block[], house = style): Page[] {
  return layoutIssue(issueOf([{ document: documentOf('附表', blocks) }]), house, fonts.book).pages.filter((page) => page.kind === 'body');
}
const textAt = (page: Page, text: string) => textItems(page).find((item) => item.text.includes(text));
const across = (page: Page): number[] =>
  [...new Set(page.items.filter((item): item is RuleItem => item.kind === 'rule' && item.y1 === item.y2).map((rule) => rule.y1))].sort(
    (a, b) => a - b,
  );

describe.each(houseStyles.map((house) => [house.id, house] as const))('a form (%s)', (_, house) => {
  const [page] = pagesOf([form], house) as [Page];
  it('has more room for a reason and an opinion than for a name', () => {
    const edges = across(page).slice(-5);
    const heights = edges.slice(1).map((edge, at) => edge - (edges[at] as number));
    expect(heights[2]).toBeGreaterThan((heights[0] as number) * 1.5);
    expect(heights[3]).toBeGreaterThan((heights[0] as number) * 1.5);
  });
  it('has seal and date at the right below, whatever Word says of their place', () => {
    const seal = textAt(page, '（盖章）');
    const geometry = geometryOf(house, null);
    expect(seal?.x).toBeGreaterThan(geometry.left + geometry.width * 0.75);
    const bottom = Math.max(...across(page));
    expect(bottom - (textAt(page, '月')?.y ?? 0)).toBeLessThan(geometry.pitch);
  });
  it('has its labels in the middle', () => {
    const geometry = geometryOf(house, null);
    expect(textAt(page, '主管部门意见')?.x).toBeGreaterThan(geometry.left + 8000);
  });
});

it('a table of ticks is no form: its rows are as high as their text', () => {
  const ticks: TableBlock = {
    type: 'table',
    columns: [1, 1, 1, 1, 1],
    children: [
      { ...rowOf(...['任务', '财政局', '教育局', '民政局', '水利局'].map((text) => cell(text))), head: true },
      ...['防汛', '助学', '助餐'].map((name) => rowOf(cell(name), cell(''), cell('√'), cell(''), cell(''))),
    ],
  };
  const edges = across(pagesOf([ticks])[0] as Page).slice(-4);
  expect((edges[3] as number) - (edges[0] as number)).toBeLessThan(style.table.linePitch * 1000 * 3 * 2);
});

it('a form goes over to the next page whole, with its title', () => {
  for (let before = 2; before < 60; before += 3) {
    const lines = Array.from({ length: before }, () => ({ type: 'paragraph' as const, children: [{ text: '市政府决定。' }] }));
    const pages = pagesOf([
      ...lines,
      { type: 'attachmentTitle', label: '附件', children: [{ text: '命名申请表' }] },
      form,
      ...paragraphs(chance(3), 1, 60),
    ]);
    const holding = pages.filter((page) => textItems(page).some((item) => item.origin?.row !== undefined));
    expect(holding).toHaveLength(1);
    expect(textAt(holding[0] as Page, '命名申请表')).toBeDefined();
  }
});

it('the rows of a form use the room that there is', () => {
  const rows = { heights: [40, 40, 40], ample: [40, 80, 80] };
  expect(fittedRows(rows, 300)).toEqual([40, 80, 80]);
  expect(fittedRows(rows, 160)).toEqual([40, 60, 60]);
  expect(fittedRows(rows, 120)).toEqual([40, 40, 40]);
  expect(isOneSheet(rows, 0, { height: 400, pitch: 20 })).toBe(true);
  expect(isOneSheet({ ...rows, ample: null }, 0, { height: 400, pitch: 20 })).toBe(false);
});
