/** Whatever is done to a text, in any order: the selection stands in it, the desk takes it, and undo leads all the way back. */
import { createEditor, Editor, Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyNumbers, numberChanges, paragraphAfter, removeBlock } from '../../../renderer/editor/block-commands.ts';
import { writeClipboard } from '../../../renderer/editor/copy.ts';
import { findInEditor, replaceInEditor } from '../../../renderer/editor/find-places.ts';
import { withGazette } from '../../../renderer/editor/gazette-editor.ts';
import { insertBox, insertQr, insertTable } from '../../../renderer/editor/insert-block.ts';
import { handleKey } from '../../../renderer/editor/keys.ts';
import { hasMark } from '../../../renderer/editor/marks.ts';
import { copiedBlocks } from '../../../renderer/editor/paste-into.ts';
import type { GazetteEditor, GazetteElement, GazetteText } from '../../../renderer/editor/slate-value.ts';
import { doInTable, tableDeeds } from '../../../renderer/editor/table-deeds.ts';
import type { Block } from '../../../shared/document/block.ts';
import { isBlock } from '../../../shared/document/guard.ts';
import { chance } from '../../shared/layout/support.ts';

let editor: GazetteEditor;
const head = (): GazetteElement => ({
  type: 'headTitle',
  fields: { subtitle: null, docNumber: null, date: null, issuer: null, addressees: null, authors: [], byline: null },
  children: [{ text: '关于工作的通知' }],
});
const paragraph = (...runs: readonly GazetteText[]): GazetteElement => ({ type: 'paragraph', children: [...runs] });
const heading = (...runs: readonly GazetteText[]): GazetteElement => ({ type: 'heading', level: 1, children: [...runs] });
const code = (): GazetteElement => ({ type: 'figure', image: null, link: 'https://example.com/a', children: [{ text: '扫码' }] });
const cell = (text: string): GazetteElement => ({
  type: 'tableCell',
  columnSpan: 1,
  rowSpan: 1,
  children: [{ type: 'cellParagraph', children: [{ text }] }],
});

function open(...blocks: readonly GazetteElement[]): void {
  editor = withGazette(withHistory(createEditor()) as GazetteEditor);
  editor.children = [head(), ...blocks];
}
/** Slate ends a step when those who listen have been told. */
const told = () => Promise.resolve();
const bad = () => editor.children.slice(1).filter((node) => !isBlock(node as unknown as Block));
const select = (from: number[], fromOffset: number, to = from, toOffset = fromOffset) =>
  Transforms.select(editor, { anchor: { path: from, offset: fromOffset }, focus: { path: to, offset: toOffset } });
const press = (key: string, changes: { readonly shiftKey?: true; readonly altKey?: true; readonly ctrlKey?: true } = {}) =>
  handleKey(editor, { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...changes });
const paste = (blocks: readonly Block[]) => {
  if (blocks.length === 0) return;
  const forms = new Map<string, string>();
  writeClipboard({ setData: (type: string, text: string) => forms.set(type, text) }, blocks);
  editor.insertData({ getData: (type: string) => forms.get(type) ?? '', files: [] as readonly File[] } as unknown as DataTransfer);
};

// A history that does not fit the text is dropped, and that is told there.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

describe('undo', () => {
  it('of a deletion up to the caption of a code gives back a figure that the desk takes', async () => {
    open(heading({ text: '一、重点工程' }), code());
    select([1, 0], 3, [2, 0], 0);
    editor.deleteFragment();
    await told();
    editor.undo();
    expect(editor.children[2]).toEqual(code());
    expect(bad()).toEqual([]);
  });

  it('of what was pasted over marked text is one step, and leads to what was there', async () => {
    open(paragraph({ text: '甲' }, { text: '乙丙', bold: true }), paragraph({ text: '丁戊' }));
    const before = structuredClone(editor.children);
    select([1, 1], 0, [2, 0], 2);
    paste([
      { type: 'title', children: [{ text: '一' }] },
      { type: 'title', children: [{ text: '二' }] },
    ]);
    await told();
    expect(editor.history.undos).toHaveLength(1);
    editor.undo();
    expect(editor.children).toEqual(before);
  });
});

