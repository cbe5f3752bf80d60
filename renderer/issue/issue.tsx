/** 组版: the contents of the issue with the pages of every order, its problems, and what stands in its masthead. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Arranged } from '../../shared/api/arrangement.ts';
import type { DocumentId } from '../../shared/api.ts';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { entriesOf } from '../../shared/issue/outline.ts';
import { useDeeds } from '../commands.tsx';
import { useOpenIssue } from '../open-issue.ts';
import { go } from '../route.ts';
import { useSession } from '../session.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { Advice } from './advice.tsx';
import type { ArrangementState, IssueOutline } from './arrangement-store.ts';
import { contentsList, copyList } from './contents-list.ts';
import { EntryList } from './entry-list.tsx';
import { titleOf } from './entry-row.tsx';
import { HeadForm } from './head-form.tsx';
import { OrderDialog } from './order-dialog.tsx';
import { ProblemList } from './problem-list.tsx';
import { problemGroups } from './problems.ts';
import { ContentsTitleDialog, NewSectionDialog } from './small-dialogs.tsx';
import { type Ids, useActions } from './use-actions.ts';
import { useArrangement, useLaidOutPages, useTrial } from './use-arrangement.ts';
import { useDrag } from './use-drag.ts';
import { useOrder } from './use-order.ts';
import { useSelection } from './use-selection.ts';
import { words } from './words.ts';

type Question =
  | { readonly kind: 'head' }
  | { readonly kind: 'order' }
  | { readonly kind: 'contentsTitle'; readonly entry: Arranged }
  | { readonly kind: 'newSection'; readonly after: number; readonly ids: Ids | null };

export function IssueRoom() {
  const { id, view, layout, sections, refresh } = useOpenIssue();
  const { api, run, notify, houses } = useSession();
  const { store, state } = useArrangement();
  const [said, setSaid] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const actions = useActions(store, setSaid);
  const { outline, facts } = state;
  const order = useMemo(() => entriesOf(outline).map(({ documentId }) => documentId), [outline]);
  const selection = useSelection(order);
  const idsOf = useCallback(
    (one: DocumentId): Ids => {
      if (selection.ids.has(one)) return selection.ids;
      selection.choose(one);
      return new Set([one]);
    },
    [selection],
  );
  const drag = useDrag(list, outline, actions, idsOf);
  const { ordered, inSections, setInSections } = useOrder(state, question?.kind === 'order');
  // What is not laid out yet is foretold: under the pointer, in a preview, and until the layout has caught up.
  const isAhead =
    state.isWriting || view.entries.length !== order.length || view.entries.some((entry, at) => entry.documentId !== order[at]);
  const tried: IssueOutline | null = drag.wanted ?? ordered ?? (isAhead ? outline : null);
  const trial = useTrial(tried);
  const pages = useLaidOutPages();
  const groups = useMemo(() => problemGroups(view, layout), [view, layout]);
  const problems = useMemo(
    () =>
      new Map(
        groups.flatMap(({ documentId, problems: all }) =>
          documentId === null ? [] : [[documentId, all.filter(({ message }) => message.severity !== 'note').length]],
        ),
      ),
    [groups],
  );
  const nameOf = useCallback((document: DocumentId) => titleOf(facts.get(document)), [facts]);
  useDeeds({ undo: actions.undo, redo: actions.redo });
  const copyContents = async () => {
    const { copied, refused } = words.contentsList;
    const done = await copyList(contentsList(state, trial?.pages ?? pages));
    notify(done ? 'done' : 'error', done ? copied(order.length) : refused);
  };
  const close = () => setQuestion(null);
  // The form opened again before the issue was read anew shows what was saved, not what was there before.
  const [saved, setSaved] = useState<{ readonly stamp: number; readonly head: IssueHead } | null>(null);
  const saveHead = async (head: IssueHead) => {
    setSaved({ stamp: view.stamp, head });
    const done = await run(text.working, () => api.updateIssueHead(id, head).then(() => true));
    if (done !== true) setSaved(null);
    await refresh();
  };

  return (
    <div className="issue-room">
      <div className="entries">
        <Toolbar label={words.list.tools}>
          <Button onClick={() => setQuestion({ kind: 'head' })}>{words.head.open}</Button>
          <Button onClick={() => setQuestion({ kind: 'newSection', after: outline.length - 1, ids: null })}>{words.section.add}</Button>
          <Button onClick={() => setQuestion({ kind: 'order' })} disabled={order.length < 2}>
            {words.order.open}
          </Button>
          <Button tip={words.contentsList.tip} disabled={order.length === 0} onClick={() => void copyContents()}>
            {words.contentsList.copy}
          </Button>
          <span className="divider" />
          <Button kind="quiet" label={words.undo} tip={words.undoTip} disabled={state.past.length === 0} onClick={actions.undo}>
            <Icon name="undo" />
          </Button>
          <Button kind="quiet" label={words.redo} tip={words.redoTip} disabled={state.future.length === 0} onClick={actions.redo}>
            <Icon name="redo" />
          </Button>
          <span className="spacer" />
          <Total state={state} pages={layout?.pages ?? null} wouldBe={trial?.total ?? null} selected={selection.ids.size} />
        </Toolbar>
        {outline.length === 0 && (
          <EmptyState icon="list" title={words.empty} hint={words.emptyHint}>
            <Button kind="primary" onClick={() => go({ issue: id, room: 'inbox' })}>
              {words.toInbox}
            </Button>
          </EmptyState>
        )}
        <EntryList
          state={state}
          actions={actions}
          selection={selection}
          drag={drag}
          list={list}
          pages={pages}
          trial={trial}
          problems={problems}
          onContentsTitle={(entry) => setQuestion({ kind: 'contentsTitle', entry })}
          onNewSection={(after, ids) => setQuestion({ kind: 'newSection', after, ids })}
        />
      </div>
      <aside className="side" aria-label={words.problems.title}>
        <Advice />
        <h2 className="side-head">{words.problems.title}</h2>
        <ProblemList groups={groups} titleOf={nameOf} />
      </aside>
      <p className="unseen" role="status">
        {said}
      </p>
      {question?.kind === 'head' && (
        <HeadForm
          head={saved?.stamp === view.stamp ? saved.head : view.head}
          houses={houses}
          onSave={(head) => void saveHead(head)}
          onClose={close}
        />
      )}
      {question?.kind === 'order' && ordered !== null && (
        <OrderDialog
          state={state}
          wanted={ordered}
          pages={pages}
          trial={trial?.outline === ordered ? trial : null}
          inSections={inSections}
          onInSections={setInSections}
          onApply={() => actions.order(ordered)}
          onClose={close}
        />
      )}
      {question?.kind === 'contentsTitle' && (
        <ContentsTitleDialog
          title={nameOf(question.entry.documentId)}
          contentsTitle={question.entry.contentsTitle}
          onSave={(title) => actions.contentsTitle(question.entry.documentId, title)}
          onClose={() => {
            close();
            // The menu that asked is gone: back to the row, once the dialog has let go of the focus.
            const row = document.querySelector<HTMLElement>(`.row[data-document="${question.entry.documentId}"]`);
            setTimeout(() => row?.focus());
          }}
        />
      )}
      {question?.kind === 'newSection' && (
        <NewSectionDialog
          usual={sections.filter((name) => outline.every((section) => section.name !== name))}
          onSave={(name) => (question.ids === null ? actions.addSection(name, question.after) : actions.moveToSection(question.ids, name))}
          onClose={close}
        />
      )}
    </div>
  );
}

function Total({
  state,
  pages,
  wouldBe,
  selected,
}: {
  readonly state: ArrangementState;
  readonly pages: number | null;
  readonly wouldBe: number | null;
  readonly selected: number;
}) {
  const count = state.outline.reduce((sum, { entries }) => sum + entries.length, 0);
  return (
    <span className="total">
      {selected > 1 && <span>{words.list.several(selected)}</span>}
      {wouldBe === null || wouldBe === pages ? (
        <span>{words.list.total(count, pages)}</span>
      ) : (
        <strong className="row-new">{words.list.totalWouldBe(wouldBe)}</strong>
      )}
    </span>
  );
}
