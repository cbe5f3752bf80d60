/** What is no line of text: figures, frames and tables of the submission → blocks. */
import type { Block, CellParagraph, TableBlock } from '../document/block.ts';
import type { DraftParagraph, DraftTable } from './draft.ts';
import { type Line, runsOf, type TextLine, textLine } from './line.ts';
import { withHeadRows } from './table-heads.ts';

export type ObjectNode = Exclude<Line, TextLine>['node'];

/** @returns the block that stands for the object; its text is never changed. */
export function objectBlock(node: ObjectNode): Block {
  if (node.kind === 'figure') return { type: 'figure', image: node.image, children: [] };
  if (node.kind === 'box') return { type: 'box', children: node.paragraphs.flatMap(cellParagraph) };
  if (!isBox(node)) return tableOf(node);
  return { type: 'box', children: node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs.flatMap(cellParagraph))) };
}

/** One column and one row with text of several lines is no table but a frame (专栏). */
function isBox(table: DraftTable): boolean {
  return table.rows.length === 1 && table.rows[0]?.cells.length === 1;
}

function cellParagraph(paragraph: DraftParagraph): CellParagraph[] {
  const line = textLine(paragraph, false);
  if (line === null) return [];
  return [{ type: 'cellParagraph', ...(line.align === null ? {} : { align: line.align }), children: runsOf(line, null, true) }];
}

function tableOf(table: DraftTable): TableBlock {
  return withHeadRows({
    type: 'table',
    columns: table.columns,
    children: table.rows.map((row) => ({
      type: 'tableRow' as const,
      ...(row.head ? { head: true as const } : {}),
      children: row.cells.map((cell) => ({
        type: 'tableCell' as const,
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        children: cell.paragraphs.flatMap(cellParagraph),
      })),
    })),
  });
}
