/** What a printer would send back: pictures too coarse, too inky, missing or unreadable, and matter too near the knife. */
import type { ImageItem, Page, TextItem } from '../../shared/layout/page.ts';
import type { Paper } from '../../shared/print/papers.ts';
import { type Message, message, type Place, type Severity } from '../../shared/result.ts';
import { millimetres } from './press-document.ts';
import { mostInk } from './press-ink.ts';
import { isTooLarge, type PictureSize, pictureSize } from './press-pictures.ts';

/** Pictures at the size they are printed (standards b8). */
const GOOD_DPI = 300;
const POOR_DPI = 200;
/** What a JPEG's noise adds to the inks of its maker. */
const INK_NOISE = 0.03;
/** Live matter stays this far from the trim (standards b8). */
const SAFE = millimetres(3);

export const coverNames = ['封一', '封二', '封三', '封四'] as const;

export interface PressMaterial {
  readonly images: (hash: string) => Uint8Array | null;
  readonly paper: Paper;
  /** Pictures that could not be brought onto the plates, found out while painting. */
  readonly damaged?: ReadonlySet<string>;
}

/** @param pages of the block, of the cover (four sides), or both. */
export function checkPress(pages: readonly Page[], material: PressMaterial): readonly Message[] {
  const cover = pages.filter(isCover);
  const inks = new Map<string, number | null>();
  const inkOf = (hash: string, bytes: Uint8Array): number | null => {
    const known = inks.get(hash);
    if (known !== undefined) return known;
    const ink = mostInk(bytes);
    inks.set(hash, ink);
    return ink;
  };
  return pages.flatMap((page) => {
    const name = isCover(page) ? (coverNames[cover.indexOf(page)] ?? '封面') : `第${page.number}页`;
    // A cover has no folio.
    const at: Place | undefined = isCover(page) ? undefined : { page: page.number };
    const images = page.items.filter((item) => item.kind === 'image');
    const found = images.flatMap((item, index) => {
      const picture = images.length === 1 ? `${name}的图片` : `${name}的第${index + 1}幅图片`;
      return checkPicture(item, picture, material, inkOf).map(([code, severity, text]) => message(code, severity, text, at));
    });
    const near = page.items.find((item) => item.kind === 'text' && !isInside(page, textExtent(item)));
    if (near?.kind !== 'text') return found;
    const text = `${name}的“${near.text.slice(0, 12)}”离成品边不足3毫米，可能被裁去；请调整版式的页边。`;
    return [...found, message('live-matter', 'warning', text, at)];
  });
}

function isCover({ number }: Page): boolean {
  return number === 0;
}

type Finding = readonly [code: string, severity: Severity, text: string];

function checkPicture(
  item: ImageItem,
  name: string,
  { images, paper, damaged }: PressMaterial,
  inkOf: (hash: string, bytes: Uint8Array) => number | null,
): readonly Finding[] {
  const bytes = images(item.hash);
  if (bytes === null) return [['image-missing', 'error', `${name}不在库中，印版上只有空框；请重新导入来稿。`]];
  const size = pictureSize(bytes);
  if (size !== null && isTooLarge(bytes, size))
    return [['image-too-large', 'error', `${name}有${size.width}×${size.height}像素，超出处理能力，印版上只有空框；请缩小后重新导入。`]];
  if (size === null || damaged?.has(item.hash) === true)
    return [['image-unreadable', 'error', `${name}已损坏或不是 PNG、JPEG，印版上只有空框；请换用完好的图片。`]];
  return [...checkResolution(item, name, size), ...checkInk(name, inkOf(item.hash, bytes), paper)];
}

function checkResolution(item: ImageItem, name: string, size: PictureSize): readonly Finding[] {
  const dpi = printedDpi(size, item);
  if (dpi >= GOOD_DPI) return [];
  const wide = Math.ceil((item.width / 72_000) * GOOD_DPI);
  const high = Math.ceil((item.height / 72_000) * GOOD_DPI);
  const result = dpi < POOR_DPI ? '印出来会模糊' : '印出来可能不够清晰';
  const text = `${name}按印刷尺寸只有 ${dpi} dpi，低于 ${GOOD_DPI} dpi，${result}；请换用不小于 ${wide}×${high} 像素的原图，或把图缩小。`;
  return [['image-resolution', 'warning', text]];
}

/** Pictures in RGB are separated here and keep the limit; those that came in CMYK have the inks that their maker gave them. */
function checkInk(name: string, ink: number | null, { name: paper, maximumInk }: Paper): readonly Finding[] {
  if (ink === null || ink <= maximumInk + INK_NOISE) return [];
  const text = `${name}是 CMYK 图片，墨量最高 ${percent(ink)}，超过${paper}的上限 ${percent(maximumInk)}，墨不易干、会蹭脏；请在制图软件中按总墨量 ${percent(maximumInk)} 重新分色，或换用 RGB 原图由本程序分色。`;
  return [['image-ink', 'warning', text]];
}

function percent(ink: number): string {
  return `${Math.round(ink * 100)}%`;
}

/** Of the coarser direction, rounded down. */
function printedDpi(size: PictureSize, item: Pick<ImageItem, 'width' | 'height'>): number {
  return Math.floor(Math.min((size.width * 72_000) / item.width, (size.height * 72_000) / item.height));
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
