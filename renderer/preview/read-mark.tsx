/** 已读: the mark in the corner of a page, and what in it is not read. */
import type { PageReading } from '../../shared/api/reading.ts';
import { Icon } from '../ui/icon.tsx';
import { words } from './words.ts';

const say = words.reading;

export interface ReadMarkProps {
  readonly reading: PageReading;
  readonly label: string;
  readonly onMark: () => void;
}

export function ReadMark({ reading: { state, readers }, label, onMark }: ReadMarkProps) {
  if (state === null) return null;
  const others = readers.length === 0 ? '' : say.others(readers);
  const shown = state === 'unread' ? (others === '' ? say.states.unread : others) : say.states[state];
  return (
    <button
      type="button"
      // Keyboards have R; among the pages a stop at each would be in the way.
      tabIndex={-1}
      className={`read-mark read-mark-${state}${others === '' ? '' : ' read-mark-others'}`}
      aria-pressed={state === 'read'}
      aria-label={say.markOf(label)}
      title={[say.tip, others].filter((part) => part !== '').join('\n')}
      onClick={(event) => {
        event.stopPropagation();
        onMark();
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      {state === 'read' && <Icon name="check" />}
      {shown}
    </button>
  );
}

/** Beside the lines of a page that were changed since they were read, or never read. */
export function UnreadBars({ reading }: { readonly reading: PageReading }) {
  return reading.unread.map((area) => (
    <rect
      key={`${area.x} ${area.y}`}
      className="unread-bar"
      x={area.x / 1000 - 5}
      y={area.y / 1000}
      width={2}
      height={area.height / 1000}
    />
  ));
}
