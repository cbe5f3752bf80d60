/** A short text in the middle of its measure: when it takes several lines they are of nearly one length. */
import type { Cells } from './cells.ts';
import { breakLines, type SetLine } from './line.ts';
import { movedLine } from './set-line.ts';
import { splitsWord } from './title-words.ts';

/** In the middle on as few lines as hold it, all nearly as long, broken between words where that can be. */
export function evenLines(cells: Cells, text: string, width: number, size: number): readonly SetLine[] {
  const shape = { firstIndent: 0, indent: 0, align: 'center' as const };
  const widest = breakLines(cells, { ...shape, width });
  if (widest.length === 1) return widest;
  const characters = [...text];
  const partsWord = (lines: readonly SetLine[]): boolean =>
    lines.slice(1).some(({ pieces }) => {
      const at = pieces[0]?.at ?? 0;
      return splitsWord(characters[at - 1] ?? '', characters[at] ?? '');
    });
  let found: readonly SetLine[] | null = null;
  for (let narrow = Math.ceil(width / 2); narrow < width; narrow += size >> 1) {
    const lines = breakLines(cells, { ...shape, width: narrow });
    if (lines.length > widest.length || lines.some((line) => line.fault !== null)) continue;
    const middle = lines.map((line) => movedLine(line, (width - narrow) >> 1));
    if (!partsWord(lines)) return middle;
    found ??= middle;
  }
  return found ?? widest;
}
