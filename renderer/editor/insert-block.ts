/** Tables, figures, QR codes and boxes put into the text at the cursor. */
import { Editor, Node, Path, Transforms } from 'slate';
import type { Block, ImageReference } from '../../shared/document/block.ts';
import { emptyParagraph, newTable } from '../../shared/document/table-model.ts';
import { emptyParagraph as emptyLine } from './document-value.ts';
import { asOneStep, distinct } from './table-change.ts';
import { isBlank, topPath, typeOf } from './table-nodes.ts';

/** Behind the block at the cursor, or in the place of an empty paragraph; the cursor goes into it. */
export function insertBlock(editor: Editor, block: Block): void {
  insertBlocks(editor, [block], 'start');
}

/** @param cursor where it stands afterwards: in the first of them, or behind the last. */
export function insertBlocks(editor: Editor, blocks: readonly Block[], cursor: 'start' | 'end'): void {
  if (blocks.length === 0) return;
  asOneStep(editor, () => {
    const at = editor.selection === null ? [editor.children.length - 1] : topPath(editor.selection.focus);
    const here = at[0] !== undefined && at[0] >= 0 ? Node.get(editor, at) : null;
    const takesPlace = here !== null && typeOf(here) === 'paragraph' && isBlank(here);
    const to = here === null ? [0] : takesPlace ? at : Path.next(at);
    Transforms.insertNodes(editor, blocks.map(writable), { at: to, batchDirty: true });
    const last = [(to[0] ?? 0) + blocks.length - 1];
    if (takesPlace) Transforms.removeNodes(editor, { at: Path.next(last) });
    // Below a table, a box or a figure one must be able to go on writing.
    const isClosed = ['table', 'box', 'figure'].includes(blocks.at(-1)?.type ?? '');
    if (isClosed && !Node.has(editor, Path.next(last))) Transforms.insertNodes(editor, emptyLine(), { at: Path.next(last) });
    Transforms.select(editor, cursor === 'start' ? Editor.start(editor, to) : Editor.end(editor, last));
  });
}

export function insertTable(editor: Editor, rows: number, columns: number): void {
  insertBlock(editor, newTable(rows, columns));
}

export function insertFigure(editor: Editor, image: ImageReference): void {
  insertBlock(editor, { type: 'figure', image, children: [{ text: '' }] });
}

export function insertQr(editor: Editor, link: string, caption: string): void {
  insertBlock(editor, { type: 'figure', image: null, link, children: [{ text: caption }] });
}

export function insertBox(editor: Editor): void {
  insertBlock(editor, { type: 'box', children: [emptyParagraph] });
}

/** Slate wants a text in everything that has children. */
export function writable(block: Block): Node {
  const fill = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null || !('children' in node) || !Array.isArray(node.children)) return node;
    return { ...node, children: node.children.length === 0 ? [{ text: '' }] : node.children.map(fill) };
  };
  return distinct(fill(block)) as Node;
}
