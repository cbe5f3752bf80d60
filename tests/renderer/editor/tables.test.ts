/** Tables in the editor, on Slate itself without a screen: operations, undo, keys, deleting over cells, and what mends a table. */
import { createEditor, Editor, Node, type Path, Transforms } from 'slate';
import { type HistoryEditor, withHistory } from 'slate-history';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertBlocks, insertBox, insertQr, insertTable } from '../../../renderer/editor/insert-block.ts';
import { doInTable, splitAt, type TableDeedId, tableDeeds } from '../../../renderer/editor/table-deeds.ts';
import { pressInTable } from '../../../renderer/editor/table-keys.ts';
import { tableAt } from '../../../renderer/editor/table-nodes.ts';
import { withTables } from '../../../renderer/editor/with-tables.ts';
import { type Block, cellText, type TableBlock } from '../../../shared/document/block.ts';
import { isBlock } from '../../../shared/document/guard.ts';
import { chance } from '../../shared/layout/support.ts';

let editor: Editor & HistoryEditor;
const words = (text: string) => ({ type: 'cellParagraph' as const, children: [{ text }] });
const cell = (text: string, columnSpan = 1, rowSpan = 1) => ({
  type: 'tableCell' as const,
  columnSpan,
  rowSpan,
  children: text.split('/').map(words),
});
const row = (...texts: readonly string[]) => ({ type: 'tableRow' as const, children: texts.map((text) => cell(text)) });
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const table: TableBlock = { type: 'table', columns: [1, 1], children: [row('a', 'b'), row('c', 'd')] };

function open(...blocks: readonly Block[]): void {
  editor.children = structuredClone(blocks) as unknown as Editor['children'];
  editor.history = { undos: [], redos: [] };
}
beforeEach(() => {
  editor = withTables(withHistory(createEditor() as Editor & HistoryEditor));
  open(paragraph('前'), table, paragraph('后'));
});

const blocks = () => editor.children as unknown as readonly Block[];
const show = (block: Block | undefined) =>
  block?.type === 'table'
    ? block.children
        .map(
          (each) =>
            (each.head === true ? '*' : '') +
            each.children
              .map(
                (one) =>
                  cellText(one).replaceAll('\n', '/') + (one.columnSpan * one.rowSpan > 1 ? `[${one.columnSpan}×${one.rowSpan}]` : ''),
              )
              .join('|'),
        )
        .join(' ; ')
    : `${block?.type}:${block?.type === 'box' ? block.children.map((each) => Node.string(each as unknown as Node)).join('/') : Node.string(block as unknown as Node)}`;
const all = () => blocks().map(show);
const at = (path: Path, offset = 0) => ({ path, offset });
const put = (path: Path, offset = 0) => Transforms.select(editor, at(path, offset));
const mark = (from: Path, to: Path, offset = 0, end = 0) => Transforms.select(editor, { anchor: at(from, offset), focus: at(to, end) });
/** Path of the text of a cell of the table that is block 1. */
const inCell = (r: number, c: number): Path => [1, r, c, 0, 0];
const press = (key: string, shiftKey = false) => pressInTable(editor, { key: shiftKey ? `Shift+${key}` : key, code: key });
const place = () => {
  const found = tableAt(editor);
  return found === null ? null : [found.cell.row, found.cell.column];
};

