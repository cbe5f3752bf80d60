/** 收稿 → 编辑 → 校对 → 定稿: where the document is, who brought it there, and the steps on and back. */
import type { DocumentState, StateChange } from '../../shared/api/documents.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { momentOf } from './moments.ts';
import { words } from './words.ts';

const order: readonly DocumentState[] = ['received', 'editing', 'proofreading', 'final'];

export interface StateStripProps {
  readonly state: DocumentState;
  readonly states: readonly StateChange[];
  readonly onState: (state: DocumentState) => void;
}

export function StateStrip({ state, states, onState }: StateStripProps) {
  const at = order.indexOf(state);
  const next = order[at + 1];
  const before = order[at - 1];
  const now = new Date();
  const said = (one: DocumentState) => {
    const change = states.findLast((each) => each.state === one);
    return change === undefined ? undefined : words.stateBy(change.person, momentOf(change.at, now));
  };
  return (
    <div className="history-state">
      <ol aria-label={words.state}>
        {order.map((one, index) => (
          <li
            key={one}
            aria-current={one === state ? 'step' : undefined}
            data-done={index < at}
            title={index <= at ? said(one) : undefined}
          >
            {words.states[one]}
          </li>
        ))}
      </ol>
      <p className="history-state-by">{said(state) ?? words.stateNever}</p>
      <div className="history-state-steps">
        {before !== undefined && <Button onClick={() => onState(before)}>{words.backward(before)}</Button>}
        {next !== undefined && (
          <Button kind="primary" onClick={() => onState(next)}>
            {next === 'final' && <Icon name="check" />}
            {words.forward(next)}
          </Button>
        )}
      </div>
    </div>
  );
}
