/** Comparisons give both sides back exactly, and say of a change what a reader would say. */
import { expect, test } from 'vitest';
import type { Block, TableBlock, TableCell } from '../../../shared/document/block.ts';
import { blockText, cellText } from '../../../shared/document/block.ts';
import { type Comparison, compareDocuments } from '../../../shared/document/compare.ts';
import { compareText, type TextPiece } from '../../../shared/document/compare-text.ts';
import { sampleDocument } from '../../main/samples.ts';

function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

const side = (pieces: readonly TextPiece[], other: 'removed' | 'added') =>
  pieces
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

/** The blocks of one side, taken out of a comparison; every text in it is put together from pieces and held against the block. */
function blocksOf({ blocks }: Comparison, which: 'before' | 'after'): Block[] {
  const other = which === 'before' ? 'added' : 'removed';
  return blocks.flatMap((change): Block[] => {
    if (change.kind !== 'changed') return change.kind === other ? [] : [change.block];
    const block = change[which];
    if (change.rows === null) expect(side(change.pieces, other)).toBe(blockText(block));
    else {
      const rows = change.rows.flatMap((row) => {
        if (row.kind !== 'changed') return row.kind === other ? [] : [row.row];
        const cells = row.cells.filter((cell) => cell[which] !== null);
        for (const cell of row.cells) expect(side(cell.pieces, other)).toBe(cell[which] === null ? '' : cellText(cell[which]));
        expect(cells.map((cell) => cell[which])).toEqual(row[which].children);
        return [row[which]];
      });
      expect(rows).toEqual(block.children);
    }
    return [block];
  });
}

test('texts come back from their pieces, whatever they are', () => {
  const next = chance(3);
  const letters = [...'中国市政府，。𠮷a1\n'];
  const word = (length: number) => Array.from({ length }, () => letters[next(letters.length)]).join('');
  for (let turn = 0; turn < 1500; turn += 1) {
    const before = word(next(40));
    // Half of them a changed text, half another one.
    const cut = next(before.length + 1);
    const after = turn % 2 === 0 ? `${before.slice(0, cut)}${word(next(5))}${before.slice(cut + next(4))}` : word(next(40));
    const pieces = compareText(before, after);
    expect(side(pieces, 'added')).toBe(before);
    expect(side(pieces, 'removed')).toBe(after);
    expect(pieces.every(({ text }) => text !== '')).toBe(true);
  }
});

const cell = (text: string): TableCell => ({
  type: 'tableCell',
  columnSpan: 1,
  rowSpan: 1,
  children: [{ type: 'cellParagraph', children: [{ text }] }],
});
const table = (...rows: readonly (readonly string[])[]): TableBlock => ({
  type: 'table',
  columns: (rows[0] ?? []).map(() => 1),
  children: rows.map((texts) => ({ type: 'tableRow', children: texts.map(cell) })),
});
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const withBlocks = (...blocks: readonly Block[]) => ({ ...sampleDocument('绿化通知'), blocks });

test('documents come back from their comparison, whatever was done to them', () => {
  const next = chance(11);
  const words = '绿化 防汛 市政府 加强 工作 通知 落实 责任 第三季度 5.3% 资金 检查'.split(' ');
  const phrase = () => Array.from({ length: 1 + next(7) }, () => words[next(words.length)]).join('');
  const invent = (): Block => {
    const kind = next(6);
    if (kind === 0) return table(...Array.from({ length: 1 + next(4) }, () => Array.from({ length: 3 }, phrase)));
    if (kind === 1) return { type: 'heading', level: 2, children: [{ text: phrase() }, { text: phrase(), runIn: true }] };
    if (kind === 2) return { type: 'box', children: [{ type: 'cellParagraph', children: [{ text: phrase() }] }] };
    return paragraph(phrase());
  };
  const touch = (block: Block): readonly Block[] => {
    const kind = next(8);
    if (kind === 0) return [];
    if (kind === 1) return [block, invent()];
    if (kind === 2 && block.type === 'paragraph') return [paragraph(`${blockText(block)}${phrase()}`)];
    if (kind === 2 && block.type === 'table') {
      const rows = block.children.map((row) => row.children.map(cellText));
      if (next(2) === 0) rows.splice(next(rows.length + 1), 0, [phrase(), phrase(), phrase()]);
      else (rows[next(rows.length)] as string[])[next(3)] = phrase();
      return [table(...rows)];
    }
    return kind === 3 ? [invent()] : [block];
  };
  for (let turn = 0; turn < 300; turn += 1) {
    const before = withBlocks(...Array.from({ length: next(14) }, invent));
    const after = { ...before, blocks: before.blocks.flatMap(touch), docNumber: next(3) === 0 ? phrase() : before.docNumber };
    const compared = compareDocuments(before, after);
    expect(blocksOf(compared, 'before')).toEqual(before.blocks);
    expect(blocksOf(compared, 'after')).toEqual(after.blocks);
    for (const { before: old, after: now, pieces } of compared.fields) {
      expect([side(pieces, 'added'), side(pieces, 'removed')]).toEqual([old, now]);
    }
    expect(compareDocuments(before, before)).toMatchObject({ changes: 0, added: 0, removed: 0, fields: [] });
  }
});

