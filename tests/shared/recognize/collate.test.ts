/** 对原稿: every character of the file is where it was, was changed, or is named as left out. */
import { expect, test } from 'vitest';
import type { Block } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { type CollatedLine, collate } from '../../../shared/recognize/collate.ts';
import { draftLines } from '../../../shared/recognize/draft-lines.ts';
import { recognize } from '../../../shared/recognize/recognize.ts';
import { parseDraft } from './notation.ts';

const typed = `示例市人民政府文件
示府发〔2026〕1号
示例市人民政府
关于绿化工作的通知
各县（区）人民政府：
　　一、总体要求。全市要抓好落实。
　　二、重点任务。各地要完成植树 100 亩。
　　请认真执行。
示例市人民政府
2026年1月15日
抄送：市委办公室。
`;
const draft = parseDraft(typed);
const lines = draftLines(draft);
const { value: document } = recognize(draft, '通知.txt');

function withBlocks(change: (blocks: readonly Block[]) => readonly Block[]): GazetteDocument {
  return { ...document, blocks: change(document.blocks) };
}
function withText(index: number, text: string): GazetteDocument {
  return withBlocks((blocks) => blocks.map((block, i) => (i === index ? ({ type: 'paragraph', children: [{ text }] } as const) : block)));
}
/** As an editor would write it: -gone-, +come+. */
function shown({ pieces }: CollatedLine): string {
  return pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('')
    .trim();
}
function different(now: GazetteDocument, of: readonly string[] = lines): string[] {
  return collate(of, now)
    .lines.filter(({ kind }) => kind === 'changed' || kind === 'gone' || kind === 'new')
    .map((line) => `${line.kind} ${line.line ?? '·'} ${line.block ?? '·'}: ${shown(line)}`);
}

test('what was only recognised differs in nothing; what a gazette does not print is named', () => {
  const collation = collate(lines, document);
  expect(collation.differences).toBe(0);
  expect(collation.lines.map(({ line }) => line)).toEqual(lines.map((_, line) => line));
  expect(collation.lines.filter(({ kind }) => kind === 'kept').map(({ keptAs }) => keptAs)).toEqual([
    'head',
    ...['signature', 'signature'],
    'record',
  ]);
  expect(collation.lines.filter(({ block }) => block === -1).map(({ line }) => lines[line ?? -1])).toEqual([
    '示府发〔2026〕1号',
    ...['示例市人民政府', '关于绿化工作的通知'],
    '各县（区）人民政府：',
  ]);
});

test('changed words are marked in the line as it was typed', () => {
  expect(different(withText(1, '二、重点任务。各地要按期完成植树120亩。'))).toEqual([
    'changed 6 1: 二、重点任务。各地要+按期+完成植树 -100-+120+ 亩。',
  ]);
  expect(different({ ...document, title: '示例市人民政府关于造林绿化工作的通知' })).toEqual(['changed 3 -1: 关于+造林+绿化工作的通知']);
});

test('a paragraph that went, one that came, one that took the place of another', () => {
  expect(different(withBlocks((blocks) => blocks.filter((_, i) => i !== 1)))).toEqual([
    'gone 6 ·: -二、重点任务。各地要完成植树 100 亩。-',
  ]);
  const added: Block = { type: 'paragraph', children: [{ text: '特此通知。' }] };
  const atEnd = collate(
    lines,
    withBlocks((blocks) => [...blocks, added]),
  );
  expect(atEnd.lines.find(({ kind }) => kind === 'new')).toMatchObject({
    line: null,
    block: 3,
    pieces: [{ kind: 'added', text: '特此通知。' }],
  });
  expect(different(withBlocks((blocks) => [added, ...blocks]))).toEqual(['new · 0: +特此通知。+']);
});

test('paragraphs that were joined or divided have not changed in words', () => {
  const [one, two, ...rest] = document.blocks as [Block, Block];
  const text = (block: Block) => ('children' in block ? block.children.map((run) => ('text' in run ? run.text : '')).join('') : '');
  const joined = { ...document, blocks: [{ type: 'paragraph', children: [{ text: text(one) + text(two) }] } as const, ...rest] };
  expect(different(joined)).toEqual([]);
});

test('number and date that were altered are told, a date in other figures is not', () => {
  expect(different({ ...document, docNumber: '示府发〔2026〕2号' })).toEqual(['changed 1 -1: 示府发〔2026〕-1-+2+号']);
  expect(different({ ...document, date: '2026-01-16' })).toEqual(['new · -1: +2026年1月16日+']);
  expect(
    different(
      { ...document, date: '2026-01-15' },
      lines.map((line) => line.replace('2026年1月15日', '二〇二六年一月十五日')),
    ),
  ).toEqual([]);
});

test('a table is collated row by row, and each row knows its place', () => {
  const cell = (text: string) =>
    ({ type: 'tableCell', columnSpan: 1, rowSpan: 1, children: [{ type: 'cellParagraph', children: [{ text }] }] }) as const;
  const row = (...texts: string[]) => ({ type: 'tableRow', children: texts.map(cell) }) as const;
  const table: Block = { type: 'table', columns: [1, 1], children: [row('项目', '数量'), row('植树', '100'), row('补种', '20')] };
  const file = [...lines.slice(0, 8), '项目\t数量', '植树\t100', '补种\t30', ...lines.slice(8)];
  const found = collate(
    file,
    withBlocks((blocks) => [...blocks, table]),
  ).lines.filter(({ block }) => block === 3);
  expect(found.map((line) => [line.row, line.kind, shown(line)])).toEqual([
    [0, 'same', '项目\t数量'],
    [1, 'same', '植树\t100'],
    [2, 'changed', '补种\t-30-+20+'],
  ]);
});
