/** Tables that are too wide for the page are set turned; QR codes come from links. */
import { expect, it } from 'vitest';
import type { TableBlock, TableCell } from '../../../shared/document/block.ts';
import { geometryOf } from '../../../shared/layout/geometry.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { turn } from '../../../shared/layout/turned.ts';
import { findHouse } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, characters, documentOf, fonts, issueOf, paragraphs, textItems } from './support.ts';

const style = findHouse('xinyu') as HouseStyle;
const geometry = geometryOf(style, null);

function cell(text: string): TableCell {
  return { type: 'tableCell', columnSpan: 1, rowSpan: 1, children: [{ type: 'cellParagraph', children: [{ text }] }] };
}

/** So many columns of long words that they do not stand side by side on an upright page. */
function wideTable(columns: number, rows: number): TableBlock {
  return {
    type: 'table',
    columns: Array.from({ length: columns }, () => 1),
    children: Array.from({ length: rows }, (_, r) => ({
      type: 'tableRow' as const,
      ...(r === 0 ? { head: true as const } : {}),
      children: Array.from({ length: columns }, (_, c) => cell(r === 0 ? `指标${c + 1}` : `${(r * 7919 + c * 104729) % 100000}.${c}%`)),
    })),
  };
}

it('sets a wide table turned, whole and within the type area, with its head on each page', () => {
  const table = wideTable(22, 60);
  const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', [table, ...paragraphs(chance(4), 2, 60)]) }]), style, fonts.book);
  const turned = laidOut.pages.filter((page) => textItems(page).some((item) => item.turned === true));
  expect(turned.length).toBeGreaterThan(1);
  for (const page of turned) {
    const texts = textItems(page).filter((item) => item.turned === true);
    expect(texts.map((item) => item.text).join('')).toContain('指标22');
    for (const item of texts) {
      expect(item.x).toBeGreaterThan(geometry.left);
      expect(item.x).toBeLessThanOrEqual(geometry.left + geometry.width);
      expect(item.y).toBeLessThanOrEqual(geometry.top + geometry.height);
      expect(item.y - (item.offsets.at(-1) ?? 0)).toBeGreaterThanOrEqual(geometry.top);
    }
  }
  const own = turned.flatMap((page) => textItems(page).filter((item) => item.turned === true && item.origin !== undefined));
  const wanted = table.children.flatMap((row) =>
    row.children.flatMap((each) => each.children.map((paragraph) => paragraph.children.map((run) => run.text).join(''))),
  );
  expect(characters(own.map((item) => item.text).join(''))).toBe(characters(wanted.join('')));
});

it('has its title turned with it, on its own page', () => {
  const title = { type: 'attachmentTitle' as const, label: '附件1', children: [{ text: '主要指标分解表' }] };
  const blocks = [...paragraphs(chance(4), 2, 60), title, wideTable(22, 60), ...paragraphs(chance(5), 1, 60)];
  const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', blocks) }]), style, fonts.book);
  const pages = laidOut.pages.filter((page) => textItems(page).some((item) => item.turned === true));
  const [first, ...others] = pages.map(textItems);
  const [label, name] = ['附件', '主要指标分解表'].map((text) => first?.find((item) => item.text.includes(text)));
  expect(label).toMatchObject({ turned: true });
  expect(name).toMatchObject({ turned: true });
  // The middle of the longer side, above the table.
  const middle = (name?.y ?? 0) - (name?.offsets.at(-1) ?? 0) / 2;
  expect(Math.abs(middle - (geometry.top + geometry.height / 2))).toBeLessThan(geometry.size * 2);
  expect(name?.x).toBeLessThan(first?.find((item) => item.text === '指标1')?.x ?? 0);
  expect(others.some((items) => items.some((item) => item.text.includes('主要指标分解表')))).toBe(false);
});

it('takes smaller type rather than break a number', () => {
  const table = wideTable(36, 12);
  const rows = table.children.map((row, r) =>
    r === 0 ? row : { ...row, children: row.children.map((_, c) => cell((((r * 7919 + c * 104729) % 4000) / 10).toFixed(1))) },
  );
  const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', [{ ...table, children: rows }]) }]), style, fonts.book);
  const numbers = laidOut.pages
    .flatMap(textItems)
    .filter((item) => item.turned === true && item.origin?.row !== undefined && item.origin.row > 0);
  expect(numbers.map((item) => item.text)).toEqual(
    rows.slice(1).flatMap((row) => row.children.map((each) => each.children[0]?.children[0]?.text)),
  );
  expect(numbers[0]?.size).toBeGreaterThanOrEqual(5250);
});

it('leaves a table that fits upright', () => {
  const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', [wideTable(6, 10)]) }]), style, fonts.book);
  expect(laidOut.pages.some((page) => textItems(page).some((item) => item.turned === true))).toBe(false);
});

it('turns against the clock: right becomes up, down becomes right', () => {
  const rule = { kind: 'rule', x1: 0, y1: 0, x2: 1000, y2: 500, width: 400, colour: 'black' } as const;
  const { left, top, height } = geometry;
  expect(turn(rule, geometry)).toMatchObject({ x1: left, y1: top + height, x2: left + 500, y2: top + height - 1000 });
});

it('paints a QR code in place of a picture that the submission names by its link', () => {
  const figure = { type: 'figure' as const, image: null, link: 'https://www.example.gov.cn/1', children: [{ text: '用手机扫一扫下载' }] };
  const laidOut = layoutIssue(issueOf([{ document: documentOf('附图', [figure]) }]), style, fonts.book);
  const bars = laidOut.pages.flatMap((page) => page.items.filter((item) => item.kind === 'box' && item.origin?.block === 0));
  expect(bars.length).toBeGreaterThan(100);
});
