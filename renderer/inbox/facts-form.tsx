/** 收稿登记: how a submission came in, saved whenever a field is left. */
import { useEffect, useId, useRef, useState } from 'react';
import type { IntakeFacts, SubmissionCard } from '../../shared/api/inbox.ts';
import { useSession } from '../session.ts';
import { text } from '../text.ts';
import { DateField } from '../ui/date-field.tsx';
import { Field } from '../ui/dialog.tsx';
import { moment } from './card.tsx';
import { usedFacts } from './list-view.ts';
import { words } from './words.ts';

export interface FactsFormProps {
  readonly card: SubmissionCard;
  /** All cards: what was noted before is suggested. */
  readonly cards: readonly SubmissionCard[];
  /** Selected together with it: what is changed here is noted for them too. */
  readonly others: readonly SubmissionCard[];
  readonly onSaved: () => void;
}

export function FactsForm({ card, cards, others, onSaved }: FactsFormProps) {
  const { api, run, notify } = useSession();
  const [facts, setFacts] = useState(card.facts);
  const stored = useRef(card.facts);
  const save = async (now: IntakeFacts) => {
    const before = stored.current;
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    stored.current = now;
    const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== before[name as keyof IntakeFacts]));
    const done = await run(words.facts.saving, async () => {
      await api.updateIntake(card.submissionId, now);
      for (const other of others) await api.updateIntake(other.submissionId, { ...other.facts, ...changed });
      return true;
    });
    if (done === true) onSaved();
    else stored.current = before;
  };
  const leave = useRef(() => {});
  useEffect(() => {
    leave.current = () => void save(facts);
  });
  // Another card is opened while a field still has the focus.
  useEffect(() => () => leave.current(), []);
  const list = useId();
  const field = (name: keyof IntakeFacts) => ({
    value: facts[name],
    onChange: ({ target }: { readonly target: { readonly value: string } }) => setFacts((old) => ({ ...old, [name]: target.value })),
    onBlur: () => void save(facts),
  });
  const suggested = (name: 'sender' | 'approver' | 'request') => (
    <>
      <input {...field(name)} list={`${list}-${name}`} placeholder={name === 'request' ? words.facts.requestHint : undefined} />
      <datalist id={`${list}-${name}`}>
        {usedFacts(cards, name).map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
    </>
  );
  return (
    <form className="facts" aria-label={words.facts.title} onSubmit={(event) => event.preventDefault()}>
      {others.length > 0 && <p className="facts-several field-wide">{words.facts.several(others.length + 1)}</p>}
      <Field label={words.facts.sender}>{suggested('sender')}</Field>
      <Field label={words.facts.receivedOn}>
        <DateField
          value={facts.receivedOn === '' ? null : facts.receivedOn}
          onChange={(day) => setFacts((old) => ({ ...old, receivedOn: day ?? '' }))}
          onBlur={() => void save(facts)}
          onLost={(typed, why) => notify('error', text.date.lost(typed, why))}
        />
      </Field>
      <Field label={words.facts.request} wide>
        {suggested('request')}
      </Field>
      <Field label={words.facts.approver}>{suggested('approver')}</Field>
      <Field label={words.facts.remark} wide>
        <textarea rows={3} {...field('remark')} />
      </Field>
      <p className="hint field-wide">{words.facts.hint}</p>
      <dl className="field-wide">
        <dt>{words.facts.file}</dt>
        <dd>{card.file}</dd>
        <dt>{words.facts.received}</dt>
        <dd>{moment(card.receivedAt)}</dd>
        <dt>{words.facts.issues}</dt>
        <dd>{card.issues.length === 0 ? words.facts.noIssues : card.issues.map(({ name }) => name).join('、')}</dd>
      </dl>
    </form>
  );
}
