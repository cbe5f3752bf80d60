/** What a printer would send back: pictures too coarse, missing or unreadable, and matter too near the knife. */
import type { ImageItem, Page, TextItem } from '../../shared/layout/page.ts';
import { type Message, message } from '../../shared/result.ts';
import { millimetres } from './press-document.ts';
import { MAXIMUM_PIXELS, type PictureSize, pictureSize } from './press-pictures.ts';

/** Pictures at the size they are printed (standards b8). */
const GOOD_DPI = 300;
const POOR_DPI = 200;
/** Live matter stays this far from the trim (standards b8). */
const SAFE = millimetres(3);

export function checkPress(pages: readonly Page[], images: (hash: string) => Uint8Array | null): readonly Message[] {
  const messages: Message[] = [];
  for (const page of pages) {
    for (const item of page.items) if (item.kind === 'image') messages.push(...checkPicture(page, item, images));
    const near = page.items.find((item) => item.kind === 'text' && !isInside(page, textExtent(item)));
    if (near?.kind === 'text')
      messages.push(
        message(
          'live-matter',
          'warning',
          `第${page.number}页的“${near.text.slice(0, 12)}”离成品边不足3毫米，可能被裁去；请调整版式的页边。`,
          {
            page: page.number,
          },
        ),
      );
  }
  return messages;
}

function checkPicture(page: Page, item: ImageItem, images: (hash: string) => Uint8Array | null): readonly Message[] {
  const at = { page: page.number };
  const bytes = images(item.hash);
  if (bytes === null) return [pictureMissing(page.number)];
  const size = pictureSize(bytes);
  if (size === null) return [pictureUnreadable(page.number)];
  if (size.width * size.height > MAXIMUM_PIXELS)
    return [
      message(
        'image-too-large',
        'error',
        `第${page.number}页的图片有${size.width}×${size.height}像素，超出处理能力，印版上只有空框；请缩小后重新导入。`,
        at,
      ),
    ];
  const dpi = printedDpi(size, item);
  if (dpi >= GOOD_DPI) return [];
  const wide = Math.ceil((item.width / 72_000) * GOOD_DPI);
  const high = Math.ceil((item.height / 72_000) * GOOD_DPI);
  const result = dpi < POOR_DPI ? '印出来会模糊' : '印出来可能不够清晰';
  const text = `第${page.number}页的图片按印刷尺寸只有 ${dpi} dpi，低于 ${GOOD_DPI} dpi，${result}；请换用不小于 ${wide}×${high} 像素的原图，或把图缩小。`;
  return [message('image-resolution', 'warning', text, at)];
}

/** Of the coarser direction, rounded down. */
function printedDpi(size: PictureSize, item: Pick<ImageItem, 'width' | 'height'>): number {
  return Math.floor(Math.min((size.width * 72_000) / item.width, (size.height * 72_000) / item.height));
}

function pictureMissing(page: number): Message {
  return message('image-missing', 'error', `第${page}页的图片不在库中，印版上只有空框；请重新导入来稿。`, { page });
}

export function pictureUnreadable(page: number): Message {
  return message('image-unreadable', 'error', `第${page}页的图片已损坏或不是 PNG、JPEG，印版上只有空框；请换用完好的图片。`, { page });
}

/** As much as the outline of a character may take. */
function textExtent({ x, y, size, offsets, turned }: TextItem) {
  const length = (offsets.at(-1) ?? 0) + Math.round(size / 2);
  if (turned === true) return { left: x - Math.round(size * 0.88), right: x + Math.round(size * 0.12), top: y - length, bottom: y };
  return {
    left: x,
    right: x + length,
    top: y - Math.round(size * 0.88),
    bottom: y + Math.round(size * 0.12),
  };
}

function isInside(page: Page, { left, right, top, bottom }: ReturnType<typeof textExtent>): boolean {
  return left >= SAFE && top >= SAFE && right <= page.width - SAFE && bottom <= page.height - SAFE;
}
