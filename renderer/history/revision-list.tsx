/** The revisions of a document by days, the newest on top, above them the text as it now is. */
import { useEffect, useRef } from 'react';
import type { DocumentView, RevisionSummary } from '../../shared/api/documents.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { clockOf, dayOf } from './moments.ts';
import type { Side } from './sides.ts';
import { words } from './words.ts';

export interface RevisionListProps {
  readonly view: DocumentView;
  readonly revisions: readonly RevisionSummary[];
  /** The entry from whose comparison one comes back: it gets the focus. */
  readonly left: Side | null;
  readonly onChoose: (side: Side) => void;
}

export function RevisionList({ view, revisions, left, onChoose }: RevisionListProps) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    if (left !== null) list.current?.querySelector<HTMLElement>(`[data-side="${left}"]`)?.focus();
  }, [left]);
  const now = new Date();
  const days: { readonly day: string; readonly revisions: RevisionSummary[] }[] = [];
  for (const revision of revisions) {
    const day = dayOf(revision.createdAt, now);
    const last = days.at(-1);
    if (last?.day === day) last.revisions.push(revision);
    else days.push({ day, revisions: [revision] });
  }
  return (
    <nav className="history-list" ref={list} aria-label={words.list}>
      <button
        type="button"
        className="history-revision"
        data-side="present"
        data-unsaved={view.isChanged}
        onClick={() => onChoose('present')}
      >
        <strong>{words.unsaved}</strong>
        <span>{view.isChanged ? words.unsavedHint : words.savedHint}</span>
      </button>
      {days.map(({ day, revisions: ofDay }) => (
        <section key={day} aria-label={day}>
          <h3>{day}</h3>
          {ofDay.map(({ number, author, createdAt, note }) => (
            <button key={number} type="button" className="history-revision" data-side={number} onClick={() => onChoose(number)}>
              <strong>{words.version(number)}</strong>
              <span className="history-note">{note !== '' ? note : number === 1 ? words.original : words.saved}</span>
              <small>
                {author} · {clockOf(createdAt)}
              </small>
            </button>
          ))}
        </section>
      ))}
      {revisions.length < 2 && !view.isChanged && <EmptyState icon="clock" title={words.onlyOne} hint={words.onlyOneHint} />}
    </nav>
  );
}
