/** Titles broken by sense: after the issuer, not inside a word, a pair of marks or a number. */
import { expect, it } from 'vitest';
import { breakTitle, widthOf } from '../../../shared/layout/title.ts';

it.each([
  ['示例市人民政府关于顾言同志任职的通知', ['示例市人民政府关于顾言同志任职的通知']],
  [
    '示例市人民政府关于印发示例市城市更新三年行动方案（2026—2028年）的通知',
    ['示例市人民政府', '关于印发示例市城市更新', '三年行动方案（2026—2028年）的通知'],
  ],
  ['示例市人民政府办公室关于公布示例市行政备案事项清单的通知', ['示例市人民政府办公室', '关于公布示例市行政备案事项清单的通知']],
  [
    '示例市人民政府关于加快完善覆盖全民的多层次社会保障体系的实施意见',
    ['示例市人民政府', '关于加快完善覆盖全民的', '多层次社会保障体系的实施意见'],
  ],
] as const)('%s', (title, lines) => {
  const found = breakTitle(title, [], 24);
  expect(found.join('')).toBe(title);
  expect(found).toEqual(lines);
  for (const line of found) expect(widthOf(line)).toBeLessThanOrEqual(24);
});

it('keeps the lines that the submission set, if they fit', () => {
  const lines = ['示例市人民政府', '关于做好防汛工作的通知'];
  expect(breakTitle(lines.join(''), lines, 24)).toEqual(lines);
});

it('does not keep a line that is too long', () => {
  const lines = ['示例市人民政府', '关于进一步加强和改进全市城乡社区综合服务设施规划建设和管理工作的实施意见'];
  for (const line of breakTitle(lines.join(''), lines, 24)) expect(widthOf(line)).toBeLessThanOrEqual(24);
});

it('breaks even a title without any good place', () => {
  const title = '的'.repeat(100);
  expect(breakTitle(title, [], 24).join('')).toBe(title);
});
