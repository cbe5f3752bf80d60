/**
 * 凑页助手: what an issue is short of a full signature, and which paragraphs, set on fewer lines, would save a page.
 * The effect is laid out before it is offered; words are never touched.
 */
import type { Block } from '../document/block.ts';
import type { GazetteDocument } from '../document/document.ts';
import type { ComposedIssue } from '../issue/compose.ts';
import type { HouseStyle } from '../style/style.ts';
import { createLayoutCache, flowOfEntry, type LayoutCache, layoutIssue } from './layout.ts';
import type { FontBook } from './metrics.ts';
import type { LaidOutIssue } from './page.ts';
import type { DocumentFlow } from './zone.ts';

export interface Saving {
  /** Index of the entry in the issue. */
  readonly entry: number;
  readonly title: string;
  /** The page that would go. */
  readonly lastPage: number;
  /** Blocks to be set tight, by index; each gives up a line. */
  readonly blocks: readonly number[];
  /** Pages of the whole issue afterwards. */
  readonly pagesAfter: number;
}

export interface Advice {
  readonly pages: number;
  /** Blank pages to the next multiple of 4 (saddle stitch) and of 16 (a sheet). */
  readonly toFour: number;
  readonly toSixteen: number;
  readonly savings: readonly Saving[];
}

/** A last page is worth a look when it holds at most this share of the lines. */
const SHORT_TAIL = 0.25;

/** Entries that follow each other without a new page, from `first` to `last`; a line saved in one moves all behind it. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** @param cache of the issue's own layout, which the search reads and fills. */
export function advise(composed: ComposedIssue<unknown>, style: HouseStyle, fonts: FontBook, cache: LayoutCache): Advice {
  const laidOut = layoutIssue(composed, style, fonts, cache);
  const pages = laidOut.pages.length;
  const savings = runsOf(composed).flatMap((run) => {
    if (!hasShortTail(laidOut, run, style)) return [];
    // The document at the end first: the others stay as they are.
    for (let entry = run.last; entry >= run.first; entry -= 1) {
      const saving = findSaving(composed, style, fonts, cache, laidOut, entry, laidOut.documents[run.last]?.lastPage ?? 0);
      if (saving !== null) return [saving];
    }
    return [];
  });
  return { pages, toFour: missingTo(pages, 4), toSixteen: missingTo(pages, 16), savings };
}

function missingTo(pages: number, multiple: number): number {
  return (multiple - (pages % multiple)) % multiple;
}

function runsOf({ entries }: ComposedIssue<unknown>): Run[] {
  const runs: Run[] = [];
  entries.forEach(({ entry, opensSection }, index) => {
    const run = runs.at(-1);
    if (run === undefined || opensSection || entry.start !== 'followOn') runs.push({ first: index, last: index });
    else runs[runs.length - 1] = { ...run, last: index };
  });
  return runs;
}

/** The last page has only a few lines, and there is a page before it that they could go to. */
function hasShortTail(laidOut: LaidOutIssue, { first, last }: Run, style: HouseStyle): boolean {
  const lastPage = laidOut.documents[last]?.lastPage;
  if (lastPage === undefined || lastPage === laidOut.documents[first]?.firstPage) return false;
  const page = laidOut.pages.find(({ number, kind }) => number === lastPage && kind === 'body');
  const lines = new Set<number>();
  for (const item of page?.items ?? []) if (item.kind === 'text' && item.origin !== undefined) lines.add(item.y);
  return lines.size > 0 && lines.size <= style.grid.linesPerColumn * SHORT_TAIL;
}

function findSaving(
  composed: ComposedIssue<unknown>,
  style: HouseStyle,
  fonts: FontBook,
  cache: LayoutCache,
  laidOut: LaidOutIssue,
  entry: number,
  lastPage: number,
): Saving | null {
  const document = composed.entries[entry]?.document;
  if (document === undefined) return null;
  const gainers = blocksThatGain(composed, style, fonts, cache, entry, document);
  const pagesWith = (blocks: readonly number[]): number =>
    layoutIssue(withTight(composed, entry, blocks), style, fonts, cache).pages.length;
  const saves = (blocks: readonly number[]): boolean => blocks.length > 0 && pagesWith(blocks) < laidOut.pages.length;
  if (!saves(gainers)) return null;
  // The fewest paragraphs that do it: more of them never costs a line.
  let low = 1;
  let high = gainers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (saves(gainers.slice(0, middle))) high = middle;
    else low = middle + 1;
  }
  let blocks: readonly number[] = gainers.slice(0, low);
  // A paragraph that gives up two lines may make another needless: those in which it shows most go first.
  for (const block of blocks.toReversed()) {
    const fewer = blocks.filter((each) => each !== block);
    if (saves(fewer)) blocks = fewer;
  }
  blocks = blocks.toSorted((a, b) => a - b);
  return { entry, title: document.title, lastPage, blocks, pagesAfter: pagesWith(blocks) };
}

/** The blocks that take fewer lines when they are set tight; those first in which it shows least. */
function blocksThatGain(
  composed: ComposedIssue<unknown>,
  style: HouseStyle,
  fonts: FontBook,
  cache: LayoutCache,
  entry: number,
  document: GazetteDocument,
): number[] {
  const all = document.blocks.map((_, index) => index);
  const own = createLayoutCache();
  const loose = linesByBlock(flowOfEntry(composed, entry, style, fonts, cache));
  const tight = linesByBlock(flowOfEntry(withTight(composed, entry, all), entry, style, fonts, own));
  const gainers = all.filter((index) => (tight.get(index)?.count ?? 0) < (loose.get(index)?.count ?? 0));
  return gainers.sort((a, b) => squeeze(loose.get(a)) - squeeze(loose.get(b)) || a - b);
}

interface BlockLines {
  readonly count: number;
  /** Width of the last one. */
  readonly last: number;
}

/** What each other line must take in when the last one is spread over them: a few characters over many lines are never seen. */
function squeeze(lines: BlockLines | undefined): number {
  return lines === undefined ? 0 : lines.last / Math.max(1, lines.count - 1);
}

function linesByBlock(flow: DocumentFlow): Map<number, BlockLines> {
  const lines = new Map<number, BlockLines>();
  for (const zone of flow.zones) {
    if (zone.kind !== 'columns') continue;
    for (const { block, line } of zone.lines) lines.set(block, { count: (lines.get(block)?.count ?? 0) + 1, last: line.width });
  }
  return lines;
}

/** The same issue with these blocks of one document set tight. */
function withTight(composed: ComposedIssue<unknown>, entry: number, blocks: readonly number[]): ComposedIssue<unknown> {
  return {
    ...composed,
    entries: composed.entries.map((each, index) => (index === entry ? { ...each, document: tighten(each.document, blocks) } : each)),
  };
}

/** @returns the document with the blocks at these indices set on as few lines as the rules allow. */
export function tighten(document: GazetteDocument, blocks: readonly number[]): GazetteDocument {
  const wanted = new Set(blocks);
  return { ...document, blocks: document.blocks.map((block, index) => (wanted.has(index) ? tightBlock(block) : block)) };
}

function tightBlock(block: Block): Block {
  switch (block.type) {
    case 'heading':
    case 'article':
    case 'paragraph':
    case 'note':
      return { ...block, tight: true };
    default:
      return block;
  }
}
