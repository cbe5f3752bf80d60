/** Plain text that comes in from elsewhere: its lines become paragraphs all at once, however many they are. */
import { Editor, Element, Node, Range, Transforms } from 'slate';
import { blockAt } from './block-commands.ts';
import { type GazetteEditor, type GazetteElement, isWritten } from './slate-value.ts';

export function withPlainText(editor: GazetteEditor): GazetteEditor {
  const { insertTextData } = editor;
  editor.insertTextData = (data) => {
    const text = data.getData('text/plain');
    if (text === '') return insertTextData(data);
    insertPlainText(editor, text);
    return true;
  };
  return editor;
}

/** Lines without the blanks by which plain text is indented; empty ones part paragraphs and are none. */
export function linesOf(text: string): string[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  if (lines.length === 1) return lines;
  return lines.map((line) => line.replace(/^[ \t\u3000]+|[ \t]+$/g, '')).filter((line) => line !== '');
}

export function insertPlainText(editor: GazetteEditor, text: string): void {
  const lines = linesOf(text);
  if (editor.selection === null || lines.length === 0) return;
  if (Range.isExpanded(editor.selection)) editor.deleteFragment();
  const entry = blockAt(editor);
  if (lines.length === 1 || entry === null || !isWritten(entry[0].type)) {
    // A cell, a caption or the title takes the lines as lines.
    Transforms.insertText(editor, lines.join(entry !== null && lines.length > 1 ? '\n' : ''));
    return;
  }
  const [block, path] = entry;
  const index = path[0] as number;
  Editor.withoutNormalizing(editor, () => {
    const isEmpty = Node.string(block) === '';
    const tail = editor.selection === null ? [] : tailOf(editor, editor.selection.anchor, path);
    if (isEmpty) Transforms.removeNodes(editor, { at: path });
    else {
      Transforms.insertText(editor, lines[0] as string);
    }
    const rest = isEmpty ? lines : lines.slice(1);
    const paragraphs: GazetteElement[] = rest.map((line) => ({ type: 'paragraph', children: [{ text: line }] }));
    const end = rest.at(-1)?.length ?? 0;
    const last = paragraphs.at(-1);
    if (last !== undefined && tail.length > 0) last.children = [...last.children, ...tail];
    const at = isEmpty ? index : index + 1;
    Transforms.insertNodes(editor, paragraphs, { at: [at], batchDirty: true });
    Transforms.select(editor, { path: [at + paragraphs.length - 1, 0], offset: end });
  });
}

/** Takes away what stands behind the cursor in its block, to be put behind the last line. */
function tailOf(editor: GazetteEditor, from: Range['anchor'], path: number[]): GazetteElement['children'] {
  const end = Editor.end(editor, path);
  const range = { anchor: from, focus: end };
  if (Range.isCollapsed(range)) return [];
  const [fragment] = Editor.fragment(editor, range);
  Transforms.delete(editor, { at: range });
  return Element.isElement(fragment) ? fragment.children.filter((child) => !Element.isElement(child)) : [];
}
