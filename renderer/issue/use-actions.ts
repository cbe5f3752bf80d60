/** Everything that can be done to the arrangement, with its name for 撤销 and what is told of it. Always from the newest order. */
import { useMemo } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import type { StartRule } from '../../shared/issue/issue.ts';
import * as outlines from '../../shared/issue/outline.ts';
import { useSession } from '../session.ts';
import type { ArrangementStore, IssueOutline } from './arrangement-store.ts';
import { titleOf } from './entry-row.tsx';
import { words } from './words.ts';

export type Ids = ReadonlySet<DocumentId>;

export interface IssueActions {
  readonly moveBy: (ids: Ids, by: -1 | 1) => void;
  readonly moveToGap: (ids: Ids, gap: outlines.Gap) => void;
  readonly moveToSection: (ids: Ids, name: string) => void;
  readonly moveSectionBy: (section: number, by: -1 | 1) => void;
  readonly moveSectionTo: (from: number, to: number) => void;
  readonly renameSection: (section: number, name: string) => void;
  readonly addSection: (name: string, after: number) => void;
  readonly removeSection: (section: number) => void;
  readonly remove: (ids: Ids) => void;
  readonly start: (ids: Ids, start: StartRule) => void;
  readonly contentsTitle: (id: DocumentId, title: string | null) => void;
  readonly order: (outline: IssueOutline) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** @param announce tells a screen reader what eyes see on the list. */
export function useActions(store: ArrangementStore, announce: (said: string) => void): IssueActions {
  const { notify } = useSession();
  return useMemo(() => {
    const { done } = words;
    const now = () => store.read().outline;
    const first = (ids: Ids) => {
      const [id] = ids;
      return titleOf(id === undefined ? undefined : store.read().facts.get(id));
    };
    const apply = (outline: IssueOutline, what: string) => {
      store.apply(outline, what);
      announce(what);
    };
    const move = (outline: IssueOutline | null, ids: Ids) => outline !== null && apply(outline, done.moved(first(ids), ids.size));
    const undo = () => {
      const what = store.undo();
      notify('done', what === null ? done.nothingToUndo : done.undone(what));
    };
    const moveSectionTo = (from: number, to: number) =>
      apply(outlines.moveSection(now(), from, to), done.movedSection(now()[from]?.name ?? ''));
    return {
      moveBy: (ids, by) => move(outlines.step(now(), ids, by), ids),
      moveToGap: (ids, gap) => move(outlines.moveToGap(now(), ids, gap), ids),
      moveToSection: (ids, name) => move(outlines.moveToSection(now(), ids, name), ids),
      moveSectionTo,
      moveSectionBy: (section, by) => {
        if (now()[section + by] !== undefined) moveSectionTo(section, by < 0 ? section - 1 : section + 2);
      },
      renameSection: (section, name) => {
        const merges = now().some((one, at) => at !== section && one.name === name);
        apply(outlines.renameSection(now(), section, name), merges ? done.merged(name) : done.renamed(name));
      },
      addSection: (name, after) => {
        if (now().some((section) => section.name === name)) notify('error', words.section.taken(name));
        else apply(outlines.addSection(now(), name, after), done.added(name));
      },
      removeSection: (section) => apply(outlines.removeSection(now(), section), done.removedSection(now()[section]?.name ?? '')),
      remove: (ids) => {
        const title = first(ids);
        apply(outlines.removeEntries(now(), ids), done.removed(title, ids.size));
        notify('done', done.removedNotice(title, ids.size), { label: words.undo, act: undo });
      },
      start: (ids, start) => apply(outlines.changeEntries(now(), ids, { start }), done.start(words.startRules[start])),
      contentsTitle: (id, contentsTitle) =>
        apply(outlines.changeEntries(now(), new Set([id]), { contentsTitle }), done.contentsTitle(first(new Set([id])))),
      order: (outline) => apply(outline, done.ordered),
      undo,
      redo: () => {
        const what = store.redo();
        notify('done', what === null ? done.nothingToRedo : done.redone(what));
      },
    };
  }, [store, notify, announce]);
}
