/** Decides of each numbered paragraph whether it is a heading, a run-in heading, an article or text. */

import type { ArticleBlock, HeadingBlock, HeadingLevel } from '../document/block.ts';
import { runsOf, type TextLine } from './line.ts';
import { type LeadingNumber, leadingNumber, runInEnd } from './numbering.ts';

/** What came before in the same enclosed text; a new inner title begins a new one. */
export interface HeadingContext {
  /** 第X条 were seen: （一） are items of an article then. */
  inArticles: boolean;
  /** 名词解释 and the like: numbered entries, no headings. */
  readonly glossary: boolean;
  lastItem: number;
  /** East Asian font of most body text. */
  readonly bodyFont: string | null;
}

/** A heading of one whole sentence is rarely longer; longer ones are text. */
const SENTENCE_HEADING = 44;
const HEADING_LIMIT = 90;

export function recognizeNumbered(line: TextLine, next: TextLine | null, context: HeadingContext): HeadingBlock | ArticleBlock | null {
  const number = leadingNumber(line.text, context.lastItem);
  if (number === null) return personOrStyle(line);
  if (number.kind === 'level' && number.level === 3) context.lastItem = number.value;
  else if (number.level < 3) context.lastItem = 0;
  if (number.kind === 'article') {
    context.inArticles = true;
    return { type: 'article', children: runsOf(line, null, false) };
  }
  if (number.kind === 'chapter' || number.kind === 'section') return isChapterHead(line, number) ? heading(line, number.level, null) : null;
  if (context.glossary) return null;
  const end = hintedEnd(line, context) ?? runInEnd(line.text, number.length);
  if (end !== null && end < line.text.length) {
    return context.inArticles && !isCatchword(line.text.slice(number.length, end)) ? null : heading(line, number.level, end);
  }
  return isWholeHeading(line, number, next, context) ? heading(line, number.level, null) : null;
}

/** Items of an article are sentences; only a short catchword before them is a heading. */
function isCatchword(lead: string): boolean {
  return lead.length <= 14 && !/[，、；]/.test(lead);
}

function heading(line: TextLine, level: HeadingLevel, runInFrom: number | null): HeadingBlock {
  return { type: 'heading', level, children: runsOf(line, runInFrom, false) };
}

/** A line without a number that Word's own style names a heading. */
function personOrStyle(line: TextLine): HeadingBlock | null {
  const level = /^heading ([1-4])$/.exec(line.style)?.[1];
  return level === undefined || /[。；]$/.test(line.text) ? null : heading(line, Number(level) as HeadingLevel, null);
}

function isChapterHead(line: TextLine, number: LeadingNumber): boolean {
  return line.text.length - number.length <= 40 && !/[。；，]$/.test(line.text);
}

function isWholeHeading(line: TextLine, number: LeadingNumber, next: TextLine | null, context: HeadingContext): boolean {
  const text = line.text;
  if (/[；，、：:]$/.test(text)) return false;
  if (text.length - number.length < 1) return false;
  if (!/[。！？]$/.test(text)) return text.length <= HEADING_LIMIT;
  if (/^heading/.test(line.style) || hasHint(line, context)) return text.indexOf('。') === text.length - 1;
  if (context.inArticles || text.length > SENTENCE_HEADING || text.search(/[。！？]/) < text.length - 1) return false;
  // 一、为什么要制定？ asks, and what follows answers.
  if (/？$/.test(text)) return true;
  if (next === null) return false;
  const following = leadingNumber(next.text, context.lastItem);
  return following === null
    ? number.level <= 3 && !/[：:]/.test(text) && next.text.length > text.length
    : following.kind === 'level' && following.level > number.level;
}

function fontAt(line: TextLine, position: number): string {
  let at = 0;
  for (const run of line.paragraph.runs) {
    at += run.text.length;
    if (line.from + position < at) return `${run.font ?? ''}${run.bold === true ? '*' : ''}`;
  }
  return '';
}

/** The paragraph is set in another font than the body's from its first to its last character. */
function hasHint(line: TextLine, context: HeadingContext): boolean {
  if (context.bodyFont === null) return false;
  return fontAt(line, 0) !== context.bodyFont && fontAt(line, line.text.length - 1) !== context.bodyFont;
}

/** Where the heading's own font ends and the body's begins, if that is a sentence end: the author's own word on it. */
function hintedEnd(line: TextLine, context: HeadingContext): number | null {
  if (context.bodyFont === null || fontAt(line, 0) === context.bodyFont) return null;
  let at = 0;
  for (const run of line.paragraph.runs) {
    const from = at - line.from;
    at += run.text.length;
    if (from <= 0 || run.text.trim() === '') continue;
    if (`${run.font ?? ''}${run.bold === true ? '*' : ''}` === context.bodyFont) {
      const head = line.text.slice(0, from).trimEnd();
      return /[。：:！？]$/.test(head) && from < line.text.length ? from : null;
    }
  }
  return null;
}
