/** Puts what was pasted where the cursor stands: into the line, between the blocks, or into the cells of a table. */
import { Editor, Node, Path, type Point, Range, Text, Transforms } from 'slate';
import type { Block, CellParagraph, TableBlock, TextRun } from '../../shared/document/block.ts';
import { cutOut } from '../../shared/document/table-cells.ts';
import { gridToPaste, pasteGrid } from '../../shared/document/table-paste.ts';
import { insertBlocks, writable } from './insert-block.ts';
import { asCellParagraphs, type Pasted } from './paste.ts';
import { asOneStep, changeTable } from './table-change.ts';
import { frameAt, isAtEnd, isAtStart, isBlank, tableAt, topPath, typeOf } from './table-nodes.ts';

export function pasteInto(editor: Editor, { blocks, inline }: Pasted): void {
  const { selection } = editor;
  if (selection === null || (blocks.length === 0 && inline === null)) return;
  const table = tableAt(editor);
  const [only] = blocks;
  if (table !== null && blocks.length === 1 && only?.type === 'table') {
    pasteCells(editor, only);
    return;
  }
  asOneStep(editor, () => {
    if (Range.isExpanded(selection)) editor.deleteFragment();
    const point = editor.selection?.focus;
    if (point === undefined) return;
    const top = Node.get(editor, topPath(point));
    const isEmptyLine = typeOf(top) === 'paragraph' && isBlank(top);
    if (frameAt(editor, point) !== undefined) pasteLines(editor, inline === null ? asCellParagraphs(blocks) : [lineOf(inline)]);
    else if (inline !== null && !isEmptyLine) pasteRuns(editor, inline);
    else if (typeOf(top) === 'headTitle' || typeOf(top) === 'figure') pasteRuns(editor, joinedRuns(blocks));
    else pasteBlocks(editor, blocks, point);
  });
}

function pasteCells(editor: Editor, pasted: TableBlock): void {
  const at = tableAt(editor);
  if (at === null) return;
  const { top, left } = at.area;
  changeTable(editor, at.path, pasteGrid(at.table, top, left, gridToPaste(pasted)), { row: top, column: left });
}

/** In the middle of a text the first stretch goes into its line, as word processors do it; at its edges blocks stay blocks. */
function pasteBlocks(editor: Editor, blocks: readonly Block[], point: Point): void {
  const path = topPath(point);
  const isEmpty = isBlank(Node.get(editor, path));
  if (isEmpty || isAtEnd(editor, point, path)) {
    insertBlocks(editor, blocks, 'end');
    return;
  }
  if (isAtStart(editor, point, path)) {
    Transforms.insertNodes(editor, blocks.map(writable), { at: path, batchDirty: true });
    Transforms.select(editor, Editor.end(editor, [(path[0] ?? 0) + blocks.length - 1]));
    return;
  }
  const [first, ...others] = blocks;
  const joins = first?.type === 'paragraph' && others.length > 0;
  Transforms.splitNodes(editor, { at: point, match: (_, each) => each.length === 1 });
  const to = Path.next(path);
  if (joins) {
    Transforms.select(editor, Editor.end(editor, path));
    pasteRuns(editor, first.children);
  }
  const rest = joins ? others : blocks;
  Transforms.insertNodes(editor, rest.map(writable), { at: to, batchDirty: true });
  Transforms.select(editor, Editor.end(editor, [(to[0] ?? 0) + rest.length - 1]));
}

/** Text that stands behind a run-in heading stays text of its paragraph. */
function pasteRuns(editor: Editor, runs: readonly TextRun[]): void {
  const { selection } = editor;
  if (selection === null) return;
  const here = Node.get(editor, selection.focus.path) as unknown as TextRun;
  const isTitle = typeOf(Node.get(editor, topPath(selection.focus))) === 'headTitle';
  const nodes = runs
    .filter((run) => run.text !== '')
    .map(({ runIn: _, ...run }) => (isTitle ? { text: run.text } : here.runIn === true ? { ...run, runIn: true } : run));
  if (nodes.length > 0)
    Transforms.insertNodes(editor, nodes as unknown as Node[], { at: selection.focus, match: Text.isText, select: true });
}

/** The lines of a cell or box; the first goes on in the line of the cursor. */
function pasteLines(editor: Editor, lines: readonly CellParagraph[]): void {
  lines.forEach(({ children }, index) => {
    if (index > 0) Transforms.splitNodes(editor, { always: true });
    pasteRuns(editor, children);
  });
}

function lineOf(children: readonly TextRun[]): CellParagraph {
  return { type: 'cellParagraph', children };
}

/** A title and a caption are one line. */
function joinedRuns(blocks: readonly Block[]): readonly TextRun[] {
  return asCellParagraphs(blocks).flatMap((paragraph) => paragraph.children);
}

/** What is marked, as blocks: cells of one table as a table of their own, else the stretch of text with the blocks it touches. */
export function copiedBlocks(editor: Editor): readonly Block[] {
  const { selection } = editor;
  if (selection === null || Range.isCollapsed(selection)) return [];
  const at = tableAt(editor);
  if (at?.isMany === true) return [cutOut(at.table, at.area)];
  const fragment = Editor.fragment(editor, selection) as unknown as readonly (
    | Block
    | { readonly type: 'headTitle'; readonly children: readonly TextRun[] }
  )[];
  if (at !== null || frameAt(editor, selection.focus) !== undefined) {
    // A stretch of a cell is text and no table.
    const texts = innermost(fragment as unknown as readonly Nested[]);
    return texts.map((children) => ({ type: 'paragraph', children }));
  }
  return fragment.map((block) => (block.type === 'headTitle' ? { type: 'title', children: block.children } : block));
}

type Nested = { readonly children?: readonly Nested[]; readonly text?: string };

function innermost(nodes: readonly Nested[]): readonly (readonly TextRun[])[] {
  return nodes.flatMap((node) => {
    const children = node.children ?? [];
    return children.every((child) => child.text !== undefined) ? [children as unknown as readonly TextRun[]] : innermost(children);
  });
}
