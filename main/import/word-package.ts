/** The parts of an OOXML package: content types, relations, and which part is the document. */
import { BadMaterial } from './material.ts';
import { childElements, parseXml, type XmlElement } from './xml.ts';
import { openZip, type ZipArchive } from './zip.ts';

export interface Relation {
  /** Last step of the relation's type: `styles`, `image`, `footnotes`. */
  readonly type: string;
  /** Part name, or the address when `external`; an external target is never opened. */
  readonly target: string;
  readonly external: boolean;
}
export type Relations = ReadonlyMap<string, Relation>;

export interface WordPackage {
  readonly documentPart: string;
  readonly relations: (part: string) => Relations;
  readonly bytes: (part: string) => Uint8Array | undefined;
  readonly xml: (part: string) => XmlElement | undefined;
}

/** What the main part of an OOXML package is by its content type. */
export type PackageKind = 'word' | 'sheet' | 'slides' | 'other';

/** Looks only at the directory and the names: what kind of package a ZIP is. Throws BadMaterial for a damaged one. */
export function packageKind(bytes: Uint8Array): PackageKind {
  const zip = openZip(bytes);
  if (!zip.has('[Content_Types].xml')) return 'other';
  const main = mainPart(zip, readRelations(zip, ''));
  if (main === undefined) return 'other';
  const type = contentType(zip, main);
  if (/wordprocessingml|ms-word\./.test(type)) return 'word';
  if (/spreadsheetml|ms-excel/.test(type)) return 'sheet';
  if (/presentationml|ms-powerpoint/.test(type)) return 'slides';
  return 'other';
}

/** Opens a package that `packageKind` called `word`. Throws BadMaterial when its document is missing or damaged. */
export function openPackage(bytes: Uint8Array): WordPackage {
  const zip = openZip(bytes);
  const main = mainPart(zip, readRelations(zip, ''));
  if (main === undefined || !zip.has(main)) throw new BadMaterial('damaged-file', '文件已损坏，缺少正文部件，请向来稿单位重新索取');
  const relations = new Map<string, Relations>();
  return {
    documentPart: main,
    relations(part) {
      let known = relations.get(part);
      if (known === undefined) {
        known = readRelations(zip, part);
        relations.set(part, known);
      }
      return known;
    },
    bytes: (part) => zip.read(part),
    xml(part) {
      const content = zip.read(part);
      return content === undefined ? undefined : parseXml(content);
    },
  };
}

function mainPart(_zip: ZipArchive, relations: Relations): string | undefined {
  for (const relation of relations.values()) if (relation.type === 'officeDocument' && !relation.external) return relation.target;
  return undefined;
}

function contentType(zip: ZipArchive, part: string): string {
  const bytes = zip.read('[Content_Types].xml');
  if (bytes === undefined) return '';
  let byExtension = '';
  for (const entry of childElements(parseXml(bytes))) {
    const type = entry.attributes.ContentType ?? '';
    if (entry.name === 'ct:Override' && (entry.attributes.PartName ?? '').replace(/^\//, '').toLowerCase() === part.toLowerCase())
      return type;
    const extension = entry.attributes.Extension;
    if (entry.name === 'ct:Default' && extension !== undefined && part.toLowerCase().endsWith(`.${extension.toLowerCase()}`))
      byExtension = type;
  }
  return byExtension;
}

function readRelations(zip: ZipArchive, part: string): Relations {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const bytes = zip.read(`${folder}_rels/${part.slice(slash + 1)}.rels`);
  const relations = new Map<string, Relation>();
  if (bytes === undefined) return relations;
  for (const entry of childElements(parseXml(bytes))) {
    const id = entry.attributes.Id;
    const target = entry.attributes.Target;
    if (entry.name !== 'rel:Relationship' || id === undefined || target === undefined) continue;
    const external = entry.attributes.TargetMode === 'External';
    const type = (entry.attributes.Type ?? '').split('/').at(-1) ?? '';
    relations.set(id, { type, target: external ? target : resolvePart(folder, target), external });
  }
  return relations;
}

/** A target relative to the folder of the part that names it; steps above the root stay at the root. */
function resolvePart(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
