/** Properties in a Word 97–2003 file: single modifiers (MS-DOC 2.6) and the pages that assign them to text (2.9.33, 2.9.174). */
import type { Word97File } from './word97-file.ts';

/** One property modifier: its code and where its operand lies. */
export interface Modifier {
  readonly code: number;
  readonly view: DataView;
  readonly at: number;
  readonly length: number;
}

/** Operand as a number: its size follows from the code. */
export function operand(modifier: Modifier): number {
  const { view, at, length } = modifier;
  if (length === 1) return view.getUint8(at);
  if (length === 2) return view.getInt16(at, true);
  if (length === 4) return view.getUint32(at, true);
  return 0;
}

const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const DEFINE_TABLE = 0xd608;
const CHANGE_TABS = 0xc615;

/** The modifiers of a list; a list that breaks off ends there. Large lists that lie in the data stream are followed once. */
export function readModifiers(view: DataView, start: number, length: number, data?: DataView): readonly Modifier[] {
  const modifiers: Modifier[] = [];
  const end = Math.min(start + length, view.byteLength);
  let at = start;
  while (at + 3 <= end) {
    const code = view.getUint16(at, true);
    at += 2;
    let size = SIZES[code >> 13] ?? 0;
    if (size === 0) {
      if (code === DEFINE_TABLE || code === 0xd606) {
        if (at + 2 > end) break;
        size = view.getUint16(at, true) - 1;
        at += 2;
      } else {
        size = view.getUint8(at);
        at += 1;
        if (code === CHANGE_TABS && size === 255) {
          const deleted = view.getUint8(at);
          size = 2 + deleted * 4 + view.getUint8(at + 1 + deleted * 4) * 3;
        }
      }
    }
    if (size < 0 || at + size > end) break;
    if ((code === 0x6645 || code === 0x6646 || code === 0x646b) && data !== undefined) {
      const place = view.getUint32(at, true);
      if (place + 2 <= data.byteLength) modifiers.push(...readModifiers(data, place + 2, data.getUint16(place, true)));
    } else modifiers.push({ code, view, at, length: size });
    at += size;
  }
  return modifiers;
}

export interface PropertyRun {
  readonly start: number;
  readonly end: number;
  /** Style of a paragraph; 0 for runs of characters. */
  readonly style: number;
  readonly modifiers: readonly Modifier[];
}

/** Finds the run of properties at an offset of the document stream. */
export type FindRun = (offset: number) => PropertyRun | undefined;

/** Structure 12: properties of characters. */
export function readCharacterRuns(file: Word97File): FindRun {
  return readPages(file, 12, 1, (page, index, count) => {
    const word = file.document.getUint8(page + (count + 1) * 4 + index);
    if (word === 0) return { style: 0, modifiers: [] };
    const at = page + word * 2;
    return { style: 0, modifiers: readModifiers(file.document, at + 1, file.document.getUint8(at)) };
  });
}

/** Structure 13: properties of paragraphs. */
export function readParagraphRuns(file: Word97File): FindRun {
  return readPages(file, 13, 13, (page, index, count) => {
    const word = file.document.getUint8(page + (count + 1) * 4 + index * 13);
    if (word === 0) return { style: 0, modifiers: [] };
    let at = page + word * 2;
    let length = file.document.getUint8(at) * 2 - 1;
    if (length < 0) {
      at += 1;
      length = file.document.getUint8(at) * 2;
    }
    if (length < 2) return { style: 0, modifiers: [] };
    return { style: file.document.getUint16(at + 1, true), modifiers: readModifiers(file.document, at + 3, length - 2, file.data) };
  });
}

function readPages(
  file: Word97File,
  structure: number,
  entrySize: number,
  read: (page: number, index: number, count: number) => { style: number; modifiers: readonly Modifier[] },
): FindRun {
  const place = file.structure(structure);
  const pages = Math.max(0, Math.floor((place.length - 4) / 8));
  const runs: PropertyRun[] = [];
  for (let i = 0; i < pages; i += 1) {
    const page = (file.table.getUint32(place.at + (pages + 1) * 4 + i * 4, true) & 0x3fffff) * 512;
    if (page + 512 > file.document.byteLength) continue;
    const count = file.document.getUint8(page + 511);
    if ((count + 1) * 4 + count * entrySize > 511) continue;
    for (let index = 0; index < count; index += 1) {
      const start = file.document.getUint32(page + index * 4, true);
      const end = file.document.getUint32(page + index * 4 + 4, true);
      if (end > start) runs.push({ start, end, ...read(page, index, count) });
    }
  }
  runs.sort((a, b) => a.start - b.start);
  return (offset) => {
    let low = 0;
    let high = runs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const run = runs[middle];
      if (run === undefined) return undefined;
      if (offset < run.start) high = middle - 1;
      else if (offset >= run.end) low = middle + 1;
      else return run;
    }
    return undefined;
  };
}
