/** Inner contents before the first chapter, and the heads of chapters that do not fit on one line. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../shared/document/block.ts';
import { columnLeft, geometryOf } from '../../../shared/layout/geometry.ts';
import { innerContents } from '../../../shared/layout/inner-contents.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { TextItem } from '../../../shared/layout/page.ts';
import { findHouse, houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, documentOf, fonts, issueOf, paragraphs, textItems } from './support.ts';

const line = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const chapter = (text: string): Block => ({ type: 'heading', level: 1, children: [{ text }] });
const LONG = '第二章　大气环境质量改善与挥发性有机物协同治理以及温室气体减排工作';

function itemsOf(blocks: readonly Block[], style: HouseStyle): TextItem[] {
  const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', blocks) }]), style, fonts.book);
  return laidOut.pages.filter((page) => page.kind === 'body').flatMap(textItems);
}

describe.each(houseStyles.map((style) => [style.id, style] as const))('an inner contents (%s)', (_, style) => {
  const geometry = geometryOf(style, null);
  const items = itemsOf([line('目　录'), line('第一章　总则'), line(LONG), line('第三章　附则'), ...paragraphs(chance(1), 8, 90)], style);
  const of = (block: number): TextItem[] => items.filter((item) => item.origin?.block === block);
  it('has its head in the middle, in the type of a heading', () => {
    const [head] = of(0);
    expect(head?.font).not.toBe(of(1)[0]?.font);
    expect(head?.x).toBeGreaterThan(geometry.left + geometry.columnWidth / 4);
  });
  it('hangs what is turned over behind the number', () => {
    const rows = [...new Set(of(2).map((item) => item.y))].map((y) => of(2).find((item) => item.y === y) as TextItem);
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows.slice(1)) expect(row.x - (rows[0] as TextItem).x).toBeGreaterThanOrEqual(geometry.size * 3.9);
  });
});

it('is no contents without lines that are numbered', () => {
  const kinds = (texts: readonly string[]): unknown[] => [...innerContents(texts.map(line)).values()];
  expect(kinds(['目录', '第一章　总则', '第二章　附则', '第一条　为了规范管理。'])).toEqual(['head', 'entry', 'entry']);
  expect(kinds(['目录', '一、总体要求', '二、重点任务', '三、保障措施'])).toEqual(['head', 'entry', 'entry', 'entry']);
  expect(kinds(['目录', '见附件。'])).toEqual([]);
  expect(kinds(['清单', '一、总体要求', '二、重点任务'])).toEqual([]);
});

it('a head of a chapter that is too long stands on lines of nearly one length, broken between words', () => {
  const style = findHouse('xinyu') as HouseStyle;
  const geometry = geometryOf(style, null);
  const items = itemsOf([chapter('第一章　总则'), ...paragraphs(chance(1), 3, 90), chapter(LONG), ...paragraphs(chance(2), 3, 90)], style);
  const own = items.filter((item) => item.origin?.block === 4);
  const rows = [...new Set(own.map((item) => item.y))].map((y) => own.filter((item) => item.y === y));
  expect(rows.length).toBe(2);
  const widths = rows.map(
    (row) => Math.max(...row.map((item) => item.x + (item.offsets.at(-1) ?? 0))) - Math.min(...row.map((item) => item.x)),
  );
  expect(Math.abs((widths[0] as number) - (widths[1] as number))).toBeLessThan(geometry.columnWidth / 3);
  for (const [at, row] of rows.entries()) {
    const x = Math.min(...row.map((item) => item.x));
    const left = [0, 1].map((column) => columnLeft(geometry, column)).findLast((each) => each <= x) as number;
    expect(Math.abs(x + (widths[at] as number) / 2 - (left + geometry.columnWidth / 2))).toBeLessThan(geometry.size);
  }
});
