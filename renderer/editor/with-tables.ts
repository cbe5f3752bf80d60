/**
 * Keeps tables and boxes whole while one writes: nothing is joined over the edge of a cell, deleting over cells empties them,
 * and what else breaks a table is mended at once.
 */
import { Editor, Element, Node, type NodeEntry, Path, Point, Range, Transforms } from 'slate';
import type { TableBlock } from '../../shared/document/block.ts';
import { clearCells } from '../../shared/document/table-cells.ts';
import { newTable, wholeTable } from '../../shared/document/table-model.ts';
import { tellingOf } from './deleted-objects.ts';
import { emptyParagraph } from './document-value.ts';
import { asOneStep, changeTable, writeTable } from './table-change.ts';
import { asTable, crossesFrames, frameAt, hasPath, isAtEnd, isAtStart, isBlank, isType, tableAt, topPath, typeOf } from './table-nodes.ts';

export function withTables<T extends Editor>(editor: T): T {
  const { deleteBackward, deleteForward, deleteFragment, insertBreak, insertSoftBreak, insertText, normalizeNode } = editor;
  editor.deleteBackward = (unit) => {
    if (!keepsEdge(editor, 'before')) deleteBackward(unit);
  };
  editor.deleteForward = (unit) => {
    if (!keepsEdge(editor, 'after')) deleteForward(unit);
  };
  editor.deleteFragment = (direction) => {
    tellingOf(editor, () => {
      if (crossesFrames(editor)) deleteOverFrames(editor);
      else deleteFragment(direction);
    });
  };
  // Slate would delete the marked text by itself, and with it the cells.
  const emptied = () => {
    if (crossesFrames(editor)) editor.deleteFragment();
  };
  editor.insertBreak = () => {
    emptied();
    insertBreak();
  };
  editor.insertSoftBreak = () => {
    emptied();
    insertSoftBreak();
  };
  editor.insertText = (text, options) => {
    emptied();
    insertText(text, options);
  };
  editor.normalizeNode = (entry, options) => {
    if (!mend(editor, entry)) normalizeNode(entry, options);
  };
  return editor;
}

/** True when the key must not join text over an edge; next to a table or box it goes in instead, or takes out an empty line. */
function keepsEdge(editor: Editor, side: 'before' | 'after'): boolean {
  const { selection } = editor;
  if (selection === null || Range.isExpanded(selection)) return false;
  const point = selection.focus;
  const isAtEdge = side === 'before' ? isAtStart : isAtEnd;
  const frame = frameAt(editor, point);
  if (frame !== undefined) {
    const [node, path] = frame;
    if (!isAtEdge(editor, point, path)) return false;
    if (typeOf(node) === 'box' && isBlank(node)) replaceBlock(editor, path);
    return true;
  }
  const own = topPath(point);
  const block = Node.get(editor, own);
  // What is more than a plain paragraph first becomes one; see typing.ts.
  const isPlain = typeOf(block) === 'paragraph' && (block as Element).align === undefined;
  if (!isAtEdge(editor, point, own) || (side === 'before' && !isPlain)) return false;
  const beside = side === 'before' ? (own[0] === 0 ? null : Path.previous(own)) : Path.next(own);
  if (beside === null || !hasPath(editor, beside) || !isType('table', 'box')(Node.get(editor, beside))) return false;
  const target = side === 'before' ? Editor.end(editor, beside) : Editor.start(editor, beside);
  const isEmpty = isBlank(block);
  Transforms.select(editor, target);
  if (isEmpty) Transforms.removeNodes(editor, { at: own });
  return true;
}

function replaceBlock(editor: Editor, path: Path): void {
  asOneStep(editor, () => {
    Transforms.removeNodes(editor, { at: path });
    Transforms.insertNodes(editor, emptyParagraph(), { at: path, select: true });
  });
}

