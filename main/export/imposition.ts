/** Saddle stitch as a second file: two pages side by side on each side of a sheet, moved towards the spine where sheets are nested. */

import type { Page } from '../../shared/layout/page.ts';
import { creep, type FoldedSheet, saddleStitch } from '../../shared/print/imposition.ts';
import { THICKEST_STITCHED } from '../../shared/print/spine.ts';
import { type Message, message } from '../../shared/result.ts';
import { issueTitle } from './pdf.ts';
import { dateLine, filledUp, type PressInput, type PressResult } from './press.ts';
import { checkPress } from './press-check.ts';
import { inkConverter } from './press-colour.ts';
import { millimetres, newPressDocument, type PressSheet, type Rectangle } from './press-document.ts';
import { cropMarks, foldMarks, registrationMarks, sheetAround, slugLine } from './press-marks.ts';
import { pressPainter } from './press-paint.ts';

/** Where the pages of one side of a sheet stand, in thousandths of a point. */
export interface PlacedSpread {
  readonly sheet: PressSheet;
  readonly left: { readonly x: number; readonly clip: Rectangle };
  readonly right: { readonly x: number; readonly clip: Rectangle };
}

/** Blank pages fill up to a multiple of 4, or of 16 where that is wanted. */
export async function imposeSaddleStitch(input: PressInput): Promise<PressResult> {
  const { head, fonts, images, profile, options } = input;
  const press = newPressDocument(head, options.paper.output, profile);
  const painter = pressPainter(press, fonts, images, inkConverter(profile, options.paper.maximumInk));
  const pages = filledUp(input.laidOut.pages, options.multiple === 16 ? 16 : 4);
  const bleed = millimetres(options.bleed);
  const sheets = saddleStitch(pages.length);
  for (const folded of sheets)
    for (const side of ['front', 'back'] as const) {
      const left = pages[folded[side].left - 1] as Page;
      const right = pages[folded[side].right - 1] as Page;
      const placed = placeSpread(right.width, right.height, bleed, options.marks, creep(folded, millimetres(options.paper.thickness)));
      const { trim } = placed.sheet;
      press.addSheet(placed.sheet);
      const content = [
        painter.page(left, placed.left.x, trim.y, placed.left.clip),
        painter.page(right, placed.right.x, trim.y, placed.right.clip),
      ];
      if (options.marks) {
        const slug = `${issueTitle(head)}　骑马订 ${sheetName(folded, side, sheets.length)}　第${left.number}、${right.number}页　${dateLine(head)}`;
        content.push(cropMarks(trim, bleed), foldMarks(trim, bleed), registrationMarks(trim, bleed, [1 / 4, 3 / 4]));
        content.push(slugLine(painter, fonts.book, trim, bleed, right.width / 2, slug));
      }
      press.fill(content.join('\n'));
    }
  return {
    bytes: await press.finish(),
    messages: [...tooThick(pages.length), ...checkPress(pages, { images, paper: options.paper, damaged: painter.damaged })],
  };
}

/** Nobody stitches a thick block through the fold; the file is made all the same. */
function tooThick(pages: number): readonly Message[] {
  if (pages <= THICKEST_STITCHED) return [];
  const text = `本期 ${pages} 面，超过 ${THICKEST_STITCHED} 面，骑马订会翘口、书口参差；建议改为胶装，并交单页的印刷文件由印刷厂拼版。`;
  return [message('binding-thick', 'warning', text)];
}

function sheetName({ nested }: FoldedSheet, side: 'front' | 'back', count: number): string {
  return `第${nested + 1}/${count}张${side === 'front' ? '正面' : '背面'}`;
}

/** @param shift the creep: both pages move towards the spine and are cut off at it. */
export function placeSpread(width: number, height: number, bleed: number, marks: boolean, shift: number): PlacedSpread {
  const sheet = sheetAround(width * 2, height, bleed, marks);
  const spine = sheet.trim.x + width;
  const half = { y: sheet.bleed.y, width: width + bleed, height: sheet.bleed.height };
  return {
    sheet,
    left: { x: sheet.trim.x + shift, clip: { ...half, x: sheet.bleed.x } },
    right: { x: spine - shift, clip: { ...half, x: spine } },
  };
}
