/** A push button; `label` is its accessible name when it shows only a sign. */
import type { ReactNode } from 'react';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly kind?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly label?: string;
  readonly tip?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  /** Finds the button again after a list was drawn anew. */
  readonly name?: string;
}

export function Button({ children, onClick, kind = 'plain', label, tip, disabled, pressed, name }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button-${kind}`}
      onClick={onClick}
      aria-label={label}
      aria-pressed={pressed}
      title={tip ?? label}
      disabled={disabled}
      data-name={name}
    >
      {children}
    </button>
  );
}
