/** Asks for the name of whoever sits here when something is to be signed for the first time. */
import { type ReactNode, useState } from 'react';
import { nobody, useSession } from './session.ts';
import { text } from './text.ts';
import { Dialog, Field } from './ui/dialog.tsx';

type Work = (person: string) => Promise<void>;

export function usePerson(): { readonly withPerson: (work: Work) => void; readonly question: ReactNode } {
  const { hand, setPerson } = useSession();
  const [waiting, setWaiting] = useState<Work | null>(null);
  const withPerson = (work: Work) => {
    if (hand.person === nobody) setWaiting(() => work);
    else void work(hand.person);
  };
  const question = waiting !== null && (
    <Dialog
      title={text.menu.personTitle}
      confirm={text.confirm}
      onConfirm={(form) => {
        const name = String(form.get('person') ?? '').trim();
        if (name === '') return;
        setPerson(name);
        void waiting(name);
      }}
      onClose={() => setWaiting(null)}
    >
      <Field label={text.menu.personLabel}>
        <input name="person" required maxLength={20} pattern=".*\S.*" autoComplete="name" />
      </Field>
      <p className="hint">{text.menu.personOnce}</p>
    </Dialog>
  );
  return { withPerson, question };
}
