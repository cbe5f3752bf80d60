/** The body: blocks in the order of the lines. One function a kind of line, tried in turn; what none claims is a paragraph. */
import type { Block, TextRun } from '../document/block.ts';
import {
  attachmentHead,
  containsDate,
  dateOf,
  isAttachmentLabel,
  isAttachmentList,
  isNote,
  isNumberLine,
  isOrgan,
  isQrCaption,
  isTableNote,
  linkIn,
} from './elements.ts';
import { type HeadingContext, recognizeNumbered } from './headings.ts';
import { isAtRight, isCentred, type Line, looksLikeTitle, runsOf, type TextLine } from './line.ts';
import { leadingNumber } from './numbering.ts';
import { type ObjectNode, objectBlock } from './objects.ts';

const GLOSSARY = /^(?:附[录件]?[0-9一二三四五六七八九十]{0,2})?(名词解释|术语解释|名词注释|名词释义|注释)$/;

interface BodyState {
  readonly lines: readonly Line[];
  readonly blocks: Block[];
  readonly bodyFont: string | null;
  /** The line behind the signature of the covering letter: an enclosed text may begin there. */
  readonly signedAt: number | null;
  readonly signature: ReadonlySet<Line>;
  /** Titles quoted in the letter: 现将《…》印发给你们. */
  readonly quoted: readonly string[];
  readonly hasHints: boolean;
  readonly personHeads: ReadonlySet<number>;
  context: HeadingContext;
  attachmentsListed: boolean;
  inAttachments: boolean;
}

/** @param signature lines of the 署名 that the text keeps. */
export function readBody(lines: readonly Line[], signedAt: number | null, signature: ReadonlySet<Line>): Block[] {
  const bodyFont = commonFont(lines);
  const state: BodyState = {
    lines,
    blocks: [],
    bodyFont,
    signedAt,
    signature,
    quoted: quotedTitles(lines),
    hasHints: lines.some((line) => line.kind === 'text' && looksLikeTitle(line)),
    personHeads: findPersonHeads(lines),
    context: { inArticles: false, glossary: false, lastItem: 0, bodyFont },
    attachmentsListed: false,
    inAttachments: false,
  };
  let at = 0;
  while (at < lines.length) {
    const line = lines[at] as Line;
    at = line.kind === 'object' ? readObject(state, line.node, at) : readText(state, line, at);
  }
  return state.blocks;
}

function readText(state: BodyState, line: TextLine, at: number): number {
  return (
    readSignature(state, line, at) ??
    readFootnote(state, line, at) ??
    readAttachmentHead(state, line, at) ??
    readInnerTitle(state, line, at) ??
    readAttachmentList(state, line, at) ??
    readSmall(state, line, at) ??
    readHeading(state, line, at) ??
    readParagraph(state, line, at)
  );
}

function push(state: BodyState, block: Block): void {
  state.blocks.push(block);
}

function newText(state: BodyState, title: string): void {
  state.context = { inArticles: false, glossary: GLOSSARY.test(title.replace(/[\s\u3000]/g, '')), lastItem: 0, bodyFont: state.bodyFont };
}

function textAt(state: BodyState, at: number): TextLine | null {
  const line = state.lines[at];
  return line?.kind === 'text' ? line : null;
}

function readSignature(state: BodyState, line: TextLine, at: number): number | null {
  if (!state.signature.has(line)) return null;
  push(state, { type: dateOf(line.text) === null ? 'sign' : 'signDate', children: runsOf(line) });
  return at + 1;
}

/** The readers put notes at the end, each behind its raised number: text, whatever stands before it. */
function readFootnote(state: BodyState, line: TextLine, at: number): number | null {
  const first = line.paragraph.runs.find((run) => run.text.trim() !== '');
  if (first?.vertical !== 'superscript' || !/^[0-9①-⑳*]+$/.test(first.text.trim())) return null;
  push(state, { type: 'paragraph', children: runsOf(line, null, true) });
  return at + 1;
}

/** 附件1, then its title on the next lines; or both on one line once the list of attachments has been. */
function readAttachmentHead(state: BodyState, line: TextLine, at: number): number | null {
  let label: string;
  let titleRuns: TextRun[] = [];
  let next = at + 1;
  if (isAttachmentLabel(line.text)) {
    const follower = textAt(state, next);
    if (/[：:]$/.test(line.text) && !state.attachmentsListed && follower !== null && leadingNumber(follower.text, 0) !== null) return null;
    label = line.text;
    while (next < state.lines.length && titleRuns.length < 4) {
      const title = textAt(state, next);
      if (title === null || !isTitleOfAttachment(state, title, titleRuns.length > 0)) break;
      if (titleRuns.length > 0 && title.blankBefore) break;
      titleRuns = [...titleRuns, ...runsOf(title)];
      next += 1;
    }
  } else {
    const head = state.attachmentsListed ? attachmentHead(line.text) : null;
    if (head === null) return null;
    label = head.label;
    titleRuns = [{ text: head.title }];
  }
  state.inAttachments = true;
  push(state, { type: 'attachmentTitle', label, children: titleRuns });
  newText(state, '');
  return next;
}

