/** How the reader likes to see the pages: kept in this browser, apart for the room and for the pane beside the editor. */
import { useCallback, useState } from 'react';
import type { Arrangement, Zoom } from './sheets.ts';

export type Pane = 'thumbnails' | 'outline' | 'changes';

export interface Habits {
  readonly arrangement: Arrangement;
  readonly zoom: Zoom;
  readonly hasGrid: boolean;
  readonly pane: Pane;
  readonly isPaneOpen: boolean;
}

const usual: Habits = { arrangement: 'spread', zoom: 'width', hasGrid: false, pane: 'thumbnails', isPaneOpen: true };

/** @param place `original`: the room with the submission beside the pages, where there is less room for them. */
export function useHabits(place: 'room' | 'beside' | 'original'): {
  readonly habits: Habits;
  readonly change: (change: Partial<Habits>) => void;
} {
  const key = `gazette-pages-${place}`;
  const [habits, setHabits] = useState<Habits>(() => {
    const start: Habits = place === 'room' ? usual : { ...usual, arrangement: 'column', isPaneOpen: false };
    return { ...start, ...readHabits(key) };
  });
  const change = useCallback(
    (wanted: Partial<Habits>) =>
      setHabits((old) => {
        const next = { ...old, ...wanted };
        localStorage.setItem(key, JSON.stringify(next));
        return next;
      }),
    [key],
  );
  return { habits, change };
}

/** What an older or a newer version of the program has stored is taken as far as it fits. */
function readHabits(key: string): Partial<Habits> {
  let stored: Partial<Record<keyof Habits, unknown>> = {};
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof read === 'object' && read !== null) stored = read;
  } catch {
    return {};
  }
  const { arrangement, zoom, hasGrid, pane, isPaneOpen } = stored;
  return {
    ...(arrangement === 'spread' || arrangement === 'column' || arrangement === 'single' ? { arrangement } : {}),
    ...(zoom === 'width' || zoom === 'page' || (typeof zoom === 'number' && zoom >= 25 && zoom <= 400) ? { zoom } : {}),
    ...(typeof hasGrid === 'boolean' ? { hasGrid } : {}),
    // 改动 is there only while two proofs are compared.
    ...(pane === 'thumbnails' || pane === 'outline' ? { pane } : {}),
    ...(typeof isPaneOpen === 'boolean' ? { isPaneOpen } : {}),
  };
}

const originalKey = 'gazette-pages-original-open';

/** Whether the submission stands beside the pages; kept as well. */
export function useOriginalHabit(): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(originalKey) === 'true');
  const keep = useCallback((next: boolean) => {
    localStorage.setItem(originalKey, String(next));
    setOpen(next);
  }, []);
  return [isOpen, keep];
}
