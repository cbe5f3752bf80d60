/** One issue as the desk has it, and its layout: read anew after every change, the latest answer wins. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Api, IssueId, IssueView, LayoutSummary } from '../shared/api.ts';
import type { Page } from '../shared/layout/page.ts';
import { text } from './text.ts';
import type { RunTask } from './ui/tasks.ts';

export type ReadPages = (first: number, count: number) => Promise<readonly Page[]>;

export interface IssueState {
  readonly view: IssueView | null;
  readonly layout: LayoutSummary | null;
  /** Counts the layouts, so that pages read before are known to be old. */
  readonly version: number;
  /** Counts the layouts begun: its pages may be asked for at once, the desk lays out for whoever comes first. */
  readonly begun: number;
  /** True while a layout is under way. */
  readonly isLayingOut: boolean;
}

export interface IssueReader extends IssueState {
  readonly refresh: () => Promise<boolean>;
  readonly relayout: () => Promise<void>;
}

export function useIssue(api: Api, id: IssueId, run: RunTask): IssueReader {
  const [state, setState] = useState<IssueState>({ view: null, layout: null, version: 0, begun: 0, isLayingOut: false });
  const latest = useRef(0);
  const layOut = useCallback(
    async (turn: number) => {
      const layout = await run(text.desk.layingOut, () => api.layoutIssue(id));
      if (turn !== latest.current) return false;
      setState((old) => ({ ...old, layout: layout ?? old.layout, version: old.version + 1, isLayingOut: false }));
      return layout !== undefined;
    },
    [api, id, run],
  );
  const refresh = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    const view = await run(text.desk.reading, () => api.readIssue(id));
    if (view === undefined || turn !== latest.current) return false;
    setState((old) => ({ ...old, view, begun: turn, isLayingOut: true }));
    return layOut(turn);
  }, [api, id, run, layOut]);
  const relayout = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    setState((old) => ({ ...old, begun: turn, isLayingOut: true }));
    await layOut(turn);
  }, [layOut]);
  useEffect(() => {
    void refresh();
    return () => {
      // Answers that are still on their way belong to an issue that is no longer shown.
      latest.current += 1;
    };
  }, [refresh]);
  return { ...state, refresh, relayout };
}
