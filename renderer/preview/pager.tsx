/** Page number, back and forth. */
import { useEffect, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { words } from './words.ts';

export interface PagerProps {
  /** Folio. */
  readonly page: number;
  readonly first: number;
  readonly last: number;
  /** What is said of the pages beside their number. */
  readonly note: string;
  readonly onPage: (page: number) => void;
  /** Pages that one step turns. */
  readonly onTurn: (direction: 1 | -1) => void;
  /** Without first and last. */
  readonly isShort: boolean;
}

export function Pager({ page, first, last, note, onPage, onTurn, isShort }: PagerProps) {
  const [typed, setTyped] = useState(String(page));
  useEffect(() => setTyped(String(page)), [page]);
  const go = (wanted: number) => onPage(Math.min(last, Math.max(first, wanted)));
  const submit = () => {
    const wanted = Number.parseInt(typed, 10);
    if (Number.isNaN(wanted)) setTyped(String(page));
    else go(wanted);
  };
  return (
    <Toolbar label={words.pageInput}>
      {!isShort && (
        <Button kind="quiet" label={words.first} disabled={page <= first} onClick={() => go(first)}>
          <Icon name="first" />
        </Button>
      )}
      <Button kind="quiet" label={words.previous} disabled={page <= first} onClick={() => onTurn(-1)}>
        <Icon name="back" />
      </Button>
      <form
        className="pager-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <input
          aria-label={words.pageInput}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={submit}
        />
      </form>
      <span className="pager-total">
        {words.total(last)}
        {note}
      </span>
      <Button kind="quiet" label={words.next} disabled={page >= last} onClick={() => onTurn(1)}>
        <Icon name="forward" />
      </Button>
      {!isShort && (
        <Button kind="quiet" label={words.last} disabled={page >= last} onClick={() => go(last)}>
          <Icon name="last" />
        </Button>
      )}
    </Toolbar>
  );
}
