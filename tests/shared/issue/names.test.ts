/** Names of the board as they are typed and stored. */
import { expect, it } from 'vitest';
import { namesApart, namesTyped } from '../../../shared/issue/names.ts';

it('parts names at blanks of any width, at 、 and at commas', () => {
  expect(namesTyped('谢卫东　温海　王小华')).toEqual(['谢卫东', '温海', '王小华']);
  expect(namesTyped(' 谢卫东 温海、王小华，　李明；')).toEqual(['谢卫东', '温海', '王小华', '李明']);
  expect(namesTyped('　')).toEqual([]);
});

it('keeps a name together that was made wide by a blank', () => {
  expect(namesTyped('谢卫东　王　彦　温　海　李文')).toEqual(['谢卫东', '王　彦', '温　海', '李文']);
  expect(namesTyped('王  彦、陈　小满')).toEqual(['王　彦', '陈　小满']);
});

it('parts what was stored as one name, and leaves a name with a narrow blank alone', () => {
  expect(namesApart(['谢卫东　温海　王　彦', 'Anna Smith'])).toEqual(['谢卫东', '温海', '王　彦', 'Anna Smith']);
});
