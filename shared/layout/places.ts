/** Where on a page a text stands: the area of characters, the text at a point, the areas of a block. Thousandths of a point. */
import type { Origin, Page, PlacedDocument, TextItem } from './page.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How far from any text a click may fall and still mean it. */
const REACH = 24_000;
/** Of the em above and below the baseline. */
const ABOVE = 0.88;
const BELOW = 0.14;

/** The area of the characters `from` to `to` (code points, half-open) of an item. */
export function characterArea(item: TextItem, from: number, to: number): Area {
  const { x, y, size } = item;
  const start = item.offsets[from] ?? 0;
  const end = Math.max(start, item.offsets[to] ?? endOf(item));
  const thickness = Math.round(size * (ABOVE + BELOW));
  if (item.turned === true) return { x: x - Math.round(size * ABOVE), y: y - end, width: thickness, height: end - start };
  return { x: x + start, y: y - Math.round(size * ABOVE), width: end - start, height: thickness };
}

/** The layout keeps where characters begin; the last one is as wide as its kind usually is. */
function endOf({ text, offsets, size }: TextItem): number {
  const last = [...text].at(-1) ?? '';
  return (offsets.at(-1) ?? 0) + Math.round(/[\u0020-\u024f]/.test(last) ? size / 2 : size);
}

export function itemArea(item: TextItem): Area {
  return characterArea(item, 0, item.offsets.length);
}

/** What stands at a point of the page, or so near to it that it must be meant; null for furniture and empty paper. */
export function originAt(page: Page, x: number, y: number): Origin | null {
  let nearest: Origin | null = null;
  let least = REACH;
  for (const item of page.items) {
    if (item.kind === 'rule' || item.origin === undefined) continue;
    const away = distance(item.kind === 'text' ? itemArea(item) : item, x, y);
    if (away >= least) continue;
    nearest = item.origin;
    least = away;
  }
  return nearest;
}

function distance({ x, y, width, height }: Area, px: number, py: number): number {
  const across = Math.max(x - px, 0, px - x - width);
  const down = Math.max(y - py, 0, py - y - height);
  return Math.max(across, down);
}

/** The areas that a block covers on the page: one for its part of each column, one for all of a table, for the head one for each of its parts. */
export function blockAreas(page: Page, entry: number, block: number): readonly Area[] {
  const areas: Area[] = [];
  let part: Origin['part'];
  for (const item of page.items) {
    if (item.kind === 'rule' || item.origin?.entry !== entry || item.origin.block !== block || item.origin.part === 'contents') continue;
    const area = item.kind === 'text' ? itemArea(item) : { x: item.x, y: item.y, width: item.width, height: item.height };
    const last = areas.at(-1);
    // Text that goes up again stands in the next column; the cells of a table all belong together, a title and the addressees do not.
    const isUp = last !== undefined && (area.y < last.y || area.x >= last.x + last.width + 12_000);
    const isNext = item.origin.row === undefined && (isUp || item.origin.part !== part);
    part = item.origin.part;
    if (last === undefined || isNext) areas.push(area);
    else areas[areas.length - 1] = around(last, area);
  }
  return areas;
}

/** The area of a row of a table on the page; none where it does not stand on it. */
export function rowArea(page: Page, entry: number, block: number, row: number): readonly Area[] {
  let area: Area | undefined;
  for (const item of page.items) {
    if (item.kind !== 'text' || item.origin?.entry !== entry || item.origin.block !== block || item.origin.row !== row) continue;
    area = area === undefined ? itemArea(item) : around(area, itemArea(item));
  }
  return area === undefined ? [] : [area];
}

export function around(one: Area, other: Area): Area {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  };
}

/**
 * For each document the lowest block on each of its pages, from its first page to its last: enough to find the page of a block
 * without reading all of them.
 * @param pages those that are counted, without covers.
 */
export function firstBlocks(pages: readonly Page[], documents: readonly PlacedDocument[]): readonly (readonly number[])[] {
  const lowest = pages.map((page) => {
    const found = new Map<number, number>();
    for (const item of page.items) {
      if (item.kind === 'rule' || item.origin === undefined || item.origin.part === 'contents') continue;
      const { entry, block } = item.origin;
      const known = found.get(entry);
      if (known === undefined || block < known) found.set(entry, block);
    }
    return found;
  });
  return documents.map(({ entry, firstPage, lastPage }) => {
    const list: number[] = [];
    // Folios count from 1 for the first page.
    for (let folio = firstPage; folio >= 1 && folio <= lastPage; folio += 1) {
      list.push(lowest[folio - 1]?.get(entry) ?? list.at(-1) ?? -1);
    }
    return list;
  });
}

/** The folios on which a block may stand, by what `firstBlocks` says of its document; where it begins comes first. */
export function foliosOfBlock(firstPage: number, first: readonly number[], block: number): readonly number[] {
  const found: number[] = [];
  first.forEach((lowest, index) => {
    const next = first[index + 1];
    if (lowest <= block && (next === undefined || next >= block)) found.push(firstPage + index);
  });
  return found;
}
