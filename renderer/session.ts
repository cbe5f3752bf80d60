/** What every room works with: the desk, the way to run long work, notices, and who sits here. */
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { Hand } from '../shared/api/documents.ts';
import type { Api, HouseSummary } from '../shared/api.ts';
import type { Notify } from './ui/notices.tsx';
import type { RunTask } from './ui/tasks.ts';

export interface Session {
  readonly api: Api;
  readonly run: RunTask;
  readonly notify: Notify;
  readonly houses: readonly HouseSummary[];
  /** Who revisions and states name, with the window's own mark. */
  readonly hand: Hand;
  /** Asks for the name once it is needed for the first time; the name is kept in this browser. */
  readonly setPerson: (name: string) => void;
  readonly refreshHouses: () => Promise<void>;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('no session');
  return session;
}

const nameKey = 'gazette-person';
const markKey = 'gazette-window';
export const nobody = '编辑';

/** The name of whoever sits here, and a mark of this window that outlives a reload. */
export function useHand(): { readonly hand: Hand; readonly setPerson: (name: string) => void } {
  const [person, setName] = useState(() => localStorage.getItem(nameKey) ?? nobody);
  const session = useMemo(() => {
    const known = sessionStorage.getItem(markKey) ?? crypto.randomUUID();
    sessionStorage.setItem(markKey, known);
    return known;
  }, []);
  const setPerson = useCallback((name: string) => {
    const given = name.trim() === '' ? nobody : name.trim();
    localStorage.setItem(nameKey, given);
    setName(given);
  }, []);
  return { hand: useMemo(() => ({ person, session }), [person, session]), setPerson };
}
