/** Operations on tables: whatever is done in whatever order, the table stays a full rectangle, valid, and no text gets lost unasked. */
import { describe, expect, it } from 'vitest';
import { blockText, cellText, type TableBlock, type TableCell, tableGrid } from '../../../shared/document/block.ts';
import { isBlock } from '../../../shared/document/guard.ts';
import { alignCells, canMerge, clearCells, cutOut, mergeCells, splitCell } from '../../../shared/document/table-cells.ts';
import {
  deleteColumns,
  deleteRows,
  distributeColumns,
  insertColumns,
  insertRows,
  moveRow,
  moveRule,
  setHeadRows,
  setWidths,
} from '../../../shared/document/table-edit.ts';
import { cellAt, closeTable, newTable, openTable, type TableArea, wholeTable } from '../../../shared/document/table-model.ts';
import { gridToPaste, pasteGrid } from '../../../shared/document/table-paste.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { findHouse } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, documentOf, fonts, issueOf, textItems } from '../layout/support.ts';

function cell(text: string, columnSpan = 1, rowSpan = 1): TableCell {
  return {
    type: 'tableCell',
    columnSpan,
    rowSpan,
    children: text.split('\n').map((line) => ({ type: 'cellParagraph', children: [{ text: line }] })),
  };
}
function tableOf(...rows: readonly (readonly (string | TableCell)[])[]): TableBlock {
  const children = rows.map((row) => ({
    type: 'tableRow' as const,
    children: row.map((each) => (typeof each === 'string' ? cell(each) : each)),
  }));
  const width = rows[0]?.reduce((sum, each) => sum + (typeof each === 'string' ? 1 : each.columnSpan), 0) ?? 1;
  return { type: 'table', columns: new Array<number>(width).fill(100), children };
}
const rows = (table: TableBlock | null) =>
  table?.children.map((row) =>
    row.children
      .map((each) => {
        const spans = each.columnSpan * each.rowSpan > 1 ? `[${each.columnSpan}×${each.rowSpan}]` : '';
        return `${cellText(each).replaceAll('\n', '/')}${spans}`;
      })
      .join(' | '),
  );
const area = (top: number, left: number, bottom = top, right = left): TableArea => ({ top, left, bottom, right });
const plain = tableOf(['a', 'b', 'c'], ['d', 'e', 'f'], ['g', 'h', 'i']);
/** 序号 over two rows, 任务 over two columns. */
const spanned = tableOf([cell('序', 1, 2), cell('任务', 2)], ['内容', '时限'], ['1', 'x', 'y']);

describe('rows and columns', () => {
  it('a new row opens under a span without cutting it', () => {
    expect(rows(insertRows(spanned, 1))).toEqual(['序[1×3] | 任务[2×1]', ' | ', '内容 | 时限', '1 | x | y']);
    expect(rows(insertRows(spanned, 0))).toEqual([' |  | ', '序[1×2] | 任务[2×1]', '内容 | 时限', '1 | x | y']);
    expect(rows(insertRows(spanned, 99))).toEqual(['序[1×2] | 任务[2×1]', '内容 | 时限', '1 | x | y', ' |  | ']);
  });
  it('a new column likewise, as wide as its left neighbour', () => {
    expect(rows(insertColumns(spanned, 2))).toEqual(['序[1×2] | 任务[3×1]', '内容 |  | 时限', '1 | x |  | y']);
    expect(insertColumns(setWidths(plain, [10, 20, 30]), 2).columns).toEqual([10, 20, 20, 30]);
  });
  it('deleting keeps the text of a cell that reaches beyond', () => {
    expect(rows(deleteRows(spanned, 0, 0))).toEqual(['序 | 内容 | 时限', '1 | x | y']);
    expect(rows(deleteColumns(spanned, 1, 1))).toEqual(['序[1×2] | 任务', '时限', '1 | y']);
    expect(deleteRows(plain, 0, 2)).toBeNull();
    expect(deleteColumns(plain, 0, 5)).toBeNull();
  });
  it('head rows are the first ones', () => {
    const heads = (table: TableBlock) => table.children.map((row) => row.head === true);
    const two = setHeadRows(plain, 1, true);
    expect(heads(two)).toEqual([true, true, false]);
    expect(heads(setHeadRows(two, 0, false))).toEqual([false, false, false]);
    expect(heads(setHeadRows(two, 1, false))).toEqual([true, false, false]);
    expect(heads(insertRows(two, 1))).toEqual([true, true, true, false]);
    expect(heads(insertRows(two, 2))).toEqual([true, true, false, false]);
  });
  it('a row moves with what is tied to it, and stays out of the head', () => {
    expect(rows(moveRow(plain, 0, 'down')?.table ?? null)).toEqual(['d | e | f', 'a | b | c', 'g | h | i']);
    const moved = moveRow(spanned, 2, 'up');
    expect(rows(moved?.table ?? null)).toEqual(['1 | x | y', '序[1×2] | 任务[2×1]', '内容 | 时限']);
    expect(moved?.row).toBe(0);
    expect(moveRow(plain, 0, 'up')).toBeNull();
    expect(moveRow(setHeadRows(plain, 0, true), 1, 'up')).toBeNull();
  });
  it('widths: distributed, moved between neighbours', () => {
    expect(distributeColumns(setWidths(plain, [10, 20, 60]), 1, 2).columns).toEqual([10, 40, 40]);
    expect(moveRule(setWidths(plain, [10, 20, 60]), 0, 50, 5).columns).toEqual([25, 5, 60]);
  });
});

