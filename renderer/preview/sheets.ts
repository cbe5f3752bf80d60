/** How the pages lie in the scrolling view: which stand in a row, and how large they are. Arithmetic alone. */

export type Arrangement = 'spread' | 'column' | 'single';
/** Fitting the width or the height of the view, or percent of the printed size. */
export type Zoom = 'width' | 'page' | number;

export interface Slot {
  /** Index of the page, from 0. */
  readonly index: number;
  readonly side: 'left' | 'right' | 'middle';
}
export type Row = readonly Slot[];

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Around the rows, and between the pages of a spread. */
export const rowGap = 24;
export const spreadGap = 2;
/** CSS pixels a point at 100 %. */
const pixelsPerPoint = 96 / 72;
const zoomSteps = [25, 33, 50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const;
const leastZoom = 25;
const mostZoom = 400;
/** Lines that are wider are not read more easily. */
const widestFit = 1100;

/** What the pages of an issue are, as far as their order goes: covers around what is counted from folio 1. */
export interface Bundle {
  readonly count: number;
  readonly hasFrontCover: boolean;
  readonly hasBackCover: boolean;
}

/** A cover before folio 1 has the folio 0. */
export function folioOf({ hasFrontCover }: Bundle, index: number): number {
  return hasFrontCover ? index : index + 1;
}

export function indexOfFolio({ hasFrontCover, count }: Bundle, folio: number): number {
  return Math.min(count - 1, Math.max(0, hasFrontCover ? folio : folio - 1));
}

/**
 * In a spread an odd page lies on the right, as in the bound copy; the covers face nothing, for their insides are not printed.
 * @param current index of the page that is shown where one is shown alone.
 */
export function placeRows(bundle: Bundle, arrangement: Arrangement, current: number): readonly Row[] {
  const { count, hasFrontCover, hasBackCover } = bundle;
  if (arrangement === 'single') return count === 0 ? [] : [[{ index: Math.min(current, count - 1), side: 'middle' }]];
  const rows: Slot[][] = [];
  for (let index = 0; index < count; index += 1) {
    const isFront = hasFrontCover && index === 0;
    const isBack = hasBackCover && index === count - 1;
    const isRight = isFront || (!isBack && folioOf(bundle, index) % 2 !== 0);
    const row = rows.at(-1);
    if (arrangement === 'column') rows.push([{ index, side: 'middle' }]);
    else if (isRight && !isFront && row?.length === 1 && row[0]?.side === 'left') row.push({ index, side: 'right' });
    else rows.push([{ index, side: isRight ? 'right' : 'left' }]);
  }
  return rows;
}

export function rowOfPage(rows: readonly Row[], index: number): number {
  return Math.max(
    0,
    rows.findIndex((row) => row.some((slot) => slot.index === index)),
  );
}

/** Size of a page on the screen in whole pixels, and what that is in percent. */
export function pageSize(
  zoom: Zoom,
  view: Size,
  paper: Size,
  arrangement: Arrangement,
): { readonly width: number; readonly height: number; readonly percent: number } {
  const across = arrangement === 'spread' ? 2 : 1;
  const ratio = paper.height / paper.width;
  const full = (paper.width / 1000) * pixelsPerPoint;
  const inWidth = Math.min((view.width - 2 * rowGap - (across - 1) * spreadGap) / across, widestFit);
  const inHeight = (view.height - 2 * rowGap) / ratio;
  const wanted = zoom === 'width' ? inWidth : zoom === 'page' ? Math.min(inWidth, inHeight) : (full * zoom) / 100;
  const width = Math.max(120, Math.round(wanted));
  return { width, height: Math.round(width * ratio), percent: Math.round((width / full) * 100) };
}

export function stepZoom(percent: number, direction: 1 | -1): number {
  const next = direction > 0 ? zoomSteps.find((step) => step > percent) : zoomSteps.findLast((step) => step < percent);
  return next ?? (direction > 0 ? mostZoom : leastZoom);
}

export function limitZoom(percent: number): number {
  return Math.round(Math.min(mostZoom, Math.max(leastZoom, percent)));
}
