/** Puts the flows of all documents on pages: sections on new pages, follow-on documents below each other, zones one under the other. */
import type { ComposedIssue } from '../issue/compose.ts';
import type { Message } from '../result.ts';
import { drawColumnFrames } from './column-box.ts';
import { fillColumns } from './columns.ts';
import { dividedAcross } from './divide.ts';
import { openingHeight } from './fragments.ts';
import { columnLeft, type Geometry } from './geometry.ts';
import { placeTable } from './place-table.ts';
import { currentNumber, newPage, originOf, type Press, placeIn, sheetOf, topOf } from './press.ts';
import { glyphsMissing, lineOverfull, pictureMissing } from './remarks.ts';
import { drawLine, newSheet, type Sheet } from './sheet.ts';
import { heightOfForm, isOneSheet } from './table-forms.ts';
import type { AcrossZone, ColumnLine, ColumnsZone, DocumentFlow, FlowContext, Zone } from './zone.ts';

export interface PlacedEntry {
  readonly firstPage: number;
  readonly lastPage: number;
}
export interface Body {
  readonly sheets: readonly Sheet[];
  readonly entries: readonly PlacedEntry[];
  readonly messages: readonly Message[];
}

/** @param flows one for each entry of the issue, in order. */
export function paginate(composed: ComposedIssue<unknown>, flows: readonly DocumentFlow[], context: FlowContext, firstPage: number): Body {
  const press: Press = { ...context, sheets: [], messages: [], firstPage, section: '', entry: 0, row: context.geometry.lines };
  const entries: PlacedEntry[] = [];
  composed.entries.forEach(({ entry, document, opensSection }, index) => {
    const flow = flows[index] as DocumentFlow;
    press.section = entry.section;
    press.entry = index;
    if (opensSection || entry.start !== 'followOn' || press.sheets.length === 0) newPage(press, entry.start === 'rightPage');
    else if (press.row > 0) press.row += press.style.followOnLines;
    placeAcross(press, flow.head, flow.zones[0]);
    const first = currentNumber(press);
    placeZones(press, flow.zones);
    const last = currentNumber(press);
    const missing = glyphsMissing(flow, document.title, index, first, last);
    if (missing !== null) press.messages.push(missing);
    entries.push({ firstPage: first, lastPage: last });
  });
  return { sheets: press.sheets, entries, messages: press.messages };
}

/** On which pages `paginate` would put the entries. How one lies depends on nothing but the row that it begins in, so it is placed once for each. */
export function countPages(
  composed: ComposedIssue<unknown>,
  flows: readonly DocumentFlow[],
  context: FlowContext,
  firstPage: number,
): Pick<Body, 'entries'> & { readonly lastPage: number } {
  let last = firstPage - 1;
  let row = context.geometry.lines;
  const entries = composed.entries.map(({ entry, opensSection }, index): PlacedEntry => {
    const flow = flows[index] as DocumentFlow;
    if (opensSection || entry.start !== 'followOn' || last < firstPage) {
      last += entry.start === 'rightPage' && last % 2 === 1 ? 2 : 1;
      row = 0;
    } else if (row > 0) row += context.style.followOnLines;
    const placed = context.keep(flow, `from row ${row}`, () => placeAlone(flow, row, context));
    const first = last + placed.pagesToTitle;
    last += placed.pagesToEnd;
    row = placed.row;
    return { firstPage: first, lastPage: last };
  });
  return { entries, lastPage: entries.length === 0 ? 0 : last };
}

interface PlacedAlone {
  /** Pages that were begun before the title stood, and until the end. */
  readonly pagesToTitle: number;
  readonly pagesToEnd: number;
  /** Lines that are used on the last page. */
  readonly row: number;
}

function placeAlone(flow: DocumentFlow, row: number, context: FlowContext): PlacedAlone {
  const press: Press = { ...context, sheets: [newSheet(1, 'body', '')], messages: [], firstPage: 1, section: '', entry: 0, row };
  placeAcross(press, flow.head, flow.zones[0]);
  const pagesToTitle = press.sheets.length - 1;
  placeZones(press, flow.zones);
  return { pagesToTitle, pagesToEnd: press.sheets.length - 1, row: press.row };
}

function placeZones(press: Press, given: readonly Zone[]): void {
  const zones = [...given];
  for (let index = 0; index < zones.length; index += 1) {
    const zone = zones[index] as Zone;
    const next = zones[index + 1];
    switch (zone.kind) {
      case 'columns': {
        const behind = zones[index + 2];
        if (next?.kind === 'across' && behind?.kind === 'columns' && goesToNextTop(press, zone, next)) {
          zones[index + 2] = placeAround(press, zone, next, behind);
          index += 1;
        } else placeColumns(press, zone);
        break;
      }
      case 'across':
        if (!goesWithTurned(press, zone, next)) placeAcross(press, zone, next);
        break;
      case 'table': {
        const before = zones[index - 1];
        placeTable(press, zone, before?.kind === 'across' && goesWithTurned(press, before, zone) ? before : null);
        break;
      }
    }
  }
}

/** The title of a table that is set turned stands on its page, turned with it, unless it would take the room of the table. */
function goesWithTurned({ geometry }: Press, zone: AcrossZone, next: Zone | undefined): boolean {
  return next?.kind === 'table' && next.turned && zone.keepRows > 0 && zone.height * 2 < geometry.width;
}

