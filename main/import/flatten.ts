/** A table inside a cell or a text box as paragraphs, a row each: the draft knows no table within a table. */
import type { DraftCell, DraftParagraph, DraftRun, DraftTable } from '../../shared/recognize/draft.ts';

/** Rows become paragraphs, cells are parted by a tab, paragraphs of a cell by a line break. No text is lost. */
export function flattenTable(table: DraftTable): readonly DraftParagraph[] {
  return table.rows.map((row) => {
    const runs: DraftRun[] = [];
    row.cells.forEach((cell, index) => {
      if (index > 0) runs.push({ text: '\t' });
      runs.push(...cellRuns(cell));
    });
    return { kind: 'paragraph', runs };
  });
}

function cellRuns(cell: DraftCell): readonly DraftRun[] {
  const runs: DraftRun[] = [];
  cell.paragraphs.forEach((paragraph, index) => {
    if (index > 0) runs.push({ text: '\n' });
    runs.push(...paragraph.runs);
  });
  return runs;
}
