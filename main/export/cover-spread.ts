/** The cover as it is printed and folded around the block: back, spine and front side by side on one sheet, the inner sides on a second. */
import type { LaidOutIssue, Page } from '../../shared/layout/page.ts';
import { bindingOf } from '../../shared/print/spine.ts';
import { spinePage } from '../../shared/print/spine-page.ts';
import { issueTitle } from './pdf.ts';
import { coverPages, dateLine, type PressInput, type PressResult } from './press.ts';
import { checkPress } from './press-check.ts';
import { inkConverter } from './press-colour.ts';
import { millimetres, newPressDocument } from './press-document.ts';
import { cropMarks, foldMarks, registrationMarks, sheetAround, slugLine } from './press-marks.ts';
import { pressPainter } from './press-paint.ts';

/** Outside and inside, each from left to right; a stitched issue has no spine. Empty without a cover. */
export function coverSpread(input: Pick<PressInput, 'head' | 'laidOut' | 'fonts' | 'options'>): readonly (readonly Page[])[] {
  const [front, second, third, back] = coverPages(input.laidOut);
  if (front === undefined || second === undefined || third === undefined || back === undefined) return [];
  const binding = bindingFor(input.laidOut, input.options);
  if (binding.kind === 'saddleStitch')
    return [
      [back, front],
      [second, third],
    ];
  const width = millimetres(binding.spine);
  const spine = spinePage({ head: input.head, front, width, isLettered: binding.hasSpineText, book: input.fonts.book });
  return [
    [back, spine, front],
    [second, { ...spine, kind: 'blank', items: [] }, third],
  ];
}

function bindingFor({ pages }: LaidOutIssue, { multiple, paper }: PressInput['options']) {
  return bindingOf(pages.length, multiple, paper.thickness);
}

export async function writeCoverSpread(input: PressInput): Promise<PressResult> {
  const { head, laidOut, fonts, images, profile, options } = input;
  const press = newPressDocument(head, options.paper.output, profile);
  const painter = pressPainter(press, fonts, images, inkConverter(profile, options.paper.maximumInk));
  const bleed = millimetres(options.bleed);
  const sides = coverSpread(input);
  const { spine, kind } = bindingFor(laidOut, options);
  const spineWords = kind === 'perfect' ? `书脊${spine} mm（按${options.paper.name}，付印前请按实际用纸核对）` : '骑马订，无书脊';
  for (const [index, pages] of sides.entries()) {
    const width = pages.reduce((sum, page) => sum + page.width, 0);
    const sheet = sheetAround(width, pages[0]?.height ?? 0, bleed, options.marks);
    press.addSheet(sheet);
    const content: string[] = [];
    const folds: number[] = [];
    let x = sheet.trim.x;
    for (const [place, page] of pages.entries()) {
      // Only the outer edges bleed; at a fold the neighbour begins.
      const left = place === 0 ? bleed : 0;
      const right = place === pages.length - 1 ? bleed : 0;
      const clip = { x: x - left, y: sheet.bleed.y, width: page.width + left + right, height: sheet.bleed.height };
      content.push(painter.page(page, x, sheet.trim.y, clip));
      x += page.width;
      if (right === 0) folds.push(x - sheet.trim.x);
    }
    if (options.marks) {
      const slug = `${issueTitle(head)}　封面展开 ${index === 0 ? '外面' : '里面'}　${dateLine(head)}　${spineWords}`;
      content.push(cropMarks(sheet.trim, bleed), foldMarks(sheet.trim, bleed, folds));
      content.push(registrationMarks(sheet.trim, bleed, [1 / 4, 3 / 4]));
      content.push(slugLine(painter, fonts.book, sheet.trim, bleed, Math.round(width / 4), slug));
    }
    press.fill(content.join('\n'));
  }
  return {
    bytes: await press.finish(),
    messages: checkPress(coverPages(laidOut), { images, paper: options.paper, damaged: painter.damaged }),
  };
}
