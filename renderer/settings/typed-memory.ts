/** What was typed into the form of a style and not stored: kept in this browser, so that another tab or a closed window loses none of it. */
import type { Typed } from './house-values.ts';

const key = 'gazette-house-typed';

/** By style. What another version of the program has left is taken as far as it fits. */
export function readTyped(): Readonly<Record<string, Typed>> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).map(([id, some]) => [id, typedIn(some)]));
  } catch {
    return {};
  }
}

function typedIn(stored: unknown): Typed {
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).filter(([, value]) => typeof value === 'string' || typeof value === 'boolean'));
}

export function writeTyped(typed: Readonly<Record<string, Typed>>): void {
  const some = Object.entries(typed).filter(([, values]) => Object.keys(values).length > 0);
  if (some.length === 0) localStorage.removeItem(key);
  else localStorage.setItem(key, JSON.stringify(Object.fromEntries(some)));
}