describe('operations', () => {
  it.each<[TableDeedId, string, readonly number[]]>([
    ['rowAbove', '| ; a|b ; c|d', [0, 1]],
    ['rowBelow', 'a|b ; | ; c|d', [1, 1]],
    ['columnLeft', 'a||b ; c||d', [0, 1]],
    ['columnRight', 'a|b| ; c|d|', [0, 2]],
    ['deleteRows', 'c|d', [0, 1]],
    ['deleteColumns', 'a ; c', [0, 0]],
    ['rowDown', 'c|d ; a|b', [1, 1]],
    ['head', '*a|b ; c|d', [0, 1]],
  ])('%s is one step, keeps the cursor near, and is undone and redone whole', (id, wanted, cursor) => {
    put(inCell(0, 1), 1);
    expect(doInTable(editor, id)).toBe(true);
    expect(all()).toEqual(['paragraph:前', wanted, 'paragraph:后']);
    expect(place()).toEqual(cursor);
    expect(isBlock(blocks()[1])).toBe(true);
    expect(editor.history.undos).toHaveLength(1);
    editor.undo();
    expect(blocks()).toEqual([paragraph('前'), table, paragraph('后')]);
    expect(editor.selection?.focus).toEqual(at(inCell(0, 1), 1));
    editor.redo();
    expect(all()[1]).toBe(wanted);
  });
  it('merges marked cells, splits them again', () => {
    mark(inCell(0, 0), inCell(1, 1));
    expect(doInTable(editor, 'merge')).toBe(true);
    expect(all()[1]).toBe('a/b/c/d[2×1]');
    expect(doInTable(editor, 'split')).toBe(true);
    expect(all()[1]).toBe('a/b/c/d|');
    splitAt(editor, 2, 1);
    expect(all()[1]).toBe('a/b/c/d|[1×2] ; ');
    for (let i = 0; i < 3; i += 1) editor.undo();
    expect(blocks()[1]).toEqual(table);
  });
  it('alignment keeps the selection to the letter', () => {
    mark(inCell(0, 0), inCell(0, 1), 0, 1);
    doInTable(editor, 'alignCenter');
    expect(blocks()[1]).toMatchObject({ children: [{ children: [0, 1].map(() => ({ children: [{ align: 'center' }] })) }, {}] });
    expect(editor.selection).toEqual({ anchor: at(inCell(0, 0)), focus: at(inCell(0, 1), 1) });
  });
  it('the table goes as a whole; the last one leaves a line to write in', () => {
    put(inCell(0, 0));
    doInTable(editor, 'deleteTable');
    expect(all()).toEqual(['paragraph:前', 'paragraph:后']);
    open(table);
    put([0, 0, 0, 0, 0]);
    doInTable(editor, 'selectTable');
    doInTable(editor, 'deleteRows');
    expect(all()).toEqual(['paragraph:']);
    expect(editor.selection?.focus).toEqual(at([0, 0]));
  });
  it('outside a table there is nothing to do', () => {
    put([0, 0], 1);
    expect(tableDeeds.map(({ id }) => doInTable(editor, id)).some((done) => done)).toBe(false);
  });
});

describe('keys', () => {
  it('Tab goes through the cells and adds a row behind the last', () => {
    put(inCell(0, 0));
    press('Tab');
    press('Tab');
    expect(place()).toEqual([1, 0]);
    press('Tab', true);
    expect(place()).toEqual([0, 1]);
    put(inCell(1, 1));
    press('Tab');
    expect(all()[1]).toBe('a|b ; c|d ; |');
    expect(place()).toEqual([2, 0]);
    put([0, 0]);
    expect(press('Tab')).toBe(false);
  });
  it('Shift with arrows marks cells from the edge of a cell on', () => {
    put(inCell(0, 0), 0);
    expect(press('ArrowRight', true)).toBe(false);
    put(inCell(0, 0), 1);
    expect(press('ArrowRight', true)).toBe(true);
    expect(tableAt(editor)?.area).toEqual({ top: 0, left: 0, bottom: 0, right: 1 });
    press('ArrowDown', true);
    press('ArrowDown', true);
    expect(tableAt(editor)?.area).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
    press('ArrowLeft', true);
    press('ArrowUp', true);
    expect(tableAt(editor)?.isMany).toBe(false);
  });
  it('Enter is a new paragraph of the cell', () => {
    put(inCell(0, 0), 1);
    editor.insertBreak();
    editor.insertText('x');
    expect(all()[1]).toBe('a/x|b ; c|d');
  });
  it('arrow down below a table at the end makes a line', () => {
    open(table);
    put([0, 1, 1, 0, 0], 1);
    expect(press('ArrowDown')).toBe(true);
    expect(all()).toEqual(['a|b ; c|d', 'paragraph:']);
  });
});

describe('deleting', () => {
  it('does not join cells, nor lines with cells', () => {
    put(inCell(0, 1), 0);
    editor.deleteBackward('character');
    put(inCell(0, 0), 1);
    editor.deleteForward('character');
    put([2, 0], 0);
    editor.deleteBackward('character');
    expect(place()).toEqual([1, 1]);
    put([0, 0], 1);
    editor.deleteForward('character');
    expect(place()).toEqual([0, 0]);
    expect(all()).toEqual(['paragraph:前', 'a|b ; c|d', 'paragraph:后']);
  });
  it('an empty line beside a table goes', () => {
    open(paragraph('前'), table, paragraph(''), paragraph('后'));
    put([2, 0]);
    editor.deleteBackward('character');
    expect(all()).toEqual(['paragraph:前', 'a|b ; c|d', 'paragraph:后']);
    expect(editor.selection?.focus).toEqual(at(inCell(1, 1), 1));
  });
  it('marked cells are emptied, whether by deleting, typing or Enter', () => {
    mark(inCell(0, 0), inCell(1, 0));
    editor.deleteFragment();
    expect(all()[1]).toBe('|b ; |d');
    editor.undo();
    mark(inCell(0, 0), inCell(1, 0));
    editor.insertText('字');
    expect(all()[1]).toBe('字|b ; |d');
  });
  it('from a line into a table: the text goes, the cells stay', () => {
    mark([0, 0], inCell(1, 0), 0, 1);
    editor.deleteFragment();
    expect(all()).toEqual(['paragraph:', '| ; |d', 'paragraph:后']);
    editor.undo();
    mark(inCell(0, 1), [2, 0], 0, 1);
    editor.deleteFragment();
    expect(all()).toEqual(['paragraph:前', 'a| ; |', 'paragraph:']);
    editor.undo();
    mark([0, 0], [2, 0], 0, 1);
    editor.deleteFragment();
    expect(all()).toEqual(['paragraph:']);
  });
});