/** Within one table the marked cells are emptied; over its edge the text of each frame that is touched goes, the frames stay. */
function deleteOverFrames(editor: Editor): void {
  const { selection } = editor;
  if (selection === null) return;
  const at = tableAt(editor);
  if (at !== null) {
    changeTable(editor, at.path, clearCells(at.table, at.area), { row: at.area.top, column: at.area.left });
    return;
  }
  const [start, end] = Range.edges(selection);
  const first = topPath(start)[0] ?? 0;
  const last = topPath(end)[0] ?? 0;
  asOneStep(editor, () => {
    for (let index = last; index >= first; index -= 1) {
      const whole = Editor.range(editor, [index]);
      const part = { anchor: index === first ? start : whole.anchor, focus: index === last ? end : whole.focus };
      const isInside = index > first && index < last;
      if (isInside) Transforms.removeNodes(editor, { at: [index] });
      else deleteWithin(editor, part);
    }
    Transforms.select(editor, start);
  });
}

/** Deletes the text of a stretch of one block, frame by frame. */
function deleteWithin(editor: Editor, part: Range): void {
  const [start, end] = Range.edges(part);
  const frames = [...Editor.nodes(editor, { at: part, match: isType('tableCell', 'box'), mode: 'lowest' })].reverse();
  const stretches = frames.length === 0 ? [part] : frames.map(([, path]) => Editor.range(editor, path));
  for (const { anchor, focus } of stretches) {
    const from = Point.isBefore(anchor, start) ? start : anchor;
    const to = Point.isAfter(focus, end) ? end : focus;
    if (Point.isBefore(from, to)) Transforms.delete(editor, { at: { anchor: from, focus: to } });
  }
}

/** @returns true when something was mended; Slate then comes back to the node. */
function mend(editor: Editor, [node, path]: NodeEntry): boolean {
  if (!Element.isElement(node)) return false;
  switch (typeOf(node)) {
    case 'table':
      return mendTable(editor, asTable(node), path);
    case 'tableCell':
    case 'box':
      return mendFrame(editor, node, path);
    case 'cellParagraph': {
      const isAtTop = path.length === 1;
      if (isAtTop) Transforms.setNodes(editor, { type: 'paragraph' } as object, { at: path });
      return isAtTop;
    }
    case 'tableRow': {
      const isStray = typeOf(Node.parent(editor, path)) !== 'table';
      if (isStray) Transforms.unwrapNodes(editor, { at: path });
      return isStray;
    }
    default:
      return false;
  }
}

function mendTable(editor: Editor, table: TableBlock, path: Path): boolean {
  const columns = Array.isArray(table.columns) && table.columns.length > 0 ? table.columns : newTable(1, 1).columns;
  const rows = table.children.filter((row) => row.type === 'tableRow');
  const known = columns === table.columns && rows.length === table.children.length ? table : { ...table, columns, children: rows };
  const whole = wholeTable(known);
  if (whole === table) return false;
  writeTable(editor, path, whole);
  return true;
}

/** A frame holds paragraphs of its own kind and nothing else. */
function mendFrame(editor: Editor, node: Element, path: Path): boolean {
  if (typeOf(node) === 'tableCell' && typeOf(Node.parent(editor, path)) !== 'tableRow') {
    Transforms.unwrapNodes(editor, { at: path });
    return true;
  }
  for (const [child, childPath] of [...Node.children(editor, path)]) {
    const type = typeOf(child);
    if (type === 'cellParagraph') continue;
    if (!Element.isElement(child)) {
      Transforms.wrapNodes(editor, { type: 'cellParagraph', children: [] } as unknown as Element, { at: childPath });
    } else if (type === 'table' || type === 'tableRow' || isType('tableCell', 'box')(child)) {
      Transforms.unwrapNodes(editor, { at: childPath });
    } else {
      Transforms.unsetNodes(editor, ['level', 'label', 'tight', 'image', 'link'] as never, { at: childPath });
      Transforms.setNodes(editor, { type: 'cellParagraph' } as object, { at: childPath });
    }
    return true;
  }
  return false;
}
