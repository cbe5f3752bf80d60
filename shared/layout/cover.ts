/** Front and back cover (封面、封底) from the house style, the issue's masthead and perhaps a picture. */
import type { IssueHead } from '../issue/issue.ts';
import { type Cells, cellsOf } from './cells.ts';
import { imprintFields } from './imprint.ts';
import { breakLines } from './line.ts';
import type { FontMetrics, FontRole } from './metrics.ts';
import type { Colour, Covers, Page } from './page.ts';
import { drawLine, drawRule, newSheet, type Sheet } from './sheet.ts';
import { points } from './units.ts';
import type { FlowContext } from './zone.ts';

/** What is printed to the edge runs over it by 3 mm. */
const BLEED = points(8.504);

/** Nothing but what bleeds stands nearer to the edge. */
const SAFE = points(28.35);

/** Covers that the style asks for; `cover.picture` of the masthead is the hash of a picture in the store, `pictureSize` its sides: 800x600. */
export function layoutCovers(head: IssueHead, context: FlowContext): Covers {
  const { cover } = context.style;
  return { front: cover.front ? frontCover(head, context) : null, back: cover.back ? backCover(head, context) : null };
}

function frontCover(head: IssueHead, context: FlowContext): Page {
  const { geometry, style } = context;
  const sheet = newSheet(0, 'cover', '');
  const { pageWidth, pageHeight } = geometry;
  if (style.cover.band > 0) {
    sheet.items.push(
      band(-BLEED, pageWidth, points(style.cover.band) + BLEED),
      band(pageHeight - points(style.cover.band) / 3, pageWidth, points(style.cover.band) / 3 + BLEED),
    );
  }
  let y = Math.round(pageHeight * 0.17);
  const size = nameSize(head.gazette, context);
  y = centred(sheet, context, head.gazette, 'title', size, y, 'red', Math.round(size * 0.08));
  for (const line of [head.cover.titleEnglish, head.cover.titlePinyin ?? head.cover.coverPinyin]) {
    if (line !== undefined && line !== '') y = centred(sheet, context, line, 'song', points(10), y + points(12));
  }
  y += points(20);
  drawRule(sheet, geometry.left, y, geometry.left + geometry.width, y, 1500, 'red');
  drawRule(sheet, geometry.left, y + 3500, geometry.left + geometry.width, y + 3500, 500, 'red');
  y = centred(sheet, context, `${head.year}年第${head.number}期`, 'hei', points(20), y + points(40));
  const total = head.totalNumber === null ? '' : `总第${head.totalNumber}期`;
  y = centred(
    sheet,
    context,
    [total, head.frequency === '' ? '' : `（${head.frequency}）`].filter((part) => part !== '').join('　'),
    'song',
    points(12),
    y + points(10),
  );
  if (head.cover.picture !== undefined) picture(sheet, context, head.cover, y + points(24));
  let foot = pageHeight - points(120);
  for (const line of sponsors(head)) foot = justified(sheet, context, line, foot);
  if (head.statement !== '') centred(sheet, context, head.statement, 'kai', points(11), foot + points(14));
  return pageOf(sheet, context);
}

function backCover(head: IssueHead, context: FlowContext): Page {
  const { geometry, style } = context;
  const sheet = newSheet(0, 'cover', '');
  const { pageWidth, pageHeight } = geometry;
  if (style.cover.band > 0) sheet.items.push(band(pageHeight - points(style.cover.band), pageWidth, points(style.cover.band) + BLEED));
  let y = Math.round(pageHeight * 0.62);
  for (const slogan of head.slogans) y = centred(sheet, context, slogan, 'kai', points(16), y + points(10));
  y = Math.round(pageHeight * 0.86);
  y = centred(sheet, context, head.gazette, 'title', points(14), y);
  centred(sheet, context, `${head.year}年第${head.number}期`, 'song', points(10), y + points(6));
  return pageOf(sheet, context);
}

function band(y: number, width: number, height: number): Sheet['items'][number] {
  return {
    kind: 'box',
    x: -BLEED,
    y: Math.round(y),
    width: width + 2 * BLEED,
    height: Math.round(height),
    fill: 'red',
    stroke: null,
    strokeWidth: 0,
  };
}

/** As large as the style allows, with the letterspacing of a masthead, within the type area. */
function nameSize(name: string, context: FlowContext): number {
  const most = points(context.style.cover.nameSize);
  return Math.min(most, Math.floor(context.geometry.width / ([...name].length * 1.08)));
}

