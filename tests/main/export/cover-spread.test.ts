/** The cover folded around the block, read back: its size is that of the ticket, its spine is lettered where it is thick enough. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { coverSpread, writeCoverSpread } from '../../../main/export/cover-spread.ts';
import { type PressInput, usualPress } from '../../../main/export/press.ts';
import { loadFonts } from '../../../main/fonts.ts';
import type { Item, Page } from '../../../shared/layout/page.ts';
import { makeTicket } from '../../../shared/print/ticket.ts';
import { sampleHead } from '../samples.ts';
import type { Dictionary } from './read-pdf.ts';
import { paintedOn, readPress } from './read-press.ts';

const root = join(import.meta.dirname, '../../..');
const fonts = loadFonts(join(root, 'dist/fonts'));
const mm = 72 / 25.4;
const band = (y: number, height: number): Item => ({
  kind: 'box',
  x: -8504,
  y,
  width: 612_284,
  height,
  fill: 'red',
  stroke: null,
  strokeWidth: 0,
});
const page = (number: number, kind: Page['kind'], items: readonly Item[]): Page => ({
  number,
  kind,
  section: '',
  width: 595_276,
  height: 841_890,
  items,
  links: [],
});
const inputOf = (count: number): PressInput => ({
  head: sampleHead,
  laidOut: {
    pages: Array.from({ length: count }, (_, at) => page(at + 1, 'body', [])),
    covers: { front: page(0, 'cover', [band(-8504, 50_000)]), back: page(0, 'cover', [band(800_000, 50_394)]) },
    contents: [],
    documents: [],
    messages: [],
  },
  fonts,
  images: () => null,
  profile: readFileSync(join(root, 'assets/profiles/fogra29-uncoated-280.icc')),
  options: usualPress,
});
const spineOf = (count: number) => coverSpread(inputOf(count))[0]?.[1] as Page;
const wordsOf = ({ items }: Page) => items.map((item) => (item.kind === 'text' ? item.text : '')).join('');

it('is as wide as back, spine and front; the spine is that of the ticket', async () => {
  const input = inputOf(120);
  const ticket = makeTicket({
    head: input.head,
    pages: input.laidOut.pages,
    hasCover: true,
    ...usualPress,
    fontName: String,
    profile: '',
    messages: [],
  });
  expect(ticket.spine).toBe(6);
  const file = readPress((await writeCoverSpread(input)).bytes);
  expect(file.leaves).toHaveLength(2);
  for (const leaf of file.leaves) {
    const boxes = ['MediaBox', 'BleedBox', 'TrimBox'].map((name) => file.resolve(leaf[name]) as unknown as readonly number[]);
    const [media = [], bleed = [], trim = []] = boxes;
    expect(((trim[2] ?? 0) - (trim[0] ?? 0)) / mm).toBeCloseTo(420 + ticket.spine, 2);
    expect([0, 1].map((at) => ((trim[at] ?? 0) - (bleed[at] ?? 0)) / mm)).toEqual([expect.closeTo(3, 2), expect.closeTo(3, 2)]);
    expect((media[0] ?? 0) < (bleed[0] ?? 0) && (media[3] ?? 0) > (bleed[3] ?? 0)).toBe(true);
    // A fold mark above and below each edge of the spine, in all plates.
    const folds = [(trim[0] ?? 0) + 210 * mm, (trim[0] ?? 0) + (210 + ticket.spine) * mm];
    for (const fold of folds) {
      const marks = paintedOn(file, leaf).filter(
        ({ colour, points: [a, b] }) => colour === 'CSAll 1' && near(a?.[0], fold) && near(b?.[0], fold),
      );
      expect(marks).toHaveLength(2);
    }
  }
});

function near(a: number | undefined, b: number): boolean {
  return a !== undefined && Math.abs(a - b) < 0.02;
}

it('is lettered with name, year and number only above 5 mm (GB/T 3179), a millimetre from each fold', () => {
  expect(wordsOf(spineOf(100))).toBe('');
  const spine = spineOf(104);
  expect(wordsOf(spine)).toBe('示例市人民政府公报2024年第3期');
  const ys: number[] = [];
  for (const item of spine.items) {
    if (item.kind !== 'text') continue;
    expect(item.x).toBeGreaterThanOrEqual(2830);
    expect(item.x + item.size / (/\d/.test(item.text) ? 2 : 1)).toBeLessThanOrEqual(spine.width - 2830);
    expect(item.y - item.size > 40_000 && item.y < 841_890 - 40_000).toBe(true);
    ys.push(item.y);
  }
  expect(ys).toEqual([...ys].sort((a, b) => a - b));
});

it('has no spine where the block is stitched', () => {
  expect(coverSpread(inputOf(64)).map((pages) => pages.length)).toEqual([2, 2]);
  expect(coverSpread(inputOf(65)).map((pages) => pages.length)).toEqual([3, 3]);
});

it('carries the front over the fold onto the spine, and nothing of one side onto another', async () => {
  const spine = spineOf(104);
  expect(spine.items.filter((item) => item.kind === 'box')).toEqual([
    expect.objectContaining({ x: 0, width: spine.width, height: 50_000 }),
  ]);
  const file = readPress((await writeCoverSpread(inputOf(104))).bytes);
  const [outside] = file.leaves as [Dictionary];
  const clips = file.operations(outside).flatMap(({ operator }, at, all) => (operator === 'W' ? [all[at - 1]?.operands as number[]] : []));
  const edges = clips.map(([x = 0, , width = 0]) => [x, x + width]);
  expect(edges[0]?.[1]).toBeCloseTo(edges[1]?.[0] ?? 0, 2);
  expect(edges[1]?.[1]).toBeCloseTo(edges[2]?.[0] ?? 0, 2);
});

it('prints in solid black and red alone, and is empty inside', async () => {
  const file = readPress((await writeCoverSpread(inputOf(104))).bytes);
  const [outside, inside] = file.leaves as [Dictionary, Dictionary];
  const colours = new Set(paintedOn(file, outside).map(({ colour }) => colour));
  expect([...colours].sort()).toEqual(['0 0 0 1 k', '0 0.8 0.8 0 k', 'CSAll 1']);
  expect(paintedOn(file, inside).filter(({ kind }) => kind === 'fill')).toEqual([]);
});
