/** Rows of a Word 97–2003 table as a grid: each row names the edges of its cells, the columns are all edges together. */
import type { DraftCell, DraftParagraph, DraftTable } from '../../shared/recognize/draft.ts';
import type { Modifier } from './word97-properties.ts';

export interface Row97 {
  readonly cells: readonly (readonly DraftParagraph[])[];
  /** Modifiers of the paragraph that ends the row. */
  readonly modifiers: readonly Modifier[];
}

interface CellShape {
  readonly left: number;
  readonly right: number;
  readonly joinsLeft: boolean;
  readonly vertical: 'none' | 'start' | 'continue';
}

/** Edges that differ by less than this many twips (1 mm = 57) are the same column: Word keeps roundings. */
const TOLERANCE = 25;

export function buildTable97(rows: readonly Row97[]): DraftTable {
  const shapes = rows.map((row) => cellShapes(row));
  const edges = mergeEdges(shapes.flatMap((row) => row.flatMap((cell) => [cell.left, cell.right])));
  const columnOf = (edge: number): number => {
    let best = 0;
    edges.forEach((known, index) => {
      if (Math.abs(known - edge) < Math.abs((edges[best] ?? 0) - edge)) best = index;
    });
    return best;
  };
  type Open = { columnSpan: number; rowSpan: number; paragraphs: DraftParagraph[] };
  let above = new Map<number, Open>();
  let heads = true;
  const drafted = rows.map((row, r) => {
    const below = new Map<number, Open>();
    const cells: Open[] = [];
    let reached = 0;
    const fill = (column: number): void => {
      if (column > reached) cells.push({ columnSpan: column - reached, rowSpan: 1, paragraphs: [{ kind: 'paragraph', runs: [] }] });
    };
    (shapes[r] ?? []).forEach((shape, c) => {
      const start = columnOf(shape.left);
      const span = Math.max(1, columnOf(shape.right) - start);
      const paragraphs = [...(row.cells[c] ?? [])];
      const filled = paragraphs.filter((paragraph) => paragraph.runs.length > 0);
      const left = cells.at(-1);
      if (shape.joinsLeft && left !== undefined) {
        left.columnSpan += span;
        left.paragraphs.push(...filled);
      } else {
        fill(start);
        const open = shape.vertical === 'continue' ? above.get(start) : undefined;
        if (open !== undefined && open.columnSpan === span) {
          open.rowSpan += 1;
          open.paragraphs.push(...filled);
          below.set(start, open);
        } else {
          const cell: Open = { columnSpan: span, rowSpan: 1, paragraphs };
          cells.push(cell);
          if (shape.vertical !== 'none') below.set(start, cell);
        }
      }
      reached = Math.max(reached, start + span);
    });
    fill(edges.length - 1);
    above = below;
    heads &&= row.modifiers.some((modifier) => modifier.code === 0x3404 && modifier.view.getUint8(modifier.at) !== 0);
    return { head: heads, cells };
  });
  return {
    kind: 'table',
    columns: edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0)),
    rows: drafted.map((row) => ({
      head: row.head,
      cells: row.cells.map((cell): DraftCell => ({ columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, paragraphs: cell.paragraphs })),
    })),
  };
}

/** sprmTDefTable: number of cells, their edges in twips, their flags (MS-DOC 2.9.325); equal columns where it is missing or does not fit. */
function cellShapes(row: Row97): readonly CellShape[] {
  const count = row.cells.length;
  const definition = row.modifiers.findLast((modifier) => modifier.code === 0xd608);
  const shapes: CellShape[] = [];
  if (
    definition !== undefined &&
    definition.length > 0 &&
    definition.view.getUint8(definition.at) === count &&
    definition.length >= 1 + (count + 1) * 2
  ) {
    const { view, at, length } = definition;
    for (let i = 0; i < count; i += 1) {
      const flagsAt = 1 + (count + 1) * 2 + i * 20;
      const flags = flagsAt + 2 <= length ? view.getUint16(at + flagsAt, true) : 0;
      const vertical = (flags >> 5) & 3;
      shapes.push({
        left: view.getInt16(at + 1 + i * 2, true),
        right: view.getInt16(at + 3 + i * 2, true),
        joinsLeft: (flags & 2) !== 0,
        vertical: vertical === 3 ? 'start' : vertical === 1 ? 'continue' : 'none',
      });
    }
    if (shapes.every((shape) => shape.right > shape.left)) return withVerticalChanges(shapes, row.modifiers);
  }
  return row.cells.map((_, index) => ({ left: index * 1000, right: index * 1000 + 1000, joinsLeft: false, vertical: 'none' }));
}

/** sprmTVertMerge (0xD62B) changes a single cell afterwards. */
function withVerticalChanges(shapes: readonly CellShape[], modifiers: readonly Modifier[]): readonly CellShape[] {
  const changed = [...shapes];
  for (const modifier of modifiers) {
    if (modifier.code !== 0xd62b || modifier.length < 2) continue;
    const index = modifier.view.getUint8(modifier.at);
    const value = modifier.view.getUint8(modifier.at + 1);
    const shape = changed[index];
    if (shape !== undefined) changed[index] = { ...shape, vertical: value === 3 ? 'start' : value === 1 ? 'continue' : 'none' };
  }
  return changed;
}

function mergeEdges(all: readonly number[]): readonly number[] {
  const edges: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || edge - last > TOLERANCE) edges.push(edge);
  }
  return edges.length < 2 ? [0, 1000] : edges;
}
