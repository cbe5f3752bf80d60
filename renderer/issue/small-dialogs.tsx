/** The two small questions of 组版: the title in the contents, and the name of a new section. */
import { Dialog, Field } from '../ui/dialog.tsx';
import { words } from './words.ts';

export function ContentsTitleDialog({
  title,
  contentsTitle,
  onSave,
  onClose,
}: {
  readonly title: string;
  readonly contentsTitle: string | null;
  readonly onSave: (contentsTitle: string | null) => void;
  readonly onClose: () => void;
}) {
  const says = words.contentsTitle;
  const save = (form: FormData) => {
    const given = String(form.get('contentsTitle') ?? '').trim();
    onSave(given === '' || given === title ? null : given);
  };
  return (
    <Dialog title={says.title} confirm={words.save} onConfirm={save} onClose={onClose}>
      <Field label={says.label} wide>
        <input name="contentsTitle" defaultValue={contentsTitle ?? ''} placeholder={title} />
      </Field>
      <p className="hint">{says.hint}</p>
      <p className="hint">{says.own(title)}</p>
    </Dialog>
  );
}

export function NewSectionDialog({
  usual,
  onSave,
  onClose,
}: {
  /** Usual names that the issue has not yet. */
  readonly usual: readonly string[];
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}) {
  const says = words.section;
  return (
    <Dialog
      title={says.addTitle}
      confirm={words.save}
      onConfirm={(form) => onSave(String(form.get('name') ?? '').trim())}
      onClose={onClose}
    >
      <Field label={says.name} wide>
        <input name="name" list="usual-sections" required pattern=".*\S.*" maxLength={40} />
      </Field>
      <datalist id="usual-sections">
        {usual.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </Dialog>
  );
}
