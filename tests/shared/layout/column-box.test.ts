/** Boxes (专栏) in a column: on the grid with the text, framed, balanced, nothing lost and nothing outside the column. */
import { describe, expect, it } from 'vitest';
import type { Block, BoxBlock } from '../../../shared/document/block.ts';
import { columnLeft, geometryOf } from '../../../shared/layout/geometry.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { Item, RuleItem, TextItem } from '../../../shared/layout/page.ts';
import { findHouse, houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, characters, documentOf, fonts, issueOf, paragraphs, randomText } from './support.ts';

const xinyu = findHouse('xinyu') as HouseStyle;
const geometry = geometryOf(xinyu, null);

function boxOf(texts: readonly string[]): BoxBlock {
  return {
    type: 'box',
    inColumn: true,
    children: texts.map((text) => ({ type: 'cellParagraph' as const, children: [{ text }] })),
  };
}

function bodyOf(blocks: readonly Block[], style: HouseStyle = xinyu): Item[] {
  const laidOut = layoutIssue(issueOf([{ document: documentOf('通知', blocks) }]), style, fonts.book);
  return laidOut.pages.filter((page) => page.kind === 'body').flatMap((page) => page.items);
}

const ofBox = (items: readonly Item[], block: number): TextItem[] =>
  items.filter((item): item is TextItem => item.kind === 'text' && item.origin?.block === block);
const rules = (items: readonly Item[]): RuleItem[] =>
  items.filter((item): item is RuleItem => item.kind === 'rule' && item.width === Math.round(xinyu.box.ruleWidth * 1000));

describe('a box in a column', () => {
  const box = boxOf(['专栏1 示例工程', `（一）${randomText(chance(5), 120)}`, `（二）${randomText(chance(6), 90)}`]);
  const items = bodyOf([...paragraphs(chance(1), 6, 160), box, ...paragraphs(chance(2), 6, 160)]);
  it('loses no character and stays within its column, off the frame by the padding', () => {
    const texts = ofBox(items, 6);
    expect(characters(texts.map(({ text }) => text).join(''))).toBe(
      characters(box.children.map(({ children }) => children.map(({ text }) => text).join('')).join('')),
    );
    const padding = xinyu.box.padding * 1000;
    for (const { x, offsets, size } of texts) {
      const left = columnLeft(geometry, x >= columnLeft(geometry, 1) ? 1 : 0);
      // A mark that opens has its blank half left of where it is seen.
      expect(x + size / 2).toBeGreaterThanOrEqual(left + padding);
      expect(x + (offsets.at(-1) ?? 0) + size / 2).toBeLessThanOrEqual(left + geometry.columnWidth - padding + 1);
    }
  });
  it('stands on the line grid with the text beside it', () => {
    for (const { y } of ofBox(items, 6))
      expect((y - geometry.top - Math.round(geometry.size * 0.36)) % geometry.pitch).toBe(Math.round(geometry.pitch / 2));
  });
  it('has one frame: a rule above, one below, and two sides', () => {
    const frame = rules(items);
    expect(frame.filter(({ y1, y2 }) => y1 === y2)).toHaveLength(2);
    expect(frame.filter(({ x1, x2 }) => x1 === x2).length % 2).toBe(0);
  });
});

it('a box that is longer than a column goes on in the next, its sides in each', () => {
  const long = boxOf(['专栏2 长的', ...Array.from({ length: 12 }, (_, i) => randomText(chance(i + 9), 150))]);
  const items = bodyOf([...paragraphs(chance(3), 2, 60), long]);
  const frame = rules(items);
  expect(frame.filter(({ y1, y2 }) => y1 === y2)).toHaveLength(2);
  expect(frame.filter(({ x1, x2 }) => x1 === x2).length).toBeGreaterThanOrEqual(4);
});

it('in a house of one column a box stands across, and no house loses any of it', () => {
  for (const style of houseStyles) {
    const box = boxOf(['专栏3', randomText(chance(20), 400)]);
    const texts = ofBox(bodyOf([...paragraphs(chance(4), 3, 90), box], style), 3);
    expect(characters(texts.map(({ text }) => text).join(''))).toBe(characters(`专栏3${box.children[1]?.children[0]?.text ?? ''}`));
  }
});
