/** Marks of a stretch of text: bold, superscript, subscript. The last two exclude each other. */
import { Editor } from 'slate';
import type { GazetteEditor, Mark } from './slate-value.ts';

export type ChosenMark = Exclude<Mark, 'runIn'>;

export function hasMark(editor: GazetteEditor, mark: ChosenMark): boolean {
  return Editor.marks(editor)?.[mark] === true;
}

export function toggleMark(editor: GazetteEditor, mark: ChosenMark): void {
  // The title is one run of text: the contents page and the lists know no marks.
  if (editor.selection?.anchor.path[0] === 0) return;
  if (hasMark(editor, mark)) Editor.removeMark(editor, mark);
  else {
    if (mark === 'superscript') Editor.removeMark(editor, 'subscript');
    if (mark === 'subscript') Editor.removeMark(editor, 'superscript');
    Editor.addMark(editor, mark, true);
  }
}
