/** Finding and replacing in a document: every place, its context, the marks of what is replaced, the title with its lines. */
import { expect, it } from 'vitest';
import { type Block, blockText } from '../../../shared/document/block.ts';
import { findInDocument, findInText, replaceInDocument, replaceInRuns } from '../../../shared/document/find.ts';
import { isGazetteDocument } from '../../../shared/document/guard.ts';
import { documentOf } from '../layout/support.ts';

const blocks: Block[] = [
  { type: 'heading', level: 1, children: [{ text: '一、示例市概况' }] },
  { type: 'paragraph', children: [{ text: '示例' }, { text: '市GDP', bold: true }, { text: '增长，ＧＤＰ居前。' }] },
  {
    type: 'table',
    columns: [1, 1],
    children: [
      {
        type: 'tableRow',
        children: ['单位', '示例市'].map((text) => ({
          type: 'tableCell' as const,
          columnSpan: 1,
          rowSpan: 1,
          children: [{ type: 'cellParagraph' as const, children: [{ text }] }],
        })),
      },
    ],
  },
  {
    type: 'box',
    children: [
      { type: 'cellParagraph', children: [{ text: '专栏' }] },
      { type: 'cellParagraph', children: [{ text: '示例市示例市' }] },
    ],
  },
];
const document = {
  ...documentOf('示例市人民政府关于示例市绿化的通知', blocks),
  titleLines: ['示例市人民政府', '关于示例', '市绿化的通知'],
};
const strict = (words: string) => ({ words, isLoose: false });
const loose = (words: string) => ({ words, isLoose: true });

it('finds in title, blocks, tables and boxes, in reading order', () => {
  const found = findInDocument(document, strict('示例市'));
  expect(found.map(({ block, path, at }) => [block, path, at])).toEqual([
    [-1, [], 0],
    [-1, [], 9],
    [0, [], 2],
    [1, [], 0],
    [2, [0, 1, 0], 0],
    [3, [1], 0],
    [3, [1], 3],
  ]);
  expect(found[2]).toMatchObject({ before: '一、', found: '示例市', after: '概况' });
  expect(findInDocument(document, strict(''))).toEqual([]);
});

it('loosely: full and half width, upper and lower case are the same', () => {
  expect(findInDocument(document, loose('gdp')).map(({ found }) => found)).toEqual(['GDP', 'ＧＤＰ']);
  expect(findInDocument(document, strict('GDP'))).toHaveLength(1);
  expect(findInText('（一）(一)', loose('(一)'))).toEqual([0, 3]);
  expect(findInText('aaaa', strict('aa'))).toEqual([0, 2]);
  // A letter whose small form is two units must not move what stands behind it.
  expect(findInText('İa', loose('A'))).toEqual([1]);
});

it('replaces everywhere, and the document stays one', () => {
  const { document: changed, replaced } = replaceInDocument(document, findInDocument(document, strict('示例市')), '样本区');
  expect(replaced).toBe(7);
  expect(isGazetteDocument(changed)).toBe(true);
  expect(changed.titleLines).toEqual(['样本区人民政府', '关于样本区', '绿化的通知']);
  expect(changed.blocks.map(blockText)).toEqual(['一、样本区概况', '样本区GDP增长，ＧＤＰ居前。', '单位\t样本区', '专栏\n样本区样本区']);
  expect(changed.blocks[1]).toMatchObject({ children: [{ text: '样本区' }, { text: 'GDP', bold: true }, { text: '增长，ＧＤＰ居前。' }] });
  expect(findInDocument(changed, strict('示例市'))).toEqual([]);
});

it('replaces only where it was told, and passes over what changed meanwhile', () => {
  const found = findInDocument(document, strict('示例市'));
  const chosen = found.filter((place) => place.block === 3).slice(1);
  expect(replaceInDocument(document, chosen, '').document.blocks.map(blockText)[3]).toBe('专栏\n示例市');
  const edited = { ...document, blocks: document.blocks.slice(1) };
  const late = replaceInDocument(edited, found, '样本区');
  expect(late.replaced).toBe(2);
  expect(replaceInDocument(document, [], 'x').document).toBe(document);
  // The same place given twice counts once.
  expect(replaceInDocument(document, [...chosen, ...chosen], '样本区').replaced).toBe(1);
});

it('an empty replacement leaves something to write in', () => {
  expect(replaceInRuns([{ text: '全部' }], { at: 0, length: 2 }, '')).toEqual([{ text: '' }]);
  const gone = replaceInDocument(documentOf('旧', []), findInDocument(documentOf('旧', []), strict('旧')), '');
  expect(gone.document).toMatchObject({ title: '', titleLines: [''] });
  expect(isGazetteDocument(gone.document)).toBe(true);
});
