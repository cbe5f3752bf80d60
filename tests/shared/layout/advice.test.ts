/** The helper that saves pages: what it promises is what comes out when it is done. */
import { expect, it } from 'vitest';
import { blockText } from '../../../shared/document/block.ts';
import { advise, tighten } from '../../../shared/layout/advice.ts';
import { createLayoutCache, layoutIssue } from '../../../shared/layout/layout.ts';
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

it('asks for no more paragraphs than it takes', () => {
  const { issue, advice } = overhanging();
  const saving = advice.savings[0] as (typeof advice.savings)[number];
  const entry = issue.entries[saving.entry] as (typeof issue.entries)[number];
  const fewer = tighten(entry.document, saving.blocks.slice(0, -1));
  expect(layoutIssue({ ...issue, entries: [{ ...entry, document: fewer }] }, style, fonts.book).pages.length).toBe(advice.pages);
});