function isTitleOfAttachment(state: BodyState, line: TextLine, continued: boolean): boolean {
  if (looksLikeTitle(line)) return true;
  if (state.hasHints && continued) return false;
  return (
    !/[。；：:]$/.test(line.text) &&
    line.text.length <= 60 &&
    (isCentred(line) || (!continued && line.indent < 2)) &&
    leadingNumber(line.text, 0) === null
  );
}

function readInnerTitle(state: BodyState, line: TextLine, at: number): number | null {
  const titleLike = state.hasHints ? looksLikeTitle(line) : isTitleWithoutHints(state, line, at);
  if (!titleLike && !(isCentred(line) && GLOSSARY.test(line.text.replace(/[\s\u3000]/g, '')))) return null;
  let runs = runsOf(line);
  let next = at + 1;
  let more = textAt(state, next);
  while (more !== null && !more.blankBefore && titleGoesOn(state, line, more, runs)) {
    runs = [...runs, ...runsOf(more)];
    next += 1;
    more = textAt(state, next);
  }
  const title = runs.map((run) => run.text).join('');
  if (state.inAttachments) push(state, { type: 'attachmentTitle', label: '', children: runs });
  else push(state, { type: 'title', children: runs });
  newText(state, title);
  const subtitle = textAt(state, next);
  if (subtitle !== null && isInnerSubtitle(subtitle)) {
    push(state, { type: 'subtitle', children: runsOf(subtitle) });
    next += 1;
  }
  return next;
}

/** Plain text and Word 97 say nothing of the look: the title is the one that the letter quotes, or stands where the letter ends. */
function isTitleWithoutHints(state: BodyState, line: TextLine, at: number): boolean {
  if (
    line.text.length > 60 ||
    /[。；：:，]$/.test(line.text) ||
    leadingNumber(line.text, 0) !== null ||
    isNote(line.text) ||
    isAttachmentList(line.text)
  )
    return false;
  if (state.quoted.includes(bare(line.text))) return true;
  const before = textAt(state, at - 1);
  const closesLetter = (before !== null && isNote(before.text)) || state.signedAt === at;
  return closesLetter && at > 0 && line.from === 0 && !isOrgan(line.text) && !containsDate(line.text);
}

function titleGoesOn(state: BodyState, first: TextLine, line: TextLine, runs: readonly TextRun[]): boolean {
  if (state.hasHints) return looksLikeTitle(line) && first.size === line.size && !isAttachmentLabel(line.text);
  const whole = bare(runs.map((run) => run.text).join('') + line.text);
  return state.quoted.includes(whole);
}

function bare(text: string): string {
  return text.replace(/[\s\u3000《》〈〉]/g, '');
}

function isInnerSubtitle(line: TextLine): boolean {
  if (/[。；：:]$/.test(line.text) || line.text.length > 80 || isNumberLine(line.text) || isContentsHead(line.text)) return false;
  return (
    (isCentred(line) && leadingNumber(line.text, 0) === null && !looksLikeTitle(line)) ||
    /^——/.test(line.text) ||
    /^[（(][^（）()]*[0-9]{4}年[^（）()]*[）)]$/.test(line.text)
  );
}

/** 附件：1.… and the numbered lines that follow it. */
function readAttachmentList(state: BodyState, line: TextLine, at: number): number | null {
  if (!isAttachmentList(line.text) || state.inAttachments) return null;
  if (/[。]$/.test(line.text) && line.text.length > 60) return null;
  push(state, { type: 'attachment', children: runsOf(line) });
  state.attachmentsListed = true;
  let next = at + 1;
  let more = textAt(state, next);
  while (more !== null && /^[0-9０-９]{1,2}[.．、]/.test(more.text) && !/[。；]$/.test(more.text)) {
    push(state, { type: 'attachment', children: runsOf(more) });
    next += 1;
    more = textAt(state, next);
  }
  return next;
}

/** Notes, captions, and a signature inside an attachment. */
function readSmall(state: BodyState, line: TextLine, at: number): number | null {
  const last = state.blocks[state.blocks.length - 1];
  if (isNote(line.text) || (last?.type === 'table' && isTableNote(line.text))) {
    push(state, { type: 'note', children: runsOf(line) });
    return at + 1;
  }
  if (last?.type === 'figure' && last.children.length === 0 && isCaption(line)) {
    state.blocks[state.blocks.length - 1] = { ...last, children: runsOf(line) };
    return at + 1;
  }
  if (isQrCaption(line.text) && !/。$/.test(line.text)) {
    const link = linkIn(line.text);
    push(state, { type: 'figure', image: null, ...(link === null ? {} : { link }), children: runsOf(line) });
    return at + 1;
  }
  if (isAtRight(line) && dateOf(line.text) !== null) {
    push(state, { type: 'signDate', children: runsOf(line) });
    return at + 1;
  }
  if (isAtRight(line) && isOrgan(line.text)) {
    push(state, { type: 'sign', children: runsOf(line) });
    return at + 1;
  }
  return null;
}

