/**
 * The layout of an issue, and nothing but the list of its steps. The contents' own page count is all that feeds back:
 * it may grow between rounds, never shrink, so that the search for it ends.
 */
import type { GazetteDocument } from '../document/document.ts';
import type { ComposedIssue } from '../issue/compose.ts';
import type { Grid } from '../issue/issue.ts';
import { type Message, message } from '../result.ts';
import type { HouseStyle } from '../style/style.ts';
import { layoutContents } from './contents.ts';
import { layoutCovers } from './cover.ts';
import { flowDocument } from './flow.ts';
import { addFurniture } from './furniture.ts';
import { geometryOf } from './geometry.ts';
import { createMeasure, type Measure } from './measure.ts';
import type { FontBook } from './metrics.ts';
import type { ContentsLine, LaidOutIssue, Page, PlacedDocument } from './page.ts';
import { type Body, countPages, paginate } from './paginate.ts';
import { rehearse } from './rehearse.ts';
import type { Sheet } from './sheet.ts';
import type { DocumentFlow, FlowContext } from './zone.ts';

const ROUNDS = 5;
/** Looks of one part that are kept: a title stands in two measures, a style is tried and taken back. */
const KEPT_LOOKS = 4;

/** Flows by document and style, so that an edit costs its own document and the pages behind it. */
export interface LayoutCache {
  readonly flows: WeakMap<GazetteDocument, { readonly key: string; readonly flow: DocumentFlow }>;
  readonly measures: WeakMap<FontBook, Measure>;
  /** Lines and tables by what they were made of. */
  readonly parts: WeakMap<object, { readonly grid: string; readonly look: string; readonly value: unknown }[]>;
  /** A short name for each look (style and grid) that was laid out with. */
  readonly looks: Map<string, string>;
}

export function createLayoutCache(): LayoutCache {
  return { flows: new WeakMap(), measures: new WeakMap(), parts: new WeakMap(), looks: new Map() };
}

/** The pages of the whole issue, contents first; the same input gives the same pages. */
export function layoutIssue(
  composed: ComposedIssue<unknown>,
  style: HouseStyle,
  fonts: FontBook,
  cache: LayoutCache = createLayoutCache(),
): LaidOutIssue {
  const context = contextOf(composed, style, fonts, cache);
  const flows = flowsOf(composed, context, cache);
  const { contents, body, messages } = settle(composed, context, (firstPage) => paginate(composed, flows, context, firstPage));
  return finish(composed, contents, body, context, messages);
}

/** Only on which pages the entries would stand: what a trial of another order asks for, many times a second. */
export function placeEntries(
  composed: ComposedIssue<unknown>,
  style: HouseStyle,
  fonts: FontBook,
  cache: LayoutCache,
): Pick<Body, 'entries'> & { readonly lastPage: number } {
  const context = contextOf(composed, style, fonts, cache);
  const flows = flowsOf(composed, context, cache);
  return settle(composed, context, (firstPage) => countPages(composed, flows, context, firstPage)).body;
}

interface Settled<B> {
  readonly contents: readonly Sheet[];
  readonly body: B;
  readonly messages: readonly Message[];
}

/** The body behind as many pages as its contents turn out to need. */
function settle<B extends Pick<Body, 'entries'>>(
  composed: ComposedIssue<unknown>,
  context: FlowContext,
  bodyFrom: (firstPage: number) => B,
): Settled<B> {
  const messages: Message[] = [];
  let contentsPages = Math.max(0, composed.head.firstPage - 1);
  if (contentsPages === 0) contentsPages = evenOf(leastContents(composed, context));
  for (let round = 1; ; round += 1) {
    const body = bodyFrom(contentsPages + 1);
    const contents = layoutContents(
      composed,
      body.entries.map((entry) => entry.firstPage),
      context,
      contentsPages,
    );
    const needed = evenOf(contents.length);
    if (needed <= contentsPages || round === ROUNDS) {
      if (needed > contentsPages)
        messages.push(message('contents-unstable', 'error', '目录页数算不稳，请减少目录条目或改用更小的目录字号。'));
      const used = contentsPages > MOST_BLANK ? leastContents(composed, context) : contentsPages;
      if (contentsPages - used > MOST_BLANK) messages.push(muchBlank(used, contentsPages));
      const { firstPage } = composed.head;
      if (firstPage > 1 && contentsPages >= firstPage) messages.push(bodyMoved(needed, contentsPages + 1, firstPage));
      return { contents, body, messages };
    }
    contentsPages = needed;
  }
}

