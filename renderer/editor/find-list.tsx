/** The list of found places by document: each with its context, what it would become, and a tick. Long lists are drawn in part. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { FoundPlace } from '../../shared/api/search.ts';
import type { DocumentId } from '../../shared/api.ts';
import { findWords } from './find-words.ts';

export function keyOfPlace({ documentId, block, path, at }: FoundPlace): string {
  return `${documentId}/${block}/${path.join('.')}/${at}`;
}

export interface FindListProps {
  readonly places: readonly FoundPlace[];
  readonly current: number;
  readonly replacement: string;
  /** Keys of places that are not to be replaced. */
  readonly left: ReadonlySet<string>;
  readonly onLeft: (left: ReadonlySet<string>) => void;
  readonly onGo: (index: number) => void;
  /** Null within one document, which needs no heads. */
  readonly titleOf: ((id: DocumentId) => string) | null;
}

type Line = { readonly place: FoundPlace; readonly index: number } | { readonly head: DocumentId; readonly places: readonly FoundPlace[] };

const height = 30;

export function FindList({ places, current, replacement, left, onLeft, onGo, titleOf }: FindListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const hasHeads = titleOf !== null;
  const lines = useMemo(() => linesOf(places, hasHeads), [places, hasHeads]);
  const list = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 8 });
  const at = lines.findIndex((line) => 'index' in line && line.index === current);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at);
  }, [at, list]);
  const tick = (some: readonly FoundPlace[], isChosen: boolean) => {
    const next = new Set(left);
    for (const place of some) {
      if (isChosen) next.delete(keyOfPlace(place));
      else next.add(keyOfPlace(place));
    }
    onLeft(next);
  };
  return (
    <div className="find-list" ref={scroller}>
      <ul aria-label={findWords.list} style={{ height: `${list.getTotalSize()}px` }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const line = lines[index] as Line;
          const style = { transform: `translateY(${start}px)`, height: `${height}px` };
          if ('head' in line) {
            const title = titleOf?.(line.head) ?? '';
            return (
              <li key={`head-${line.head}`} className="find-head" style={style}>
                <input
                  type="checkbox"
                  checked={line.places.some((place) => !left.has(keyOfPlace(place)))}
                  aria-label={findWords.chooseDocument(title)}
                  onChange={(event) => tick(line.places, event.currentTarget.checked)}
                />
                <b>{title}</b>
                <span className="count">{findWords.hits(line.places.length)}</span>
              </li>
            );
          }
          const { place } = line;
          const isChosen = !left.has(keyOfPlace(place));
          return (
            <li key={keyOfPlace(place)} className="find-hit" aria-current={line.index === current ? 'true' : undefined} style={style}>
              <input
                type="checkbox"
                checked={isChosen}
                aria-label={findWords.choose}
                onChange={(event) => tick([place], event.currentTarget.checked)}
              />
              <button type="button" onClick={() => onGo(line.index)}>
                {place.block < 0 && <span className="badge badge-quiet">{findWords.inTitle}</span>}
                <span className="find-before">{place.before}</span>
                {replacement !== '' && isChosen ? (
                  <>
                    <del>{place.found}</del>
                    <ins>{replacement}</ins>
                  </>
                ) : (
                  <mark>{place.found}</mark>
                )}
                <span className="find-after">{place.after}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function linesOf(places: readonly FoundPlace[], hasHeads: boolean): readonly Line[] {
  const lines: Line[] = [];
  let own: FoundPlace[] = [];
  places.forEach((place, index) => {
    if (hasHeads && place.documentId !== places[index - 1]?.documentId) {
      own = [];
      lines.push({ head: place.documentId, places: own });
    }
    own.push(place);
    lines.push({ place, index });
  });
  return lines;
}
