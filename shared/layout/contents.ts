/** The contents page (目录) in the printed manners, with the imprint panel beside it. No entry is divided between two pages that one could hold. */
import type { ComposedEntry, ComposedIssue } from '../issue/compose.ts';
import { type Entry, type EntryLine, entryOf, setText } from './contents-entry.ts';
import { cellHeight, drawLabel, sink } from './contents-label.ts';
import { drawPanel, type PanelPart, panelParts } from './imprint.ts';
import { headBlock, type Origin } from './page.ts';
import { drawLine, newSheet, type Sheet } from './sheet.ts';
import { points } from './units.ts';
import type { FlowContext } from './zone.ts';

interface Frame {
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Width of the cell with the vertical label; 0 where labels have lines of their own. */
  readonly label: number;
}
/** How close the entries are set, as shares of their size. */
interface Density {
  readonly pitch: number;
  readonly gap: number;
}

/** From airy to close: the first that keeps the contents within their pages is taken. */
const DENSITIES: readonly Density[] = [
  { pitch: 1.75, gap: 0.7 },
  { pitch: 1.62, gap: 0.45 },
  { pitch: 1.5, gap: 0.3 },
  { pitch: 1.4, gap: 0.2 },
];
/** Height of the heading, and of a section's label that has a line of its own, in their sizes. */
const HEADING = 1.9;
const LABEL = 2.2;
const GAP_BESIDE_PANEL = 18_000;
const GAP_BESIDE_LABEL = 8000;

/**
 * @param pages folio of each entry of the issue, in order.
 * @returns the sheets of the contents, numbered from 1; at least `least` of them, more only when no density fits into these.
 */
export function layoutContents(composed: ComposedIssue<unknown>, pages: readonly number[], context: FlowContext, least: number): Sheet[] {
  const { style, geometry } = context;
  const panelWidth = Math.round((geometry.width * style.contents.imprintPercent) / 100);
  const onOwnLine = style.contents.manner === 'numberLeaderParentheses' || style.contents.manner === 'titleLeader';
  const label = onOwnLine ? 0 : Math.round(points(style.contents.label.size) * 2.4);
  const set = new Map<number, readonly Entry[]>();
  const design: Design = {
    context,
    label,
    panelWidth,
    panels: panelParts(composed.head, context, panelWidth),
    entries: (room) => {
      const known = set.get(room) ?? composed.entries.map((each, index) => keptEntry(each, index, pages[index] ?? 0, context, room));
      set.set(room, known);
      return known;
    },
  };
  let sheets: Sheet[] = [];
  // With no page given there is nothing to fit into: the closest tells how many it takes.
  for (const density of least === 0 ? DENSITIES.slice(-1) : DENSITIES) {
    sheets = contentsSheets(design, least, density);
    if (sheets.length <= least) return sheets;
  }
  return sheets;
}

/** What all densities have in common. */
interface Design {
  readonly context: FlowContext;
  readonly label: number;
  readonly panelWidth: number;
  readonly panels: readonly PanelPart[];
  /** The entries set for a measure. */
  entries(room: number): readonly Entry[];
}

/** An entry that reads as before is not set again. */
function keptEntry(each: ComposedEntry<unknown>, index: number, page: number, context: FlowContext, room: number): Entry {
  const look = JSON.stringify([index, page, room, each.contents]);
  return context.keep(each.document.titleLines, look, () => entryOf(each.contents, index, page, context, room));
}

/** The first line that is not set yet. */
interface Place {
  readonly entry: number;
  readonly line: number;
}

function contentsSheets(design: Design, least: number, density: Density): Sheet[] {
  const { context, label, panelWidth, panels } = design;
  const { geometry } = context;
  const sheets: Sheet[] = [];
  let place: Place = { entry: 0, line: 0 };
  for (let done = false; !done; ) {
    const sheet = newSheet(sheets.length + 1, 'contents', '');
    const panel = panels[sheets.length];
    const width = widthBeside(design, panel !== undefined);
    const frame: Frame = { left: geometry.left, width, top: geometry.top, bottom: geometry.top + geometry.height, label };
    const entries = entriesOn(design, width, density);
    const top = sheets.length === 0 ? drawHeading(sheet, context, frame) : frame.top;
    const end = sheets.length === 0 && least > 1 ? evenEnd(entries, context, { ...frame, top }, density) : entries.length;
    place = fillSheet(sheet, context, entries, place, end, { ...frame, top }, density);
    if (panel !== undefined) drawPanel(sheet, context, panel, geometry.left + geometry.width - panelWidth, panelWidth);
    sheets.push(sheet);
    done = place.entry >= entries.length && sheets.length >= least;
  }
  return sheets;
}

function widthBeside({ context: { geometry }, panelWidth }: Design, hasPanel: boolean): number {
  return hasPanel ? geometry.width - panelWidth - GAP_BESIDE_PANEL : geometry.width;
}

/**
 * The entries for a sheet of that width. One that the smallest sheet may not hold is set for the narrowest width everywhere: it may have
 * to go on on a sheet of another width, and its lines must be the same on both.
 */
function entriesOn(design: Design, width: number, density: Density): readonly Entry[] {
  const { geometry, style } = design.context;
  const size = points(style.contents.entry.size);
  const above = points(style.contents.title.size) * HEADING + points(style.contents.label.size) * LABEL + 2 * size * density.gap;
  const most = Math.floor((geometry.height - above) / Math.round(size * density.pitch));
  const beside = (frame: number): number => frame - design.label - (design.label > 0 ? GAP_BESIDE_LABEL : 0);
  const narrow = design.entries(beside(widthBeside(design, design.panels.length > 0)));
  return design.entries(beside(width)).map((entry, index) => {
    const narrowest = narrow[index] as Entry;
    return narrowest.lines.length > most ? narrowest : entry;
  });
}

