/** Page number, back and forth. */
import { useEffect, useState } from 'react';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Toolbar } from '../ui/toolbar.tsx';

export interface PagerProps {
  /** Folio. */
  readonly page: number;
  readonly first: number;
  readonly last: number;
  readonly onPage: (page: number) => void;
}

export function Pager({ page, first, last, onPage }: PagerProps) {
  const [typed, setTyped] = useState(String(page));
  useEffect(() => setTyped(String(page)), [page]);
  const go = (wanted: number) => onPage(Math.min(last, Math.max(first, wanted)));
  const submit = () => {
    const wanted = Number.parseInt(typed, 10);
    if (Number.isNaN(wanted)) setTyped(String(page));
    else go(wanted);
  };
  return (
    <Toolbar label={text.preview.pageInput}>
      <Button kind="quiet" label={text.preview.first} disabled={page <= first} onClick={() => go(first)}>
        <Icon name="first" />
      </Button>
      <Button kind="quiet" label={text.preview.previous} disabled={page <= first} onClick={() => go(page - 1)}>
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
          aria-label={text.preview.pageInput}
          inputMode="numeric"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={submit}
        />
      </form>
      <span className="pager-total">{text.preview.total(last)}</span>
      <Button kind="quiet" label={text.preview.next} disabled={page >= last} onClick={() => go(page + 1)}>
        <Icon name="forward" />
      </Button>
      <Button kind="quiet" label={text.preview.last} disabled={page >= last} onClick={() => go(last)}>
        <Icon name="last" />
      </Button>
    </Toolbar>
  );
}
