/** Writes an issue as a Word file (.docx): composed issue, house style and the page numbers of the layout; Word reflows the rest. */
import { Document, type ISectionOptions, Packer, SectionType } from 'docx';
import type { ComposedIssue } from '../../shared/issue/compose.ts';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { createMeasure } from '../../shared/layout/measure.ts';
import type { FontBook } from '../../shared/layout/metrics.ts';
import type { LaidOutIssue } from '../../shared/layout/page.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { writeContents } from './word-contents.ts';
import type { ImageSource } from './word-figure.ts';
import { fontTableXml } from './word-fonts.ts';
import { writeHeads } from './word-heads.ts';
import { measurePage } from './word-measure.ts';
import { finishPackage } from './word-package.ts';
import { bodySections, documentZones, sectionProperties, type ZoneRun } from './word-sections.ts';
import { stylesXml } from './word-stylesheet.ts';

export interface WordInput {
  readonly composed: ComposedIssue<unknown>;
  readonly style: HouseStyle;
  readonly laidOut: LaidOutIssue;
  /** The layout's: columns of tables are measured with them. */
  readonly fonts: FontBook;
  readonly images: ImageSource;
}

/** Time of writing is the day of publication; before one is set, the first day of the year, so that the bytes depend on the issue alone. */
function dateOf(head: IssueHead): string {
  if (head.publishedOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(head.publishedOn)) return head.publishedOn;
  return `${String(head.year).padStart(4, '0')}-01-01`;
}

/** Folio of the first page of the body; the contents before it begin with 1. */
function firstFolio({ composed, laidOut }: WordInput): number {
  const placed = laidOut.documents.find((document) => document.entry === 0) ?? laidOut.documents[0];
  return placed?.firstPage ?? laidOut.pages.find((page) => page.kind === 'body')?.number ?? composed.head.firstPage;
}

/** @returns the bytes of the file; the same input gives the same bytes. */
export async function writeWord(input: WordInput): Promise<Uint8Array> {
  const { composed, style, laidOut, images } = input;
  const { head } = composed;
  const measure = measurePage(style, head.grid ?? style.grid);
  const contents: ISectionOptions = {
    ...writeHeads(null, style, measure),
    properties: sectionProperties(measure, true, SectionType.NEXT_PAGE, 1),
    children: writeContents(composed, laidOut, style, measure),
  };
  const text = createMeasure(input.fonts);
  const runs: ZoneRun[] = [];
  composed.entries.forEach((entry, index) => {
    runs.push({
      zones: documentZones(entry, index, runs.at(-1)?.zones.at(-1), { style, measure, text, images }),
      heads: entry.opensSection || index === 0 ? writeHeads(entry.entry.section, style, measure) : null,
    });
  });
  const document = new Document({
    sections: [contents, ...bodySections(runs, measure, firstFolio(input))],
  });
  return finishPackage(new Uint8Array(await Packer.toArrayBuffer(document)), {
    styles: stylesXml(style, measure),
    fontTable: fontTableXml(),
    title: `${head.gazette}${head.year}年第${head.number}期`,
    creator: head.gazette,
    date: dateOf(head),
  });
}
