/** The pages as they come out of the press one after the other, and where on the current one it stands. */
import type { Message } from '../result.ts';
import type { Origin } from './page.ts';
import type { RemarkPlace } from './remarks.ts';
import { newSheet, type Sheet } from './sheet.ts';
import type { FlowContext } from './zone.ts';

export interface Press extends FlowContext {
  readonly sheets: Sheet[];
  readonly messages: Message[];
  readonly firstPage: number;
  section: string;
  /** Index of the entry that is being placed. */
  entry: number;
  /** Body lines that are used on the current sheet; all of them when there is none. */
  row: number;
}

/** What of the issue an item comes from. */
export function originOf(press: Press, block: number, part?: Origin['part']): Origin {
  return part === undefined ? { entry: press.entry, block } : { entry: press.entry, block, part };
}

/** What a remark on the current page is about. */
export function placeIn(press: Press, block: number): RemarkPlace {
  return { entry: press.entry, page: currentNumber(press), block };
}

/** Number of the current page. */
export function currentNumber(press: Press): number {
  return press.firstPage + press.sheets.length - 1;
}

/** The current page. */
export function sheetOf(press: Press): Sheet {
  return press.sheets[press.sheets.length - 1] as Sheet;
}

/** @param onRight with a blank page before it where the next one is a left page. */
export function newPage(press: Press, onRight = false): void {
  const number = press.firstPage + press.sheets.length;
  if (onRight && number % 2 === 0) press.sheets.push(newSheet(number, 'blank', press.section));
  press.sheets.push(newSheet(press.firstPage + press.sheets.length, 'body', press.section));
  press.row = 0;
}

/** Where a row of the grid begins on the page. */
export function topOf(press: Press, row: number): number {
  return press.geometry.top + row * press.geometry.pitch;
}
