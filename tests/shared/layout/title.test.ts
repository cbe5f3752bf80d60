/** Titles broken by sense: after the issuer, not inside a word, a pair of marks or a number. */
import { describe, expect, it } from 'vitest';
import { breakTitle, widthOf } from '../../../shared/layout/title.ts';
import { cohesionOf } from '../../../shared/layout/title-cohesion.ts';
import { documentOf } from './support.ts';

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

describe('what the text below a title says of its words', () => {
  const textOf = (sentence: string, times: number) =>
    documentOf('附表', [{ type: 'paragraph', children: [{ text: sentence.repeat(times) }] }]);
  it('keeps a word whole that no list knows', () => {
    const title = '示例市人民政府关于做好山水驿站星光长廊风貌带提质的意见';
    expect(breakTitle(title, [], 16)[1]).toBe('关于做好山水驿站星光');
    const document = textOf('星光长廊沿山而建，山水驿站各有特色。', 8);
    expect(breakTitle(title, [], 16, cohesionOf(document)).join('|')).toContain('星光长廊');
  });
  it('says nothing of characters that met once or twice, or that are mere neighbours', () => {
    expect(cohesionOf(textOf('要建好碳汇林场。', 2))('碳', '汇')).toBe(0);
    expect(cohesionOf(textOf('要建好碳汇林场。', 9))('碳', '汇')).toBe(1);
    expect(cohesionOf(textOf('水清、水绿、水活、清溪、清泉。', 9))('水', '清')).toBe(0);
  });
  it('needs no list for the name of the place', () => {
    const lines = breakTitle('望溪市人民政府关于聘请顾言等16人为望溪市政府第一批招商顾问的通知', [], 20);
    expect(lines.join('|')).toContain('望溪市政府');
    expect(lines.some((line) => line.endsWith('望溪'))).toBe(false);
  });
});
