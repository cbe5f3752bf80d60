/** Plain text of the clipboard → a draft: lines are paragraphs, lines of cells parted by tabs are a table. */
import type { DraftNode, DraftParagraph } from '../../shared/recognize/draft.ts';

export function readPlain(text: string): readonly DraftNode[] {
  const plain = text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00a0', ' ');
  const rows = cellsOf(plain.replace(/\n$/, ''));
  if (isTable(rows)) {
    const cells = rows.map((row) => row.map((cell) => ({ columnSpan: 1, rowSpan: 1, paragraphs: cell.split('\n').map(paragraph) })));
    return [
      { kind: 'table', columns: new Array<number>(rows[0]?.length ?? 1).fill(1), rows: cells.map((row) => ({ head: false, cells: row })) },
    ];
  }
  return plain.split('\n').map(paragraph);
}

function paragraph(text: string): DraftParagraph {
  return { kind: 'paragraph', runs: text === '' ? [] : [{ text }] };
}

/** A cell with line breaks or quotation marks in it is quoted by a spreadsheet. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    const quoted = text.charAt(at) === '"' ? /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(text.slice(at)) : null;
    const end = quoted === null ? endOfCell(text, at) : at + quoted[0].length;
    (rows.at(-1) as string[]).push(quoted === null ? text.slice(at, end) : (quoted[1] ?? '').replaceAll('""', '"'));
    if (text.charAt(end) === '\n') rows.push([]);
    at = end + 1;
  }
  return rows;
}

function endOfCell(text: string, from: number): number {
  const found = text.slice(from).search(/[\t\n]/);
  return found < 0 ? text.length : from + found;
}

/** One line with one tab is more often a number before its text, and a tab in front of every line an indent. */
function isTable(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.some((row) => row.length !== width)) return false;
  return (rows.length > 1 || width > 2) && !(width === 2 && rows.every((row) => row[0]?.trim() === ''));
}
