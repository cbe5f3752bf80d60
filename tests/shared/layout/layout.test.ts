/** Invariants of whole pages: nothing lost, nothing outside the type area, columns balanced, the contents true. */
import { describe, expect, it } from 'vitest';
import type { Block, TableBlock, TableCell } from '../../../shared/document/block.ts';
import { columnLeft, geometryOf } from '../../../shared/layout/geometry.ts';
import { createLayoutCache, layoutIssue } from '../../../shared/layout/layout.ts';
import type { LaidOutIssue } from '../../../shared/layout/page.ts';
import { findHouse, houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, characters, documentOf, fonts, head, issueOf, paragraphs, randomText, textItems } from './support.ts';

const xinyu = findHouse('xinyu') as HouseStyle;

function bodyText(laidOut: LaidOutIssue): string {
  return laidOut.pages
    .filter((page) => page.kind === 'body')
    .flatMap((page) => textItems(page).map((item) => item.text))
    .join('');
}

function cell(text: string, columnSpan = 1, rowSpan = 1): TableCell {
  return {
    type: 'tableCell',
    columnSpan,
    rowSpan,
    children: text.split('\n').map((line) => ({ type: 'cellParagraph', children: [{ text: line }] })),
  };
}

function longTable(rows: number): TableBlock {
  const next = chance(31);
  return {
    type: 'table',
    columns: [100, 100, 100],
    children: [
      { type: 'tableRow', head: true, children: [cell('序号'), cell('主要任务'), cell('责任单位')] },
      ...Array.from({ length: rows }, (_, i) => ({
        type: 'tableRow' as const,
        children: [cell(`${i + 1}`), cell(randomText(next, 10 + next(i % 7 === 0 ? 900 : 120))), cell('市发展改革委')],
      })),
    ],
  };
}

const everything: readonly Block[] = [
  ...paragraphs(chance(5), 12, 200),
  { type: 'title', children: [{ text: '示例市口袋公园建设方案' }] },
  { type: 'heading', level: 1, children: [{ text: '一、总体要求' }] },
  { type: 'heading', level: 2, children: [{ text: '（一）指导思想。' }, { text: '坚持以人民为中心，统筹规划。', runIn: true }] },
  ...paragraphs(chance(6), 20, 300),
  { type: 'heading', level: 1, children: [{ text: '第一章　总则' }] },
  { type: 'article', children: [{ text: '第一条　为了加强管理，制定本办法。' }] },
  {
    type: 'box',
    children: [
      { type: 'cellParagraph', children: [{ text: '专栏1　重点工程' }] },
      { type: 'cellParagraph', children: [{ text: '1.新建污水处理厂2座。' }] },
    ],
  },
  { type: 'attachment', children: [{ text: '附件：1.任务表' }] },
  { type: 'figure', image: { hash: 'abc', width: 100, height: 100 }, children: [{ text: '用手机扫一扫下载' }] },
  { type: 'note', children: [{ text: '（此件主动公开）' }] },
  { type: 'attachmentTitle', label: '附件1', children: [{ text: '任务表' }] },
  longTable(60),
  { type: 'sign', children: [{ text: '示例市人民政府' }] },
  { type: 'signDate', children: [{ text: '2026年1月5日' }] },
];

