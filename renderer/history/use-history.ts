/** A document with its revisions and states, read anew whenever it may have changed. */
import { useCallback, useContext, useEffect, useState } from 'react';
import type { DocumentView, RevisionSummary, StateChange } from '../../shared/api/documents.ts';
import type { DocumentId } from '../../shared/api.ts';
import { OpenIssueContext } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { words } from './words.ts';

export interface DocumentHistory {
  readonly id: DocumentId;
  readonly view: DocumentView;
  /** Newest first. */
  readonly revisions: readonly RevisionSummary[];
  readonly states: readonly StateChange[];
}

export interface HistoryReader {
  readonly history: DocumentHistory | null;
  /** After a change made here: reads it, then the issue and whoever shows the document. */
  readonly changed: () => Promise<void>;
}

export function useHistory(id: DocumentId, onChanged?: () => void): HistoryReader {
  const { api, run } = useSession();
  // Beside a document that is shown without its issue there is none.
  const issue = useContext(OpenIssueContext);
  const [history, setHistory] = useState<DocumentHistory | null>(null);
  const read = useCallback(async () => {
    const found = await run(words.loading, () => Promise.all([api.readDocument(id), api.listRevisions(id), api.listStates(id)]));
    if (found !== undefined) setHistory({ id, view: found[0], revisions: found[1], states: found[2] });
  }, [api, run, id]);
  const version = issue?.version ?? 0;
  useEffect(() => void read(), [read, version]);
  const refresh = issue?.refresh;
  const changed = useCallback(async () => {
    await read();
    onChanged?.();
    await refresh?.();
  }, [read, refresh, onChanged]);
  return { history: history?.id === id ? history : null, changed };
}
