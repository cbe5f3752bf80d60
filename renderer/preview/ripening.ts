/**
 * Which pages are painted in full. Setting a page of text costs more than a frame has; so a page that comes near is a sketch first
 * and is painted when the view rests or moves slowly, one page after the other, those in view before those around it.
 */
import { useEffect, useRef, useState } from 'react';

/** Pixels in a frame above which nothing new is painted: more than a notch of the wheel. */
const fast = 60;
/** Milliseconds from page to page: a page takes a few frames, see paper.tsx. */
const pause = 30;

/** @param wanted pages that are mounted, the most wanted first. @param offset of the scrolling view. */
export function useRipe(wanted: readonly number[], offset: number): ReadonlySet<number> {
  const [ripe, setRipe] = useState<ReadonlySet<number>>(new Set());
  const speed = useRef({ offset, at: 0, pace: 0 });
  const now = performance.now();
  const { current } = speed;
  if (current.offset !== offset) {
    const frames = Math.max(1, (now - current.at) / 16.7);
    speed.current = { offset, at: now, pace: Math.abs(offset - current.offset) / frames };
  }
  const key = wanted.join(',');
  const next = wanted.find((index) => !ripe.has(index));
  useEffect(() => {
    if (next === undefined) return undefined;
    const mounted = key.split(',').map(Number);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ripen = () => {
      const isStill = performance.now() - speed.current.at > 90;
      if (!isStill && speed.current.pace > fast) {
        timer = setTimeout(ripen, pause);
        return;
      }
      setRipe((old) => new Set([...mounted.filter((index) => old.has(index)), next]));
    };
    // The very first pages are not made to wait.
    if (speed.current.at === 0) ripen();
    else timer = setTimeout(ripen, pause);
    return () => clearTimeout(timer);
  }, [next, key]);
  return ripe;
}
