/** Below the text: where the cursor is, how long the document is, how much is selected. */
import { useSyncExternalStore } from 'react';
import { Editor, Range } from 'slate';
import { useSlateSelector } from 'slate-react';
import type { DocumentSession } from './document-session.ts';
import type { GazetteEditor } from './slate-value.ts';
import { words } from './words.ts';

/** Counting a selection is work: a very long one is not counted while it grows. */
function selectedCharacters(editor: GazetteEditor): number {
  const { selection } = editor;
  if (selection === null || Range.isCollapsed(selection)) return 0;
  return [...Editor.string(editor, selection).replace(/\s/gu, '')].length;
}

export function StatusLine({ session }: { readonly session: DocumentSession }) {
  const { facts } = useSyncExternalStore(session.subscribe, session.read);
  const block = useSlateSelector((editor) => editor.selection?.focus.path[0] ?? null);
  const selected = useSlateSelector(selectedCharacters);
  return (
    <section className="text-status" aria-label={words.status.label}>
      {block !== null && <span>{words.status.place(block, facts.blocks)}</span>}
      <span>{words.status.characters(facts.characters)}</span>
      {selected > 0 && <span>{words.status.selected(selected)}</span>}
    </section>
  );
}
