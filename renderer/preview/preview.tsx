/** 版面: the laid-out pages in a scrolling view with outline, zoom and pager; the same pages that the PDF has. */
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LayoutSummary } from '../../shared/api.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageView } from '../ui/page-view.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import type { ReadPages } from '../use-issue.ts';
import { Pager } from './pager.tsx';
import { usePages } from './pages.ts';
import { type Arrangement, currentSheet, placeSheets, sheetGap, sheetsNear } from './sheets.ts';

export interface PreviewProps {
  readonly layout: LayoutSummary | null;
  /** Changes with every layout. */
  readonly version: number;
  readonly read: ReadPages;
  /** Folio to show; kept outside, so that it outlives a visit to another room. */
  readonly page: number;
  readonly onPage: (page: number) => void;
}

/** CSS pixels a point at 100 %. */
const pixelsPerPoint = 96 / 72;
const a4 = { width: 595_276, height: 841_890 };
const zooms = [50, 67, 80, 100, 125, 150, 200, 300] as const;

export function Preview(props: PreviewProps) {
  const { layout } = props;
  if (layout === null || layout.sheets === 0) return <EmptyState icon="page" title={text.preview.empty} hint={text.preview.emptyHint} />;
  return <Pages {...props} layout={layout} />;
}

function Pages({ layout, version, read, page, onPage }: PreviewProps & { readonly layout: LayoutSummary }) {
  const view = useRef<HTMLElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [scroll, setScroll] = useState(0);
  const [zoom, setZoom] = useState<number | null>(null);
  const [arrangement, setArrangement] = useState<Arrangement>('spread');
  const { pages, want } = usePages(read, version);

  const paper = pages.get(0) ?? a4;
  const across = arrangement === 'single' ? 1 : 2;
  const fitting = Math.max(200, Math.min((size.width - 2 * sheetGap - 2) / across, 1000));
  const pageWidth = Math.round(zoom === null ? fitting : (paper.width / 1000) * pixelsPerPoint * (zoom / 100));
  const percent = Math.round((pageWidth / ((paper.width / 1000) * pixelsPerPoint)) * 100);
  // Covers stand before what is counted, so folio and sheet differ by as much everywhere.
  const shift = layout.documents[0] === undefined ? 1 : layout.documents[0].firstPage - layout.documents[0].pdfPage + 1;
  const sheets = useMemo(
    () => placeSheets(layout.sheets, shift, pageWidth, paper.height / paper.width, arrangement),
    [layout.sheets, shift, pageWidth, paper.height, paper.width, arrangement],
  );
  const near = sheetsNear(sheets, scroll, size.height);

  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const nearKey = near.map((sheet) => sheet.index).join(',');
  useEffect(() => want(nearKey === '' ? [] : nearKey.split(',').map(Number)), [want, nearKey]);

  const last = Math.max(1, layout.pages);
  /** Covers have no number: beside them the reader is on the first or the last page. */
  const counted = useCallback((folio: number) => Math.min(last, Math.max(1, folio)), [last]);
  const goto = useCallback(
    (folio: number) => {
      const sheet = sheets.sheets[Math.min(sheets.sheets.length - 1, Math.max(0, folio - shift))];
      if (sheet !== undefined && view.current !== null) view.current.scrollTop = sheet.top - sheetGap / 2;
      onPage(counted(folio));
    },
    [sheets, shift, counted, onPage],
  );
  // When the room opens, or pages change their size, the page that was being read stays in view.
  const wanted = useRef(page);
  wanted.current = page;
  useLayoutEffect(() => {
    const sheet = sheets.sheets[Math.max(0, wanted.current - shift)];
    if (size.width > 0 && sheet !== undefined && view.current !== null) view.current.scrollTop = sheet.top - sheetGap / 2;
  }, [sheets, shift, size.width]);

  const scrolled = () => {
    const element = view.current;
    if (element === null) return;
    setScroll(element.scrollTop);
    const shown = sheets.sheets.find((sheet) => sheet.index === page - shift);
    // The page asked for may share its row, or stand too near the end to reach the top.
    const isShown =
      shown !== undefined &&
      shown.top < element.scrollTop + element.clientHeight / 2 &&
      shown.top + sheets.pageHeight > element.scrollTop + element.clientHeight / 3;
    if (!isShown) onPage(counted(currentSheet(sheets, element.scrollTop, element.clientHeight) + shift));
  };
  const turn = (step: number) => goto(counted(page + step * across));
  const keys = (event: KeyboardEvent) => {
    const turns: Readonly<Record<string, () => void>> = {
      PageUp: () => turn(-1),
      PageDown: () => turn(1),
      Home: () => goto(1),
      End: () => goto(last),
    };
    const act = event.target instanceof HTMLInputElement && (event.key === 'Home' || event.key === 'End') ? undefined : turns[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const step = (direction: -1 | 1) =>
    setZoom(direction > 0 ? (zooms.find((value) => value > percent) ?? 300) : (zooms.findLast((value) => value < percent) ?? 50));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys of the pager work wherever the focus is in this room.
    <div className="preview" onKeyDown={keys}>
      <nav className="outline" aria-label={text.preview.outline}>
        <h2>{text.preview.outline}</h2>
        <Outline layout={layout} page={page} onPage={goto} />
      </nav>
      <div className="preview-main">
        <div className="preview-bar">
          <Pager page={page} first={1} last={last} onPage={goto} />
          <span className="spacer" />
          <Toolbar label={text.preview.view}>
            {(['single', 'spread'] as const).map((kind) => (
              <Button key={kind} kind="quiet" pressed={arrangement === kind} onClick={() => setArrangement(kind)}>
                {text.preview[kind]}
              </Button>
            ))}
            <span className="divider" />
            <Button kind="quiet" label={text.preview.zoomOut} disabled={percent <= 50} onClick={() => step(-1)}>
              <Icon name="minus" />
            </Button>
            <span className="zoom">{text.preview.zoom(percent)}</span>
            <Button kind="quiet" label={text.preview.zoomIn} disabled={percent >= 300} onClick={() => step(1)}>
              <Icon name="plus" />
            </Button>
            <Button kind="quiet" pressed={zoom === null} onClick={() => setZoom(null)}>
              {text.preview.fit}
            </Button>
          </Toolbar>
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling view must be reachable by keyboard. */}
        <section ref={view} className="pages" tabIndex={0} aria-label={text.preview.pages} onScroll={scrolled}>
          <div className="pages-ground" style={{ width: sheets.width, height: sheets.height }}>
            {near.map((sheet) => {
              const found = pages.get(sheet.index);
              return (
                <div
                  key={sheet.index}
                  className="paper"
                  style={{ left: sheet.left, top: sheet.top, width: pageWidth, height: sheets.pageHeight }}
                >
                  {found !== undefined && <PageView page={found} onPage={goto} />}
                </div>
              );
            })}
          </div>
        </section>
      </div>
    </div>
  );
}

function Outline({
  layout,
  page,
  onPage,
}: {
  readonly layout: LayoutSummary;
  readonly page: number;
  readonly onPage: (page: number) => void;
}) {
  const here = layout.contents.findLast((line) => line.page <= page);
  return (
    <ol>
      {layout.contents.map((line, index) => (
        <li key={index}>
          {line.section !== layout.contents[index - 1]?.section && <h3>{line.section}</h3>}
          <button type="button" aria-current={line === here ? 'page' : undefined} onClick={() => onPage(line.page)}>
            <span>{line.title}</span>
            <span className="outline-page">{line.page}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
