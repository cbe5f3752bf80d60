/** The scrolling view: rows of pages of which only those near are mounted, its place kept when pages change their size. */
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { Page } from '../../shared/layout/page.ts';
import type { Area } from '../../shared/layout/places.ts';
import { type Overlays, Paper } from './paper.tsx';
import { useRipe } from './ripening.ts';
import { type Row, rowGap, rowOfPage, type Size, spreadGap } from './sheets.ts';
import { useWheel } from './wheel.ts';
import { words } from './words.ts';

export interface ScrollHandle {
  /** Brings the top of a page to the top of the view. */
  readonly show: (index: number) => void;
  /** Brings a place into view; nothing moves when it is there already. */
  readonly reveal: (index: number, area: Area) => void;
  readonly focus: () => void;
}

export interface PagePoint {
  readonly index: number;
  /** In thousandths of a point on the page. */
  readonly x: number;
  readonly y: number;
}

export interface PageScrollProps {
  readonly handle: Ref<ScrollHandle>;
  readonly rows: readonly Row[];
  readonly size: Size;
  /** Of a page, in thousandths of a point. */
  readonly paperWidth: number;
  readonly pages: ReadonlyMap<number, Page>;
  readonly want: (indexes: readonly number[]) => void;
  readonly labelOf: (index: number) => string;
  readonly overlaysOf: (index: number) => Overlays;
  /** The pages that the view stands at, as it moves. */
  readonly onCurrent: (indexes: readonly number[]) => void;
  readonly onView: (size: Size) => void;
  readonly onPage: (page: number) => void;
  readonly onRead: (index: number) => void;
  readonly onZoom: (factor: number) => void;
  /** The wheel goes on where the only page ends. */
  readonly onTurn: ((direction: 1 | -1) => void) | null;
  /** A click on the page. */
  readonly onPick: (point: PagePoint) => void;
  /** Double-click, or a click with Alt held. */
  readonly onEdit: (point: PagePoint) => void;
  readonly onMenu: (point: PagePoint | null) => void;
  readonly children?: ReactNode;
}

/** Pages asked for ahead of the view while it moves. */
const lookAhead = 8;