/** Of two pages the second begins with the section nearest to the middle, if both parts fit. */
function evenEnd(entries: readonly Entry[], context: FlowContext, frame: Frame, density: Density): number {
  const size = points(context.style.contents.entry.size);
  const label = frame.label === 0 ? points(context.style.contents.label.size) * LABEL : 0;
  const room = frame.bottom - frame.top;
  const heights = entries.map((entry, index) => {
    const opens = index === 0 || entry.section !== entries[index - 1]?.section;
    return entry.lines.length * size * density.pitch + size * density.gap + (opens ? label : 0);
  });
  const total = heights.reduce((a, b) => a + b, 0);
  let best = entries.length;
  let bestDistance = Number.POSITIVE_INFINITY;
  let sum = 0;
  entries.forEach((entry, index) => {
    const opens = index > 0 && entry.section !== entries[index - 1]?.section;
    const distance = Math.abs(sum - total / 2);
    if (opens && sum <= room && total - sum <= room && distance < bestDistance) {
      best = index;
      bestDistance = distance;
    }
    sum += heights[index] as number;
  });
  return best;
}

function drawHeading(sheet: Sheet, context: FlowContext, frame: Frame): number {
  const { contents } = context.style;
  const size = points(contents.title.size);
  const line = setText(context, contents.heading, contents.title, frame.width, 'center');
  const y = frame.top + size;
  if (line[0] !== undefined) drawLine(sheet, context.measure.fonts, line[0], frame.left, y, 'black');
  return y + Math.round(size * (HEADING - 1));
}

/** Sets the entries before `end` until the sheet is full; gives the first line that is not set. */
function fillSheet(
  sheet: Sheet,
  context: FlowContext,
  entries: readonly Entry[],
  from: Place,
  end: number,
  frame: Frame,
  density: Density,
): Place {
  const size = points(context.style.contents.entry.size);
  const pitch = Math.round(size * density.pitch);
  const gap = Math.round(size * density.gap);
  const labelStyle = context.style.contents.label;
  let y = frame.top;
  let at = from.entry;
  let begin = from.line;
  let section: string | null = null;
  let sectionTop = y;
  let opened = { items: 0, links: 0 };
  /** Where all that is still to come has room, the cell is as high as its label. */
  const close = (): void => {
    if (section === null || frame.label === 0) return;
    const rest = entries.slice(at, end).reduce((sum, entry) => sum + entry.lines.length * pitch + 2 * gap, 0);
    const more = Math.min(sectionTop + cellHeight(section, context) - y, frame.bottom - y - rest);
    if (more > 0) {
      sink(sheet, opened, more >> 1);
      y += more;
    }
    drawLabel(sheet, context, frame, section, sectionTop, y);
  };
  while (at < end) {
    const entry = entries[at] as Entry;
    const opens = entry.section !== section;
    const labelHeight = frame.label === 0 && opens ? Math.round(points(labelStyle.size) * LABEL) : 0;
    const left = entry.lines.length - begin;
    const isFull = y + labelHeight + left * pitch + gap > frame.bottom;
    if (isFull && at > from.entry) break;
    // Alone on its sheet and still too tall: as much of it as there is room for.
    const room = Math.floor((frame.bottom - y - labelHeight - (frame.label > 0 ? gap : 0)) / pitch);
    const lines = entry.lines.slice(begin, isFull ? begin + Math.max(1, room) : undefined);
    if (opens) {
      close();
      section = entry.section;
      sectionTop = y;
      opened = { items: sheet.items.length, links: sheet.links.length };
      if (frame.label === 0) {
        y += labelHeight;
        const line = setText(context, section, labelStyle, frame.width, 'center')[0];
        if (line !== undefined) drawLine(sheet, context.measure.fonts, line, frame.left, y - Math.round(points(labelStyle.size) * 0.7));
      } else y += gap;
    }
    const x = frame.left + frame.label + (frame.label > 0 ? GAP_BESIDE_LABEL : 0);
    const width = frame.width - frame.label - (frame.label > 0 ? GAP_BESIDE_LABEL : 0);
    sheet.links.push({ x, y, width, height: lines.length * pitch, targetPage: entry.page });
    for (const line of lines) {
      drawEntryLine(
        sheet,
        context,
        line,
        { entry: entry.index, block: headBlock, part: 'contents' },
        x,
        width,
        y + Math.round(pitch / 2 + size * 0.36),
        size,
      );
      y += pitch;
    }
    y += gap;
    begin += lines.length;
    if (begin < entry.lines.length) break;
    at += 1;
    begin = 0;
  }
  close();
  return { entry: at, line: begin };
}

function drawEntryLine(
  sheet: Sheet,
  context: FlowContext,
  line: EntryLine,
  origin: Origin,
  left: number,
  width: number,
  y: number,
  size: number,
): void {
  if (line.left !== null) drawLine(sheet, context.measure.fonts, line.left, left, y, 'black', origin);
  if (line.right === null) return;
  const start = left + width - line.right.width;
  drawLine(sheet, context.measure.fonts, line.right, start, y, 'black', origin);
  if (!line.leader) return;
  // Leaders shrink and vanish where the line is full.
  const free = start - (left + (line.left?.width ?? 0)) - size;
  const dots = Math.floor(free / size);
  if (dots < 1) return;
  const leader = setText(context, '…'.repeat(dots), context.style.contents.entry, free + size, 'left')[0];
  if (leader !== undefined) drawLine(sheet, context.measure.fonts, leader, start - dots * size - (size >> 1), y, 'grey');
}
