/** The measures of the page in twips (1/20 pt), the unit of WordprocessingML, from the house style and the grid of the issue. */
import type { Grid } from '../../shared/issue/issue.ts';
import type { HouseStyle } from '../../shared/style/style.ts';

export interface WordMeasure {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** From the edge of the page to the running head and to the folio at the foot. */
  readonly header: number;
  readonly footer: number;
  /** Width of the type area (版心宽). */
  readonly textWidth: number;
  readonly textHeight: number;
  readonly columns: number;
  readonly columnSpace: number;
  /** Distance of two lines of the body; every head takes a whole number of them. */
  readonly pitch: number;
  /** One full-width character of the body. */
  readonly em: number;
}

/** Width of a column, in twips. */
export function columnWidth({ textWidth, columns, columnSpace }: WordMeasure): number {
  return Math.floor((textWidth - columnSpace * (columns - 1)) / columns);
}

export function twips(points: number): number {
  return Math.round(points * 20);
}

/** Line height in twips of a line of text that stands by itself: an exact height, so that a substituted font cannot change it. */
export function singleLine(size: number): number {
  return twips(size * 1.3);
}

/**
 * The type area is centred between the sides and as high as the house style says; lines and characters come from the grid
 * (GB/T 9704-2012, 5.2.3 leaves both to the case at hand).
 */
export function measurePage(style: HouseStyle, grid: Grid): WordMeasure {
  const pageWidth = twips(style.page.width);
  const pageHeight = twips(style.page.height);
  const em = twips(style.body.size);
  const columnSpace = grid.columns > 1 ? twips(style.gutterEm * style.body.size) : 0;
  const textWidth = grid.columns * grid.charactersPerLine * em + (grid.columns - 1) * columnSpace;
  const textHeight = twips(style.typeAreaHeight);
  const pitch = Math.round(textHeight / grid.linesPerColumn);
  const left = Math.max(0, Math.floor((pageWidth - textWidth) / 2));
  const top = twips(style.topMargin);
  // Half a line of slack: the pitch is rounded to a twip, and the end of a balanced text needs a line of one point.
  const bottom = Math.max(0, pageHeight - top - textHeight - Math.floor(pitch / 2));
  const headLine = singleLine(style.runningHead.style.size);
  const folioLine = singleLine(style.folio.style.size);
  return {
    pageWidth,
    pageHeight,
    top,
    bottom,
    left,
    right: Math.max(0, pageWidth - textWidth - left),
    // Word sets the baseline of a line of exact height four fifths down.
    header: Math.max(0, top - twips(style.runningHead.distance) - Math.round(headLine * 0.8)),
    footer: Math.max(0, pageHeight - top - textHeight - twips(style.folio.distance) - Math.round(folioLine * 0.2)),
    textWidth,
    textHeight,
    columns: grid.columns,
    columnSpace,
    pitch,
    em,
  };
}
