/** One keystroke in the longest document: how long until all pages stand again, those behind it and the contents included. */
import { type Block, blockText, type TextRun } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { ComposedIssue } from '../../shared/issue/compose.ts';
import { createLayoutCache, layoutIssue } from '../../shared/layout/layout.ts';
import type { FontBook } from '../../shared/layout/metrics.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { chance } from '../shared/layout/support.ts';

export interface EditTimes {
  readonly title: string;
  readonly characters: number;
  /** Milliseconds of each edit. */
  readonly times: readonly number[];
  /** Milliseconds of the layout from nothing, in the same process. */
  readonly whole: number;
}

export function timeEdits(given: ComposedIssue<unknown>, style: HouseStyle, fonts: FontBook, count: number): EditTimes {
  const next = chance(20260105);
  const lengths = given.entries.map(({ document }) => document.blocks.reduce((sum, block) => sum + blockText(block).length, 0));
  const longest = lengths.indexOf(Math.max(...lengths));
  const cache = createLayoutCache();
  let composed = given;
  const layout = (): number => {
    const start = performance.now();
    layoutIssue(composed, style, fonts, cache);
    return performance.now() - start;
  };
  const whole = layout();
  const times: number[] = [];
  // The first few warm the machine and are not counted.
  for (let turn = -20; turn < count; turn += 1) {
    composed = withEdit(composed, longest, next);
    const time = layout();
    if (turn >= 0) times.push(time);
  }
  return { title: given.entries[longest]?.document.title ?? '', characters: lengths[longest] ?? 0, times, whole };
}

/** One character more or less at a random place of a random paragraph. */
function withEdit<Key>(composed: ComposedIssue<Key>, entry: number, next: (limit: number) => number): ComposedIssue<Key> {
  const { document } = composed.entries[entry] as { document: GazetteDocument };
  const places = document.blocks.flatMap((block, index) => (block.type === 'table' || block.type === 'box' ? [] : [index]));
  const at = places[next(places.length)] as number;
  const blocks = document.blocks.map((block, index) => (index === at ? retyped(block, next) : block));
  return {
    ...composed,
    entries: composed.entries.map((each, index) => (index === entry ? { ...each, document: { ...document, blocks } } : each)),
  };
}

function retyped(block: Block, next: (limit: number) => number): Block {
  const children = block.children as readonly TextRun[];
  const last = children[children.length - 1];
  if (last === undefined) return block;
  const place = next(last.text.length);
  const text =
    next(2) === 0 ? `${last.text.slice(0, place)}市${last.text.slice(place)}` : last.text.slice(0, place) + last.text.slice(place + 1);
  return { ...block, children: [...children.slice(0, -1), { ...last, text }] } as Block;
}
