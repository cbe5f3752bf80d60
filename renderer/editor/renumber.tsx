/** 重排序号: shows which numbers would change, and changes them when that is wanted. */
import { useState } from 'react';
import { useSlateStatic } from 'slate-react';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { applyNumbers, numberChanges, numberedBlocks } from './block-commands.ts';
import type { NumberChange } from './heading-numbers.ts';
import { useIsReadOnly } from './read-only.ts';
import { words } from './words.ts';

interface Preview extends NumberChange {
  /** The heading behind the number, shortened. */
  readonly rest: string;
}

const shown = 30;

export function RenumberTool() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const { notify } = useSession();
  const [changes, setChanges] = useState<readonly Preview[] | null>(null);
  const look = () => {
    const blocks = numberedBlocks(editor);
    setChanges(
      numberChanges(editor).map((change) => ({ ...change, rest: (blocks[change.block]?.text ?? '').slice(change.before.length, 24) })),
    );
  };
  const apply = (list: readonly Preview[]) => {
    applyNumbers(editor, list);
    notify('done', words.renumber.done(list.length));
  };
  return (
    <>
      <Button kind="quiet" label={words.bars.renumber} tip={words.bars.renumberTip} disabled={isReadOnly} onClick={look}>
        {words.bars.numbers}
      </Button>
      {changes !== null && (
        <Dialog
          title={words.renumber.title}
          confirm={changes.length === 0 ? words.renumber.close : words.renumber.confirm}
          {...(changes.length === 0 ? {} : { onConfirm: () => apply(changes) })}
          onClose={() => setChanges(null)}
        >
          <p>{changes.length === 0 ? words.renumber.none : words.renumber.count(changes.length)}</p>
          <ul className="renumber-list">
            {changes.slice(0, shown).map(({ block, before, after, rest }) => (
              <li key={block}>
                <del>{before}</del>
                <ins>{after}</ins>
                <span>{rest}</span>
              </li>
            ))}
            {changes.length > shown && <li>{words.renumber.more(changes.length - shown)}</li>}
          </ul>
        </Dialog>
      )}
    </>
  );
}
