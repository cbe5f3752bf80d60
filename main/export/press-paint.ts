/**
 * A page as it goes on plates: black overprints, every other colour knocks out what is below it, no line is finer than 0.25 pt,
 * pictures are grey or CMYK (standards b8). The same page may stand anywhere on a sheet.
 */
import type { ImageItem, Item, Page } from '../../shared/layout/page.ts';
import type { PdfFonts } from './pdf-paint.ts';
import { number, type Painter, paintItem } from './pdf-paint.ts';
import type { InkConverter } from './press-colour.ts';
import { type PressDocument, type Rectangle, resourceNames } from './press-document.ts';
import { pressPicture } from './press-pictures.ts';

/** Finer lines break off on the plate (standards b8). */
const FINEST_LINE = 250;

export interface PressPainter extends Painter {
  /** Of a page at `x`, `y` of the sheet, cut off at `clip`. */
  page(page: Page, x: number, y: number, clip: Rectangle): string;
  /** Pictures that came to nothing but a frame, for `checkPress`, which sees them from outside. */
  readonly damaged: ReadonlySet<string>;
}

export function pressPainter(
  { document }: PressDocument,
  fontFiles: PdfFonts,
  images: (hash: string) => Uint8Array | null,
  inks: InkConverter,
): PressPainter {
  const damaged = new Set<string>();
  const base: Painter = { document, fonts: new Map(), fontFiles, images };
  const pictures = pictureStore(document, images, inks);
  const page = (page: Page, x: number, y: number, clip: Rectangle): string => {
    const frame = [clip.x, clip.y, clip.width, clip.height].map(number).join(' ');
    const content = [`q ${frame} re W n 1 0 0 1 ${number(x)} ${number(y)} cm`];
    let state = '';
    const paint = (item: Item, overprints: boolean) => {
      const wanted = overprints ? resourceNames.overprint : resourceNames.knockout;
      if (wanted !== state) content.push(`/${wanted} gs`);
      state = wanted;
      if (item.kind !== 'image') return paintItem(base, item, content);
      const name = pictures(item.hash);
      if (name === 'damaged') damaged.add(item.hash);
      content.push(name === null || name === 'damaged' ? frameOf(item) : placed(item, name));
    };
    for (const item of page.items) for (const part of separateInks(item)) paint(part, overprints(part));
    return [...content, 'Q'].join('\n');
  };
  return { ...base, page, damaged };
}

/** A box with a coloured ground and a black line is two things to the plates. */
function separateInks(item: Item): readonly Item[] {
  if (item.kind === 'rule') return [{ ...item, width: Math.max(item.width, FINEST_LINE) }];
  if (item.kind !== 'box') return [item];
  const parts: Item[] = [];
  if (item.fill !== null) parts.push({ ...item, stroke: null });
  if (item.stroke !== null) parts.push({ ...item, fill: null, strokeWidth: Math.max(item.strokeWidth, FINEST_LINE) });
  return parts;
}

/** Solid black alone. White that overprints is not there at all; red over a tint would be brown. */
function overprints(item: Item): boolean {
  if (item.kind === 'image') return false;
  return (item.kind === 'box' ? (item.fill ?? item.stroke) : item.colour) === 'black';
}

function placed({ x, y, width, height }: ImageItem, name: string): string {
  return `q ${number(width)} 0 0 ${number(-height)} ${number(x)} ${number(y + height)} cm /${name} Do Q`;
}

function frameOf({ x, y, width, height }: ImageItem): string {
  return `q /${resourceNames.overprint} gs 0 0 0 1 K 0.5 w ${[x, y, width, height].map(number).join(' ')} re S Q`;
}

/** Each picture once in the file; answers its name on the page that is being painted, null where the store has none. */
function pictureStore(document: PDFKit.PDFDocument, images: (hash: string) => Uint8Array | null, inks: InkConverter) {
  const known = new Map<string, { name: string; reference: PDFKit.PDFKitReference } | null | 'damaged'>();
  const embed = (hash: string) => {
    const bytes = images(hash);
    if (bytes === null) return null;
    try {
      const picture = pressPicture(bytes, inks);
      const reference = document.ref({
        Type: 'XObject',
        Subtype: 'Image',
        Width: picture.width,
        Height: picture.height,
        ColorSpace: picture.space,
        BitsPerComponent: 8,
        ...(picture.inverted === true ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
        ...(picture.filter === undefined ? {} : { Filter: picture.filter }),
      });
      reference.end(Buffer.from(picture.data));
      return { name: `Im${known.size + 1}`, reference };
    } catch {
      return 'damaged' as const;
    }
  };
  return (hash: string): string | null => {
    let picture = known.get(hash);
    if (picture === undefined) {
      picture = embed(hash);
      known.set(hash, picture);
    }
    if (picture === null || picture === 'damaged') return picture;
    (document.page as unknown as { xobjects: Record<string, PDFKit.PDFKitReference> }).xobjects[picture.name] = picture.reference;
    return picture.name;
  };
}
