/** The imprint panel beside the contents: what stands in its middle is divided by sense. */
import { expect, it } from 'vitest';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { findHouse } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { documentOf, fonts, issueOf, paragraphs, textItems } from './support.ts';

it('divides a statement that is too long for the panel into even lines, and keeps a short one whole', () => {
  const linesOf = (statement: string) => {
    const composed = issueOf(
      [
        {
          document: documentOf(
            '通知',
            paragraphs(() => 3, 2, 9),
          ),
        },
      ],
      { statement },
    );
    const laidOut = layoutIssue(composed, findHouse('ganzhou') as HouseStyle, fonts.book);
    return textItems(laidOut.pages[0] as (typeof laidOut.pages)[number])
      .map(({ text }) => text)
      .filter((text) => text.length > 3 && statement.includes(text));
  };
  expect(linesOf('本刊所登文件与正式文件同等效力')).toEqual(['本刊所登文件与', '正式文件同等效力']);
  expect(linesOf('与正式文件同等效力')).toEqual(['与正式文件同等效力']);
});

it('breaks no name of the board: a row that is too wide has fewer names', () => {
  const names = ['谢卫东', '温海', '买买提明·阿不都热合曼', '阿依古丽·买买提依明江', '王彦', '李小华　周　舟　吴桐'];
  const composed = issueOf(
    [
      {
        document: documentOf(
          '通知',
          paragraphs(() => 3, 2, 9),
        ),
      },
    ],
    { board: [{ role: '编委', names }] },
  );
  const laidOut = layoutIssue(composed, findHouse('national') as HouseStyle, fonts.book);
  const lines = laidOut.pages.flatMap((page) => textItems(page).map(({ text }) => text));
  const whole = ['谢卫东', '温　海', '买买提明·阿不都热合曼', '阿依古丽·买买提依明江', '王　彦', '李小华', '周　舟', '吴　桐'];
  for (const name of whole) expect(lines.some((line) => line.includes(name))).toBe(true);
});
