/** 来稿: files come in anywhere on the room; the list of all submissions, and one of them open for checking. */
import { type KeyboardEvent, useCallback, useMemo, useRef } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import { useDeeds } from '../commands.tsx';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useUnsaved } from '../unsaved.ts';
import { CardList } from './card-list.tsx';
import { Detail } from './detail.tsx';
import { DropArea } from './drop-area.tsx';
import { IntakeBar } from './intake-bar.tsx';
import { IntakeReport } from './intake-report.tsx';
import { ListTools } from './list-tools.tsx';
import { askingMessages, isIn, listedCards, noFilter, usedFacts } from './list-view.ts';
import { placeInIssue } from './place.ts';
import { PlaceBar, useElsewhere } from './place-bar.tsx';
import { replaceInIssue } from './replace.ts';
import type { InboxState } from './use-inbox.ts';
import { useMending } from './use-mending.ts';
import { words } from './words.ts';

export function Inbox({ inbox }: { readonly inbox: InboxState }) {
  const { api, run, notify } = useSession();
  const { id: issue, sections, refresh: refreshIssue, edit } = useOpenIssue();
  const { cards: known, refresh, view, setView, active: chosen, setActive, selected, setSelected, intake } = inbox;
  const cards = useMemo(() => known ?? [], [known]);
  const shown = useMemo(() => listedCards(cards, view, issue), [cards, view, issue]);
  const senders = useMemo(() => usedFacts(cards, 'sender'), [cards]);
  const active = chosen ?? shown[0]?.documentId ?? null;
  const card = cards.find(({ documentId }) => documentId === active) ?? null;
  const list = useRef<{ focus(): void }>(null);
  const pane = useRef<HTMLElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const elsewhere = useElsewhere();

  const kept = useCallback(
    (id: DocumentId) => {
      void refresh();
      if (cards.some((one) => one.documentId === id && isIn(one, issue))) void refreshIssue();
    },
    [refresh, refreshIssue, cards, issue],
  );
  const desk = useMending(active, kept);
  useUnsaved(desk.mending?.isDirty === true);
  const confirm = async () => {
    // A final one is passed over: there is nothing to confirm in it.
    if (card === null || (card.state !== 'final' && !(await desk.confirm()))) return;
    const at = shown.findIndex(({ documentId }) => documentId === active);
    const next = [...shown.slice(at + 1), ...shown.slice(0, Math.max(at, 0))].find(({ state }) => state === 'received');
    // One after the other they are confirmed by the dozen: how many are left stands at the top, a notice comes at the end.
    if (next === undefined) notify('done', words.detail.allDone);
    else setActive(next.documentId);
    pane.current?.focus();
  };

  const wanted = selected.size > 0 ? [...selected] : active === null ? [] : [active];
  const placeNow = async (section: string | null) => {
    const placed = await run(words.place.working, () => placeInIssue(api, issue, section, wanted));
    if (placed === undefined) return;
    const { added, sections: into } = placed;
    const present = wanted.length - added;
    const { already, done, some } = words.place;
    notify('done', added === 0 ? already : present === 0 ? done(added, into) : some(added, present, into));
    setSelected(new Set());
    list.current?.focus();
    await refresh();
    if (added > 0) await refreshIssue();
  };
  const place = (section: string | null) => {
    const isElsewhere = cards.some((one) => wanted.includes(one.documentId) && one.issues.length > 0 && !isIn(one, issue));
    if (isElsewhere) elsewhere.ask(() => void placeNow(section));
    else void placeNow(section);
  };
  const open = () => {
    const first = pane.current?.querySelector<HTMLElement>('[data-part] textarea, [data-part] input');
    (first ?? pane.current)?.focus();
  };
  const toEditor = () => active !== null && edit({ documentId: active });
  const copyTitle = () => {
    if (card !== null) void navigator.clipboard.writeText(`${card.title} ${card.docNumber ?? ''}`.trim()).catch(() => undefined);
  };
  const replace = async (old: DocumentId, next: DocumentId, isBack = false) => {
    const done = await run(words.detail.replacing, () => replaceInIssue(api, issue, old, next).then(() => true));
    await Promise.all([refresh(), refreshIssue()]);
    if (done !== true) return;
    if (isBack) notify('done', words.detail.replacedBack);
    else notify('done', words.detail.replaced, { label: words.detail.undo, act: () => void replace(next, old, true) });
    // The button is gone.
    pane.current?.focus();
  };
  const jump = (id: DocumentId) => {
    // The other one may be filtered away.
    if (!shown.some(({ documentId }) => documentId === id)) setView(noFilter);
    setActive(id);
    list.current?.focus();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void confirm();
  };
  useDeeds({ find: () => search.current?.focus() });

  const isEmpty = known !== null && cards.length === 0;
  const isFiltered = !isEmpty && known !== null && shown.length === 0;
  return (
    <DropArea
      into={
        intake.places
          ? intake.section === null
            ? words.intake.dropAutomatic
            : words.intake.dropInto(intake.section)
          : words.intake.dropStore
      }
      onFiles={(files) => void intake.take(files)}
    >
      <IntakeBar intake={intake} sections={sections} />
      {intake.summary !== null && (
        <IntakeReport
          summary={intake.summary}
          onClose={() => {
            intake.close();
            // The button that had the focus is gone.
            list.current?.focus();
          }}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter works wherever the focus is in here. */}
      <div className="inbox-body" onKeyDown={pressed}>
        <div className="inbox-list">
          <ListTools
            view={view}
            onView={setView}
            senders={senders}
            withMessages={cards.filter((one) => askingMessages(one).length > 0).length}
            withTwins={cards.filter(({ twins }) => twins.length > 0).length}
            search={search}
            onDown={() => list.current?.focus()}
          />
          {isEmpty && <EmptyState icon="tray" title={words.list.empty} hint={words.list.emptyHint} />}
          {isFiltered && (
            <EmptyState icon="search" title={words.list.nothing} hint={words.list.nothingHint}>
              <Button onClick={() => setView(noFilter)}>{words.list.clear}</Button>
            </EmptyState>
          )}
          {shown.length > 0 && (
            <CardList
              handle={list}
              cards={shown}
              issue={issue}
              sections={sections}
              active={active}
              onActive={setActive}
              selected={selected}
              onSelected={setSelected}
              onOpen={open}
              onEdit={toEditor}
              onPlace={place}
              onCopyTitle={copyTitle}
            />
          )}
          {cards.length > 0 && (
            <PlaceBar
              shown={words.list.count(shown.length, cards.length)}
              selected={selected.size}
              count={wanted.length}
              sections={sections}
              section={intake.section}
              onSection={intake.setSection}
              onPlace={() => place(intake.section)}
              onClear={() => setSelected(new Set())}
            />
          )}
        </div>
        <Detail
          card={card}
          cards={cards}
          waiting={shown.filter(({ state }) => state === 'received').length}
          desk={desk}
          onConfirm={() => void confirm()}
          onEdit={toEditor}
          selected={selected}
          issue={issue}
          onJump={jump}
          onReplace={(old) => active !== null && void replace(old, active)}
          onFacts={() => void refresh()}
          onBack={() => (list.current ?? search.current)?.focus()}
          pane={pane}
        />
      </div>
      {elsewhere.dialog}
    </DropArea>
  );
}
