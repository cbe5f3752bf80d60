/** Puts a table on the pages, with what stands above and below it. */
import { drawFragment, type Fragment, forcedFragment, nextFragment, type TableCursor, tableStart } from './fragments.ts';
import { newPage, originOf, type Press, placeIn, sheetOf, topOf } from './press.ts';
import { columnsTooNarrow, rowTooTall } from './remarks.ts';
import { drawLine } from './sheet.ts';
import { fittedRows, heightOfForm, isOneSheet } from './table-forms.ts';
import { placeTurnedTable } from './turned.ts';
import type { AcrossZone, TableText, TableZone } from './zone.ts';

/** What stands higher on a page may be the title of a form, which is not left alone. */
const TITLE_LINES = 9;

/**
 * From the current row on, over as many pages as it takes.
 * @param title what stands above a table that is set turned.
 */
export function placeTable(press: Press, zone: TableZone, title: AcrossZone | null): void {
  if (zone.turned) {
    placeTurned(press, zone, title);
    return;
  }
  const { geometry } = press;
  const { above, below } = zone;
  let table = zone.table;
  let cursor: TableCursor | null = tableStart;
  let isFirst = true;
  // Half a line of air above and below, so that rules do not touch the text.
  const air = Math.round(geometry.pitch * 0.3);
  while (cursor !== null) {
    const fresh = press.row === 0;
    const head: number = isFirst && above !== null ? above.height : 0;
    let top: number = topOf(press, press.row) + (fresh ? 0 : air) + head;
    const room: number = geometry.top + geometry.height - top;
    if (isFirst && table.ample !== null) {
      const foot = below?.height ?? 0;
      if (press.row > TITLE_LINES && heightOfForm(zone.table) > room - foot && isOneSheet(zone.table, head + foot, geometry)) {
        newPage(press);
        continue;
      }
      table = { ...zone.table, heights: fittedRows(zone.table, room - foot) };
    }
    let fragment: Fragment | null = nextFragment(table, cursor, room, geometry.height - head);
    // Notes stand with the last row: where they have no room, that row goes over with them.
    if (fragment?.next === null && below !== null && fragment.height + below.height > room) {
      const shorter = nextFragment(table, cursor, room - below.height, geometry.height - head);
      if (shorter !== null && shorter.next !== null) fragment = shorter;
      else if (!fresh) fragment = null;
    }
    if (fragment === null && !fresh) {
      newPage(press);
      continue;
    }
    const sheet = sheetOf(press);
    if (fragment === null) {
      fragment = forcedFragment(table, cursor);
      press.messages.push(rowTooTall(placeIn(press, zone.block)));
    }
    if (isFirst && !fresh && fragment.next === null) top += spareAbove(press, 2 * air + head + fragment.height + (below?.height ?? 0));
    if (isFirst) sayNarrow(press, zone);
    if (isFirst && above !== null) drawTableText(press, above, top - head);
    const place = { sheet, fonts: press.measure.fonts, left: geometry.left, top, origin: originOf(press, zone.block) };
    drawFragment(place, table, fragment);
    isFirst = false;
    cursor = fragment.next;
    if (cursor !== null) {
      newPage(press);
      continue;
    }
    let bottom: number = top + fragment.height;
    if (below !== null) {
      if (bottom + below.height > geometry.top + geometry.height) {
        newPage(press);
        bottom = geometry.top;
      }
      drawTableText(press, below, bottom);
      bottom += below.height;
    }
    press.row = Math.min(geometry.lines, Math.ceil((bottom + air - geometry.top) / geometry.pitch));
  }
}

/** What a table or a frame between lines of text does not need of its last row is shared out above and below it. */
function spareAbove({ geometry, row }: Press, taken: number): number {
  const rows = Math.ceil(taken / geometry.pitch);
  return row + rows > geometry.lines ? 0 : (rows * geometry.pitch - taken) >> 1;
}

/** On pages of its own; what follows begins a new one. */
function placeTurned(press: Press, zone: TableZone, title: AcrossZone | null): void {
  const { geometry } = press;
  placeTurnedTable(zone, {
    geometry,
    title,
    fonts: press.measure.fonts,
    originOf: (block, part) => originOf(press, block, part),
    nextSheet: () => {
      if (press.row > 0) newPage(press);
      press.row = geometry.lines;
      return sheetOf(press);
    },
  });
  sayNarrow(press, zone);
}

function sayNarrow(press: Press, { table, block }: TableZone): void {
  if (table.fault === 'narrow') press.messages.push(columnsTooNarrow(placeIn(press, block)));
}

function drawTableText(press: Press, text: TableText, top: number): void {
  for (const { line, y, block } of text.lines)
    drawLine(sheetOf(press), press.measure.fonts, line, press.geometry.left, top + y, 'black', originOf(press, block));
}
