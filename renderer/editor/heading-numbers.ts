/** Numbers of headings, items and articles: the next one in its row, and what a new count of the whole document would change. */
import type { HeadingLevel } from '../../shared/document/block.ts';
import { type LeadingNumber, leadingNumber } from '../../shared/recognize/numbering.ts';
import type { ElementType } from './slate-value.ts';

/** A block as far as its number goes. */
export interface NumberedBlock {
  readonly type: ElementType;
  readonly level?: HeadingLevel;
  readonly text: string;
}

export interface NumberChange {
  /** Index among the blocks that were given. */
  readonly block: number;
  /** The number with its marks, as it stands and as it should. */
  readonly before: string;
  readonly after: string;
}

const usual: Readonly<Record<HeadingLevel, string>> = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' };
const usualArticle = '第一条　';
const numeral = /[一二三四五六七八九十百零〇]+|[0-9]+|[０-９]+/;
const han = '零一二三四五六七八九';

/** 1–999 in Chinese: 十, 十二, 二十, 一百零三, 一百一十. */
export function hanNumeral(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const tail = ones === 0 ? '' : han[ones];
  const head = hundreds === 0 ? '' : `${han[hundreds]}百`;
  if (tens === 0) return `${head}${head !== '' && ones > 0 ? '零' : ''}${tail}`;
  return `${head}${tens === 1 && head === '' ? '' : han[tens]}十${tail}`;
}

/** The same number with another value; how it is written stays. */
export function withValue(number: string, value: number): string {
  return number.replace(numeral, (digits) => {
    if (/^[0-9]/.test(digits)) return String(value);
    if (/^[０-９]/.test(digits)) return String(value).replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    return hanNumeral(value);
  });
}

/** Chapters, sections and articles are counted by their unit (章, 节, 条), items by their level. */
function rowOf({ kind, level }: LeadingNumber, number: string): string {
  return kind === 'level' ? String(level) : (/[编篇章节条]/.exec(number)?.[0] ?? kind);
}

/** What a number ends: the rows below it begin anew. */
function endedBy(row: string): readonly string[] {
  switch (row) {
    case '1':
      return ['2', '3', '4'];
    case '2':
      return ['3', '4'];
    case '3':
      return ['4'];
    case '4':
      return [];
    case '条':
      return ['1', '2', '3', '4'];
    default:
      return row === '节' ? ['1', '2', '3', '4'] : ['节', '1', '2', '3', '4'];
  }
}

const isStart = ({ type }: NumberedBlock) => type === 'title' || type === 'attachmentTitle';
const isCounted = ({ type }: NumberedBlock) => type === 'heading' || type === 'article' || type === 'paragraph';

interface Counted extends LeadingNumber {
  readonly number: string;
  readonly row: string;
}

function countedOf(block: NumberedBlock, lastItem: number): Counted | null {
  const found = isCounted(block) ? leadingNumber(block.text, lastItem) : null;
  if (found === null) return null;
  const number = block.text.slice(0, found.length);
  return { ...found, number, row: rowOf(found, number) };
}

/** The parts of a document, each with numbers of its own: they begin at an enclosed title. */
function partsOf(blocks: readonly NumberedBlock[]): (readonly [number, number])[] {
  const starts = [0, ...blocks.flatMap((block, at) => (isStart(block) && at > 0 ? [at] : []))];
  return starts.map((start, at) => [start, starts[at + 1] ?? blocks.length]);
}

interface Read {
  readonly block: number;
  readonly found: Counted | null;
  /** Rows that end here. */
  readonly ends: readonly string[];
}

function readPart(blocks: readonly NumberedBlock[], from: number, to: number): Read[] {
  const read: Read[] = [];
  let lastItem = 0;
  for (let at = from; at < to; at += 1) {
    const block = blocks[at] as NumberedBlock;
    const found = countedOf(block, lastItem);
    if (found?.kind === 'level' && found.level === 3) lastItem = found.value;
    else if (found !== null && found.level < 3) lastItem = 0;
    if (found !== null) read.push({ block: at, found, ends: endedBy(found.row) });
    else if (block.type === 'heading') read.push({ block: at, found, ends: endedBy(String(block.level ?? 1)) });
  }
  return read;
}

/** Rows that go on over the headings above them: many offices count （一）…（二十八） through. The numbers themselves say so. */
function throughRows(part: readonly Read[]): ReadonlySet<string> {
  const last = new Map<string, number>();
  const votes = new Map<string, number>();
  const ended = new Set<string>();
  for (const { found, ends } of part) {
    if (found !== null) {
      const before = last.get(found.row);
      const vote = !ended.has(found.row) || before === undefined ? 0 : found.value === 1 ? -1 : found.value > before ? 1 : 0;
      votes.set(found.row, (votes.get(found.row) ?? 0) + vote);
      last.set(found.row, found.value);
      ended.delete(found.row);
    }
    for (const row of ends) ended.add(row);
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([row]) => row));
}

/**
 * Counts all rows from their beginnings. A paragraph with the value 1 begins a new list, for text has several under one heading;
 * a heading does not, for a heading that was moved to another place is what is to be counted.
 */
export function renumber(blocks: readonly NumberedBlock[]): NumberChange[] {
  const changes: NumberChange[] = [];
  for (const [from, to] of partsOf(blocks)) {
    const part = readPart(blocks, from, to);
    const through = throughRows(part);
    const counts = new Map<string, number>();
    // Chapters before anything else are a list of what the regulation contains: the chapters themselves begin anew.
    let hasOnlyChapters = true;
    for (const { block, found, ends } of part) {
      if (found !== null) {
        const isUnit = found.kind === 'chapter' || found.kind === 'section';
        const isNewList = found.value === 1 && (blocks[block]?.type === 'paragraph' || (isUnit && hasOnlyChapters));
        hasOnlyChapters &&= isUnit;
        const value = isNewList ? 1 : (counts.get(found.row) ?? 0) + 1;
        counts.set(found.row, value);
        if (value !== found.value) changes.push({ block, before: found.number, after: withValue(found.number, value) });
      }
      for (const row of ends) if (!through.has(row)) counts.delete(row);
    }
  }
  return changes;
}

/** The number for the block at `index` when it becomes a heading of `level` or an article; "" where its kind goes without. */
export function nextNumber(blocks: readonly NumberedBlock[], index: number, level: HeadingLevel | 'article'): string {
  const isOfRow = (found: Counted) => (level === 'article' ? found.kind === 'article' : found.kind !== 'article' && found.level === level);
  const [from, to] = partsOf(blocks).find(([start, end]) => index >= start && index < end) ?? [0, blocks.length];
  const part = readPart(blocks, from, to).filter(({ block }) => block !== index);
  const through = throughRows(part);
  const row = String(level);
  let hasBare = false;
  for (const { block, found, ends } of part.filter((one) => one.block < index).reverse()) {
    if (found !== null && isOfRow(found)) return withValue(found.number, found.value + 1);
    // Items stand below an article, chapters and sections above it.
    const isAbove = level !== 'article' && found?.kind !== 'article' && ends.includes(row) && !through.has(row);
    if (isAbove) break;
    if (found === null && blocks[block]?.level === level) hasBare = true;
  }
  if (hasBare) return '';
  // The first of its row: written as the others of the document are.
  const alike = blocks.findIndex((block, at) => {
    const found = at === index || block.type === 'paragraph' ? null : countedOf(block, 0);
    return found !== null && isOfRow(found);
  });
  const model = alike < 0 ? undefined : countedOf(blocks[alike] as NumberedBlock, 0)?.number;
  return withValue(model ?? (level === 'article' ? usualArticle : usual[level]), 1);
}
