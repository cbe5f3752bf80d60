/** The pages of one layout, fetched in small batches as they come near the view. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from '../../shared/layout/page.ts';
import type { ReadPages } from '../use-issue.ts';

const batch = 4;

/** @param version changes with every layout; what was read before stays on the screen until it is replaced. */
export function usePages(
  read: ReadPages,
  version: number,
): { readonly pages: ReadonlyMap<number, Page>; readonly want: (indexes: readonly number[]) => void } {
  const [pages, setPages] = useState<ReadonlyMap<number, Page>>(new Map());
  const asked = useRef({ version, batches: new Set<number>() });
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    return () => {
      alive.current = false;
    };
  }, []);
  const want = useCallback(
    (indexes: readonly number[]) => {
      if (asked.current.version !== version) asked.current = { version, batches: new Set() };
      const { batches } = asked.current;
      for (const index of indexes) {
        const first = index - (index % batch);
        if (batches.has(first)) continue;
        batches.add(first);
        read(first, batch).then(
          (found) => {
            if (!alive.current || asked.current.batches !== batches) return;
            setPages((old) => new Map([...old, ...found.map((page, offset) => [first + offset, page] as const)]));
          },
          () => batches.delete(first),
        );
      }
    },
    [read, version],
  );
  return { pages, want };
}
