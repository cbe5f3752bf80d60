/** Which question about tables, pictures or codes stands open: menus close before the dialog that they lead to is shown. */
import { useSyncExternalStore } from 'react';
import type { GazetteEditor } from './slate-value.ts';

export type Question = 'table' | 'split' | 'widths' | 'qr' | 'picture' | 'pictureWidth' | 'replacePicture' | 'link';

let open: { readonly editor: GazetteEditor; readonly question: Question } | null = null;
const listeners = new Set<() => void>();

export function ask(editor: GazetteEditor, question: Question | null): void {
  open = question === null ? null : { editor, question };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useQuestion(editor: GazetteEditor): Question | null {
  const asked = useSyncExternalStore(subscribe, () => open);
  return asked?.editor === editor ? asked.question : null;
}