describe('cells', () => {
  it('merging joins the texts as paragraphs and takes in whole spans', () => {
    expect(rows(mergeCells(plain, area(0, 0, 0, 1)))).toEqual(['a/b[2×1] | c', 'd | e | f', 'g | h | i']);
    expect(rows(mergeCells(plain, area(0, 0, 1, 1)))).toEqual(['a/b/d/e[2×2] | c', 'f', 'g | h | i']);
    expect(rows(mergeCells(spanned, area(1, 0, 1, 1)))).toEqual(['序/任务/内容/时限[3×1]', '1 | x | y']);
    expect(rows(mergeCells(tableOf(['', 'b']), area(0, 0, 0, 1)))).toEqual(['b[2×1]']);
    expect(canMerge(spanned, area(0, 0, 1, 0))).toBe(false);
    expect(canMerge(spanned, area(0, 0, 0, 1))).toBe(true);
  });
  it('splitting takes a merge back, or draws new lines through one cell', () => {
    expect(rows(splitCell(mergeCells(plain, area(0, 0, 1, 1)), 0, 0))).toEqual(['a/b/d/e |  | c', ' |  | f', 'g | h | i']);
    expect(rows(splitCell(plain, 1, 1, 1, 2))).toEqual(['a | b[2×1] | c', 'd | e |  | f', 'g | h[2×1] | i']);
    expect(rows(splitCell(plain, 1, 1, 2, 1))).toEqual(['a | b | c', 'd[1×2] | e | f[1×2]', '', 'g | h | i']);
    expect(splitCell(plain, 1, 1, 1, 2).columns).toEqual([100, 50, 50, 100]);
  });
  it('aligns, empties, cuts out', () => {
    const aligned = alignCells(plain, area(0, 1, 2, 1), 'center');
    expect(aligned.children.map((row) => row.children.map((each) => each.children[0]?.align))).toEqual(
      Array.from({ length: 3 }, () => [undefined, 'center', undefined]),
    );
    expect(insertRows(aligned, 1).children[1]?.children[1]?.children[0]?.align).toBe('center');
    expect(alignCells(aligned, area(0, 0, 2, 2), null)).toEqual(plain);
    expect(rows(clearCells(plain, area(1, 0, 1, 2)))).toEqual(['a | b | c', ' |  | ', 'g | h | i']);
    expect(rows(cutOut(spanned, area(1, 1, 2, 2)))).toEqual(['内容 | 时限', 'x | y']);
  });
  it('pasted cells fill from the selected one on, and the table grows', () => {
    const grid = gridToPaste(tableOf(['1', '2'], ['3', '4']));
    expect(rows(pasteGrid(plain, 0, 0, grid))).toEqual(['1 | 2 | c', '3 | 4 | f', 'g | h | i']);
    expect(rows(pasteGrid(plain, 2, 2, grid))).toEqual(['a | b | c | ', 'd | e | f | ', 'g | h | 1 | 2', ' |  | 3 | 4']);
    expect(rows(pasteGrid(spanned, 0, 0, grid))).toEqual(['1/3[1×2] | 2[2×1]', '4 | 时限', '1 | x | y']);
  });
});

