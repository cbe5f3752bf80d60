/** A modal question or form on the browser's own <dialog>, which keeps the focus and closes on Escape. */
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { text } from '../text.ts';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly danger?: boolean;
  /** For tables and forms of several columns. */
  readonly wide?: boolean;
  /** Without it the dialog only tells something and has one button. */
  readonly onConfirm?: (form: FormData) => void;
  readonly onClose: () => void;
}

export function Dialog({ title, children, confirm, danger, wide, onConfirm, onClose }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    dialog?.showModal();
    // What is to be filled in comes before the tabs and buttons around it.
    if (document.activeElement?.matches('dialog input, dialog select, dialog textarea') === false)
      dialog?.querySelector<HTMLElement>('.dialog-body :is(input, select, textarea)')?.focus();
    // Where nothing is filled in, Enter confirms; what does harm waits to be chosen.
    if (danger !== true && document.activeElement?.closest('footer') != null)
      dialog?.querySelector<HTMLElement>('footer [type="submit"]')?.focus();
    return () => dialog?.close();
  }, [danger]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onClose();
    onConfirm?.(form);
  };
  return (
    <dialog ref={element} className={wide === true ? 'dialog dialog-wide' : 'dialog'} aria-label={title} onCancel={onClose}>
      <form onSubmit={submit}>
        <h2>{title}</h2>
        <div className="dialog-body">{children}</div>
        <footer>
          {onConfirm !== undefined && (
            <button type="button" className="button button-plain" onClick={onClose}>
              {text.cancel}
            </button>
          )}
          <button type="submit" className={`button ${danger === true ? 'button-danger' : 'button-primary'}`}>
            {confirm}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

export function Field({ label, children, wide }: { readonly label: string; readonly children: ReactNode; readonly wide?: boolean }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label className={wide === true ? 'field field-wide' : 'field'}>
      <span>{label}</span>
      {children}
    </label>
  );
}
