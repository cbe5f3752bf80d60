/** A day typed or chosen from the calendar, always shown as 2026年1月6日: the browser's own field writes it as the system's language does. */
import { useEffect, useId, useRef, useState } from 'react';
import { text } from '../text.ts';
import { dateShown, dateTrouble, dateTyped } from './date-text.ts';
import { Icon } from './icon.tsx';

export interface DateFieldProps {
  /** ISO; null for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly isReadOnly?: boolean;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  /** The field is taken away while it holds what is no day: what was typed, and why it could not be kept. */
  readonly onLost?: (typed: string, why: string) => void;
}

export function DateField({ value, onChange, isReadOnly = false, onFocus, onBlur, onLost }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  /** While it is typed every day is wrong for a while: the reason is said when the field is left. */
  const [isLeft, setLeft] = useState(false);
  const reason = useId();
  const trouble = typed === null ? null : dateTrouble(typed);
  const isWrong = trouble !== null;
  const lose = useRef(() => {});
  useEffect(() => {
    lose.current = () => trouble !== null && onLost?.(typed ?? '', trouble);
  });
  useEffect(() => () => lose.current(), []);
  const change = (next: string) => {
    setTyped(next);
    setLeft(false);
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
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? reason : undefined}
        // A form around it is not sent with a day that is none.
        ref={(input) => input?.setCustomValidity(trouble ?? '')}
        value={typed ?? (value === null ? '' : dateShown(value))}
        readOnly={isReadOnly}
        onFocus={onFocus}
        onChange={(event) => change(event.target.value)}
        onBlur={() => {
          if (!isWrong) setTyped(null);
          setLeft(true);
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
      {isWrong && isLeft && (
        <small id={reason} className="date-trouble" role="alert">
          {trouble}
        </small>
      )}
    </span>
  );
}
