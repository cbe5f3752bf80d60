/** Cuts the undo history where a person pauses: what was typed in one breath is one step, not the whole paragraph. */
import { HistoryEditor } from 'slate-history';
import type { GazetteEditor } from './slate-value.ts';

const breath = 1200;

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
  const guarded = (step: () => void) => () => {
    const { children, selection } = editor;
    try {
      step();
    } catch (error) {
      console.error(error);
      editor.children = children;
      editor.selection = selection;
      editor.history = { undos: [], redos: [] };
      editor.onChange();
    }
  };
  editor.undo = guarded(undo);
  editor.redo = guarded(redo);
  return editor;
}
