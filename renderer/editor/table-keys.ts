/** The keys of a table: Tab from cell to cell, Shift with an arrow over cells, the way out below the last row. */
import { Editor, Path, Range, Transforms } from 'slate';
import { insertRows } from '../../shared/document/table-edit.ts';
import { areaOf } from '../../shared/document/table-model.ts';
import { emptyParagraph } from './document-value.ts';
import type { KeyHandler } from './key-press.ts';
import { changeTable, selectCell } from './table-change.ts';
import { cellPath, isAtEnd, isAtStart, type TableAt, tableAt } from './table-nodes.ts';

export const pressInTable: KeyHandler = (editor, { key }) => {
  const at = tableAt(editor);
  if (at === null) return false;
  if (key === 'Tab' || key === 'Shift+Tab') {
    toNextCell(editor, at, key === 'Tab' ? 1 : -1);
    return true;
  }
  const step = steps[key.replace(/^Shift\+/, '')];
  if (step === undefined) return false;
  return key.startsWith('Shift+') ? extend(editor, at, step) : key === 'ArrowDown' && leave(editor, at);
};

const steps: Readonly<Record<string, { readonly row: number; readonly column: number }>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/** Tab in the last cell adds a row; Shift+Tab in the first stays. */
function toNextCell(editor: Editor, { table, path, model, cell }: TableAt, by: 1 | -1): void {
  const cells = [...model.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const next = cells[cells.indexOf(cell) + by];
  if (next !== undefined) selectCell(editor, path, { ...next, at: 'all' });
  else if (by === 1) changeTable(editor, path, insertRows(table, model.rows), { row: model.rows, column: 0 });
}

/** Within a cell Shift and an arrow mark text as everywhere; from its edge on they mark cells. */
function extend(editor: Editor, at: TableAt, step: { readonly row: number; readonly column: number }): boolean {
  const { selection } = editor;
  const { model, path, cell } = at;
  const own = cellPath(model, path, cell.row, cell.column);
  if (selection === null || own === null) return false;
  const isAtEdge =
    (step.column < 0 && isAtStart(editor, selection.focus, own)) || (step.column > 0 && isAtEnd(editor, selection.focus, own));
  if (!at.isMany && !isAtEdge) return false;
  const area = areaOf(cell);
  const row = step.row > 0 ? area.bottom + 1 : area.top + step.row;
  const column = step.column > 0 ? area.right + 1 : area.left + step.column;
  const target = cellPath(model, path, row, column);
  // At the table's edge the selection stays in the table.
  if (target === null) return true;
  const anchorCell = Editor.above(editor, { at: selection.anchor, match: (_, each) => each.length === own.length });
  const isBefore = anchorCell !== undefined && Path.isBefore(target, anchorCell[1]);
  Transforms.select(editor, { anchor: selection.anchor, focus: isBefore ? Editor.start(editor, target) : Editor.end(editor, target) });
  return true;
}

/** Below a table that ends the document there is no line to go to: one is made. */
function leave(editor: Editor, { path, model, cell }: TableAt): boolean {
  const { selection } = editor;
  const isLast = path[0] === editor.children.length - 1 && areaOf(cell).bottom === model.rows - 1;
  if (selection === null || !isLast || Range.isExpanded(selection)) return false;
  const own = cellPath(model, path, cell.row, cell.column);
  if (own === null || !isAtEnd(editor, selection.focus, own)) return false;
  Transforms.insertNodes(editor, emptyParagraph(), { at: Path.next(path), select: true });
  return true;
}
