/** 定稿 from the pages: whoever has read a document to its end says so there, under his name. */
import type { ReactNode } from 'react';
import type { DocumentState } from '../../shared/api/documents.ts';
import type { DocumentId } from '../../shared/api.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { usePerson } from '../use-person.tsx';
import { words } from './words.ts';

export function useDocumentState(): {
  readonly change: (documentId: DocumentId, state: DocumentState) => void;
  /** Asks for the name. */
  readonly question: ReactNode;
} {
  const { api, run, notify } = useSession();
  const { refresh } = useOpenIssue();
  const { withPerson, question } = usePerson();
  const change = (documentId: DocumentId, state: DocumentState) =>
    withPerson(async (person) => {
      const done = await run(words.original.settingState, () => api.setDocumentState(documentId, state, person).then(() => true));
      if (done !== true) return;
      notify('done', words.original.stateSet(words.original.states[state]));
      await refresh();
    });
  return { change, question };
}
