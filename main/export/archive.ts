/**
 * The issue for archive and screen: the pages of the plain PDF as PDF/A-2u (ISO 19005-2), tagged (ISO 32000-1, 14.8).
 *
 * Its colours are DeviceGray and DeviceRGB with an sRGB output intent, not the inks of the press: pictures of submissions are RGB and
 * would need a conversion under an intent for CMYK (6.2.4.3), gray text stays text in black alone, and a screen shows what the file says.
 * Uses private fields of pdfkit (0.20.2, pinned): `_id`, `_root`, `endMetadata`; tests/main/export/archive.test.ts reads the file back.
 */
import { createHash, type Hash } from 'node:crypto';
import type { ComposedIssue } from '../../shared/issue/compose.ts';
import { type Page, type PageLink, pagesInOrder } from '../../shared/layout/page.ts';
import { jpegHeader } from '../../shared/picture/jpeg-header.ts';
import { issueTags, type TaggedItem } from './archive-pages.ts';
import { archivePacket } from './archive-xmp.ts';
import { addOutline, addPageLabels, dateOf, destination, issueTitle, newDocument, type PdfInput } from './pdf.ts';
import { type Painter, type Palette, paintImage, paintItem } from './pdf-paint.ts';
import { beginArtifact, createTags, endContent, type StructureElement, type Tags } from './pdf-tags.ts';

export interface ArchiveInput extends PdfInput {
  /** The issue whose pages are laid out: what type each block has. */
  readonly composed: ComposedIssue<unknown>;
  /** A CMYK profile, for pictures in CMYK alone; see `cmykCover`. */
  readonly cmykProfile?: (() => Uint8Array) | undefined;
}

/** The inks of `COLOURS` as ISO 32000-1, 10.3.5 makes gray and RGB of them: what viewers show of the plain PDF. */
const SCREEN: Palette = {
  black: { fill: '0 g', stroke: '0 G' },
  red: { fill: '1 0.2 0.2 rg', stroke: '1 0.2 0.2 RG' },
  grey: { fill: '0.45 g', stroke: '0.45 G' },
  white: { fill: '1 g', stroke: '1 G' },
  tint: { fill: '0.92 g', stroke: '0.92 G' },
};

interface Inside {
  readonly _root: { readonly data: Record<string, unknown> };
  _id: Uint8Array;
  endMetadata(): void;
}

export async function writeArchive(input: ArchiveInput): Promise<Uint8Array> {
  // pdfkit knows 2b, not 2u: its output intent is the same, the metadata are written below.
  const document = newDocument(input.head, { subset: 'PDF/A-2b' as 'PDF/A-2', tagged: true });
  const chunks: Uint8Array[] = [];
  const finished = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  const painter: Painter = { document, fonts: new Map(), fontFiles: input.fonts, images: input.images, palette: SCREEN };
  const identity = createHash('md5');
  const tags = createTags(document);
  const issue = issueTags(tags, input.composed);
  const pages = pagesInOrder(input.laidOut);
  const coverCmyk = cmykCover(input);
  for (const [index, page] of pages.entries()) {
    startPage(painter, page, input);
    coverCmyk(document, page);
    const { items, links } = issue.page(page);
    paintTagged(painter, tags, items, identity);
    page.links.forEach((link, at) => {
      addLink(document, tags, link, links[at]);
    });
    input.progress?.(index + 1, pages.length);
  }
  addPageLabels(document, pages);
  tags.finish();
  // The file's id comes from its contents, not from the clock: the same issue gives the same bytes.
  finishMetadata(document, input, identity.digest());
  document.end();
  await finished;
  return Buffer.concat(chunks);
}

function startPage({ document }: Painter, page: Page, { laidOut }: ArchiveInput): void {
  document.addPage({ size: [page.width / 1000, page.height / 1000], margin: 0 });
  if (page.kind !== 'cover') document.addNamedDestination(destination(page.number), 'XYZ', 0, 0, null as unknown as number);
  addOutline(document, page, laidOut);
}

