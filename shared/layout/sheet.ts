/** A page while it is being filled: a list of items and links that the steps of the layout add to. */
import type { SetLine } from './line.ts';
import type { FontMetrics } from './metrics.ts';
import type { Colour, Item, Origin, Page, PageLink } from './page.ts';

export interface Sheet {
  readonly number: number;
  readonly kind: Page['kind'];
  readonly section: string;
  readonly items: Item[];
  readonly links: PageLink[];
}

export function newSheet(number: number, kind: Page['kind'], section: string): Sheet {
  return { number, kind, section, items: [], links: [] };
}

/** Puts a set line on the sheet with its left edge at `x` and its baseline at `y`. */
export function drawLine(
  sheet: Sheet,
  fonts: readonly FontMetrics[],
  line: SetLine,
  x: number,
  y: number,
  colour: Colour = 'black',
  origin?: Origin | undefined,
): void {
  for (const piece of line.pieces) {
    sheet.items.push({
      kind: 'text',
      x: x + piece.x,
      y: y - piece.rise,
      font: (fonts[piece.font] as FontMetrics).id,
      size: piece.size,
      text: piece.text,
      offsets: piece.offsets,
      colour,
      ...(origin === undefined ? {} : { origin, at: piece.at }),
    });
  }
}

export function drawRule(sheet: Sheet, x1: number, y1: number, x2: number, y2: number, width: number, colour: Colour = 'black'): void {
  sheet.items.push({ kind: 'rule', x1, y1, x2, y2, width, colour });
}
