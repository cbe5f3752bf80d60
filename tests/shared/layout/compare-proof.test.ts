/** 校样对比: words that changed are found with their places; text that only moved is not. */
import { expect, test } from 'vitest';
import type { Block } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { diffWords } from '../../../shared/document/word-diff.ts';
import { composeIssue } from '../../../shared/issue/compose.ts';
import { compareProof } from '../../../shared/layout/compare-proof.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { headBlock, type Page, pagesInOrder, type TextItem } from '../../../shared/layout/page.ts';
import { blockAreas, characterArea, firstBlocks, foliosOfBlock, originAt } from '../../../shared/layout/places.ts';
import { readProof } from '../../../shared/layout/proof-text.ts';
import { houseStyles } from '../../../shared/style/index.ts';
import { chance, documentOf, fonts, head, randomText } from './support.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });

const article = documentOf;

function layOut(documents: Readonly<Record<string, GazetteDocument>>) {
  const entries = Object.keys(documents).map((key) => ({ key, section: '市政府文件', start: 'followOn' as const, contentsTitle: null }));
  const composed = composeIssue({ head: { ...head, house: 'jiujiang' }, entries }, (key) => documents[key] ?? null).value;
  const style = houseStyles.find(({ id }) => id === 'jiujiang');
  if (style === undefined) throw new Error('no style');
  const laidOut = layoutIssue(composed, style, fonts.book);
  const names = Object.entries(documents).map(([key, { title }]) => ({ key, title }));
  const pages = pagesInOrder(laidOut);
  return { laidOut, pages, words: readProof(pages, names) };
}

const long = (seed: number) => Array.from({ length: 30 }, (_, index) => paragraph(randomText(chance(seed + index), 120)));
const before = {
  a: article('关于加强绿化工作的通知', [paragraph('全市上下要抓好落实，计划于2026年6月底前完成。'), ...long(1)]),
  b: article('关于做好防汛工作的通知', long(100)),
  c: article('关于节约用水的通知', [...long(200), paragraph('本通知自发布之日起施行。')]),
};

/** The characters whose boxes lie in a place. */
function textIn(pages: readonly Page[], place: { page: number; x: number; y: number; width: number; height: number }): string {
  const items = (pages[place.page]?.items ?? []).filter((item): item is TextItem => item.kind === 'text');
  return items
    .flatMap((item) =>
      [...item.text].filter((_, index) => {
        const { x, y, width, height } = characterArea(item, index, index + 1);
        const [middleX, middleY] = [x + width / 2, y + height / 2];
        return middleX > place.x && middleX < place.x + place.width && middleY > place.y && middleY < place.y + place.height;
      }),
    )
    .join('')
    .replaceAll(/\s/g, '');
}

test('the same words on other lines, pages and in another order are no change', () => {
  const old = layOut(before);
  const moved = layOut({ c: before.c, a: before.a, b: before.b });
  expect(compareProof(old.words, old.words)).toEqual([]);
  expect(compareProof(old.words, moved.words)).toEqual([]);
});

test('exactly the changed words are marked, whatever moved behind them', () => {
  const old = layOut(before);
  const blocks = before.a.blocks.map((block, index) =>
    index === 0 ? paragraph('全市上下要切实抓好落实，计划于2027年6月前完成。') : block,
  );
  const present = layOut({ ...before, a: { ...before.a, blocks } });
  const places = compareProof(old.words, present.words);
  expect(places.map(({ kind, before: was, after }) => [kind, was, after])).toEqual([
    ['added', '', '切实'],
    ['changed', '2026', '2027'],
    ['removed', '底', ''],
  ]);
  expect(places.map((place) => textIn(present.pages, place))).toEqual(['切实', '2027', '']);
  // What is gone is marked before what now stands there.
  const [, , gone] = places;
  expect(textIn(present.pages, { ...(gone as (typeof places)[number]), width: 8_000 })).toBe('前');
});

test('a change over two lines has a place on each; documents that came or went are one change each', () => {
  const old = layOut(before);
  const added = paragraph(randomText(chance(7), 70));
  const present = layOut({ ...before, b: { ...before.b, blocks: [...before.b.blocks.slice(0, 5), added, ...before.b.blocks.slice(5)] } });
  const places = compareProof(old.words, present.words);
  expect(places.length).toBeGreaterThan(2);
  expect(new Set(places.map(({ change }) => change)).size).toBe(1);
  expect(places.map((place) => textIn(present.pages, place)).join('')).toBe(
    (added.children[0] as { text: string }).text.replaceAll(/\s/g, ''),
  );
  const without = layOut({ a: before.a, c: before.c });
  const gone = compareProof(old.words, without.words);
  expect(gone).toMatchObject([{ kind: 'removed', before: '《关于做好防汛工作的通知》全文' }]);
  const kinds = compareProof(without.words, old.words).map(({ kind }) => kind);
  expect(new Set(kinds)).toEqual(new Set(['added']));
});

test('paragraphs that were divided or joined have not changed in words', () => {
  expect(diffWords(['抓好落实。', '现通知如下。'], ['抓好落实。现通知如下。'])).toEqual([]);
  expect(diffWords(['甲', '乙丙丁戊'], ['甲', '乙丙戊'])).toEqual([{ oldFrom: 3, oldTo: 4, from: 3, to: 3 }]);
  // A number is one word; one character that stays between two changes is read with them.
  expect(diffWords(['投资12.5亿元'], ['投资13.5亿元'])).toEqual([{ oldFrom: 2, oldTo: 6, from: 2, to: 6 }]);
  expect(diffWords(['加强绿化工作'], ['加大绿地工作'])).toEqual([{ oldFrom: 1, oldTo: 4, from: 1, to: 4 }]);
});

test('from the page to the text and back', () => {
  const { laidOut } = layOut(before);
  const [first] = laidOut.documents;
  const lists = firstBlocks(laidOut.pages, laidOut.documents);
  expect(lists[0]?.length).toBe((first?.lastPage ?? 0) - (first?.firstPage ?? 0) + 1);
  before.a.blocks.forEach((_, block) => {
    const folios = foliosOfBlock(first?.firstPage ?? 0, lists[0] ?? [], block);
    const [page] = folios
      .map((folio) => laidOut.pages[folio - 1])
      .filter((one) => one !== undefined && blockAreas(one, 0, block).length > 0);
    const [area] = page === undefined ? [] : blockAreas(page, 0, block);
    if (page === undefined || area === undefined) throw new Error(`no place for block ${block}`);
    expect(originAt(page, area.x + area.width / 2, area.y + 3000)).toEqual({ entry: 0, block });
  });
  // The head is not one box over both columns: its title, its number line and the addressees are marked each for itself.
  const official = { ...before.a, docNumber: '示府发〔2026〕1号', addressees: '各县（区）人民政府，市政府各部门：' };
  const whole = layOut({ a: official }).laidOut;
  const opening = whole.pages[(whole.documents[0]?.firstPage ?? 1) - 1] as Page;
  const head = blockAreas(opening, 0, headBlock);
  expect(head.length).toBeGreaterThan(1);
  head.slice(1).forEach((area, index) => {
    const above = head[index] as { readonly y: number; readonly height: number };
    expect(area.y).toBeGreaterThanOrEqual(above.y + above.height - 2000);
  });
  expect(originAt(laidOut.pages.at(-1) as Page, 0, 0)).toBeNull();
});
