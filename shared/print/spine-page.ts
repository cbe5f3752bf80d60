/** The spine of a cover (书脊) as a page of its own, as wide as the block is thick: name, year and number from head to foot (GB/T 3179). */
import type { IssueHead } from '../issue/issue.ts';
import { createMeasure, type Measure } from '../layout/measure.ts';
import type { FontBook, FontRole } from '../layout/metrics.ts';
import type { Item, Page } from '../layout/page.ts';
import { points } from '../layout/units.ts';

/** From head and foot of the page, as the live matter of a cover is kept. */
const MARGIN = points(42.5);
/** To each fold: folding is no surer than a millimetre. */
const FOLD = points(2.835);
const LARGEST = points(14);

export interface SpineInput {
  readonly head: IssueHead;
  /** The page that the spine continues to the left. */
  readonly front: Page;
  /** Thousandths of a point. */
  readonly width: number;
  /** Without it the spine is too narrow for letters. */
  readonly isLettered: boolean;
  readonly book: FontBook;
}

export function spinePage({ head, front, width, isLettered, book }: SpineInput): Page {
  const ground = grounds(front, width);
  const words = isLettered ? letters(head, width, clearOf(ground, front.height), createMeasure(book)) : [];
  return { ...front, kind: 'cover', width, items: [...ground, ...words], links: [] };
}

/** What is printed over the fold of the front goes on over the spine, so that a fold that is a little off shows no white. */
function grounds({ items, width: pageWidth }: Page, width: number): Item[] {
  return items.flatMap((item) =>
    item.kind === 'box' && item.fill !== null && item.x < 0 && item.x + item.width >= pageWidth ? [{ ...item, x: 0, width }] : [],
  );
}

interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/** Between the bands at head and foot, where letters stand on paper. */
function clearOf(ground: readonly Item[], height: number): Stretch {
  let [top, bottom] = [MARGIN, height - MARGIN];
  for (const item of ground) {
    if (item.kind !== 'box') continue;
    const end = item.y + item.height;
    if (item.y <= 0 && end < height / 2) top = Math.max(top, end + FOLD * 2);
    if (end >= height && item.y > height / 2) bottom = Math.min(bottom, item.y - FOLD * 2);
  }
  return { top, bottom };
}

/** A character, or two digits side by side, in each place from above to below. */
function letters(head: IssueHead, width: number, { top, bottom }: Stretch, measure: Measure): Item[] {
  const room = bottom - top;
  const name = [...head.gazette];
  // The number of an issue stays together, a year does not fit.
  const issue = String(head.number);
  const date = [...String(head.year), '年', '第', ...(issue.length <= 2 ? [issue] : issue), '期'];
  // The name may take three fifths of the spine, and is letterspaced where it has room.
  const size = Math.min(LARGEST, width - 2 * FOLD, Math.floor((room * 0.6) / name.length), Math.floor((room * 0.36) / date.length));
  const step = Math.min(Math.round(size * 1.5), Math.floor((room * 0.6) / name.length));
  const place = (group: string, role: FontRole, middle: number): Item[] => {
    const parts = Array.from(group, (text) => {
      const code = text.codePointAt(0) as number;
      const font = measure.fontFor(role, code);
      return { text, font: measure.fonts[font]?.id ?? '', advance: measure.advance(font, code) };
    });
    const whole = parts.reduce((sum, { advance }) => sum + advance, 0);
    const own = Math.min(size, Math.floor(((width - 2 * FOLD) * 1000) / whole));
    let x = Math.round((width - (whole * own) / 1000) / 2);
    return parts.map(({ text, font, advance }) => {
      const item: Item = { kind: 'text', x, y: middle + Math.round(own * 0.36), font, size: own, text, offsets: [0], colour: 'black' };
      x += Math.round((advance * own) / 1000);
      return item;
    });
  };
  return [
    ...name.flatMap((character, index) => place(character, 'title', top + Math.round((index + 0.5) * step))),
    ...date.flatMap((group, index) => place(group, 'song', bottom - Math.round((date.length - index - 0.5) * size * 1.15))),
  ];
}
