/** What a table looks like where it goes on over the page: labels said again, never cut, and no row alone at the end. */
import { describe, expect, it } from 'vitest';
import type { Block, TableBlock, TableCell } from '../../../shared/document/block.ts';
import { type Fragment, nextFragment, type TableCursor, tableStart } from '../../../shared/layout/fragments.ts';
import { geometryOf } from '../../../shared/layout/geometry.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { layoutTable, type TableLayout } from '../../../shared/layout/table.ts';
import { houseStyles } from '../../../shared/style/index.ts';
import { documentOf, fonts, issueOf, tableLook as look, measure, textItems } from './support.ts';

/** Height of a row of one line. */
const ROW = 19_000;
const WIDTH = 483_000;

function cell(text: string, rowSpan = 1): TableCell {
  return { type: 'tableCell', columnSpan: 1, rowSpan, children: [{ type: 'cellParagraph', children: [{ text }] }] };
}

/** A head, then groups of rows, each with a label beside it. */
function grouped(label: string, ...groups: readonly number[]): TableLayout {
  const rows = groups.flatMap((count) =>
    Array.from({ length: count }, (_, at) => ({
      type: 'tableRow' as const,
      children: at === 0 ? [cell(label, count), cell('一条路'), cell('500')] : [cell('一条路'), cell('500')],
    })),
  );
  const head = { type: 'tableRow' as const, head: true as const, children: [cell('类别'), cell('名称'), cell('数量')] };
  return laid({ type: 'table', columns: [1, 1, 1], children: [head, ...rows] });
}

function laid(block: TableBlock): TableLayout {
  const spans = (each: TableCell, isHead: boolean, size: number) =>
    each.children.map(({ children }) => children.map(({ text }) => ({ text, role: isHead ? look.headFont : look.font, size })));
  return layoutTable(block, WIDTH, look, spans, measure, () => {});
}

/** Rows of the body on each page of `rows` rows. */
function pagesOf(table: TableLayout, rows: number): Fragment[] {
  const pages: Fragment[] = [];
  for (let cursor: TableCursor | null = tableStart; cursor !== null; ) {
    const page: Fragment | null = nextFragment(table, cursor, rows * ROW, rows * ROW);
    if (page === null) throw new Error('nothing fits');
    pages.push(page);
    cursor = page.next;
  }
  return pages;
}

function bodyRows(pages: readonly Fragment[]): number[] {
  return pages.map(({ height }) => Math.round(height / ROW) - 1);
}

function labelsOf(table: TableLayout, { parts }: Fragment): string[] {
  const inFirst = parts.filter((part) => table.cells[part.cell]?.column === 0 && table.cells[part.cell]?.row !== 0 && part.to > part.from);
  return inFirst.map(({ cell: index, from, to }) => {
    const lines = table.cells[index]?.lines.slice(from, to) ?? [];
    return lines.map((line) => line.pieces.map((piece) => piece.text).join('')).join('');
  });
}

describe('the last page of a table', () => {
  it('has three rows at the least', () => {
    const pages = pagesOf(grouped('新建', ...new Array<number>(20).fill(1)), 20);
    expect(bodyRows(pages)).toEqual([17, 3]);
  });
  it('takes none where they cannot be spared, or where there are enough', () => {
    expect(bodyRows(pagesOf(grouped('新建', ...new Array<number>(6).fill(1)), 6))).toEqual([5, 1]);
    expect(bodyRows(pagesOf(grouped('新建', ...new Array<number>(23).fill(1)), 20))).toEqual([19, 4]);
  });
});

describe('a label beside several rows', () => {
  it('is said again on every page that its rows go over to', () => {
    const table = grouped('城市更新', 50);
    const pages = pagesOf(table, 20);
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(labelsOf(table, page)).toEqual(['城市更新']);
    expect(pages.map(({ parts }) => parts.filter((part) => part.again && table.cells[part.cell]?.row === 1).length)).toEqual([0, 1, 1]);
  });
  it('is not cut at the foot of a page', () => {
    // Of two lines: one row beside it is not enough.
    const label = '城市更新与老旧小区改造以及其他需要一并安排的有关建设项目和配套的设施改造项目以及其他工程'.repeat(2);
    const table = grouped(label, 18, 8);
    expect(table.cells.find(({ row, column }) => row === 1 && column === 0)?.lines.length).toBeGreaterThan(1);
    const [first, second] = pagesOf(table, 20);
    expect(bodyRows([first as Fragment])).toEqual([18]);
    expect(labelsOf(table, second as Fragment)).toEqual([label]);
  });
});

describe('a row that does not fit at the foot of a page', () => {
  const long = '加快推进城市更新和老旧小区改造。'.repeat(36);
  const rows = (count: number) =>
    Array.from({ length: count }, () => ({ type: 'tableRow' as const, children: [cell('一条路'), cell('500')] }));
  const table = (before: number): TableLayout =>
    laid({
      type: 'table',
      columns: [1, 1],
      children: [...rows(before), { type: 'tableRow', children: [cell('更新'), cell(long)] }, ...rows(9)],
    });
  it('moves as a whole where little is left blank for it', () => {
    expect(table(32).cells.find(({ row, column }) => row === 32 && column === 1)?.lines.length).toBeGreaterThan(7);
    const [first] = pagesOf(table(32), 40);
    expect(first?.next).toMatchObject({ row: 32, divided: false });
  });
  it('is divided where a good part of the page would be blank', () => {
    const [first] = pagesOf(table(20), 28);
    expect(first?.next).toMatchObject({ row: 20, divided: true });
  });
});

describe.each(houseStyles.map((style) => [style.id, style] as const))('a frame in the run of the text (%s)', (_, style) => {
  it('has as much air above it as below it', () => {
    const geometry = geometryOf(style, null);
    const say = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
    for (let lines = 1; lines < 9; lines += 1) {
      const box: Block = {
        type: 'box',
        children: Array.from({ length: lines }, () => ({ type: 'cellParagraph' as const, children: [{ text: '重点工程' }] })),
      };
      const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', [say('前文。'), box, say('后文。')]) }]), style, fonts.book);
      const page = laidOut.pages.find(({ kind }) => kind === 'body') as Page;
      const at = (text: string): number => textItems(page).find((item) => item.text.includes(text))?.y ?? 0;
      const rules = page.items.flatMap((item) => (item.kind === 'rule' && item.y1 === item.y2 ? [item.y1] : []));
      const [first, last] = [at('前文'), at('后文')];
      const inside = rules.filter((y) => y > first && y < last);
      const middle = geometry.size * 0.36;
      const above = Math.min(...inside) - (first - middle);
      const below = last - middle - Math.max(...inside);
      expect(Math.abs(above - below)).toBeLessThan(30);
    }
  });
});
