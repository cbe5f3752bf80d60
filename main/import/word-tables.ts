/** Tables of WordprocessingML as a grid with spans (17.4). */
import type { DraftCell, DraftNode, DraftParagraph, DraftRow, DraftTable } from '../../shared/recognize/draft.ts';
import { flattenTable } from './flatten.ts';
import { hasText, type Story } from './word-context.ts';
import { child, childElements, childValue, integer, onOff, twips, type XmlElement } from './xml.ts';

type ReadBlocks = (story: Story, container: XmlElement) => readonly DraftNode[];

interface Cell {
  readonly column: number;
  columnSpan: number;
  rowSpan: number;
  readonly paragraphs: DraftParagraph[];
}

/** Word allows 63 columns; a larger span can only be damage and would blow up the grid. */
const MAX_COLUMNS = 200;

/** One table, followed by the pictures of its cells, which a cell of the draft cannot hold. */
export function readTable(story: Story, table: XmlElement, readBlocks: ReadBlocks): readonly DraftNode[] {
  const after: DraftNode[] = [];
  const rows: { head: boolean; cells: Cell[] }[] = [];
  const widths = gridWidths(table);
  let above = new Map<number, Cell>();
  for (const row of contents(table, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del') !== undefined || isHidden(properties)) {
      story.context.left[child(properties, 'w:del') !== undefined ? 'deletions' : 'hidden'] += 1;
      continue;
    }
    const cells: Cell[] = [];
    const below = new Map<number, Cell>();
    let column = clampSpan(integer(childValue(properties, 'w:gridBefore')), 0);
    if (column > 0) cells.push(emptyCell(0, column));
    for (const element of contents(row, 'w:tc')) {
      const cellProperties = child(element, 'w:tcPr');
      if (child(cellProperties, 'w:cellDel') !== undefined) {
        story.context.left.deletions += 1;
        continue;
      }
      const span = Math.min(clampSpan(integer(childValue(cellProperties, 'w:gridSpan')), 1), Math.max(1, MAX_COLUMNS - column));
      const paragraphs = readCell(story, element, readBlocks, after);
      const left = cells.at(-1);
      if (childValue(cellProperties, 'w:hMerge') === 'continue' && left !== undefined) {
        left.columnSpan += span;
        left.paragraphs.push(...paragraphs.filter(hasText));
        column += span;
        continue;
      }
      const merge = child(cellProperties, 'w:vMerge');
      const start = above.get(column);
      const width = twips(child(cellProperties, 'w:tcW')?.attributes['w:w']);
      if (span === 1 && width !== undefined && width > 0 && child(cellProperties, 'w:tcW')?.attributes['w:type'] !== 'pct')
        widths.seen(column, width);
      if (merge !== undefined && merge.attributes['w:val'] !== 'restart' && start !== undefined && start.columnSpan === span) {
        start.rowSpan += 1;
        // Word shows nothing of a covered cell; should text be there all the same, it goes with the cell that covers it.
        start.paragraphs.push(...paragraphs.filter(hasText));
        below.set(column, start);
      } else {
        const cell: Cell = { column, columnSpan: span, rowSpan: 1, paragraphs };
        cells.push(cell);
        if (merge !== undefined) below.set(column, cell);
      }
      column += span;
    }
    const trailing = clampSpan(integer(childValue(properties, 'w:gridAfter')), 0);
    if (trailing > 0) cells.push(emptyCell(column, trailing));
    above = below;
    rows.push({ head: onOff(properties, 'w:tblHeader') === true, cells });
  }
  if (rows.length === 0) return after;
  return [finish(rows, widths.all(gridWidth(rows))), ...after];
}

function finish(rows: readonly { head: boolean; cells: readonly Cell[] }[], columns: readonly number[]): DraftTable {
  let leading = true;
  return {
    kind: 'table',
    columns,
    rows: rows.map((row): DraftRow => {
      // Only rows from the top on can be repeated as the head (17.4.49).
      leading &&= row.head;
      return {
        head: leading,
        cells: row.cells.map((cell): DraftCell => ({ columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, paragraphs: cell.paragraphs })),
      };
    }),
  };
}

/** Columns that the rows really use; cells that reach down from above count at their place. */
function gridWidth(rows: readonly { cells: readonly Cell[] }[]): number {
  let width = 1;
  for (const row of rows) for (const cell of row.cells) width = Math.max(width, cell.column + cell.columnSpan);
  return width;
}

function gridWidths(table: XmlElement) {
  const grid = child(table, 'w:tblGrid');
  const given =
    grid === undefined
      ? []
      : childElements(grid)
          .filter((entry) => entry.name === 'w:gridCol')
          .map((entry) => twips(entry.attributes['w:w']) ?? 0);
  const seen = new Map<number, number>();
  return {
    seen: (column: number, width: number) => seen.set(column, width),
    all(count: number): number[] {
      const known = Array.from({ length: count }, (_, column) => (given[column] ?? 0) || (seen.get(column) ?? 0));
      const real = known.filter((width) => width > 0);
      const average = real.length === 0 ? 1000 : Math.round(real.reduce((sum, width) => sum + width, 0) / real.length);
      return known.map((width) => (width > 0 ? width : average));
    },
  };
}

/** Rows or cells of a table, also inside content controls, custom XML and insertions; deleted ones are passed over by the caller. */
function contents(element: XmlElement, name: 'w:tr' | 'w:tc'): readonly XmlElement[] {
  return childElements(element).flatMap((inner) => {
    if (inner.name === name) return [inner];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo'].includes(inner.name) ? contents(inner, name) : [];
  });
}

function readCell(story: Story, element: XmlElement, readBlocks: ReadBlocks, after: DraftNode[]): DraftParagraph[] {
  const paragraphs: DraftParagraph[] = [];
  for (const node of readBlocks(story, element)) {
    if (node.kind === 'paragraph') paragraphs.push(node);
    else if (node.kind === 'box') paragraphs.push(...node.paragraphs);
    else if (node.kind === 'table') {
      story.context.remarks.add('table-flattened', 'warning', '有 {count} 个嵌套在表格或文本框里的表格改成了文字，请对照原稿核对');
      paragraphs.push(...flattenTable(node));
    } else {
      story.context.remarks.add('picture-moved', 'note', '有 {count} 幅表格里的图片移到了表格后面，请核对位置');
      after.push(node);
    }
  }
  // Word demands a paragraph behind a nested table; it is empty and no part of the text.
  while (paragraphs.length > 1 && paragraphs.at(-1)?.runs.length === 0) paragraphs.pop();
  return paragraphs.length === 0 ? [{ kind: 'paragraph', runs: [] }] : paragraphs;
}

function emptyCell(column: number, columnSpan: number): Cell {
  return { column, columnSpan, rowSpan: 1, paragraphs: [{ kind: 'paragraph', runs: [] }] };
}

function isHidden(properties: XmlElement | undefined): boolean {
  return onOff(properties, 'w:hidden') === true;
}

function clampSpan(value: number | undefined, least: number): number {
  return Math.min(Math.max(value ?? least, least), MAX_COLUMNS);
}
