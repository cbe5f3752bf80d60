/**
 * Pages → PDF. One total switch over the four items; nothing here can break a line or a page.
 * Glyph runs are written raw, one text object a page, which takes half the time of pdfkit's own text calls.
 */
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { type LaidOutIssue, type Page, type PageLink, pagesInOrder } from '../../shared/layout/page.ts';
import { type Painter, type PdfFonts, paintImage, paintItem, prepareFonts } from './pdf-paint.ts';
import { compressor, compressPage } from './pdf-streams.ts';

export interface PdfInput {
  readonly head: IssueHead;
  readonly laidOut: LaidOutIssue;
  readonly fonts: PdfFonts;
  readonly images: (hash: string) => Uint8Array | null;
  /** Called after each page. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

export async function writePdf(input: PdfInput): Promise<Uint8Array> {
  const document = newDocument(input.head, { bufferPages: true });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const painter: Painter = { document, fonts: new Map(), fontFiles: input.fonts, images: input.images };
  const identity = createHash('md5');
  const pages = pagesInOrder(input.laidOut);
  const streams = compressor();
  const prepared = prepareFonts(painter, pages, streams);
  for (const [index, page] of pages.entries()) {
    paintPage(painter, page, input.laidOut);
    identity.update(compressPage(document.page));
    // A font that is done makes room for the next.
    if (index % TURN === 0) await turn();
    input.progress?.(index + 1, pages.length);
  }
  addPageLabels(document, pages);
  streams.hurry();
  await prepared;
  // The file's id comes from its contents, not from the clock: the same issue gives the same bytes.
  (document as unknown as { _id: Buffer })._id = identity.digest();
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

/** Pages between two looks at what else has happened. */
const TURN = 4;

/** The date in the file is the day of publication; an issue without one gets the first day of its year. */
export function dateOf(head: IssueHead): Date {
  return new Date(`${head.publishedOn ?? `${head.year}-01-01`}T00:00:00Z`);
}

export function issueTitle(head: IssueHead): string {
  return `${head.gazette}${head.year}年第${head.number}期`;
}

export function newDocument(head: IssueHead, options: PDFKit.PDFDocumentOptions = {}): PDFKit.PDFDocument {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    font: null as unknown as string,
    info: {
      Title: issueTitle(head),
      Author: head.gazette,
      Creator: '公报编辑台',
      Producer: '公报编辑台',
      CreationDate: dateOf(head),
      ModDate: dateOf(head),
    },
    ...options,
  });
  const { Names } = (document as unknown as { _root: { data: { Names: { data: { Dests: object } } } } })._root.data;
  // By their bytes, as the format wants names sorted; pdfkit compares as a language does, and loads what it takes for it.
  Object.assign(Names.data.Dests, { _compareKeys: (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0) });
  return document;
}

function paintPage(painter: Painter, page: Page, laidOut: LaidOutIssue): void {
  const { document } = painter;
  document.addPage({ size: [page.width / 1000, page.height / 1000], margin: 0 });
  if (page.kind !== 'cover') document.addNamedDestination(destination(page.number), 'XYZ', 0, 0, null as unknown as number);
  addOutline(document, page, laidOut);
  const content: string[] = [];
  for (const item of page.items) paintItem(painter, item, content);
  const stream = Buffer.from(content.join('\n'), 'latin1');
  if (stream.length > 0) addBytes(document, stream);
  for (const item of page.items) if (item.kind === 'image') paintImage(painter, item);
  for (const link of page.links) addLink(document, link);
}

/** Adds content as bytes, with the line's end that pdfkit puts behind a text: it would turn a text into bytes character by character. */
function addBytes(document: PDFKit.PDFDocument, bytes: Uint8Array): void {
  for (const part of [bytes, LINE_END]) document.addContent(part);
}
const LINE_END = Buffer.from('\n');

export function destination(folio: number): string {
  return `page-${folio}`;
}

function addLink(document: PDFKit.PDFDocument, link: PageLink): void {
  document.goTo(link.x / 1000, link.y / 1000, link.width / 1000, link.height / 1000, destination(link.targetPage));
}

/** Bookmarks: a section, and below it its documents, as they come on the pages. */
export function addOutline(document: PDFKit.PDFDocument, page: Page, { contents, documents }: LaidOutIssue): void {
  if (page.number === 1 && page.kind === 'contents') document.outline.addItem('目录');
  const root = document.outline as PDFKit.PDFOutline & { children: PDFKit.PDFOutline[]; section?: string };
  for (const placed of documents) {
    if (placed.firstPage !== page.number || page.kind !== 'body') continue;
    const line = contents[placed.entry];
    if (line === undefined) continue;
    if (root.section !== line.section) {
      root.addItem(line.section, { expanded: true });
      root.section = line.section;
    }
    root.children[root.children.length - 1]?.addItem(line.title);
  }
}

/** Page labels equal to the printed folios: a new range wherever the count does not simply go on. */
export function addPageLabels(document: PDFKit.PDFDocument, pages: readonly Page[]): void {
  const ranges: unknown[] = [];
  pages.forEach((page, index) => {
    const before = pages[index - 1];
    if (page.kind === 'cover') ranges.push(index, { P: new String(index === 0 ? '封面' : '封底') });
    else if (before === undefined || before.kind === 'cover' || page.number !== before.number + 1)
      ranges.push(index, { S: 'D', St: page.number });
  });
  (document as unknown as { _root: { data: Record<string, unknown> } })._root.data.PageLabels = { Nums: ranges };
}
