/** Numbers of headings: the next in its row, and a whole document counted anew. */
import { beforeAll, describe, expect, test } from 'vitest';
import { numberedBlocks } from '../../../renderer/editor/block-commands.ts';
import { toValue } from '../../../renderer/editor/document-value.ts';
import { createGazetteEditor } from '../../../renderer/editor/gazette-editor.ts';
import { hanNumeral, type NumberedBlock, nextNumber, renumber, withValue } from '../../../renderer/editor/heading-numbers.ts';
import { allDocuments, type Named } from './documents.ts';

const heading = (level: 1 | 2 | 3 | 4, text: string): NumberedBlock => ({ type: 'heading', level, text });
const paragraph = (text: string): NumberedBlock => ({ type: 'paragraph', text });
const article = (text: string): NumberedBlock => ({ type: 'article', text });

test('numerals', () => {
  const known = {
    1: '一',
    10: '十',
    12: '十二',
    20: '二十',
    35: '三十五',
    100: '一百',
    101: '一百零一',
    110: '一百一十',
    215: '二百一十五',
  };
  for (const [value, text] of Object.entries(known)) expect(hanNumeral(Number(value))).toBe(text);
  expect([withValue('（二）', 11), withValue('3．', 4), withValue('第九条　', 10), withValue('（１２）', 13)]).toEqual([
    '（十一）',
    '4．',
    '第十条　',
    '（１３）',
  ]);
});

describe('the next number', () => {
  test('follows the one before in its row', () => {
    const blocks = [heading(1, '一、总体要求'), heading(2, '（一）思路'), paragraph('文'), heading(1, '二、任务'), paragraph('新')];
    expect(nextNumber(blocks, 4, 1)).toBe('三、');
    expect(nextNumber(blocks, 4, 2)).toBe('（一）');
    expect(nextNumber(blocks, 2, 2)).toBe('（二）');
    expect(nextNumber(blocks, 4, 3)).toBe('1.');
    expect(nextNumber([paragraph('新')], 0, 4)).toBe('（1）');
  });
  test('is written as its neighbours are, and goes without where they do', () => {
    expect(nextNumber([heading(1, '第一章　总则'), article('第一条　为了'), paragraph('新')], 2, 1)).toBe('第二章　');
    expect(nextNumber([heading(1, '第一章　总则'), article('第一条　为了'), paragraph('新')], 2, 'article')).toBe('第二条　');
    expect(nextNumber([heading(3, '1．甲'), heading(1, '二、乙'), paragraph('新')], 2, 3)).toBe('1．');
    expect(nextNumber([heading(1, '前言'), paragraph('新')], 1, 1)).toBe('');
  });
  test('begins anew behind an enclosed title', () => {
    expect(nextNumber([heading(1, '一、甲'), { type: 'title', text: '方案' }, paragraph('新')], 2, 1)).toBe('一、');
  });
});

describe('a new count', () => {
  test('closes gaps, undoes doubles, begins anew where it should', () => {
    const blocks = [
      heading(1, '一、甲'),
      heading(2, '（一）子'),
      heading(2, '（三）丑'),
      heading(1, '三、乙'),
      heading(2, '（二）寅'),
      heading(1, '三、丙'),
      { type: 'attachmentTitle', text: '附件' } as const,
      heading(1, '一、丁'),
    ];
    expect(renumber(blocks).map(({ block, before, after }) => `${block} ${before}→${after}`)).toEqual([
      '2 （三）→（二）',
      '3 三、→二、',
      '4 （二）→（一）',
    ]);
  });
  test('articles go on over chapters, sections begin anew', () => {
    const blocks = [
      heading(1, '第一章　总则'),
      article('第一条　甲'),
      article('第三条　乙'),
      heading(1, '第三章　罚则'),
      heading(2, '第一节　丙'),
      article('第四条　丁'),
    ];
    expect(renumber(blocks).map(({ after }) => after)).toEqual(['第二条　', '第二章　', '第三条　']);
  });
  test('a list in the text begins anew with its 1', () => {
    expect(renumber([heading(1, '一、甲'), paragraph('1.子'), paragraph('2.丑'), paragraph('又'), paragraph('1.寅')])).toEqual([]);
  });
});

describe('documents as they came in', () => {
  let documents: readonly Named[] = [];
  beforeAll(async () => {
    documents = await allDocuments();
  });
  test('are counted rightly already, but for few', () => {
    let numbers = 0;
    let changed = 0;
    const lines: string[] = [];
    for (const { name, document } of documents) {
      const editor = createGazetteEditor();
      editor.children = toValue(document);
      const blocks = numberedBlocks(editor);
      numbers += blocks.filter(
        ({ type, text }) => type !== 'headTitle' && /^(?:第.+条|[一二三四五六七八九十]+、|（.+?）|[0-9]+\.)/.test(text),
      ).length;
      const changes = renumber(blocks);
      changed += changes.length;
      for (const { block, before, after } of changes) lines.push(`${name.split('/').at(-1)} ${block}: ${before} → ${after}`);
    }
    console.info(`重排序号：${documents.length} 篇 ${numbers} 个序号，会改动 ${changed} 个`);
    if (process.env.SHOW === '1') console.info(lines.join('\n'));
    expect(changed / numbers).toBeLessThan(0.005);
  });
});
