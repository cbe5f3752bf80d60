/** Dragging entries or a section: where they would land, followed with the pointer and the scrolling list. */
import type { DragStartEvent } from '@dnd-kit/core';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import { type Gap, moveSection, moveToGap } from '../../shared/issue/outline.ts';
import type { IssueOutline } from './arrangement-store.ts';
import { entryDrop, sectionDrop } from './drop-place.ts';
import type { Ids, IssueActions } from './use-actions.ts';

export type Dragged = { readonly kind: 'entries'; readonly ids: Ids } | { readonly kind: 'section'; readonly section: number };

type Landing = { readonly gap: Gap; readonly line: number } | { readonly to: number; readonly line: number };

export interface DragState {
  readonly dragged: Dragged | null;
  /** Top of the line that shows where it would land, from the top of the list. */
  readonly line: number | null;
  /** The order that would come of it. */
  readonly wanted: IssueOutline | null;
  readonly onStart: (event: DragStartEvent) => void;
  readonly onEnd: () => void;
  readonly onCancel: () => void;
}

/** @param idsOf all that go along when an entry is taken: the selection where it belongs to it. */
export function useDrag(
  list: RefObject<HTMLElement | null>,
  outline: IssueOutline,
  actions: IssueActions,
  idsOf: (id: DocumentId) => Ids,
): DragState {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);
  const pointer = useRef(0);

  useEffect(() => {
    if (dragged === null) return undefined;
    const look = () => {
      if (list.current === null) return;
      const found = dragged.kind === 'entries' ? entryDrop(list.current, pointer.current) : sectionDrop(list.current, pointer.current);
      setLanding((old) => (old !== null && found !== null && JSON.stringify(old) === JSON.stringify(found) ? old : found));
    };
    // The browser tells of the pointer once a frame: nothing is gained by waiting for another one.
    const moved = (event: PointerEvent) => {
      pointer.current = event.clientY;
      look();
    };
    window.addEventListener('pointermove', moved);
    window.addEventListener('scroll', look, true);
    return () => {
      window.removeEventListener('pointermove', moved);
      window.removeEventListener('scroll', look, true);
    };
  }, [dragged, list]);

  const place = landing === null ? '' : 'gap' in landing ? `${landing.gap.section} ${landing.gap.at}` : `${landing.to}`;
  const wanted = useMemo(() => {
    if (dragged === null || landing === null) return null;
    if (dragged.kind === 'entries') return 'gap' in landing ? moveToGap(outline, dragged.ids, landing.gap) : null;
    return 'to' in landing ? moveSection(outline, dragged.section, landing.to) : null;
  }, [dragged, outline, place]);

  const stop = () => {
    setDragged(null);
    setLanding(null);
  };
  const onStart = useCallback(
    ({ active, activatorEvent }: DragStartEvent) => {
      const data = active.data.current;
      if (activatorEvent instanceof PointerEvent) pointer.current = activatorEvent.clientY;
      if (data?.kind === 'entry') setDragged({ kind: 'entries', ids: idsOf(data.id as DocumentId) });
      if (data?.kind === 'section') setDragged({ kind: 'section', section: Number(data.section) });
    },
    [idsOf],
  );
  const onEnd = () => {
    stop();
    if (dragged === null || landing === null) return;
    if (dragged.kind === 'entries' && 'gap' in landing) actions.moveToGap(dragged.ids, landing.gap);
    if (dragged.kind === 'section' && 'to' in landing) actions.moveSectionTo(dragged.section, landing.to);
  };
  return { dragged, line: landing?.line ?? null, wanted, onStart, onEnd, onCancel: stop };
}
