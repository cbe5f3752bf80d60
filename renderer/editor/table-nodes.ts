/** Where the editor's selection stands in a table. The value of the editor is the blocks themselves, so that a node is a `TableBlock`. */
import { Editor, Element, Node, type NodeEntry, Path, Point, Range } from 'slate';
import type { TableBlock } from '../../shared/document/block.ts';
import {
  areaOf,
  type CellPlace,
  childAt,
  isIn,
  joined,
  openTable,
  placeOfChild,
  type TableArea,
  type TableModel,
  wholeArea,
} from '../../shared/document/table-model.ts';
import type { ElementType } from './slate-value.ts';

export function typeOf(node: Node): ElementType | undefined {
  return Element.isElement(node) ? node.type : undefined;
}

export function isType(...types: readonly ElementType[]): (node: Node) => boolean {
  return (node) => types.includes(typeOf(node) as ElementType);
}

/** What closes text in: nothing is joined over its edge. */
export const isFrame = isType('tableCell', 'box');

export function asTable(node: Node): TableBlock {
  return node as unknown as TableBlock;
}

// A table is opened once for each of its states: every cell asks whether it is selected.
const models = new WeakMap<object, TableModel>();
export function modelOf(table: TableBlock): TableModel {
  const known = models.get(table);
  if (known !== undefined) return known;
  const model = openTable(table);
  models.set(table, model);
  return model;
}

export interface TableAt {
  readonly table: TableBlock;
  readonly path: Path;
  readonly model: TableModel;
  /** Of the selection, whole cells. */
  readonly area: TableArea;
  /** Where the focus stands. */
  readonly cell: CellPlace;
  /** The selection reaches over more than one cell. */
  readonly isMany: boolean;
}

/** The table in which both ends of the selection stand, else null. */
export function tableAt(editor: Editor, at: Range | null = editor.selection): TableAt | null {
  const found = at === null ? undefined : Editor.above(editor, { at, match: isType('table'), mode: 'lowest' });
  if (at === null || found === undefined) return null;
  const [node, path] = found;
  const table = asTable(node);
  const model = modelOf(table);
  const cell = placeAt(model, path, at.focus);
  const from = placeAt(model, path, at.anchor);
  if (cell === undefined || from === undefined) return null;
  const area = wholeArea(model, joined(areaOf(from), areaOf(cell)));
  return { table, path, model, area, cell, isMany: from !== cell };
}

function placeAt(model: TableModel, path: Path, point: Point): CellPlace | undefined {
  const [row, index] = Path.relative(point.path, path);
  return row === undefined || index === undefined ? undefined : placeOfChild(model, row, index);
}

/** The path of the cell that covers a place. */
export function cellPath(model: TableModel, path: Path, row: number, column: number): Path | null {
  const child = childAt(model, row, column);
  return child === undefined ? null : [...path, child.row, child.index];
}

/** The frame around a point: a cell or a box. */
export function frameAt(editor: Editor, point: Point): NodeEntry<Node> | undefined {
  return Editor.above(editor, { at: point, match: isFrame, mode: 'lowest' });
}

/** The ends of the selection stand in different frames, or one of them in none. */
export function crossesFrames(editor: Editor): boolean {
  const { selection } = editor;
  if (selection === null || Range.isCollapsed(selection)) return false;
  const from = frameAt(editor, selection.anchor)?.[1];
  const to = frameAt(editor, selection.focus)?.[1];
  if (from === undefined && to === undefined) return false;
  return from === undefined || to === undefined || !Path.equals(from, to);
}

export function hasPath(editor: Editor, path: Path): boolean {
  return Node.has(editor, path);
}

/** The text of a node is empty. */
export function isBlank(node: Node): boolean {
  return Node.string(node) === '';
}

/** The block at the top of the value that holds a point. */
export function topPath(point: Point): Path {
  return point.path.slice(0, 1);
}

export function isAtStart(editor: Editor, point: Point, path: Path): boolean {
  return Point.equals(point, Editor.start(editor, path));
}

export function isAtEnd(editor: Editor, point: Point, path: Path): boolean {
  return Point.equals(point, Editor.end(editor, path));
}

const none: ReadonlySet<object> = new Set();
let last: { readonly selection: object; readonly table: object; readonly cells: ReadonlySet<object> } | null = null;

/** The marked cells where more than one is; every cell asks, so that the answer is kept for a selection. */
export function markedCells(editor: Editor): ReadonlySet<object> {
  const { selection } = editor;
  if (selection === null || Range.isCollapsed(selection) || selection.anchor.path[0] !== selection.focus.path[0]) return none;
  const table = editor.children[selection.anchor.path[0] as number];
  if (table === undefined || typeOf(table) !== 'table') return none;
  if (last?.selection === selection && last.table === table) return last.cells;
  const at = tableAt(editor);
  const cells = at?.isMany === true ? new Set(childrenIn(at)) : none;
  last = { selection, table, cells };
  return cells;
}

function childrenIn({ table, model, area }: TableAt): readonly object[] {
  return table.children.flatMap((row, r) =>
    row.children.filter((_, index) => {
      const place = placeOfChild(model, r, index);
      return place !== undefined && isIn(place, area);
    }),
  );
}
