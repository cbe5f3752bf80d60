/** 组版: the entries of an issue under their sections, with their pages, their order and how each starts. */
import { useEffect, useRef, useState } from 'react';
import type { EntryView, HouseSummary, IssueView, LayoutSummary } from '../../shared/api.ts';
import type { IssueHead } from '../../shared/issue/issue.ts';
import type { Message } from '../../shared/result.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { MessageList } from '../ui/messages.tsx';
import { Advice, type AdviceProps } from './advice.tsx';
import { Catalogue } from './catalogue.tsx';
import { type EntryChange, entryPages, groupEntries, planMove } from './entries.ts';
import { EntryRow } from './entry-row.tsx';
import { HeadForm } from './head-form.tsx';

export interface IssueRoomProps {
  readonly view: IssueView;
  readonly layout: LayoutSummary | null;
  readonly sections: readonly string[];
  readonly houses: readonly HouseSummary[];
  readonly onPage: (page: number) => void;
  readonly onMove: (from: number, to: number) => Promise<boolean>;
  readonly onChange: (position: number, change: EntryChange) => Promise<boolean>;
  readonly onRemove: (position: number) => Promise<void>;
  readonly onHead: (head: IssueHead) => void;
  readonly onInbox: () => void;
  readonly announce: (words: string) => void;
  readonly advice: AdviceProps;
}

export function IssueRoom(props: IssueRoomProps) {
  const { view, layout } = props;
  const [editingHead, setEditingHead] = useState(false);
  const [catalogued, setCatalogued] = useState<EntryView | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const refocus = useRef<{ readonly position: number; readonly name: string } | null>(null);
  const pages = entryPages(view.entries, layout);

  // After a move the row is another element; the focus follows the entry, so that the key can be pressed again.
  useEffect(() => {
    const wanted = refocus.current;
    refocus.current = null;
    if (wanted === null) return;
    const row = list.current?.querySelector(`[data-position="${wanted.position}"]`);
    const control = row?.querySelector<HTMLButtonElement>(`[data-name="${wanted.name}"]`);
    (control?.disabled === true ? row?.querySelector<HTMLElement>('[data-name="title"]') : control)?.focus();
  }, [view.entries]);

  const move = async (entry: EntryView, step: -1 | 1, name: string) => {
    const plan = planMove(view.entries, entry.position, step);
    if (plan === null) return;
    refocus.current = { position: plan.kind === 'place' ? plan.to : entry.position, name };
    if (plan.kind === 'place') {
      if (await props.onMove(entry.position, plan.to)) props.announce(text.issue.moved(entry.title, plan.to + 1));
    } else {
      const done = await props.onChange(entry.position, { section: plan.section });
      if (done) props.announce(text.issue.movedSection(entry.title, plan.section));
    }
  };

  return (
    <div className="issue-room">
      <div className="entries" ref={list}>
        {view.entries.length === 0 && (
          <EmptyState icon="list" title={text.issue.empty} hint={text.issue.emptyHint}>
            <Button kind="primary" onClick={props.onInbox}>
              {text.issue.toInbox}
            </Button>
          </EmptyState>
        )}
        {groupEntries(view.entries).map((group) => (
          <section key={`${group.section}-${group.entries[0]?.position}`} className="group" aria-label={group.section}>
            <header className="section-head">
              <h2>{group.section}</h2>
              <span className="count">{text.issue.count(group.entries.length)}</span>
            </header>
            <ol className="rows">
              {group.entries.map((entry) => (
                <EntryRow
                  key={`${entry.position}-${entry.documentId}`}
                  entry={entry}
                  pages={pages.get(entry.position)}
                  isFirst={entry.position === 0}
                  isLast={entry.position === view.entries.length - 1}
                  onMove={(step, name) => void move(entry, step, name)}
                  onCatalogue={() => setCatalogued(entry)}
                  onPage={props.onPage}
                  onStart={(start) => void props.onChange(entry.position, { start })}
                  onRemove={() => void props.onRemove(entry.position)}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
      <aside className="side" aria-label={text.issue.messages}>
        <Button onClick={() => setEditingHead(true)}>{text.issue.head}</Button>
        <h2 className="side-head">{text.issue.messages}</h2>
        <IssueMessages messages={[...(layout?.messages ?? []), ...view.entries.flatMap((entry) => entry.messages)]} onPage={props.onPage} />
        <Advice {...props.advice} />
      </aside>
      {editingHead && <HeadForm head={view.head} houses={props.houses} onSave={props.onHead} onClose={() => setEditingHead(false)} />}
      {catalogued !== null && (
        <Catalogue
          entry={catalogued}
          sections={props.sections}
          onSave={(change) => void props.onChange(catalogued.position, change)}
          onClose={() => setCatalogued(null)}
        />
      )}
    </div>
  );
}

function IssueMessages({ messages, onPage }: { readonly messages: readonly Message[]; readonly onPage: (page: number) => void }) {
  const weight = { error: 0, warning: 1, note: 2 } as const;
  if (messages.length === 0) {
    return (
      <p className="all-well">
        <Icon name="check" />
        {text.issue.noMessages}
      </p>
    );
  }
  return <MessageList messages={messages.toSorted((a, b) => weight[a.severity] - weight[b.severity])} onPage={onPage} />;
}
