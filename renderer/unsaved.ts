/** Work that is not in the database yet: marked in the title, and the window asks before it closes over it. */
import { useEffect, useState } from 'react';

const mark = '● ';
const holders = new Set<symbol>();
const listeners = new Set<() => void>();

function tell(): void {
  const isUnsaved = holders.size > 0;
  const plain = document.title.startsWith(mark) ? document.title.slice(mark.length) : document.title;
  document.title = isUnsaved ? mark + plain : plain;
  window.gazette?.setUnsaved?.(isUnsaved);
  if (isUnsaved) window.addEventListener('beforeunload', ask);
  else window.removeEventListener('beforeunload', ask);
  for (const listener of listeners) listener();
}

function ask(event: BeforeUnloadEvent): void {
  // The desktop window asks by itself, in words that say what to do.
  if (window.gazette === undefined) event.preventDefault();
}

/** For rooms that save by themselves: true from the first change until it is stored, false when nothing waits. */
export function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return undefined;
    return holdUnsaved();
  }, [isUnsaved]);
}

/** For work that outlives its room: unsaved until the function that this gives back is called. */
export function holdUnsaved(): () => void {
  const holder = Symbol('unsaved');
  holders.add(holder);
  tell();
  return () => {
    holders.delete(holder);
    tell();
  };
}

/** Longer than any save takes: what is only on its way is not worth a word. */
const patience = 2000;

/** True while something has been waiting to be stored for a good while. */
export function useHasUnsaved(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      if (holders.size === 0) {
        clearTimeout(timer);
        timer = undefined;
        setHas(false);
      } else timer ??= setTimeout(() => setHas(true), patience);
    };
    look();
    listeners.add(look);
    return () => {
      clearTimeout(timer);
      listeners.delete(look);
    };
  }, []);
  return has;
}