describe.each(houseStyles.map((style) => [style.id, style] as const))('an issue in the style %s', (_, style) => {
  const documents = [
    {
      document: documentOf('示例市人民政府办公室关于印发示例市口袋公园建设方案的通知', everything, {
        docNumber: '示府办发〔2026〕3号',
        date: '2026-01-05',
        addressees: '各县（区）人民政府：',
      }),
    },
    { document: documentOf('示例市人民政府关于顾言同志任职的通知', paragraphs(chance(8), 3, 50)), start: 'followOn' as const },
    {
      document: documentOf('优化金融供给', paragraphs(chance(9), 9, 300), { authors: ['甲平'], byline: '甲平' }),
      section: '调查研究',
      start: 'rightPage' as const,
    },
  ];
  const laidOut = layoutIssue(issueOf(documents), style, fonts.book);
  const geometry = geometryOf(style, null);

  it('paints every character once, head rows of tables again on each page', () => {
    const wanted = documents
      .flatMap(({ document }) => [document.title, document.docNumber ?? '', document.addressees ?? '', ...document.blocks.flatMap(textsOf)])
      .join('');
    const painted = new Map<string, number>();
    for (const character of bodyText(laidOut).replace(/[\s\u3000]/g, '')) painted.set(character, (painted.get(character) ?? 0) + 1);
    const missing = [...wanted.replace(/[\s\u3000]/g, '')].filter((character) => {
      const left = painted.get(character) ?? 0;
      painted.set(character, left - 1);
      return left <= 0;
    });
    expect(missing).toEqual([]);
  });
  it('sets no text outside the type area but for running heads and folios', () => {
    for (const page of laidOut.pages) {
      for (const item of textItems(page)) {
        const inside = item.y > geometry.top && item.y <= geometry.top + geometry.height;
        const isFurniture = page.kind === 'body' && (item.y <= geometry.top || item.y > geometry.top + geometry.height);
        expect(inside || isFurniture).toBe(true);
        expect(item.x).toBeGreaterThanOrEqual(geometry.left - item.size);
        const end = item.x + (item.offsets[item.offsets.length - 1] as number) + item.size / 2;
        expect(end).toBeLessThanOrEqual(geometry.left + geometry.width + item.size / 2 + 2);
      }
    }
  });
  it('says in the contents where a document really is', () => {
    for (const line of laidOut.contents) {
      const page = laidOut.pages.find((each) => each.number === line.page);
      const text = textItems(page as (typeof laidOut.pages)[number])
        .map((item) => item.text)
        .join('');
      expect(text).toContain(line.title.slice(0, 5));
    }
    expect(laidOut.contents.map((line) => line.page)).toEqual(laidOut.documents.map((document) => document.firstPage));
  });
  it('numbers the pages without a gap and starts 调查研究 on a right-hand page', () => {
    laidOut.pages.forEach((page, index) => {
      expect(page.number).toBe(index + 1);
    });
    expect((laidOut.contents[2]?.page ?? 0) % 2).toBe(1);
  });
  it('is the same when laid out again, with and without what was kept', () => {
    const cache = createLayoutCache();
    const again = layoutIssue(issueOf(documents), style, fonts.book, cache);
    expect(JSON.stringify(again)).toBe(JSON.stringify(laidOut));
    expect(JSON.stringify(layoutIssue(issueOf(documents), style, fonts.book, cache))).toBe(JSON.stringify(laidOut));
  });
});

function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'table':
      return block.children.flatMap((row) =>
        row.children.flatMap((each) => each.children.flatMap((paragraph) => paragraph.children.map((run) => run.text))),
      );
    case 'box':
      return block.children.flatMap((paragraph) => paragraph.children.map((run) => run.text));
    case 'attachmentTitle':
      return [block.label, ...block.children.map((run) => run.text)];
    default:
      return block.children.map((run) => run.text);
  }
}

describe('columns', () => {
  it.each([2, 3, 5, 8, 13, 40, 63])('balances %i short paragraphs to one line', (count) => {
    const blocks: Block[] = Array.from({ length: count }, () => ({ type: 'paragraph', children: [{ text: '市政府决定。' }] }));
    const laidOut = layoutIssue(issueOf([{ document: documentOf('示例市人民政府公告', blocks) }]), xinyu, fonts.book);
    const geometry = geometryOf(xinyu, null);
    const page = laidOut.pages.find((each) => each.kind === 'body');
    const lines = textItems(page as (typeof laidOut.pages)[number]).filter((item) => item.text === '市政府决定。');
    const left = lines.filter((item) => item.x < columnLeft(geometry, 1)).length;
    expect(Math.abs(left - (lines.length - left))).toBeLessThanOrEqual(1);
    expect(lines.length).toBe(count);
  });
  it('puts both columns on the same lines', () => {
    const laidOut = layoutIssue(
      issueOf([{ document: documentOf('示例市人民政府公告', paragraphs(chance(3), 40, 300)) }]),
      xinyu,
      fonts.book,
    );
    const geometry = geometryOf(xinyu, null);
    for (const page of laidOut.pages.filter((each) => each.kind === 'body')) {
      const rows = textItems(page)
        .filter((item) => item.size === geometry.size && item.y > geometry.top)
        .map((item) => (item.y - geometry.top) % geometry.pitch);
      expect(new Set(rows).size).toBeLessThanOrEqual(1);
    }
  });
  it('leaves no heading last in a column', () => {
    for (let before = 60; before < 80; before += 1) {
      const filler: Block[] = Array.from({ length: before }, () => ({ type: 'paragraph', children: [{ text: '市政府决定。' }] }));
      const blocks: Block[] = [
        ...filler,
        { type: 'heading', level: 1, children: [{ text: '一、总体要求' }] },
        ...paragraphs(chance(2), 30, 100),
      ];
      const laidOut = layoutIssue(issueOf([{ document: documentOf('示例市人民政府公告', blocks) }]), xinyu, fonts.book);
      const geometry = geometryOf(xinyu, null);
      for (const page of laidOut.pages) {
        for (const heading of textItems(page).filter((item) => item.text === '一、总体要求')) {
          const column = heading.x < columnLeft(geometry, 1) ? 0 : 1;
          const below = textItems(page).filter(
            (item) =>
              item.y > heading.y &&
              item.x >= columnLeft(geometry, column) - geometry.size &&
              item.x < columnLeft(geometry, column) + geometry.columnWidth,
          );
          expect(below.length).toBeGreaterThan(0);
        }
      }
    }
  });
});

