/** Figures for Word: the picture scaled to the type area with its caption, or a frame that says that the picture is missing. */
import { BorderStyle, ImageRun, type Paragraph } from 'docx';
import { type FigureBlock, runsText } from '../../shared/document/block.ts';
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

export function writeFigure(block: FigureBlock, measure: WordMeasure, images: ImageSource): Paragraph[] {
  const caption = runsText(block.children) === '' ? [] : [styledParagraph('Caption', writeRuns(block.children))];
  const image = block.image === null ? null : images(block.image.hash);
  const type = image === null ? null : imageType(image.mediaType);
  if (block.image === null || image === null || type === null) return [missing(caption.length > 0), ...caption];
  const width = block.image.width > 0 ? block.image.width : measure.textWidth / 40;
  const height = block.image.height > 0 ? block.image.height : width * 0.75;
  const scale = Math.min(1, measure.textWidth / 20 / width, (measure.textHeight / 20 / height) * largestShare);
  const pixels = (points: number) => Math.max(1, Math.round((points * scale * 96) / 72));
  const picture = new ImageRun({
    type,
    data: image.bytes,
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: '图', title: runsText(block.children), description: runsText(block.children) },
  });
  return [styledParagraph('Figure', [picture], { keepNext: caption.length > 0 }), ...caption];
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
