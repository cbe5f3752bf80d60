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
  /** What another room has asked for since, or null. */
  readonly asked: number | null;
}

export function usePageMemory(bundle: Bundle): PageMemory {
  const { page, setPage, layout } = useOpenIssue();
  const [current, setCurrent] = useState(() => indexOfFolio(bundle, page));
  const told = useRef(page);
  const last = Math.max(1, layout?.pages ?? 1);
  const folio = Math.min(last, Math.max(1, folioOf(bundle, current)));
  useEffect(() => {
    const timer = setTimeout(() => {
      told.current = folio;
      setPage(folio);
    }, rest);
    return () => clearTimeout(timer);
  }, [folio, setPage]);
  const scrolledTo = useCallback((indexes: readonly number[]) => {
    setCurrent((old) => (indexes.includes(old) ? old : (indexes[0] ?? old)));
  }, []);
  const asked = page === told.current ? null : indexOfFolio(bundle, page);
  return { current, folio, setCurrent, scrolledTo, asked };
}
