/** 编目: the section of an entry and its title in the contents. */
import { useId } from 'react';
import type { EntryView } from '../../shared/api.ts';
import { text } from '../text.ts';
import { Dialog, Field } from '../ui/dialog.tsx';
import type { EntryChange } from './entries.ts';

export interface CatalogueProps {
  readonly entry: EntryView;
  readonly sections: readonly string[];
  readonly onSave: (change: EntryChange) => void;
  readonly onClose: () => void;
}

export function Catalogue({ entry, sections, onSave, onClose }: CatalogueProps) {
  const names = useId();
  const save = (form: FormData) => {
    const word = (name: string) => String(form.get(name) ?? '').trim();
    onSave({ section: word('section'), contentsTitle: word('contentsTitle') === '' ? null : word('contentsTitle') });
  };
  return (
    <Dialog title={text.issue.catalogueTitle} confirm={text.issue.save} onConfirm={save} onClose={onClose}>
      <div className="fields">
        <Field label={text.issue.fields.section} wide>
          <input name="section" list={names} defaultValue={entry.section} required pattern=".*\S.*" />
        </Field>
        <datalist id={names}>
          {sections.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field label={text.issue.fields.contentsTitle} wide>
          <input name="contentsTitle" defaultValue={entry.contentsTitle ?? ''} placeholder={entry.title} />
        </Field>
      </div>
      <p className="hint">{text.issue.catalogueHint}</p>
    </Dialog>
  );
}
