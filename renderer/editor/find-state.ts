/** What 查找替换 is about to do; kept while one goes from document to document of the issue. */
import { useSyncExternalStore } from 'react';
import type { FoundPlace } from '../../shared/api/search.ts';

export type FindScope = 'document' | 'issue';

export type FindField = 'words' | 'replacement';

export interface FindState {
  /** Null while the panel is closed. */
  readonly scope: FindScope | null;
  readonly words: string;
  readonly replacement: string;
  readonly isLoose: boolean;
  /** Counts the calls of the panel: each puts the cursor into it, into this field. */
  readonly calls: number;
  readonly field: FindField;
  /** A place in a document that is being opened. */
  readonly goal: FoundPlace | null;
}

let state: FindState = { scope: null, words: '', replacement: '', isLoose: true, calls: 0, field: 'words', goal: null };
const listeners = new Set<() => void>();

export function setFind(change: Partial<FindState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

/** Opens the panel, with the marked words in it. */
export function openFind(scope: FindScope, marked: string, field: FindField = 'words'): void {
  const words = marked !== '' && marked.length <= 60 && !marked.includes('\n') ? marked : state.words;
  // Without something to find there is nothing to replace yet.
  setFind({ scope, words, calls: state.calls + 1, field: words === '' ? 'words' : field });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useFind(): FindState {
  return useSyncExternalStore(subscribe, () => state);
}
