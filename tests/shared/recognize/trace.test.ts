/** Recognised parts find the lines they came from. */
import { expect, test } from 'vitest';
import { draftLines } from '../../../shared/recognize/draft-lines.ts';
import { recognize } from '../../../shared/recognize/recognize.ts';
import { blockPieces, traceLines } from '../../../shared/recognize/trace.ts';
import { parseDraft } from './notation.ts';

test('equal text first, then parts of lines; the same words twice in their order', () => {
  const lines = ['　　一、 总则', '', '同一句。', '标题上半标题下半', '同一句。', '甲\t乙'];
  const parts = [['一、总则'], ['同一句。'], ['标题上半', '标题下半'], ['同一句。'], ['甲乙'], ['改写过的话'], ['']];
  expect(traceLines(lines, parts)).toEqual([[0], [2], [3], [4], [5], [], []]);
});

test('a title in one paragraph is not taken for the signature; a mended one still finds its line', () => {
  const lines = ['示府发〔2026〕1号', '示例市人民政府\n关于绿化的通知', '各县：', '示例市人民政府'];
  expect(traceLines(lines, [['示例市人民政府', '关于绿化的通知'], ['示府发〔2026〕1号'], ['各县：']])).toEqual([[1], [0], [2]]);
  expect(traceLines(lines, [['关于绿化'], ['示例市人民政府']])).toEqual([[1], [3]]);
});

test('every block of a recognised draft stands on a line', () => {
  const draft = parseDraft(
    '示例市人民政府关于绿化工作的通知\n示府发〔2026〕1号\n各县（区）人民政府：\n　　一、总体要求。全市要抓好落实。\n　　二、其他。\n',
  );
  const { value } = recognize(draft, '通知.txt');
  const found = traceLines(draftLines(draft), value.blocks.map(blockPieces));
  expect(found.every((lines) => lines.length === 1)).toBe(true);
  expect(found.flat()).toEqual([...found.flat()].sort((a, b) => a - b));
});
