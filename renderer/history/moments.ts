/** Times as people say them: the day by its date, today and yesterday by name, the time to the minute. */
import { words } from './words.ts';

const two = (number: number) => String(number).padStart(2, '0');

/** The day of a time, as a name for its group. */
export function dayOf(time: string, now: Date): string {
  const date = new Date(time);
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  if (days === 0) return words.today;
  if (days === 1) return words.yesterday;
  const day = `${date.getMonth() + 1}月${date.getDate()}日`;
  return date.getFullYear() === now.getFullYear() ? day : `${date.getFullYear()}年${day}`;
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

export function clockOf(time: string): string {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

export function momentOf(time: string, now: Date): string {
  return `${dayOf(time, now)} ${clockOf(time)}`;
}
