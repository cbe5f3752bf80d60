/**
 * What nobody should send in and somebody does. Whatever it is, the pages are made, every character of it stands on one of them and
 * within its edges, and what could not be done well is said with its page.
 */
import { describe, expect, it } from 'vitest';
import { type Block, blockText, type TableBlock } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { LaidOutIssue, TextItem } from '../../../shared/layout/page.ts';
import { findHouse, houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, documentOf, fonts, issueOf, randomText, textItems } from './support.ts';

const next = chance(404);
const run = (text: string) => [{ text }];
const paragraph = (text: string): Block => ({ type: 'paragraph', children: run(text) });
const packed = (text: string) => [...text.replace(/[\s\u3000]/g, '')].sort().join('');

function table(rows: readonly (readonly string[])[], heads = 1): TableBlock {
  return {
    type: 'table',
    columns: (rows[0] ?? []).map(() => 10),
    children: rows.map((cells, at) => ({
      type: 'tableRow',
      ...(at < heads ? { head: true as const } : {}),
      children: cells.map((text) => ({
        type: 'tableCell',
        columnSpan: 1,
        rowSpan: 1,
        children: text.split('\n').map((line) => ({ type: 'cellParagraph', children: run(line) })),
      })),
    })),
  };
}

const long = (count: number) => [...randomText(next, count)].join('');
const rows = (count: number, columns: number) =>
  Array.from({ length: count }, (_, row) => Array.from({ length: columns }, (_, column) => `第${row}行第${column}列`));

const bad: Readonly<Record<string, Partial<GazetteDocument> & { readonly blocks?: readonly Block[] }>> = {
  'a paragraph of 100 000 characters': { blocks: [paragraph(long(100_000))] },
  // Their widths add up to more than 32 bits hold.
  'a paragraph of 300 000 characters': { blocks: [paragraph(long(300_000))] },
  'an address of 500 characters': { blocks: [paragraph(`详见https://example.gov.cn/${'x'.repeat(480)}。`)] },
  'a number of 2000 digits': { blocks: [paragraph('1234567890'.repeat(200))] },
  'three hundred ellipses, dashes, marks that may not begin a line, and marks that may not end one': {
    blocks: ['……', '——', '。', '）', '（', '《'].map((mark) => paragraph(mark.repeat(300))),
  },
  'a title of 300 characters': { title: long(300), titleLines: [] },
  'a title of 600 characters': { title: long(600), titleLines: [] },
  'a title of 6000 characters, which no page of the contents could hold': { title: long(6000), titleLines: [] },
  'a title of 300 Latin letters': { title: `关于${'ABCDEFGH'.repeat(37)}的通知`, titleLines: [] },
  'a head that is longer than a page': {
    subtitle: long(900),
    byline: long(700),
    addressees: `${long(3000)}：`,
    docNumber: '示府发〔2026〕1号',
  },
  'inner titles and attachment titles of 2000 characters': {
    blocks: [
      { type: 'title', children: run(long(2000)) },
      { type: 'attachmentTitle', label: '附件1', children: run(long(2000)) },
    ],
  },
  'a caption of 6000 characters': {
    blocks: [{ type: 'figure', image: { hash: 'abc', width: 400, height: 2000 }, children: run(long(6000)) }],
  },
  'headings of 1500 characters': {
    blocks: [1, 2, 3, 4].map((level) => ({ type: 'heading', level: level as 1 | 2 | 3 | 4, children: run(long(1500)) })),
  },
  'a table of 60 columns': { blocks: [table(rows(4, 60))] },
  'a title of 1500 characters above a table that is turned': {
    blocks: [{ type: 'attachmentTitle', label: '附件1', children: run(long(1500)) }, table(rows(4, 60))],
  },
  'a table of 300 columns': { blocks: [table(rows(2, 300))] },
  'a row of 8000 characters in one cell': {
    blocks: [
      table([
        ['序号', '内容'],
        ['1', long(8000)],
        ['2', '短'],
      ]),
    ],
  },
  'a row of 300 paragraphs': {
    blocks: [
      table([
        ['甲', '乙'],
        ['短', Array.from({ length: 300 }, () => long(30)).join('\n')],
      ]),
    ],
  },
  'head rows taller than a page': { blocks: [table([[long(5000), '乙'], ...rows(40, 2)])] },
  'cells with nothing to break': {
    blocks: [
      table([
        ['甲', '乙', '丙'],
        ['……'.repeat(60), 'A'.repeat(300), `https://example.gov.cn/${'y'.repeat(300)}`],
      ]),
    ],
  },
  'a box of 20 000 characters': { blocks: [{ type: 'box', children: [{ type: 'cellParagraph', children: run(long(20_000)) }] }] },
  'tables without rows, rows without text, empty paragraphs': {
    blocks: [
      { type: 'table', columns: [], children: [] },
      table([['', '']], 0),
      ...Array.from({ length: 200 }, () => paragraph('')),
      paragraph('完。'),
    ],
  },
};

