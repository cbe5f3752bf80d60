/** Reads an OLE2 compound file (MS-CFB): the container of .doc, .xls and encrypted packages. */
import { BadMaterial } from './material.ts';

export interface CompoundFile {
  /** Whether the root storage has a stream or storage of that name. */
  readonly has: (name: string) => boolean;
  /** The bytes of a stream in the root storage. Throws BadMaterial when its chain is broken. */
  readonly stream: (name: string) => Uint8Array | undefined;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

const END = 0xfffffffe;
const NONE = 0xffffffff;

function damaged(): BadMaterial {
  return new BadMaterial('damaged-file', '文件已损坏，内部结构读不通，请用 Word 打开另存后重新导入，或向来稿单位重新索取');
}

/** Opens the container. Throws BadMaterial `damaged-file` for broken or circular chains. */
export function openCompound(bytes: Uint8Array): CompoundFile {
  if (bytes.length < 512) throw damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorShift = view.getUint16(0x1e, true);
  if (sectorShift !== 9 && sectorShift !== 12) throw damaged();
  const sectorSize = 1 << sectorShift;
  const miniSize = 1 << Math.min(view.getUint16(0x20, true), 12);
  const miniCutoff = view.getUint32(0x38, true);
  const sectorCount = Math.ceil(bytes.length / sectorSize);

  const sectorOffset = (sector: number): number => {
    const offset = (sector + 1) * sectorSize;
    if (sector >= sectorCount || offset >= bytes.length) throw damaged();
    return offset;
  };
  const wordAt = (sector: number, index: number): number => {
    const at = sectorOffset(sector) + index * 4;
    if (at + 4 > bytes.length) throw damaged();
    return view.getUint32(at, true);
  };

  // The table of sectors is itself listed: 109 entries in the header, more in a chain of sectors.
  const tableSectors: number[] = [];
  for (let i = 0; i < 109; i += 1) {
    const sector = view.getUint32(0x4c + i * 4, true);
    if (sector < END - 1) tableSectors.push(sector);
  }
  const perSector = sectorSize / 4;
  let more = view.getUint32(0x44, true);
  for (let step = 0; more < END - 1; step += 1) {
    if (step > sectorCount) throw damaged();
    for (let i = 0; i < perSector - 1; i += 1) {
      const sector = wordAt(more, i);
      if (sector < END - 1) tableSectors.push(sector);
    }
    more = wordAt(more, perSector - 1);
  }
  if (tableSectors.length > sectorCount) throw damaged();
  const nextSector = (sector: number): number => {
    const table = tableSectors[Math.floor(sector / perSector)];
    if (table === undefined) throw damaged();
    return wordAt(table, sector % perSector);
  };

  /** The bytes of a chain; a chain longer than the file goes in a circle. */
  const readChain = (start: number, size: number | undefined): Uint8Array => {
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector !== END && sector !== NONE && (size === undefined || length < size); sector = nextSector(sector)) {
      if (parts.length > sectorCount) throw damaged();
      const offset = sectorOffset(sector);
      const part = bytes.subarray(offset, Math.min(offset + sectorSize, bytes.length));
      parts.push(part);
      length += part.length;
    }
    if (size !== undefined && length < size) throw damaged();
    return joined(parts, size ?? length);
  };

  const entries = readDirectory(readChain(view.getUint32(0x30, true), undefined));
  const root = entries[0];
  if (root === undefined || root.type !== 5) throw damaged();
  const names = new Map<string, DirectoryEntry>();
  const visited = new Set<number>();
  const pending = [root.child];
  while (pending.length > 0) {
    const index = pending.pop() ?? NONE;
    const entry = entries[index];
    if (entry === undefined || entry.type === 0 || visited.has(index)) continue;
    visited.add(index);
    names.set(entry.name, entry);
    pending.push(entry.left, entry.right);
  }

  let miniStream: Uint8Array | undefined;
  let miniTable: DataView | undefined;
  const readMini = (start: number, size: number): Uint8Array => {
    miniStream ??= readChain(root.start, root.size);
    if (miniTable === undefined) {
      const table = readChain(view.getUint32(0x3c, true), undefined);
      miniTable = new DataView(table.buffer, table.byteOffset, table.byteLength);
    }
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector !== END && length < size; sector = miniTable.getUint32(sector * 4, true)) {
      if (sector * miniSize >= miniStream.length || sector * 4 + 4 > miniTable.byteLength) throw damaged();
      const part = miniStream.subarray(sector * miniSize, (sector + 1) * miniSize);
      parts.push(part);
      length += part.length;
    }
    if (length < size) throw damaged();
    return joined(parts, size);
  };

  return {
    has: (name) => names.has(name),
    stream(name) {
      const entry = names.get(name);
      if (entry === undefined || entry.type !== 2) return undefined;
      if (entry.size === 0) return new Uint8Array(0);
      if (entry.size > bytes.length) throw damaged();
      return entry.size < miniCutoff ? readMini(entry.start, entry.size) : readChain(entry.start, entry.size);
    },
  };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    const fitting = part.subarray(0, size - at);
    whole.set(fitting, at);
    at += fitting.length;
  }
  return whole;
}

function readDirectory(bytes: Uint8Array): readonly DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: DirectoryEntry[] = [];
  const decoder = new TextDecoder('utf-16le');
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    const length = Math.min(view.getUint16(at + 64, true), 64);
    entries.push({
      name: decoder.decode(bytes.subarray(at, at + Math.max(0, length - 2))),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}
