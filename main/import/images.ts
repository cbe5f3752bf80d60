/** Pictures of a submission: kept once each by their hash, and only in formats that the press and the preview can show; others are made over. */
import { createHash } from 'node:crypto';
import type { DraftImage } from '../../shared/recognize/draft.ts';
import { isWholePicture } from './picture-check.ts';
import { asPng } from './picture-formats.ts';

export interface ImageStore {
  /** The stored picture, PNG or JPEG; undefined for one that is damaged or in a format that cannot be made over (EMF, WMF). */
  readonly add: (bytes: Uint8Array) => DraftImage | undefined;
  readonly all: () => readonly DraftImage[];
}

export function createImageStore(): ImageStore {
  const images = new Map<string, DraftImage>();
  return {
    add(given) {
      const bytes = imageType(given) === undefined ? asPng(given) : given;
      if (bytes === undefined) return undefined;
      const mediaType = imageType(bytes);
      const size = imageSize(bytes);
      if (mediaType === undefined || size === undefined || !isWholePicture(bytes, size)) return undefined;
      const hash = createHash('sha256').update(bytes).digest('hex');
      const known = images.get(hash);
      if (known !== undefined) return known;
      const image: DraftImage = { hash, mediaType, bytes };
      images.set(hash, image);
      return image;
    },
    all: () => [...images.values()],
  };
}

function imageType(bytes: Uint8Array): DraftImage['mediaType'] | undefined {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return undefined;
}

/** Width and height in pixels; undefined when the picture has no readable header. */
export function imageSize(bytes: Uint8Array): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = (width: number, height: number) => (width > 0 && height > 0 ? { width, height } : undefined);
  if (imageType(bytes) === 'image/png') return bytes.length < 33 ? undefined : size(view.getUint32(16), view.getUint32(20));
  // JPEG: segments until a start of frame, SOF0…SOF15 without DHT (C4), JPG (C8) and DAC (CC).
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return size(view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker === 0xd9 || marker === 0xda) return undefined;
    at += 2 + (marker >= 0xd0 && marker <= 0xd8 ? 0 : view.getUint16(at + 2));
  }
  return undefined;
}
