/**
 * A paragraph → lines: widths first, then what may not stand at an edge, then justification (CLREQ 3.1; GB/T 15834-2011 5.1).
 * The result is text with a place for every character; painters only draw it.
 */
import { chooseBreaks, sumsOf } from './breaks.ts';
import type { Cells } from './cells.ts';
import { kind } from './characters.ts';
import { skipBlanks } from './edges.ts';
import { adjustedOf, setLine } from './justify.ts';
import type { LineShape, SetLine } from './set-line.ts';

export type { LineShape, Piece, SetLine } from './set-line.ts';

export function breakLines(cells: Cells, shape: LineShape): SetLine[] {
  const sums = sumsOf(cells);
  const adjusted = adjustedOf(cells);
  const lines: SetLine[] = [];
  const firstRoom = shape.width - shape.firstIndent;
  const room = shape.width - shape.indent;
  let from = 0;
  while (from <= cells.count) {
    let to = from;
    while (to < cells.count && cells.kinds[to] !== kind.newline) to += 1;
    if (to === from) lines.push({ pieces: [], width: 0, fault: null });
    else {
      const breaks = chooseBreaks(cells, sums, from, to, firstRoom, room, {
        ragged: shape.align !== 'justify',
        tight: shape.tight === true,
      });
      let start = from;
      breaks.forEach((end, index) => {
        const first = index === 0;
        const begin = first ? start : skipBlanks(cells, start, to);
        const last = index === breaks.length - 1;
        lines.push(setLine(cells, adjusted, sums, begin, Math.max(begin, end), first ? firstRoom : room, first, last, shape));
        start = end;
      });
    }
    from = to + 1;
  }
  return lines;
}
