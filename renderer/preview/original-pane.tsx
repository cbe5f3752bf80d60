/** The pane 原稿 at the right of the pages: the submission line by line, what was changed, left out or added on its way to the page. */
import { type KeyboardEvent, memo, useCallback, useEffect, useRef } from 'react';
import type { DocumentState } from '../../shared/api/documents.ts';
import type { DocumentId } from '../../shared/api.ts';
import type { CollatedLine } from '../../shared/recognize/collate.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Original } from './use-original.ts';
import { words } from './words.ts';

const say = words.original;
const states: readonly DocumentState[] = ['received', 'editing', 'proofreading', 'final'];
/** Between the cells of a row. */
const cellBar = ' │ ';

export interface OriginalPaneProps {
  readonly original: Original;
  readonly documents: readonly { readonly documentId: DocumentId; readonly title: string; readonly state: DocumentState }[];
  readonly onState: (documentId: DocumentId, state: DocumentState) => void;
  readonly onClose: () => void;
}

export function OriginalPane({ original, documents, onState, onClose }: OriginalPaneProps) {
  const { documentId, collated, all, differences, lit, choose, step } = original;
  const ready = collated === null || collated === 'missing' ? null : collated;
  const counts = new Map(all.map((each) => [each.documentId, each.differences ?? 0]));
  const others = all.filter((each) => each.documentId !== documentId && (each.differences ?? 0) > 0).length;
  const shown = documents.find((each) => each.documentId === documentId);
  const at = lit === null ? -1 : differences.indexOf(lit);
  return (
    <section className="original-pane" aria-label={say.title}>
      <header>
        <div className="original-head">
          <h2>{say.title}</h2>
          <span className="original-file" title={ready?.file}>
            {ready?.file.replace(/^.*[/\\]/, '')}
          </span>
          <Button kind="quiet" label={say.close} onClick={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        <div className="original-choice">
          <select aria-label={say.document} value={documentId ?? ''} onChange={(event) => choose(Number(event.target.value) as DocumentId)}>
            {documents.map((each) => (
              <option key={each.documentId} value={each.documentId}>
                {say.counted(each.title, counts.get(each.documentId) ?? 0, each.state === 'final')}
              </option>
            ))}
          </select>
          {shown !== undefined && (
            <select
              aria-label={say.state}
              value={shown.state}
              onChange={(event) => onState(shown.documentId, event.target.value as DocumentState)}
            >
              {states.map((state) => (
                <option key={state} value={state}>
                  {say.states[state]}
                </option>
              ))}
            </select>
          )}
        </div>
        {ready !== null && (
          <div className={`original-state${differences.length === 0 ? ' original-good' : ''}`}>
            {differences.length === 0 && <Icon name="check" />}
            <span aria-live="polite">{say.summary(differences.length)}</span>
            <span className="spacer" />
            {others + differences.length > 0 && (
              <>
                <Button kind="quiet" label={say.previous} onClick={() => step(-1)}>
                  <Icon name="up" />
                </Button>
                {differences.length > 0 && <span className="compare-position">{words.position(at + 1, differences.length)}</span>}
                <Button kind="quiet" label={say.next} onClick={() => step(1)}>
                  <Icon name="down" />
                </Button>
              </>
            )}
          </div>
        )}
        {others > 0 && <p className="original-others">{say.others(others)}</p>}
      </header>
      {collated === 'missing' && <p className="original-wait">{say.missing}</p>}
      {ready !== null && <Lines key={ready.documentId} lines={ready.collation.lines} original={original} />}
    </section>
  );
}

function Lines({ lines, original }: { readonly lines: readonly CollatedLine[]; readonly original: Original }) {
  const { lit, light, isOnShow, step } = original;
  const box = useRef<HTMLDivElement>(null);
  const shown = lines.findIndex(isOnShow);
  // The red head stands above the title and on no page.
  const top = lines.slice(0, shown).every(({ block }) => block === null) ? 0 : shown;
  const latest = useRef(light);
  latest.current = light;
  const onLight = useCallback((index: number) => latest.current(index), []);
  const litOnShow = lit !== null && isNear(lines, lit, isOnShow);
  const turned = useRef({ top: -1, lit: null as number | null });
  // As the pages turn, the first line of the page comes to the top; a line that is asked for comes into view, and stays in it with its page.
  useEffect(() => {
    const before = turned.current;
    turned.current = { top, lit };
    const show = () => {
      const [frame, line] = [box.current, box.current?.querySelector<HTMLElement>(`[data-line="${top}"]`)];
      if (before.top !== top && frame !== null && line !== null && line !== undefined)
        frame.scrollTop = line.offsetTop - frame.offsetTop - 8;
      if (lit !== null && (before.lit !== lit || litOnShow))
        box.current?.querySelector(`[data-line="${lit}"]`)?.scrollIntoView({ block: 'nearest' });
    };
    show();
    // What came into view takes its true height only now.
    const frame = requestAnimationFrame(show);
    return () => cancelAnimationFrame(frame);
  }, [top, lit, litOnShow]);
  const pressed = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'F7') step(event.shiftKey ? -1 : 1);
    else {
      const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (by === 0) return;
      let next = (lit ?? Math.max(shown, 0) - (by > 0 ? 1 : 0)) + by;
      while (lines[next]?.kind === 'blank') next += by;
      if (lines[next] !== undefined) light(next);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={box}
      className="collation"
      role="listbox"
      tabIndex={0}
      aria-label={say.lines}
      aria-activedescendant={lit === null ? undefined : `collated-${lit}`}
      onKeyDown={pressed}
    >
      {lines.map((line, index) => (
        <Line key={index} index={index} line={line} isShown={isOnShow(line)} isLit={index === lit} onLight={onLight} />
      ))}
    </div>
  );
}

