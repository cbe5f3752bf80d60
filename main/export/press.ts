/** Pages → PDF/X-4 for the press: one trimmed page a sheet, with bleed, marks and slug line (shared design "print", standards b8). */
import type { IssueHead } from '../../shared/issue/issue.ts';
import type { FontBook } from '../../shared/layout/metrics.ts';
import type { LaidOutIssue, Page } from '../../shared/layout/page.ts';
import { fullSignature, type PageMultiple } from '../../shared/print/page-count.ts';
import { type Paper, papers, usualPaper } from '../../shared/print/papers.ts';
import type { Message } from '../../shared/result.ts';
import { addPageLabels, issueTitle } from './pdf.ts';
import type { PdfFonts } from './pdf-paint.ts';
import { checkPress, coverNames } from './press-check.ts';
import { inkConverter } from './press-colour.ts';
import { millimetres, newPressDocument } from './press-document.ts';
import { cropMarks, registrationMarks, sheetAround, slugLine } from './press-marks.ts';
import { pressPainter } from './press-paint.ts';

export interface PressOptions {
  /** Blank pages are added at the end up to a multiple of it. */
  readonly multiple: PageMultiple;
  /** Millimetres. */
  readonly bleed: number;
  readonly marks: boolean;
  /** What the block is printed on. */
  readonly paper: Paper;
}
export const usualPress: PressOptions = { multiple: 1, bleed: 3, marks: true, paper: papers[usualPaper] };

export interface PressInput {
  readonly head: IssueHead;
  readonly laidOut: LaidOutIssue;
  readonly fonts: PdfFonts & { readonly book: FontBook };
  readonly images: (hash: string) => Uint8Array | null;
  /** ICC profile of the press, class `prtr`, CMYK. */
  readonly profile: Uint8Array;
  readonly options: PressOptions;
}

/** The cover is a job of its own, on its own paper; the block is everything between. */
export type PressPart = 'block' | 'cover';

export interface PressResult {
  readonly bytes: Uint8Array;
  readonly messages: readonly Message[];
}

export async function writePress(input: PressInput, part: PressPart = 'block'): Promise<PressResult> {
  const { head, fonts, images, profile, options } = input;
  const press = newPressDocument(head, options.paper.output, profile);
  const painter = pressPainter(press, fonts, images, inkConverter(profile, options.paper.maximumInk));
  const bleed = millimetres(options.bleed);
  const pages = part === 'cover' ? coverPages(input.laidOut) : filledUp(input.laidOut.pages, options.multiple);
  for (const [index, page] of pages.entries()) {
    const sheet = sheetAround(page.width, page.height, bleed, options.marks);
    press.addSheet(sheet);
    const content = [painter.page(page, sheet.trim.x, sheet.trim.y, sheet.bleed)];
    if (options.marks) {
      const slug = `${issueTitle(head)}　${part === 'cover' ? coverNames[index] : `第${page.number}页`}${page.kind === 'blank' ? '（空白）' : ''}　${index + 1}/${pages.length}　${dateLine(head)}　${sizeLine(page, options)}`;
      content.push(
        cropMarks(sheet.trim, bleed),
        registrationMarks(sheet.trim, bleed),
        slugLine(painter, fonts.book, sheet.trim, bleed, page.width / 2, slug),
      );
    }
    press.fill(content.join('\n'));
  }
  if (part === 'block') addPageLabels(press.document, pages);
  return { bytes: await press.finish(), messages: checkPress(pages, { images, paper: options.paper, damaged: painter.damaged }) };
}

/** The four sides of the cover; the inner ones are empty, and so is an outer one that nothing is known of. None without a cover. */
export function coverPages({ covers, pages }: LaidOutIssue): readonly Page[] {
  const model = covers.front ?? covers.back ?? pages[0];
  if (model === undefined || (covers.front === null && covers.back === null)) return [];
  const blank: Page = { ...model, kind: 'blank', section: '', items: [], links: [] };
  return [covers.front ?? blank, blank, blank, covers.back ?? blank];
}

/** The day of publication, never the clock's. */
export function dateLine(head: IssueHead): string {
  return head.publishedOn ?? `${head.year}年`;
}

function sizeLine({ width, height }: Pick<Page, 'width' | 'height'>, { bleed }: PressOptions): string {
  const whole = (value: number) => Math.round((value * 25.4) / 72_000);
  return `成品${whole(width)}×${whole(height)} mm　出血${bleed} mm`;
}

/** Blank pages at the end, their folios going on. They are printed without anything but marks. */
export function filledUp(pages: readonly Page[], multiple: PageMultiple): readonly Page[] {
  const last = pages.at(-1);
  if (last === undefined) return pages;
  const { missing } = fullSignature(pages.length, multiple);
  const blank = (_: unknown, i: number): Page => ({
    ...last,
    number: last.number + i + 1,
    kind: 'blank',
    section: '',
    items: [],
    links: [],
  });
  return [...pages, ...Array.from({ length: missing }, blank)];
}
