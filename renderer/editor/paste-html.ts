/** HTML of the clipboard → a draft, as the readers of files make one: paragraphs with their look, tables, numbers kept as text. */
import type { DraftNode, DraftParagraph, DraftRun } from '../../shared/recognize/draft.ts';
import { type Declarations, declarationsOf, type Look, lookOf, parseStyleSheet } from './paste-look.ts';
import { isBlank, markSpace, settleFonts, settleSpace } from './paste-space.ts';
import { readTable } from './paste-table.ts';
import type { LeftOut, Walk } from './paste-walk.ts';

export interface PastedHtml {
  readonly nodes: readonly DraftNode[];
  readonly leftOut: Readonly<LeftOut>;
  /** Written by Excel or the table part of WPS: one cell is a text there and no box. */
  readonly isSheet: boolean;
}

export function readHtml(html: string, parse: (html: string) => Document): PastedHtml {
  const page = parse(html);
  cutToFragment(page);
  const sheet = parseStyleSheet([...page.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n'));
  const isSheet = /ProgId"?\s+content="?(?:Excel|ET)\.|urn:schemas-microsoft-com:office:excel|\bxmlns:x=/i.test(html);
  const isOffice = /mso-|class="?Mso|ProgId"?\s+content="?Word/i.test(html) && !isSheet;
  const leftOut: LeftOut = { pictures: 0, hidden: 0, deleted: 0, nested: 0 };
  const walk: Walk = { sheet, leftOut, breaksEnd: !isOffice, nodes: [], open: null, number: null, isInCell: false };
  walkChildren(walk, page.body, {}, 0);
  flush(walk);
  return { nodes: walk.nodes, leftOut, isSheet };
}

/** What stands around the fragment is context that the program added; its elements stay, as they say how the text looks. */
function cutToFragment(page: Document): void {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  let start = -1;
  let end = -1;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) texts.push(node);
    else if (node.textContent === 'StartFragment') start = texts.length;
    else if (node.textContent === 'EndFragment') end = texts.length;
  }
  if (start >= 0) for (const node of texts.slice(0, start)) node.textContent = '';
  if (end >= 0) for (const node of texts.slice(end)) node.textContent = '';
}

const skipped =
  /^(?:style|script|title|head|meta|link|xml|template|noscript|svg|audio|video|iframe|canvas|input|button|select|textarea|col|colgroup)$/;
const blocks =
  /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|section|article|header|footer|main|nav|aside|pre|figure|figcaption|center|address|form|fieldset|hr|caption|tr|td|th)$/;

function walkChildren(walk: Walk, parent: Node, look: Look, level: number): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) addText(walk, child.textContent ?? '', look);
    else if (child.nodeType === Node.ELEMENT_NODE) walkElement(walk, child as Element, look, level);
  }
}

function walkElement(walk: Walk, element: Element, outer: Look, level: number): void {
  const tag = element.localName;
  if (skipped.test(tag)) return;
  const styles = declarationsOf(element, walk.sheet);
  if (isLeftOut(walk, element, styles)) return;
  if (tag === 'img') {
    walk.leftOut.pictures += 1;
    return;
  }
  if (tag === 'br') {
    lineBreak(walk, styles);
    return;
  }
  if (/^ignore$/i.test(styles.get('mso-list') ?? '')) {
    addNumber(walk, element, styles, outer);
    return;
  }
  const look = lookOf(element, styles, outer);
  if (tag === 'table') {
    readTable(walk, element, look, walkCell);
    return;
  }
  const isList = tag === 'ol' || tag === 'ul';
  const isBlock = blocks.test(tag);
  if (isBlock) flush(walk);
  if (isBlock) walk.open = { runs: [], paragraph: paragraphOf(element, styles, look) };
  if (tag === 'li') walk.number = numberOf(element, level);
  walkChildren(walk, element, look, isList ? level + 1 : level);
  if (isBlock) flush(walk);
  if (tag === 'li') walk.number = null;
}

/** The paragraphs of a cell, walked by themselves. */
function walkCell(walk: Walk, cell: Element, look: Look): readonly DraftParagraph[] {
  const inner: Walk = { ...walk, nodes: [], open: null, number: null, breaksEnd: true, isInCell: true };
  const styles = declarationsOf(cell, walk.sheet);
  const own = lookOf(cell, styles, look);
  inner.open = { runs: [], paragraph: paragraphOf(cell, styles, own) };
  walkChildren(inner, cell, own, 0);
  flush(inner);
  return inner.nodes.filter((node) => node.kind === 'paragraph');
}

function isLeftOut(walk: Walk, element: Element, styles: Declarations): boolean {
  const isDeleted = element.localName === 'del' || element.classList.contains('msoDel');
  const isComment = /^(?:comment-list|comment)$/.test(styles.get('mso-element') ?? '') || element.classList.contains('MsoCommentReference');
  const isHidden = styles.get('display') === 'none' || styles.get('mso-hide') === 'all' || isComment;
  const hasText = (element.textContent ?? '').trim() !== '';
  if (isDeleted && hasText) walk.leftOut.deleted += 1;
  else if (isHidden && hasText) walk.leftOut.hidden += 1;
  return isDeleted || isHidden;
}

