/** 改动: what differs from the proof, change by change, each the way to its place. */
import type { ChangedPlace } from '../../shared/api/proofs.ts';
import { words } from './words.ts';

export interface ChangesProps {
  readonly changes: readonly ChangedPlace[];
  readonly current: number | null;
  readonly labelOf: (index: number) => string;
  readonly onChange: (change: number) => void;
}

/** More than anyone reads in a list. */
const most = 500;

export function Changes({ changes, current, labelOf, onChange }: ChangesProps) {
  return (
    <ol className="changes" aria-label={words.changes}>
      {changes.slice(0, most).map((place) => (
        <li key={place.change}>
          <button type="button" aria-current={place.change === current ? 'true' : undefined} onClick={() => onChange(place.change)}>
            <span className={`change-kind change-${place.kind}`}>{words.kinds[place.kind]}</span>
            <span className="change-page">{labelOf(place.page)}</span>
            <span className="change-words">
              {place.before !== '' && <del>{place.before}</del>}
              {place.after !== '' && <ins>{place.after}</ins>}
            </span>
          </button>
        </li>
      ))}
      {changes.length > most && <li className="hint">{words.more(changes.length - most)}</li>}
    </ol>
  );
}
