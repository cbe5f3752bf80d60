/** One submission opened beside the list: what is odd about it, its check against the original, its register. */
import { Tabs } from 'radix-ui';
import { type KeyboardEvent, type Ref, useId } from 'react';
import type { SubmissionCard } from '../../shared/api/inbox.ts';
import type { DocumentId, IssueId } from '../../shared/api.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { MessageList } from '../ui/messages.tsx';
import { Check } from './check.tsx';
import { FactsForm } from './facts-form.tsx';
import { isIn } from './list-view.ts';
import type { MendingDesk } from './use-mending.ts';
import { words } from './words.ts';

export interface DetailProps {
  readonly card: SubmissionCard | null;
  readonly cards: readonly SubmissionCard[];
  /** Of the listed ones, not checked yet. */
  readonly waiting: number;
  readonly desk: MendingDesk;
  readonly onConfirm: () => void;
  readonly onEdit: () => void;
  readonly selected: ReadonlySet<DocumentId>;
  readonly issue: IssueId;
  readonly onJump: (id: DocumentId) => void;
  /** The open one takes the place of that one in the issue. */
  readonly onReplace: (id: DocumentId) => void;
  readonly onFacts: () => void;
  readonly onBack: () => void;
  readonly pane: Ref<HTMLElement>;
}

const { detail } = words;

export function Detail({
  card,
  cards,
  waiting,
  desk,
  selected,
  issue,
  onConfirm,
  onEdit,
  onJump,
  onReplace,
  onFacts,
  onBack,
  pane,
}: DetailProps) {
  const heading = useId();
  const { mending } = desk;
  if (card === null)
    return <EmptyState icon="tray" title={detail.nothing} hint={cards.length === 0 ? detail.nothingYet : detail.nothingHint} />;
  const title = mending?.document.title ?? card.title;
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onBack();
  };
  return (
    <section ref={pane} className="detail" aria-labelledby={heading} tabIndex={-1} onKeyDown={back}>
      <header className="detail-head">
        <span className={`state state-${card.state}`}>{words.states[card.state]}</span>
        <h2 id={heading}>{title === '' ? words.untitled : title}</h2>
        <span className="detail-saved" role="status">
          {mending?.isDirty === true ? (mending.isRefused ? detail.unsaved : detail.saving) : waiting > 0 ? detail.waiting(waiting) : ''}
        </span>
        {mending?.isRefused === true && (
          <Button kind="quiet" onClick={desk.discard}>
            {detail.discard}
          </Button>
        )}
        <Button onClick={onEdit}>{detail.edit}</Button>
        <Button kind="primary" tip={detail.confirmTip} onClick={onConfirm}>
          {detail.confirm}
        </Button>
      </header>
      {card.state === 'final' && <p className="detail-final">{detail.final}</p>}
      <Notes card={card} cards={cards} issue={issue} onJump={onJump} onReplace={onReplace} />
      <Tabs.Root defaultValue="check" className="detail-tabs">
        <Tabs.List className="detail-tablist" aria-label={detail.tabs}>
          <Tabs.Trigger value="check">{detail.checkTab}</Tabs.Trigger>
          <Tabs.Trigger value="facts">{detail.factsTab}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="check" className="detail-tab" tabIndex={-1} onBlur={desk.settle}>
          {mending !== null && <Check key={mending.id} mending={mending} onChange={desk.change} />}
        </Tabs.Content>
        <Tabs.Content value="facts" className="detail-tab" tabIndex={-1}>
          <FactsForm
            key={card.documentId}
            card={card}
            cards={cards}
            others={
              selected.has(card.documentId)
                ? cards.filter(({ documentId }) => documentId !== card.documentId && selected.has(documentId))
                : []
            }
            onSaved={onFacts}
          />
        </Tabs.Content>
      </Tabs.Root>
    </section>
  );
}

/** What the import had to say, and where the same came in before. */
function Notes({
  card,
  cards,
  issue,
  onJump,
  onReplace,
}: Pick<DetailProps, 'cards' | 'issue' | 'onJump' | 'onReplace'> & { readonly card: SubmissionCard }) {
  if (card.messages.length === 0 && card.twins.length === 0) return null;
  return (
    <div className="notes">
      {card.twins.map(({ documentId, why }) => {
        const other = cards.find((one) => one.documentId === documentId);
        return (
          <p key={documentId} className="twin">
            <Icon name="alert" />
            <span>{why === 'text' ? detail.twinText : detail.twinNumber}</span>
            <button type="button" className="link" onClick={() => onJump(documentId)}>
              {other === undefined || other.title === '' ? words.untitled : other.title}
            </button>
            <small>{other?.file}</small>
            {other !== undefined && isIn(other, issue) && !isIn(card, issue) && (
              <Button tip={detail.replaceTip} onClick={() => onReplace(documentId)}>
                {detail.replace}
              </Button>
            )}
          </p>
        );
      })}
      {card.messages.length > 0 && <MessageList messages={card.messages.map(({ at: _, ...message }) => message)} />}
    </div>
  );
}
