/** An inner table of contents, as long regulations have it before their first chapter: its head in the middle, its lines hanging. */
import { type Block, runsText, type TextRun } from '../document/block.ts';
import { bodyLook, type Flow, headingLook, pushParagraph, spansOf } from './paragraphs.ts';

const HEAD = /^目[\s\u3000]*[录次]$/;
const ENTRY =
  /^(第[\s\u3000]*[一二三四五六七八九十百0-9]{1,4}[\s\u3000]*[编篇章节部分]{1,2}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附[录则件]?)[\s\u3000]*/;
const ENTRY_CHARACTERS = 60;
const LEAST = 2;
/** Room for 第二章 and a blank. */
const HANGING = 4;

/** @returns by index of a paragraph what it is of an inner contents. */
export function innerContents(blocks: readonly Block[]): ReadonlyMap<number, 'head' | 'entry'> {
  const found = new Map<number, 'head' | 'entry'>();
  blocks.forEach((block, index) => {
    if (block.type !== 'paragraph' || !HEAD.test(runsText(block.children).trim())) return;
    let to = index + 1;
    while (to < blocks.length && isEntry(blocks[to] as Block)) to += 1;
    if (to - index - 1 < LEAST) return;
    found.set(index, 'head');
    for (let at = index + 1; at < to; at += 1) found.set(at, 'entry');
  });
  return found;
}

function isEntry(block: Block): boolean {
  if (block.type !== 'paragraph' || block.align === 'right') return false;
  const text = runsText(block.children);
  return text.length <= ENTRY_CHARACTERS && ENTRY.test(text) && !/[。；：:]$/.test(text);
}

export function pushInnerContents(flow: Flow, index: number, children: readonly TextRun[], part: 'head' | 'entry'): void {
  if (part === 'head') {
    const setting = { block: index, key: children, as: 'contents head', firstEms: 0, restEms: 0, align: 'center' as const, keepNext: true };
    pushParagraph(flow, setting, () => spansOf(flow, children, headingLook(flow, 1)));
    return;
  }
  const setting = { block: index, key: children, as: 'contents entry', firstEms: 2, restEms: 2 + HANGING };
  pushParagraph(flow, setting, () => spansOf(flow, children, bodyLook(flow)));
}
