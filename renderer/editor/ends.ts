/** The keys to the first and to the last place of the text. The browser's own stop at the first group of blocks that it has left out of its work. */
import { Editor } from 'slate';
import { ReactEditor } from 'slate-react';
import type { KeyHandler } from './key-press.ts';
import type { GazetteEditor } from './slate-value.ts';

type End = 'start' | 'end';

const everywhere: Readonly<Record<string, End>> = { 'Mod+Home': 'start', 'Mod+End': 'end' };
/** Elsewhere these go on by a paragraph. */
const onMac: Readonly<Record<string, End>> = { 'Mod+ArrowUp': 'start', 'Mod+ArrowDown': 'end' };

/** @returns the handler of Ctrl+Home and Ctrl+End, on a Mac of ⌘↑ and ⌘↓ too; with Shift the selection reaches so far. */
export function endsByKey(isMac: boolean): KeyHandler {
  return (editor, { key }) => {
    const plain = key.replace('+Shift+', '+');
    const end = everywhere[plain] ?? (isMac ? onMac[plain] : undefined);
    if (end === undefined || editor.selection === null) return false;
    const focus = end === 'start' ? Editor.start(editor, []) : Editor.end(editor, []);
    editor.select(plain === key ? focus : { anchor: editor.selection.anchor, focus });
    showEnd(editor, end);
    return true;
  };
}

function showEnd(editor: GazetteEditor, end: End): void {
  const node = editor.children.at(end === 'start' ? 0 : -1);
  if (node === undefined) return;
  let block: HTMLElement;
  try {
    block = ReactEditor.toDOMNode(editor, node);
  } catch {
    // Not drawn: there is nothing to move.
    return;
  }
  const [scroller, group] = [block.closest('.text-scroll'), block.closest<HTMLElement>('.chunk')];
  const show = () => scroller?.scrollTo({ top: end === 'start' ? 0 : scroller.scrollHeight });
  // Until it is drawn the browser would put what is typed next beside the group instead of into it.
  group?.style.setProperty('content-visibility', 'visible');
  show();
  // What came into view takes its true height only now.
  requestAnimationFrame(() => {
    show();
    requestAnimationFrame(() => {
      show();
      group?.style.removeProperty('content-visibility');
    });
  });
}
