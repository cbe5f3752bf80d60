/**
 * Tables too wide for the page are set turned, on pages of their own: their tops are at the left edge, which is the binding
 * edge of an odd page and the cut edge of an even one (GB/T 9704-2012, 8).
 */
import { drawFragment, type Fragment, forcedFragment, nextFragment, type TableCursor, tableStart } from './fragments.ts';
import type { Geometry } from './geometry.ts';
import type { FontMetrics } from './metrics.ts';
import type { Item, Origin } from './page.ts';
import { drawLine, newSheet, type Sheet } from './sheet.ts';
import type { AcrossZone, TableText, TableZone } from './zone.ts';

export interface TurnedPlace {
  readonly geometry: Geometry;
  readonly fonts: readonly FontMetrics[];
  readonly originOf: (block: number, part?: Origin['part']) => Origin;
  /** Above the table on its first page. */
  readonly title: AcrossZone | null;
  /** An empty page for the next fragment. */
  readonly nextSheet: () => Sheet;
}

export function placeTurnedTable(zone: TableZone, place: TurnedPlace): void {
  const { table, above, below } = zone;
  const { geometry } = place;
  const full = geometry.width;
  let cursor: TableCursor | null = tableStart;
  for (let isFirst = true; cursor !== null; isFirst = false) {
    const title: number = isFirst && place.title !== null ? place.title.height - place.title.drop : 0;
    const head: number = title + (isFirst && above !== null ? above.height : 0);
    const room: number = full - head;
    let fragment: Fragment = nextFragment(table, cursor, room, room) ?? forcedFragment(table, cursor);
    if (fragment.next === null && below !== null && fragment.height + below.height > room) {
      const shorter = nextFragment(table, cursor, room - below.height, room);
      if (shorter?.next != null) fragment = shorter;
    }
    // As if the page lay on its side, with the origin in the corner of the type area.
    const side = newSheet(0, 'body', '');
    if (isFirst && place.title !== null) drawTitle(side, place, place.title);
    if (isFirst && above !== null) drawText(side, place, above, title);
    drawFragment({ sheet: side, fonts: place.fonts, left: 0, top: head, origin: place.originOf(zone.block) }, table, fragment);
    if (fragment.next === null && below !== null) drawText(side, place, below, head + fragment.height);
    place.nextSheet().items.push(...side.items.map((item) => turn(item, geometry)));
    cursor = fragment.next;
  }
}

/** Its lines were set for the page as it stands: those in the middle move to the middle of the longer side. */
function drawTitle(side: Sheet, { geometry, fonts, originOf }: TurnedPlace, title: AcrossZone): void {
  const middle = (geometry.height - geometry.width) >> 1;
  for (const { line, x, y, colour, centred, part } of title.lines)
    drawLine(side, fonts, line, x + (centred === true ? middle : 0), y - title.drop, colour, originOf(title.block, part));
}

function drawText(sheet: Sheet, place: TurnedPlace, text: TableText, top: number): void {
  for (const { line, y, block } of text.lines) drawLine(sheet, place.fonts, line, 0, top + y, 'black', place.originOf(block));
}

/** A quarter turn against the clock: what ran to the right runs upwards. */
export function turn(item: Item, geometry: Geometry): Item {
  const across = (y: number): number => geometry.left + y;
  const along = (x: number): number => geometry.top + geometry.height - x;
  switch (item.kind) {
    case 'text':
      return { ...item, x: across(item.y), y: along(item.x), turned: true };
    case 'rule':
      return { ...item, x1: across(item.y1), y1: along(item.x1), x2: across(item.y2), y2: along(item.x2) };
    case 'box':
    case 'image':
      return { ...item, x: across(item.y), y: along(item.x) - item.width, width: item.height, height: item.width };
  }
}
