/** The fonts of print for the text: loaded once the document stands, for they are large and the text can be read without them. */
import { loadFont } from '../ui/fonts.ts';

const faces = ['song', 'hei', 'kai', 'title'] as const;
const pause = 600;

export function loadFontsLater(): void {
  setTimeout(() => {
    for (const face of faces) loadFont(face);
  }, pause);
}
