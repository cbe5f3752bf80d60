/** What the window may store: every recognised document passes, every slip is refused. */
import { expect, test } from 'vitest';
import { isGazetteDocument } from '../../../shared/document/guard.ts';
import { sampleDocument } from '../../main/samples.ts';

const table = {
  type: 'table',
  columns: [1, 2],
  children: [
    {
      type: 'tableRow',
      head: true,
      children: [
        {
          type: 'tableCell',
          columnSpan: 2,
          rowSpan: 1,
          children: [{ type: 'cellParagraph', align: 'center', children: [{ text: '项目' }] }],
        },
      ],
    },
  ],
};
const whole = {
  ...sampleDocument('通知'),
  blocks: [
    { type: 'title', children: [{ text: '方案' }] },
    {
      type: 'heading',
      level: 2,
      tight: true,
      children: [
        { text: '（一）要求。', bold: true },
        { text: '正文', runIn: true },
      ],
    },
    { type: 'attachmentTitle', label: '附件1', children: [] },
    { type: 'figure', image: null, link: 'https://example.cn', children: [] },
    { type: 'figure', image: { hash: 'a'.repeat(64), width: 100, height: 50 }, children: [{ text: '图' }] },
    { type: 'box', children: [{ type: 'cellParagraph', children: [{ text: '专栏' }] }] },
    table,
  ],
};
const withBlock = (block: unknown) => ({ ...whole, blocks: [block] });

test('an empty cell may have no paragraph, as the readers leave it', () => {
  const row = { type: 'tableRow', children: [{ type: 'tableCell', columnSpan: 1, rowSpan: 1, children: [] }] };
  expect(isGazetteDocument(withBlock({ ...table, children: [row] }))).toBe(true);
});

test('a document with all that blocks may have is admitted', () => {
  expect(isGazetteDocument(whole)).toBe(true);
});

test.each([
  ['an unknown type', withBlock({ type: 'verse', children: [] })],
  ['a name that objects inherit', withBlock({ type: 'toString', children: [] })],
  ['an unknown field', withBlock({ type: 'paragraph', children: [], colour: 'red' })],
  ['an unknown mark', withBlock({ type: 'paragraph', children: [{ text: '', italic: true }] })],
  ['a level that is none', withBlock({ type: 'heading', level: 5, children: [] })],
  ['text that is none', withBlock({ type: 'paragraph', children: [{ text: 1 }] })],
  ['a table without rows', withBlock({ ...table, children: [] })],
  [
    'a span of nothing',
    withBlock({
      ...table,
      children: [
        {
          type: 'tableRow',
          children: [{ type: 'tableCell', columnSpan: 0, rowSpan: 1, children: [{ type: 'cellParagraph', children: [] }] }],
        },
      ],
    }),
  ],
  ['a title that is not its lines', { ...whole, titleLines: ['别的'] }],
  ['a date that is none', { ...whole, date: '2026年5月' }],
  ['another format', { ...whole, format: 2 }],
  ['nothing', null],
])('refused: %s', (_what, value) => {
  expect(isGazetteDocument(value)).toBe(false);
});
