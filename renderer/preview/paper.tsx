/** One page on the screen: the paper, the page on it (or its sketch while it flies past), and what is laid over it. */
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChangedPlace } from '../../shared/api/proofs.ts';
import type { PageReading } from '../../shared/api/reading.ts';
import type { Geometry } from '../../shared/layout/geometry.ts';
import type { Page } from '../../shared/layout/page.ts';
import { type Area, blockAreas } from '../../shared/layout/places.ts';
import { PageView } from '../ui/page-view.tsx';
import { GridView } from './grid-view.tsx';
import { ReadMark, UnreadBars } from './read-mark.tsx';
import { sketchPage } from './sketch.ts';
import { words } from './words.ts';

export interface Overlays {
  /** Null while the line grid is not shown. */
  readonly geometry: Geometry | null;
  /** The block whose text is being edited. */
  readonly place: { readonly entry: number; readonly block: number } | null;
  readonly changes: readonly ChangedPlace[];
  /** Null where what was read is not marked. */
  readonly reading: PageReading | null;
  /** The change that the reader is at. */
  readonly change: number | null;
}

export interface PaperProps {
  readonly index: number;
  readonly page: Page | undefined;
  readonly label: string;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** False while there is no time to paint it in full. */
  readonly isRipe: boolean;
  readonly overlays: Overlays;
  readonly onPage: (page: number) => void;
  readonly onRead: (index: number) => void;
}

export const Paper = memo(function Paper({ index, page, label, left, width, height, isRipe, overlays, onPage, onRead }: PaperProps) {
  const limit = useSlices(page?.items.length ?? 0, isRipe);
  const isWhole = limit === Number.POSITIVE_INFINITY;
  return (
    <div className="paper" data-page={index} style={{ left, width, height }}>
      {page !== undefined && limit > 0 && <PageView page={page} label={label} limit={limit} onPage={onPage} />}
      {page !== undefined && !isWhole && <Sketch page={page} width={width} />}
      {page !== undefined && <Over page={page} overlays={overlays} />}
      {overlays.reading !== null && <ReadMark reading={overlays.reading} label={label} onMark={() => onRead(index)} />}
    </div>
  );
});

/** Items that are set in one frame. */
const slice = 40;

/** How many items are painted: some more in each frame, so that none of them takes too long; all of them from then on. */
function useSlices(count: number, isRipe: boolean): number {
  const [limit, setLimit] = useState(0);
  const isWhole = limit === Number.POSITIVE_INFINITY;
  useEffect(() => {
    if (!isRipe || isWhole) return undefined;
    const frame = requestAnimationFrame(() =>
      setLimit((old) => (old + slice >= count && count > 0 ? Number.POSITIVE_INFINITY : old + slice)),
    );
    return () => cancelAnimationFrame(frame);
  }, [isRipe, isWhole, limit, count]);
  return limit;
}

/** Half as sharp as the screen: it is seen in passing. */
const coarse = 0.5;

function Sketch({ page, width }: { readonly page: Page; readonly width: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null) sketchPage(canvas.current, page, width, coarse);
  }, [page, width]);
  return <canvas ref={canvas} className="page-sketch" />;
}

const inPoints = ({ x, y, width, height }: Area) => ({ x: x / 1000, y: y / 1000, width: width / 1000, height: height / 1000 });

const Over = memo(function Over({ page, overlays }: { readonly page: Page; readonly overlays: Overlays }) {
  const { geometry, place, changes, change, reading } = overlays;
  const areas = place === null ? [] : blockAreas(page, place.entry, place.block);
  const hasGrid = geometry !== null && page.kind !== 'cover';
  const hasUnread = reading !== null && reading.unread.length > 0;
  if (!hasGrid && areas.length === 0 && changes.length === 0 && !hasUnread) return null;
  return (
    <svg className="page-over" viewBox={`0 0 ${page.width / 1000} ${page.height / 1000}`} aria-hidden="true">
      {hasGrid && <GridView geometry={geometry} />}
      {hasUnread && <UnreadBars reading={reading} />}
      {areas.map((area) => (
        <rect
          key={`${area.x}-${area.y}`}
          className="text-place"
          {...inPoints({ x: area.x - 3000, y: area.y - 2000, width: area.width + 6000, height: area.height + 4000 })}
          rx={2}
        />
      ))}
      {changes.map((each) => (
        <rect
          key={`${each.change}-${each.x}-${each.y}`}
          className={`proof-mark proof-mark-${each.kind}${each.change === change ? ' proof-mark-current' : ''}`}
          {...inPoints(each)}
        >
          <title>
            {each.kind === 'added' ? words.isNew : each.kind === 'removed' ? words.isGone(each.before) : words.wasBefore(each.before)}
          </title>
        </rect>
      ))}
    </svg>
  );
});
