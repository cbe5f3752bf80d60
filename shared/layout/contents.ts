/** The contents page (目录) in the printed manners, with the imprint panel beside it. No entry is divided between two pages. */
import type { ComposedEntry, ComposedIssue, ContentsEntry } from '../issue/compose.ts';
import type { TextStyle } from '../style/style.ts';
import { cellsOf } from './cells.ts';
import { cellHeight, drawLabel, sink } from './contents-label.ts';
import { dateText, padName } from './heads.ts';
import { drawPanel, type PanelPart, panelParts } from './imprint.ts';
import { breakLines, type SetLine } from './line.ts';
import { headBlock, type Origin } from './page.ts';
import { drawLine, newSheet, type Sheet } from './sheet.ts';
import { points } from './units.ts';
import type { FlowContext } from './zone.ts';

/** A line of an entry: text at the left, and perhaps the page at the right with leaders between. */
interface EntryLine {
  readonly left: SetLine | null;
  readonly right: SetLine | null;
  readonly leader: boolean;
}
interface Entry {
  readonly lines: readonly EntryLine[];
  readonly section: string;
  readonly page: number;
  /** Index of the entry in the issue. */
  readonly index: number;
}

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
      const known =
        set.get(room) ??
        composed.entries.flatMap((each, index) => parted(keptEntry(each, index, pages[index] ?? 0, context, room), context));
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

/** An entry is never split between two pages, but for one that no page could hold: it goes on as entries of its own. */
function parted(entry: Entry, { geometry, style: { contents } }: FlowContext): readonly Entry[] {
  const [loosest] = DENSITIES as [Density];
  const size = points(contents.entry.size);
  const above = points(contents.title.size) * HEADING + points(contents.label.size) * LABEL + 2 * size * loosest.gap;
  const most = Math.max(1, Math.floor((geometry.height - above) / Math.round(size * loosest.pitch)));
  const parts: Entry[] = [];
  for (let from = 0; from < entry.lines.length; from += most) parts.push({ ...entry, lines: entry.lines.slice(from, from + most) });
  return parts.length > 1 ? parts : [entry];
}

function contentsSheets({ context, label, panelWidth, panels, entries: entriesFor }: Design, least: number, density: Density): Sheet[] {
  const { geometry } = context;
  const sheets: Sheet[] = [];
  let at = 0;
  for (let done = false; !done; ) {
    const sheet = newSheet(sheets.length + 1, 'contents', '');
    const panel = panels[sheets.length];
    const width = panel === undefined ? geometry.width : geometry.width - panelWidth - GAP_BESIDE_PANEL;
    const frame: Frame = { left: geometry.left, width, top: geometry.top, bottom: geometry.top + geometry.height, label };
    const entries = entriesFor(width - label - (label > 0 ? GAP_BESIDE_LABEL : 0));
    const top = sheets.length === 0 ? drawHeading(sheet, context, frame) : frame.top;
    const end = sheets.length === 0 && least > 1 ? evenEnd(entries, context, { ...frame, top }, density) : entries.length;
    at = fillSheet(sheet, context, entries, at, end, { ...frame, top }, density);
    if (panel !== undefined) drawPanel(sheet, context, panel, geometry.left + geometry.width - panelWidth, panelWidth);
    sheets.push(sheet);
    done = at >= entries.length && sheets.length >= least;
  }
  return sheets;
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

function setText(
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

function entryOf(entry: ContentsEntry, index: number, page: number, context: FlowContext, width: number): Entry {
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

/** Sets the entries before `end` until the sheet is full; gives the index of the first that is not set. */
function fillSheet(
  sheet: Sheet,
  context: FlowContext,
  entries: readonly Entry[],
  from: number,
  end: number,
  frame: Frame,
  density: Density,
): number {
  const size = points(context.style.contents.entry.size);
  const pitch = Math.round(size * density.pitch);
  const gap = Math.round(size * density.gap);
  const labelStyle = context.style.contents.label;
  let y = frame.top;
  let at = from;
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
    const height = entry.lines.length * pitch + gap;
    if (y + labelHeight + height > frame.bottom && at > from) break;
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
    const left = frame.left + frame.label + (frame.label > 0 ? GAP_BESIDE_LABEL : 0);
    const width = frame.width - frame.label - (frame.label > 0 ? GAP_BESIDE_LABEL : 0);
    sheet.links.push({ x: left, y, width, height: height - gap, targetPage: entry.page });
    for (const line of entry.lines) {
      drawEntryLine(
        sheet,
        context,
        line,
        { entry: entry.index, block: headBlock, part: 'contents' },
        left,
        width,
        y + Math.round(pitch / 2 + size * 0.36),
        size,
      );
      y += pitch;
    }
    y += gap;
    at += 1;
  }
  close();
  return at;
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
