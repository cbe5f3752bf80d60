/**
 * A page as a sketch on a canvas: for thumbnails, and for pages that fly past faster than they can be read. The same items as
 * page-view.tsx paints; text too small to read is a bar of grey, which costs a hundredth of setting it.
 */
import type { Item, Page } from '../../shared/layout/page.ts';
import { itemArea } from '../../shared/layout/places.ts';
import { fontFamily, loadFont } from '../ui/fonts.ts';
import { inks } from '../ui/inks.ts';

/** Pixels of type below which nobody reads. */
const legible = 6;

/** @param width of the canvas in CSS pixels. */
export function sketchPage(canvas: HTMLCanvasElement, page: Page, width: number, sharpness: number): void {
  const scale = (width * sharpness) / page.width;
  canvas.width = Math.round(page.width * scale);
  canvas.height = Math.round(page.height * scale);
  const context = canvas.getContext('2d');
  if (context === null) return;
  for (const item of page.items) sketchItem(context, item, scale);
}

function sketchItem(context: CanvasRenderingContext2D, item: Item, scale: number): void {
  switch (item.kind) {
    case 'text': {
      context.fillStyle = inks[item.colour];
      const size = item.size * scale;
      if (size >= legible && item.turned !== true) {
        loadFont(item.font);
        context.font = `${size}px ${fontFamily(item.font)}, serif`;
        context.fillText(item.text, item.x * scale, item.y * scale);
        return;
      }
      const { x, y, width, height } = itemArea(item);
      context.globalAlpha = item.colour === 'black' ? 0.38 : 0.6;
      if (item.turned === true) context.fillRect((x + width * 0.25) * scale, y * scale, width * 0.5 * scale, height * scale);
      else context.fillRect(x * scale, (y + height * 0.25) * scale, width * scale, height * 0.5 * scale);
      context.globalAlpha = 1;
      return;
    }
    case 'rule':
      context.strokeStyle = inks[item.colour];
      context.globalAlpha = 0.7;
      context.lineWidth = Math.max(0.5, item.width * scale);
      context.beginPath();
      context.moveTo(item.x1 * scale, item.y1 * scale);
      context.lineTo(item.x2 * scale, item.y2 * scale);
      context.stroke();
      context.globalAlpha = 1;
      return;
    case 'box':
      if (item.fill === null) return;
      context.fillStyle = inks[item.fill];
      context.fillRect(item.x * scale, item.y * scale, item.width * scale, item.height * scale);
      return;
    case 'image':
      context.fillStyle = inks.tint;
      context.fillRect(item.x * scale, item.y * scale, item.width * scale, item.height * scale);
      return;
    default:
      item satisfies never;
  }
}
