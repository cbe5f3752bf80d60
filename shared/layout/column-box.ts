/**
 * A framed box (专栏) that stands in a column: its lines are lines of the column, on the grid and balanced with the text around it; the
 * frame begins and ends in the middle of a blank row, and goes on where the column ends within it.
 */
import type { BoxBlock } from '../document/block.ts';
import { cellsOf } from './cells.ts';
import { columnLeft } from './geometry.ts';
import { columnLines, type Flow, noteMissing, scripted } from './paragraphs.ts';
import { type Press, sheetOf, topOf } from './press.ts';
import { movedLine, type SetLine } from './set-line.ts';
import { drawRule } from './sheet.ts';
import { frameParagraph } from './table-cells.ts';
import { points } from './units.ts';
import type { ColumnLine } from './zone.ts';

const BLANK: SetLine = { pieces: [], width: 0, fault: null };

interface KeptParagraph {
  readonly lines: readonly SetLine[];
  readonly missing: readonly string[];
}

export function pushColumnBox(flow: Flow, block: number, { children }: BoxBlock): void {
  const paragraphs = flow.keep(children, 'box in a column', () => children.map((_, index) => setParagraph(flow, children, index)));
  const target = columnLines(flow);
  target.push({ line: BLANK, rows: 1, keepNext: true, before: 0, behind: 0, block, frame: 'top' });
  paragraphs.forEach(({ lines, missing }, index) => {
    noteMissing(flow, block, missing);
    lines.forEach((line, at) => {
      const behind = lines.length - 1 - at;
      // The heading stays with its text; the foot of the frame is not left to the next column.
      const keepNext = behind === 0 && (index === 0 || index === paragraphs.length - 1);
      target.push({ line, rows: 1, keepNext, before: at, behind, block, frame: 'text' });
    });
  });
  target.push({ line: BLANK, rows: 1, keepNext: false, before: 1, behind: 0, block, frame: 'foot' });
}

function setParagraph(flow: Flow, children: BoxBlock['children'], index: number): KeptParagraph {
  const { style, geometry } = flow;
  const size = points(style.box.size);
  const padding = points(style.box.padding);
  const paragraph = children[index] as BoxBlock['children'][number];
  const spans = paragraph.children.map((run) => scripted(run, index === 0 || run.bold === true ? 'hei' : style.box.font, size));
  const cells = cellsOf(spans, flow.measure);
  const room = Math.max(size, geometry.columnWidth - 2 * padding);
  const lines = frameParagraph(cells, index, paragraph.align, room, size);
  return { lines: lines.map((line) => movedLine(line, padding)), missing: cells.missing };
}

/** @param lines what stands in the column from the current row on. */
export function drawColumnFrames(press: Press, lines: readonly ColumnLine[], column: number): void {
  const { geometry } = press;
  const width = points(press.style.box.ruleWidth);
  const left = columnLeft(geometry, column) + (width >> 1);
  const right = columnLeft(geometry, column) + geometry.columnWidth - (width >> 1);
  const half = geometry.pitch >> 1;
  let row = press.row;
  let begun: number | null = null;
  lines.forEach(({ frame, rows }, index) => {
    const top = topOf(press, row);
    row += rows;
    if (frame === undefined) return;
    begun ??= frame === 'top' ? top + half : top;
    const isLast = frame === 'foot' || lines[index + 1]?.frame === undefined || lines[index + 1]?.frame === 'top';
    if (frame === 'top') drawRule(sheetOf(press), left, top + half, right, top + half, width);
    if (frame === 'foot') drawRule(sheetOf(press), left, top + half, right, top + half, width);
    if (!isLast) return;
    const bottom = frame === 'foot' ? top + half : top + rows * geometry.pitch;
    for (const x of [left, right]) drawRule(sheetOf(press), x, begun, x, bottom, width);
    begun = null;
  });
}