function isCaption(line: TextLine): boolean {
  return (
    line.text.length <= 120 &&
    !/。$/.test(line.text) &&
    (isCentred(line) || isQrCaption(line.text) || /^图[\s\u3000]*[0-9一二三四五六七八九十]/.test(line.text))
  );
}

function readHeading(state: BodyState, line: TextLine, at: number): number | null {
  if (state.personHeads.has(at)) {
    push(state, { type: 'heading', level: 2, children: runsOf(line) });
    return at + 1;
  }
  if (isInnerContents(state, line, at)) return null;
  const block = recognizeNumbered(line, textAt(state, at + 1), state.context);
  if (block === null) return null;
  push(state, block);
  return at + 1;
}

function isContentsHead(text: string): boolean {
  return /^目[录次]$/.test(bare(text));
}

/** A line of an inner table of contents: the same chapter comes again further on as a head. */
function isInnerContents(state: BodyState, line: TextLine, at: number): boolean {
  const number = leadingNumber(line.text, 0);
  if (number === null || number.kind === 'article' || line.text.length > 40) return false;
  if (!startsAgain(state, at, bare(line.text).replace(/[.…·]*[0-9]*$/, ''))) return false;
  const follower = textAt(state, at + 1);
  const neighbour = follower === null ? null : leadingNumber(follower.text, 0);
  return (neighbour !== null && neighbour.kind === number.kind && neighbour.level === number.level) || insideContents(state);
}

function startsAgain(state: BodyState, at: number, text: string): boolean {
  for (let i = at + 1; i < state.lines.length; i += 1) {
    const other = textAt(state, i);
    if (other !== null && bare(other.text) === text) return true;
  }
  return false;
}

/** The last line of an inner contents: a line of it or its head 目录 stands before. */
function insideContents(state: BodyState): boolean {
  const last = state.blocks[state.blocks.length - 1];
  if (last?.type !== 'paragraph') return false;
  const text = last.children.map((run) => run.text).join('');
  return leadingNumber(text, 0) !== null || isContentsHead(text);
}

function readParagraph(state: BodyState, line: TextLine, at: number): number {
  const align = line.align === 'center' || (line.align === 'right' && line.from === 0) ? { align: line.align } : {};
  push(state, { type: 'paragraph', ...align, children: runsOf(line, null, true) });
  return at + 1;
}

function readObject(state: BodyState, node: ObjectNode, at: number): number {
  push(state, objectBlock(node));
  return at + 1;
}

/** The font of most characters, which is the body's; null when the file names none. */
function commonFont(lines: readonly Line[]): string | null {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.kind !== 'text') continue;
    for (const run of line.paragraph.runs) {
      const key = `${run.font ?? ''}${run.bold === true ? '*' : ''}`;
      counts.set(key, (counts.get(key) ?? 0) + run.text.length);
    }
  }
  let best: string | null = null;
  for (const [font, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = font;
  return best;
}

/** Titles in 《》 of the first paragraphs, where a 通知 names what it issues. */
function quotedTitles(lines: readonly Line[]): string[] {
  const titles: string[] = [];
  for (const line of lines.slice(0, 4)) {
    if (line.kind !== 'text' || !/(印发|公布|发布|转发|公告|颁布|下发)/.test(line.text)) continue;
    for (const match of line.text.matchAll(/《((?:[^《》]|《[^《》]*》)+)》/g)) titles.push(bare(match[1] as string));
  }
  return titles;
}

const PERSON = /^[\u3400-\u9fff·]{2,8}[\s\u3000]?[\u3400-\u9fff]?[：:][\s\u3000]*[^。；]{2,50}$/;
const POST = /(市长|县长|区长|主任|书记|秘书长|巡视员|调研员|局长|委员|主席|部长|助理|院长|厅长|组长|总经理|董事长|主任科员)/;
const LABEL = /(单位|部门|时限|电话|地址|邮编|时间|地点|来源|内容|责任|牵头|配合|目标|要求|组长|成员|主任[：:]|编辑)/;

/** 胡剑飞：市政府副市长 — heads without a number (领导分工); fewer than three are no system. */
function findPersonHeads(lines: readonly Line[]): ReadonlySet<number> {
  const found: number[] = [];
  lines.forEach((line, at) => {
    if (line.kind !== 'text') return;
    const name = line.text.split(/[：:]/)[0] as string;
    if (PERSON.test(line.text) && name.length <= 4 && POST.test(line.text) && !LABEL.test(name)) {
      const next = lines[at + 1];
      if (next?.kind === 'text' && !PERSON.test(next.text)) found.push(at);
    }
  });
  return found.length >= 3 ? new Set(found) : new Set();
}
