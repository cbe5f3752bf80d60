import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readSubmission } from '../../../main/import/index.ts';
import { grid, paragraphs, texts } from './docx.ts';

const bytes = new Uint8Array(readFileSync(new URL('../../fixtures/import/numbers-notes-table.doc', import.meta.url)));

async function read() {
  const outcome = await readSubmission({ name: '稿.doc', bytes });
  if (!outcome.ok) throw new Error(outcome.error.text);
  return outcome;
}

test('text, automatic numbers, fields, revisions and notes of a .doc', async () => {
  const { value, messages } = await read();
  expect(texts(value)).toEqual([
    '示例市人民政府文件',
    '一、总体要求',
    '（一）指导思想',
    '（二）基本原则',
    '二、主要任务',
    '（一）第一项',
    '1.2023年项目',
    '甲增入乙21',
    '尾段',
    '1',
    '1脚注文字',
  ]);
  expect(messages.map((entry) => entry.text)).toEqual(['已略去：修订删除 1 处、隐藏文字 1 处']);
});

test('the look of runs and paragraphs of a .doc', async () => {
  const { value } = await read();
  expect(paragraphs(value)[2]).toMatchObject({ autoNumber: { length: 3, level: 1 } });
  expect(paragraphs(value)[0]?.runs[0]).toMatchObject({ font: '仿宋', size: 16 });
  expect(paragraphs(value)[7]?.runs[1]).toMatchObject({ text: '21', vertical: 'superscript' });
});

test('tables of a .doc keep spans, merges, head rows and curly quotes', async () => {
  const { value } = await read();
  expect(grid(value)).toEqual([
    ['序号[2x1]', '名称'],
    ['合一¶第二段[1x2]', '乙', '丙'],
    ['丁', '“引号”—…'],
  ]);
  expect(value.nodes.find((node) => node.kind === 'table')).toMatchObject({ rows: [{ head: true }, { head: false }, { head: false }] });
});
