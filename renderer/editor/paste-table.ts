/** A table of the clipboard's HTML → a table of a draft: spans, widths and head rows as they are, hidden rows left out. */
import type { DraftCell, DraftParagraph, DraftRow } from '../../shared/recognize/draft.ts';
import { type Look, lengthOf, parseDeclarations } from './paste-look.ts';
import type { Walk } from './paste-walk.ts';

type WalkCell = (walk: Walk, cell: Element, look: Look) => readonly DraftParagraph[];

export function readTable(walk: Walk, table: Element, look: Look, walkCell: WalkCell): void {
  if (walk.isInCell) walk.leftOut.nested += 1;
  // Alignment of what stands around a table is not that of its cells.
  const { align: _around, firstLineIndent: _indent, ...inner } = look;
  const rows = rowsOf(table).map(({ row, isHead }) => ({
    isHead,
    cells: cellsOf(row).flatMap((cell) => readCell(walk, cell, inner, walkCell)),
  }));
  const filled = rows.filter((row) => row.cells.length > 0);
  if (walk.isInCell) {
    walk.nodes.push(...filled.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)));
    return;
  }
  walk.open = null;
  if (filled.length === 0) return;
  const { columns, widths } = placed(filled.map((row) => row.cells));
  walk.nodes.push({
    kind: 'table',
    columns: columnsOf(table, columns) ?? widths,
    rows: filled.map(({ isHead, cells }): DraftRow => ({ head: isHead, cells: cells.map(({ width: _, ...cell }) => cell) })),
  });
}

/** Rows of this table alone, not of one inside. */
function rowsOf(table: Element): readonly { readonly row: Element; readonly isHead: boolean }[] {
  return [...table.children].flatMap((child) => {
    const isHead = child.localName === 'thead';
    const rows = child.localName === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.localName) ? [...child.children] : [];
    return rows
      .filter((row) => row.localName === 'tr' && isShown(row))
      .map((row) => ({ row, isHead: isHead || cellsOf(row).every((cell) => cell.localName === 'th') }));
  });
}

function cellsOf(row: Element): readonly Element[] {
  return [...row.children].filter((cell) => /^t[dh]$/.test(cell.localName) && isShown(cell));
}

/** Excel ends a table with a row that is only there for widths. */
function isShown(element: Element): boolean {
  return !/display:\s*none/i.test(element.getAttribute('style') ?? '');
}

interface ReadCell extends DraftCell {
  readonly width: number | null;
}

/** A span that Excel made only because text runs over empty neighbours is none. */
function readCell(walk: Walk, cell: Element, look: Look, walkCell: WalkCell): readonly ReadCell[] {
  const styles = parseDeclarations(cell.getAttribute('style') ?? '');
  const columnSpan = spanOf(cell, 'colspan', 1000);
  const rowSpan = spanOf(cell, 'rowspan', 10_000);
  const paragraphs = walkCell(walk, cell, look);
  const width = lengthOf(styles.get('width')) ?? lengthOf(cell.getAttribute('width'));
  if (styles.get('mso-ignore') !== 'colspan') return [{ columnSpan, rowSpan, paragraphs, width }];
  const blank: ReadCell = { columnSpan: 1, rowSpan, paragraphs: [], width: null };
  return [{ ...blank, paragraphs }, ...new Array<ReadCell>(columnSpan - 1).fill(blank)];
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Math.trunc(Number(cell.getAttribute(name) ?? '1'));
  return span >= 1 ? Math.min(span, most) : 1;
}

/** How many columns the rows take, and how wide the cells of one column say that it is. */
function placed(rows: readonly (readonly ReadCell[])[]): { readonly columns: number; readonly widths: readonly number[] } {
  const taken = new Set<string>();
  const widths: (number | undefined)[] = [];
  let columns = 1;
  rows.forEach((cells, row) => {
    let column = 0;
    for (const { columnSpan, rowSpan, width } of cells) {
      while (taken.has(`${row} ${column}`)) column += 1;
      const last = Math.min(rowSpan, rows.length - row);
      for (let dr = 0; dr < last; dr += 1) for (let dc = 0; dc < columnSpan; dc += 1) taken.add(`${row + dr} ${column + dc}`);
      if (columnSpan === 1 && width !== null && width > 0) widths[column] ??= width;
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  });
  const known = widths.filter((width) => width !== undefined);
  const average = known.length === 0 ? 1 : known.reduce((sum, width) => sum + width, 0) / known.length;
  return { columns, widths: Array.from({ length: columns }, (_, column) => round(widths[column] ?? average)) };
}

/** Excel says the widths in <col>; they count when they are there for every column. */
function columnsOf(table: Element, columns: number): readonly number[] | null {
  const widths = [...table.querySelectorAll(':scope > col, :scope > colgroup > col')].flatMap((col) => {
    const width = lengthOf(col.getAttribute('width')) ?? lengthOf(parseDeclarations(col.getAttribute('style') ?? '').get('width'));
    return new Array<number>(spanOf(col, 'span', 1000)).fill(width ?? 0);
  });
  return widths.length === columns && widths.every((width) => width > 0) ? widths.map(round) : null;
}

function round(width: number): number {
  return Math.round(width * 100) / 100;
}
