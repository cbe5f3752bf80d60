/** Cells of a table: merged, split, aligned, emptied, taken out as a table of their own. */
import { type Align, type CellParagraph, runsText, type TableBlock } from './block.ts';
import {
  areaOf,
  type CellPlace,
  cellAt,
  closeTable,
  emptyParagraph,
  isIn,
  openTable,
  type TableArea,
  type TableModel,
  wholeArea,
} from './table-model.ts';

/** Makes one cell of an area; the paragraphs of all stand in it in reading order, empty ones apart. */
export function mergeCells(table: TableBlock, area: TableArea): TableBlock {
  const model = openTable(table);
  const whole = wholeArea(model, area);
  const inside = model.cells.filter((cell) => isIn(cell, whole)).sort((a, b) => a.row - b.row || a.column - b.column);
  if (inside.length < 2) return closeTable(model);
  const paragraphs = inside.flatMap((cell) => cell.paragraphs.filter((paragraph) => runsText(paragraph.children) !== ''));
  const merged: CellPlace = {
    row: whole.top,
    column: whole.left,
    rowSpan: whole.bottom - whole.top + 1,
    columnSpan: whole.right - whole.left + 1,
    paragraphs: paragraphs.length > 0 ? paragraphs : (inside[0]?.paragraphs.slice(0, 1) ?? []),
  };
  return closeTable({ ...model, cells: [...model.cells.filter((cell) => !inside.includes(cell)), merged] });
}

/**
 * Splits the cell at a place; without counts into what it was merged from. Text stays in the first part; where the grid has too
 * few rows or columns under the cell, new ones are drawn through it and the cells beside it grow.
 */
export function splitCell(table: TableBlock, row: number, column: number, rows?: number, columns?: number): TableBlock {
  const found = cellAt(openTable(table), row, column);
  if (found === undefined) return table;
  const wanted = { rows: Math.max(rows ?? found.rowSpan, 1), columns: Math.max(columns ?? found.columnSpan, 1) };
  const model = widened(heightened(openTable(table), found, wanted.rows), found, wanted.columns);
  const cell = cellAt(model, found.row, found.column) as CellPlace;
  const align = cell.paragraphs[0]?.align;
  const blank: CellParagraph = align === undefined ? emptyParagraph : { ...emptyParagraph, align };
  const parts = spread(cell.rowSpan, wanted.rows).flatMap(([dr, rowSpan]) =>
    spread(cell.columnSpan, wanted.columns).map(([dc, columnSpan]): CellPlace => {
      const paragraphs = dr === 0 && dc === 0 ? cell.paragraphs : [blank];
      return { row: cell.row + dr, column: cell.column + dc, rowSpan, columnSpan, paragraphs };
    }),
  );
  return closeTable({ ...model, cells: model.cells.flatMap((each) => (each === cell ? parts : [each])) });
}

/** More grid rows under the cell, all at its end; what stands beside its last row grows with it. */
function heightened(model: TableModel, { row, rowSpan }: CellPlace, wanted: number): TableModel {
  const more = wanted - rowSpan;
  if (more <= 0) return model;
  const last = row + rowSpan - 1;
  const cells = model.cells.map((cell): CellPlace => {
    if (cell.row > last) return { ...cell, row: cell.row + more };
    return cell.row + cell.rowSpan > last ? { ...cell, rowSpan: cell.rowSpan + more } : cell;
  });
  const heads = model.heads.toSpliced(last + 1, 0, ...new Array<boolean>(more).fill(model.heads[last] === true));
  return { ...model, rows: model.rows + more, heads, cells };
}

function widened(model: TableModel, { column, columnSpan }: CellPlace, wanted: number): TableModel {
  const more = wanted - columnSpan;
  if (more <= 0) return model;
  const last = column + columnSpan - 1;
  const cells = model.cells.map((cell): CellPlace => {
    if (cell.column > last) return { ...cell, column: cell.column + more };
    return cell.column + cell.columnSpan > last ? { ...cell, columnSpan: cell.columnSpan + more } : cell;
  });
  const part = (model.widths[last] ?? 1) / (more + 1);
  return { ...model, widths: model.widths.toSpliced(last, 1, ...new Array<number>(more + 1).fill(part)), cells };
}

/** `total` in `count` parts as equal as can be, each with its start; never more parts than there are. */
function spread(total: number, count: number): readonly (readonly [number, number])[] {
  const parts = Math.min(total, count);
  return Array.from({ length: parts }, (_, i) => {
    const from = Math.floor((i * total) / parts);
    return [from, Math.floor(((i + 1) * total) / parts) - from] as const;
  });
}

/** @param align null for as the table's style has it. */
export function alignCells(table: TableBlock, area: TableArea, align: Align | null): TableBlock {
  return changeParagraphs(table, area, (paragraphs) =>
    paragraphs.map(({ align: _old, ...rest }) => (align === null ? rest : { ...rest, align })),
  );
}

/** Empties the cells of an area; they stay, with the alignment that they had. */
export function clearCells(table: TableBlock, area: TableArea): TableBlock {
  return changeParagraphs(table, area, ([first]) => {
    const align = first?.align;
    return [align === undefined ? emptyParagraph : { ...emptyParagraph, align }];
  });
}

function changeParagraphs(
  table: TableBlock,
  area: TableArea,
  change: (paragraphs: readonly CellParagraph[]) => readonly CellParagraph[],
): TableBlock {
  const model = openTable(table);
  const cells = model.cells.map((cell) => (isIn(cell, area) ? { ...cell, paragraphs: change(cell.paragraphs) } : cell));
  return closeTable({ ...model, cells });
}

/** The cells of an area as a table of their own, for copying. */
export function cutOut(table: TableBlock, area: TableArea): TableBlock {
  const model = openTable(table);
  const whole = wholeArea(model, area);
  const cells = model.cells.filter((cell) => isIn(cell, whole));
  return closeTable({
    rows: whole.bottom - whole.top + 1,
    widths: model.widths.slice(whole.left, whole.right + 1),
    heads: model.heads.slice(whole.top, whole.bottom + 1),
    cells: cells.map((cell) => ({ ...cell, row: cell.row - whole.top, column: cell.column - whole.left })),
  });
}

/** True when the area is more than one cell. */
export function canMerge(table: TableBlock, area: TableArea): boolean {
  const model = openTable(table);
  const cell = cellAt(model, area.top, area.left);
  if (cell === undefined) return false;
  const own = areaOf(cell);
  return own.bottom < area.bottom || own.right < area.right;
}
