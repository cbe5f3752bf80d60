/**
 * The office's licensed fonts on this machine (方正小标宋, 仿宋_GB2312, 楷体_GB2312 …), looked for only when asked: by default the
 * open fonts are used, so that the same issue comes out the same everywhere. What was found is kept in a file, and a start where
 * nothing changed reads no font.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, delimiter, join } from 'node:path';
import type { FontMetrics, FontRole } from '../shared/layout/metrics.ts';
import { type Message, message } from '../shared/result.ts';
import { type Face, FontTrouble, readFaces, readMetrics } from './font-file.ts';
import { systemFontFolders } from './font-folders.ts';
import { likelyFile, roleNames, wantedNames } from './font-names.ts';

export interface MachineFontsOptions {
  /** `system` for the machine's own folders, or a folder; several with the platform's separator of paths. */
  readonly places: string;
  /** Where the catalogue and the metrics are kept; made when it is not there. */
  readonly cacheFolder: string;
  /** The folders of `system`. */
  readonly folders?: readonly string[];
}

export interface MachineFont {
  readonly metrics: FontMetrics;
  readonly path: string;
  /** PostScript name by which a collection is opened; null for a file of one font. */
  readonly face: string | null;
  /** Place in the collection. */
  readonly index: number;
}

export interface MachineFonts {
  readonly fonts: ReadonlyMap<FontRole, MachineFont>;
  readonly messages: readonly Message[];
}

/** Raised when the names that are looked for or what is kept of a file change. */
const catalogueVersion = 1;
const deepest = 6;
const mostFiles = 20_000;

/** A face that a role may take; `rank` is its place in the list of names. */
interface Candidate {
  readonly role: FontRole;
  readonly rank: number;
  readonly name: string;
  readonly index: number;
  readonly licence: number;
}

interface CatalogueFile {
  readonly size: number;
  readonly changed: number;
  /** Null for a damaged file. */
  readonly candidates: readonly Candidate[] | null;
}
type Catalogue = Readonly<Record<string, CatalogueFile>>;

export function findMachineFonts({ places, cacheFolder, folders = systemFontFolders() }: MachineFontsOptions): MachineFonts {
  const messages: Message[] = [];
  const files = places.split(delimiter).flatMap((place) => {
    if (place === 'system') return folders.flatMap((folder) => fontFiles(folder, false));
    if (place === '') return [];
    if (!isFolder(place)) {
      messages.push(message('font-folder-missing', 'warning', `字体文件夹“${place}”不存在或读不到；请核对 --fonts 或 GAZETTE_FONTS。`));
      return [];
    }
    return fontFiles(place, true);
  });
  const cataloguePath = join(cacheFolder, 'catalogue.json');
  const known = readCatalogue(cataloguePath);
  const catalogue: Record<string, CatalogueFile> = {};
  const candidates: (Candidate & { readonly path: string; readonly order: number })[] = [];
  for (const [order, { path, isNamed }] of files.entries()) {
    const entry = look(path, known);
    if (entry === null) continue;
    catalogue[path] = entry;
    if (entry.candidates === null && (isNamed || likelyFile.test(basename(path)))) messages.push(damaged(path));
    for (const candidate of entry.candidates ?? []) candidates.push({ ...candidate, path, order });
  }
  // Files of other places stay in it: one may look here and there in turn.
  const isNew = Object.keys(catalogue).some((path) => catalogue[path] !== known[path]);
  if (isNew) keep(cataloguePath, { version: catalogueVersion, files: { ...known, ...catalogue } });

  const fonts = new Map<FontRole, MachineFont>();
  const used: string[] = [];
  const said = new Set<string>();
  const say = (each: Message) => {
    if (!said.has(each.text)) messages.push(each);
    said.add(each.text);
  };
  for (const role of Object.keys(wantedNames) as FontRole[]) {
    const own = candidates.filter((candidate) => candidate.role === role).sort((a, b) => a.rank - b.rank || a.order - b.order);
    for (const candidate of own) {
      const refusal = licenceRefusal(candidate.licence);
      if (refusal !== null) {
        say(notEmbeddable(candidate.name, candidate.path, refusal));
        continue;
      }
      const font = openFont(candidate.path, candidate, catalogue[candidate.path] as CatalogueFile, cacheFolder);
      if (font === null) {
        say(damaged(candidate.path));
        continue;
      }
      fonts.set(role, font);
      used.push(`${roleNames[role]}“${candidate.name}”`);
      break;
    }
  }
  messages.push(summary(used, fonts));
  return { fonts, messages };
}

function summary(used: readonly string[], fonts: ReadonlyMap<FontRole, MachineFont>): Message {
  const missing = (Object.keys(wantedNames) as FontRole[]).filter((role) => !fonts.has(role)).map((role) => roleNames[role]);
  const first = used.length === 0 ? '' : `采用单位字体：${used.join('、')}。`;
  const rest = missing.length === 0 ? '' : `没有可用的单位字体：${missing.join('、')}，仍用随附的开源字体；需要时请安装字体后重试。`;
  return message('fonts-used', 'note', `${first}${rest}`);
}

function damaged(path: string): Message {
  const text = `字体文件“${path}”已损坏或不是可用的字体，没有采用，改用别的字体；请重新安装这个字体。`;
  return message('font-damaged', 'warning', text, { file: path });
}

function notEmbeddable(name: string, path: string, refusal: string): Message {
  const text = `字体“${name}”（${path}）${refusal}，没有采用，改用别的字体；请向字体厂商取得许可嵌入的版本，或移走此文件。`;
  return message('font-not-embeddable', 'warning', text, { file: path });
}

