/**
 * Figures for Word: the picture scaled to the type area or the QR code of a link, with its caption, or a frame that says that the picture
 * is missing.
 */
import { BorderStyle, ImageRun, type Paragraph } from 'docx';
import { PNG } from 'pngjs';
import { type FigureBlock, type ImageReference, runsText } from '../../shared/document/block.ts';
import { QR_SIDE, qrBars } from '../../shared/layout/qr.ts';
import type { WordMeasure } from './word-measure.ts';
import { styledParagraph, writeRuns, writeText } from './word-text.ts';

export type ImageSource = (hash: string) => { readonly bytes: Uint8Array; readonly mediaType: string } | null;

/** What Word shows everywhere; other pictures are converted at import or stay a frame. */
const imageTypes = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/bmp': 'bmp' } as const;

function imageType(mediaType: string): (typeof imageTypes)[keyof typeof imageTypes] | null {
  return mediaType in imageTypes ? imageTypes[mediaType as keyof typeof imageTypes] : null;
}

/** A figure never takes more than this share of a page, so that its caption stays with it. */
const largestShare = 0.85;

interface Picture {
  readonly type: (typeof imageTypes)[keyof typeof imageTypes];
  readonly bytes: Uint8Array;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

export function writeFigure(block: FigureBlock, measure: WordMeasure, images: ImageSource): Paragraph[] {
  const words = runsText(block.children);
  const caption = words === '' ? [] : [styledParagraph('Caption', writeRuns(block.children))];
  const picture = block.image === null ? qrCode(block.link) : stored(block.image, measure, images);
  if (picture === null) return [missing(caption.length > 0), ...caption];
  const pixels = (points: number) => Math.max(1, Math.round((points * 96) / 72));
  const run = new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: { width: pixels(picture.width), height: pixels(picture.height) },
    altText: { name: '图', title: words, description: words === '' ? (block.link ?? '') : words },
  });
  return [styledParagraph('Figure', [run], { keepNext: caption.length > 0 }), ...caption];
}

function stored(image: ImageReference, measure: WordMeasure, images: ImageSource): Picture | null {
  const found = images(image.hash);
  const type = found === null ? null : imageType(found.mediaType);
  if (found === null || type === null) return null;
  const width = image.width > 0 ? image.width : measure.textWidth / 40;
  const height = image.height > 0 ? image.height : width * 0.75;
  const scale = Math.min(1, measure.textWidth / 20 / width, (measure.textHeight / 20 / height) * largestShare);
  return { type, bytes: found.bytes, width: width * scale, height: height * scale };
}

/** Dots along the side of a QR code: more than any printer sets in 25 mm. */
const QR_DOTS = 1000;

/** The code as the pages have it, in dots: Word knows no bars. */
function qrCode(link: string | undefined): Picture | null {
  const bars = link === undefined ? null : qrBars(link, QR_DOTS);
  if (bars === null) return null;
  const png = new PNG({ width: QR_DOTS, height: QR_DOTS });
  png.data.fill(255);
  for (const { x, y, width, height } of bars) {
    for (let row = y; row < y + height; row += 1) {
      for (let at = (row * QR_DOTS + x) * 4; at < (row * QR_DOTS + x + width) * 4; at += 4) png.data.fill(0, at, at + 3);
    }
  }
  const side = QR_SIDE / 1000;
  return { type: 'png', bytes: PNG.sync.write(png, { inputColorType: 6, colorType: 0 }), width: side, height: side };
}

function missing(keepNext: boolean): Paragraph {
  const rule = { style: BorderStyle.SINGLE, size: 4, space: 24, color: '000000' };
  return styledParagraph('Figure', writeText('〔图片缺失〕'), {
    keepNext,
    border: { top: rule, bottom: rule, left: { ...rule, space: 4 }, right: { ...rule, space: 4 } },
    indent: { left: 2000, right: 2000 },
    spacing: { before: 600, after: 600 },
  });
}
