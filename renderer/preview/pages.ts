/** The pages of one layout, fetched in small batches as they come near the view; what did not change stays the same object. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Item, Page } from '../../shared/layout/page.ts';
import type { ReadPages } from '../use-issue.ts';

const batch = 4;

export interface PageStore {
  readonly pages: ReadonlyMap<number, Page>;
  /** Fetches those that are not there or are of an older layout; the first ones first. */
  readonly want: (indexes: readonly number[]) => void;
  /** A page as it now is; null when it cannot be had. */
  readonly readNow: (index: number) => Promise<Page | null>;
}

/** @param version changes with every layout that begins; what was read before stays on the screen until it is replaced. */
export function usePages(read: ReadPages, version: number): PageStore {
  const [pages, setPages] = useState<ReadonlyMap<number, Page>>(new Map());
  const asked = useRef({ version, batches: new Map<number, Promise<readonly Page[]>>() });
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const ask = useCallback(
    (first: number): Promise<readonly Page[]> => {
      if (asked.current.version !== version) asked.current = { version, batches: new Map() };
      const { batches } = asked.current;
      const known = batches.get(first);
      if (known !== undefined) return known;
      const answer = read(first, batch).then(
        (found) => {
          if (alive.current && asked.current.batches === batches) setPages((old) => merged(old, first, found));
          return found;
        },
        () => {
          batches.delete(first);
          return [];
        },
      );
      batches.set(first, answer);
      return answer;
    },
    [read, version],
  );
  const want = useCallback(
    (indexes: readonly number[]) => {
      for (const index of indexes) void ask(index - (index % batch));
    },
    [ask],
  );
  const readNow = useCallback(
    async (index: number) => (index < 0 ? null : ((await ask(index - (index % batch)))[index % batch] ?? null)),
    [ask],
  );
  return { pages, want, readNow };
}

function merged(old: ReadonlyMap<number, Page>, first: number, found: readonly Page[]): ReadonlyMap<number, Page> {
  const next = new Map(old);
  let isNew = false;
  found.forEach((page, offset) => {
    const known = old.get(first + offset);
    const kept = known === undefined ? page : reuse(known, page);
    if (kept === known) return;
    isNew = true;
    next.set(first + offset, kept);
  });
  return isNew ? next : old;
}

/** The old page where nothing on it changed, else the new one with those items of the old that are the same: neither is painted again. */
function reuse(old: Page, page: Page): Page {
  const items = page.items.map((item, index): Item => {
    const known = old.items[index];
    return known !== undefined && isSame(known, item) ? known : item;
  });
  const { items: oldItems, ...oldFacts } = old;
  const { items: _, ...facts } = page;
  const isOld = items.length === oldItems.length && items.every((item, index) => item === oldItems[index]);
  return isOld && isSame(oldFacts, facts) ? old : { ...page, items };
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one) as (keyof typeof one)[];
  return keys.length === Object.keys(other).length && keys.every((key) => isSame(one[key], other[key]));
}
