/** Gathers the paragraphs of table rows of a .doc until the table is over: the format has rows, but no mark for a table. */
import type { DraftNode, DraftParagraph, DraftRun } from '../../shared/recognize/draft.ts';
import type { Modifier } from './word97-properties.ts';
import { buildTable97, type Row97 } from './word97-tables.ts';

export function createTableCollector() {
  let rows: Row97[] = [];
  let cells: DraftParagraph[][] = [];
  let paragraphs: DraftParagraph[] = [];
  let inner: DraftRun[] = [];
  let behind: DraftNode[] = [];
  const endInner = (): void => {
    if (inner.length > 0) paragraphs.push({ kind: 'paragraph', runs: inner });
    inner = [];
  };
  return {
    paragraph(paragraph: DraftParagraph): void {
      endInner();
      paragraphs.push(paragraph);
    },
    innerCell(paragraph: DraftParagraph): void {
      if (inner.length > 0) inner.push({ text: '\t' });
      inner.push(...paragraph.runs);
    },
    innerRow: endInner,
    cell(): void {
      endInner();
      while (paragraphs.length > 1 && paragraphs.at(-1)?.runs.length === 0) paragraphs.pop();
      cells.push(paragraphs);
      paragraphs = [];
    },
    row(modifiers: readonly Modifier[]): void {
      endInner();
      if (paragraphs.length > 0) cells.push(paragraphs);
      if (cells.length > 0) rows.push({ cells, modifiers });
      cells = [];
      paragraphs = [];
    },
    behind: (node: DraftNode): void => {
      behind.push(node);
    },
    /** The table so far; what stands in a row without an end is kept as a row of its own. */
    finish(): readonly DraftNode[] {
      endInner();
      if (paragraphs.length > 0) cells.push(paragraphs);
      if (cells.length > 0) rows.push({ cells, modifiers: [] });
      const done: DraftNode[] = rows.length === 0 ? [] : [buildTable97(rows)];
      done.push(...behind);
      rows = [];
      cells = [];
      paragraphs = [];
      behind = [];
      return done;
    },
  };
}