export function PageScroll(props: PageScrollProps) {
  const {
    handle,
    rows,
    size,
    paperWidth,
    pages,
    want,
    labelOf,
    overlaysOf,
    onCurrent,
    onView,
    onPage,
    onRead,
    onZoom,
    onTurn,
    onPick,
    onEdit,
    onMenu,
  } = props;
  const view = useRef<HTMLElement>(null);
  const rowHeight = size.height + rowGap;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => view.current,
    estimateSize: () => rowHeight,
    paddingStart: rowGap,
    overscan: 1,
    useFlushSync: false,
  });
  const mounted = virtualizer.getVirtualItems();
  const count = (rows.at(-1)?.at(-1)?.index ?? -1) + 1;
  const across = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const isSpread = rows.some((row) => row.some(({ side }) => side !== 'middle'));
  const width = isSpread || across > 1 ? size.width * 2 + spreadGap : size.width;

  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const measure = () => onView({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [onView]);

  // What stands at the anchor of the view stays there when pages change their size: its middle, or the pointer that zooms.
  const anchor = useWheel(view, onZoom, onTurn);
  const before = useRef({ rowHeight, width });
  useLayoutEffect(() => {
    const element = view.current;
    const old = before.current;
    before.current = { rowHeight, width };
    virtualizer.measure();
    if (element === null || old.rowHeight === rowHeight) return;
    const { x, y } = anchor.current ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    const row = (element.scrollTop + y - rowGap / 2) / old.rowHeight;
    element.scrollTop = row * rowHeight + rowGap / 2 - y;
    element.scrollLeft = ((element.scrollLeft + x) / old.width) * width - x;
  }, [rowHeight, width, virtualizer, anchor]);

  const topOf = useCallback((index: number) => rowGap + rowOfPage(rows, index) * rowHeight, [rows, rowHeight]);
  /** The page that was asked for, as long as the view stands where it then stood: near the end it cannot come to the top. */
  const asked = useRef<{ readonly index: number; readonly top: number } | null>(null);
  useImperativeHandle(
    handle,
    () => ({
      show(index) {
        if (view.current === null) return;
        view.current.scrollTop = topOf(index) - rowGap / 2;
        asked.current = { index, top: view.current.scrollTop };
      },
      reveal(index, area) {
        const element = view.current;
        if (element === null) return;
        const scale = size.width / paperWidth;
        const top = topOf(index) + area.y * scale;
        const bottom = top + Math.min(area.height * scale, element.clientHeight / 2);
        const isThere = top >= element.scrollTop + 8 && bottom <= element.scrollTop + element.clientHeight - 8;
        if (!isThere) element.scrollTop = top - element.clientHeight / 3;
        asked.current = { index, top: element.scrollTop };
      },
      focus: () => view.current?.focus({ preventScroll: true }),
    }),
    [topOf, size.width, paperWidth],
  );

  const offset = virtualizer.scrollOffset ?? 0;
  const viewHeight = virtualizer.scrollRect?.height ?? 0;
  const near = useMemo(() => {
    const middle = offset + viewHeight / 2;
    const byDistance = mounted.toSorted((a, b) => Math.abs(a.start + a.size / 2 - middle) - Math.abs(b.start + b.size / 2 - middle));
    return byDistance.flatMap(({ index }) => rows[index]?.map((slot) => slot.index) ?? []);
  }, [mounted, rows, offset, viewHeight]);
  const nearKey = near.toSorted((a, b) => a - b).join(',');
  const nearest = useRef(near);
  nearest.current = near;
  const asksFor = useRef({ key: nearKey, first: 0 });
  useEffect(() => {
    const { key, first } = asksFor.current;
    const now = Number(nearKey.split(',')[0]);
    asksFor.current = { key: nearKey, first: now };
    // While the view moves, the pages that it moves to are asked for before they are near.
    const [edge, step] = now >= first ? [Math.max(...nearest.current), 1] : [now, -1];
    const ahead = key === nearKey ? [] : Array.from({ length: lookAhead }, (_, index) => edge + step * (index + 1));
    want([...nearest.current, ...ahead.filter((index) => index >= 0 && index < count)]);
  }, [want, nearKey, count]);
  const ripe = useRipe(near, offset);

  const scrolled = () => {
    const element = view.current;
    if (element === null) return;
    if (asked.current !== null && Math.abs(element.scrollTop - asked.current.top) <= 1) return onCurrent([asked.current.index]);
    asked.current = null;
    // The page that reaches the upper third of the view.
    const row = Math.floor((element.scrollTop + element.clientHeight / 3 - rowGap) / rowHeight);
    onCurrent(rows[Math.min(rows.length - 1, Math.max(0, row))]?.map(({ index }) => index) ?? []);
  };

  const onMenuHere = (event: MouseEvent) => onMenu(pointOf(event, pages));
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same.
    <section
      ref={view}
      className="pages"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling view must be reachable by keyboard.
      tabIndex={0}
      aria-label={words.pages}
      onScroll={scrolled}
      onContextMenu={onMenuHere}
      onClick={(event) => {
        const point = pointOf(event, pages);
        if (point !== null) (event.altKey ? onEdit : onPick)(point);
      }}
      onDoubleClick={(event) => {
        const point = pointOf(event, pages);
        if (point !== null) onEdit(point);
      }}
    >
      <div className="pages-ground" style={{ width, height: rowGap + rows.length * rowHeight }}>
        {mounted.map((item) => (
          <div key={item.key} className="pages-row" style={{ top: rowGap + item.index * rowHeight, height: size.height }}>
            {rows[item.index]?.map(({ index, side }) => (
              <Paper
                key={index}
                index={index}
                page={pages.get(index)}
                label={labelOf(index)}
                left={side === 'right' ? size.width + spreadGap : 0}
                width={size.width}
                height={size.height}
                isRipe={ripe.has(index)}
                overlays={overlaysOf(index)}
                onPage={onPage}
                onRead={onRead}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** Where on which page the pointer is. */
function pointOf(event: MouseEvent, pages: ReadonlyMap<number, Page>): PagePoint | null {
  const paper = event.target instanceof Element ? event.target.closest<HTMLElement>('.paper') : null;
  const index = Number(paper?.dataset.page);
  const page = pages.get(index);
  if (paper === null || page === undefined) return null;
  const box = paper.getBoundingClientRect();
  return {
    index,
    x: ((event.clientX - box.left) / box.width) * page.width,
    y: ((event.clientY - box.top) / box.height) * page.height,
  };
}