/** An issue may leave room for what is printed apart; more than a folded sheet is a slip of the pen. */
const MOST_BLANK = 4;

function muchBlank(used: number, before: number): Message {
  const text = `正文从第 ${before + 1} 页起，目录只占 ${used} 页，中间空出 ${before - used} 面；请核对期的“正文起始页”。`;
  return message('contents-blank', 'warning', text);
}

function bodyMoved(contents: number, from: number, wanted: number): Message {
  const text = `目录占到第 ${contents} 页，正文改从第 ${from} 页起，不是设定的第 ${wanted} 页；请精简目录，或改期的“正文起始页”。`;
  return message('body-moved', 'warning', text);
}

/** How many pages the contents take with the shortest folios: a first guess that is hardly ever wrong, and never too large. */
function leastContents(composed: ComposedIssue<unknown>, context: FlowContext): number {
  return layoutContents(
    composed,
    composed.entries.map(() => 1),
    context,
    0,
  ).length;
}

/** The body begins on a right-hand page. */
function evenOf(pages: number): number {
  return pages + (pages % 2);
}

/** The zones of one entry's document, as the layout of the whole issue makes them. */
export function flowOfEntry(
  composed: ComposedIssue<unknown>,
  entry: number,
  style: HouseStyle,
  fonts: FontBook,
  cache: LayoutCache,
): DocumentFlow {
  const document = composed.entries[entry]?.document;
  if (document === undefined) throw new RangeError(`no entry ${entry}`);
  return flowOf(document, contextOf(composed, style, fonts, cache), cache);
}

function contextOf(composed: ComposedIssue<unknown>, style: HouseStyle, fonts: FontBook, cache: LayoutCache): FlowContext {
  const geometry = geometryOf(style, composed.head.grid);
  const grid = lookOf(style, composed.head.grid, cache);
  const keep = <T>(key: object, look: string, make: () => T): T => {
    const kept = cache.parts.get(key) ?? [];
    for (const part of kept) if (part.look === look && part.grid === grid) return part.value as T;
    if (kept.length === 0) cache.parts.set(key, kept);
    const value = make();
    if (kept.push({ grid, look, value }) > KEPT_LOOKS) kept.shift();
    return value;
  };
  return { style, geometry, measure: measureOf(fonts, cache), look: grid, keep };
}

/** Styles of one id may differ by overrides, so the whole style counts. */
function lookOf(style: HouseStyle, grid: Grid | null, cache: LayoutCache): string {
  const whole = JSON.stringify([style, grid]);
  const known = cache.looks.get(whole) ?? `look${cache.looks.size}`;
  cache.looks.set(whole, known);
  return known;
}

function measureOf(fonts: FontBook, cache: LayoutCache): Measure {
  const known = cache.measures.get(fonts);
  if (known !== undefined) return known;
  const measure = createMeasure(fonts);
  rehearse(measure);
  cache.measures.set(fonts, measure);
  return measure;
}

function flowsOf(composed: ComposedIssue<unknown>, context: FlowContext, cache: LayoutCache): DocumentFlow[] {
  return composed.entries.map(({ document }) => flowOf(document, context, cache));
}

function flowOf(document: GazetteDocument, context: FlowContext, cache: LayoutCache): DocumentFlow {
  const key = context.look;
  const known = cache.flows.get(document);
  if (known !== undefined && known.key === key) return known.flow;
  const flow = flowDocument(document, context);
  cache.flows.set(document, { key, flow });
  return flow;
}

function finish(
  composed: ComposedIssue<unknown>,
  contents: readonly Sheet[],
  body: Body,
  context: FlowContext,
  messages: readonly Message[],
): LaidOutIssue {
  const pages = [...contents, ...body.sheets].map((sheet): Page => {
    addFurniture(sheet, context);
    return {
      number: sheet.number,
      kind: sheet.kind,
      section: sheet.section,
      width: context.geometry.pageWidth,
      height: context.geometry.pageHeight,
      items: sheet.items,
      links: sheet.links,
    };
  });
  const lines = composed.entries.map(
    ({ contents: entry }, index): ContentsLine => ({ ...entry, page: body.entries[index]?.firstPage ?? 0 }),
  );
  const documents = composed.entries.map(({ document }, index): PlacedDocument => {
    const placed = body.entries[index];
    return { entry: index, title: document.title, firstPage: placed?.firstPage ?? 0, lastPage: placed?.lastPage ?? 0 };
  });
  return { pages, covers: layoutCovers(composed.head, context), contents: lines, documents, messages: [...messages, ...body.messages] };
}
