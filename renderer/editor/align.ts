/** 对齐: of paragraphs, of lines in a box and of table cells; everything else is placed by the house style. */
import { Editor, Element, type NodeEntry, Transforms } from 'slate';
import type { GazetteEditor, GazetteElement } from './slate-value.ts';
import { asOneStep } from './table-change.ts';
import { doInTable } from './table-deeds.ts';
import { tableAt } from './table-nodes.ts';

/** Left is how a paragraph stands when nothing is said of it. */
export type Alignment = 'left' | 'center' | 'right';

const inCells = { left: 'alignLeft', center: 'alignCenter', right: 'alignRight' } as const;

function alignable(editor: GazetteEditor): readonly NodeEntry<GazetteElement>[] {
  if (editor.selection === null) return [];
  const isOne = (node: unknown): node is GazetteElement =>
    Element.isElement(node) && (node.type === 'paragraph' || node.type === 'cellParagraph');
  return [...Editor.nodes(editor, { match: isOne })];
}

/** How all paragraphs of the selection stand; null where they differ, or nothing there can be aligned. */
export function alignmentAt(editor: GazetteEditor): Alignment | null {
  const found = new Set(alignable(editor).map(([{ align }]) => (align === 'center' || align === 'right' ? align : 'left')));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** A second time the paragraphs stand as before. */
export function setAlignment(editor: GazetteEditor, wanted: Alignment): void {
  if (tableAt(editor) !== null) {
    doInTable(editor, inCells[wanted]);
    return;
  }
  const paragraphs = alignable(editor);
  const align = alignmentAt(editor) === wanted ? 'left' : wanted;
  asOneStep(editor, () => {
    for (const [, path] of paragraphs)
      if (align === 'left') Transforms.unsetNodes(editor, 'align', { at: path });
      else Transforms.setNodes(editor, { align }, { at: path });
  });
}