function paragraphOf(element: Element, styles: Declarations, look: Look): Omit<DraftParagraph, 'kind' | 'runs'> {
  const heading = /^h([1-4])$/.exec(element.localName)?.[1] ?? /^MsoHeading([1-4])$/.exec(element.className)?.[1];
  const outline = /^[1-9]$/.exec(styles.get('mso-outline-level') ?? '')?.[0];
  const style = heading !== undefined ? `heading ${heading}` : element.classList.contains('MsoTitle') ? 'title' : undefined;
  return {
    ...(look.align === undefined ? {} : { align: look.align }),
    ...(look.firstLineIndent === undefined ? {} : { firstLineIndent: look.firstLineIndent }),
    ...(style === undefined ? {} : { style }),
    ...(outline === undefined ? {} : { outlineLevel: Number(outline) - 1 }),
  };
}

function addText(walk: Walk, text: string, look: Look): void {
  const marked = markSpace(text, look.isPreserved === true);
  if (marked === '' || (walk.open === null && isBlank(marked))) return;
  const { align, firstLineIndent, isPreserved, ...run } = look;
  const lines = isPreserved === true && walk.breaksEnd ? marked.split('\n') : [marked];
  lines.forEach((line, index) => {
    if (index > 0) flush(walk);
    walk.open ??= {
      runs: [],
      paragraph: { ...(align === undefined ? {} : { align }), ...(firstLineIndent === undefined ? {} : { firstLineIndent }) },
    };
    walk.open.runs.push({ text: line, ...run });
  });
}

function lineBreak(walk: Walk, styles: Declarations): void {
  if (styles.has('page-break-before')) return;
  const again = walk.open?.paragraph ?? {};
  if (!walk.breaksEnd) walk.open?.runs.push({ text: '\n' });
  else {
    flush(walk);
    walk.open = { runs: [], paragraph: again };
  }
}

const bullets = /^[·•●○■□◆◇➢Øonlu§ü\uf000-\uf0ff-]$/;

/** 1. or （一） as Word counted it; the blanks behind it are only the place up to the text. A bullet is no text. */
function addNumber(walk: Walk, element: Element, styles: Declarations, outer: Look): void {
  const text = (element.textContent ?? '').replace(/[\s\u00a0]+/g, '');
  const fonts = `${outer.font ?? ''} ${element.outerHTML}`;
  const isBullet = bullets.test(text) && (/Wingdings|Symbol|Courier/i.test(fonts) || !/[a-z]/i.test(text));
  if (text === '' || isBullet) return;
  walk.number = { text, level: Number(/level([1-9])/.exec(styles.get('mso-list') ?? '')?.[1] ?? '1') - 1 };
}

/** The number that a browser shows in front of an entry. */
function numberOf(entry: Element, level: number): Walk['number'] {
  const list = entry.parentElement;
  // What Word writes as a list has its number in the text already.
  if (list?.localName !== 'ol' || /mso-list/i.test(entry.getAttribute('style') ?? '')) return null;
  const type = list.style.listStyleType || (list.getAttribute('type') ?? '');
  if (type === 'none') return null;
  const before = [...list.children].filter((each) => each.localName === 'li');
  const value = Number(list.getAttribute('start') ?? '1') + before.indexOf(entry);
  const letter = /^(?:a|lower-(?:alpha|latin))$/.test(type) ? 97 : /^(?:A|upper-(?:alpha|latin))$/.test(type) ? 65 : null;
  const isHan = /cjk-ideographic|chinese-informal|trad-chinese/.test(type) && value <= 10;
  if (isHan) return { text: `${'一二三四五六七八九十'.charAt(value - 1)}、`, level: level - 1 };
  return {
    text: letter !== null && value <= 26 ? `${String.fromCharCode(letter + value - 1)}.` : `${value}.`,
    level: Math.max(level - 1, 0),
  };
}

/** Ends the paragraph; what has not even a blank in it is none. */
function flush(walk: Walk): void {
  const { open } = walk;
  walk.open = null;
  if (open === null) return;
  const runs = settleFonts(settleSpace(open.runs));
  if (runs.length === 0) return;
  const { number } = walk;
  walk.number = null;
  const first = runs[0] as DraftRun;
  const numbered = number === null ? runs : [{ ...first, text: number.text + first.text.trimStart() }, ...runs.slice(1)];
  const autoNumber = number === null ? {} : { autoNumber: { length: number.text.length, level: number.level } };
  walk.nodes.push({ kind: 'paragraph', runs: numbered, ...open.paragraph, ...autoNumber });
}
