/** The recognised head of a document as a form. */
import { type ReactNode, useState } from 'react';
import type { DocumentKind, GazetteDocument } from '../../shared/document/document.ts';
import { useSession } from '../session.ts';
import { text } from '../text.ts';
import { DateField } from '../ui/date-field.tsx';
import type { FieldName, PartKey } from './parts.ts';
import { words } from './words.ts';

export interface FieldsFormProps {
  readonly document: GazetteDocument;
  readonly isReadOnly: boolean;
  readonly lit: PartKey | null;
  readonly onLit: (part: FieldName) => void;
  readonly onChange: (change: Partial<GazetteDocument>) => void;
}

const { check } = words;
const orNull = (value: string) => (value.trim() === '' ? null : value.trim());
const linesIn = (value: string) =>
  value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const namesIn = (value: string) =>
  value
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

export function FieldsForm({ document, isReadOnly, lit, onLit, onChange }: FieldsFormProps) {
  const { notify } = useSession();
  const typed = (name: FieldName, value: string, change: (value: string) => Partial<GazetteDocument>, rows?: number) => (
    <Typed
      name={name}
      label={check[name === 'titleLines' ? 'title' : name]}
      value={value}
      isReadOnly={isReadOnly}
      isLit={lit === name}
      {...(rows === undefined ? {} : { rows })}
      onLit={() => onLit(name)}
      onChange={(typed) => onChange(change(typed))}
    />
  );
  const title = (value: string) => ({ titleLines: linesIn(value), title: linesIn(value).join('') });
  return (
    <fieldset className="fields-form" disabled={isReadOnly}>
      <legend className="hidden">{check.recognised}</legend>
      {typed('titleLines', document.titleLines.join('\n'), title, Math.max(document.titleLines.length, 2))}
      {typed('docNumber', document.docNumber ?? '', (value) => ({ docNumber: orNull(value) }))}
      <Labelled name="date" label={check.date} isLit={lit === 'date'}>
        <DateField
          value={document.date}
          isReadOnly={isReadOnly}
          onFocus={() => onLit('date')}
          onChange={(date) => onChange({ date })}
          onLost={(lost, why) => notify('error', text.date.lost(lost, why))}
        />
      </Labelled>
      {typed('issuer', document.issuer ?? '', (value) => ({ issuer: orNull(value) }))}
      <Labelled name="kind" label={check.kind} isLit={false}>
        <select value={document.kind} onChange={({ target }) => onChange({ kind: target.value as DocumentKind })}>
          {(Object.keys(words.kinds) as DocumentKind[]).map((kind) => (
            <option key={kind} value={kind}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </Labelled>
      {typed('addressees', document.addressees ?? '', (value) => ({ addressees: orNull(value) }))}
      {typed('subtitle', document.subtitle ?? '', (value) => ({ subtitle: orNull(value) }))}
      {typed('authors', document.authors.join('、'), (value) => ({ authors: namesIn(value) }))}
      {typed('byline', document.byline ?? '', (value) => ({ byline: orNull(value) }))}
    </fieldset>
  );
}

interface TypedProps {
  readonly name: FieldName;
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly isLit: boolean;
  readonly rows?: number;
  readonly onLit: () => void;
  readonly onChange: (value: string) => void;
}

/** Keeps what is being typed, a comma or a line that is yet empty, while the document has only what it means. */
function Typed({ name, label, value, isReadOnly, isLit, rows, onLit, onChange }: TypedProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shared = {
    value: typed ?? value,
    readOnly: isReadOnly,
    onFocus: onLit,
    onBlur: () => setTyped(null),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      setTyped(target.value);
      onChange(target.value);
    },
  };
  return (
    <Labelled name={name} label={label} isLit={isLit}>
      {rows === undefined ? <input {...shared} /> : <textarea rows={rows} {...shared} />}
    </Labelled>
  );
}

function Labelled({
  name,
  label,
  isLit,
  children,
}: {
  readonly name: FieldName;
  readonly label: string;
  readonly isLit: boolean;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={`field field-${name}${isLit ? ' lit' : ''}`} data-part={name}>
      <span>{label}</span>
      {children}
    </label>
  );
}
