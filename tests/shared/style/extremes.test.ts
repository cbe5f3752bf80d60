/** Whatever the description allows, the layout comes to an end with it: each figure at its least and its most. */
import { expect, test } from 'vitest';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { composeIssue } from '../../../shared/issue/compose.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { national } from '../../../shared/style/national.ts';
import { applyOverrides, type HouseOverrides } from '../../../shared/style/override.ts';
import { checkRoom } from '../../../shared/style/room.ts';
import { styleFields } from '../../../shared/style/schema.ts';
import { xinyu } from '../../../shared/style/xinyu.ts';
import { sampleDocument, sampleHead } from '../../main/samples.ts';
import { fonts } from '../layout/support.ts';

const text = '为进一步加强城市管理，提升公共服务水平，现将有关事项通知如下。';
const plain = sampleDocument('示例市人民政府关于加强绿化工作的通知');
const document: GazetteDocument = {
  ...plain,
  blocks: [...plain.blocks, ...Array.from({ length: 16 }, () => ({ type: 'paragraph' as const, children: [{ text: text.repeat(6) }] }))],
};
const issue = {
  head: { ...sampleHead, grid: null },
  entries: [{ key: 1, section: '市政府文件', start: 'newPage' as const, contentsTitle: null }],
};
const composed = composeIssue(issue, () => document).value;

const values = styleFields.flatMap(({ path, kind }): [string, unknown][] => {
  if (kind.type === 'number' || kind.type === 'integer') return [kind.min, kind.max].map((value) => [path, value]);
  if (kind.type === 'choice') return Object.keys(kind.choices).map((value) => [path, value]);
  return kind.type === 'boolean' ? [true, false].map((value) => [path, value]) : [];
});

test.each([xinyu, national].map((style) => [style.id, style] as const))('%s with each field at its ends', (_, style) => {
  for (const [path, value] of values) {
    const overrides = path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as HouseOverrides;
    const changed = applyOverrides(style, overrides);
    if (checkRoom(changed).length > 0) continue;
    const { pages } = layoutIssue(composed, changed, fonts.book);
    expect([path, value, pages.length > 0 && pages.length < 400]).toEqual([path, value, true]);
  }
});
