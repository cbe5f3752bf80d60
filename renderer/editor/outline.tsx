/** Left of the text: the documents of the issue to go to, and the headings of the one that is open. */
import { memo } from 'react';
import type { DocumentId, EntryView } from '../../shared/api.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { OutlineEntry } from './facts.ts';
import { words } from './words.ts';

export interface OutlineProps {
  readonly entries: readonly EntryView[];
  readonly documentId: DocumentId;
  readonly outline: readonly OutlineEntry[];
  /** Index in the editor's value of the block with the cursor. */
  readonly at: number | null;
  readonly onDocument: (id: DocumentId) => void;
  readonly onStep: (by: 1 | -1) => void;
  /** -1 is the title. */
  readonly onBlock: (block: number) => void;
}

export const Outline = memo(function Outline({ entries, documentId, outline, at, onDocument, onStep, onBlock }: OutlineProps) {
  const place = entries.findIndex((entry) => entry.documentId === documentId);
  const sections = [...new Set(entries.map(({ section }) => section))];
  const here = outline.findLast((entry) => at !== null && entry.index <= at);
  return (
    <nav className="outline-pane" aria-label={words.outline.title}>
      <div className="outline-documents">
        <select
          aria-label={words.outline.documents}
          value={documentId}
          onChange={(event) => onDocument(Number(event.target.value) as DocumentId)}
        >
          {sections.map((section) => (
            <optgroup key={section} label={section}>
              {entries
                .filter((entry) => entry.section === section)
                .map((entry) => (
                  <option key={`${entry.documentId}-${entry.position}`} value={entry.documentId}>
                    {entry.title === '' ? words.untitled : entry.title}
                  </option>
                ))}
            </optgroup>
          ))}
          {place < 0 && <option value={documentId}>{words.untitled}</option>}
        </select>
        <Button kind="quiet" label={words.outline.previous} disabled={place <= 0} onClick={() => onStep(-1)}>
          <Icon name="up" />
        </Button>
        <Button kind="quiet" label={words.outline.next} disabled={place < 0 || place >= entries.length - 1} onClick={() => onStep(1)}>
          <Icon name="down" />
        </Button>
      </div>
      <h3>{words.outline.headings}</h3>
      <ol className="outline-list">
        <li>
          <button type="button" aria-current={at === 0 ? 'location' : undefined} onClick={() => onBlock(-1)}>
            {words.outline.documentTitle}
          </button>
        </li>
        {outline.map((entry) => (
          <li key={entry.index} className={`outline-${entry.level}`}>
            <button
              type="button"
              title={entry.text}
              aria-current={entry === here && at !== 0 ? 'location' : undefined}
              onClick={() => onBlock(entry.index - 1)}
            >
              {entry.text === '' ? words.untitled : entry.text}
            </button>
          </li>
        ))}
      </ol>
      {outline.length === 0 && <p className="hint">{words.outline.none}</p>}
    </nav>
  );
});
