/** Every kind of block as `import --json` prints it. */
import { expect, test } from 'vitest';
import type { Block, TableCell } from '../../../shared/document/block.ts';
import { exchangeBlock, exchangeDocument } from '../../../shared/document/exchange.ts';
import { sampleDocument } from '../../main/samples.ts';

const cell = (columnSpan: number, rowSpan: number, ...texts: readonly string[]): TableCell => ({
  type: 'tableCell',
  columnSpan,
  rowSpan,
  children: texts.map((text) => ({ type: 'cellParagraph', children: [{ text }] })),
});
const children = [{ text: '甲' }, { text: '乙', bold: true as const }];

test.each<[Block, object]>([
  [
    { type: 'heading', level: 2, children: [{ text: '（一）目标。' }, { text: '到明年完成。', runIn: true }] },
    { t: 'h2', text: '（一）目标。', run: '到明年完成。' },
  ],
  [
    { type: 'heading', level: 4, children },
    { t: 'h4', text: '甲乙' },
  ],
  [
    { type: 'article', children: [{ text: '第一条　' }, { text: '为了规范。', runIn: true }] },
    { t: 'article', text: '第一条　为了规范。' },
  ],
  [
    { type: 'paragraph', children },
    { t: 'p', text: '甲乙' },
  ],
  [
    { type: 'title', children },
    { t: 'title', text: '甲乙' },
  ],
  [
    { type: 'subtitle', children },
    { t: 'subtitle', text: '甲乙' },
  ],
  [
    { type: 'note', children },
    { t: 'note', text: '甲乙' },
  ],
  [
    { type: 'attachment', children },
    { t: 'attachment', text: '甲乙' },
  ],
  [
    { type: 'attachmentTitle', label: '附件1', children },
    { t: 'attachmentTitle', label: '附件1', text: '甲乙' },
  ],
  [
    { type: 'sign', children },
    { t: 'sign', text: '甲乙' },
  ],
  [
    { type: 'signDate', children },
    { t: 'signdate', text: '甲乙' },
  ],
  [
    { type: 'figure', image: null, children },
    { t: 'figure', text: '甲乙' },
  ],
  [
    { type: 'box', children: [{ type: 'cellParagraph', children }] },
    { t: 'box', paras: ['甲乙'] },
  ],
  [
    {
      type: 'table',
      columns: [1, 1],
      children: [
        { type: 'tableRow', children: [cell(1, 2, '区'), cell(1, 1, '上', '下')] },
        { type: 'tableRow', children: [cell(1, 1, '数')] },
      ],
    },
    {
      t: 'table',
      rows: [
        ['区', '上\n下'],
        ['', '数'],
      ],
    },
  ],
])('%j', (block, printed) => {
  expect(exchangeBlock(block)).toEqual(printed);
});

test('the fields of the contract, with the name of the file', () => {
  const printed = exchangeDocument('a.docx', sampleDocument('关于绿化的通知'), []);
  expect(Object.keys(printed)).toEqual([
    'file',
    'title',
    'subtitle',
    'docNumber',
    'date',
    'issuer',
    'addressees',
    'authors',
    'blocks',
    'messages',
  ]);
});
