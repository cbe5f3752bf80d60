/** Reads a ZIP by its central directory: sizes are known and bounded before anything is inflated. */
import { inflateSync } from 'fflate';
import { BadMaterial } from './material.ts';

export interface ZipArchive {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The bytes of an entry, undefined when there is none of that name. Throws BadMaterial for a damaged entry. */
  readonly read: (name: string) => Uint8Array | undefined;
}

/** A submission with pictures has some hundred entries and some ten megabytes; these bounds only stop bombs. */
const MAX_ENTRIES = 10_000;
const MAX_INFLATED = 300 * 1024 * 1024;

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const DAMAGED = '文件已损坏，压缩包打不开，请向来稿单位重新索取';

/**
 * Opens an archive. Throws BadMaterial: `damaged-file` without a usable directory, `too-large` for more than
 * MAX_ENTRIES entries or MAX_INFLATED bytes, `encrypted-file` when an entry has a password.
 */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) throw new BadMaterial('damaged-file', DAMAGED);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw new BadMaterial('too-large', `压缩包里有 ${count} 个部件，不是正常的文稿，请用 Word 另存后重新导入`);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  let total = 0;
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new BadMaterial('damaged-file', DAMAGED);
    const nameLength = view.getUint16(at + 28, true);
    // Some writers put backslashes or a leading slash; part names are compared without regard to case (OPC, 6.2.2).
    const name = decoder
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/')
      .replace(/^\/+/, '');
    const entry: Entry = {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if ((entry.flags & 1) !== 0) throw new BadMaterial('encrypted-file', '文件加了密码，请向来稿单位索取未加密的文稿');
    total += entry.size;
    entries.set(name.toLowerCase(), entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (total > MAX_INFLATED) {
    throw new BadMaterial(
      'too-large',
      `文件展开后有 ${Math.round(total / 1048576)} 兆，不是正常的文稿，请用 Word 另存（压缩图片）后重新导入`,
    );
  }
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name.toLowerCase()),
    read(name) {
      const entry = entries.get(name.toLowerCase());
      return entry === undefined ? undefined : readEntry(bytes, view, entry);
    },
  };
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

function readEntry(bytes: Uint8Array, view: DataView, entry: Entry): Uint8Array {
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== 0x04034b50) throw new BadMaterial('damaged-file', DAMAGED);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  let content: Uint8Array;
  try {
    if (entry.method === 0) content = packed;
    // A buffer of the declared size: a directory that lies about sizes cannot make it grow.
    else if (entry.method === 8) content = inflateSync(packed, { out: new Uint8Array(entry.size) });
    else throw new Error('method');
  } catch {
    throw new BadMaterial('damaged-file', DAMAGED);
  }
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new BadMaterial('damaged-file', DAMAGED);
  return content;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (let i = 0; i < bytes.length; i += 1) value = (value >>> 8) ^ (CRC_TABLE[(value ^ (bytes[i] ?? 0)) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
