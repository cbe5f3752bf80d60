/** Shows how far long work has come; without a total it only says that something is going on. */
import { text } from '../text.ts';

export interface ProgressState {
  readonly label: string;
  readonly done: number;
  /** 0 while the total is not known. */
  readonly total: number;
  readonly what: string;
  /** Stops the work after the step that is under way. */
  readonly cancel?: () => void;
}

export function ProgressBar({ state }: { readonly state: ProgressState }) {
  const known = state.total > 0;
  return (
    <div className="progress" role="status">
      <span className="progress-label">{state.label}</span>
      <progress {...(known ? { value: state.done, max: state.total } : {})} aria-label={state.label} />
      <span className="progress-what">
        {known ? `${state.done}/${state.total}` : ''} {state.what}
      </span>
      {state.cancel !== undefined && (
        <button type="button" className="button button-plain progress-cancel" onClick={state.cancel}>
          {text.cancel}
        </button>
      )}
    </div>
  );
}
