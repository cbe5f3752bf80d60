/**
 * 查找替换 in one document: all places where words stand in its title, blocks, tables and boxes, and replacing at chosen ones. What is
 * put in takes the marks of the first character that it replaces, as in Word.
 */
import { type Block, type CellParagraph, runsText, type TextRun } from './block.ts';
import type { GazetteDocument } from './document.ts';

export interface FindQuery {
  readonly words: string;
  /** Half-width and full-width forms, upper and lower case are the same. */
  readonly isLoose: boolean;
}

/** A place in a document: a block, in a table or box the paragraph in it, and where in its text (UTF-16 units). */
export interface TextSpot {
  /** -1 for the title, else the index of the block. */
  readonly block: number;
  /** Path below the block to the paragraph: [] for a plain block, [paragraph] in a box, [row, cell, paragraph] in a table. */
  readonly path: readonly number[];
  readonly at: number;
  readonly length: number;
}

export interface FoundText extends TextSpot {
  /** The text around it, for the list. */
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** Characters of context on either side. */
const CONTEXT = 24;

/** Where the words stand in a text; places do not overlap. */
export function findInText(text: string, { words, isLoose }: FindQuery): readonly number[] {
  if (words === '') return [];
  const [where, what] = isLoose ? [folded(text), folded(words)] : [text, words];
  const found: number[] = [];
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + what.length)) found.push(at);
  return found;
}

export function findInDocument(document: GazetteDocument, query: FindQuery): readonly FoundText[] {
  const title = placesIn(document.title, query, { block: -1, path: [] });
  return [...title, ...findInBlocks(document.blocks, query)];
}

function findInBlocks(blocks: readonly Block[], query: FindQuery): readonly FoundText[] {
  return blocks.flatMap((block, index) => findInBlock(block, index, query));
}

/** @param index of the block in its document, for the places. */
export function findInBlock(block: Block, index: number, query: FindQuery): readonly FoundText[] {
  return paragraphsOf(block).flatMap(({ path, runs }) => placesIn(runsText(runs), query, { block: index, path }));
}

function placesIn(text: string, query: FindQuery, at: Pick<TextSpot, 'block' | 'path'>): readonly FoundText[] {
  const { length } = query.words;
  return findInText(text, query).map((start) => ({
    ...at,
    at: start,
    length,
    before: withoutHalf(text.slice(Math.max(start - CONTEXT, 0), start)),
    found: text.slice(start, start + length),
    after: withoutHalf(text.slice(start + length, start + length + CONTEXT)),
  }));
}

/** Every stretch of text of a block with its path in it, in reading order. */
function paragraphsOf(block: Block): readonly { readonly path: readonly number[]; readonly runs: readonly TextRun[] }[] {
  switch (block.type) {
    case 'table':
      return block.children.flatMap((row, r) =>
        row.children.flatMap((cell, c) => cell.children.map((paragraph, p) => ({ path: [r, c, p], runs: paragraph.children }))),
      );
    case 'box':
      return block.children.map((paragraph, p) => ({ path: [p], runs: paragraph.children }));
    default:
      return [{ path: [], runs: block.children }];
  }
}

export interface Replaced {
  readonly document: GazetteDocument;
  readonly replaced: number;
}

/** Replaces at exactly these places; one whose text is no longer what was found, or that overlaps another, is passed over. */
export function replaceInDocument(document: GazetteDocument, places: readonly FoundText[], replacement: string): Replaced {
  let replaced = 0;
  const change = (runs: readonly TextRun[], block: number, path: readonly number[]): readonly TextRun[] => {
    const own = places.filter((place) => place.block === block && samePath(place.path, path));
    if (own.length === 0) return runs;
    const good = standing(runsText(runs), own);
    replaced += good.length;
    return good.reduceRight<readonly TextRun[]>((now, place) => replaceInRuns(now, place, replacement), runs);
  };
  const [firstLine = '', ...lines] = titleRuns(document);
  // The lines of the title are taken as runs: what runs over a line end is put into the first of the two.
  const newTitle = change(
    [firstLine, ...lines].map((text) => ({ text })),
    -1,
    [],
  ).map((run) => run.text);
  const blocks = document.blocks.map((block, index) => changeBlock(block, (runs, path) => change(runs, index, path)));
  if (replaced === 0) return { document, replaced };
  const titleLines = newTitle.length === 0 && document.titleLines.length > 0 ? [''] : newTitle;
  const title = titleLines.join('');
  const isSame = title === document.title;
  return { document: { ...document, ...(isSame ? {} : { title, titleLines }), blocks }, replaced };
}

function titleRuns({ title, titleLines }: GazetteDocument): readonly string[] {
  return titleLines.length > 0 ? titleLines : [title];
}

function changeBlock(block: Block, change: (runs: readonly TextRun[], path: readonly number[]) => readonly TextRun[]): Block {
  const paragraph = (each: CellParagraph, path: readonly number[]): CellParagraph => keep(each, change(each.children, path));
  switch (block.type) {
    case 'table':
      return {
        ...block,
        children: block.children.map((row, r) => ({
          ...row,
          children: row.children.map((cell, c) => ({ ...cell, children: cell.children.map((each, p) => paragraph(each, [r, c, p])) })),
        })),
      };
    case 'box':
      return { ...block, children: block.children.map((each, p) => paragraph(each, [p])) };
    default:
      return keep(block, change(block.children, []));
  }
}

function keep<T extends { readonly children: readonly TextRun[] }>(node: T, children: readonly TextRun[]): T {
  return children === node.children ? node : { ...node, children };
}

/** The places that still hold, from the first to the last, none over another. */
function standing(text: string, places: readonly FoundText[]): readonly FoundText[] {
  const good: FoundText[] = [];
  for (const place of [...places].sort((a, b) => a.at - b.at)) {
    const last = good.at(-1);
    if (last !== undefined && last.at + last.length > place.at) continue;
    if (place.length > 0 && text.slice(place.at, place.at + place.length) === place.found) good.push(place);
  }
  return good;
}

/** Runs that become empty go, but the last one: a paragraph keeps at least what it had to write in. */
export function replaceInRuns(
  runs: readonly TextRun[],
  { at, length }: Pick<TextSpot, 'at' | 'length'>,
  replacement: string,
): readonly TextRun[] {
  const changed: TextRun[] = [];
  let start = 0;
  let isIn = false;
  for (const run of runs) {
    const end = start + run.text.length;
    const from = Math.max(at - start, 0);
    const to = Math.min(at + length - start, run.text.length);
    if (start < at + length && end > at) {
      const text = run.text.slice(0, from) + (isIn ? '' : replacement) + run.text.slice(to);
      isIn = true;
      if (text !== '') changed.push({ ...run, text });
    } else changed.push(run);
    start = end;
  }
  const [first] = runs;
  return changed.length > 0 || first === undefined ? changed : [{ ...first, text: '' }];
}

/** One character for one, so that places stay where they are. */
function folded(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const half =
      code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : code === 0x3000 || code === 0xa0 ? ' ' : text.charAt(i);
    const lower = half.toLowerCase();
    out += lower.length === 1 ? lower : half;
  }
  return out;
}

/** Cut in the middle of a character of two units, its half is left out. */
function withoutHalf(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

function samePath(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i]);
}
