/** Where the box (专栏) at the cursor stands on the page: across the columns, or in one of them with the text. */
import { Transforms } from 'slate';
import { blockAt } from './block-commands.ts';
import type { GazetteEditor } from './slate-value.ts';
import { asOneStep } from './table-change.ts';

export type BoxPlace = 'across' | 'inColumn';

/** Null where there is no box. */
export function boxPlace(editor: GazetteEditor): BoxPlace | null {
  const block = blockAt(editor)?.[0];
  if (block?.type !== 'box') return null;
  return block.inColumn === true ? 'inColumn' : 'across';
}

export function setBoxPlace(editor: GazetteEditor, place: BoxPlace): void {
  const entry = blockAt(editor);
  if (entry === null || entry[0].type !== 'box' || boxPlace(editor) === place) return;
  const at = { at: entry[1] };
  asOneStep(editor, () =>
    place === 'inColumn' ? Transforms.setNodes(editor, { inColumn: true }, at) : Transforms.unsetNodes(editor, 'inColumn', at),
  );
}
