/** Shown in place of a document whose view has broken: the rest of the program goes on. */
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { words } from './words.ts';

export function Crash({ onReopen, onHistory }: { readonly onReopen: () => void; readonly onHistory: () => void }) {
  return (
    <div role="alert" className="crash">
      <EmptyState icon="alert" title={words.crash.title} hint={words.crash.hint}>
        <div className="banner-ways">
          <Button kind="primary" onClick={onReopen}>
            {words.crash.reopen}
          </Button>
          <Button onClick={onHistory}>{words.crash.history}</Button>
        </div>
      </EmptyState>
    </div>
  );
}
