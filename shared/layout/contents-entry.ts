/** An entry of the contents page: its lines in the manner of the house, set for a width. */
import type { ContentsEntry } from '../issue/compose.ts';
import type { TextStyle } from '../style/style.ts';
import { cellsOf } from './cells.ts';
import { dateText, padName } from './heads.ts';
import { breakLines, type SetLine } from './line.ts';
import { points } from './units.ts';
import type { FlowContext } from './zone.ts';

/** A line of an entry: text at the left, and perhaps the page at the right with leaders between. */
export interface EntryLine {
  readonly left: SetLine | null;
  readonly right: SetLine | null;
  readonly leader: boolean;
}
export interface Entry {
  readonly lines: readonly EntryLine[];
  readonly section: string;
  readonly page: number;
  /** Index of the entry in the issue. */
  readonly index: number;
}

/** @param page its folio, `width` the room for it in thousandths of a point. */
export function entryOf(entry: ContentsEntry, index: number, page: number, context: FlowContext, width: number): Entry {
  const { contents } = context.style;
  const style = contents.entry;
  const number = contents.parentheses ? `（${page}）` : String(page);
  const set = (text: string, room = width): SetLine[] => setText(context, text, style, room, 'left');
  const right = set(number)[0] as SetLine;
  const lines: EntryLine[] = [];
  const plain = (text: string): void => {
    for (const line of set(text)) lines.push({ left: line, right: null, leader: false });
  };
  /** The last line of `text` carries the page; a line that is too full sends the page to one of its own. */
  const withPage = (text: string, leader: boolean): void => {
    const broken = set(text);
    broken.slice(0, -1).forEach((line) => {
      lines.push({ left: line, right: null, leader: false });
    });
    const last = broken[broken.length - 1] ?? null;
    if (last !== null && last.width + right.width + points(style.size) > width) {
      lines.push({ left: last, right: null, leader: false }, { left: null, right, leader });
    } else lines.push({ left: last, right, leader });
  };
  const hasTail = entry.docNumber !== null || entry.authors.length > 0;
  switch (contents.manner) {
    case 'numberBelow':
      plain(entry.title);
      if (contents.showSubtitle && entry.subtitle !== null) plain(entry.subtitle);
      if (entry.docNumber !== null) withPage(entry.docNumber, false);
      else appendPage(lines, right, width, points(style.size), false);
      break;
    case 'numberDateLeader':
      if (hasTail) plain(entry.title);
      if (entry.docNumber !== null) withPage(`${entry.docNumber}${entry.date === null ? '' : `　${dateText(entry.date)}`}`, true);
      else if (hasTail) withPage(entry.authors.map(padName).join('　'), true);
      else withPage(entry.title, true);
      break;
    case 'numberLeaderParentheses':
      if (hasTail) plain(entry.title);
      if (entry.subtitle !== null && entry.authors.length > 0) plain(entry.subtitle);
      if (entry.docNumber !== null) withPage(entry.docNumber, true);
      else if (hasTail)
        lines.push({ left: null, right: set(`${entry.authors.map(padName).join('　')}${number}`)[0] as SetLine, leader: true });
      else withPage(entry.title, true);
      break;
    case 'titleLeader':
      withPage(entry.docNumber === null ? entry.title : `${entry.title}（${entry.docNumber}）`, true);
      break;
  }
  return { lines, section: entry.section, page, index };
}

function appendPage(lines: EntryLine[], right: SetLine, width: number, size: number, leader: boolean): void {
  const last = lines[lines.length - 1];
  if (last?.left !== null && last !== undefined && last.left.width + right.width + size <= width)
    lines[lines.length - 1] = { ...last, right, leader };
  else lines.push({ left: null, right, leader });
}

export function setText(
  context: FlowContext,
  text: string,
  style: TextStyle,
  width: number,
  align: 'left' | 'center' | 'right' | 'justify',
): SetLine[] {
  return breakLines(cellsOf([{ text, role: style.font, size: points(style.size) }], context.measure), {
    width,
    firstIndent: 0,
    indent: 0,
    align,
  });
}
