/** Paints items into the content of a page: what PDF for screen, archive and press have in common. */
import type { Colour, Item, Page } from '../../shared/layout/page.ts';
import { type FontWriter, fontWriter } from './pdf-fonts.ts';
import type { Compressor } from './pdf-streams.ts';

export interface PdfFonts {
  /** Path of the TTF of a font id. */
  file(id: string): string;
  /** The font of a collection that an id means; null for a file of one font. */
  face?(id: string): { readonly name: string } | null;
}

export interface Painter {
  readonly document: PDFKit.PDFDocument;
  /** Fonts by id, embedded when they are first used. */
  readonly fonts: Map<string, FontWriter>;
  readonly fontFiles: PdfFonts;
  readonly images: (hash: string) => Uint8Array | null;
  /** Colour operators; ink in DeviceCMYK where nothing else is said. */
  readonly palette?: Palette;
}

/** The operators that set a colour, for filling and for lines. */
export type Palette = Readonly<Record<Colour, { readonly fill: string; readonly stroke: string }>>;

/** Text and rules are printed in black alone (K100), red is 0/80/80/0 (GB/T 9704 5.2.4 and 6). */
export const COLOURS: Readonly<Record<Colour, string>> = {
  black: '0 0 0 1',
  red: '0 0.8 0.8 0',
  grey: '0 0 0 0.55',
  white: '0 0 0 0',
  tint: '0 0 0 0.08',
};

const INKS = Object.fromEntries(
  Object.entries(COLOURS).map(([name, ink]) => [name, { fill: `${ink} k`, stroke: `${ink} K` }]),
) as unknown as Palette;

export function paintItem(painter: Painter, item: Item, content: string[]): void {
  const palette = painter.palette ?? INKS;
  switch (item.kind) {
    case 'text': {
      const writer = fontOf(painter, item.font);
      painter.document.page.fonts[writer.id] = writer.reference;
      content.push(
        `BT ${palette[item.colour].fill} /${writer.id} ${number(item.size)} Tf ${item.turned === true ? '0 -1 -1 0' : '1 0 0 -1'} ${number(item.x)} ${number(item.y)} Tm ${writer.run(item.text, item.offsets, item.size)} ET`,
      );
      break;
    }
    case 'rule':
      content.push(
        `${palette[item.colour].stroke} ${number(item.width)} w ${number(item.x1)} ${number(item.y1)} m ${number(item.x2)} ${number(item.y2)} l S`,
      );
      break;
    case 'box': {
      const path = `${number(item.x)} ${number(item.y)} ${number(item.width)} ${number(item.height)} re`;
      if (item.fill !== null) content.push(`${palette[item.fill].fill} ${path} f`);
      if (item.stroke !== null) content.push(`${palette[item.stroke].stroke} ${number(item.strokeWidth)} w ${path} S`);
      break;
    }
    case 'image':
      break;
    default:
      item satisfies never;
  }
}

/** A picture that the store does not have leaves a visible frame. */
export function paintImage({ document, images, palette = INKS }: Painter, item: Extract<Item, { kind: 'image' }>): void {
  const bytes = images(item.hash);
  const [x, y, width, height] = [item.x / 1000, item.y / 1000, item.width / 1000, item.height / 1000];
  if (bytes !== null) {
    try {
      document.image(Buffer.from(bytes), x, y, { width, height });
      return;
    } catch {
      // A damaged picture: the frame below says where it should have been.
    }
  }
  document.addContent(`q ${palette.black.stroke} 0.5 w ${x} ${y} ${width} ${height} re S Q`);
}

/** Takes the text of all pages into its fonts, as painting would, so that the fonts are compressed while the pages are painted. */
export async function prepareFonts(painter: Painter, pages: readonly Page[], compressor: Compressor): Promise<void> {
  for (const page of pages) for (const item of page.items) if (item.kind === 'text') fontOf(painter, item.font).take(item.text);
  await Promise.all(Array.from(painter.fonts.values(), (font) => font.prepare(compressor)));
}

function fontOf(painter: Painter, id: string): FontWriter {
  const known = painter.fonts.get(id);
  if (known !== undefined) return known;
  const writer = fontWriter(painter.document, painter.fontFiles.file(id), painter.fontFiles.face?.(id)?.name);
  painter.fonts.set(id, writer);
  return writer;
}

/** Thousandths of a point as a PDF number. */
export function number(value: number): string {
  // A fraction made into text takes ten times as long as two whole numbers, and a page has hundreds.
  const isWhole = value >= 0 && value <= MOST_WHOLE && (value | 0) === value;
  if (!isWhole) return String(value / 1000);
  const points = (value / 1000) | 0;
  const rest = value - points * 1000;
  return rest === 0 ? `${points}` : `${points}${FRACTIONS[rest]}`;
}
const MOST_WHOLE = 0x3fffffff;
/** `.001` to `.999`, without the noughts at their ends. */
const FRACTIONS = Array.from({ length: 1000 }, (_, rest) => String(rest / 1000).slice(1));
