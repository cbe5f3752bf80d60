/** The text of the cells measured once: what the widths of the columns are chosen by, and what is set in them. */
import type { TableCell } from '../document/block.ts';
import { type Cells, cellsOf, type Span } from './cells.ts';
import { kind } from './characters.ts';
import type { Measure } from './measure.ts';
import type { PlacedCell, TableGrid } from './table-grid.ts';

/** Spans for one cell's text, so that the flow decides on marks and fonts. */
export type CellSpans = (cell: TableCell, head: boolean, size: number) => readonly (readonly Span[])[];

export interface ParagraphText {
  readonly cells: Cells;
  /** Widths of its lines as they were typed: one, or more with line breaks of the author's. */
  readonly widths: readonly number[];
  /** The longest word or number. */
  readonly word: number;
}
export interface CellText {
  readonly placed: PlacedCell;
  readonly paragraphs: readonly ParagraphText[];
  /** The longest line as it was typed. */
  readonly longest: number;
  readonly word: number;
}

export function measureTexts(grid: TableGrid, size: number, spansOf: CellSpans, measure: Measure): CellText[] {
  const known = new Map<string, ParagraphText>();
  return grid.cells.map((placed) => {
    const paragraphs = spansOf(placed.cell, placed.head, size).map((spans) => measureOnce(spans, measure, known));
    let longest = 0;
    let word = 0;
    for (const each of paragraphs) {
      for (const width of each.widths) longest = Math.max(longest, width);
      word = Math.max(word, each.word);
    }
    return { placed, paragraphs, longest, word };
  });
}

/** Long tables say the same short things again and again: units, dates, offices. */
const REPEATED = 24;

function measureOnce(spans: readonly Span[], measure: Measure, known: Map<string, ParagraphText>): ParagraphText {
  const [only] = spans;
  if (only === undefined || spans.length > 1 || only.text.length > REPEATED) return measured(cellsOf(spans, measure));
  const key = `${only.role} ${only.size} ${only.rise ?? 0} ${only.text}`;
  const found = known.get(key) ?? measured(cellsOf(spans, measure));
  known.set(key, found);
  return found;
}

function measured(cells: Cells): ParagraphText {
  const widths: number[] = [];
  let width = 0;
  let word = 0;
  let run = 0;
  for (let i = 0; i < cells.count; i += 1) {
    const of = cells.kinds[i];
    if (of === kind.newline) {
      widths.push(width);
      width = 0;
      run = 0;
      continue;
    }
    const advance = (cells.advances[i] as number) + (cells.gaps[i] as number);
    width += advance;
    // At the start of a line a word has no gap before it.
    if (run > 0) run = of === kind.latin || of === kind.unit ? run + advance : 0;
    else run = of === kind.latin ? (cells.advances[i] as number) : 0;
    word = Math.max(word, run);
  }
  widths.push(width);
  return { cells, widths, word };
}
