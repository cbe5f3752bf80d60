/**
 * What is selected in the view, for whoever acts on it at once. Slate looks at the browser's selection no more than ten times a
 * second: a key that comes sooner would act where the cursor was before, and the view would then be given the newer selection
 * in terms of a text that the key has just changed.
 */
import { useLayoutEffect } from 'react';
import { type Descendant, Range, type Selection, Transforms } from 'slate';
import { ReactEditor, useFocused, useSlate } from 'slate-react';
import type { GazetteEditor } from './slate-value.ts';

interface Drawn {
  readonly children: readonly Descendant[];
  readonly selection: Selection;
}

/** With what each view was drawn last. */
const drawn = new WeakMap<GazetteEditor, Drawn>();

/** Draws nothing; stands beside the text and is drawn whenever that is. */
export function DrawnState(): null {
  const editor = useSlate();
  // With the focus the browser is given the selection.
  useFocused();
  useLayoutEffect(() => {
    drawn.set(editor, { children: editor.children, selection: editor.selection });
  });
  return null;
}

/** Makes the editor's selection the one that the browser shows, where that is a place in the text. */
export function takeSelection(editor: GazetteEditor): void {
  const last = drawn.get(editor);
  // Of a text that waits to be drawn the view does not know the places yet.
  if (last?.children !== editor.children) return;
  const shown = window.getSelection();
  if (shown === null || !ReactEditor.hasEditableTarget(editor, shown.anchorNode) || !ReactEditor.hasTarget(editor, shown.focusNode)) return;
  const range = ReactEditor.toSlateRange(editor, shown, { exactMatch: false, suppressThrow: true });
  // Not moved since it was drawn: what the program has selected meanwhile goes before.
  if (range === null || isSame(range, last.selection) || isSame(range, editor.selection)) return;
  Transforms.select(editor, range);
}

function isSame(range: Range, other: Selection): boolean {
  return other !== null && Range.equals(range, other);
}
