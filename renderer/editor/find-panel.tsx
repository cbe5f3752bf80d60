/** 查找和替换: in the document or over the whole issue, with a preview of every place before anything is changed. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Transforms } from 'slate';
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { FoundPlace } from '../../shared/api/search.ts';
import type { DocumentId } from '../../shared/api.ts';
import { useDeeds } from '../commands.tsx';
import { useOpenIssue } from '../open-issue.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { FindList, keyOfPlace } from './find-list.tsx';
import { type Hits, rangeOf } from './find-places.ts';
import { type FindScope, setFind, useFind } from './find-state.ts';
import { findWords } from './find-words.ts';
import { useIsReadOnly } from './read-only.ts';
import type { GazetteEditor } from './slate-value.ts';
import { useFound } from './use-found.ts';
import { useReplace } from './use-replace.ts';

export interface FindPanelProps {
  readonly documentId: DocumentId;
  /** What the text is to mark; null when the panel closes. */
  readonly onHits: (hits: Hits | null) => void;
}

const noneLeft: ReadonlySet<string> = new Set();

export function FindPanel({ documentId, onHits }: FindPanelProps) {
  const editor = useSlateStatic();
  const find = useFind();
  const { view, edit } = useOpenIssue();
  const isReadOnly = useIsReadOnly();
  const { places, isFinding, again } = useFound(documentId, find);
  const replace = useReplace(editor, documentId, isReadOnly);
  const [chosen, setChosen] = useState(-1);
  const [left, setLeft] = useState(noneLeft);
  /** Before many documents are changed at once. */
  const [asks, setAsks] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const { words, replacement, scope, isLoose, calls, goal } = find;
  const wantsSecond = find.field === 'replacement';
  const current = Math.min(chosen, places.length - 1);
  const wanted = places.filter((place) => !left.has(keyOfPlace(place)));

  // Every call of the panel puts the cursor into it, at once: what is typed behind Ctrl+F must not go into the text.
  useLayoutEffect(() => (wantsSecond ? second : field).current?.select(), [calls, wantsSecond]);
  // Another search begins anew.
  useEffect(() => {
    setChosen(-1);
    setLeft(noneLeft);
  }, [words, isLoose, scope]);
  useEffect(() => {
    const here = places.filter((place) => place.documentId === documentId);
    onHits(here.length === 0 ? null : { places: here, current: places[current] ?? null });
  }, [places, current, documentId, onHits]);
  useEffect(() => () => onHits(null), [onHits]);
  useEffect(() => {
    if (goal === null || goal.documentId !== documentId) return;
    const index = places.findIndex((place) => keyOfPlace(place) === keyOfPlace(goal));
    if (index < 0) return;
    setFind({ goal: null });
    setChosen(index);
    // The view puts its cursor at the block first.
    requestAnimationFrame(() => show(editor, goal));
  }, [goal, documentId, places, editor]);

  const go = (index: number) => {
    const place = places[index];
    if (place === undefined) return;
    setChosen(index);
    if (place.documentId === documentId) show(editor, place);
    else {
      setFind({ goal: place });
      edit({ documentId: place.documentId, block: place.block });
    }
  };
  const step = (by: 1 | -1) => {
    if (places.length > 0) go((Math.max(current, by === 1 ? -1 : 0) + by + places.length) % places.length);
  };
  const change = async (some: readonly FoundPlace[]) => {
    await replace(some, replacement);
    if (some.some((place) => place.documentId !== documentId)) again();
    // A button that has nothing more to do loses the focus, and Escape would reach nobody.
    if (!(document.activeElement instanceof HTMLInputElement)) field.current?.focus();
  };
  /** The one that is shown, then on to the next; before any is shown, it is shown first. */
  const replaceOne = async () => {
    const place = places[current];
    if (place === undefined) return step(1);
    await change([place]);
    const moved = place.found.length === 0 ? 1 : 0;
    setChosen(Math.min(current + moved, places.length - 2));
  };
  useDeeds(places.length > 0 ? { findNext: () => step(1), findPrevious: () => step(-1) } : {});
  const close = () => {
    setFind({ scope: null, goal: null });
    ReactEditor.focus(editor);
  };
  const pressed = (event: KeyboardEvent) => {
    // The question has its own keys.
    if (event.nativeEvent.isComposing || asks) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') {
      event.preventDefault();
      if (event.target.name === 'replacement' && !event.shiftKey) void replaceOne();
      else step(event.shiftKey ? -1 : 1);
    } else return;
    event.stopPropagation();
  };

  const documents = new Set(places.map((place) => place.documentId)).size;
  const summary =
    words === ''
      ? ''
      : isFinding
        ? findWords.finding
        : places.length === 0
          ? findWords.none
          : countOf(current, places.length, scope, documents);
  return (
    <search className="find" aria-label={findWords.title} onKeyDown={pressed}>
      <div className="find-row">
        <input
          ref={field}
          name="words"
          value={words}
          placeholder={findWords.find}
          aria-label={findWords.find}
          onChange={(event) => setFind({ words: event.currentTarget.value })}
        />
        <div className="find-tools">
          <select
            value={scope ?? 'document'}
            aria-label={findWords.scope}
            onChange={(event) => setFind({ scope: event.currentTarget.value as FindScope })}
          >
            {(Object.keys(findWords.scopes) as FindScope[]).map((one) => (
              <option key={one} value={one}>
                {findWords.scopes[one]}
              </option>
            ))}
          </select>
          <Button kind="quiet" label={findWords.previous} disabled={places.length === 0} onClick={() => step(-1)}>
            <Icon name="up" />
          </Button>
          <Button kind="quiet" label={findWords.next} disabled={places.length === 0} onClick={() => step(1)}>
            <Icon name="down" />
          </Button>
          <span className="find-count" role="status">
            {summary}
          </span>
          <span className="spacer" />
          <Button kind="quiet" label={findWords.close} onClick={close}>
            <Icon name="close" />
          </Button>
        </div>
      </div>
      <div className="find-row">
        <input
          ref={second}
          name="replacement"
          value={replacement}
          placeholder={findWords.replace}
          aria-label={findWords.replace}
          onChange={(event) => setFind({ replacement: event.currentTarget.value })}
        />
        <div className="find-tools">
          <Button tip={findWords.replaceOneTip} disabled={places.length === 0} onClick={() => void replaceOne()}>
            {findWords.replaceOne}
          </Button>
          <Button disabled={wanted.length === 0 || wanted.length === places.length} onClick={() => void change(wanted)}>
            {findWords.replaceChosen(wanted.length)}
          </Button>
          <Button disabled={places.length === 0} onClick={() => (documents > 1 ? setAsks(true) : void change(places))}>
            {findWords.replaceAll}
          </Button>
          <label className="find-check">
            <input type="checkbox" checked={isLoose} onChange={(event) => setFind({ isLoose: event.currentTarget.checked })} />
            {findWords.loose}
          </label>
        </div>
      </div>
      {asks && (
        <Dialog
          title={findWords.askTitle}
          confirm={findWords.replaceAll}
          onConfirm={() => void change(places)}
          onClose={() => setAsks(false)}
        >
          <p>{findWords.ask(places.length, documents, words, replacement)}</p>
        </Dialog>
      )}
      {places.length > 0 && (
        <FindList
          places={places}
          current={current}
          replacement={replacement}
          left={left}
          onLeft={setLeft}
          onGo={go}
          titleOf={scope === 'issue' ? (id) => view.entries.find((entry) => entry.documentId === id)?.title ?? '' : null}
        />
      )}
    </search>
  );
}

function countOf(current: number, total: number, scope: FindScope | null, documents: number): string {
  return scope === 'issue' && current < 0 ? findWords.inDocuments(total, documents) : findWords.count(current + 1, total);
}

/** The cursor at the place, the place in view; the focus stays where it is. */
function show(editor: GazetteEditor, place: FoundPlace): void {
  const range = rangeOf(editor, place);
  if (range === null) return;
  Transforms.select(editor, range);
  try {
    const { startContainer } = ReactEditor.toDOMRange(editor, range);
    startContainer.parentElement?.scrollIntoView({ block: 'center' });
  } catch {
    // Not drawn yet: the cursor is there all the same.
  }
}
