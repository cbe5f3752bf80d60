/** Enter, Backspace and Delete at the edges of blocks, as people know them from a word processor. */
import { Editor, Element, Node, Path, Range, Transforms } from 'slate';
import { blockAt, setKindAt } from './block-commands.ts';
import { emptyParagraph } from './document-value.ts';
import { type GazetteEditor, type GazetteElement, isWritten } from './slate-value.ts';

export function withTyping(editor: GazetteEditor): GazetteEditor {
  const { insertBreak, deleteBackward, deleteForward, deleteFragment } = editor;
  editor.insertBreak = () => {
    if (!breakBlock(editor)) insertBreak();
  };
  editor.insertSoftBreak = () => {
    editor.insertText('\n');
  };
  editor.deleteBackward = (unit) => {
    if (!backAtStart(editor)) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    if (!forwardAtEnd(editor)) deleteForward(unit);
  };
  editor.deleteFragment = (options) => {
    if (!deleteOverHead(editor)) deleteFragment(options);
  };
  return editor;
}

/** What is selected from the title into the text goes on both sides; the title and the text stay two. */
function deleteOverHead(editor: GazetteEditor): boolean {
  if (editor.selection === null) return false;
  const [start, end] = Range.edges(editor.selection);
  if (start.path[0] !== 0 || end.path[0] === 0) return false;
  Editor.withoutNormalizing(editor, () => {
    Transforms.delete(editor, { at: { anchor: Editor.start(editor, [1]), focus: end } });
    Transforms.delete(editor, { at: { anchor: start, focus: Editor.end(editor, [0]) } });
    Transforms.select(editor, start);
  });
  return true;
}

function breakBlock(editor: GazetteEditor): boolean {
  if (editor.selection !== null && Range.isExpanded(editor.selection)) editor.deleteFragment();
  const entry = blockAt(editor);
  const point = editor.selection?.anchor;
  if (entry === null || point === undefined) return false;
  const [block, path] = entry;
  const next = Path.next(path);
  const isAtEnd = Editor.isEnd(editor, point, path);
  if (block.type === 'headTitle') {
    if (!isAtEnd) editor.insertSoftBreak();
    else intoText(editor);
    return true;
  }
  if (block.type === 'figure') return paragraphAt(editor, next);
  if (block.type === 'box') return leaveBox(editor, block, path);
  if (!isWritten(block.type)) return false;
  if (isAtEnd) {
    const goesOn = block.type === 'attachment' && Node.string(block) !== '';
    return paragraphAt(editor, next, goesOn ? 'attachment' : 'paragraph');
  }
  if (Editor.isStart(editor, point, path)) {
    Transforms.insertNodes(editor, emptyParagraph(), { at: path });
    return true;
  }
  Editor.withoutNormalizing(editor, () => {
    Transforms.splitNodes(editor, { always: true });
    if (block.type !== 'paragraph' && block.type !== 'attachment') setKindAt(editor, next, 'paragraph');
  });
  return true;
}

function paragraphAt(editor: GazetteEditor, path: Path, type: 'paragraph' | 'attachment' = 'paragraph'): true {
  Transforms.insertNodes(editor, { ...emptyParagraph(), type }, { at: path });
  Transforms.select(editor, Editor.start(editor, path));
  return true;
}

/** From the end of the title into the text; where that begins with an empty paragraph no other is needed. */
function intoText(editor: GazetteEditor): void {
  const first = editor.children[1];
  if (Element.isElement(first) && first.type === 'paragraph' && Node.string(first) === '')
    Transforms.select(editor, Editor.start(editor, [1]));
  else paragraphAt(editor, [1]);
}

/** Enter in an empty last line of a box goes on below the box. */
function leaveBox(editor: GazetteEditor, box: GazetteElement, path: Path): boolean {
  const line = editor.selection?.anchor.path[1] ?? 0;
  const last = box.children[line];
  if (line === 0 || line !== box.children.length - 1 || last === undefined || Node.string(last) !== '') return false;
  Transforms.removeNodes(editor, { at: [...path, line] });
  return paragraphAt(editor, Path.next(path));
}

function backAtStart(editor: GazetteEditor): boolean {
  const { selection } = editor;
  const entry = blockAt(editor);
  if (entry === null || selection === null || Range.isExpanded(selection)) return false;
  const [block, path] = entry;
  if (block.type === 'table' || block.type === 'box') return isAtStartOfCell(editor, selection.anchor.path, path);
  if (!Editor.isStart(editor, selection.anchor, path)) return false;
  if (block.type === 'headTitle') return true;
  if (block.type === 'figure') {
    if (Node.string(block) === '') Transforms.removeNodes(editor, { at: path });
    return true;
  }
  if (block.type !== 'paragraph') {
    setKindAt(editor, path, 'paragraph');
    return true;
  }
  if (block.align !== undefined) {
    Transforms.unsetNodes(editor, 'align', { at: path });
    return true;
  }
  const before = editor.children[(path[0] as number) - 1];
  return (
    before !== undefined && Element.isElement(before) && !isWritten(before.type) && stepOut(editor, block, path, Path.previous(path), 'end')
  );
}

function forwardAtEnd(editor: GazetteEditor): boolean {
  const { selection } = editor;
  const entry = blockAt(editor);
  if (entry === null || selection === null || Range.isExpanded(selection)) return false;
  const [block, path] = entry;
  if (block.type === 'table' || block.type === 'box') return isAtEndOfCell(editor, selection.anchor.path, path);
  if (!Editor.isEnd(editor, selection.anchor, path)) return false;
  if (!isWritten(block.type)) return true;
  const after = editor.children[(path[0] as number) + 1];
  return (
    after !== undefined && Element.isElement(after) && !isWritten(after.type) && stepOut(editor, block, path, Path.next(path), 'start')
  );
}

/** Text does not flow into tables, figures or the title: the cursor goes there, and an empty paragraph is taken away. */
function stepOut(editor: GazetteEditor, block: GazetteElement, path: Path, to: Path, edge: 'start' | 'end'): true {
  Transforms.select(editor, edge === 'start' ? Editor.start(editor, to) : Editor.end(editor, to));
  if (Node.string(block) === '' && editor.children.length > 2) Transforms.removeNodes(editor, { at: path });
  return true;
}

/** Two cells never become one by a key. */
function isAtStartOfCell(editor: GazetteEditor, at: Path, block: Path): boolean {
  const cell = cellPath(editor, at, block);
  return editor.selection !== null && Editor.isStart(editor, editor.selection.anchor, cell);
}
function isAtEndOfCell(editor: GazetteEditor, at: Path, block: Path): boolean {
  const cell = cellPath(editor, at, block);
  return editor.selection !== null && Editor.isEnd(editor, editor.selection.anchor, cell);
}
function cellPath(editor: GazetteEditor, at: Path, block: Path): Path {
  for (const [node, path] of Node.ancestors(editor, at)) if (Element.isElement(node) && node.type === 'tableCell') return path;
  return block;
}
