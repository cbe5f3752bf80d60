/** What a window or a browser may load besides calls: the renderer's files, fonts and pictures. Shared by both doors. */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Api } from '../../shared/api.ts';
import { cutFace } from '../font-file.ts';

/** No inline script, nothing from elsewhere. React and Slate set style attributes, hence 'unsafe-inline' for styles alone. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export interface PageSources {
  readonly desk: Api;
  /** Folder of the built renderer. */
  readonly renderer: string;
  /** Path of a font file, null for an id that is not known. */
  readonly fontFile: (id: string) => string | null;
  /** Place of a font in its file where that is a collection, which browsers do not open. */
  readonly fontFace?: ((id: string) => number | null) | undefined;
}

export interface LoadedFile {
  readonly type: string;
  readonly bytes: Uint8Array;
  /** Fonts, pictures and hashed assets never change under their name. */
  readonly lasting: boolean;
}

/** @param path of the URL, still encoded; null where there is nothing by that name. */
export async function loadPageFile(sources: PageSources, path: string): Promise<LoadedFile | null> {
  const name = decode(path);
  if (name === null) return null;
  const [, folder = '', item = ''] = /^\/(fonts|images)\/([^/]+)$/.exec(name) ?? [];
  if (folder === 'fonts') return loadFont(sources, item);
  if (folder === 'images') return loadImage(sources.desk, item);
  const relative = normalize(name === '/' ? '/index.html' : name);
  const type = mediaTypes[extname(relative)];
  if (type === undefined || relative.split(sep).includes('..')) return null;
  const bytes = await readFile(join(sources.renderer, relative)).catch(() => null);
  return bytes === null ? null : { type, bytes, lasting: name.startsWith('/assets/') };
}

async function loadFont(sources: PageSources, id: string): Promise<LoadedFile | null> {
  const file = sources.fontFile(id);
  if (file === null) return null;
  const bytes = await readFile(file);
  const face = sources.fontFace?.(id) ?? null;
  return { type: 'font/ttf', bytes: face === null ? bytes : cutFace(bytes, face), lasting: true };
}

async function loadImage(desk: Api, hash: string): Promise<LoadedFile | null> {
  const image = await desk.readImage(hash).catch(() => null);
  return image === null ? null : { type: mediaTypes[extname(image.name)] ?? 'application/octet-stream', bytes: image.bytes, lasting: true };
}

function decode(path: string): string | null {
  try {
    const name = decodeURIComponent(path);
    return name.includes('\0') ? null : name;
  } catch {
    return null;
  }
}
