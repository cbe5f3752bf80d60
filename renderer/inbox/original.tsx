/** The lines of the file as it came, numbered; the ones that the part at hand came from are lit. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PartKey, Trace } from './parts.ts';
import { words } from './words.ts';

export interface OriginalProps {
  readonly lines: readonly string[];
  readonly trace: Trace;
  readonly lit: PartKey | null;
  readonly onLine: (line: number) => void;
}

export function Original({ lines, trace, lit, onLine }: OriginalProps) {
  const box = useRef<HTMLDivElement>(null);
  const litLines = (lit === null ? undefined : trace.linesOf.get(lit)) ?? [];
  const first = litLines[0];
  useEffect(() => {
    if (first !== undefined) box.current?.querySelector(`[data-line="${first}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [first]);
  const pressed = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || event.altKey) return;
    event.preventDefault();
    let next = (first ?? (step > 0 ? -1 : lines.length)) + step;
    while (next >= 0 && next < lines.length && !trace.partOf.has(next)) next += step;
    if (next >= 0 && next < lines.length) onLine(next);
  };
  return (
    <div
      ref={box}
      className="original"
      role="listbox"
      tabIndex={0}
      aria-label={words.check.original}
      aria-activedescendant={first === undefined ? undefined : `original-${first}`}
      onKeyDown={pressed}
    >
      {lines.map((line, index) => {
        const isLit = litLines.includes(index);
        const isLeft = line.trim() !== '' && !trace.partOf.has(index);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's, which has the focus.
          <div
            key={index}
            id={`original-${index}`}
            data-line={index}
            role="option"
            tabIndex={-1}
            aria-selected={isLit}
            className={`original-line${isLit ? ' lit' : ''}${isLeft ? ' original-left' : ''}`}
            onClick={() => onLine(index)}
          >
            <span className="original-number">{index + 1}</span>
            <span className="original-text">{line}</span>
          </div>
        );
      })}
    </div>
  );
}
