/** How a tool above the text or in a menu works on it. */
import { ReactEditor, useSlateStatic } from 'slate-react';
import type { GazetteEditor } from './slate-value.ts';

/** After a tool was used the typing goes on where it was. */
export function useTool(): (deed: (editor: GazetteEditor) => void) => void {
  const editor = useSlateStatic();
  return (deed) => {
    deed(editor);
    ReactEditor.focus(editor);
  };
}
