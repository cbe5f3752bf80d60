/** 版面: the pages as they will print, the very items of the PDF; a room of its own, and the narrow pane beside the editor. */
import { ContextMenu } from 'radix-ui';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { LayoutSummary } from '../../shared/api.ts';
import type { Origin } from '../../shared/layout/page.ts';
import { type Area, originAt } from '../../shared/layout/places.ts';
import { useDeeds } from '../commands.tsx';
import { type TextPlace, useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Changes } from './changes.tsx';
import { CompareBar } from './compare-bar.tsx';
import { useHabits, useOriginalHabit } from './habits.ts';
import { usePageKeys } from './keys.ts';
import { OriginalPane } from './original-pane.tsx';
import { Outline } from './outline.tsx';
import { PageBar } from './page-bar.tsx';
import { usePageMemory } from './page-memory.ts';
import { type PagePoint, PageScroll, type ScrollHandle } from './page-scroll.tsx';
import { usePages } from './pages.ts';
import { ProofMenu } from './proof-menu.tsx';
import { folioOf, indexOfFolio, limitZoom, pageSize, placeRows, rowOfPage, type Size, stepZoom } from './sheets.ts';
import { SidePane } from './side-pane.tsx';
import { Thumbnails } from './thumbnails.tsx';
import { useDocumentState } from './use-document-state.tsx';
import { useFollow } from './use-follow.ts';
import { useOriginal } from './use-original.ts';
import { useOverlays } from './use-overlays.ts';
import { useProofs } from './use-proofs.ts';
import { useReadings } from './use-readings.tsx';
import { words } from './words.ts';

/** @param beside what the editor shows: no pane, no proofs; the pages follow the cursor, and until there is one the document. */
export function Preview({ beside = null }: { readonly beside?: TextPlace | null }) {
  const { layout } = useOpenIssue();
  if (layout === null || layout.sheets === 0) return <EmptyState icon="page" title={words.empty} hint={words.emptyHint} />;
  return <Pages layout={layout} beside={beside} />;
}

