/** Puts the program together around an open database: the desk, the fonts when they are first needed, the files of the renderer. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/open.ts';
import { createDesk, keepDailyCopy } from '../desk.ts';
import { type Fonts, loadFonts } from '../fonts.ts';
import type { PageSources } from './pages.ts';
import { userFolder } from './user-data.ts';

export interface Program extends PageSources {
  /** Makes the copy of the day where there is none yet. @throws when it cannot be written. */
  readonly keepDailyCopy: () => Promise<unknown>;
}

/**
 * @param root folder of the program, with assets and dist in it.
 * @param places where to look for the office's fonts (`system` or a folder); the open fonts alone where nothing is said.
 */
export function assembleProgram(root: string, database: Database, places = process.env.GAZETTE_FONTS): Program {
  let loaded: Fonts | null = null;
  const fonts = () => {
    loaded ??= loadFonts(join(root, 'dist/fonts'), places ? { places, cacheFolder: join(userFolder(), 'fonts') } : null);
    return loaded;
  };
  const now = () => new Date().toISOString();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return {
    keepDailyCopy: () => keepDailyCopy({ database, now }),
    desk: createDesk({
      database,
      fonts,
      now,
      version,
      fontPlaces: places,
      sampleFolder: join(root, 'assets/samples/example-city'),
      pressProfiles: join(root, 'assets/profiles'),
    }),
    renderer: join(root, 'dist/renderer'),
    fontFile: (id) => (Object.hasOwn(fonts().book.fonts, id) ? fonts().file(id) : null),
    fontFace: (id) => fonts().face?.(id)?.index ?? null,
  };
}
