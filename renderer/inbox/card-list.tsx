/** The list of submissions: only what is in view is drawn; keys move, select and open, none removes anything. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type Ref, useCallback, useEffect, useImperativeHandle, useRef } from 'react';
import type { SubmissionCard } from '../../shared/api/inbox.ts';
import type { DocumentId, IssueId } from '../../shared/api.ts';
import { Card } from './card.tsx';
import { CardMenu, type CardMenuProps } from './card-menu.tsx';
import { words } from './words.ts';

export interface CardListProps extends Omit<CardMenuProps, 'children' | 'isSelected' | 'onToggle' | 'onSelectAll' | 'onCheck'> {
  readonly cards: readonly SubmissionCard[];
  readonly issue: IssueId;
  readonly active: DocumentId | null;
  readonly onActive: (id: DocumentId) => void;
  readonly selected: ReadonlySet<DocumentId>;
  readonly onSelected: (ids: ReadonlySet<DocumentId>) => void;
  readonly onOpen: () => void;
  readonly handle: Ref<{ focus(): void }>;
}

/** Higher than most cards, so that the first guess of the length does not jump when they are measured. */
const usualHeight = 104;

export function CardList(props: CardListProps) {
  const { cards, issue, active, onActive, selected, onSelected, onOpen, handle } = props;
  const box = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const at = cards.findIndex(({ documentId }) => documentId === active);
  const rows = useVirtualizer({
    count: cards.length,
    getScrollElement: () => box.current,
    estimateSize: () => usualHeight,
    getItemKey: (index) => cards[index]?.documentId ?? index,
    overscan: 6,
    useFlushSync: false,
  });
  useImperativeHandle(handle, () => ({ focus: () => box.current?.focus() }), []);
  const { scrollToIndex } = rows;
  useEffect(() => {
    if (at >= 0) scrollToIndex(at, { align: 'auto' });
  }, [at, scrollToIndex]);

  /** All cards between where the selection began and here. */
  const range = (to: number): ReadonlySet<DocumentId> => {
    const [low, high] = [Math.min(anchor.current, to), Math.max(anchor.current, to)];
    return new Set(cards.slice(low, high + 1).map(({ documentId }) => documentId));
  };
  const toggle = (id: DocumentId) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelected(next);
  };
  const move = (to: number, extend: boolean) => {
    const index = Math.min(Math.max(to, 0), cards.length - 1);
    const card = cards[index];
    if (card === undefined) return;
    if (extend) onSelected(range(index));
    else anchor.current = index;
    onActive(card.documentId);
  };
  const selectAll = () => onSelected(new Set(cards.map(({ documentId }) => documentId)));
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.target !== box.current) return;
    const page = Math.max(Math.floor((box.current?.clientHeight ?? 0) / usualHeight) - 1, 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at < 0 ? 0 : at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: cards.length - 1,
    };
    const isMod = event.ctrlKey || event.metaKey;
    const to = moves[event.key];
    if (to !== undefined) move(to, event.shiftKey);
    else if (event.key === ' ' && active !== null && at >= 0) {
      anchor.current = at;
      toggle(active);
    } else if (event.key === 'Enter' && !isMod) onOpen();
    else if (event.key === 'Escape' && selected.size > 0) onSelected(new Set());
    else if (isMod && event.key.toLowerCase() === 'a') selectAll();
    else return;
    event.preventDefault();
  };
  const latest = useRef({ cards, selected, toggle, range, onSelected, onActive });
  useEffect(() => {
    latest.current = { cards, selected, toggle, range, onSelected, onActive };
  });
  const pick = useCallback((event: MouseEvent, id: DocumentId) => {
    const now = latest.current;
    const index = now.cards.findIndex(({ documentId }) => documentId === id);
    box.current?.focus({ preventScroll: true });
    if (event.type === 'contextmenu') {
      // The menu is about the selection where it was called up on a part of it.
      if (!now.selected.has(id)) now.onSelected(new Set());
    } else if (event.shiftKey) now.onSelected(now.range(index));
    else {
      anchor.current = index;
      if (event.ctrlKey || event.metaKey) now.toggle(id);
      else if (now.selected.size > 0) now.onSelected(new Set());
    }
    now.onActive(id);
  }, []);
  const domId = (index: number) => `card-${cards[index]?.documentId ?? 'none'}`;

  return (
    <CardMenu
      {...props}
      isSelected={active !== null && selected.has(active)}
      onToggle={() => active !== null && toggle(active)}
      onSelectAll={selectAll}
      onCheck={onOpen}
    >
      <div
        ref={box}
        role="listbox"
        tabIndex={0}
        aria-label={words.list.title}
        aria-multiselectable="true"
        aria-activedescendant={at < 0 ? undefined : domId(at)}
        className="cards"
        onKeyDown={pressed}
      >
        <div role="presentation" style={{ height: rows.getTotalSize(), position: 'relative' }}>
          <div
            role="presentation"
            style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${rows.getVirtualItems()[0]?.start ?? 0}px)` }}
          >
            {rows.getVirtualItems().map(({ index, key }) => {
              const card = cards[index];
              return card === undefined ? null : (
                <Card
                  key={key}
                  card={card}
                  issue={issue}
                  index={index}
                  count={cards.length}
                  domId={domId(index)}
                  isActive={index === at}
                  isSelected={selected.has(card.documentId)}
                  onPick={pick}
                  onOpen={onOpen}
                  measure={rows.measureElement}
                />
              );
            })}
          </div>
        </div>
      </div>
    </CardMenu>
  );
}
