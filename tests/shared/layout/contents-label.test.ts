/** The vertical labels of the contents page: one column of characters beside even a single entry, where there is room. */
import { describe, expect, it } from 'vitest';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { Page, TextItem } from '../../../shared/layout/page.ts';
import { findHouse } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { documentOf, fonts, issueOf, textItems } from './support.ts';

const SECTION = '市政府办公室文件';

function contentsOf(house: string, others: number): Page[] {
  const style = findHouse(house) as HouseStyle;
  const document = (title: string) => documentOf(title, [{ type: 'paragraph', children: [{ text: '市政府决定。' }] }]);
  const entries = [
    { document: document('关于公布道路命名清单的通知'), section: SECTION },
    ...Array.from({ length: others }, (_, at) => ({ document: document(`关于做好第${at}项工作的通知`), section: '市政府文件' })),
  ];
  return layoutIssue(issueOf(entries, { house }), style, fonts.book).pages.filter((page) => page.kind === 'contents');
}

function labelOf(page: Page): TextItem[] {
  return textItems(page).filter((item) => SECTION.includes(item.text) && [...item.text].length === 1 && item.origin === undefined);
}

describe.each(['jiujiang', 'ganzhou'])('the label of a section with one entry (%s)', (house) => {
  it('stands in one column, in its own size, the entry in the middle beside it', () => {
    const page = contentsOf(house, 2).find((each) => labelOf(each).length > 0) as Page;
    const label = labelOf(page);
    expect(label.map((item) => item.text).join('')).toBe(SECTION);
    expect(new Set(label.map((item) => item.x)).size).toBe(1);
    const ys = label.map((item) => item.y);
    expect(Math.min(...ys.slice(1).map((y, at) => y - (ys[at] as number)))).toBeGreaterThan((label[0] as TextItem).size);
    const entry = textItems(page).find((item) => item.text.includes('道路命名清单')) as TextItem;
    expect(entry.y).toBeGreaterThan(ys[1] as number);
    expect(entry.y).toBeLessThan(ys.at(-2) as number);
    const link = page.links.find(({ y, height }) => entry.y > y && entry.y < y + height);
    expect(link).toBeDefined();
  });
  it('never drives an entry off the page', () => {
    for (let others = 20; others < 70; others += 6) {
      const links = contentsOf(house, others).flatMap((page) => page.links);
      expect(links).toHaveLength(others + 1);
    }
  });
});