/** What stands beyond an edge of its page, by its text. */
function beyond({ pages }: LaidOutIssue): string[] {
  return pages.flatMap((page) => {
    const isOut = ({ x, y, size, offsets, turned }: TextItem) => {
      const end = offsets.at(-1) ?? 0;
      if (turned === true) return y > page.height || y - end < 0 || x < 0 || x > page.width;
      return x < 0 || x + end > page.width || y - size / 2 < 0 || y > page.height;
    };
    return textItems(page).flatMap((item) => (isOut(item) ? [`${page.number}: ${item.text.slice(0, 20)}`] : []));
  });
}

function wordsOf({ title, subtitle, byline, docNumber, addressees, blocks }: GazetteDocument): string {
  return [title, subtitle, byline, docNumber, addressees, ...blocks.map(blockText)].join('');
}

describe.each(houseStyles.map((style) => [style.name, style] as const))('%s', (_, style: HouseStyle) => {
  it.each(Object.keys(bad))('%s: complete pages, no character lost', (name) => {
    const document = documentOf('关于示例的通知', [paragraph('正文。')], bad[name] as Partial<GazetteDocument>);
    const laidOut = layoutIssue(issueOf([{ document }]), style, fonts.book);
    const body = laidOut.pages.filter(({ kind }) => kind === 'body');
    const printed = body.flatMap((page) => textItems(page).flatMap((item) => (item.origin === undefined ? [] : [item.text]))).join('');
    expect(packed(printed)).toBe(packed(wordsOf(document)));
    expect(packed(contentsText(laidOut)).length).toBeGreaterThanOrEqual(packed(document.title).length);
    expect(beyond(laidOut)).toEqual([]);
    expect(laidOut.messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

/** What the contents say of the entries, line by line, without leaders. */
function contentsText({ pages }: LaidOutIssue): string {
  const items = pages.filter(({ kind }) => kind === 'contents').flatMap(textItems);
  return items.flatMap(({ origin, text }) => (origin?.part === 'contents' ? [text] : [])).join('');
}

describe.each(houseStyles.map((style) => [style.name, style] as const))(
  '%s: titles that a page of the contents can hardly hold',
  (_, style) => {
    // Behind some short ones and before others: what goes on on another page meets one of another width.
    it.each([300, 640, 1020, 1266, 3000])('%d characters: all of it, once, and all entries around it', (length) => {
      const short = (number: number) => documentOf(`短题${String(number).padStart(3, '0')}`, [paragraph('正文。')]);
      const title = Array.from({ length: Math.ceil(length / 6) }, (_, number) => `第${String(number).padStart(4, '0')}句`).join('');
      for (const before of [0, 10]) {
        const documents = [...Array.from({ length: before }, (_, at) => short(at)), documentOf(title, []), documentOf(title, [])];
        for (let at = before; at < 40; at += 1) documents.push(short(at));
        const laidOut = layoutIssue(issueOf(documents.map((document) => ({ document }))), style, fonts.book);
        const text = contentsText(laidOut);
        for (let at = 0; at < 40; at += 1) expect(text.split(`短题${String(at).padStart(3, '0')}`), `${before}: ${at}`).toHaveLength(2);
        expect(text.split(title), `${before}`).toHaveLength(3);
        expect(beyond(laidOut)).toEqual([]);
      }
    });
  },
);

const xinyu = findHouse('xinyu') as HouseStyle;

it('ten thousand short paragraphs are a matter of a second', () => {
  const blocks = Array.from({ length: 10_000 }, (_, at) => paragraph(`第${at}段。`));
  const before = performance.now();
  const laidOut = layoutIssue(issueOf([{ document: documentOf('关于示例的通知', blocks) }]), xinyu, fonts.book);
  expect(performance.now() - before).toBeLessThan(15_000);
  expect(laidOut.pages.length).toBeGreaterThan(100);
});

it('the frame of a picture that is not there is said with its page', () => {
  const figure: Block = { type: 'figure', image: null, children: run('图1　示例') };
  const { messages } = layoutIssue(issueOf([{ document: documentOf('关于示例的通知', [paragraph('正文。'), figure]) }]), xinyu, fonts.book);
  expect(messages).toEqual([
    expect.objectContaining({
      code: 'figure-empty',
      severity: 'warning',
      at: { entry: 0, page: 3, block: 1 },
      text: expect.stringMatching(/^第 3 页/),
    }),
  ]);
});

it('empty paragraphs at the end of a document take no room', () => {
  const blocks = Array.from({ length: 40 }, (_, at) => paragraph(`第${at}段。${long(60)}`));
  const empty = Array.from({ length: 60 }, () => paragraph(' '));
  const pagesOf = (all: readonly Block[]) =>
    layoutIssue(issueOf([{ document: documentOf('关于示例的通知', all) }]), xinyu, fonts.book).pages.map((page) => textItems(page).length);
  expect(pagesOf([...blocks, ...empty])).toEqual(pagesOf(blocks));
  // Between others they stay.
  expect(pagesOf([...blocks, ...empty, paragraph('完。')]).length).toBeGreaterThan(pagesOf(blocks).length);
});

it('contents that push the body from its page are said', () => {
  const documents = Array.from({ length: 120 }, (_, at) => ({ document: documentOf(`关于示例之${at}的通知`, [paragraph('正文。')]) }));
  const moved = (firstPage: number) => {
    const issue = issueOf(documents);
    const { messages } = layoutIssue({ ...issue, head: { ...issue.head, firstPage } }, xinyu, fonts.book);
    return messages.filter(({ code }) => code === 'body-moved').map(({ text }) => text);
  };
  expect(moved(3)).toEqual([expect.stringMatching(/不是设定的第 3 页/)]);
  expect(moved(1)).toEqual([]);
});

it('many blank pages between contents and body are said', () => {
  const issue = issueOf([{ document: documentOf('关于示例的通知', [paragraph('正文。')]) }], { firstPage: 33 });
  const { messages } = layoutIssue(issue, xinyu, fonts.book);
  expect(messages.map(({ code, text }) => `${code} ${text}`)).toEqual([expect.stringMatching(/^contents-blank 正文从第 33 页起/)]);
});

it('words on the cover that are too long for a line stand on several, one below the other', () => {
  const issue = issueOf([{ document: documentOf('关于示例的通知', [paragraph('正文。')]) }], {
    statement: '本刊所登文件与正式文件具有同等效力，'.repeat(6),
  });
  const { covers } = layoutIssue(issue, xinyu, fonts.book);
  const lines = (covers.front?.items ?? []).filter((item) => item.kind === 'text' && item.text.includes('力'));
  expect(new Set(lines.map((item) => (item.kind === 'text' ? item.y : 0))).size).toBeGreaterThan(1);
  for (const item of lines)
    if (item.kind === 'text') expect(item.x >= 28_000 && item.x + (item.offsets.at(-1) ?? 0) <= 595_276 - 28_000).toBe(true);
});
