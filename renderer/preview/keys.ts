/** The keys of 版面, as InDesign and PDF readers have them. */
import { type RefObject, useEffect, useRef } from 'react';
import type { Zoom } from './sheets.ts';

export interface PageDeeds {
  readonly turn: (direction: 1 | -1) => void;
  readonly toEnd: (end: 'first' | 'last') => void;
  readonly step: (direction: 1 | -1) => void;
  readonly zoom: (zoom: Zoom) => void;
  readonly grid: () => void;
  readonly original: () => void;
  /** Marks the pages on show as read. */
  readonly read: () => void;
  readonly nextUnread: () => void;
  /** To the text of the page on show. */
  readonly edit: () => void;
  readonly change: (direction: 1 | -1) => void;
}

/**
 * @param home where the keys work while the focus is in it; `alone` when they work wherever the focus is.
 */
export function usePageKeys(home: RefObject<HTMLElement | null>, alone: boolean, deeds: PageDeeds): void {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open], [role="menu"], [role="dialog"]') !== null)
        return;
      const { target } = event;
      const isInside = target instanceof Node && home.current?.contains(target) === true;
      if (!isInside && (!alone || target !== document.body)) return;
      const deed = deedOf(event, latest.current);
      if (deed === null) return;
      event.preventDefault();
      deed();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [home, alone]);
}

function deedOf(event: KeyboardEvent, deeds: PageDeeds): (() => void) | null {
  const { key, target } = event;
  if (event.altKey) return null;
  if (event.ctrlKey || event.metaKey) {
    const zooming: Readonly<Record<string, () => void>> = {
      '+': () => deeds.step(1),
      '=': () => deeds.step(1),
      '-': () => deeds.step(-1),
      '0': () => deeds.zoom('page'),
      '9': () => deeds.zoom('width'),
      '1': () => deeds.zoom(100),
    };
    return zooming[key] ?? null;
  }
  if (key === 'F7') return () => deeds.change(event.shiftKey ? -1 : 1);
  // A list to choose from goes to what is typed, and by these keys from page to page of its own.
  if (target instanceof HTMLSelectElement) return null;
  const turning: Readonly<Record<string, () => void>> = { PageUp: () => deeds.turn(-1), PageDown: () => deeds.turn(1) };
  if (turning[key] !== undefined) return turning[key];
  // What follows are keys that a field needs for itself.
  if (target instanceof HTMLInputElement) return null;
  const reading: Readonly<Record<string, () => void>> = {
    Home: () => deeds.toEnd('first'),
    End: () => deeds.toEnd('last'),
    '+': () => deeds.step(1),
    '=': () => deeds.step(1),
    '-': () => deeds.step(-1),
    g: deeds.grid,
    G: deeds.grid,
    o: deeds.original,
    O: deeds.original,
    r: deeds.read,
    R: deeds.read,
    n: deeds.nextUnread,
    N: deeds.nextUnread,
  };
  if (key === 'Enter' && target instanceof HTMLElement && target.classList.contains('pages')) return deeds.edit;
  return reading[key] ?? null;
}
