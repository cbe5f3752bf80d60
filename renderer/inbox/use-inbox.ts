/** What the workspace keeps of 来稿 while other rooms are shown: the cards, where the user was in them, and the intake. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SubmissionCard } from '../../shared/api/inbox.ts';
import type { DocumentId, ImportReport, IssueId } from '../../shared/api.ts';
import { useSession } from '../session.ts';
import { type ListView, usualView } from './list-view.ts';
import { type Intake, useIntake } from './use-intake.ts';
import { words } from './words.ts';

export interface InboxState {
  /** Null until they are first read. */
  readonly cards: readonly SubmissionCard[] | null;
  readonly refresh: () => Promise<void>;
  readonly view: ListView;
  readonly setView: (change: Partial<ListView>) => void;
  readonly active: DocumentId | null;
  readonly setActive: (id: DocumentId | null) => void;
  readonly selected: ReadonlySet<DocumentId>;
  readonly setSelected: (ids: ReadonlySet<DocumentId>) => void;
  readonly intake: Intake;
}

export interface InboxOptions {
  readonly issue: IssueId;
  /** True while the room is shown: the cards are read then, and anew each time. */
  readonly isShown: boolean;
  readonly reports: readonly ImportReport[];
  /** Reads the issue anew after documents came into it. */
  readonly refreshIssue: () => Promise<boolean>;
}

export function useInbox({ issue, isShown, reports, refreshIssue }: InboxOptions): InboxState {
  const { api, run } = useSession();
  const [cards, setCards] = useState<readonly SubmissionCard[] | null>(null);
  const [view, setWhole] = useState(usualView);
  const [active, setActive] = useState<DocumentId | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<DocumentId>>(() => new Set());
  const latest = useRef(0);
  const refresh = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    const found = await run(words.reading, () => api.listSubmissions());
    if (found !== undefined && turn === latest.current) setCards(found);
  }, [api, run]);
  useEffect(() => {
    if (isShown) void refresh();
  }, [isShown, refresh]);
  const setView = useCallback((change: Partial<ListView>) => setWhole((old) => ({ ...old, ...change })), []);
  const arrived = useCallback(() => void refresh(), [refresh]);
  const placed = useCallback(() => void refreshIssue(), [refreshIssue]);
  const finished = useCallback((documents: readonly DocumentId[]) => setActive((old) => documents.at(-1) ?? old), []);
  const intake = useIntake({ issue, reports, arrived, placed, finished });
  return useMemo(
    () => ({ cards, refresh, view, setView, active, setActive, selected, setSelected, intake }),
    [cards, refresh, view, setView, active, selected, intake],
  );
}
