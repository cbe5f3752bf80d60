/** What the keys, the toolbar and the menus do with whole blocks: their kind, their level, their number. */
import { Editor, Element, Node, type NodeEntry, Path, Point, Range, Transforms } from 'slate';
import type { HeadingLevel } from '../../shared/document/block.ts';
import { leadingNumber, runInEnd } from '../../shared/recognize/numbering.ts';
import { emptyParagraph } from './document-value.ts';
import { type NumberChange, type NumberedBlock, nextNumber, renumber } from './heading-numbers.ts';
import { fieldsOf, type GazetteEditor, type GazetteElement, isWritten, type WrittenType } from './slate-value.ts';

/** A kind of block as people choose it: the level belongs to it. */
export type BlockKind = Exclude<WrittenType, 'heading'> | `heading${HeadingLevel}`;

export function kindOf({ type, level }: GazetteElement): BlockKind | null {
  if (type === 'heading') return `heading${level ?? 1}`;
  return isWritten(type) ? type : null;
}

function partsOf(kind: BlockKind): { readonly type: WrittenType; readonly level?: HeadingLevel } {
  const level = /^heading([1-4])$/.exec(kind)?.[1];
  return level === undefined ? { type: kind as WrittenType } : { type: 'heading', level: Number(level) as HeadingLevel };
}

/** The block of the document in which the cursor is. */
export function blockAt(editor: GazetteEditor): NodeEntry<GazetteElement> | null {
  const index = editor.selection?.anchor.path[0];
  const block = index === undefined ? undefined : editor.children[index];
  return index === undefined || !Element.isElement(block) ? null : [block, [index]];
}

/** The blocks that the selection touches and that can change their kind. */
function writtenBlocks(editor: GazetteEditor): readonly NodeEntry<GazetteElement>[] {
  if (editor.selection === null) return [];
  const [start, end] = Range.edges(editor.selection);
  const found: NodeEntry<GazetteElement>[] = [];
  for (let index = start.path[0] as number; index <= (end.path[0] as number); index += 1) {
    const node = editor.children[index];
    if (Element.isElement(node) && isWritten(node.type)) found.push([node, [index]]);
  }
  return found;
}

/** Only what stands at its beginning matters for a number, and text can be long. */
const enough = 60;

export function numberedBlocks(editor: GazetteEditor): NumberedBlock[] {
  return editor.children.map((node) => {
    if (!Element.isElement(node)) return { type: 'paragraph', text: '' };
    const text = isWritten(node.type) ? Node.string(node).slice(0, enough) : '';
    return { type: node.type, text, ...(node.level === undefined ? {} : { level: node.level }) };
  });
}

export function setKind(editor: GazetteEditor, kind: BlockKind): void {
  Editor.withoutNormalizing(editor, () => {
    for (const [, path] of writtenBlocks(editor)) setKindAt(editor, path, kind);
  });
}

export function setKindAt(editor: GazetteEditor, path: Path, kind: BlockKind): void {
  const { type, level } = partsOf(kind);
  const block = Node.get(editor, path) as GazetteElement;
  const wasHeading = block.type === 'heading';
  if (block.type === type && block.level === level) return;
  const old = (fieldsOf[block.type] as readonly string[]).filter((name) => !(fieldsOf[type] as readonly string[]).includes(name));
  if (old.length > 0) Transforms.unsetNodes(editor, old as (keyof GazetteElement)[], { at: path });
  const label = type === 'attachmentTitle' && block.label === undefined ? { label: '' } : {};
  Transforms.setNodes(editor, { type, ...(level === undefined ? {} : { level }), ...label }, { at: path });
  if (type !== 'heading') Transforms.unsetNodes(editor, 'runIn', { at: path, match: (_, at) => at.length > path.length });
  if (type === 'heading' || type === 'article') numberBlock(editor, path, type === 'article' ? 'article' : (level as HeadingLevel));
  if (type === 'heading' && !wasHeading) runInAfterHeading(editor, path);
}

/** Gives the block the number that is its turn; one that it has stays when it is of the right kind. */
function numberBlock(editor: GazetteEditor, path: Path, level: HeadingLevel | 'article'): void {
  const blocks = numberedBlocks(editor);
  const index = path[0] as number;
  const found = leadingNumber(blocks[index]?.text ?? '', 0);
  const fits = found !== null && (level === 'article' ? found.kind === 'article' : found.kind !== 'article' && found.level === level);
  if (fits) return;
  const number = nextNumber(blocks, index, level);
  // Without a number of its own kind to give, what stands there is text.
  if (number !== '') replaceFront(editor, path, found?.length ?? 0, number);
}

/** Replaces the first characters of a block; a cursor before or in them stands behind what is new. */
function replaceFront(editor: GazetteEditor, path: Path, length: number, text: string): void {
  const start = Editor.start(editor, path);
  const { selection } = editor;
  const isInFront = (point: Point) => Point.equals(point, start) || (Path.equals(point.path, start.path) && point.offset <= length);
  const cursor = selection !== null && Range.isCollapsed(selection) && isInFront(selection.anchor) ? selection.anchor : null;
  if (length > 0) {
    const end = pointAt(editor, path, length);
    Transforms.delete(editor, { at: { anchor: start, focus: end } });
  }
  Transforms.insertText(editor, text, { at: Editor.start(editor, path) });
  if (cursor !== null) Transforms.select(editor, pointAt(editor, path, text.length));
}