describe('mending', () => {
  it('a table in any state becomes whole, at once', () => {
    const bad = {
      type: 'table',
      columns: [1],
      children: [
        { type: 'tableRow', children: [] },
        {
          type: 'tableRow',
          children: [
            { type: 'tableCell', columnSpan: 1, rowSpan: 5, children: [{ text: '散' }] },
            { type: 'tableCell', columnSpan: 1, rowSpan: 1, children: [{ type: 'heading', level: 1, children: [{ text: '题' }] }] },
          ],
        },
      ],
    };
    open(bad as unknown as Block, { ...words('孤'), align: 'center' } as unknown as Block);
    Editor.normalize(editor, { force: true });
    expect(all()).toEqual(['| ; 散|题', 'paragraph:孤']);
    expect(blocks().every(isBlock)).toBe(true);
  });
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('random work leaves valid blocks, and undo leads all the way back (seed %i)', (seed) => {
    const next = chance(seed * 104729);
    const start = structuredClone(blocks());
    for (let step = 0; step < 60; step += 1) {
      const texts = [...Node.texts(editor)];
      const [from, fromPath] = texts[next(texts.length)] as (typeof texts)[number];
      const [to, toPath] = texts[next(texts.length)] as (typeof texts)[number];
      const anchor = at(fromPath, next(from.text.length + 1));
      Transforms.select(editor, next(3) === 0 ? { anchor, focus: at(toPath, next(to.text.length + 1)) } : anchor);
      switch (next(9)) {
        case 0:
          editor.insertText('文字');
          break;
        case 1:
          editor.insertBreak();
          break;
        case 2:
          editor.deleteBackward('character');
          break;
        case 3:
          editor.deleteForward('character');
          break;
        case 4:
          editor.deleteFragment();
          break;
        case 5:
          press('Tab');
          break;
        case 6:
          if (next(4) === 0) insertTable(editor, 2, 3);
          break;
        case 7:
          if (next(4) === 0) insertBox(editor);
          break;
        default:
          doInTable(editor, (tableDeeds[next(tableDeeds.length)] as (typeof tableDeeds)[number]).id);
      }
      expect(blocks().filter((block) => !isBlock(block))).toEqual([]);
    }
    while (editor.history.undos.length > 0) editor.undo();
    expect(blocks()).toEqual(start);
  });
});

describe('inserting', () => {
  it('a table goes behind the line of the cursor, into an empty line, and never into a table', () => {
    put([0, 0], 1);
    insertTable(editor, 2, 3);
    expect(all()).toEqual(['paragraph:前', '|| ; ||', 'a|b ; c|d', 'paragraph:后']);
    expect(place()).toEqual([0, 0]);
    // The screen knows nodes by their identity.
    const nodes = [...Node.nodes(editor)].map(([node]) => node);
    expect(new Set(nodes).size).toBe(nodes.length);
    editor.undo();
    put(inCell(0, 0));
    insertQr(editor, 'https://example.cn/a', '扫码看解读');
    expect(all()).toEqual(['paragraph:前', 'a|b ; c|d', 'figure:扫码看解读', 'paragraph:后']);
    open(paragraph(''));
    put([0, 0]);
    insertBox(editor);
    expect(all()).toEqual(['box:', 'paragraph:']);
    editor.deleteBackward('character');
    expect(all()).toEqual(['paragraph:', 'paragraph:']);
  });
  it('several blocks as one step', () => {
    put([0, 0], 1);
    insertBlocks(editor, [paragraph('一'), { type: 'figure', image: null, children: [] }], 'end');
    expect(all()).toEqual(['paragraph:前', 'paragraph:一', 'figure:', 'a|b ; c|d', 'paragraph:后']);
    editor.undo();
    expect(all()).toHaveLength(3);
  });
});