test('a changed word is that word; a rewritten paragraph is no patchwork', () => {
  expect(compareText('请于6月底前完成整改', '请于7月底前完成全部整改')).toEqual([
    { kind: 'same', text: '请于' },
    { kind: 'removed', text: '6' },
    { kind: 'added', text: '7' },
    { kind: 'same', text: '月底前完成' },
    { kind: 'added', text: '全部' },
    { kind: 'same', text: '整改' },
  ]);
  expect(compareText('各县区人民政府要高度重视防汛工作', '今年粮食收购任务已于上月全部完成')).toHaveLength(2);
});

test('paragraphs are found again beside new ones; a moved place is not a change of every one after it', () => {
  const before = withBlocks(paragraph('一是加强领导，落实责任。'), paragraph('二是统筹资金，按期完成。'), paragraph('三是强化督查。'));
  const after = withBlocks(
    paragraph('根据上级要求，现作如下安排。'),
    paragraph('一是加强领导，层层落实责任。'),
    paragraph('二是统筹资金，按期完成。'),
    paragraph('三是强化督查。'),
  );
  const compared = compareDocuments(before, after);
  expect(compared.blocks.map(({ kind }) => kind)).toEqual(['added', 'changed', 'same', 'same']);
  expect(compared).toMatchObject({ changes: 2, added: 16, removed: 0 });
});

test('tables cell by cell; fields and looks are named', () => {
  const before = withBlocks(table(['项目', '金额'], ['绿化', '100'], ['防汛', '200']), paragraph('说明'));
  const after = withBlocks(table(['项目', '金额'], ['绿化', '120'], ['排涝', '80'], ['防汛', '200']), {
    type: 'heading',
    level: 1,
    children: [{ text: '说明' }],
  });
  const [first, second] = compareDocuments(before, { ...after, docNumber: null, date: '2024-05-07' }).blocks;
  expect(first?.kind === 'changed' && first.rows?.map(({ kind }) => kind)).toEqual(['same', 'changed', 'added', 'same']);
  expect(second).toMatchObject({ kind: 'changed', looks: ['role'], pieces: [{ kind: 'same', text: '说明' }] });
  const { fields } = compareDocuments(before, { ...before, docNumber: null, date: '2024-05-07' });
  expect(fields.map(({ field, before: old, after: now }) => [field, old, now])).toEqual([
    ['docNumber', '示府发〔2024〕3号', ''],
    ['date', '2024-05-06', '2024-05-07'],
  ]);
});

test('a long document is compared while one waits, also when nothing is alike', () => {
  const long = (salt: number) =>
    withBlocks(
      ...Array.from({ length: 900 }, (_, i) =>
        paragraph(`第${i}段${String.fromCharCode(0x4e00 + ((i * 37 + salt) % 9000)).repeat(60)}，各地落实。`),
      ),
    );
  const start = performance.now();
  const compared = compareDocuments(long(0), long(4001));
  expect(performance.now() - start).toBeLessThan(4000);
  expect(blocksOf(compared, 'after')).toHaveLength(900);
});
