/** The page that the reader is on: moves with the view, is told to the other rooms once the view rests, and follows when they ask for one. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useOpenIssue } from '../open-issue.ts';
import { type Bundle, folioOf, indexOfFolio } from './sheets.ts';

/** Milliseconds that the view rests before the rooms are told: they need not follow every page that flies past. */
const rest = 150;

export interface PageMemory {
  /** Index from 0. */
  readonly current: number;
  /** The same as the reader counts: covers have no number, beside them it is the first or the last page. */
  readonly folio: number;
  readonly setCurrent: (index: number) => void;
  /** The view stands at this row now; the page asked for may be any in it. */
  readonly scrolledTo: (indexes: readonly number[]) => void;
  /** What another room has asked for last, or null. */
  readonly asked: { readonly index: number } | null;
}

export function usePageMemory(bundle: Bundle): PageMemory {
  const { page, setPage, layout } = useOpenIssue();
  const [current, setCurrent] = useState(() => indexOfFolio(bundle, page));
  /** What was told and has not come back yet: on a busy machine that takes longer than turning the next page. */
  const told = useRef<readonly number[]>([]);
  const known = useRef(page);
  const last = Math.max(1, layout?.pages ?? 1);
  const folio = Math.min(last, Math.max(1, folioOf(bundle, current)));
  useEffect(() => {
    const timer = setTimeout(() => {
      if (folio === (told.current.at(-1) ?? known.current)) return;
      told.current = [...told.current, folio];
      setPage(folio);
    }, rest);
    return () => clearTimeout(timer);
  }, [folio, setPage]);
  const scrolledTo = useCallback((indexes: readonly number[]) => {
    setCurrent((old) => (indexes.includes(old) ? old : (indexes[0] ?? old)));
  }, []);
  // Only what comes from outside: what was told from here comes back as it went.
  const [asked, setAsked] = useState<{ readonly index: number } | null>(null);
  useEffect(() => {
    if (page === known.current) return;
    known.current = page;
    const at = told.current.indexOf(page);
    if (at >= 0) {
      told.current = told.current.slice(at + 1);
      return;
    }
    setAsked({ index: indexOfFolio(bundle, page) });
  }, [page, bundle]);
  return { current, folio, setCurrent, scrolledTo, asked };
}
