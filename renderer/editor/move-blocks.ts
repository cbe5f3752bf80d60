/** 上移、下移: the blocks of the selection change places with the one before or behind them; in a table the row does. */
import { Range, Transforms } from 'slate';
import type { GazetteEditor } from './slate-value.ts';
import { asOneStep } from './table-change.ts';
import { doInTable } from './table-deeds.ts';
import { tableAt } from './table-nodes.ts';

/** The first and the last block of the selection; null where the title is among them, which stays on top. */
function blocksOf(editor: GazetteEditor): readonly [number, number] | null {
  if (editor.selection === null) return null;
  const [start, end] = Range.edges(editor.selection);
  const [first = 0, last = 0] = [start.path[0], end.path[0]];
  return first === 0 ? null : [first, last];
}

export function canMoveBlocks(editor: GazetteEditor, by: -1 | 1): boolean {
  const blocks = blocksOf(editor);
  return blocks !== null && (by < 0 ? blocks[0] > 1 : blocks[1] < editor.children.length - 1);
}

export function moveBlocks(editor: GazetteEditor, by: -1 | 1): void {
  const blocks = blocksOf(editor);
  if (blocks === null || !canMoveBlocks(editor, by)) return;
  const [first, last] = blocks;
  const [from, to] = by < 0 ? [first - 1, last] : [last + 1, first];
  asOneStep(editor, () => Transforms.moveNodes(editor, { at: [from], to: [to] }));
}

/** By key: a row of a table moves in its table. */
export function moveByKey(editor: GazetteEditor, by: -1 | 1): void {
  if (tableAt(editor) === null) moveBlocks(editor, by);
  else doInTable(editor, by < 0 ? 'rowUp' : 'rowDown');
}