it('接排 after a selection that was made upwards from the middle of a heading leaves its beginning heading', () => {
  open(paragraph({ text: '很长的一段正文' }), heading({ text: '一、工作要求。各地要落实。' }));
  select([2, 0], 7, [1, 0], 2);
  press('E', { ctrlKey: true, shiftKey: true });
  expect(editor.children[2]).toEqual(heading({ text: '一、工作要求。各地要落实。' }));
});

type Deed = (next: (below: number) => number) => void;
const ctrl = (key: string, more = {}): Deed => {
  return () => press(key, { ctrlKey: true, ...more });
};
let copied: readonly Block[] = [];
const deeds: readonly Deed[] = [
  () => editor.insertText('文字'),
  () => editor.insertText('一、某某。其余'),
  () => editor.insertBreak(),
  () => editor.insertSoftBreak(),
  () => editor.deleteBackward('character'),
  () => editor.deleteForward('word'),
  () => editor.deleteFragment(),
  ...['1', '2', '0', '5', '6', '7', '8', '9', 'B', 'E', 'L', '=', 'Enter'].map((key) => ctrl(key)),
  ctrl('E', { shiftKey: true }),
  ctrl('E', { shiftKey: true }),
  () => press('Tab'),
  () => press('ArrowDown', { shiftKey: true }),
  () => press('ArrowDown', { shiftKey: true, altKey: true }),
  () => editor.undo(),
  () => editor.undo(),
  () => editor.redo(),
  () => {
    copied = copiedBlocks(editor);
  },
  () => paste(copied),
  () => paste(copied),
  () => applyNumbers(editor, numberChanges(editor)),
  () => removeBlock(editor),
  () => paragraphAfter(editor),
  (next) => doInTable(editor, (tableDeeds[next(tableDeeds.length)] as (typeof tableDeeds)[number]).id),
  (next) => next(3) === 0 && insertTable(editor, 2, 2),
  (next) => next(3) === 0 && insertBox(editor),
  (next) => next(3) === 0 && insertQr(editor, 'https://example.com/a', '扫码'),
  (next) => replaceInEditor(editor, findInEditor(editor, { words: '字', isLoose: false }), ['', '换', '字字'][next(3)] as string),
];

it.each(Array.from({ length: 24 }, (_, seed) => seed + 1))('random work (seed %i)', async (seed) => {
  const next = chance(seed * 104729);
  copied = [];
  open(
    heading({ text: '一、工作要求。' }, { text: '各地要落实。', runIn: true }),
    paragraph({ text: '甲文' }, { text: '乙字', bold: true }, { text: '丙' }),
    { type: 'article', children: [{ text: '第一条　为了工作。' }] },
    { type: 'table', columns: [1, 1], children: [{ type: 'tableRow', children: [cell('一'), cell('二字')] }] },
    code(),
    { type: 'attachmentTitle', label: '附件1', children: [{ text: '目录' }] },
    { type: 'box', children: [{ type: 'cellParagraph', children: [{ text: '框内' }] }] },
    { type: 'signDate', children: [{ text: '2026年1月6日' }] },
  );
  const start = structuredClone(editor.children);
  select([1, 0], 0);
  for (let step = 0; step < 80; step += 1) {
    const texts = [...Node.texts(editor)];
    const at = next(texts.length);
    const to = next(2) === 0 ? at : Math.min(texts.length - 1, Math.max(0, at + next(7) - 3));
    const [anchor, focus] = [at, to].map((index) => {
      const [{ text }, path] = texts[index] as (typeof texts)[number];
      return { path, offset: next(3) === 0 ? text.length : next(text.length + 1) };
    });
    if (next(4) > 0 && anchor !== undefined && focus !== undefined) Transforms.select(editor, { anchor, focus });
    await told();
    (deeds[next(deeds.length)] as Deed)(next);
    await told();
    expect(bad()).toEqual([]);
    const { selection } = editor;
    if (selection === null) continue;
    for (const { path, offset } of [selection.anchor, selection.focus])
      expect(offset).toBeLessThanOrEqual(Node.leaf(editor, path).text.length);
    // What the tools above the text ask.
    hasMark(editor, 'bold');
    Editor.string(editor, selection);
  }
  while (editor.history.undos.length > 0) {
    editor.undo();
    await told();
  }
  expect(editor.children).toEqual(start);
});
