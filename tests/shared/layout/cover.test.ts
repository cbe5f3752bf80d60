/** 封面: the picture of the masthead within its room, its sides in their own proportion. */
import { expect, test } from 'vitest';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { findHouse } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { documentOf, fonts, issueOf } from './support.ts';

const style = findHouse('national') as HouseStyle;

function pictureOf(cover: Readonly<Record<string, string>>) {
  const issue = issueOf([{ document: documentOf('关于工作的通知', [{ type: 'paragraph', children: [{ text: '特此通知。' }] }]) }], {
    cover,
  });
  const { front } = layoutIssue(issue, style, fonts.book).covers;
  return { page: front, picture: front?.items.find((item) => item.kind === 'image') };
}

test.each([
  ['300x100', 3],
  ['100x300', 1 / 3],
])('a picture of %s keeps its proportion and stands in the middle', (pictureSize, proportion) => {
  const { page, picture } = pictureOf({ picture: 'a'.repeat(64), pictureSize });
  if (page === null || picture === undefined) throw new Error('no picture on the cover');
  expect(picture.width / picture.height).toBeCloseTo(proportion, 2);
  expect(Math.abs(picture.x * 2 + picture.width - page.width)).toBeLessThan(page.width * 0.06);
  expect(picture.y + picture.height).toBeLessThan(page.height);
});

test('without a picture there is none', () => {
  expect(pictureOf({}).picture).toBe(undefined);
  expect(pictureOf({ picture: '' }).picture).toBe(undefined);
});
