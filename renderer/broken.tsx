/** In place of an interface that broke: what it means for the work, and the way back. */
import { useEffect } from 'react';
import { go, toStart } from './route.ts';
import { text } from './text.ts';
import { Button } from './ui/button.tsx';
import { EmptyState } from './ui/empty-state.tsx';

export function Broken({ error }: { readonly error: unknown }) {
  useEffect(() => console.error(error), [error]);
  return (
    <EmptyState icon="alert" title={text.broken.title} hint={text.broken.hint}>
      <Button kind="primary" onClick={() => window.location.reload()}>
        {text.broken.reload}
      </Button>
      <Button
        onClick={() => {
          go(toStart);
          window.location.reload();
        }}
      >
        {text.desk.back}
      </Button>
    </EmptyState>
  );
}
