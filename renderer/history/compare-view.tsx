/** What a revision changed against the one before it, against the present, or against any other. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentView, RevisionSummary } from '../../shared/api/documents.ts';
import type { DocumentId } from '../../shared/api.ts';
import { compareDocuments } from '../../shared/document/compare.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Changes } from './changes.tsx';
import { momentOf } from './moments.ts';
import { age, nameOf, previousOf, type Side } from './sides.ts';
import { words } from './words.ts';

export interface CompareViewProps {
  readonly documentId: DocumentId;
  readonly view: DocumentView;
  readonly revisions: readonly RevisionSummary[];
  readonly chosen: Side;
  readonly onBack: () => void;
  readonly onRestore: (number: number) => void;
}

export function CompareView({ documentId, view, revisions, chosen, onBack, onRestore }: CompareViewProps) {
  const { api, run } = useSession();
  const newest = revisions[0]?.number ?? 1;
  const [other, setOther] = useState<Side>(() => previousOf(chosen, newest, view.isChanged) ?? 'present');
  const [texts, setTexts] = useState<{ readonly before: GazetteDocument; readonly after: GazetteDocument } | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [older, younger] = age(other) <= age(chosen) ? [other, chosen] : [chosen, other];
  useEffect(() => {
    let isWanted = true;
    const read = (side: Side) => (side === 'present' ? Promise.resolve(view.document) : api.readRevision(documentId, side));
    void run(words.comparing, () => Promise.all([read(older), read(younger)])).then((found) => {
      if (isWanted && found !== undefined) setTexts({ before: found[0], after: found[1] });
    });
    return () => {
      isWanted = false;
    };
  }, [api, run, documentId, older, younger, view.document]);
  const compared = useMemo(() => (texts === null ? null : compareDocuments(texts.before, texts.after)), [texts]);
  // The entry of the list that opened this is gone, and the keys are to work at once.
  useEffect(() => frame.current?.focus(), []);
  const step = useSteps(frame);
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'F7') step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onBack();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const revision = revisions.find(({ number }) => number === chosen);
  const previous = previousOf(chosen, newest, view.isChanged);
  const all: readonly Side[] = ['present', ...revisions.map(({ number }) => number)];
  const others = all.filter((side) => side !== chosen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys go to the next change; buttons do the same.
    <div className="history-compare" onKeyDown={pressed}>
      <header>
        <div className="history-compare-head">
          <Button kind="quiet" label={words.back} onClick={onBack}>
            <Icon name="back" />
          </Button>
          <div>
            <h3>{nameOf(chosen)}</h3>
            {revision !== undefined && (
              <small>
                {revision.author} · {momentOf(revision.createdAt, new Date())}
                {revision.note !== '' && ` · ${revision.note}`}
              </small>
            )}
          </div>
          {chosen !== 'present' && (chosen !== newest || view.isChanged) && (
            <Button
              onClick={() => onRestore(chosen)}
              disabled={view.state === 'final'}
              {...(view.state === 'final' ? { tip: words.finalHint } : {})}
            >
              {words.restore}
            </Button>
          )}
        </div>
        <div className="history-compare-bar">
          <label>
            <span>{words.against}</span>
            <select
              value={String(other)}
              onChange={(event) => setOther(event.target.value === 'present' ? 'present' : Number(event.target.value))}
            >
              {others.map((side) => (
                <option key={side} value={String(side)}>
                  {side === previous ? words.previous(side) : nameOf(side)}
                </option>
              ))}
            </select>
          </label>
          <Button kind="quiet" label={words.previousChange} disabled={(compared?.changes ?? 0) === 0} onClick={() => step(-1)}>
            <Icon name="up" />
          </Button>
          <Button kind="quiet" label={words.nextChange} disabled={(compared?.changes ?? 0) === 0} onClick={() => step(1)}>
            <Icon name="down" />
          </Button>
        </div>
        {compared !== null && (
          <p className="history-summary" aria-live="polite">
            {words.heading(nameOf(older), nameOf(younger))}：{words.summary(compared.changes, compared.added, compared.removed)}
          </p>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard. */}
      <section className="history-changes" ref={frame} tabIndex={0} aria-label={words.heading(nameOf(older), nameOf(younger))}>
        {compared !== null && <Changes key={`${older}-${younger}`} comparison={compared} />}
      </section>
    </div>
  );
}

/** Goes from change to change, round about, beginning with the first below the top of the view. */
function useSteps(frame: React.RefObject<HTMLElement | null>): (by: 1 | -1) => void {
  const at = useRef<Element | null>(null);
  return (by) => {
    const all = [...(frame.current?.querySelectorAll<HTMLElement>('[data-change]') ?? [])];
    if (all.length === 0) return;
    const current = at.current === null ? -1 : all.indexOf(at.current as HTMLElement);
    const next = all[current < 0 ? (by > 0 ? 0 : all.length - 1) : (current + by + all.length) % all.length];
    for (const one of all) delete one.dataset.current;
    if (next === undefined) return;
    at.current = next;
    next.dataset.current = '';
    next.scrollIntoView({ block: 'center' });
  };
}
