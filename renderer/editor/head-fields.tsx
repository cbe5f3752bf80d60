/** What the head says besides the title, as a strip of fields above the text that opens when it is wanted. */
import { useEffect, useId, useState } from 'react';
import { Element, Transforms } from 'slate';
import { HistoryEditor } from 'slate-history';
import { useSlateSelector, useSlateStatic } from 'slate-react';
import { dateShown, dateTyped } from '../ui/date-text.ts';
import { Icon } from '../ui/icon.tsx';
import { editHead } from './head-title.tsx';
import { useIsReadOnly } from './read-only.ts';
import type { GazetteEditor, HeadFields } from './slate-value.ts';
import { words } from './words.ts';

type Name = keyof HeadFields;
const order: readonly Name[] = ['docNumber', 'date', 'issuer', 'authors', 'addressees', 'subtitle', 'byline'];

function fieldsOfHead(editor: GazetteEditor): HeadFields | null {
  const head = editor.children[0];
  return Element.isElement(head) ? (head.fields ?? null) : null;
}

function textOf(fields: HeadFields, name: Name): string {
  if (name === 'date') return fields.date === null ? '' : dateShown(fields.date);
  return name === 'authors' ? fields.authors.join('、') : (fields[name] ?? '');
}

function withText(fields: HeadFields, name: Name, text: string): HeadFields {
  if (name === 'authors')
    return {
      ...fields,
      authors: text
        .split(/[、，,]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    };
  if (name === 'date') return { ...fields, date: text === '' ? null : (dateTyped(text) ?? fields.date) };
  return { ...fields, [name]: text === '' ? null : text };
}

export function HeadFieldsStrip() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const fields = useSlateSelector(fieldsOfHead);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  useEffect(() => {
    const open = () => setIsOpen(true);
    window.addEventListener(editHead, open);
    return () => window.removeEventListener(editHead, open);
  }, []);
  if (fields === null) return null;
  const summary = [fields.docNumber, textOf(fields, 'date'), fields.issuer].filter((part) => part !== null && part !== '').join(' · ');
  return (
    <section className="head-strip" aria-label={words.head.title}>
      <button type="button" className="head-toggle" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        <Icon name={isOpen ? 'unfold' : 'forward'} />
        <b>{words.head.title}</b>
        {!isOpen && <span>{summary}</span>}
      </button>
      {isOpen && (
        <div id={id} className="head-fields">
          {order.map((name) => (
            <HeadField key={name} editor={editor} fields={fields} name={name} isReadOnly={isReadOnly} />
          ))}
        </div>
      )}
    </section>
  );
}

interface FieldProps {
  readonly editor: GazetteEditor;
  readonly fields: HeadFields;
  readonly name: Name;
  readonly isReadOnly: boolean;
}

const hints: Readonly<Partial<Record<Name, string>>> = {
  date: words.head.dateHint,
  authors: words.head.authorsHint,
  addressees: words.head.addresseesHint,
};
const wide: readonly Name[] = ['addressees', 'subtitle', 'byline'];

function HeadField({ editor, fields, name, isReadOnly }: FieldProps) {
  const stored = textOf(fields, name);
  const [typed, setTyped] = useState(stored);
  // Undo and other windows change what is stored; half-typed names stay as they are typed.
  const parsed = textOf(withText(fields, name, typed), name);
  const shown = parsed === stored ? typed : stored;
  const change = (text: string) => {
    setTyped(text);
    const now = fieldsOfHead(editor) ?? fields;
    const set = () => Transforms.setNodes(editor, { fields: withText(now, name, text) }, { at: [0] });
    // Letters of one field are one step for undo.
    if (isSameStep(editor, name)) HistoryEditor.withMerging(editor, set);
    else HistoryEditor.withNewBatch(editor, set);
  };
  return (
    <label className={wide.includes(name) ? 'field field-wide' : 'field'}>
      <span>{words.head.fields[name]}</span>
      <input
        type="text"
        value={shown}
        readOnly={isReadOnly}
        spellCheck={false}
        placeholder={hints[name]}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  );
}

function isSameStep(editor: GazetteEditor, name: Name): boolean {
  const last = editor.history.undos.at(-1)?.operations.at(-1);
  if (last?.type !== 'set_node' || last.path.length !== 1 || last.path[0] !== 0) return false;
  const { fields: before } = last.properties as { readonly fields?: HeadFields };
  const { fields: after } = last.newProperties as { readonly fields?: HeadFields };
  return before !== undefined && after !== undefined && textOf(before, name) !== textOf(after, name);
}
