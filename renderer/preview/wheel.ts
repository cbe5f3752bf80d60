/** Ctrl and the wheel zoom about the pointer; where one page is shown alone, the wheel turns over at its ends. */
import { type RefObject, useEffect, useRef } from 'react';

/** Milliseconds until a wheel that still runs may turn once more. */
const turnPause = 350;

export interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

/** @returns where the pointer last zoomed; null where the keyboard did. */
export function useWheel(
  view: RefObject<HTMLElement | null>,
  onZoom: (factor: number) => void,
  onTurn: ((direction: 1 | -1) => void) | null,
): RefObject<ViewPoint | null> {
  const anchor = useRef<ViewPoint | null>(null);
  const deeds = useRef({ onZoom, onTurn });
  deeds.current = { onZoom, onTurn };
  useEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    let turnedAt = 0;
    let forget: ReturnType<typeof setTimeout> | undefined;
    const wheeled = (event: WheelEvent) => {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const box = element.getBoundingClientRect();
        anchor.current = { x: event.clientX - box.left, y: event.clientY - box.top };
        clearTimeout(forget);
        forget = setTimeout(() => {
          anchor.current = null;
        }, 400);
        // A notch of a wheel is 100 or so, a pinch sends many small steps.
        deeds.current.onZoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY)) / 700));
        return;
      }
      const { onTurn: turn } = deeds.current;
      if (turn === null || event.deltaY === 0) return;
      const direction = event.deltaY > 0 ? 1 : -1;
      const isAtEnd = direction > 0 ? element.scrollTop + element.clientHeight >= element.scrollHeight - 1 : element.scrollTop <= 0;
      if (!isAtEnd || event.timeStamp - turnedAt < turnPause) return;
      turnedAt = event.timeStamp;
      turn(direction);
    };
    // Not React's handler: that one is passive and could not keep the browser from zooming itself.
    element.addEventListener('wheel', wheeled, { passive: false });
    return () => {
      clearTimeout(forget);
      element.removeEventListener('wheel', wheeled);
    };
  }, [view]);
  return anchor;
}
