/** Plain text of the clipboard, and what was pasted put into the editor at every kind of place. */
import { createEditor, type Editor, Node, type Path, Transforms } from 'slate';
import { type HistoryEditor, withHistory } from 'slate-history';
import { beforeEach, describe, expect, it } from 'vitest';
import { clipboardForms } from '../../../renderer/editor/copy.ts';
import { readClipboard } from '../../../renderer/editor/paste.ts';
import { copiedBlocks, pasteInto } from '../../../renderer/editor/paste-into.ts';
import { withTables } from '../../../renderer/editor/with-tables.ts';
import { type Block, blockText, type TableBlock } from '../../../shared/document/block.ts';
import { isBlock } from '../../../shared/document/guard.ts';

const clipboard = (text: string, format = 'text/plain') => readClipboard({ getData: (wanted) => (wanted === format ? text : '') });
const read = (text: string) =>
  clipboard(text)?.blocks.map((block) => `${block.type}${block.type === 'heading' ? block.level : ''}:${blockText(block)}`);

describe('plain text', () => {
  it('lines are paragraphs without their indents, numbers make headings', () => {
    expect(read('一、总体要求\r\n　　到2027年建成。\r\n\r\n（一）目标。全面完成。\r\n第三条　本办法自印发之日起施行。')).toEqual([
      'heading1:一、总体要求',
      'paragraph:到2027年建成。',
      'heading2:（一）目标。全面完成。',
      'article:第三条　本办法自印发之日起施行。',
    ]);
    expect(clipboard('一句话')?.inline).toEqual([{ text: '一句话' }]);
    expect(clipboard(' \n')).toBeNull();
  });
  it('lines of cells are a table', () => {
    expect(read('县区\t投资\n东湖县\t1280\n')).toEqual(['table:县区\t投资\n东湖县\t1280']);
    expect(read('a\tb\tc')).toEqual(['table:a\tb\tc']);
    expect(read('甲\t"第一行\n第""二""行"\n乙\t丙')).toEqual(['table:甲\t第一行\n第"二"行\n乙\t丙']);
    expect(read('“引号”\t"不成对\nx\ty')).toEqual(['table:“引号”\t"不成对\nx\ty']);
  });
  it('tabs that only indent or follow a number make none', () => {
    expect(read('\t第一段\n\t第二段')).toEqual(['paragraph:第一段', 'paragraph:第二段']);
    expect(read('1.\t只有一行')).toHaveLength(1);
    expect(read('1.\t只有一行')?.[0]).not.toMatch(/^table/);
    expect(read('a\tb\nc')).toEqual(['paragraph:a\tb', 'paragraph:c']);
  });
});

