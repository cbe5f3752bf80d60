/** One entry of an issue: its pages now and as they would be, its title, what is known of it, how it starts. */
// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid that are chosen and moved, not a table to read.
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, not its cells.
import { useDraggable } from '@dnd-kit/core';
import { memo } from 'react';
import type { Arranged } from '../../shared/api/arrangement.ts';
import type { DocumentId, EntryView } from '../../shared/api.ts';
import type { StartRule } from '../../shared/issue/issue.ts';
import { dateShown } from '../ui/date-text.ts';
import { Icon } from '../ui/icon.tsx';
import type { PageRange } from './use-arrangement.ts';
import { words } from './words.ts';

const startRules = Object.keys(words.startRules) as readonly StartRule[];

export interface EntryRowProps {
  readonly entry: Arranged;
  readonly fact: EntryView | undefined;
  readonly section: number;
  readonly at: number;
  readonly pages: PageRange | undefined;
  /** Pages in the order that is being tried; the present ones while nothing is. */
  readonly wouldBe: PageRange | undefined;
  readonly isSelected: boolean;
  /** The one row that the Tab key reaches. */
  readonly isCurrent: boolean;
  readonly isLifted: boolean;
  readonly problems: number;
  readonly onStart: (id: DocumentId, start: StartRule) => void;
}

export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { entry, fact, section, at, pages, isSelected, isCurrent, isLifted, problems, onStart } = props;
  const { setNodeRef, listeners } = useDraggable({ id: `entry-${entry.documentId}`, data: { kind: 'entry', id: entry.documentId } });
  const title = titleOf(fact);
  const tab = isCurrent ? 0 : -1;
  return (
    <div
      ref={setNodeRef}
      role="row"
      className="row"
      aria-selected={isSelected}
      aria-label={title}
      tabIndex={tab}
      data-document={entry.documentId}
      data-section={section}
      data-at={at}
      data-lifted={isLifted || undefined}
    >
      <span role="gridcell" className="row-grip" {...listeners}>
        <Icon name="grip" />
      </span>
      <Pages pages={pages} wouldBe={props.wouldBe} />
      <div role="gridcell" className="row-main" {...listeners}>
        <span className="row-title">{entry.contentsTitle ?? title}</span>
        <span className="row-details">
          {fact?.docNumber != null && <span>{fact.docNumber}</span>}
          {fact?.date != null && <span>{dateShown(fact.date)}</span>}
          {fact !== undefined && <span>{words.list.characters(fact.characters)}</span>}
          {pages !== undefined && <span>{words.list.used(pages.last - pages.first + 1)}</span>}
          {entry.contentsTitle !== null && <span className="row-own">{words.list.own}</span>}
          {problems > 0 && (
            <span className="row-warning">
              <Icon name="alert" />
              {words.list.problems(problems)}
            </span>
          )}
        </span>
      </div>
      <span role="gridcell" className={`badge state-${fact?.state ?? 'received'}`}>
        {words.states[fact?.state ?? 'received']}
      </span>
      <span role="gridcell">
        <select
          aria-label={words.list.start(title)}
          tabIndex={tab}
          value={entry.start}
          onChange={(event) => onStart(entry.documentId, event.target.value as StartRule)}
        >
          {startRules.map((rule) => (
            <option key={rule} value={rule}>
              {words.startRules[rule]}
            </option>
          ))}
        </select>
      </span>
      <span role="gridcell">
        <button
          type="button"
          className="button button-quiet"
          aria-label={words.list.more(title)}
          title={words.list.more(title)}
          aria-haspopup="menu"
          tabIndex={tab}
          onClick={(event) => openMenuAt(event.currentTarget)}
        >
          <Icon name="more" />
        </button>
      </span>
    </div>
  );
});

function Pages({ pages, wouldBe }: { readonly pages: PageRange | undefined; readonly wouldBe: PageRange | undefined }) {
  const changes = wouldBe !== undefined && (pages === undefined || wouldBe.first !== pages.first || wouldBe.last !== pages.last);
  const { list } = words;
  return (
    <span role="gridcell" className="row-pages">
      <span>{pages === undefined ? list.noPage : list.pages(pages.first, pages.last)}</span>
      {changes && (
        <strong className="row-new" title={list.wouldBe(list.pages(wouldBe.first, wouldBe.last))}>
          → {list.pages(wouldBe.first, wouldBe.last)}
        </strong>
      )}
    </span>
  );
}

export function titleOf(fact: EntryView | undefined): string {
  return fact === undefined || fact.title === '' ? words.untitled : fact.title;
}

/** The menu of the list opens where the button stands, as it does under the right mouse button. */
export function openMenuAt(button: HTMLElement): void {
  const { left, bottom } = button.getBoundingClientRect();
  button.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom }));
}