/** Items in their order; those of one element that follow each other are one piece of content. */
function paintTagged(painter: Painter, tags: Tags, items: readonly TaggedItem[], identity: Hash): void {
  const { document } = painter;
  const content: string[] = [];
  const send = (): void => {
    const stream = content.join('\n');
    identity.update(stream);
    if (stream !== '') document.addContent(stream);
    content.length = 0;
  };
  let open: StructureElement | 'Pagination' | 'Layout' | null = null;
  for (const { item, element } of items) {
    const wanted = element ?? (item.kind === 'text' ? 'Pagination' : 'Layout');
    if (wanted !== open) {
      if (open !== null) content.push(endContent);
      content.push(typeof wanted === 'string' ? beginArtifact(wanted) : tags.begin(wanted));
      open = wanted;
    }
    if (item.kind === 'image') {
      send();
      paintImage(painter, item);
    } else paintItem(painter, item, content);
  }
  if (open !== null) content.push(endContent);
  send();
}

/**
 * A link as a child of its Link element, with a text that says where it leads (ISO 14289-1, 7.18.5).
 * It is printed and never hidden (ISO 19005-2, 6.3.2: pdfkit sets flag 3), and needs no appearance (6.3.3).
 */
function addLink(document: PDFKit.PDFDocument, tags: Tags, link: PageLink, element: StructureElement | undefined): void {
  const [x, y, width, height] = [link.x / 1000, link.y / 1000, link.width / 1000, link.height / 1000];
  const facts = { Contents: new String(`转到第 ${link.targetPage} 页`) };
  const options = element === undefined ? facts : { ...facts, StructParent: tags.reserveAnnotation(element) };
  document.goTo(x, y, width, height, destination(link.targetPage), options as object);
  const annotations = (document.page as unknown as { annotations: PDFKit.PDFKitReference[] }).annotations;
  if (element !== undefined) tags.placeAnnotation(element, annotations[annotations.length - 1] as PDFKit.PDFKitReference);
}

function finishMetadata(document: PDFKit.PDFDocument, { head }: ArchiveInput, identity: Uint8Array): void {
  const inside = document as unknown as Inside;
  const { Creator = '', Producer = '' } = document.info;
  inside._id = identity;
  inside.endMetadata = () => {
    const metadata = document.ref({ Type: 'Metadata', Subtype: 'XML' });
    // In clear: ISO 19005-2, 6.6.2.1 forbids a filter.
    (metadata as unknown as { compress: boolean }).compress = false;
    const facts = { title: issueTitle(head), author: head.gazette, creator: Creator, producer: Producer, date: dateOf(head), identity };
    metadata.end(Buffer.from(archivePacket(facts)));
    inside._root.data.Metadata = metadata;
  };
}

/**
 * ISO 19005-2, 6.2.4.3: DeviceCMYK is allowed beside an RGB intent where the page says what it means (DefaultCMYK). Only a JPEG
 * of four components needs it, and only its pages get it.
 */
function cmykCover({ cmykProfile, images }: ArchiveInput): (document: PDFKit.PDFDocument, page: Page) => void {
  let space: unknown[] | null = null;
  return (document, page) => {
    if (cmykProfile === undefined) return;
    if (!page.items.some((item) => item.kind === 'image' && isCmyk(images(item.hash)))) return;
    if (space === null) {
      const stream = document.ref({ N: 4 });
      stream.end(Buffer.from(cmykProfile()));
      space = ['ICCBased', stream];
    }
    (document.page as unknown as { colorSpaces: Record<string, unknown> }).colorSpaces.DefaultCMYK = space;
  };
}

function isCmyk(bytes: Uint8Array | null): boolean {
  return bytes !== null && bytes[0] === 0xff && bytes[1] === 0xd8 && jpegHeader(bytes)?.components === 4;
}
