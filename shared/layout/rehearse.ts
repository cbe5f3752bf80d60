/**
 * Sets every kind of line once before the first text of a process. An issue is laid out in a third of a second, most of which is the
 * engine's finding out what the code works on: what it compiles after the first few paragraphs it throws away when a later one brings a
 * mark, a ragged line or a superscript that it had not seen. A cold run is a twentieth shorter for it (`npm run bench`).
 */
import { cellsOf, passingCells } from './cells.ts';
import { breakLines } from './line.ts';
import type { Measure } from './measure.ts';

/** All kinds of characters, and of neighbours: marks side by side, words, numbers with units, dashes, typed blanks, empty lines. */
const TEXT = '“第（一）章”——2.5%的GDP，约3℃……（见《a b》）。王　明 说：“《（好）》、3.1—4·2～7！？”\n甲 乙\n\n万 ';
const SIZE = 10_500;
const WIDTHS = [60_000, 133_000];

let isDone = false;

/** Once in a process; it leaves nothing behind. */
export function rehearse(measure: Measure): void {
  if (isDone) return;
  isDone = true;
  for (const role of ['song', 'hei'] as const) {
    const spans = [
      { text: TEXT, role, size: SIZE },
      { text: '注2', role, size: SIZE * 0.62, rise: 3000 },
      { text: TEXT, role, size: SIZE },
    ];
    for (const align of ['justify', 'left'] as const) {
      for (const width of WIDTHS) {
        breakLines(passingCells(spans, measure), { width, firstIndent: 2 * SIZE, indent: 0, align, tight: width === WIDTHS[0] });
        // A list that was made by `map` is another thing to the engine than one that was written down.
        const mapped = spans.map((span) => span);
        breakLines(cellsOf(mapped, measure), { width, firstIndent: 0, indent: SIZE, align: align === 'left' ? 'center' : 'right' });
      }
    }
  }
}