describe('contents', () => {
  it('grows to more pages when it must, and the body still begins on a right-hand page', () => {
    const documents = Array.from({ length: 130 }, (_, i) => ({
      document: documentOf(`示例市人民政府办公室关于第${i + 1}项工作安排的通知`, paragraphs(chance(i), 1, 30), {
        docNumber: `示府办字〔2026〕${i + 1}号`,
        date: '2026-01-05',
      }),
      start: 'followOn' as const,
    }));
    const laidOut = layoutIssue(issueOf(documents), xinyu, fonts.book);
    const contents = laidOut.pages.filter((page) => page.kind === 'contents').length;
    expect(contents).toBeGreaterThan(2);
    expect(laidOut.pages[contents]?.number).toBe(laidOut.contents[0]?.page ?? 0);
    expect((laidOut.contents[0]?.page ?? 0) % 2).toBe(1);
    const printed = laidOut.pages.filter((page) => page.kind === 'contents').flatMap((page) => page.links.map((link) => link.targetPage));
    expect(printed).toEqual(laidOut.contents.map((line) => line.page));
  });
  it('leaves the title of an entry whole', () => {
    const laidOut = layoutIssue(
      issueOf([{ document: documentOf('市政府召开第12次常务会', paragraphs(chance(1), 2, 40), { kind: 'news' }) }], { ...head }),
      xinyu,
      fonts.book,
    );
    const text = laidOut.pages
      .filter((page) => page.kind === 'contents')
      .flatMap((page) => textItems(page).map((item) => item.text))
      .join('');
    expect(characters(text)).toContain(characters('12'));
    expect(text).toContain('市政府召开第12次常务会');
    expect(text).toContain('（3）');
  });
});

describe('tables', () => {
  it('sets a table of 130 rows with a cell that spans them all', () => {
    const rows = Array.from({ length: 130 }, (_, i) => ({
      type: 'tableRow' as const,
      children: i === 0 ? [cell('全市', 1, 130), cell('第1行')] : [cell(`第${i + 1}行`)],
    }));
    const table: TableBlock = { type: 'table', columns: [1, 1], children: rows };
    const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', [table]) }]), xinyu, fonts.book);
    for (let i = 1; i <= 130; i += 1) expect(bodyText(laidOut)).toContain(`第${i}行`);
  });
  it('sets 37 narrow columns within the page', () => {
    const columns = Array.from({ length: 37 }, () => 1);
    const table: TableBlock = {
      type: 'table',
      columns,
      children: Array.from({ length: 5 }, () => ({ type: 'tableRow' as const, children: columns.map((_, i) => cell(`${i}项`)) })),
    };
    const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', [table]) }]), xinyu, fonts.book);
    const geometry = geometryOf(xinyu, null);
    for (const page of laidOut.pages)
      for (const item of page.items)
        if (item.kind === 'rule') expect(Math.max(item.x1, item.x2)).toBeLessThanOrEqual(geometry.left + geometry.width);
  });
  it('divides a row that is higher than a page and loses none of it', () => {
    const text = randomText(chance(77), 9000);
    const table: TableBlock = { type: 'table', columns: [1, 1], children: [{ type: 'tableRow', children: [cell('内容'), cell(text)] }] };
    const laidOut = layoutIssue(issueOf([{ document: documentOf('附表', [table]) }]), xinyu, fonts.book);
    expect(laidOut.pages.length).toBeGreaterThan(4);
    const painted = laidOut.pages
      .filter((page) => page.kind === 'body')
      .flatMap((page) =>
        textItems(page)
          .filter((item) => item.size === 9000 && item.y > 76_000)
          .map((item) => item.text),
      )
      .join('');
    expect(characters(painted)).toBe(characters(`内容${text}`));
  });
});
