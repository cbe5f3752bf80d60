/** What a deletion takes besides plain text: whole tables, pictures and boxes, and the text of cells; told, so that nobody loses it unseen. */
import { Editor, Node, Range } from 'slate';
import { isBlank, isType, tableAt, typeOf } from './table-nodes.ts';

export interface DeletedObjects {
  readonly tables: number;
  readonly figures: number;
  readonly boxes: number;
  /** Cells of tables that stay. */
  readonly cells: number;
}

const listeners = new WeakMap<Editor, (deleted: DeletedObjects) => void>();

/** One listener for an editor: whoever shows it. */
export function onDeletedObjects(editor: Editor, listener: (deleted: DeletedObjects) => void): () => void {
  listeners.set(editor, listener);
  return () => listeners.delete(editor);
}

/** Looks at the selection before the deletion and tells after it. */
export function tellingOf(editor: Editor, deletion: () => void): void {
  const found = objectsIn(editor);
  deletion();
  if (found !== null) listeners.get(editor)?.(found);
}

function objectsIn(editor: Editor): DeletedObjects | null {
  const { selection } = editor;
  // Cells that are marked in one table are meant.
  if (selection === null || Range.isCollapsed(selection) || tableAt(editor) !== null) return null;
  const [start, end] = Range.edges(selection);
  const first = start.path[0] ?? 0;
  const last = end.path[0] ?? 0;
  if (first === last) return null;
  const found = { tables: 0, figures: 0, boxes: 0, cells: 0 };
  for (let index = first; index <= last; index += 1) {
    const node = Node.get(editor, [index]);
    const type = typeOf(node);
    const isWhole = index > first && index < last;
    if (type === 'table' && !isWhole) {
      const whole = Editor.range(editor, [index]);
      const at = { anchor: index === first ? start : whole.anchor, focus: index === last ? end : whole.focus };
      for (const [cell] of Editor.nodes(editor, { at, match: isType('tableCell') })) if (!isBlank(cell)) found.cells += 1;
    } else if (isWhole && type === 'table') found.tables += 1;
    else if (isWhole && type === 'figure') found.figures += 1;
    else if (isWhole && type === 'box') found.boxes += 1;
  }
  return found.tables + found.figures + found.boxes + found.cells === 0 ? null : found;
}
