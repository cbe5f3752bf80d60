/** The contents of the issue as a list: sections with their entries, moved by mouse and by keys, with the pages that each order has. */
import { DndContext, DragOverlay, type Modifier, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { ContextMenu } from 'radix-ui';
import { type KeyboardEvent, type MouseEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Arranged } from '../../shared/api/arrangement.ts';
import type { DocumentId } from '../../shared/api.ts';
import { entriesOf } from '../../shared/issue/outline.ts';
import { useOpenIssue } from '../open-issue.ts';
import type { ArrangementState } from './arrangement-store.ts';
import { EntryRow, titleOf } from './entry-row.tsx';
import { ListMenu, type MenuTarget } from './list-menu.tsx';
import { SectionHead } from './section-head.tsx';
import type { Ids, IssueActions } from './use-actions.ts';
import type { PageTable, Trial } from './use-arrangement.ts';
import type { DragState } from './use-drag.ts';
import type { Selection } from './use-selection.ts';
import { words } from './words.ts';

export interface EntryListProps {
  readonly state: ArrangementState;
  readonly actions: IssueActions;
  readonly selection: Selection;
  readonly drag: DragState;
  readonly list: React.RefObject<HTMLDivElement | null>;
  readonly pages: PageTable;
  readonly trial: Trial | null;
  readonly problems: ReadonlyMap<DocumentId, number>;
  readonly onContentsTitle: (entry: Arranged) => void;
  readonly onNewSection: (after: number, ids: Ids | null) => void;
}

const idOf = (element: Element | null): DocumentId | null => {
  const id = element?.closest<HTMLElement>('[data-document]')?.dataset.document;
  return id === undefined ? null : (Number(id) as DocumentId);
};
/** Behind the pages, which are what one looks at while dragging. */
const pagesEnd = 170;
/** The card goes beside the pointer, wherever the row was taken. */
const besidePointer: readonly Modifier[] = [
  ({ activatorEvent, draggingNodeRect, transform }) => {
    if (!(activatorEvent instanceof PointerEvent) || draggingNodeRect === null) return transform;
    const taken = { x: activatorEvent.clientX - draggingNodeRect.left, y: activatorEvent.clientY - draggingNodeRect.top };
    return { ...transform, x: transform.x + Math.max(taken.x + 16, pagesEnd), y: transform.y + taken.y + 12 };
  },
];
const announcements = {
  onDragStart: () => words.drag.started,
  onDragOver: () => undefined,
  onDragEnd: () => words.drag.ended,
  onDragCancel: () => words.drag.cancelled,
};

export function EntryList(props: EntryListProps) {
  const { state, actions, selection, drag, list, pages, trial, problems } = props;
  const { outline, facts } = state;
  const { sections, edit, showPage } = useOpenIssue();
  const [renaming, setRenaming] = useState<number | null>(null);
  const [target, setTarget] = useState<MenuTarget | null>(null);
  const keepsFocus = useRef(false);
  // A few pixels before a press is a drag, so that a click stays a click.
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const entries = useMemo(() => entriesOf(outline), [outline]);
  const { current } = selection;
  const rowOf = useCallback((id: DocumentId | null) => list.current?.querySelector<HTMLElement>(`[data-document="${id}"]`), [list]);

  // A moved row may be another element: the focus follows the entry, before the next key comes.
  useLayoutEffect(() => {
    if (!keepsFocus.current) return;
    keepsFocus.current = false;
    focusRow(rowOf(current));
  }, [outline, current]);

  const chosen = (id: DocumentId): Ids => (selection.ids.has(id) ? selection.ids : new Set([id]));
  const go = (id: DocumentId | undefined, extend: boolean) => {
    if (id === undefined) return;
    selection.choose(id, extend ? 'extend' : undefined);
    focusRow(rowOf(id));
  };
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const row = event.target instanceof HTMLElement && event.target.role === 'row' ? idOf(event.target) : null;
    const under = event.target instanceof HTMLElement ? idOf(event.target) : null;
    const section = sectionOf(event.target);
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    const act = (deed: () => void) => {
      event.preventDefault();
      keepsFocus.current = under !== null;
      deed();
    };
    if (event.key === 'F2' && section !== null) return act(() => setRenaming(section));
    if (by !== null && event.altKey && event.shiftKey && section !== null) return act(() => actions.moveSectionBy(section, by));
    if (by !== null && event.altKey && under !== null) {
      if (!selection.ids.has(under)) selection.choose(under);
      return act(() => actions.moveBy(chosen(under), by));
    }
    if (row === null || event.altKey) return;
    const at = entries.findIndex(({ documentId }) => documentId === row);
    const isControl = event.ctrlKey || event.metaKey;
    if (by !== null) return act(() => go(entries[at + by]?.documentId, event.shiftKey));
    if (event.key === 'Home') return act(() => go(entries[0]?.documentId, event.shiftKey));
    if (event.key === 'End') return act(() => go(entries.at(-1)?.documentId, event.shiftKey));
    if (event.key === ' ') return act(() => selection.choose(row, isControl ? 'toggle' : undefined));
    if (isControl && event.key.toLowerCase() === 'a') return act(selection.chooseAll);
    if (event.key === 'Enter') return act(() => edit({ documentId: row }));
    if (event.key === 'Delete') return act(() => actions.remove(chosen(row)));
    if (event.key === 'Escape') return act(() => selection.choose(row));
  };
  const clicked = (event: MouseEvent<HTMLElement>) => {
    const id = event.target instanceof Element ? idOf(event.target) : null;
    if (id === null || event.detail === 0) return;
    selection.choose(id, event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : undefined);
  };
  const doubleClicked = (event: MouseEvent<HTMLElement>) => {
    const id = event.target instanceof Element && event.target.closest('.row-main, .row-pages') !== null ? idOf(event.target) : null;
    if (id !== null) edit({ documentId: id });
  };
  const asked = (event: MouseEvent<HTMLElement>) => {
    const id = event.target instanceof Element ? idOf(event.target) : null;
    const entry = entries.find(({ documentId }) => documentId === id);
    const section = sectionOf(event.target);
    if (entry !== undefined) {
      if (!selection.ids.has(entry.documentId)) selection.choose(entry.documentId);
      setTarget({ kind: 'entries', entry, ids: chosen(entry.documentId) });
    } else if (section !== null) setTarget({ kind: 'section', section });
    else event.preventDefault();
  };
  const { dragged } = drag;
  const isLifted = (id: DocumentId, section: number) =>
    dragged !== null && (dragged.kind === 'entries' ? dragged.ids.has(id) : dragged.section === section);
  const wouldBe = trial?.pages ?? pages;
  const draggedEntry = dragged?.kind === 'entries' ? [...dragged.ids][0] : undefined;

  return (
    <DndContext
      sensors={sensors}
      onDragStart={drag.onStart}
      onDragEnd={drag.onEnd}
      onDragCancel={drag.onCancel}
      accessibility={{ announcements, screenReaderInstructions: { draggable: words.drag.instructions } }}
    >
      <ContextMenu.Root>
        <ContextMenu.Trigger asChild>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the rows in it. */}
          <div
            ref={list}
            className="groups"
            onKeyDown={keys}
            onClick={clicked}
            onDoubleClick={doubleClicked}
            onContextMenu={asked}
            data-place={drag.line ?? undefined}
            data-told={drag.wanted !== null && trial?.outline === drag.wanted}
          >
            {outline.map((section, index) => (
              <section key={sectionKey(outline, index)} className="group" aria-label={section.name}>
                <SectionHead
                  name={section.name}
                  index={index}
                  count={section.entries.length}
                  isRenaming={renaming === index}
                  onRename={() => setRenaming(index)}
                  onRenamed={(name) => {
                    setRenaming(null);
                    keepsFocus.current = true;
                    if (name !== null) actions.renameSection(index, name);
                  }}
                />
                {section.entries.length === 0 ? (
                  <p className="rows rows-empty">{words.list.emptySection}</p>
                ) : (
                  // biome-ignore lint/a11y/useSemanticElements: rows of a grid that can be chosen, not a table to read.
                  <div role="grid" className="rows" aria-label={section.name} aria-multiselectable="true">
                    {section.entries.map((entry, at) => (
                      <EntryRow
                        key={entry.documentId}
                        entry={entry}
                        fact={facts.get(entry.documentId)}
                        section={index}
                        at={at}
                        pages={pages.get(entry.documentId)}
                        wouldBe={wouldBe.get(entry.documentId)}
                        isSelected={selection.ids.has(entry.documentId)}
                        isCurrent={current === entry.documentId}
                        isLifted={isLifted(entry.documentId, index)}
                        problems={problems.get(entry.documentId) ?? 0}
                        onStart={startOf(actions)}
                      />
                    ))}
                  </div>
                )}
              </section>
            ))}
            {drag.line !== null && <div className="drop-line" style={{ top: drag.line }} />}
          </div>
        </ContextMenu.Trigger>
        <ListMenu
          target={target}
          outline={outline}
          sections={[...new Set([...outline.map(({ name }) => name), ...sections])]}
          actions={actions}
          onEdit={({ documentId }) => edit({ documentId })}
          onShow={showOf(pages, target, showPage)}
          onContentsTitle={props.onContentsTitle}
          onRename={setRenaming}
          onNewSection={props.onNewSection}
          onClosed={() => target?.kind === 'entries' && renaming === null && focusRow(rowOf(target.entry.documentId))}
        />
      </ContextMenu.Root>
      <DragOverlay dropAnimation={null} modifiers={[...besidePointer]}>
        {dragged !== null && (
          <div className="drag-card">
            {dragged.kind === 'section'
              ? outline[dragged.section]?.name
              : words.list.dragged(titleOf(draggedEntry === undefined ? undefined : facts.get(draggedEntry)), dragged.ids.size)}
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** The same function as long as the actions are: rows that did not change are not drawn again. */
const starts = new WeakMap<IssueActions, (id: DocumentId, start: Arranged['start']) => void>();
function startOf(actions: IssueActions): (id: DocumentId, start: Arranged['start']) => void {
  const known = starts.get(actions) ?? ((id, start) => actions.start(new Set([id]), start));
  starts.set(actions, known);
  return known;
}

function showOf(pages: PageTable, target: MenuTarget | null, showPage: (page: number) => void): ((entry: Arranged) => void) | null {
  const page = target?.kind === 'entries' ? pages.get(target.entry.documentId)?.first : undefined;
  return page === undefined ? null : () => showPage(page);
}

/** A section that was parted stands twice under one name. */
function sectionKey(outline: ArrangementState['outline'], index: number): string {
  const name = outline[index]?.name ?? '';
  const before = outline.slice(0, index).filter((section) => section.name === name).length;
  return `${name}\n${before}`;
}

function sectionOf(target: EventTarget): number | null {
  const group = target instanceof Element ? target.closest('.group')?.querySelector<HTMLElement>('[data-head]') : null;
  return group === null || group === undefined ? null : Number(group.dataset.head);
}

function focusRow(row: HTMLElement | null | undefined): void {
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
