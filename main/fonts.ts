/** Font roles → files and metrics. The open fonts that were prepared at install time are the default; the machine's own come when asked for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FontBook, FontMetrics, FontRole } from '../shared/layout/metrics.ts';
import type { Message } from '../shared/result.ts';
import { findMachineFonts, type MachineFont, type MachineFontsOptions } from './machine-fonts.ts';

export interface Fonts {
  readonly book: FontBook;
  /** What was found wrong with the machine's fonts, when they were asked for. */
  readonly messages?: readonly Message[];
  /** Path of the font file of an id in the book; throws for an unknown id. */
  file(id: string): string;
  /** True for a font of the office's own, false for one that ships with the program. */
  isOwn?(id: string): boolean;
  /** Which font of a collection an id means: its place, and the PostScript name by which the PDF opens it; null for a file of one font. */
  face?(id: string): { readonly index: number; readonly name: string } | null;
}

/**
 * @param folder where build/fonts.mjs put the fonts. Throws when they are not there: the installation is broken then.
 * @param machine where to look for the office's fonts; null leaves it at the open ones, so that results are the same everywhere.
 */
export function loadFonts(folder: string, machine: MachineFontsOptions | null = null): Fonts {
  const metrics = join(folder, 'metrics.json');
  if (!existsSync(metrics)) throw new Error(`字体没有备好：${metrics} 不存在，请在程序目录重新运行 npm ci。`);
  const open = JSON.parse(readFileSync(metrics, 'utf8')) as FontBook;
  const { fonts: own, messages } = machine === null ? { fonts: new Map<FontRole, MachineFont>(), messages: [] } : findMachineFonts(machine);
  const byId = new Map([...own.values()].map((font) => [font.metrics.id, font]));
  const book = own.size === 0 ? open : addFonts(open, own);
  return {
    book,
    messages,
    isOwn: (id) => byId.has(id),
    file: (id) => {
      if (book.fonts[id] === undefined) throw new Error(`unknown font ${id}`);
      return byId.get(id)?.path ?? join(folder, `${id}.ttf`);
    },
    face: (id) => {
      const font = byId.get(id);
      return font === undefined || font.face === null ? null : { index: font.index, name: font.face };
    },
  };
}

/** The machine's font first, then the open chain of the role, so that no character is lost. */
function addFonts(open: FontBook, own: ReadonlyMap<FontRole, MachineFont>): FontBook {
  const fonts: Record<string, FontMetrics> = { ...open.fonts };
  const roles: Record<FontRole, readonly string[]> = { ...open.roles };
  for (const [role, { metrics }] of own) {
    fonts[metrics.id] = metrics;
    roles[role] = [metrics.id, ...open.roles[role]];
  }
  return { fonts, roles };
}
