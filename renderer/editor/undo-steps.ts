/** Cuts the undo history where a person pauses: what was typed in one breath is one step, not the whole paragraph. */
import { Editor, type Range, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import type { GazetteEditor } from './slate-value.ts';

const breath = 1200;
/** Operations of a step that no typing makes. */
const long = 60;

export function withUndoSteps(editor: GazetteEditor): GazetteEditor {
  const { apply } = editor;
  let last = 0;
  editor.apply = (operation) => {
    const isTyping = operation.type === 'insert_text' || operation.type === 'remove_text';
    if (!isTyping || HistoryEditor.isSaving(editor) === false) return apply(operation);
    const now = performance.now();
    const isNew = now - last > breath && editor.operations.length === 0;
    last = now;
    if (isNew) HistoryEditor.withNewBatch(editor, () => apply(operation));
    else apply(operation);
  };
  const { undo, redo } = editor;
  /** A history that does not fit the text is of no use: the text stays, the history goes. */
  const guarded = (step: () => void, stack: 'undos' | 'redos') => () => {
    const { children, selection } = editor;
    const batch = editor.history[stack].at(-1);
    // A cursor in what a long step takes away would be moved on by every single operation, each time past the whole text.
    const isLong = batch !== undefined && batch.operations.length > long;
    if (isLong) Transforms.deselect(editor);
    try {
      step();
      if (isLong) selectAfter(editor, stack === 'undos' ? batch.selectionBefore : null);
    } catch (error) {
      console.error(error);
      editor.children = children;
      editor.selection = selection;
      editor.history = { undos: [], redos: [] };
      editor.onChange();
    }
  };
  editor.undo = guarded(undo, 'undos');
  editor.redo = guarded(redo, 'redos');
  return editor;
}

/** Where the step was begun; else at the end of the text. */
function selectAfter(editor: GazetteEditor, before: Range | null): void {
  const isThere = before !== null && Editor.hasPath(editor, before.anchor.path) && Editor.hasPath(editor, before.focus.path);
  Transforms.select(editor, isThere ? before : Editor.end(editor, []));
}