/** OS/2 fsType: where several of bits 1 to 3 are set, the mildest counts (OpenType, OS/2, versions 0 to 2). */
function licenceRefusal(licence: number): string | null {
  if ((licence & 0x000e) === 0x0002) return '的授权位禁止嵌入 PDF（fsType 0x0002）';
  if ((licence & 0x0200) !== 0) return '的授权位只许嵌入点阵（fsType 0x0200）';
  if ((licence & 0x0100) !== 0) return '的授权位禁止取子集嵌入（fsType 0x0100）';
  return null;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Font files below a folder in a fixed order; what cannot be read is passed over. */
function fontFiles(folder: string, isNamed: boolean): { readonly path: string; readonly isNamed: boolean }[] {
  const found: { path: string; isNamed: boolean }[] = [];
  const visited = new Set<string>();
  const walk = (at: string, depth: number): void => {
    let entries: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean }[];
    try {
      // Links may lead in a circle.
      const real = realpathSync(at);
      if (visited.has(real)) return;
      visited.add(real);
      entries = readdirSync(at, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    } catch {
      return;
    }
    for (const entry of entries) {
      const path = join(at, entry.name);
      if (found.length >= mostFiles) return;
      if (/\.(?:ttf|otf|ttc|otc)$/i.test(entry.name)) found.push({ path, isNamed });
      else if (depth < deepest && (entry.isDirectory() || (entry.isSymbolicLink() && isFolder(path)))) walk(path, depth + 1);
    }
  };
  walk(folder, 0);
  return found;
}

/** What a file has for the roles: from the catalogue where the file is as it was, else from the file. Null for what is no file. */
function look(path: string, known: Catalogue): CatalogueFile | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return null;
  const [size, changed] = [stat.size, Math.round(stat.mtimeMs)];
  const kept = Object.hasOwn(known, path) ? known[path] : undefined;
  if (kept?.size === size && kept.changed === changed) return kept;
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return null;
  }
  try {
    const faces = readFaces((offset, length) => {
      const bytes = new Uint8Array(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
    }, size);
    return { size, changed, candidates: faces.flatMap(candidatesOf) };
  } catch (error) {
    if (error instanceof FontTrouble || (error instanceof Error && 'code' in error)) return { size, changed, candidates: null };
    throw error;
  } finally {
    closeSync(file);
  }
}

const comparable = (name: string) => name.normalize('NFKC').toLowerCase().replaceAll(' ', '');

function candidatesOf(face: Face): Candidate[] {
  const names = [...face.names, ...(face.isRegular ? face.families : [])].map(comparable);
  return (Object.keys(wantedNames) as FontRole[]).flatMap((role) => {
    const rank = wantedNames[role].findIndex((name) => names.includes(comparable(name)));
    const name = wantedNames[role][rank];
    return name === undefined ? [] : [{ role, rank, name, index: face.index, licence: face.licence }];
  });
}

/** Marks that Chinese text sets full-width: a font that has them narrower leaves them to the next one of the chain. */
const fullMarks = new Set([...'“”‘’·—…‥'].map((mark) => mark.codePointAt(0) as number));

interface KeptFont {
  readonly metrics: FontMetrics;
  readonly face: string | null;
}

/** With the metrics from the cache, or from the font when it is first used; null when the font is damaged. */
function openFont(path: string, { role, index }: Candidate, { size, changed }: CatalogueFile, cacheFolder: string): MachineFont | null {
  const key = createHash('sha256').update([path, size, changed, index, catalogueVersion].join('\n')).digest('hex').slice(0, 12);
  // The id tells of the very file: a browser keeps what it loaded under it.
  const id = `${role}-${key}`;
  const kept = join(cacheFolder, `${id}.json`);
  const known = readJson(kept) as KeptFont | null;
  if (known?.metrics?.id === id) return { ...known, path, index };
  try {
    const bytes = readFileSync(path);
    const metrics = readMetrics(bytes, index, id, (width, code) => width < 1000 && fullMarks.has(code));
    const font: KeptFont = { metrics, face: tryFont(bytes, index) };
    keep(kept, font);
    return { ...font, path, index };
  } catch {
    // Whatever the reader of the PDF writer stumbles over is damage as well.
    return null;
  }
}

interface PdfFont {
  readonly postscriptName: string;
  glyphForCodePoint(code: number): { readonly id: number; readonly advanceWidth: number };
  createSubset(): { includeGlyph(id: number): number; encode(): Uint8Array };
}

/** Embeds a few characters as the PDF will. @returns the name by which the face of a collection is opened. */
function tryFont(bytes: Buffer, index: number): string | null {
  // Loaded when a font is new here: a start with known fonts does without it.
  const fontkit = createRequire(import.meta.url)('fontkit') as { create(bytes: Buffer): PdfFont | { readonly fonts: readonly PdfFont[] } };
  const opened = fontkit.create(bytes);
  const font = 'fonts' in opened ? opened.fonts[index] : opened;
  if (font === undefined) throw new FontTrouble('no such face');
  const subset = font.createSubset();
  for (const character of '公报国一，。A1') subset.includeGlyph(font.glyphForCodePoint(character.codePointAt(0) as number).id);
  if (subset.encode().length === 0) throw new FontTrouble('nothing to embed');
  return 'fonts' in opened ? font.postscriptName : null;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function readCatalogue(path: string): Catalogue {
  const kept = readJson(path) as { version?: number; files?: Catalogue } | null;
  return kept?.version === catalogueVersion ? (kept.files ?? {}) : {};
}

/** A cache that cannot be written costs time, nothing else. */
function keep(path: string, value: unknown): void {
  try {
    mkdirSync(join(path, '..'), { recursive: true });
    const part = `${path}.${process.pid}.part`;
    writeFileSync(part, JSON.stringify(value));
    renameSync(part, path);
  } catch {
    // The next start looks again.
  }
}
