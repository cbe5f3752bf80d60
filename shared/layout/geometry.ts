/** Where the type area (版心), its columns and its lines stand on the page. */
import type { Grid } from '../issue/issue.ts';
import type { HouseStyle } from '../style/style.ts';
import { points } from './units.ts';

export interface Geometry {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly columnWidth: number;
  readonly gutter: number;
  /** Lines of a column. */
  readonly lines: number;
  /** Line pitch (行距). */
  readonly pitch: number;
  /** Size of body text. */
  readonly size: number;
}

/** An issue may override the grid of its house style; the type area stays centred on the page. */
export function geometryOf(style: HouseStyle, override: Grid | null): Geometry {
  const grid = override ?? style.grid;
  const size = points(style.body.size);
  const columnWidth = grid.charactersPerLine * size;
  const gutter = grid.columns > 1 ? Math.round(size * style.gutterEm) : 0;
  const width = grid.columns * columnWidth + (grid.columns - 1) * gutter;
  const pitch = Math.floor(points(style.typeAreaHeight) / grid.linesPerColumn);
  const pageWidth = points(style.page.width);
  return {
    pageWidth,
    pageHeight: points(style.page.height),
    left: Math.floor((pageWidth - width) / 2),
    top: points(style.topMargin),
    width,
    height: pitch * grid.linesPerColumn,
    columns: grid.columns,
    columnWidth,
    gutter,
    lines: grid.linesPerColumn,
    pitch,
    size,
  };
}

export function columnLeft(geometry: Geometry, column: number): number {
  return geometry.left + column * (geometry.columnWidth + geometry.gutter);
}
