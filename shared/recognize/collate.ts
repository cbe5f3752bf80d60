/**
 * 对原稿: the lines of a submission beside what now stands of them in the document. Every character of either side is accounted for:
 * it stands where it stood, it was taken out, it was put in, or it is kept as data that a gazette does not print.
 */
import { type Block, cellText, runsText } from '../document/block.ts';
import type { GazetteDocument } from '../document/document.ts';
import { bareText, beside, type CollatedLine, type KeptAs, type Unit } from './collate-lines.ts';
import { pictureLine } from './draft-lines.ts';
import { dateOf, docNumberOf, isPageNumber } from './elements.ts';

export type { CollatedLine, KeptAs } from './collate-lines.ts';

export interface Collation {
  readonly lines: readonly CollatedLine[];
  /** Lines that were changed, are gone or are new. */
  readonly differences: number;
}

/** A title may have been typed on as many lines. */
const mostTitleLines = 8;

export function collate(lines: readonly string[], document: GazetteDocument): Collation {
  const bare = lines.map(bareText);
  const settled = new Map<number, CollatedLine>();
  const settle = (line: number, kind: 'same' | 'kept' | 'blank', block: number | null, keptAs: KeptAs | null = null) => {
    const text = lines[line] ?? '';
    settled.set(line, { line, kind, keptAs, block, row: null, pieces: text === '' ? [] : [{ kind: 'same', text }] });
  };
  bare.forEach((text, line) => {
    if (text === '') settle(line, 'blank', null);
  });
  const isFree = (line: number) => !settled.has(line);
  const missing = settleHead(document, lines, bare, isFree, settle);
  settleKept(document, bare, isFree, settle);
  const units = [...missing, ...document.blocks.flatMap((block, index) => unitsOf(block, index))].filter(({ text }) => text !== '');
  const open = lines.map((_, line) => line).filter(isFree);
  const collated = beside(open, lines, units);
  return inOrder(lines.length, settled, withoutPageNumbers(collated, bare));
}

