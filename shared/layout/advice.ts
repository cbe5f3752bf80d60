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

/** A document is worth a look when its last page holds at most this share of the lines. */
const SHORT_TAIL = 0.25;

/** @param cache of the issue's own layout, which the search reads and fills. */
export function advise(composed: ComposedIssue<unknown>, style: HouseStyle, fonts: FontBook, cache: LayoutCache): Advice {
  const laidOut = layoutIssue(composed, style, fonts, cache);
  const pages = laidOut.pages.length;
  const savings = composed.entries.flatMap((_, entry) => {
    const saving = hasShortTail(laidOut, entry, style) ? findSaving(composed, style, fonts, cache, laidOut, entry) : null;
    return saving === null ? [] : [saving];
  });
  return { pages, toFour: missingTo(pages, 4), toSixteen: missingTo(pages, 16), savings };
}

function missingTo(pages: number, multiple: number): number {
  return (multiple - (pages % multiple)) % multiple;
}

/** The last page has only a few lines of the document, and nothing follows on it. */
function hasShortTail(laidOut: LaidOutIssue, entry: number, style: HouseStyle): boolean {
  const placed = laidOut.documents[entry];
  if (placed === undefined || placed.lastPage === placed.firstPage) return false;
  const page = laidOut.pages.find((each) => each.number === placed.lastPage);
  const lines = new Set<number>();
  for (const item of page?.items ?? []) {
    if (item.kind !== 'text' || item.origin === undefined) continue;
    if (item.origin.entry !== entry) return false;
    lines.add(item.y);
  }
  return lines.size > 0 && lines.size <= style.grid.linesPerColumn * SHORT_TAIL;
}

function findSaving(
  composed: ComposedIssue<unknown>,
  style: HouseStyle,
  fonts: FontBook,
  cache: LayoutCache,
  laidOut: LaidOutIssue,
  entry: number,
): Saving | null {
  const document = composed.entries[entry]?.document;
  if (document === undefined) return null;
  const gainers = blocksThatGain(composed, style, fonts, cache, entry, document);
  const pagesWith = (count: number): number =>
    layoutIssue(withTight(composed, entry, gainers.slice(0, count)), style, fonts, cache).pages.length;
  if (gainers.length === 0 || pagesWith(gainers.length) >= laidOut.pages.length) return null;
  // The fewest paragraphs that do it: more of them never costs a line.
  let low = 1;
  let high = gainers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pagesWith(middle) < laidOut.pages.length) high = middle;
    else low = middle + 1;
  }
  const lastPage = laidOut.documents[entry]?.lastPage ?? 0;
  return { entry, title: document.title, lastPage, blocks: gainers.slice(0, low), pagesAfter: pagesWith(low) };
}

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
  return all.filter((index) => (tight.get(index) ?? 0) < (loose.get(index) ?? 0));
}

function linesByBlock(flow: DocumentFlow): Map<number, number> {
  const lines = new Map<number, number>();
  for (const zone of flow.zones) {
    if (zone.kind !== 'columns') continue;
    for (const line of zone.lines) lines.set(line.block, (lines.get(line.block) ?? 0) + 1);
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
