/** What is done to whole blocks: aligned, moved, and pictures changed; on Slate without a screen, each one step of the undo. */
import { createEditor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { beforeEach, describe, expect, it } from 'vitest';
import { alignmentAt, setAlignment } from '../../../renderer/editor/align.ts';
import { boxPlace, setBoxPlace } from '../../../renderer/editor/box-place.ts';
import { endsByKey } from '../../../renderer/editor/ends.ts';
import { figureRef, figureWidth, replacePicture, setFigureLink, setFigureWidth } from '../../../renderer/editor/figure-deeds.ts';
import { withGazette } from '../../../renderer/editor/gazette-editor.ts';
import { handleKey } from '../../../renderer/editor/keys.ts';
import { canMoveBlocks } from '../../../renderer/editor/move-blocks.ts';
import type { GazetteEditor, GazetteElement } from '../../../renderer/editor/slate-value.ts';

let editor: GazetteEditor;
const paragraph = (text: string) => ({ type: 'paragraph' as const, children: [{ text }] });
const cell = (text: string) => ({
  type: 'tableCell' as const,
  columnSpan: 1,
  rowSpan: 1,
  children: [{ type: 'cellParagraph' as const, children: [{ text }] }],
});
const head = (): GazetteElement => ({
  type: 'headTitle',
  fields: { subtitle: null, docNumber: null, date: null, issuer: null, addressees: null, authors: [], byline: null },
  children: [{ text: '关于工作的通知' }],
});

beforeEach(() => {
  editor = withGazette(withHistory(createEditor()) as GazetteEditor);
  const row = (...texts: readonly string[]) => ({ type: 'tableRow' as const, children: texts.map(cell) });
  editor.children = [
    head(),
    paragraph('甲'),
    paragraph('乙'),
    paragraph('丙'),
    { type: 'table', columns: [1, 1], children: [row('一', '二'), row('三', '四')] },
    { type: 'figure', image: { hash: 'a', width: 144, height: 72 }, children: [{ text: '图题' }] },
    { type: 'figure', image: null, link: 'https://example.com/a', children: [{ text: '' }] },
  ];
});

const element = (at: number) => editor.children[at] as GazetteElement;
const texts = () => editor.children.map((node) => Node.string(node));
const put = (...path: number[]) => Transforms.select(editor, { path, offset: 0 });
const press = (key: string, code = '', changes: { readonly shiftKey?: true; readonly altKey?: true; readonly ctrlKey?: true } = {}) =>
  handleKey(editor, { key, code, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...changes });

describe('ends of the text', () => {
  const ends = { start: { path: [0, 0], offset: 0 }, end: { path: [6, 0], offset: 0 } };
  it('are reached from anywhere, and with Shift the selection reaches them', () => {
    Transforms.select(editor, { path: [2, 0], offset: 1 });
    expect(press('End', 'End', { ctrlKey: true, shiftKey: true })).toBe(true);
    expect(editor.selection).toEqual({ anchor: { path: [2, 0], offset: 1 }, focus: ends.end });
    press('Home', 'Home', { ctrlKey: true });
    expect(editor.selection).toEqual({ anchor: ends.start, focus: ends.start });
    // From a cell too.
    put(4, 0, 0, 0, 0);
    press('End', 'End', { ctrlKey: true });
    expect(editor.selection).toEqual({ anchor: ends.end, focus: ends.end });
  });
  it('⌘↓ means the end on a Mac only', () => {
    put(2, 0);
    expect(endsByKey(false)(editor, { key: 'Mod+ArrowDown', code: 'ArrowDown' })).toBe(false);
    expect(endsByKey(true)(editor, { key: 'Mod+ArrowDown', code: 'ArrowDown' })).toBe(true);
    expect(editor.selection?.focus).toEqual(ends.end);
    expect(endsByKey(true)(editor, { key: 'Mod+Shift+ArrowUp', code: 'ArrowUp' })).toBe(true);
    expect(editor.selection).toEqual({ anchor: ends.end, focus: ends.start });
  });
});

describe('align', () => {
  it('is set by the keys of Word, and taken back by the same', () => {
    put(1, 0);
    expect(alignmentAt(editor)).toBe('left');
    expect(press('e', 'KeyE', { ctrlKey: true })).toBe(true);
    expect(element(1).align).toBe('center');
    expect(alignmentAt(editor)).toBe('center');
    press('r', 'KeyR', { ctrlKey: true });
    expect(element(1).align).toBe('right');
    press('r', 'KeyR', { ctrlKey: true });
    expect('align' in element(1)).toBe(false);
    editor.undo();
    expect(element(1).align).toBe('right');
  });

  it('is of all paragraphs of the selection, and of marked cells', () => {
    Transforms.select(editor, { anchor: { path: [1, 0], offset: 0 }, focus: { path: [3, 0], offset: 1 } });
    setAlignment(editor, 'center');
    expect([1, 2, 3].map((at) => element(at).align)).toEqual(['center', 'center', 'center']);
    put(4, 1, 1, 0, 0);
    setAlignment(editor, 'right');
    expect((Node.get(editor, [4, 1, 1, 0]) as GazetteElement).align).toBe('right');
  });

  it('leaves alone what the house style places', () => {
    put(0, 0);
    setAlignment(editor, 'right');
    put(5, 0);
    setAlignment(editor, 'right');
    expect(alignmentAt(editor)).toBe(null);
    expect(element(0)).toEqual(head());
    expect('align' in element(5)).toBe(false);
  });
});

describe('moving', () => {
  const up = () => press('ArrowUp', 'ArrowUp', { altKey: true, shiftKey: true });
  const down = () => press('ArrowDown', 'ArrowDown', { altKey: true, shiftKey: true });

  it('takes the blocks of the selection past one other, and the cursor along', () => {
    Transforms.select(editor, { anchor: { path: [2, 0], offset: 0 }, focus: { path: [3, 0], offset: 1 } });
    up();
    expect(texts().slice(0, 4)).toEqual(['关于工作的通知', '乙', '丙', '甲']);
    expect(editor.selection?.anchor.path).toEqual([1, 0]);
    expect(canMoveBlocks(editor, -1)).toBe(false);
    up();
    down();
    expect(texts().slice(0, 4)).toEqual(['关于工作的通知', '甲', '乙', '丙']);
    editor.undo();
    editor.undo();
    expect(texts().slice(0, 4)).toEqual(['关于工作的通知', '甲', '乙', '丙']);
  });

  it('leaves the title on top', () => {
    put(0, 0);
    down();
    expect(texts()[0]).toBe('关于工作的通知');
    put(1, 0);
    up();
    expect(texts().slice(0, 2)).toEqual(['关于工作的通知', '甲']);
  });

  it('moves a row within its table', () => {
    put(4, 1, 0, 0, 0);
    up();
    expect(texts()[4]).toBe('三四一二');
    expect(texts()[3]).toBe('丙');
  });
});

describe('a figure', () => {
  it('is made wider in millimetres, its height follows', () => {
    put(5, 0);
    expect(figureWidth(element(5))).toBe(50.8);
    setFigureWidth(editor, 25.4);
    expect(element(5).image).toEqual({ hash: 'a', width: 72, height: 36 });
    editor.undo();
    expect(element(5).image).toEqual({ hash: 'a', width: 144, height: 72 });
  });

  it('takes another picture as wide as the one before, wherever it has moved meanwhile', () => {
    put(5, 0);
    const ref = figureRef(editor);
    Transforms.insertNodes(editor, paragraph('新'), { at: [1] });
    if (ref !== null) replacePicture(editor, ref, { hash: 'b', width: 300, height: 300 });
    expect(element(6).image).toEqual({ hash: 'b', width: 144, height: 144 });
    expect(Node.string(element(6))).toBe('图题');
  });

  it('of a link gets another link', () => {
    put(6, 0);
    setFigureLink(editor, 'https://example.com/b');
    expect(element(6).link).toBe('https://example.com/b');
  });
});

it('every kind of block has a key', () => {
  put(1, 0);
  const made: string[] = [];
  for (const [key, code, shiftKey] of [
    ['5', 'Digit5'],
    ['6', 'Digit6'],
    ['^', 'Digit6', true],
    ['7', 'Digit7'],
    ['&', 'Digit7', true],
    ['8', 'Digit8'],
    ['*', 'Digit8', true],
    ['9', 'Digit9'],
    ['0', 'Digit0'],
  ] as const) {
    expect(press(key, code, { ctrlKey: true, ...(shiftKey === true ? { shiftKey } : {}) })).toBe(true);
    made.push(element(1).type);
  }
  expect(made).toEqual(['article', 'title', 'subtitle', 'attachmentTitle', 'attachment', 'sign', 'signDate', 'note', 'paragraph']);
});

it('a box goes into a column and across again, each one step of the undo', () => {
  editor.children = [head(), { type: 'box', children: [{ type: 'cellParagraph', children: [{ text: '专栏' }] }] }];
  Transforms.select(editor, { path: [1, 0, 0], offset: 0 });
  expect(boxPlace(editor)).toBe('across');
  setBoxPlace(editor, 'inColumn');
  expect([boxPlace(editor), element(1).inColumn]).toEqual(['inColumn', true]);
  editor.undo();
  expect(element(1)).not.toHaveProperty('inColumn');
  editor.redo();
  setBoxPlace(editor, 'across');
  expect(element(1)).not.toHaveProperty('inColumn');
});
