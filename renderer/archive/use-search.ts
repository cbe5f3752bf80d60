/** What is looked for in the archive and what was found so far: asked anew at every key, the rest fetched while one scrolls. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ArchiveHit, ArchiveQuery } from '../../shared/api/archive.ts';
import { useSession } from '../session.ts';
import { words } from './words.ts';

export type ArchiveFilters = Pick<ArchiveQuery, 'gazette' | 'year' | 'section' | 'issuer'>;

export interface Found {
  /** What these hits answer; the field may be a key ahead. */
  readonly typed: string;
  readonly total: number;
  readonly hits: readonly ArchiveHit[];
}

/** About twice what a window shows. */
const portion = 20;

export interface Search {
  /** Null until the first answer. */
  readonly found: Found | null;
  readonly more: () => void;
}

export function useSearch(typed: string, filters: ArchiveFilters): Search {
  const { api, run } = useSession();
  const [found, setFound] = useState<Found | null>(null);
  const turn = useRef(0);
  const isFetching = useRef(false);
  useEffect(() => {
    turn.current += 1;
    const own = turn.current;
    isFetching.current = false;
    void run(words.reading, () => api.searchArchive({ ...filters, words: typed, offset: 0, limit: portion })).then((answer) => {
      // The answer to an older key may come after that to a younger one.
      if (own === turn.current && answer !== undefined) setFound({ typed, ...answer });
    });
  }, [api, run, typed, filters]);
  const more = useCallback(() => {
    if (found === null || found.typed !== typed || isFetching.current || found.hits.length >= found.total) return;
    isFetching.current = true;
    const own = turn.current;
    const offset = found.hits.length;
    void run(words.reading, () => api.searchArchive({ ...filters, words: typed, offset, limit: portion * 2 })).then((answer) => {
      if (own !== turn.current) return;
      isFetching.current = false;
      if (answer === undefined) return;
      // The archive may have lost some while one was reading: what is there is then all.
      const total = answer.hits.length === 0 ? offset : answer.total;
      setFound({ typed, total, hits: [...found.hits, ...answer.hits] });
    });
  }, [api, run, found, typed, filters]);
  return { found, more };
}