/** The point behind so many characters of a block. */
export function pointAt(editor: GazetteEditor, path: Path, offset: number): Point {
  let left = offset;
  let last: Point = Editor.start(editor, path);
  for (const [text, at] of Node.texts(Node.get(editor, path) as GazetteElement)) {
    last = { path: [...path, ...at], offset: Math.min(left, text.text.length) };
    if (left <= text.text.length) return last;
    left -= text.text.length;
  }
  return last;
}

/** A numbered paragraph whose first sentence leads the others: that sentence is the heading (接排标题). */
function runInAfterHeading(editor: GazetteEditor, path: Path): void {
  const text = Node.string(Node.get(editor, path));
  const end = runInEnd(text, leadingNumber(text, 0)?.length ?? 0);
  if (end !== null && end < text.length) setRunIn(editor, path, end, true);
}

function setRunIn(editor: GazetteEditor, path: Path, from: number, isRunIn: boolean): void {
  const at = { anchor: pointAt(editor, path, from), focus: Editor.end(editor, path) };
  if (isRunIn) Transforms.setNodes(editor, { runIn: true }, { at, match: (node) => 'text' in node, split: true });
  else Transforms.unsetNodes(editor, 'runIn', { at: path, match: (node) => 'text' in node });
}

/** 接排: in a heading what follows the cursor becomes text of its paragraph; a second time it is heading again. */
export function toggleRunIn(editor: GazetteEditor): void {
  const entry = blockAt(editor);
  if (entry === null || entry[0].type !== 'heading' || editor.selection === null) return;
  const [block, path] = entry;
  const hasRunIn = block.children.some((child) => 'runIn' in child);
  // A selection that was made upwards may begin in a block before; in this one it then begins at its start.
  const [selected] = Range.edges(editor.selection);
  const start = Editor.start(editor, path);
  const point = Point.isBefore(selected, start) ? start : selected;
  const from = Editor.string(editor, { anchor: start, focus: point }).length;
  const isAtEnd = Point.equals(point, Editor.end(editor, path));
  Editor.withoutNormalizing(editor, () => {
    setRunIn(editor, path, 0, false);
    if (!hasRunIn && !isAtEnd && from > 0) setRunIn(editor, path, from, true);
  });
}

/** Tab and Shift+Tab on headings. @returns false where there is no heading. */
export function shiftLevel(editor: GazetteEditor, by: 1 | -1): boolean {
  const headings = writtenBlocks(editor).filter(([block]) => block.type === 'heading');
  Editor.withoutNormalizing(editor, () => {
    for (const [block, path] of headings) {
      const level = Math.min(4, Math.max(1, (block.level ?? 1) + by)) as HeadingLevel;
      if (level !== block.level) setKindAt(editor, path, `heading${level}`);
    }
  });
  return headings.length > 0;
}

export function numberChanges(editor: GazetteEditor): NumberChange[] {
  return renumber(numberedBlocks(editor));
}

/** 重排序号: one step for undo. Only the numeral is replaced, so that marks stay. */
export function applyNumbers(editor: GazetteEditor, changes: readonly NumberChange[]): void {
  Editor.withoutNormalizing(editor, () => {
    for (const { block, before, after } of changes) {
      const node = editor.children[block];
      if (!Element.isElement(node) || !Node.string(node).startsWith(before)) continue;
      const [from, to, text] = difference(before, after);
      const at = { anchor: pointAt(editor, [block], from), focus: pointAt(editor, [block], to) };
      // In the text in which the numeral begins, so that it keeps that text's marks.
      Transforms.insertText(editor, text, { at: at.focus });
      if (to > from) Transforms.delete(editor, { at });
    }
  });
}

/** What differs between two numbers: from where to where in the old one, and what is to stand there. */
function difference(before: string, after: string): readonly [number, number, string] {
  let front = 0;
  while (front < before.length && before[front] === after[front]) front += 1;
  let back = 0;
  while (back < before.length - front && back < after.length - front && before.at(-1 - back) === after.at(-1 - back)) back += 1;
  return [front, before.length - back, after.slice(front, after.length - back)];
}

/** An empty paragraph behind the block of the cursor, and the cursor in it: the way out of tables, boxes and figures. */
export function paragraphAfter(editor: GazetteEditor): void {
  const index = blockAt(editor)?.[1][0];
  if (index === undefined) return;
  Transforms.insertNodes(editor, emptyParagraph(), { at: [index + 1] });
  Transforms.select(editor, Editor.start(editor, [index + 1]));
}

export function removeBlock(editor: GazetteEditor): void {
  const index = blockAt(editor)?.[1][0];
  if (index === undefined || index === 0) return;
  Editor.withoutNormalizing(editor, () => {
    Transforms.removeNodes(editor, { at: [index] });
    if (editor.children.length === 1) Transforms.insertNodes(editor, emptyParagraph(), { at: [1] });
    Transforms.select(editor, Editor.start(editor, [Math.min(index, editor.children.length - 1)]));
  });
}
