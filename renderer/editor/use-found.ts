/** The places of 查找替换: those of the open document from the screen, those of the others from the desk. */
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSlate } from 'slate-react';
import type { FoundPlace } from '../../shared/api/search.ts';
import type { DocumentId } from '../../shared/api.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { findInEditor } from './find-places.ts';
import type { FindState } from './find-state.ts';
import { findWords } from './find-words.ts';

export interface Found {
  /** In the order of the issue. */
  readonly places: readonly FoundPlace[];
  readonly isFinding: boolean;
  /** Asks the desk again: other documents were changed. */
  readonly again: () => void;
}

const pause = 250;

export function useFound(id: DocumentId, { scope, words, isLoose }: FindState): Found {
  const editor = useSlate();
  const { api, notify } = useSession();
  const issue = useOpenIssue();
  const [count, setCount] = useState(0);
  const [others, setOthers] = useState<readonly FoundPlace[]>([]);
  const [isFinding, setFinding] = useState(false);
  const wanted = useDeferredValue(words);

  const value = editor.children;
  const here = useMemo(
    () =>
      value === null ? [] : findInEditor(editor, { words: wanted, isLoose }).map((place): FoundPlace => ({ ...place, documentId: id })),
    [editor, value, wanted, isLoose, id],
  );
  // `count` asks again.
  useEffect(() => {
    if (scope !== 'issue' || words === '') {
      setOthers([]);
      setFinding(false);
      return undefined;
    }
    let isOld = false;
    setFinding(true);
    const timer = setTimeout(async () => {
      const found = await api.findInIssue(issue.id, { words, isLoose }).catch(() => null);
      if (isOld) return;
      setFinding(false);
      if (found === null) notify('error', findWords.failed);
      setOthers(found ?? []);
    }, pause);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [api, notify, issue.id, scope, words, isLoose, count]);

  const places = useMemo(() => {
    if (scope !== 'issue') return here;
    const order = [...new Set(issue.view.entries.map((entry) => entry.documentId))];
    return order.flatMap((each) => (each === id ? here : others.filter((place) => place.documentId === each)));
  }, [scope, here, others, issue.view, id]);
  return { places, isFinding, again: () => setCount((now) => now + 1) };
}
