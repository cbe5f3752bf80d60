/** The helper that saves pages: what it promises is what comes out when it is done. */
import { expect, it } from 'vitest';
import { blockText } from '../../../shared/document/block.ts';
import { advise, tighten } from '../../../shared/layout/advice.ts';
import { createLayoutCache, flowOfEntry, layoutIssue } from '../../../shared/layout/layout.ts';
import { findHouse } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, documentOf, fonts, issueOf, paragraphs } from './support.ts';

const style = findHouse('xinyu') as HouseStyle;

/** A document whose last page holds only a few lines. */
function overhanging() {
  const whole = paragraphs(chance(11), 60, 260);
  for (let count = 20; count <= whole.length; count += 1) {
    const issue = issueOf([{ document: documentOf('示例市人民政府公告', whole.slice(0, count)) }]);
    const advice = advise(issue, style, fonts.book, createLayoutCache());
    if (advice.savings.length > 0) return { issue, advice };
  }
  throw new Error('no overhang found');
}

it('says what is missing to four and to sixteen pages', () => {
  const { advice } = overhanging();
  expect((advice.pages + advice.toFour) % 4).toBe(0);
  expect((advice.pages + advice.toSixteen) % 16).toBe(0);
});

it('keeps its promise: the page goes, the words stay', () => {
  const { issue, advice } = overhanging();
  const saving = advice.savings[0] as (typeof advice.savings)[number];
  const entry = issue.entries[saving.entry] as (typeof issue.entries)[number];
  const document = tighten(entry.document, saving.blocks);
  const after = layoutIssue({ ...issue, entries: [{ ...entry, document }] }, style, fonts.book);
  expect(after.pages.length).toBe(saving.pagesAfter);
  expect(after.pages.length).toBeLessThan(advice.pages);
  expect(document.blocks.map(blockText)).toEqual(entry.document.blocks.map(blockText));
});

it('takes the paragraphs in which it shows least', () => {
  const { issue, advice } = overhanging();
  const saving = advice.savings[0] as (typeof advice.savings)[number];
  const entry = issue.entries[saving.entry] as (typeof issue.entries)[number];
  const cache = createLayoutCache();
  const linesOf = (document: typeof entry.document) => {
    const lines = new Map<number, number[]>();
    const flow = flowOfEntry({ ...issue, entries: [{ ...entry, document }] }, 0, style, fonts.book, cache);
    for (const zone of flow.zones)
      if (zone.kind === 'columns') for (const { block, line } of zone.lines) lines.set(block, [...(lines.get(block) ?? []), line.width]);
    return lines;
  };
  const all = entry.document.blocks.map((_, index) => index);
  const [loose, tight] = [linesOf(entry.document), linesOf(tighten(entry.document, all))];
  const share = (index: number) => (loose.get(index)?.at(-1) ?? 0) / ((loose.get(index)?.length ?? 2) - 1);
  const gainers = all.filter((index) => (tight.get(index)?.length ?? 0) < (loose.get(index)?.length ?? 0));
  const pagesWith = (blocks: readonly number[]) =>
    layoutIssue({ ...issue, entries: [{ ...entry, document: tighten(entry.document, blocks) }] }, style, fonts.book).pages.length;
  // The first that come would do it as well, and look worse.
  const count = gainers.findIndex((_, index) => pagesWith(gainers.slice(0, index + 1)) < advice.pages) + 1;
  const effort = (blocks: readonly number[]) => blocks.map(share).reduce((sum, each) => sum + each, 0);
  expect(count).toBeGreaterThanOrEqual(saving.blocks.length);
  expect(effort(saving.blocks)).toBeLessThan(effort(gainers.slice(0, count)));
});

it('sees documents that follow on as one piece: a line saved in the first pulls up what hangs over of the last', () => {
  // The first has paragraphs that can be set tighter; the second is a few lines and hangs over.
  const whole = paragraphs(chance(11), 60, 260);
  const short = [{ type: 'paragraph' as const, children: [{ text: '特此通知，请认真贯彻执行。' }] }];
  for (let count = 20; count <= whole.length; count += 1) {
    const issue = issueOf([
      { document: documentOf('示例市人民政府公告', whole.slice(0, count)) },
      { document: documentOf('示例市人民政府通知', short), start: 'followOn' },
    ]);
    const [saving] = advise(issue, style, fonts.book, createLayoutCache()).savings;
    if (saving === undefined) continue;
    expect(saving.entry).toBe(0);
    const entries = issue.entries.map((each, index) => (index === 0 ? { ...each, document: tighten(each.document, saving.blocks) } : each));
    const [before, after] = [layoutIssue(issue, style, fonts.book), layoutIssue({ ...issue, entries }, style, fonts.book)];
    expect(after.pages.length).toBe(saving.pagesAfter);
    expect(after.pages.length).toBeLessThan(before.pages.length);
    expect(before.documents[1]?.lastPage).toBe(saving.lastPage);
    return;
  }
  throw new Error('no overhang found');
});

it('asks for no more paragraphs than it takes', () => {
  const { issue, advice } = overhanging();
  const saving = advice.savings[0] as (typeof advice.savings)[number];
  const entry = issue.entries[saving.entry] as (typeof issue.entries)[number];
  const fewer = tighten(entry.document, saving.blocks.slice(0, -1));
  expect(layoutIssue({ ...issue, entries: [{ ...entry, document: fewer }] }, style, fonts.book).pages.length).toBe(advice.pages);
});
