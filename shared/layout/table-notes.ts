/** What stands with a table across the page: its caption and the unit (单位：公顷) above it, notes below it. */
import { type Block, runsText, type TextRun } from '../document/block.ts';

const UNIT = /^[（(]?\s*(?:计量)?单位\s*[：:]/;
const NOTE = /^[（(]?\s*(?:注|备注|说明|资料来源|数据来源)\s*[：:0-9]|^[※*＊]/;
const NUMBERED_NOTE = /^[（(]?\s*(?:注|备注|说明)\s*[：:]?\s*[1１]/;
const NEXT_NOTE = /^\s*[（(]?[2-9２-９][）)]?[．.、]/;
/** A unit line is short; what is longer is a sentence that happens to begin so. */
const UNIT_CHARACTERS = 30;
const CAPTION_CHARACTERS = 40;
/** Notes are never divided: what is longer than this runs on in the columns. */
const NOTE_CHARACTERS = 800;

export interface TableNotes {
  /** Indices of the blocks above and below the table, in order. */
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/** @returns by index of the table; the blocks named there are set with it and nowhere else. */
export function tableNotes(blocks: readonly Block[]): ReadonlyMap<number, TableNotes> {
  const found = new Map<number, TableNotes>();
  let free = 0;
  blocks.forEach((block, index) => {
    if (block.type !== 'table' || block.children.length === 0) return;
    const above: number[] = [];
    let top = index;
    if (top > free && isUnit(blocks[top - 1] as Block)) above.unshift(--top);
    if (top > free && isCaption(blocks[top - 1] as Block)) above.unshift(--top);
    const below: number[] = [];
    let numbered = false;
    let length = 0;
    for (let at = index + 1; at < blocks.length; at += 1) {
      const text = noteText(blocks[at] as Block);
      if (text === null) break;
      if (NUMBERED_NOTE.test(text)) numbered = true;
      else if (!NOTE.test(text) && !(numbered && NEXT_NOTE.test(text))) break;
      length += text.length;
      if (length > NOTE_CHARACTERS) break;
      below.push(at);
    }
    free = index + 1 + below.length;
    if (above.length > 0 || below.length > 0) found.set(index, { above, below });
  });
  return found;
}

function isUnit(block: Block): boolean {
  if (block.type !== 'paragraph') return false;
  const text = runsText(block.children);
  return text.length <= UNIT_CHARACTERS && text !== '' && (block.align === 'right' || UNIT.test(text));
}

/** A short line in the middle directly above a table is its name. */
export function isCaption(block: Block): boolean {
  if (block.type !== 'paragraph' || block.align !== 'center') return false;
  const text = runsText(block.children);
  return text.trim() !== '' && text.length <= CAPTION_CHARACTERS;
}

function noteText(block: Block): string | null {
  if (block.type === 'note') return runsText(block.children);
  if (block.type !== 'paragraph') return null;
  return block.align === 'right' || block.align === 'center' ? null : runsText(block.children);
}

/** Ems that the turned-over lines of a note stand in: below the first character behind 注： or the mark. */
export function noteIndent(runs: readonly TextRun[]): number {
  const text = runsText(runs);
  if (/^(注|说明|备注)[：:]/.test(text)) return text.startsWith('注') ? 2 : 3;
  return /^[※*＊]/.test(text) ? 1 : 2;
}
