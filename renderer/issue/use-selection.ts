/** Which entries are chosen: one, a run from an anchor, or single ones, as in every list of files. */
import { useCallback, useState } from 'react';
import type { DocumentId } from '../../shared/api.ts';

export interface Selection {
  readonly current: DocumentId | null;
  readonly ids: ReadonlySet<DocumentId>;
  /** Chooses one alone; `extend` up to it from where the run began; `toggle` adds it or takes it away. */
  readonly choose: (id: DocumentId, manner?: 'extend' | 'toggle') => void;
  readonly chooseAll: () => void;
}

interface Chosen {
  readonly current: DocumentId | null;
  readonly anchor: DocumentId | null;
  readonly ids: ReadonlySet<DocumentId>;
}

/** @param order all entries as they are shown. */
export function useSelection(order: readonly DocumentId[]): Selection {
  const [chosen, setChosen] = useState<Chosen>({ current: null, anchor: null, ids: new Set() });
  const choose = useCallback(
    (id: DocumentId, manner?: 'extend' | 'toggle') =>
      setChosen((old) => {
        if (manner === 'toggle') {
          const ids = new Set(old.ids);
          if (!ids.delete(id)) ids.add(id);
          return { current: id, anchor: id, ids };
        }
        if (manner === 'extend' && old.anchor !== null) {
          const [from, to] = [order.indexOf(old.anchor), order.indexOf(id)].sort((a, b) => a - b) as [number, number];
          if (from >= 0) return { ...old, current: id, ids: new Set(order.slice(from, to + 1)) };
        }
        return { current: id, anchor: id, ids: new Set([id]) };
      }),
    [order],
  );
  const chooseAll = useCallback(() => setChosen((old) => ({ ...old, ids: new Set(order) })), [order]);
  // What has been taken out is chosen no longer; its place in the list falls to the first.
  const there = new Set(order);
  const isThere = chosen.current !== null && there.has(chosen.current);
  return {
    current: isThere ? chosen.current : (order[0] ?? null),
    ids: [...chosen.ids].every((id) => there.has(id)) ? chosen.ids : new Set([...chosen.ids].filter((id) => there.has(id))),
    choose,
    chooseAll,
  };
}
