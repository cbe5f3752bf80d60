/** The session of the document that is shown: begun when it is opened, let go when another takes its place. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { beginSession, type DocumentSession } from './document-session.ts';
import { notOpened, type SessionState } from './session-state.ts';
import { words } from './words.ts';

/** What the lists of the issue say of a document. */
function listed({ title, docNumber, date, issuer }: Pick<GazetteDocument, 'title' | 'docNumber' | 'date' | 'issuer'>): string {
  return JSON.stringify([title, docNumber, date, issuer]);
}

export function useDocumentSession(id: DocumentId): DocumentSession | null {
  const { api, hand, notify } = useSession();
  const issue = useOpenIssue();
  const now = useRef({ hand, issue, notify });
  now.current = { hand, issue, notify };
  const [session, setSession] = useState<DocumentSession | null>(null);
  useEffect(() => {
    let isBusy = false;
    let isWanted = false;
    let known: string | null = null;
    /** The page on show follows the text: one layout at a time, and one more for what came meanwhile. */
    const layOut = async (document: GazetteDocument) => {
      isWanted = true;
      if (isBusy) return;
      isBusy = true;
      while (isWanted) {
        isWanted = false;
        const { issue: open } = now.current;
        const entry = open.view.entries.find((one) => one.documentId === id);
        known ??= entry === undefined ? null : listed(entry);
        const text = listed(latest ?? document);
        if (text === known) await open.relayout();
        else await open.refresh();
        known = text;
      }
      isBusy = false;
    };
    let latest: GazetteDocument | null = null;
    const made = beginSession(id, {
      api,
      hand: () => now.current.hand,
      onSaved: (document) => {
        latest = document;
        void layOut(document);
      },
      onReloaded: () => now.current.notify('done', words.banners.reloaded),
      onLeft: (left, title) => now.current.notify(left === 'stored' ? 'done' : 'error', words.banners.left[left](title)),
    });
    setSession(made);
    return () => made.leave();
  }, [api, id]);
  // A list that was read anew may mean that another room has changed the text.
  const { view } = issue;
  useEffect(() => {
    if (view !== null) void session?.compare();
  }, [session, view]);
  return session?.id === id ? session : null;
}

const never = () => () => undefined;

export function useSessionState(session: DocumentSession | null): SessionState {
  return useSyncExternalStore(session?.subscribe ?? never, session?.read ?? (() => notOpened));
}