/** A centred line below `y`, perhaps letterspaced, or several where it is too long; gives the last baseline. */
function centred(
  sheet: Sheet,
  context: FlowContext,
  text: string,
  role: FontRole,
  size: number,
  y: number,
  colour: Colour = 'black',
  tracking = 0,
): number {
  if (text === '') return y;
  const { geometry, measure } = context;
  const cells = cellsOf([{ text, role, size }], measure);
  const baseline = y + size;
  if (tracking > 0) spaced(sheet, measure.fonts, cells, geometry.pageWidth, baseline, tracking, colour);
  else {
    const width = geometry.pageWidth - 2 * SAFE;
    const lines = breakLines(cells, { width, firstIndent: 0, indent: 0, align: 'center' });
    const step = Math.round(size * 1.4);
    lines.forEach((line, index) => {
      drawLine(sheet, measure.fonts, line, SAFE, baseline + index * step, colour);
    });
    return baseline + Math.max(0, lines.length - 1) * step;
  }
  return baseline;
}

function spaced(
  sheet: Sheet,
  fonts: readonly FontMetrics[],
  cells: Cells,
  pageWidth: number,
  y: number,
  tracking: number,
  colour: Colour,
): void {
  const widths = Array.from({ length: cells.count }, (_, i) => cells.advances[i] as number);
  const total = widths.reduce((a, b) => a + b, 0) + tracking * Math.max(0, cells.count - 1);
  let x = Math.round((pageWidth - total) / 2);
  for (let i = 0; i < cells.count; i += 1) {
    const font = (fonts[cells.fonts[i] as number] as FontMetrics).id;
    sheet.items.push({
      kind: 'text',
      x: x - (cells.shifts[i] as number),
      y,
      font,
      size: cells.sizes[i] as number,
      text: String.fromCodePoint(cells.codes[i] as number),
      offsets: [0],
      colour,
    });
    x += (widths[i] as number) + tracking;
  }
}

/** 主管 and 主办: the shorter name is letterspaced to the width of the longer (分散对齐). */
function sponsors(head: IssueHead): readonly { readonly name: string; readonly role: string; readonly longest: number }[] {
  const lines = ['主管', '主办'].flatMap((role) => {
    const field = imprintFields(head).find(({ label }) => label.startsWith(role) || (label.startsWith('承办') && role === '主办'));
    // As the office calls it: 主办单位 is 主办 here, 承办 stays what it is.
    return field === undefined ? [] : [{ name: field.value, role: field.label.startsWith('承办') ? '承办' : role }];
  });
  const longest = Math.max(0, ...lines.map((line) => [...line.name].length));
  return lines.map((line) => ({ ...line, longest }));
}

function justified(
  sheet: Sheet,
  context: FlowContext,
  line: { readonly name: string; readonly role: string; readonly longest: number },
  y: number,
): number {
  const size = points(14);
  const { measure, geometry } = context;
  const count = [...line.name].length;
  const room = line.longest * size;
  const tracking = count > 1 ? Math.round((room - count * size) / (count - 1)) : 0;
  const left = Math.round((geometry.pageWidth - room - 3 * size) / 2);
  const cells = cellsOf([{ text: line.name, role: 'song', size }], measure);
  let x = left;
  for (let i = 0; i < cells.count; i += 1) {
    const font = (measure.fonts[cells.fonts[i] as number] as FontMetrics).id;
    sheet.items.push({
      kind: 'text',
      x,
      y,
      font,
      size,
      text: String.fromCodePoint(cells.codes[i] as number),
      offsets: [0],
      colour: 'black',
    });
    x += (cells.advances[i] as number) + tracking;
  }
  const role = breakLines(cellsOf([{ text: line.role, role: 'song', size }], measure), {
    width: 3 * size,
    firstIndent: 0,
    indent: 0,
    align: 'left',
  })[0];
  if (role !== undefined) drawLine(sheet, measure.fonts, role, left + room + size, y);
  return y + Math.round(size * 1.8);
}

/** As large as the room under the numbers has it, its sides in their own proportion where they are known. */
function picture(sheet: Sheet, { geometry }: FlowContext, cover: IssueHead['cover'], y: number): void {
  const { picture: hash = '', pictureSize = '' } = cover;
  const bottom = geometry.pageHeight - points(170);
  if (bottom <= y || hash === '') return;
  const room = { width: geometry.width, height: bottom - y };
  const [width = 0, height = 0] = pictureSize.split('x').map(Number);
  const scale = width > 0 && height > 0 ? Math.min(room.width / width, room.height / height) : null;
  const size = scale === null ? room : { width: Math.round(width * scale), height: Math.round(height * scale) };
  const x = geometry.left + Math.round((room.width - size.width) / 2);
  sheet.items.push({ kind: 'image', x, y: y + Math.round((room.height - size.height) / 2), ...size, hash });
}

function pageOf(sheet: Sheet, { geometry }: FlowContext): Page {
  return { number: 0, kind: 'cover', section: '', width: geometry.pageWidth, height: geometry.pageHeight, items: sheet.items, links: [] };
}
