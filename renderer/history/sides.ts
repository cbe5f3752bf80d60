/** What can be compared: a revision by its number, or the text as it now is. */
import { words } from './words.ts';

export type Side = number | 'present';

export const age = (side: Side): number => (side === 'present' ? Number.POSITIVE_INFINITY : side);

export const nameOf = (side: Side): string => (side === 'present' ? words.present : words.version(side));

/** The revision that a side is held against at first; null for the oldest. */
export function previousOf(side: Side, newest: number, isChanged: boolean): number | null {
  if (side === 'present') return isChanged || newest === 1 ? newest : newest - 1;
  return side > 1 ? side - 1 : null;
}