describe('a table that came in ragged', () => {
  it('is made whole without losing text; a whole one stays the same block', () => {
    const ragged: TableBlock = {
      type: 'table',
      columns: [1, 1],
      children: [
        { type: 'tableRow', children: [cell('a', 2, 2)] },
        { type: 'tableRow', children: [] },
        { type: 'tableRow', children: [cell('b')] },
        { type: 'tableRow', children: [{ ...cell(''), children: [] }] },
      ],
    };
    const whole = wholeTable(ragged);
    expect(rows(whole)).toEqual(['a[2×1]', 'b | ', ' | ']);
    expect(isBlock(whole)).toBe(true);
    expect(wholeTable(whole)).toBe(whole);
    expect(wholeTable(plain)).toBe(plain);
  });
});

/** Every place of the grid has exactly one cell. */
function expectWhole(table: TableBlock): void {
  expect(isBlock(table)).toBe(true);
  const count = table.children.map(() => new Array<number>(table.columns.length).fill(0));
  const taken = count;
  table.children.forEach((row, r) => {
    expect(row.children.length).toBeGreaterThan(0);
    let c = 0;
    for (const each of row.children) {
      while (taken[r]?.[c] === 1) c += 1;
      for (let dr = 0; dr < each.rowSpan; dr += 1) {
        for (let dc = 0; dc < each.columnSpan; dc += 1) {
          const line = taken[r + dr];
          expect(line?.[c + dc]).toBe(0);
          if (line !== undefined) line[c + dc] = 1;
        }
      }
    }
  });
  expect(taken.flat().every((times) => times === 1)).toBe(true);
  expect(closeTable(openTable(table))).toEqual(table);
}
const lettersOf = (text: string) => [...text.replace(/\s/g, '')].sort().join('');

describe('any sequence of operations', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))('keeps the rectangle and the text (seed %i)', (seed) => {
    const next = chance(seed * 7919 + 13);
    let letter = 0x4e00;
    const fill = (table: TableBlock): TableBlock => {
      const model = openTable(table);
      return closeTable({
        ...model,
        cells: model.cells.map((each) => {
          letter += 1;
          return { ...each, paragraphs: [{ type: 'cellParagraph', children: [{ text: String.fromCharCode(letter) }] }] };
        }),
      });
    };
    let table = fill(newTable(1 + next(5), 1 + next(5)));
    for (let step = 0; step < 25; step += 1) {
      const before = lettersOf(blockText(table));
      const height = table.children.length;
      const width = table.columns.length;
      const top = next(height);
      const left = next(width);
      const some = area(top, left, Math.min(height - 1, top + next(3)), Math.min(width - 1, left + next(3)));
      let mayLose = false;
      switch (next(10)) {
        case 0:
          table = insertRows(table, next(height + 1), 1 + next(2));
          break;
        case 1:
          table = insertColumns(table, next(width + 1), 1);
          break;
        case 2:
          table = deleteRows(table, top, top) ?? table;
          mayLose = true;
          break;
        case 3:
          table = deleteColumns(table, left, left) ?? table;
          mayLose = true;
          break;
        case 4:
        case 5:
          table = mergeCells(table, some);
          break;
        case 6:
          table = splitCell(table, top, left, ...(next(2) === 0 ? [] : [1 + next(3), 1 + next(3)]));
          break;
        case 7:
          table = moveRow(table, top, next(2) === 0 ? 'up' : 'down')?.table ?? table;
          break;
        case 8:
          table = setHeadRows(table, top, next(2) === 0);
          break;
        default:
          table = pasteGrid(table, top, left, gridToPaste(fill(newTable(1 + next(2), 1 + next(2)))));
          mayLose = true;
      }
      expectWhole(table);
      const now = lettersOf(blockText(table));
      if (!mayLose) expect(now).toBe(before);
      if (table.children.length > 14 || table.columns.length > 10) table = fill(newTable(3, 3));
    }
    const style = findHouse('xinyu') as HouseStyle;
    const laidOut = layoutIssue(issueOf([{ document: documentOf('表', [table]) }]), style, fonts.book);
    const painted = laidOut.pages
      .flatMap((page) => textItems(page))
      .map((item) => item.text)
      .join('');
    for (const each of lettersOf(tableGrid(table).flat().join(''))) expect(painted).toContain(each);
  });
  it('a cell is found at every place that it covers', () => {
    const model = openTable(spanned);
    expect(cellAt(model, 1, 0)?.row).toBe(0);
    expect(cellAt(model, 0, 2)?.column).toBe(1);
  });
});
