/** Where the cursor is: kept for each document while the window lives, told to the pages, and put where a link points. */
import { Editor, type Range } from 'slate';
import { ReactEditor } from 'slate-react';
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteEditor } from './slate-value.ts';

interface Kept {
  readonly selection: Range | null;
  readonly scroll: number;
}

const kept = new Map<DocumentId, Kept>();

export function keepCursor(id: DocumentId, editor: GazetteEditor, scroll: number): void {
  kept.set(id, { selection: editor.selection, scroll });
}

/** Puts cursor and view where they were; false when the document was not open before. */
export function returnCursor(id: DocumentId, editor: GazetteEditor, scroller: HTMLElement): boolean {
  const there = kept.get(id);
  if (there === undefined) return false;
  const { selection } = there;
  if (selection !== null && Editor.hasPath(editor, selection.anchor.path) && Editor.hasPath(editor, selection.focus.path)) {
    // The text may be another by now: a place that is no more is none.
    const isThere = ({ anchor, focus }: Range) =>
      anchor.offset <= Editor.end(editor, anchor.path).offset && focus.offset <= Editor.end(editor, focus.path).offset;
    if (isThere(selection)) editor.select(selection);
  }
  scroller.scrollTop = there.scroll;
  return true;
}

/** Brings the block of the cursor into view, also one that was put in only now and is yet to be drawn. */
export function showCursor(editor: GazetteEditor): void {
  const show = () => {
    const node = editor.selection === null ? undefined : editor.children[editor.selection.focus.path[0] ?? 0];
    if (node === undefined) return;
    try {
      ReactEditor.toDOMNode(editor, node).scrollIntoView({ block: 'nearest' });
    } catch {
      // Closed meanwhile.
    }
  };
  requestAnimationFrame(() => {
    show();
    // What came into view takes its true height only now.
    requestAnimationFrame(show);
  });
}

/** Cursor at the beginning of a block (-1 is the title), the block in view. */
export function goToBlock(editor: GazetteEditor, block: number): void {
  const index = Math.min(Math.max(block + 1, 0), editor.children.length - 1);
  const node = editor.children[index];
  if (node === undefined) return;
  editor.select(Editor.start(editor, [index]));
  const show = () => ReactEditor.toDOMNode(editor, node).scrollIntoView({ block: 'center' });
  try {
    show();
    // What came into view takes its true height only now.
    requestAnimationFrame(() => {
      try {
        show();
        ReactEditor.focus(editor);
      } catch {
        // Closed meanwhile.
      }
    });
  } catch {
    // Not drawn yet: the cursor is there all the same.
  }
}
