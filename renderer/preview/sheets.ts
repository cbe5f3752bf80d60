/** Where each page stands in the scrolling view: arithmetic alone, so that only what is near need be mounted. */

export type Arrangement = 'single' | 'spread';

export interface Sheet {
  /** Index of the page, from 0. */
  readonly index: number;
  readonly left: number;
  readonly top: number;
}

export interface Sheets {
  readonly sheets: readonly Sheet[];
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly width: number;
  readonly height: number;
}

export const sheetGap = 24;

/**
 * @param firstFolio folio of the first sheet: 0 for a cover.
 * @param ratio height of a page by its width. In a spread an odd page lies on the right, as in the bound copy.
 */
export function placeSheets(count: number, firstFolio: number, pageWidth: number, ratio: number, arrangement: Arrangement): Sheets {
  const pageHeight = Math.round(pageWidth * ratio);
  const sheets: Sheet[] = [];
  for (let index = 0; index < count; index += 1) {
    const folio = index + firstFolio;
    const row = arrangement === 'single' ? index : Math.floor(folio / 2) - Math.floor(firstFolio / 2);
    const onRight = arrangement === 'spread' && folio % 2 !== 0;
    sheets.push({ index, left: onRight ? pageWidth + 2 : 0, top: sheetGap + row * (pageHeight + sheetGap) });
  }
  const last = sheets.at(-1);
  return {
    sheets,
    pageWidth,
    pageHeight,
    width: arrangement === 'single' ? pageWidth : pageWidth * 2 + 2,
    height: last === undefined ? 0 : last.top + pageHeight + sheetGap,
  };
}

/** Those in view and one screen around it. */
export function sheetsNear({ sheets, pageHeight }: Sheets, scrollTop: number, viewHeight: number): readonly Sheet[] {
  return sheets.filter((sheet) => sheet.top + pageHeight > scrollTop - viewHeight && sheet.top < scrollTop + 2 * viewHeight);
}

/** The page that the reader is on: the first that reaches the upper third of the view. */
export function currentSheet({ sheets, pageHeight }: Sheets, scrollTop: number, viewHeight: number): number {
  return sheets.find((sheet) => sheet.top + pageHeight > scrollTop + viewHeight / 3)?.index ?? Math.max(0, sheets.length - 1);
}
