/** A draft as plain lines for comparing by eye: a paragraph or a table row each, nothing recognised, nothing left out. */
import { type Draft, type DraftNode, type DraftRow, draftText } from './draft.ts';

/** What stands for a picture. */
export const pictureLine = '［图片］';

export function draftLines(draft: Draft): string[] {
  return draft.nodes.flatMap(nodeLines);
}

function nodeLines(node: DraftNode): string[] {
  switch (node.kind) {
    case 'paragraph':
      return [draftText(node)];
    case 'box':
      return node.paragraphs.map(draftText);
    case 'table':
      return node.rows.map(rowLine);
    case 'figure':
      return [pictureLine];
  }
}

function rowLine(row: DraftRow): string {
  return row.cells.map((cell) => cell.paragraphs.map(draftText).join(' ')).join('\t');
}
