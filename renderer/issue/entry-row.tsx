/** One entry of an issue: its pages, its title, how it starts, and what can be done with it. */
import type { KeyboardEvent } from 'react';
import type { EntryView } from '../../shared/api.ts';
import type { StartRule } from '../../shared/issue/issue.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import type { PageRange } from './entries.ts';

const startRules = Object.keys(text.issue.startRules) as readonly StartRule[];

export interface EntryRowProps {
  readonly entry: EntryView;
  readonly pages: PageRange | undefined;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: -1 | 1, name: string) => void;
  readonly onCatalogue: () => void;
  readonly onPage: (page: number) => void;
  readonly onStart: (start: StartRule) => void;
  readonly onRemove: () => void;
}

export function EntryRow({ entry, pages, isFirst, isLast, onMove, onCatalogue, onPage, onStart, onRemove }: EntryRowProps) {
  const title = entry.title === '' ? text.issue.untitled : entry.title;
  const keys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const focused = event.target instanceof HTMLElement ? event.target.dataset.name : undefined;
    onMove(event.key === 'ArrowUp' ? -1 : 1, focused ?? 'title');
  };
  const details = [entry.docNumber, entry.date, entry.file.split('/').at(-1) ?? ''].filter((detail) => detail !== null);
  const worst = entry.messages.find((message) => message.severity !== 'note');
  return (
    <li className="row" data-position={entry.position} onKeyDown={keys}>
      <span className="row-pages">{pages === undefined ? text.issue.noPage : text.issue.pages(pages.first, pages.last)}</span>
      <div className="row-main">
        <button
          type="button"
          className="row-title"
          data-name="title"
          title={text.issue.show(title)}
          onClick={() => pages !== undefined && onPage(pages.first)}
        >
          {entry.contentsTitle ?? title}
        </button>
        <span className="row-details">
          {details.map((detail) => (
            <span key={detail}>{detail}</span>
          ))}
        </span>
        {worst !== undefined && (
          <span className="row-warning">
            <Icon name="alert" />
            {worst.text}
          </span>
        )}
      </div>
      <select
        aria-label={text.issue.start(title)}
        data-name="start"
        value={entry.start}
        onChange={(event) => onStart(event.target.value as StartRule)}
      >
        {startRules.map((rule) => (
          <option key={rule} value={rule}>
            {text.issue.startRules[rule]}
          </option>
        ))}
      </select>
      <div className="row-actions">
        <Button
          kind="quiet"
          name="up"
          label={text.issue.up(title)}
          tip={text.issue.upTip}
          disabled={isFirst}
          onClick={() => onMove(-1, 'up')}
        >
          <Icon name="up" />
        </Button>
        <Button
          kind="quiet"
          name="down"
          label={text.issue.down(title)}
          tip={text.issue.downTip}
          disabled={isLast}
          onClick={() => onMove(1, 'down')}
        >
          <Icon name="down" />
        </Button>
        <Button kind="quiet" name="catalogue" label={text.issue.catalogue(title)} tip={text.issue.catalogueTip} onClick={onCatalogue}>
          <Icon name="edit" />
        </Button>
        <Button kind="quiet" name="remove" label={text.issue.remove(title)} tip={text.issue.removeTip} onClick={() => onRemove()}>
          <Icon name="close" />
        </Button>
      </div>
    </li>
  );
}
