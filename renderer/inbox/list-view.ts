/** Which cards are listed, and in what order. */
import type { DocumentState } from '../../shared/api/documents.ts';
import type { SubmissionCard } from '../../shared/api/inbox.ts';
import type { IssueId } from '../../shared/api.ts';

export type Scope = 'all' | 'here' | 'free';
export type SortKey = 'received' | 'title' | 'number' | 'date' | 'issuer' | 'length';

export interface ListView {
  /** Several words parted by spaces must all be there. */
  readonly words: string;
  readonly scope: Scope;
  readonly state: DocumentState | null;
  readonly sender: string | null;
  readonly hasMessages: boolean;
  readonly hasTwins: boolean;
  readonly sort: SortKey;
  readonly isDescending: boolean;
}

export const usualView: ListView = {
  words: '',
  scope: 'all',
  state: null,
  sender: null,
  hasMessages: false,
  hasTwins: false,
  sort: 'received',
  isDescending: true,
};

export const noFilter: Partial<ListView> = { words: '', scope: 'all', state: null, sender: null, hasMessages: false, hasTwins: false };

export function listedCards(cards: readonly SubmissionCard[], view: ListView, issue: IssueId): readonly SubmissionCard[] {
  const wanted = loose(view.words)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = cards.filter((card) => {
    if (view.scope === 'here' && !isIn(card, issue)) return false;
    if (view.scope === 'free' && card.issues.length > 0) return false;
    if (view.state !== null && card.state !== view.state) return false;
    if (view.sender !== null && card.facts.sender !== view.sender) return false;
    if (view.hasMessages && askingMessages(card).length === 0) return false;
    if (view.hasTwins && card.twins.length === 0) return false;
    if (wanted.length === 0) return true;
    const text = loose(`${card.title} ${card.docNumber ?? ''} ${card.issuer ?? ''} ${card.file}`);
    return wanted.every((word) => text.includes(word));
  });
  return sorted(found, view);
}

export function isIn(card: SubmissionCard, issue: IssueId): boolean {
  return card.issues.some(({ id }) => id === issue);
}

/** Those that ask for a look; that a page footer was left out is only told. */
export function askingMessages({ messages }: SubmissionCard): SubmissionCard['messages'] {
  return messages.filter(({ severity }) => severity !== 'note');
}

function loose(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true });
const values: Readonly<Record<SortKey, (card: SubmissionCard) => string | number | null>> = {
  received: (card) => card.receivedAt,
  title: (card) => card.title,
  number: (card) => card.docNumber,
  date: (card) => card.date,
  issuer: (card) => card.issuer,
  length: (card) => card.characters,
};

function sorted(cards: readonly SubmissionCard[], { sort, isDescending }: ListView): readonly SubmissionCard[] {
  // As they come from the desk: times are all different there, and 1,500 cards need not be compared again.
  if (sort === 'received') return isDescending ? cards : cards.toReversed();
  const keyed = cards.map((card) => ({ card, value: values[sort](card) }));
  keyed.sort((a, b) => {
    // What has no value comes last in either direction.
    if (a.value === null || a.value === '' || b.value === null || b.value === '')
      return Number(a.value === null || a.value === '') - Number(b.value === null || b.value === '');
    const order = typeof a.value === 'number' ? a.value - (b.value as number) : collator.compare(a.value, b.value as string);
    return isDescending ? -order : order;
  });
  return keyed.map(({ card }) => card);
}

/** What was used before in a field of the register, for suggestions. */
export function usedFacts(cards: readonly SubmissionCard[], field: 'sender' | 'approver' | 'request'): readonly string[] {
  return [...new Set(cards.map(({ facts }) => facts[field]).filter((value) => value !== ''))].sort(collator.compare);
}