function Pages({ layout, beside }: { readonly layout: LayoutSummary; readonly beside: TextPlace | null }) {
  const { id, version, begun, readPages, edit, place: cursor, view: issueView } = useOpenIssue();
  const { entries } = issueView;
  const isCompact = beside !== null;
  const [edited, from] = [beside?.documentId ?? null, beside?.block ?? -1];
  const cursorPlace = useMemo(
    () => (edited === null || cursor?.documentId === edited ? cursor : { documentId: edited, block: from }),
    [cursor, edited, from],
  );
  const { notify } = useSession();
  const home = useRef<HTMLDivElement>(null);
  const scroll = useRef<ScrollHandle>(null);
  const [wantsOriginal, setOriginal] = useOriginalHabit();
  const isOriginalOpen = !isCompact && wantsOriginal;
  const [own, withOriginal] = [useHabits(isCompact ? 'beside' : 'room'), useHabits('original')];
  const { habits, change } = isOriginalOpen ? withOriginal : own;
  const { pages, want, readNow } = usePages(readPages, begun);
  const proofs = useProofs(id, version, !isCompact);
  const readings = useReadings(id, version, !isCompact);
  const [view, setView] = useState<Size>({ width: 0, height: 0 });
  const [point, setPoint] = useState<PagePoint | null>(null);

  const { sheets: count, hasFrontCover, hasBackCover, geometry } = layout;
  const bundle = useMemo(() => ({ count, hasFrontCover, hasBackCover }), [count, hasFrontCover, hasBackCover]);
  const memory = usePageMemory(bundle);
  const { setCurrent } = memory;
  const current = Math.min(memory.current, count - 1);
  const { arrangement } = habits;
  const paper = { width: geometry.pageWidth, height: geometry.pageHeight };
  const size = pageSize(habits.zoom, view, paper, arrangement);
  const alone = arrangement === 'single' ? current : 0;
  const rows = useMemo(() => placeRows(bundle, arrangement, alone), [bundle, arrangement, alone]);

  const show = useCallback(
    (index: number) => {
      setCurrent(index);
      scroll.current?.show(index);
    },
    [setCurrent],
  );
  const showFolio = useCallback((folio: number) => show(indexOfFolio(bundle, folio)), [show, bundle]);
  const reveal = useCallback(
    (index: number, area: Area) => {
      setCurrent(index);
      scroll.current?.reveal(index, area);
    },
    [setCurrent],
  );
  // The page that was being read is there when the room opens, and in every arrangement; so is one that another room asks for.
  const isMeasured = view.width > 0;
  const latest = useRef(current);
  latest.current = current;
  useLayoutEffect(() => {
    if (isMeasured) scroll.current?.show(latest.current);
  }, [isMeasured, arrangement]);
  const { asked } = memory;
  useEffect(() => {
    if (asked !== null) show(asked.index);
  }, [asked, show]);
  useFollow({ layout, bundle, place: isCompact && isMeasured ? cursorPlace : null, readNow, reveal });

  const labelOf = useCallback(
    (index: number) => {
      if (bundle.hasFrontCover && index === 0) return words.cover;
      return bundle.hasBackCover && index === bundle.count - 1 ? words.backCover : words.pageOf(folioOf(bundle, index));
    },
    [bundle],
  );
  const row = rows[rowOfPage(rows, current)];
  const shown = useMemo(() => row?.map(({ index }) => index) ?? [], [row]);
  const original = useOriginal({ id, isOpen: isOriginalOpen, layout, bundle, version, current, shown, pages, readNow, reveal });
  const place = original.place ?? cursorPlace;
  const entry = layout.documents.findIndex(({ documentId }) => documentId === place?.documentId);
  // While changes are looked for, only changes are marked.
  const marked = proofs.compared === null ? (place?.block ?? null) : null;
  const overlaysOf = useOverlays(habits.hasGrid ? geometry : null, entry, marked, proofs.places, proofs.current, readings.pages);

  const turn = (direction: 1 | -1) => {
    const index = arrangement === 'spread' ? rows[rowOfPage(rows, current) + direction]?.[0]?.index : current + direction;
    if (index !== undefined && index >= 0 && index < count) show(index);
  };
  const editOrigin = (origin: Origin | null | undefined) => {
    const documentId = origin === null || origin === undefined ? undefined : layout.documents[origin.entry]?.documentId;
    if (origin === null || origin === undefined || documentId === undefined) notify('done', words.noText);
    else edit({ documentId, block: origin.block });
  };
  const originOf = (at: PagePoint | null) => {
    const page = at === null ? undefined : pages.get(at.index);
    return at === null || page === undefined ? null : originAt(page, at.x, at.y);
  };
  const firstOrigin = () =>
    pages.get(current)?.items.flatMap((item) => (item.kind !== 'rule' && item.origin !== undefined ? [item.origin] : []))[0];
  const showChange = (wanted: number) => {
    const found = proofs.changes[wanted];
    if (found === undefined) return;
    proofs.setCurrent(wanted);
    reveal(found.page, found);
    // The submission beside the pages comes along.
    if (isOriginalOpen)
      void readNow(found.page).then((page) => page !== null && original.pick(originAt(page, found.x + 1, found.y + found.height / 2)));
  };
  const stepChange = (direction: 1 | -1) => {
    const many = proofs.changes.length;
    if (many === 0) return;
    // Without a current one, from the page on show.
    const here = proofs.changes.findIndex(({ page }) => page >= current);
    const start = direction > 0 ? (here < 0 ? 0 : here) : (here < 0 ? many : here) - 1;
    showChange(((proofs.current === null ? start : proofs.current + direction) + many) % many);
  };
  const state = useDocumentState();
  const showUnread = () => {
    const index = readings.nextOpen(current);
    if (index === null) return notify('done', words.reading.allRead);
    const [area] = readings.pages[index]?.unread ?? [];
    if (area === undefined) show(index);
    else reveal(index, area);
  };
  // The papers keep what they are given; only what it does is new.
  const latestMark = useRef(readings.mark);
  latestMark.current = readings.mark;
  const onRead = useCallback((index: number) => latestMark.current([index]), []);
  const readShown = () => readings.mark(shown);
  usePageKeys(home, !isCompact, {
    turn,
    toEnd: (end) => show(end === 'first' ? 0 : count - 1),
    step: (direction) => change({ zoom: stepZoom(size.percent, direction) }),
    zoom: (zoom) => change({ zoom }),
    grid: () => change({ hasGrid: !habits.hasGrid }),
    edit: () => editOrigin(firstOrigin()),
    original: () => setOriginal(!isOriginalOpen),
    read: readShown,
    nextUnread: showUnread,
    change: proofs.compared === null && isOriginalOpen ? original.step : stepChange,
  });
  useDeeds(isCompact ? {} : { original: () => setOriginal(!isOriginalOpen), takeProof: proofs.take });
  const changedPages = useMemo(() => new Set(proofs.places.map(({ page }) => page)), [proofs.places]);
  const folio = memory.folio;
  const documents = useMemo(
    () => layout.documents.flatMap(({ documentId }) => entries.filter((one) => one.documentId === documentId)),
    [layout.documents, entries],
  );

  return (
    <div
      ref={home}
      className={`preview${isCompact ? ' preview-compact' : ''}${!isCompact && habits.isPaneOpen ? ' preview-paned' : ''}${isOriginalOpen ? ' preview-original' : ''}`}
    >
      {!isCompact && habits.isPaneOpen && (
        <SidePane
          pane={habits.pane}
          onPane={(pane) => change({ pane })}
          thumbnails={
            <Thumbnails
              bundle={bundle}
              ratio={paper.height / paper.width}
              pages={pages}
              want={want}
              labelOf={labelOf}
              current={current}
              changed={changedPages}
              readings={readings.pages}
              onShow={show}
              onLeave={() => scroll.current?.focus()}
            />
          }
          outline={<Outline contents={layout.contents} page={folio} onPage={showFolio} />}
          changes={
            proofs.compared === null ? null : (
              <Changes changes={proofs.changes} current={proofs.current} labelOf={labelOf} onChange={showChange} />
            )
          }
          changeCount={proofs.changes.length}
        />
      )}
      <div className="preview-main">
        <PageBar
          habits={habits}
          change={change}
          percent={size.percent}
          isCompact={isCompact}
          isOriginalOpen={isOriginalOpen}
          onOriginal={setOriginal}
          page={folio}
          first={1}
          last={Math.max(1, layout.pages)}
          note={readings.done === 0 ? '' : words.reading.done(readings.done)}
          onPage={showFolio}
          onTurn={turn}
        >
          {!isCompact && (
            <ProofMenu proofs={proofs} onRead={readShown} onNextUnread={showUnread} onClear={readings.done === 0 ? null : readings.clear} />
          )}
        </PageBar>
        <CompareBar proofs={proofs} onStep={stepChange} />
        <ContextMenu.Root>
          <ContextMenu.Trigger asChild>
            <div className="pages-frame">
              <PageScroll
                handle={scroll}
                rows={rows}
                size={size}
                paperWidth={paper.width}
                pages={pages}
                want={want}
                labelOf={labelOf}
                overlaysOf={overlaysOf}
                onCurrent={memory.scrolledTo}
                onView={setView}
                onPage={showFolio}
                onRead={onRead}
                onZoom={(factor) => change({ zoom: limitZoom(size.percent * factor) })}
                onTurn={arrangement === 'single' ? turn : null}
                onPick={(at) => {
                  if (!isOriginalOpen) return;
                  setCurrent(at.index);
                  original.pick(originOf(at));
                }}
                onEdit={(at) => editOrigin(originOf(at))}
                onMenu={setPoint}
              />
            </div>
          </ContextMenu.Trigger>
          <ContextMenu.Portal>
            <ContextMenu.Content className="menu" collisionPadding={8}>
              <ContextMenu.Item className="menu-item" disabled={originOf(point) === null} onSelect={() => editOrigin(originOf(point))}>
                {originOf(point) === null ? words.noTextHere : words.editHere}
                <kbd>{words.editHint}</kbd>
              </ContextMenu.Item>
              <ContextMenu.Separator className="menu-line" />
              <ContextMenu.CheckboxItem className="menu-item" checked={habits.hasGrid} onCheckedChange={(hasGrid) => change({ hasGrid })}>
                {words.gridTip.replace(/（.*/, '')}
                <kbd>G</kbd>
              </ContextMenu.CheckboxItem>
              <ContextMenu.Item className="menu-item" onSelect={() => change({ zoom: 'width' })}>
                {words.fits.width}
                <kbd>{words.fitKeys.width}</kbd>
              </ContextMenu.Item>
              <ContextMenu.Item className="menu-item" onSelect={() => change({ zoom: 'page' })}>
                {words.fits.page}
                <kbd>{words.fitKeys.page}</kbd>
              </ContextMenu.Item>
            </ContextMenu.Content>
          </ContextMenu.Portal>
        </ContextMenu.Root>
      </div>
      {readings.question}
      {proofs.question}
      {state.question}
      {isOriginalOpen && (
        <OriginalPane original={original} documents={documents} onState={state.change} onClose={() => setOriginal(false)} />
      )}
    </div>
  );
}
