/** Which lines of the original a recognised part came from: recognition changes no character, so equal text is the trace. */
import { type Block, cellText, runsText } from '../document/block.ts';

/** Indexes of the lines each part stands on, in the order of the parts; [] where none was found (the part was changed by hand). */
export function traceLines(lines: readonly string[], parts: readonly (readonly string[])[]): number[][] {
  const bare = lines.map(bareText);
  const places = new Map<string, number[]>();
  bare.forEach((text, index) => {
    if (text !== '') places.set(text, [...(places.get(text) ?? []), index]);
  });
  let from = 0;
  const find = (piece: string): number => {
    const same = places.get(piece);
    const next = same?.find((index) => index >= from) ?? same?.[0];
    if (next !== undefined) return next;
    // A part of a line (a number beside its date), else the line a part of it (lines that were joined).
    const first = (fits: (text: string) => boolean) => {
      const ahead = bare.findIndex((text, index) => index >= from && fits(text));
      return ahead >= 0 ? ahead : bare.findIndex(fits);
    };
    const holds = first((text) => text.includes(piece));
    return holds >= 0 ? holds : first((text) => text.length > 3 && piece.includes(text));
  };
  return parts.map((pieces) => {
    const found = new Set<number>();
    const whole = bareText(pieces.join(''));
    // Several lines of a title may have been one paragraph.
    const wanted = pieces.length > 1 && places.has(whole) ? [whole] : pieces.map(bareText);
    for (const piece of wanted) {
      if (piece === '') continue;
      const index = find(piece);
      if (index < 0) continue;
      found.add(index);
      from = index;
    }
    return [...found].sort((a, b) => a - b);
  });
}

/** The pieces of a block that stood on lines of their own. */
export function blockPieces(block: Block): string[] {
  switch (block.type) {
    case 'table':
      return block.children.map((row) => row.children.map(cellText).join(''));
    case 'box':
      return block.children.map((paragraph) => runsText(paragraph.children));
    case 'attachmentTitle':
      return [block.label, runsText(block.children)];
    default:
      return [runsText(block.children)];
  }
}

function bareText(text: string): string {
  return text.replace(/\s/gu, '');
}
