/** What is selected goes into the issue. */
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { SectionBox } from './section-box.tsx';
import { words } from './words.ts';

export interface PlaceBarProps {
  /** How many are listed. */
  readonly shown: string;
  readonly selected: number;
  /** How many it would be: the selection, else the card that is open. */
  readonly count: number;
  readonly sections: readonly string[];
  readonly section: string | null;
  readonly onSection: (section: string | null) => void;
  readonly onPlace: () => void;
  readonly onClear: () => void;
}

export function PlaceBar({ shown, selected, count, sections, section, onSection, onPlace, onClear }: PlaceBarProps) {
  return (
    <section className="place-bar" aria-label={words.place.bar}>
      {selected > 0 ? (
        <span className="place-count">
          {words.place.selected(selected)}
          <Button kind="quiet" label={words.place.clear} onClick={onClear}>
            <Icon name="close" />
          </Button>
        </span>
      ) : (
        <span className="count" role="status" title={words.place.hint}>
          {shown}
        </span>
      )}
      <span className="spacer" />
      <SectionBox label={words.place.section} sections={sections} section={section} onSection={onSection} />
      <Button kind={selected > 0 ? 'primary' : 'plain'} disabled={count === 0} onClick={onPlace}>
        {words.place.button(count)}
      </Button>
    </section>
  );
}

/** Asks before a document comes to stand in two issues. */
export function useElsewhere() {
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const dialog = asked !== null && (
    <Dialog title={words.place.elsewhereTitle} confirm={words.place.elsewhereConfirm} onConfirm={asked} onClose={() => setAsked(null)}>
      <p>{words.place.elsewhereText}</p>
    </Dialog>
  );
  return { ask: (go: () => void) => setAsked(() => go), dialog };
}
