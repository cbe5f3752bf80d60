/**
 * Pages → PDF. One total switch over the four items; nothing here can break a line or a page.
 * Glyph runs are written raw, one text object a page, which takes half the time of pdfkit's own text calls.
 */
import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { IssueHead } from '../../shared/issue/issue.ts';
import type { Colour, Item, LaidOutIssue, Page, PageLink } from '../../shared/layout/page.ts';
import { type FontWriter, fontWriter } from './pdf-fonts.ts';

export interface PdfFonts {
  /** Path of the TTF of a font id. */
  file(id: string): string;
}
export interface PdfInput {
  readonly head: IssueHead;
  readonly laidOut: LaidOutIssue;
  readonly fonts: PdfFonts;
  readonly images: (hash: string) => Uint8Array | null;
  /** Called after each page. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Text and rules are printed in black alone (K100), red is 0/80/80/0 (GB/T 9704 5.2.3 and 6). */
const COLOURS: Readonly<Record<Colour, string>> = {
  black: '0 0 0 1',
  red: '0 0.8 0.8 0',
  grey: '0 0 0 0.55',
  white: '0 0 0 0',
  tint: '0 0 0 0.08',
};

interface Painter {
  readonly document: PDFKit.PDFDocument;
  readonly fonts: Map<string, FontWriter>;
  readonly input: PdfInput;
}

export async function writePdf(input: PdfInput): Promise<Uint8Array> {
  const document = newDocument(input.head);
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const painter: Painter = { document, fonts: new Map(), input };
  const identity = createHash('md5');
  const { pages } = input.laidOut;
  for (const [index, page] of pages.entries()) {
    identity.update(paintPage(painter, page));
    input.progress?.(index + 1, pages.length);
  }
  addPageLabels(document, pages);
  // The file's id comes from its contents, not from the clock: the same issue gives the same bytes.
  (document as unknown as { _id: Buffer })._id = identity.digest();
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

/** The date in the file is the day of publication; an issue without one gets the first day of its year. */
function dateOf(head: IssueHead): Date {
  return new Date(`${head.publishedOn ?? `${head.year}-01-01`}T00:00:00Z`);
}

export function issueTitle(head: IssueHead): string {
  return `${head.gazette}${head.year}年第${head.number}期`;
}

function newDocument(head: IssueHead): PDFKit.PDFDocument {
  return new PDFDocument({
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
  });
}

function paintPage(painter: Painter, page: Page): string {
  const { document } = painter;
  document.addPage({ size: [page.width / 1000, page.height / 1000], margin: 0 });
  document.addNamedDestination(destination(page.number), 'XYZ', 0, 0, null as unknown as number);
  addOutline(painter, page);
  const content: string[] = [];
  for (const item of page.items) paintItem(painter, item, content);
  const stream = content.join('\n');
  if (stream !== '') document.addContent(stream);
  for (const item of page.items) if (item.kind === 'image') paintImage(painter, item);
  for (const link of page.links) addLink(document, link);
  return stream;
}

function paintItem(painter: Painter, item: Item, content: string[]): void {
  switch (item.kind) {
    case 'text': {
      const writer = fontOf(painter, item.font);
      painter.document.page.fonts[writer.id] = writer.reference;
      content.push(
        `BT ${COLOURS[item.colour]} k /${writer.id} ${number(item.size)} Tf 1 0 0 -1 ${number(item.x)} ${number(item.y)} Tm ${writer.run(item.text, item.offsets, item.size)} ET`,
      );
      break;
    }
    case 'rule':
      content.push(
        `${COLOURS[item.colour]} K ${number(item.width)} w ${number(item.x1)} ${number(item.y1)} m ${number(item.x2)} ${number(item.y2)} l S`,
      );
      break;
    case 'box': {
      const path = `${number(item.x)} ${number(item.y)} ${number(item.width)} ${number(item.height)} re`;
      if (item.fill !== null) content.push(`${COLOURS[item.fill]} k ${path} f`);
      if (item.stroke !== null) content.push(`${COLOURS[item.stroke]} K ${number(item.strokeWidth)} w ${path} S`);
      break;
    }
    case 'image':
      break;
    default:
      item satisfies never;
  }
}

/** A picture that the store does not have leaves a visible frame. */
function paintImage({ document, input }: Painter, item: Extract<Item, { kind: 'image' }>): void {
  const bytes = input.images(item.hash);
  const [x, y, width, height] = [item.x / 1000, item.y / 1000, item.width / 1000, item.height / 1000];
  if (bytes !== null) {
    try {
      document.image(Buffer.from(bytes), x, y, { width, height });
      return;
    } catch {
      // A damaged picture: the frame below says where it should have been.
    }
  }
  document.rect(x, y, width, height).lineWidth(0.5).stroke([0, 0, 0, 100]);
}

function fontOf(painter: Painter, id: string): FontWriter {
  const known = painter.fonts.get(id);
  if (known !== undefined) return known;
  const writer = fontWriter(painter.document, painter.input.fonts.file(id));
  painter.fonts.set(id, writer);
  return writer;
}

/** Thousandths of a point as a PDF number. */
function number(value: number): string {
  return String(value / 1000);
}

function destination(folio: number): string {
  return `page-${folio}`;
}

function addLink(document: PDFKit.PDFDocument, link: PageLink): void {
  document.goTo(link.x / 1000, link.y / 1000, link.width / 1000, link.height / 1000, destination(link.targetPage));
}

/** Bookmarks: a section, and below it its documents, as they come on the pages. */
function addOutline({ document, input }: Painter, page: Page): void {
  const { contents, documents } = input.laidOut;
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
function addPageLabels(document: PDFKit.PDFDocument, pages: readonly Page[]): void {
  const ranges: unknown[] = [];
  pages.forEach((page, index) => {
    if (index === 0 || page.number !== (pages[index - 1] as Page).number + 1) ranges.push(index, { S: 'D', St: page.number });
  });
  (document as unknown as { _root: { data: Record<string, unknown> } })._root.data.PageLabels = { Nums: ranges };
}
