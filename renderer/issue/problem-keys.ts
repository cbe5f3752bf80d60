/** F8 and Shift+F8 in every room of an issue: to the place of the next or previous problem. */
import { useMemo } from 'react';
import { useDeeds } from '../commands.tsx';
import { useOpenIssue } from '../open-issue.ts';
import { asking, jumpTo, problemGroups } from './problems.ts';

/** The problem that was gone to last, so that the next key goes on from it. */
let last = '';

export function ProblemKeys() {
  const issue = useOpenIssue();
  const { view, layout } = issue;
  const problems = useMemo(() => asking(problemGroups(view, layout)), [view, layout]);
  const walk = (by: -1 | 1) => {
    const at = problems.findIndex(({ key }) => key === last);
    const next = problems[at < 0 ? (by > 0 ? 0 : problems.length - 1) : (at + by + problems.length) % problems.length];
    if (next === undefined) return;
    last = next.key;
    jumpTo(next, issue);
  };
  useDeeds({ nextProblem: () => walk(1), previousProblem: () => walk(-1) });
  return null;
}
