/** The list of what was found; only what is in view is drawn, and the next portion is fetched before its end is reached. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { ArchiveHit } from '../../shared/api/archive.ts';
import { Marked, MarkedPieces } from './marked.tsx';
import { words } from './words.ts';

export interface HitListProps {
  readonly hits: readonly ArchiveHit[];
  readonly marked: readonly string[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly onOpen: (hit: ArchiveHit) => void;
  readonly onEnd: () => void;
}

export const optionId = (index: number): string => `archive-hit-${index}`;

export function HitList({ hits, marked, chosen, onChoose, onOpen, onEnd }: HitListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: hits.length, getScrollElement: () => frame.current, estimateSize: () => 112, overscan: 4 });
  const rows = virtual.getVirtualItems();
  const last = rows.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= hits.length - 8) onEnd();
  }, [last, hits.length, onEnd]);
  useEffect(() => {
    if (hits.length > 0) virtual.scrollToIndex(chosen, { align: 'auto' });
  }, [virtual, chosen, hits.length]);
  return (
    <div className="archive-hits" id="archive-hits" role="listbox" aria-label={words.results} ref={frame}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.map(({ index, start }) => {
          const hit = hits[index];
          return hit === undefined ? null : (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the search field.
            // biome-ignore lint/a11y/useFocusableInteractive: see above.
            <div
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              id={optionId(index)}
              role="option"
              aria-selected={index === chosen}
              aria-setsize={hits.length}
              aria-posinset={index + 1}
              className="archive-hit"
              style={{ transform: `translateY(${start}px)` }}
              // Keeps the focus in the field, so that the keys go on working.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(index)}
              onDoubleClick={() => onOpen(hit)}
            >
              <HitLines hit={hit} marked={marked} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function HitLines({ hit, marked }: { readonly hit: ArchiveHit; readonly marked: readonly string[] }) {
  const { title, docNumber, issue, page, section, issuer, snippet } = hit;
  return (
    <>
      <p className="archive-hit-title">
        <Marked text={title} marked={marked} />
      </p>
      <p className="archive-hit-facts">
        {issue === null ? <span>{words.unplaced}</span> : <strong>{words.issue(issue.year, issue.number)}</strong>}
        {page !== null && <span>{words.page(page)}</span>}
        {docNumber !== null && (
          <span>
            <Marked text={docNumber} marked={marked} />
          </span>
        )}
        {section !== null && <span>{section}</span>}
        {docNumber === null && issuer !== null && <span>{issuer}</span>}
      </p>
      <p className="archive-hit-snippet">
        <MarkedPieces pieces={snippet} />
      </p>
    </>
  );
}
