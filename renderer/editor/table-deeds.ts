/** What can be done with the table at the cursor: one list for the toolbar, the context menu and the tests. */
import { Editor, Transforms } from 'slate';
import type { Align, TableBlock } from '../../shared/document/block.ts';
import { alignCells, canMerge, mergeCells, splitCell } from '../../shared/document/table-cells.ts';
import {
  deleteColumns,
  deleteRows,
  distributeColumns,
  insertColumns,
  insertRows,
  moveRow,
  setHeadRows,
} from '../../shared/document/table-edit.ts';
import type { TableArea } from '../../shared/document/table-model.ts';
import { changeTable, type TableFocus } from './table-change.ts';
import { cellPath, type TableAt, tableAt } from './table-nodes.ts';
import { tableWords } from './table-words.ts';

export type TableDeedId =
  | 'rowAbove'
  | 'rowBelow'
  | 'columnLeft'
  | 'columnRight'
  | 'deleteRows'
  | 'deleteColumns'
  | 'deleteTable'
  | 'merge'
  | 'split'
  | 'head'
  | 'noHead'
  | 'rowUp'
  | 'rowDown'
  | 'distribute'
  | 'widths'
  | 'alignLeft'
  | 'alignCenter'
  | 'alignRight'
  | 'alignAsStyle'
  | 'selectRow'
  | 'selectColumn'
  | 'selectTable';

export interface TableDeed {
  readonly id: TableDeedId;
  readonly title: string;
  readonly group: keyof typeof tableWords.groups;
  readonly can: (at: TableAt) => boolean;
  readonly run: (editor: Editor, at: TableAt) => void;
}

type Change = { readonly table: TableBlock | null; readonly focus: TableFocus };

function deed(
  id: TableDeedId,
  group: TableDeed['group'],
  change: (at: TableAt) => Change | null,
  can: (at: TableAt) => boolean = () => true,
): TableDeed {
  const run = (editor: Editor, at: TableAt) => {
    const done = change(at);
    if (done !== null) changeTable(editor, at.path, done.table, done.focus);
  };
  return { id, title: tableWords[id], group, can, run };
}

function selecting(id: TableDeedId, area: (at: TableAt) => TableArea): TableDeed {
  return { id, title: tableWords[id], group: 'select', can: () => true, run: (editor, at) => selectArea(editor, at, area(at)) };
}

const always = (align: Align | null) => (at: TableAt) => ({ table: alignCells(at.table, at.area, align), focus: 'kept' as const });
const height = ({ area }: TableAt) => area.bottom - area.top + 1;
const width = ({ area }: TableAt) => area.right - area.left + 1;
const isHead = (at: TableAt) => at.model.heads[at.area.bottom] === true;

export const tableDeeds: readonly TableDeed[] = [
  deed('rowAbove', 'insert', (at) => ({
    table: insertRows(at.table, at.area.top, height(at)),
    focus: { row: at.area.top, column: at.area.left },
  })),
  deed('rowBelow', 'insert', (at) => ({
    table: insertRows(at.table, at.area.bottom + 1, height(at)),
    focus: { row: at.area.bottom + 1, column: at.area.left },
  })),
  deed('columnLeft', 'insert', (at) => ({
    table: insertColumns(at.table, at.area.left, width(at)),
    focus: { row: at.area.top, column: at.area.left },
  })),
  deed('columnRight', 'insert', (at) => ({
    table: insertColumns(at.table, at.area.right + 1, width(at)),
    focus: { row: at.area.top, column: at.area.right + 1 },
  })),
  deed('deleteRows', 'delete', (at) => ({
    table: deleteRows(at.table, at.area.top, at.area.bottom),
    focus: { row: Math.max(Math.min(at.area.top, at.model.rows - height(at) - 1), 0), column: at.area.left },
  })),
  deed('deleteColumns', 'delete', (at) => ({
    table: deleteColumns(at.table, at.area.left, at.area.right),
    focus: { row: at.area.top, column: Math.max(Math.min(at.area.left, at.model.widths.length - width(at) - 1), 0) },
  })),
  deed('deleteTable', 'delete', () => ({ table: null, focus: 'kept' })),
  deed(
    'merge',
    'cells',
    (at) => ({ table: mergeCells(at.table, at.area), focus: { row: at.area.top, column: at.area.left, at: 'end' } }),
    (at) => canMerge(at.table, at.area),
  ),
  // Asks how many; see splitAt. Without an answer a merge is taken back.
  deed(
    'split',
    'cells',
    (at) => ({ table: splitCell(at.table, at.cell.row, at.cell.column), focus: { row: at.cell.row, column: at.cell.column } }),
    (at) => !at.isMany,
  ),
  deed(
    'head',
    'rows',
    (at) => ({ table: setHeadRows(at.table, at.area.bottom, true), focus: 'kept' }),
    (at) => !isHead(at),
  ),
  deed('noHead', 'rows', (at) => ({ table: setHeadRows(at.table, at.area.top, false), focus: 'kept' }), isHead),
  deed(
    'rowUp',
    'rows',
    (at) => moved(at, 'up'),
    (at) => !at.isMany && moved(at, 'up') !== null,
  ),
  deed(
    'rowDown',
    'rows',
    (at) => moved(at, 'down'),
    (at) => !at.isMany && moved(at, 'down') !== null,
  ),
  deed('distribute', 'rows', (at) => {
    const [from, to] = at.area.left < at.area.right ? [at.area.left, at.area.right] : [0, at.model.widths.length - 1];
    return { table: distributeColumns(at.table, from, to), focus: 'kept' };
  }),
  // Asks how wide; see WidthDialog.
  deed('widths', 'rows', () => null),
  deed('alignLeft', 'align', always('left')),
  deed('alignCenter', 'align', always('center')),
  deed('alignRight', 'align', always('right')),
  deed('alignAsStyle', 'align', always(null)),
  selecting('selectRow', ({ area, model }) => ({ ...area, left: 0, right: model.widths.length - 1 })),
  selecting('selectColumn', ({ area, model }) => ({ ...area, top: 0, bottom: model.rows - 1 })),
  selecting('selectTable', ({ model }) => ({ top: 0, left: 0, bottom: model.rows - 1, right: model.widths.length - 1 })),
];

function moved({ table, cell }: TableAt, way: 'up' | 'down'): Change | null {
  const done = moveRow(table, cell.row, way);
  return done === null ? null : { table: done.table, focus: { row: done.row, column: cell.column } };
}

/** @returns false when the cursor is in no table, or this cannot be done there. */
export function doInTable(editor: Editor, id: TableDeedId): boolean {
  const at = tableAt(editor);
  const found = tableDeeds.find((each) => each.id === id);
  if (at === null || found === undefined || !found.can(at)) return false;
  found.run(editor, at);
  return true;
}

/** Splits the cell at the cursor into so many rows and columns. */
export function splitAt(editor: Editor, rows: number, columns: number): void {
  const at = tableAt(editor);
  if (at === null) return;
  changeTable(editor, at.path, splitCell(at.table, at.cell.row, at.cell.column, rows, columns), {
    row: at.cell.row,
    column: at.cell.column,
  });
}

/** From the first cell of the area to its last: what the selection of the editor then stands for. */
export function selectArea(editor: Editor, { model, path }: TableAt, area: TableArea): void {
  const from = cellPath(model, path, area.top, area.left);
  const to = cellPath(model, path, area.bottom, area.right);
  if (from === null || to === null) return;
  Transforms.select(editor, { anchor: Editor.start(editor, from), focus: Editor.end(editor, to) });
}
