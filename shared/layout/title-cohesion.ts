/** How firmly two characters of a title hang together, learnt from the text below it: what always stands together there is a word. */
import { blockText } from '../document/block.ts';
import type { GazetteDocument } from '../document/document.ts';

/** 0: nothing is known against a break between them; 1: one of them is never without the other. */
export type Cohesion = (before: string, after: string) => number;

/** What of a long text is read. */
const ENOUGH = 20_000;
/** Seen less often together, two characters may have met by chance; the title itself is quoted once or twice. */
const LEAST_SEEN = 4;
/** Up to this share of the cases they are simply neighbours. */
const LOOSE = 0.35;

export function cohesionOf({ blocks }: GazetteDocument): Cohesion {
  let text: string | null = null;
  const counts = new Map<string, number>();
  const count = (part: string): number => {
    text ??= beginningOf(blocks);
    const known = counts.get(part);
    if (known !== undefined) return known;
    let found = 0;
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found += 1;
    counts.set(part, found);
    return found;
  };
  return (before, after) => {
    const together = count(before + after);
    if (together < LEAST_SEEN) return 0;
    const share = together / Math.min(count(before), count(after));
    return Math.max(0, (share - LOOSE) / (1 - LOOSE));
  };
}

/** As much of the text as is read. */
function beginningOf(blocks: GazetteDocument['blocks']): string {
  let text = '';
  for (const block of blocks) {
    if (text.length >= ENOUGH) break;
    text += `${blockText(block)}\n`;
  }
  return text.slice(0, ENOUGH);
}
