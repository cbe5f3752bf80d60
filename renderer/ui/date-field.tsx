/** A day typed or chosen from the calendar, always shown as 2026年1月6日: the browser's own field writes it as the system's language does. */
import { useRef, useState } from 'react';
import { text } from '../text.ts';
import { dateShown, dateTyped } from './date-text.ts';
import { Icon } from './icon.tsx';

export interface DateFieldProps {
  /** ISO; null for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly isReadOnly?: boolean;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

export function DateField({ value, onChange, isReadOnly = false, onFocus, onBlur }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const isWrong = typed !== null && typed.trim() !== '' && dateTyped(typed) === null;
  const change = (next: string) => {
    setTyped(next);
    const day = dateTyped(next);
    if (day !== null || next.trim() === '') onChange(day);
  };
  return (
    <span className="date-field">
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={text.date.hint}
        title={isWrong ? text.date.wrong : undefined}
        aria-invalid={isWrong || undefined}
        // A form around it is not sent with a day that is none.
        ref={(input) => input?.setCustomValidity(isWrong ? text.date.wrong : '')}
        value={typed ?? (value === null ? '' : dateShown(value))}
        readOnly={isReadOnly}
        onFocus={onFocus}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          if (!isWrong) setTyped(null);
          onBlur?.();
        }}
      />
      {!isReadOnly && (
        <>
          <button
            type="button"
            tabIndex={-1}
            aria-label={text.date.calendar}
            title={text.date.calendar}
            onClick={(event) => {
              event.preventDefault();
              calendar.current?.showPicker();
            }}
          >
            <Icon name="calendar" />
          </button>
          <input
            ref={calendar}
            type="date"
            lang="zh-CN"
            max="9999-12-31"
            tabIndex={-1}
            aria-hidden="true"
            value={value ?? ''}
            onChange={({ target }) => {
              setTyped(null);
              onChange(target.value === '' ? null : target.value);
            }}
            onBlur={onBlur}
          />
        </>
      )}
    </span>
  );
}
