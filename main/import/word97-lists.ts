/** Automatic numbering of a Word 97–2003 file: list definitions and their overrides (MS-DOC 2.9.131, 2.9.147). */
import type { ListDefinition, ListLevel } from './list-numbers.ts';
import { WORD97_FORMATS } from './number-format.ts';
import type { Word97File } from './word97-file.ts';

/** The list of an index as a paragraph names it (from 1). Structures that are damaged make fewer lists. */
export function readLists97(file: Word97File): (index: number) => ListDefinition | undefined {
  const definitions = readDefinitions(file);
  const lists = readOverrides(file, definitions);
  return (index) => lists[index - 1];
}

type Definitions = ReadonlyMap<number, readonly ListLevel[]>;

function readDefinitions(file: Word97File): Definitions {
  const { table } = file;
  const place = file.structure(73);
  const definitions = new Map<number, readonly ListLevel[]>();
  if (place.length < 2) return definitions;
  const count = table.getUint16(place.at, true);
  // The levels lie behind the structure's own length.
  let at = place.at + 2 + count * 28;
  for (let i = 0; i < count; i += 1) {
    const entry = place.at + 2 + i * 28;
    if (entry + 28 > table.byteLength) break;
    const levels: ListLevel[] = [];
    for (let level = 0; level < ((table.getUint8(entry + 26) & 1) !== 0 ? 1 : 9); level += 1) {
      const read = readLevel(table, at);
      if (read === undefined) return definitions;
      levels.push(read.level);
      at = read.end;
    }
    definitions.set(table.getUint32(entry, true), levels);
  }
  return definitions;
}

function readLevel(table: DataView, at: number): { level: ListLevel; end: number } | undefined {
  if (at + 30 > table.byteLength) return undefined;
  const flags = table.getUint8(at + 5);
  const follow = table.getUint8(at + 15);
  const textAt = at + 28 + table.getUint8(at + 24) + table.getUint8(at + 25);
  if (textAt + 2 > table.byteLength) return undefined;
  const length = table.getUint16(textAt, true);
  if (textAt + 2 + length * 2 > table.byteLength) return undefined;
  let text = '';
  for (let i = 0; i < length; i += 1) {
    const unit = table.getUint16(textAt + 2 + i * 2, true);
    text += unit < 9 ? `%${unit + 1}` : String.fromCharCode(unit);
  }
  const noRestart = (flags & 0x08) !== 0;
  const level: ListLevel = {
    start: table.getInt32(at, true),
    format: WORD97_FORMATS[table.getUint8(at + 4)] ?? 'decimal',
    text,
    suffix: follow === 2 ? 'nothing' : follow === 1 ? 'space' : 'tab',
    legal: (flags & 0x04) !== 0,
    ...(noRestart ? { restart: table.getUint8(at + 26) } : {}),
  };
  return { level, end: textAt + 2 + length * 2 };
}

function readOverrides(file: Word97File, definitions: Definitions): readonly (ListDefinition | undefined)[] {
  const { table } = file;
  const place = file.structure(74);
  const lists: (ListDefinition | undefined)[] = [];
  if (place.length < 4) return lists;
  const count = table.getUint32(place.at, true);
  let at = place.at + 4 + count * 16;
  for (let i = 0; i < count; i += 1) {
    const entry = place.at + 4 + i * 16;
    if (entry + 16 > table.byteLength) break;
    const id = table.getUint32(entry, true);
    const levels = [...(definitions.get(id) ?? [])];
    const starts = new Map<number, number>();
    at += 4;
    for (let n = table.getUint8(entry + 12); n > 0 && at + 8 <= table.byteLength; n -= 1) {
      const start = table.getInt32(at, true);
      const bits = table.getUint32(at + 4, true);
      at += 8;
      const index = bits & 0xf;
      if ((bits & 0x20) !== 0) {
        const read = readLevel(table, at);
        if (read === undefined) return lists;
        levels[index] = read.level;
        if ((bits & 0x10) !== 0) starts.set(index, read.level.start);
        at = read.end;
      } else if ((bits & 0x10) !== 0) starts.set(index, start);
    }
    lists.push({ id: String(i), counter: String(id), level: (index) => levels[index], startOverride: (index) => starts.get(index) });
  }
  return lists;
}
