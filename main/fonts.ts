/** Font roles → files and metrics. The open fonts that were prepared at install time are the default. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontBook } from '../shared/layout/metrics.ts';

export interface Fonts {
  readonly book: FontBook;
  /** Path of the font file of an id in the book; throws for an unknown id. */
  file(id: string): string;
}

/** @param folder where build/fonts.mjs put the fonts. Throws when they are not there: the installation is broken then. */
export function loadFonts(folder: string): Fonts {
  const metrics = join(folder, 'metrics.json');
  if (!existsSync(metrics)) throw new Error(`字体没有备好：${metrics} 不存在，请在程序目录重新运行 npm ci。`);
  const book = JSON.parse(readFileSync(metrics, 'utf8')) as FontBook;
  return {
    book,
    file: (id) => {
      if (book.fonts[id] === undefined) throw new Error(`unknown font ${id}`);
      return join(folder, `${id}.ttf`);
    },
  };
}
