/** Whatever a block is made, it says what it said. */
import { describe, expect, test } from 'vitest';
import { type Block, blockText } from '../../../shared/document/block.ts';
import { emptyOfficialForm, type GazetteDocument } from '../../../shared/document/document.ts';
import { isBlock, isGazetteDocument } from '../../../shared/document/guard.ts';
import { blockShapes, retype, shapeOf } from '../../../shared/document/retype.ts';
import { plainText } from '../../../shared/document/summary.ts';
import { headFields, takeField } from '../../../shared/document/take-field.ts';

const run = (text: string) => [{ text }];
const samples: readonly Block[] = [
  { type: 'heading', level: 1, children: run('一、总体要求') },
  { type: 'heading', level: 2, tight: true, children: [{ text: '（一）工作目标。' }, { text: '到2026年底完成。', runIn: true }] },
  { type: 'article', children: run('第一条　为了规范管理，制定本办法。') },
  {
    type: 'paragraph',
    align: 'right',
    tight: true,
    children: [{ text: '面积10m' }, { text: '2', superscript: true }, { text: '以上', bold: true }],
  },
  { type: 'paragraph', children: run('附件1\n示例市任务清单') },
  { type: 'paragraph', children: run('附件 2：示例市任务分工') },
  { type: 'paragraph', children: run('附件所列事项另行通知') },
  { type: 'note', children: run('（此件主动公开）') },
  { type: 'attachment', children: run('附件：1.任务清单') },
  { type: 'attachmentTitle', label: '附件3', children: run('示例市流程图') },
  { type: 'attachmentTitle', label: '附件4', children: [] },
  { type: 'attachmentTitle', label: '', children: run('没有编号的附件') },
  { type: 'title', children: run('示例市行动方案') },
  { type: 'subtitle', children: run('（2026—2028年）') },
  { type: 'sign', children: run('示例市人民政府') },
  { type: 'signDate', children: run('2026年1月5日') },
  {
    type: 'box',
    children: [
      { type: 'cellParagraph', children: run('专栏1') },
      { type: 'cellParagraph', align: 'left', children: run('重点工程') },
    ],
  },
  { type: 'paragraph', children: [] },
];
const bare = (block: Block) => blockText(block).replace(/\s/gu, '');

describe('retype', () => {
  test.each(samples.map((block) => [`${block.type} ${blockText(block).slice(0, 12)}`, block] as const))(
    '%s: nothing is lost',
    (_, block) => {
      for (const shape of blockShapes) {
        const changed = retype(block, shape);
        expect(shapeOf(changed)).toBe(shape);
        expect(bare(changed)).toBe(bare(block));
        expect(isBlock(changed)).toBe(true);
        // And on to every other shape.
        for (const next of blockShapes) expect(bare(retype(changed, next))).toBe(bare(block));
      }
    },
  );

  test('marks of the text stay, the mark of a run-in heading only among headings', () => {
    const [, runIn, , marked] = samples as [Block, Block, Block, Block];
    expect(retype(marked, 'note')).toEqual({
      type: 'note',
      tight: true,
      children: [{ text: '面积10m' }, { text: '2', superscript: true }, { text: '以上', bold: true }],
    });
    expect(retype(runIn, 'heading3')).toEqual({ ...runIn, level: 3 });
    expect(retype(runIn, 'paragraph')).toEqual({ type: 'paragraph', tight: true, children: run('（一）工作目标。到2026年底完成。') });
  });

  test('the label of an attachment is told from its title', () => {
    const shaped = samples.slice(4, 7).map((block) => retype(block, 'attachmentTitle'));
    expect(shaped).toEqual([
      { type: 'attachmentTitle', label: '附件1', children: run('示例市任务清单') },
      { type: 'attachmentTitle', label: '附件 2：', children: run('示例市任务分工') },
      { type: 'attachmentTitle', label: '', children: run('附件所列事项另行通知') },
    ]);
  });

  test('a table and a picture stay what they are', () => {
    const table: Block = { type: 'table', columns: [1], children: [{ type: 'tableRow', children: [] }] };
    const figure: Block = { type: 'figure', image: null, children: run('图1') };
    for (const block of [table, figure]) {
      expect(shapeOf(block)).toBeNull();
      expect(retype(block, 'paragraph')).toBe(block);
    }
  });
});

describe('takeField', () => {
  const document: GazetteDocument = {
    format: 1,
    kind: 'official',
    title: '示例市人民政府',
    titleLines: ['示例市人民政府'],
    subtitle: null,
    docNumber: '示府发〔2026〕1号',
    date: null,
    issuer: null,
    addressees: null,
    authors: [],
    byline: '记者　张三',
    blocks: [samples[0] as Block, { type: 'paragraph', children: run('关于加强绿化\n工作的通知') }, samples[7] as Block],
    official: emptyOfficialForm,
  };
  const sorted = (given: GazetteDocument) => [...(plainText(given) + (given.docNumber ?? '')).replace(/\s/gu, '')].sort().join('');

  test.each(headFields)('%s: the block goes there, and nothing is lost', (field) => {
    const changed = takeField(document, 1, field);
    expect(isGazetteDocument(changed)).toBe(true);
    expect(sorted(changed)).toBe(sorted(document));
    expect(`${changed[field]}`).toContain('工作的通知');
  });

  test('lines of a title go behind those that are there', () => {
    expect(takeField(document, 1, 'title')).toMatchObject({ titleLines: ['示例市人民政府', '关于加强绿化', '工作的通知'] });
    expect(takeField(document, 9, 'title')).toBe(document);
  });
});
