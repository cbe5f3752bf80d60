/**
 * Printer's marks on the waste around the trimmed page: crop, fold and registration marks and the slug line.
 * All outside the bleed, 0.25 pt, in the colour of all plates (standards b8), so that each plate carries them.
 */

import { createMeasure } from '../../shared/layout/measure.ts';
import type { FontBook } from '../../shared/layout/metrics.ts';
import { number, type Painter, paintItem } from './pdf-paint.ts';
import { grown, millimetres, type PressSheet, type Rectangle, resourceNames } from './press-document.ts';

const LINE = 250;
/** From the trim to the beginning of a crop mark, never inside the bleed and at least 3 mm. */
const markOffset = (bleed: number): number => Math.max(bleed, millimetres(3)) + millimetres(0.5);
const CROP_LENGTH = millimetres(5);
const CENTRE_OFFSET = millimetres(5.5);
const RADIUS = millimetres(1.75);
const ARM = millimetres(2.75);
/** Room for the marks on each side of the bleed. */
const markRoom = millimetres(12);
const SLUG_SIZE = 6000;

const begin = `q /${resourceNames.knockout} gs /${resourceNames.allPlates} CS 1 SCN ${number(LINE)} w`;

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${number(x1)} ${number(y1)} m ${number(x2)} ${number(y2)} l S`;
}

/** Two lines at each corner that meet in it when they are made longer. */
export function cropMarks({ x, y, width, height }: Rectangle, bleed: number): string {
  const from = markOffset(bleed);
  const to = from + CROP_LENGTH;
  const lines = [begin];
  for (const top of [true, false]) {
    const edge = top ? y : y + height;
    const out = top ? -1 : 1;
    for (const left of [x, x + width]) lines.push(line(left, edge + out * from, left, edge + out * to));
    lines.push(line(x - from, edge, x - to, edge), line(x + width + from, edge, x + width + to, edge));
  }
  return [...lines, 'Q'].join('\n');
}

/** Dashed, above and below each fold of a sheet; in the middle where nothing else is said. */
export function foldMarks({ x, y, width, height }: Rectangle, bleed: number, folds: readonly number[] = [width / 2]): string {
  const from = markOffset(bleed);
  const lines = folds.flatMap((fold) => [
    line(x + fold, y - from, x + fold, y - from - CROP_LENGTH),
    line(x + fold, y + height + from, x + fold, y + height + from + CROP_LENGTH),
  ]);
  return [begin, '[1.5 1] 0 d', ...lines, 'Q'].join('\n');
}

/** A circle with a cross at the middle of each side; on sheets at the quarters above and below, the fold mark has the middle. */
export function registrationMarks({ x, y, width, height }: Rectangle, bleed: number, at: readonly number[] = [1 / 2]): string {
  const away = Math.max(bleed, millimetres(3)) + CENTRE_OFFSET;
  const centres = at.flatMap((part) => [
    [x + Math.round(width * part), y - away],
    [x + Math.round(width * part), y + height + away],
  ]);
  const middle = y + Math.round(height / 2);
  const all = [...centres, [x - away, middle], [x + width + away, middle]];
  return [begin, ...all.map(([centreX, centreY]) => target(centreX as number, centreY as number)), 'Q'].join('\n');
}

function target(x: number, y: number): string {
  const k = Math.round(RADIUS * 0.5523);
  const curve = (...values: number[]) => `${values.map(number).join(' ')} c`;
  return [
    `${number(x + RADIUS)} ${number(y)} m`,
    curve(x + RADIUS, y + k, x + k, y + RADIUS, x, y + RADIUS),
    curve(x - k, y + RADIUS, x - RADIUS, y + k, x - RADIUS, y),
    curve(x - RADIUS, y - k, x - k, y - RADIUS, x, y - RADIUS),
    curve(x + k, y - RADIUS, x + RADIUS, y - k, x + RADIUS, y),
    's',
    line(x - ARM, y, x + ARM, y),
    line(x, y - ARM, x, y + ARM),
  ].join('\n');
}

/** What is read at the press to know the plate: below the page, left of the registration mark `room` away. In black alone. */
export function slugLine(painter: Painter, book: FontBook, trim: Rectangle, bleed: number, room: number, text: string): string {
  const measure = createMeasure(book);
  const characters = Array.from(text, (character) => {
    const code = character.codePointAt(0) as number;
    const font = measure.fontFor('hei', code);
    return { character, font: measure.fonts[font]?.id as string, advance: measure.advance(font, code) };
  });
  const ems = characters.reduce((sum, { advance }) => sum + advance, 0) / 1000;
  const begin = trim.x + millimetres(3);
  // A long name of a gazette makes it smaller, not longer.
  const size = Math.min(SLUG_SIZE, Math.floor((trim.x + room - ARM - millimetres(2) - begin) / ems));
  const y = trim.y + trim.height + Math.max(bleed, millimetres(3)) + millimetres(6);
  const content = [`q /${resourceNames.overprint} gs`];
  let x = begin;
  for (const { character, font, advance } of characters) {
    paintItem(painter, { kind: 'text', x, y, font, size, text: character, offsets: [0], colour: 'black' }, content);
    x += Math.round((advance * size) / 1000);
  }
  return [...content, 'Q'].join('\n');
}

/** The sheet of a page or of two side by side: trim with bleed and room for the marks around it. */
export function sheetAround(width: number, height: number, bleed: number, marks: boolean): PressSheet {
  const margin = bleed + (marks ? markRoom : 0);
  const trim: Rectangle = { x: margin, y: margin, width, height };
  return { width: width + 2 * margin, height: height + 2 * margin, trim, bleed: grown(trim, bleed) };
}