function placeAcross(press: Press, zone: AcrossZone, next: Zone | undefined): void {
  const { geometry } = press;
  const rows = Math.round(zone.height / geometry.pitch);
  if (rows > geometry.lines && zone.lines.length > 1) {
    for (const part of dividedAcross(zone, geometry)) placeAcross(press, part, next);
    return;
  }
  const wanted = rows + (zone.keepRows > 0 ? rowsWanted(press, next, zone.keepRows) : 0);
  if ((zone.newPage && press.row > 0) || (press.row > 0 && press.row + wanted > geometry.lines)) newPage(press);
  const sheet = sheetOf(press);
  const dropped = press.row === 0 ? zone.drop : 0;
  const top = topOf(press, press.row) - dropped;
  for (const each of zone.lines) {
    drawLine(
      sheet,
      press.measure.fonts,
      each.line,
      geometry.left + each.x,
      top + each.y,
      each.colour,
      originOf(press, zone.block, each.part),
    );
  }
  if (zone.isEmpty === true) press.messages.push(pictureMissing(placeIn(press, zone.block)));
  for (const box of zone.boxes) sheet.items.push({ ...box, x: geometry.left + box.x, y: top + box.y, origin: originOf(press, zone.block) });
  for (const image of zone.images)
    sheet.items.push({
      kind: 'image',
      origin: originOf(press, zone.block),
      x: geometry.left + image.x,
      y: top + image.y,
      width: image.width,
      height: image.height,
      hash: image.hash,
    });
  press.row = Math.min(geometry.lines, press.row + rows - Math.round(dropped / geometry.pitch));
}

/** A head never stands alone at the foot of a page; before a table it wants the head rows and one more, before a form all of it. */
function rowsWanted(press: Press, next: Zone | undefined, least: number): number {
  if (next === undefined) return 0;
  switch (next.kind) {
    case 'across':
      return next.newPage ? 0 : Math.round(next.height / press.geometry.pitch);
    case 'columns':
      return Math.min(least, Math.ceil(next.lines.length / press.geometry.columns));
    case 'table': {
      const { geometry } = press;
      const around = (next.above?.height ?? 0) + (next.below?.height ?? 0);
      if (isOneSheet(next.table, around, geometry)) return Math.ceil((heightOfForm(next.table) + around) / geometry.pitch) + 1;
      const height = openingHeight(next.table) + (next.above?.height ?? 0);
      return Math.min(Math.ceil(height / geometry.pitch), Math.floor(geometry.lines / 2));
    }
  }
}

/** So many rows left blank before a figure are filled with the text behind it. */
const BLANK_ROWS = 5;

/** A figure with its number (图1) that has no room below its text stands at the next top: who reads finds it by its number. */
function goesToNextTop({ geometry, row }: Press, text: ColumnsZone, figure: AcrossZone): boolean {
  if (figure.numbered !== true) return false;
  const left = geometry.lines - endRow(text.lines, row, geometry);
  return left >= BLANK_ROWS && figure.height > left * geometry.pitch;
}

/** The row behind the last line of a zone that begins in `row`. */
function endRow(lines: readonly ColumnLine[], from: number, { columns, lines: full }: Geometry): number {
  let row = from;
  let at = 0;
  while (at < lines.length) {
    if (row >= full) row = 0;
    const filling = fillColumns(lines, at, columns, full - row);
    if (filling.next >= filling.lines.length) return row + filling.rows;
    if (filling.next === at && row === 0) at += 1;
    else at = filling.next;
    row = full;
  }
  return row;
}

/**
 * The text on both sides of a figure runs on in the same columns; the figure stands at the top behind the page where it would have been.
 * @returns what of the text is still to come.
 */
function placeAround(press: Press, text: ColumnsZone, figure: AcrossZone, behind: ColumnsZone): ColumnsZone {
  const lines = [...text.lines, ...behind.lines];
  let at = 0;
  while (at < text.lines.length) at = placePart(press, lines, at);
  newPage(press);
  placeAcross(press, figure, undefined);
  return { kind: 'columns', lines: lines.slice(at) };
}

function placeColumns(press: Press, { lines }: ColumnsZone): void {
  let at = 0;
  while (at < lines.length) at = placePart(press, lines, at);
}

/** As many of the lines as the page still holds. */
function placePart(press: Press, lines: readonly ColumnLine[], at: number): number {
  const { geometry } = press;
  if (geometry.lines - press.row < 1) newPage(press);
  const filling = fillColumns(lines, at, geometry.columns, geometry.lines - press.row);
  if (filling.next === at) {
    // Nothing fits in what is left: a fresh page, or on a fresh page the line as it is.
    if (press.row > 0) {
      newPage(press);
      return at;
    }
    drawColumn(press, lines, at, at + 1, 0);
    press.row = geometry.lines;
    return at + 1;
  }
  filling.columns.forEach((part, column) => {
    drawColumn(press, filling.lines, part.from, part.to, column);
  });
  // A tightened rest is shorter than the zone, but it is the end of it.
  const done = filling.next >= filling.lines.length;
  press.row = done ? press.row + filling.rows : geometry.lines;
  return done ? lines.length : filling.next;
}

function drawColumn(press: Press, lines: readonly ColumnLine[], from: number, to: number, column: number): void {
  const { geometry } = press;
  const sheet = sheetOf(press);
  drawColumnFrames(press, lines.slice(from, to), column);
  let row = press.row;
  for (let i = from; i < to; i += 1) {
    const each = lines[i] as ColumnLine;
    const middle = topOf(press, row) + Math.round((each.rows * geometry.pitch) / 2);
    drawLine(
      sheet,
      press.measure.fonts,
      each.line,
      columnLeft(geometry, column),
      middle + Math.round(geometry.size * 0.36),
      'black',
      each.frame === undefined ? originOf(press, each.block, each.part) : { ...originOf(press, each.block), row: 0, column: 0 },
    );
    if (each.line.fault === 'overfull') press.messages.push(lineOverfull(placeIn(press, each.block)));
    row += each.rows;
  }
}
