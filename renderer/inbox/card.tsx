/** A submission as one card of the list. */
import { type MouseEvent, memo, type Ref } from 'react';
import type { SubmissionCard } from '../../shared/api/inbox.ts';
import type { DocumentId, IssueId } from '../../shared/api.ts';
import { dateShown } from '../ui/date-text.ts';
import { Icon } from '../ui/icon.tsx';
import { askingMessages, isIn } from './list-view.ts';
import { words } from './words.ts';

export interface CardProps {
  readonly card: SubmissionCard;
  readonly issue: IssueId;
  /** Place in the list, for a reader that sees only some of its cards. */
  readonly index: number;
  readonly count: number;
  readonly domId: string;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  readonly onPick: (event: MouseEvent, id: DocumentId) => void;
  readonly onOpen: (id: DocumentId) => void;
  readonly measure: Ref<HTMLDivElement>;
}

export const Card = memo(function Card(props: CardProps) {
  const { card, issue, index, count, domId, isActive, isSelected, onPick, onOpen, measure } = props;
  const facts = [card.docNumber, card.date === null ? null : dateShown(card.date), card.issuer].filter((fact) => fact !== null);
  const isHere = isIn(card, issue);
  const elsewhere = card.issues.filter(({ id }) => id !== issue);
  const asking = askingMessages(card);
  const [first] = asking;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the list's, which has the focus.
    <div
      ref={measure}
      id={domId}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected || isActive}
      aria-posinset={index + 1}
      aria-setsize={count}
      data-index={index}
      className={`card${isActive ? ' card-active' : ''}${isSelected ? ' card-selected' : ''}`}
      onClick={(event) => onPick(event, card.documentId)}
      onContextMenu={(event) => onPick(event, card.documentId)}
      onDoubleClick={() => onOpen(card.documentId)}
    >
      <p className="card-title">
        <span className={`state state-${card.state}`}>{words.states[card.state]}</span>
        {card.title === '' ? words.untitled : card.title}
      </p>
      {facts.length > 0 && <p className="card-facts">{facts.join(' · ')}</p>}
      <p className="card-file">
        <span>{words.card.characters(card.characters)}</span>
        <span>{words.card.received(moment(card.receivedAt))}</span>
        <span className="card-name" title={card.file}>
          {card.file.slice(card.file.lastIndexOf('/') + 1)}
        </span>
        {isHere && <span className="card-mark card-here">{words.card.here}</span>}
      </p>
      {(elsewhere.length > 0 || card.twins.length > 0 || first !== undefined) && (
        <p className="card-marks">
          {elsewhere.map(({ id, name }) => (
            <span key={id} className="card-mark">
              {name}
            </span>
          ))}
          {card.twins.length > 0 && <span className="card-mark card-twin">{words.card.twin}</span>}
          {first !== undefined && (
            <span className="card-message card-asks">
              <Icon name="alert" />
              {words.card.messages(asking.length, first.text)}
            </span>
          )}
        </p>
      )}
      {isSelected && (
        <span className="card-check">
          <Icon name="check" />
        </span>
      )}
    </div>
  );
});

const time = { hour: '2-digit', minute: '2-digit' } as const;
const thisYear = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric', ...time });
const otherYears = new Intl.DateTimeFormat('zh-CN', { year: 'numeric', month: 'long', day: 'numeric', ...time });

/** 3月6日 09:42; with its year when that is over. */
export function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return (date.getFullYear() === new Date().getFullYear() ? thisYear : otherYears).format(date);
}
