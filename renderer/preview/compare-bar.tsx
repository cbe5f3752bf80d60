/** The strip above the pages while they are compared with a proof: how many changes, and the way from one to the next. */
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { Proofs } from './use-proofs.ts';
import { words } from './words.ts';

export function CompareBar({ proofs, onStep }: { readonly proofs: Proofs; readonly onStep: (direction: 1 | -1) => void }) {
  const { compared, changes, current, stop } = proofs;
  if (compared === null) return null;
  return (
    <div className="compare-bar">
      <span aria-live="polite">{words.compared(compared, changes.length)}</span>
      <span className="compare-legend" aria-hidden="true">
        {(['added', 'changed', 'removed'] as const).map((kind) => (
          <span key={kind} className={`change-kind change-${kind}`}>
            {words.kinds[kind]}
          </span>
        ))}
      </span>
      <span className="spacer" />
      {changes.length > 0 && (
        <>
          <Button kind="quiet" label={words.previousChange} onClick={() => onStep(-1)}>
            <Icon name="up" />
          </Button>
          <span className="compare-position">{words.position(current === null ? 0 : current + 1, changes.length)}</span>
          <Button kind="quiet" label={words.nextChange} onClick={() => onStep(1)}>
            <Icon name="down" />
          </Button>
        </>
      )}
      <Button kind="quiet" onClick={stop}>
        {words.stop}
      </Button>
    </div>
  );
}
