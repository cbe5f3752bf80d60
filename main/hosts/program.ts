/** Puts the program together around an open database: the desk, the fonts when they are first needed, the files of the renderer. */
import { join } from 'node:path';
import type { Database } from '../database/open.ts';
import { createDesk } from '../desk.ts';
import { type Fonts, loadFonts } from '../fonts.ts';
import type { PageSources } from './pages.ts';

/** @param root folder of the program, with assets and dist in it. */
export function assembleProgram(root: string, database: Database): PageSources {
  let loaded: Fonts | null = null;
  const fonts = () => {
    loaded ??= loadFonts(join(root, 'dist/fonts'));
    return loaded;
  };
  return {
    desk: createDesk({ database, fonts, now: () => new Date().toISOString(), sampleFolder: join(root, 'assets/samples/example-city') }),
    renderer: join(root, 'dist/renderer'),
    fontFile: (id) => (Object.hasOwn(fonts().book.fonts, id) ? fonts().file(id) : null),
  };
}
