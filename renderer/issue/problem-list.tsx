/** 提示: everything that layout and import have to say, by document; F8 goes through them, Enter goes to the place. */
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import type { Severity } from '../../shared/result.ts';
import { useDeeds } from '../commands.tsx';
import { useOpenIssue } from '../open-issue.ts';
import { Icon } from '../ui/icon.tsx';
import { countBySeverity, jumpTo, type Problem, type ProblemGroup, severities } from './problems.ts';
import { words } from './words.ts';

const says = words.problems;

export interface ProblemListProps {
  readonly groups: readonly ProblemGroup[];
  readonly titleOf: (id: DocumentId) => string;
}

/** Drawn anew only for other problems: it may be long, and beside it things are dragged. */
export const ProblemList = memo(function ProblemList({ groups, titleOf }: ProblemListProps) {
  const issue = useOpenIssue();
  const [hidden, setHidden] = useState<ReadonlySet<Severity>>(new Set(['note']));
  const [looked, setLooked] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const counts = useMemo(() => countBySeverity(groups), [groups]);
  // What is only told is folded away until somebody wants to read it.
  const shown = useMemo(() => {
    const isShown = ({ message }: Problem) => !hidden.has(message.severity) && message.text.includes(looked.trim());
    return groups.map((group) => ({ ...group, problems: group.problems.filter(isShown) })).filter(({ problems }) => problems.length > 0);
  }, [groups, hidden, looked]);

  const walk = (by: -1 | 1) => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>('.problem') ?? [])];
    const at = all.findIndex((one) => one === document.activeElement || one.ariaCurrent === 'true');
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length];
    for (const one of all) one.ariaCurrent = one === next ? 'true' : null;
    next?.focus();
  };
  useDeeds({ nextProblem: () => walk(1), previousProblem: () => walk(-1) });
  const keys = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null || !(event.target instanceof HTMLElement) || !event.target.matches('.problem')) return;
    event.preventDefault();
    walk(by);
  };
  const toggle = (severity: Severity) => {
    const next = new Set(hidden);
    if (!next.delete(severity)) next.add(severity);
    setHidden(next);
  };
  if (groups.length === 0) {
    return (
      <p className="all-well">
        <Icon name="check" />
        {says.none}
      </p>
    );
  }
  return (
    <div className="problems" ref={list}>
      <fieldset className="problem-filter" aria-label={says.filter}>
        {severities
          .filter((severity) => counts[severity] > 0)
          .map((severity) => (
            <button
              key={severity}
              type="button"
              className={`problem-chip problem-chip-${severity}`}
              aria-pressed={!hidden.has(severity)}
              title={hidden.has(severity) ? says.show : says.fold}
              aria-label={says.count(words.severities[severity], counts[severity])}
              onClick={() => toggle(severity)}
            >
              {words.severities[severity]} {counts[severity]}
            </button>
          ))}
        <input
          type="search"
          value={looked}
          placeholder={says.searchHint}
          aria-label={says.search}
          onChange={(event) => setLooked(event.target.value)}
        />
      </fieldset>
      {shown.length === 0 &&
        (looked.trim() === '' && counts.error + counts.warning === 0 ? (
          <p className="all-well">
            <Icon name="check" />
            {says.none}
          </p>
        ) : (
          <p className="hint">{says.filteredOut}</p>
        ))}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons in it. */}
      <div onKeyDown={keys} className="problem-groups" title={says.keys}>
        {shown.map(({ documentId, problems }) => (
          <section key={documentId} aria-label={documentId === null ? says.wholeIssue : titleOf(documentId)}>
            <h3>{documentId === null ? says.wholeIssue : titleOf(documentId)}</h3>
            <ul>
              {problems.map((problem) => (
                <li key={problem.key}>
                  <button type="button" className="problem" onClick={() => jumpTo(problem, issue)}>
                    <span className={`problem-severity problem-${problem.message.severity}`}>
                      {words.severities[problem.message.severity]}
                    </span>
                    <span>{problem.message.text}</span>
                  </button>
                  {problem.page !== null && problem.block !== null && (
                    <button type="button" className="link" onClick={() => issue.showPage(problem.page ?? 1)}>
                      {says.showPage(problem.page)}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
});
