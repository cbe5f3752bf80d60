/** The box's part of the menu of the right mouse button: where it stands on the page. */
import { ContextMenu } from 'radix-ui';
import { useSlateStatic } from 'slate-react';
import { type BoxPlace, boxPlace, setBoxPlace } from './box-place.ts';
import { useIsReadOnly } from './read-only.ts';
import { tableWords } from './table-words.ts';

const says = tableWords.box;

export function BoxGroup() {
  const editor = useSlateStatic();
  const isReadOnly = useIsReadOnly();
  const place = boxPlace(editor);
  if (isReadOnly || place === null) return null;
  return (
    <ContextMenu.RadioGroup value={place} onValueChange={(wanted) => setBoxPlace(editor, wanted as BoxPlace)} aria-label={says.place}>
      {(['across', 'inColumn'] as const).map((one) => (
        <ContextMenu.RadioItem key={one} value={one} className="menu-item menu-choice">
          {`${says.place}：${says[one]}`}
        </ContextMenu.RadioItem>
      ))}
    </ContextMenu.RadioGroup>
  );
}