/** Whether a line is on show, or where it stands on no page the line before it. */
function isNear(lines: readonly CollatedLine[], at: number, isOnShow: Original['isOnShow']): boolean {
  const near = lines.slice(0, at + 1).findLast(({ block }) => block !== null);
  return near !== undefined && isOnShow(near);
}

interface LineProps {
  readonly index: number;
  readonly line: CollatedLine;
  readonly isShown: boolean;
  readonly isLit: boolean;
  readonly onLight: (index: number) => void;
}

/** Drawn anew only when it is lit or comes on show: a long table has thousands, and the pages move beneath them. */
const Line = memo(function Line({ index, line, isShown, isLit, onLight }: LineProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's, which has the focus.
    <div
      id={`collated-${index}`}
      data-line={index}
      role="option"
      tabIndex={-1}
      aria-selected={isLit}
      className={`collated collated-${line.kind}${isShown ? ' collated-shown' : ''}`}
      onClick={() => line.kind !== 'blank' && onLight(index)}
    >
      <span className="collated-number">{line.line === null ? '' : line.line + 1}</span>
      <span className="collated-text">
        <LineLabel line={line} />
        {line.pieces.map(({ kind, text }, piece) => {
          const key = `${piece}-${kind}`;
          const shownText = text.replaceAll('\t', cellBar);
          if (kind === 'same') return <span key={key}>{shownText}</span>;
          return kind === 'added' ? <ins key={key}>{shownText}</ins> : <del key={key}>{shownText}</del>;
        })}
      </span>
    </div>
  );
});

/** What a line is that does not stand on the page as it stood in the file. */
function LineLabel({ line: { kind, keptAs } }: { readonly line: CollatedLine }) {
  if (kind === 'kept' && keptAs !== null) return <span className="collated-label">{say.kept[keptAs]}</span>;
  if (kind === 'gone') return <span className="change-kind change-removed">{say.gone}</span>;
  if (kind === 'new') return <span className="change-kind change-added">{say.isNew}</span>;
  return kind === 'changed' ? <span className="unseen">{say.changed}：</span> : null;
}
