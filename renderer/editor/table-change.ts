/** Puts a changed table into the editor: only the rows that differ are written, as one step of the undo. */
import { Editor, Node, type Path, type Point, Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { TableBlock } from '../../shared/document/block.ts';
import { emptyParagraph } from './document-value.ts';
import { asTable, cellPath, hasPath, modelOf, typeOf } from './table-nodes.ts';

/** Where the cursor stands afterwards: in a cell (`all` marks its text), or where it was when rows and cells stay in place. */
export type TableFocus = 'kept' | { readonly row: number; readonly column: number; readonly at?: 'start' | 'end' | 'all' };

/** Editors in the middle of a step. */
const stepping = new WeakSet<Editor>();

/**
 * A step of its own for undo and redo, with nothing normalised in between. A step within a step is part of it: undo stopping
 * between the two would come to a text that was never normalised, and what the normaliser did to it no later undo would know.
 */
export function asOneStep(editor: Editor, work: () => void): void {
  const whole = () => Editor.withoutNormalizing(editor, work);
  if (!HistoryEditor.isHistoryEditor(editor) || stepping.has(editor)) {
    whole();
    return;
  }
  stepping.add(editor);
  try {
    HistoryEditor.withNewBatch(editor, whole);
  } finally {
    stepping.delete(editor);
  }
}

/** @param next null takes the table out. */
export function changeTable(editor: Editor, path: Path, next: TableBlock | null, focus: TableFocus): void {
  const before = editor.selection;
  asOneStep(editor, () => {
    if (next === null) removeBlock(editor, path);
    else writeTable(editor, path, next);
  });
  if (next === null) return;
  if (focus === 'kept') {
    if (before !== null && hasPath(editor, before.anchor.path) && hasPath(editor, before.focus.path)) Transforms.select(editor, before);
  } else selectCell(editor, path, focus);
}

/** A copy in which no object stands twice: the editor knows its nodes by their identity, and an empty cell is often the same as another. */
export function distinct<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Without a step of its own: for the normaliser, and for changes that are part of a larger step. */
export function writeTable(editor: Editor, path: Path, next: TableBlock): void {
  const old = asTable(Node.get(editor, path));
  const had = old.children.map((row) => JSON.stringify(row));
  const wants = next.children.map((row) => JSON.stringify(row));
  let same = 0;
  while (same < had.length && same < wants.length && had[same] === wants[same]) same += 1;
  let tail = 0;
  while (tail < had.length - same && tail < wants.length - same && had[had.length - 1 - tail] === wants[wants.length - 1 - tail]) tail += 1;
  Editor.withoutNormalizing(editor, () => {
    if (JSON.stringify(old.columns) !== JSON.stringify(next.columns)) {
      Transforms.setNodes(editor, { columns: next.columns } as object, { at: path });
    }
    const fresh = next.children.slice(same, next.children.length - tail);
    Transforms.insertNodes(editor, distinct(fresh) as unknown as Node[], { at: [...path, same] });
    // From the last on, so that the places of those before stay.
    for (let row = had.length - tail - 1; row >= same; row -= 1) {
      Transforms.removeNodes(editor, { at: [...path, row + fresh.length] });
    }
  });
}

export function selectCell(editor: Editor, path: Path, { row, column, at = 'start' }: Exclude<TableFocus, 'kept'>): void {
  const cell = cellPath(modelOf(asTable(Node.get(editor, path))), path, row, column);
  if (cell === null) return;
  const range = Editor.range(editor, cell);
  Transforms.select(editor, at === 'all' ? range : at === 'end' ? Range.end(range) : Range.start(range));
}

/** The cursor goes to what follows; a document is never left without a line to write in. */
export function removeBlock(editor: Editor, path: Path): void {
  const index = path[0] ?? 0;
  const others = editor.children.filter((node, each) => each !== index && typeOf(node) !== 'headTitle');
  if (others.length === 0) Transforms.insertNodes(editor, emptyParagraph(), { at: [index + 1] });
  Transforms.removeNodes(editor, { at: path });
  const to = hasPath(editor, [index]) ? Editor.start(editor, [index]) : lastPoint(editor);
  Transforms.select(editor, to);
}

function lastPoint(editor: Editor): Point {
  return Editor.end(editor, []);
}
