/** 历史版本 of one document: its state, its revisions, what a revision changed, and the way back to one. */
import { useState } from 'react';
import type { DocumentId } from '../../shared/api.ts';
import { useSession } from '../session.ts';
import { Dialog } from '../ui/dialog.tsx';
import { usePerson } from '../use-person.tsx';
import { CompareView } from './compare-view.tsx';
import { momentOf } from './moments.ts';
import { RevisionList } from './revision-list.tsx';
import type { Side } from './sides.ts';
import { StateStrip } from './state-strip.tsx';
import { useHistory } from './use-history.ts';
import { words } from './words.ts';

export interface HistoryProps {
  readonly documentId: DocumentId;
  /** Called after the document was changed here: a revision restored, its state altered. */
  readonly onChanged?: () => void;
}

export function History({ documentId, onChanged }: HistoryProps) {
  // Another document begins with its own list.
  return <HistoryOf key={documentId} documentId={documentId} {...(onChanged === undefined ? {} : { onChanged })} />;
}

function HistoryOf({ documentId, onChanged }: HistoryProps) {
  const { api, run, notify, hand } = useSession();
  const { history, changed } = useHistory(documentId, onChanged);
  const { withPerson, question } = usePerson();
  const [chosen, setChosen] = useState<Side | null>(null);
  const [left, setLeft] = useState<Side | null>(null);
  const [restores, setRestores] = useState<number | null>(null);
  if (history === null) return null;
  const { view, revisions, states } = history;

  const restore = (number: number) =>
    withPerson(async (person) => {
      const done = await run(words.restoring, () => api.restoreRevision(documentId, number, { ...hand, person }));
      if (done === undefined) return;
      const [newest] = await api.listRevisions(documentId);
      setChosen(null);
      notify('done', words.restored(number, (newest?.number ?? 2) - 1));
      await changed();
    });
  const restored = revisions.find(({ number }) => number === restores);
  return (
    <section className="history" aria-label={words.title}>
      <StateStrip
        state={view.state}
        states={states}
        onState={(state) =>
          withPerson(async (person) => {
            const done = await run(words.changeState, () => api.setDocumentState(documentId, state, person).then(() => true));
            if (done !== true) return;
            notify('done', words.stateChanged(state));
            await changed();
          })
        }
      />
      {chosen === null ? (
        <RevisionList view={view} revisions={revisions} left={left} onChoose={setChosen} />
      ) : (
        <CompareView
          {...{ documentId, view, revisions, chosen }}
          onBack={() => {
            setLeft(chosen);
            setChosen(null);
          }}
          onRestore={setRestores}
        />
      )}
      {restored !== undefined && (
        <Dialog
          title={words.restoreTitle(restored.number)}
          confirm={words.restoreConfirm}
          onConfirm={() => restore(restored.number)}
          onClose={() => setRestores(null)}
        >
          <p>{words.restoreText(restored.number, momentOf(restored.createdAt, new Date()), restored.author)}</p>
          <p className="hint">{words.restoreUndo}</p>
        </Dialog>
      )}
      {question}
    </section>
  );
}