/** The parts of the head that stand in the file as they are, wherever. @returns those that do not. */
function settleHead(
  { title, subtitle, byline, addressees, docNumber, date, blocks, official }: GazetteDocument,
  lines: readonly string[],
  bare: readonly string[],
  isFree: (line: number) => boolean,
  settle: (line: number, kind: 'same', block: number) => void,
): Unit[] {
  const missing: Unit[] = [];
  const inBody = new Set(blocks.flatMap((block, index) => unitsOf(block, index)).map(({ text }) => text));
  for (const part of [title, subtitle, byline, addressees]) {
    const wanted = bareText(part ?? '');
    if (wanted === '') continue;
    const found = joinedLines(bare, wanted, isFree);
    if (found.length === 0) missing.push(headUnit(wanted));
    for (const line of found) settle(line, 'same', -1);
  }
  // The red head is not printed, but a number that stands in it on a line of its own is.
  const kept = new Set([...official.headLines, ...official.signatureLines].filter((line) => !isNumberAlone(line)).map(bareText));
  const number = bareText(docNumber ?? '');
  const day = date === null ? null : date.split('-').map(Number).join('-');
  let [hasNumber, hasDate] = [number === '', day === null];
  lines.forEach((text, line) => {
    const own = bare[line] ?? '';
    const said = docNumberOf(text.trim());
    const [isNumber, isDate] = [number !== '' && own.includes(number) && !inBody.has(own), day !== null && saysDate(own, day)];
    const isHead =
      isFree(line) && !kept.has(own) && !inBody.has(own) && ((isNumber && said !== null) || (isDate && dateOf(text.trim()) !== null));
    hasNumber ||= isNumber;
    hasDate ||= isDate;
    if (isHead) settle(line, 'same', -1);
  });
  // In a submission the number stands before the title.
  if (!hasNumber) missing.unshift(headUnit(number));
  if (!hasDate) missing.push(headUnit((date ?? '').replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')));
  return missing;
}

function headUnit(text: string): Unit {
  return { text, block: -1, row: null };
}

/** Consecutive lines that together are the text; the shortest run of them that there is first. */
function joinedLines(bare: readonly string[], wanted: string, isFree: (line: number) => boolean): number[] {
  for (let start = 0; start < bare.length; start += 1) {
    if (!isFree(start)) continue;
    let text = '';
    const found: number[] = [];
    for (let line = start; line < bare.length && found.length < mostTitleLines; line += 1) {
      if (!isFree(line)) continue;
      text += bare[line];
      found.push(line);
      if (text === wanted) return found;
      if (!wanted.startsWith(text)) break;
    }
  }
  return [];
}

/** Whether a date stands anywhere in a line, in either kind of figures. */
function saysDate(text: string, day: string): boolean {
  const found = text.match(
    /[0-9０-９]{4}年[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/g,
  );
  return (found ?? []).some((each) => dateOf(each)?.split('-').map(Number).join('-') === day);
}

function isNumberAlone(text: string): boolean {
  return docNumberOf(text.trim())?.rest === '';
}

/** What the document keeps of its official form; each of its lines is one line of the file. */
function settleKept(
  { official, blocks, docNumber }: GazetteDocument,
  bare: readonly string[],
  isFree: (line: number) => boolean,
  settle: (line: number, kind: 'kept', block: null, keptAs: KeptAs) => void,
): void {
  const take = (texts: readonly string[], keptAs: KeptAs, fromEnd: boolean) => {
    for (const text of fromEnd ? texts.toReversed() : texts) {
      const wanted = bareText(text);
      const fits = (own: string, line: number) => own === wanted && isFree(line);
      const line = wanted === '' ? -1 : fromEnd ? bare.findLastIndex(fits) : bare.findIndex(fits);
      if (line >= 0) settle(line, 'kept', null, keptAs);
    }
  };
  take(
    official.headLines.filter((line) => docNumber === null || !isNumberAlone(line)),
    'head',
    false,
  );
  if (official.redHead !== null) take([official.redHead], 'head', false);
  take(official.recordLines, 'record', true);
  // A 署名 that is printed is a block, and its line is that block's.
  if (!blocks.some(({ type }) => type === 'sign' || type === 'signDate')) take(official.signatureLines, 'signature', true);
}

function unitsOf(block: Block, index: number): Unit[] {
  const unit = (text: string, row: number | null = null): Unit => ({ text: bareText(text), block: index, row });
  switch (block.type) {
    case 'table':
      return block.children.map((row, at) => unit(row.children.map(cellText).join(''), at));
    case 'box':
      return block.children.map((paragraph) => unit(runsText(paragraph.children)));
    case 'attachmentTitle':
      return [unit(block.label), unit(runsText(block.children))];
    case 'figure':
      return [unit(block.link === undefined ? pictureLine : ''), unit(runsText(block.children))];
    default:
      return [unit(runsText(block.children))];
  }
}

function withoutPageNumbers(lines: readonly CollatedLine[], bare: readonly string[]): readonly CollatedLine[] {
  return lines.map((each) => {
    if (each.kind !== 'gone' || each.line === null || !isPageNumber(bare[each.line] ?? '')) return each;
    const text = each.pieces.map((piece) => piece.text).join('');
    return { ...each, kind: 'kept' as const, keptAs: 'pageNumber' as const, pieces: [{ kind: 'same' as const, text }] };
  });
}

/** All lines in the order of the file; what is new stands before the line that follows it in the text. */
function inOrder(count: number, settled: ReadonlyMap<number, CollatedLine>, collated: readonly CollatedLine[]): Collation {
  const lines: CollatedLine[] = [];
  let at = 0;
  const until = (line: number) => {
    for (; at < line; at += 1) {
      const known = settled.get(at);
      if (known !== undefined) lines.push(known);
    }
  };
  for (const each of collated) {
    if (each.line !== null) until(each.line);
    lines.push(each);
  }
  until(count);
  return { lines, differences: lines.filter(({ kind }) => kind === 'changed' || kind === 'gone' || kind === 'new').length };
}
