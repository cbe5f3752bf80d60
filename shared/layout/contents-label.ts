/** The vertical label of a section on the contents page, in a cell at the left of its entries. */
import { cellsOf } from './cells.ts';
import { breakLines } from './line.ts';
import { drawLine, drawRule, type Sheet } from './sheet.ts';
import { points } from './units.ts';
import type { FlowContext } from './zone.ts';

export interface LabelFrame {
  readonly left: number;
  readonly width: number;
  /** Width of the cell. */
  readonly label: number;
}

/** Above and below the label together, and what a character takes at the least, as a share of its size. */
const AIR = 6000;
const CLOSE = 1.15;

/** Height of the cell in which the label stands in one column. */
export function cellHeight(section: string, context: FlowContext): number {
  return Math.ceil([...section].length * points(context.style.contents.label.size) * CLOSE) + AIR + 10;
}

/** A section with few entries: they move down to the middle of the cell that its label needs. */
export function sink(sheet: Sheet, from: { readonly items: number; readonly links: number }, by: number): void {
  for (let at = from.items; at < sheet.items.length; at += 1) {
    const item = sheet.items[at];
    if (item?.kind === 'text') sheet.items[at] = { ...item, y: item.y + by };
  }
  for (let at = from.links; at < sheet.links.length; at += 1) {
    const link = sheet.links[at];
    if (link !== undefined) sheet.links[at] = { ...link, y: link.y + by };
  }
}

/** The vertical label of a section in its cell, with rules above and below. */
export function drawLabel(sheet: Sheet, context: FlowContext, frame: LabelFrame, section: string, top: number, bottom: number): void {
  const style = context.style.contents.label;
  drawRule(sheet, frame.left, bottom, frame.left + frame.width, bottom, 500);
  drawRule(sheet, frame.left, top, frame.left + frame.width, top, 500);
  drawRule(sheet, frame.left + frame.label, top, frame.left + frame.label, bottom, 500);
  const characters = [...section];
  const room = bottom - top - AIR;
  const perColumn = Math.max(1, Math.min(characters.length, Math.floor(room / (points(style.size) * CLOSE))));
  const columns = Math.ceil(characters.length / perColumn);
  const size = Math.min(points(style.size), Math.floor(frame.label / columns) - 1500);
  const step = Math.min(Math.round(size * 1.5), Math.floor(room / perColumn));
  characters.forEach((character, index) => {
    const column = Math.floor(index / perColumn);
    const inColumn = Math.min(perColumn, characters.length - column * perColumn);
    const x = frame.left + Math.round((frame.label - columns * size) / 2) + (columns - 1 - column) * size;
    const y = top + Math.round((bottom - top - inColumn * step) / 2) + (index % perColumn) * step + Math.round(step / 2 + size * 0.36);
    const line = breakLines(cellsOf([{ text: character, role: style.font, size }], context.measure), {
      width: size,
      firstIndent: 0,
      indent: 0,
      align: 'left',
    })[0];
    if (line !== undefined) drawLine(sheet, context.measure.fonts, line, x, y);
  });
}