describe('pasting', () => {
  let editor: Editor & HistoryEditor;
  const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
  const cells = (...rows: readonly (readonly string[])[]): TableBlock => ({
    type: 'table',
    columns: new Array<number>(rows[0]?.length ?? 1).fill(1),
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((text) => ({
        type: 'tableCell',
        columnSpan: 1,
        rowSpan: 1,
        children: [{ type: 'cellParagraph', children: [{ text }] }],
      })),
    })),
  });
  beforeEach(() => {
    editor = withTables(withHistory(createEditor() as Editor & HistoryEditor));
  });
  const open = (...blocks: readonly Block[]) => {
    editor.children = structuredClone(blocks) as unknown as Editor['children'];
    editor.history = { undos: [], redos: [] };
  };
  const put = (path: Path, offset = 0) => Transforms.select(editor, { path, offset });
  const all = () => (editor.children as unknown as readonly Block[]).map((block) => `${block.type}:${blockText(block)}`);
  const paste = (text: string) => {
    const pasted = clipboard(text);
    if (pasted !== null) pasteInto(editor, pasted);
    expect((editor.children as unknown as readonly Block[]).filter((block) => !isBlock(block))).toEqual([]);
  };

  it('a word into a line, in one step', () => {
    open(paragraph('前后'));
    put([0, 0], 1);
    paste('中');
    expect(all()).toEqual(['paragraph:前中后']);
    editor.insertText('间');
    expect(all()).toEqual(['paragraph:前中间后']);
    editor.undo();
    editor.undo();
    expect(all()).toEqual(['paragraph:前后']);
  });
  it('a heading into an empty line stays a heading', () => {
    open(paragraph(''));
    put([0, 0]);
    paste('一、总体要求');
    expect(all()).toEqual(['heading:一、总体要求']);
  });
  it('paragraphs at the edges of a block, and in its middle', () => {
    open(paragraph('前后'));
    put([0, 0], 2);
    paste('甲\n乙');
    expect(all()).toEqual(['paragraph:前后', 'paragraph:甲', 'paragraph:乙']);
    editor.undo();
    put([0, 0], 0);
    paste('甲\n乙');
    expect(all()).toEqual(['paragraph:甲', 'paragraph:乙', 'paragraph:前后']);
    editor.undo();
    put([0, 0], 1);
    paste('甲\n乙');
    expect(all()).toEqual(['paragraph:前甲', 'paragraph:乙', 'paragraph:后']);
    expect(Node.string(Node.get(editor, editor.selection?.focus.path ?? []))).toBe('乙');
    editor.undo();
    expect(all()).toEqual(['paragraph:前后']);
  });
  it('over marked text', () => {
    open(paragraph('一二三'), paragraph('四五六'));
    Transforms.select(editor, { anchor: { path: [0, 0], offset: 1 }, focus: { path: [1, 0], offset: 2 } });
    paste('九');
    expect(all()).toEqual(['paragraph:一九六']);
    editor.undo();
    expect(all()).toEqual(['paragraph:一二三', 'paragraph:四五六']);
  });
  it('cells into cells, the table growing; lines into one cell as its lines', () => {
    open(cells(['a', 'b'], ['c', 'd']));
    put([0, 1, 1, 0, 0]);
    paste('1\t2\n3\t4');
    expect(all()).toEqual(['table:a\tb\t\nc\t1\t2\n\t3\t4']);
    editor.undo();
    put([0, 0, 0, 0, 0], 1);
    paste('第一行\n第二行');
    expect(all()).toEqual(['table:a第一行\n第二行\tb\nc\td']);
    editor.undo();
    expect(all()).toEqual(['table:a\tb\nc\td']);
  });
  it('a table behind a paragraph; in a box its texts as lines', () => {
    open(paragraph('前'), { type: 'box', children: [{ type: 'cellParagraph', children: [{ text: '盒' }] }] });
    put([0, 0], 1);
    paste('1\t2\n3\t4');
    expect(all()).toEqual(['paragraph:前', 'table:1\t2\n3\t4', 'box:盒']);
    editor.undo();
    put([1, 0, 0], 1);
    paste('1\t2\n3\t4');
    expect(all()).toEqual(['paragraph:前', 'box:盒1\n2\n3\n4']);
  });
  it('behind a run-in heading pasted text is text of the paragraph', () => {
    open({ type: 'heading', level: 2, children: [{ text: '（一）目标。' }, { text: '完成。', runIn: true }] });
    put([0, 1], 2);
    paste('任务');
    expect(editor.children[0]).toMatchObject({ children: [{ text: '（一）目标。' }, { text: '完成任务。', runIn: true }] });
  });
  it('copies cells as a table, a stretch of a cell as text, lines as blocks', () => {
    open(paragraph('前后'), cells(['a', 'bcd'], ['e', 'f']), paragraph('末'));
    Transforms.select(editor, { anchor: { path: [1, 0, 1, 0, 0], offset: 0 }, focus: { path: [1, 1, 1, 0, 0], offset: 1 } });
    expect(copiedBlocks(editor).map(blockText)).toEqual(['bcd\nf']);
    expect(copiedBlocks(editor).every(isBlock)).toBe(true);
    Transforms.select(editor, { anchor: { path: [1, 0, 1, 0, 0], offset: 1 }, focus: { path: [1, 0, 1, 0, 0], offset: 3 } });
    expect(copiedBlocks(editor)).toEqual([paragraph('cd')]);
    Transforms.select(editor, { anchor: { path: [0, 0], offset: 1 }, focus: { path: [2, 0], offset: 1 } });
    const copied = copiedBlocks(editor);
    expect(copied.map((block) => block.type)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(clipboardForms(copied).plain).toBe('后\na\tbcd\ne\tf\n末');
    const own = clipboard(clipboardForms(copied).own, 'application/x-gazette-blocks+json');
    expect(own?.blocks).toEqual(copied);
  });
});
