/** The arrangement as the room shows it: the newest order, its pages as foretold by a trial, and undo. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { TrialPages } from '../../shared/api/arrangement.ts';
import { DeskError, type DocumentId } from '../../shared/api.ts';
import { entriesOf } from '../../shared/issue/outline.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { type ArrangementState, type ArrangementStore, type IssueOutline, storeOf } from './arrangement-store.ts';

export interface PageRange {
  readonly first: number;
  readonly last: number;
}
export type PageTable = ReadonlyMap<DocumentId, PageRange>;

export function useArrangement(): { readonly store: ArrangementStore; readonly state: ArrangementState } {
  const { api, notify } = useSession();
  const { id, view, refresh } = useOpenIssue();
  const store = useMemo(() => storeOf(view), [view]);
  store.connect({
    write: (stamp, entries) => api.arrangeIssue(id, stamp, entries),
    refresh,
    refused: (words) => notify('error', words),
  });
  useEffect(() => store.take(view), [store, view]);
  return { store, state: useSyncExternalStore(store.subscribe, store.read) };
}

/** The pages of the layout on the desk. */
export function useLaidOutPages(): PageTable {
  const { layout } = useOpenIssue();
  return useMemo(
    () => new Map(layout?.documents.map(({ documentId, firstPage, lastPage }) => [documentId, { first: firstPage, last: lastPage }])),
    [layout],
  );
}

export interface Trial {
  readonly outline: IssueOutline;
  readonly pages: PageTable;
  readonly total: number;
}

/** The pages that an order would have: one question at a time, always the newest; the last answer stays until the next. */
export function useTrial(wanted: IssueOutline | null): Trial | null {
  const { api } = useSession();
  const { id } = useOpenIssue();
  const [trial, setTrial] = useState<Trial | null>(null);
  const newest = useRef(wanted);
  const asks = useRef(false);
  newest.current = wanted;
  // Asked before the new order is painted, not after.
  useLayoutEffect(() => {
    if (wanted === null || asks.current) return;
    const ask = async () => {
      asks.current = true;
      try {
        for (let asked: IssueOutline | null = null; newest.current !== null && newest.current !== asked; ) {
          asked = newest.current;
          const found = await api.tryArrangement(id, entriesOf(asked));
          setTrial({ outline: asked, ...tableOf(found) });
        }
      } catch (error) {
        // Numbers that cannot be foretold are just not shown; the move itself says what is wrong.
        if (!(error instanceof DeskError)) throw error;
      } finally {
        asks.current = false;
      }
    };
    void ask();
  }, [api, id, wanted]);
  return wanted === null ? null : trial;
}

function tableOf({ entries, pages }: TrialPages): { readonly pages: PageTable; readonly total: number } {
  return {
    pages: new Map(entries.map(({ documentId, firstPage, lastPage }) => [documentId, { first: firstPage, last: lastPage }])),
    total: pages,
  };
}
