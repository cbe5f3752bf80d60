/** 缩略图: all pages small, in pairs as they face each other; the arrow keys go through them and the pages follow. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { PageReading } from '../../shared/api/reading.ts';
import type { Page } from '../../shared/layout/page.ts';
import { Icon } from '../ui/icon.tsx';
import { type Bundle, placeRows, rowOfPage } from './sheets.ts';
import { sketchPage } from './sketch.ts';
import { words } from './words.ts';

export interface ThumbnailsProps {
  readonly bundle: Bundle;
  /** Height of a page by its width. */
  readonly ratio: number;
  readonly pages: ReadonlyMap<number, Page>;
  readonly want: (indexes: readonly number[]) => void;
  readonly labelOf: (index: number) => string;
  /** Page on show. */
  readonly current: number;
  /** Pages with changes against the proof. */
  readonly changed: ReadonlySet<number>;
  readonly readings: readonly PageReading[];
  readonly onShow: (index: number) => void;
  /** Enter: to the pages themselves. */
  readonly onLeave: () => void;
}

const width = 92;
const captionHeight = 24;
const gap = 12;
const rowsOfPage = 4;

export function Thumbnails({ bundle, ratio, pages, want, labelOf, current, changed, readings, onShow, onLeave }: ThumbnailsProps) {
  const list = useRef<HTMLDivElement>(null);
  const height = Math.round(width * ratio);
  const rows = useMemo(() => placeRows(bundle, 'spread', 0), [bundle]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => height + captionHeight + gap,
    paddingStart: gap,
    overscan: 2,
    useFlushSync: false,
  });
  const mounted = virtualizer.getVirtualItems();
  const indexes = mounted.flatMap(({ index }) => rows[index]?.map((slot) => slot.index) ?? []);
  const key = indexes.join(',');
  useEffect(() => {
    // Not every row that flies past is worth a reading.
    const timer = setTimeout(() => want(key === '' ? [] : key.split(',').map(Number)), 60);
    return () => clearTimeout(timer);
  }, [want, key]);
  const row = rowOfPage(rows, current);
  useEffect(() => virtualizer.scrollToIndex(row, { align: 'auto' }), [virtualizer, row]);

  const keys = (event: KeyboardEvent) => {
    const column = rows[row]?.findIndex((slot) => slot.index === current) ?? 0;
    const across = (step: number) => {
      const there = rows[Math.min(rows.length - 1, Math.max(0, row + step))];
      return there?.[Math.min(column, there.length - 1)]?.index ?? current;
    };
    const targets: Readonly<Record<string, () => number>> = {
      ArrowLeft: () => current - 1,
      ArrowRight: () => current + 1,
      ArrowUp: () => across(-1),
      ArrowDown: () => across(1),
      PageUp: () => across(-rowsOfPage),
      PageDown: () => across(rowsOfPage),
      Home: () => 0,
      End: () => bundle.count - 1,
    };
    if (event.key === 'Enter') onLeave();
    const target = targets[event.key];
    if (target === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (target !== undefined) onShow(Math.min(bundle.count - 1, Math.max(0, target())));
  };
  return (
    <div
      ref={list}
      className="thumbnails"
      role="listbox"
      tabIndex={0}
      aria-label={words.thumbnailList}
      aria-activedescendant={indexes.includes(current) ? `thumbnail-${current}` : undefined}
      onKeyDown={keys}
    >
      <div className="thumbnails-ground" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {mounted.map((item) => (
          <div key={item.key} className="thumbnails-row" role="presentation" style={{ top: item.start }}>
            {rows[item.index]?.map(({ index, side }) => (
              <Thumbnail
                key={index}
                index={index}
                page={pages.get(index)}
                label={labelOf(index)}
                side={side}
                height={height}
                isCurrent={index === current}
                isChanged={changed.has(index)}
                read={readings[index]?.state ?? null}
                onShow={onShow}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

interface ThumbnailProps {
  readonly index: number;
  readonly page: Page | undefined;
  readonly label: string;
  readonly side: string;
  readonly height: number;
  readonly isCurrent: boolean;
  readonly isChanged: boolean;
  readonly read: PageReading['state'];
  readonly onShow: (index: number) => void;
}

const Thumbnail = memo(function Thumbnail({ index, page, label, side, height, isCurrent, isChanged, read, onShow }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current !== null && page !== undefined) sketchPage(canvas.current, page, width, Math.max(1.5, window.devicePixelRatio));
  }, [page]);
  const said = read === 'read' || read === 'partly' ? words.reading.thumbnails[read] : '';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active page.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the list.
    <div
      id={`thumbnail-${index}`}
      className={`thumbnail thumbnail-${side}${isChanged ? ' thumbnail-changed' : ''}`}
      role="option"
      aria-selected={isCurrent}
      aria-label={`${label}${isChanged ? `，${words.changes}` : ''}${said}`}
      onClick={() => onShow(index)}
    >
      <span className="thumbnail-paper" style={{ width, height }}>
        {page !== undefined && <canvas ref={canvas} />}
      </span>
      <span className={`thumbnail-folio${said === '' ? '' : ` thumbnail-${read}`}`}>
        {read === 'read' && <Icon name="check" />}
        {label.replace(/^第 (\d+) 页$/, '$1')}
      </span>
    </div>
  );
});
