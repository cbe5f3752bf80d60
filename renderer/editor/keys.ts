/** The keys of the text besides those of the whole window (shared/commands.ts): a list of handlers, the first that knows a key has it. */
import { Editor } from 'slate';
import { keyOf } from '../../shared/commands.ts';
import { type BlockKind, paragraphAfter, setKind, shiftLevel, toggleRunIn } from './block-commands.ts';
import type { KeyHandler } from './key-press.ts';
import { type ChosenMark, toggleMark } from './marks.ts';
import type { GazetteEditor } from './slate-value.ts';
import { pressInTable } from './table-keys.ts';

/** Ctrl+1…4 as in WPS, and Ctrl+Alt+1…3 as in Word; Alt+digit alone goes to the rooms of the window. */
const kinds: Readonly<Record<string, BlockKind>> = {
  'Mod+1': 'heading1',
  'Mod+2': 'heading2',
  'Mod+3': 'heading3',
  'Mod+4': 'heading4',
  'Mod+0': 'paragraph',
  'Mod+5': 'article',
  'Mod+Alt+1': 'heading1',
  'Mod+Alt+2': 'heading2',
  'Mod+Alt+3': 'heading3',
  'Mod+Alt+4': 'heading4',
};

export const kindKeys: Readonly<Partial<Record<BlockKind, string>>> = {
  paragraph: 'Ctrl+0',
  heading1: 'Ctrl+1',
  heading2: 'Ctrl+2',
  heading3: 'Ctrl+3',
  heading4: 'Ctrl+4',
  article: 'Ctrl+5',
};

const kindByKey: KeyHandler = (editor, { key }) => {
  const kind = kinds[key];
  if (kind === undefined) return false;
  setKind(editor, kind);
  return true;
};

const markByKey: KeyHandler = (editor, { key, code }) => {
  const mark: ChosenMark | null =
    key === 'Mod+B' ? 'bold' : code === 'Equal' && /^Mod\+Shift\+/.test(key) ? 'superscript' : key === 'Mod+=' ? 'subscript' : null;
  if (mark === null) return false;
  toggleMark(editor, mark);
  return true;
};

/** Tab moves headings only: everywhere else it goes on to the next control, as it must for those who have no mouse. */
const levelByTab: KeyHandler = (editor, { key }) => {
  if (key !== 'Tab' && key !== 'Shift+Tab') return false;
  return shiftLevel(editor, key === 'Tab' ? 1 : -1);
};

const others: KeyHandler = (editor, { key }) => {
  switch (key) {
    case 'Mod+Enter':
      paragraphAfter(editor);
      return true;
    case 'Mod+Shift+E':
      toggleRunIn(editor);
      return true;
    // The browser would mark them in its own way, without Slate.
    case 'Mod+I':
    case 'Mod+U':
      return true;
    default:
      return false;
  }
};

export const keyHandlers: readonly KeyHandler[] = [pressInTable, kindByKey, markByKey, levelByTab, others];

export function handleKey(editor: GazetteEditor, event: Parameters<typeof keyOf>[0]): boolean {
  if (editor.selection === null) return false;
  const press = { key: keyOf(event), code: event.code };
  let isUsed = false;
  Editor.withoutNormalizing(editor, () => {
    isUsed = keyHandlers.some((handler) => handler(editor, press));
  });
  return isUsed;
}
