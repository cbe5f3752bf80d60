/** The keys of the text besides those of the whole window (shared/commands.ts): a list of handlers, the first that knows a key has it. */
import { Editor } from 'slate';
import { keyOf } from '../../shared/commands.ts';
import { type Alignment, setAlignment } from './align.ts';
import { type BlockKind, paragraphAfter, setKind, shiftLevel, toggleRunIn } from './block-commands.ts';
import { endsByKey } from './ends.ts';
import type { KeyHandler } from './key-press.ts';
import { type ChosenMark, toggleMark } from './marks.ts';
import { moveByKey } from './move-blocks.ts';
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
  'Mod+6': 'title',
  'Mod+7': 'attachmentTitle',
  'Mod+8': 'sign',
  'Mod+9': 'note',
  'Mod+Alt+1': 'heading1',
  'Mod+Alt+2': 'heading2',
  'Mod+Alt+3': 'heading3',
  'Mod+Alt+4': 'heading4',
};

/** With Shift, by the place of the key: its character is another on every keyboard. */
const shiftedKinds: Readonly<Record<string, BlockKind>> = { Digit6: 'subtitle', Digit7: 'attachment', Digit8: 'signDate' };

export const kindKeys: Readonly<Record<BlockKind, string>> = {
  paragraph: 'Ctrl+0',
  heading1: 'Ctrl+1',
  heading2: 'Ctrl+2',
  heading3: 'Ctrl+3',
  heading4: 'Ctrl+4',
  article: 'Ctrl+5',
  title: 'Ctrl+6',
  subtitle: 'Ctrl+Shift+6',
  attachmentTitle: 'Ctrl+7',
  attachment: 'Ctrl+Shift+7',
  sign: 'Ctrl+8',
  signDate: 'Ctrl+Shift+8',
  note: 'Ctrl+9',
};

const kindByKey: KeyHandler = (editor, { key, code }) => {
  const kind = kinds[key] ?? (/^Mod\+Shift\+[^+]+$/.test(key) ? shiftedKinds[code] : undefined);
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

/** As in Word and WPS. */
const alignments: Readonly<Record<string, Alignment>> = { 'Mod+L': 'left', 'Mod+E': 'center', 'Mod+R': 'right', 'Mod+J': 'left' };
export const alignKeys: Readonly<Record<Alignment, string>> = { left: 'Ctrl+L', center: 'Ctrl+E', right: 'Ctrl+R' };

const alignByKey: KeyHandler = (editor, { key }) => {
  const alignment = alignments[key];
  if (alignment === undefined) return false;
  setAlignment(editor, alignment);
  return true;
};

const moveUp = 'Alt+Shift+ArrowUp';
const moveDown = 'Alt+Shift+ArrowDown';

const others: KeyHandler = (editor, { key }) => {
  switch (key) {
    case 'Mod+Enter':
      paragraphAfter(editor);
      return true;
    case moveUp:
    case moveDown:
      moveByKey(editor, key === moveUp ? -1 : 1);
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

export const keyHandlers: readonly KeyHandler[] = [
  pressInTable,
  kindByKey,
  markByKey,
  alignByKey,
  levelByTab,
  endsByKey(navigator.platform.startsWith('Mac')),
  others,
];

export function handleKey(editor: GazetteEditor, event: Parameters<typeof keyOf>[0]): boolean {
  if (editor.selection === null) return false;
  const press = { key: keyOf(event), code: event.code };
  let isUsed = false;
  Editor.withoutNormalizing(editor, () => {
    isUsed = keyHandlers.some((handler) => handler(editor, press));
  });
  return isUsed;
}
