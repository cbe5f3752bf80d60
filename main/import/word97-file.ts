/** The outer layers of a Word 97–2003 file (MS-DOC): file information block, piece table, and so the text by position. */
import type { CompoundFile } from './compound.ts';
import { BadMaterial } from './material.ts';

/** A stretch of text that lies in one piece of the file. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly offset: number;
  readonly bytesPerCharacter: 1 | 2;
}

/** Lengths of the parts of the text, in the order in which they lie behind each other. */
export interface TextParts {
  readonly main: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
}

export interface Word97File {
  readonly document: DataView;
  readonly table: DataView;
  readonly data: DataView;
  readonly text: string;
  readonly parts: TextParts;
  /** Where the text at a position lies in the document stream. */
  readonly offsetOf: (position: number) => number;
  /** Place and length of a structure in the table stream, by its number in FibRgFcLcb97 (MS-DOC 2.5.6). */
  readonly structure: (index: number) => { readonly at: number; readonly length: number };
}

const DAMAGED = '文件已损坏，正文读不出来，请用 Word 打开另存后重新导入，或向来稿单位重新索取';

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Opens the streams of a .doc. Throws BadMaterial: `encrypted-file` for the flag fEncrypted, `not-a-document` for
 * Word 6.0/95 (another format), `damaged-file` when the text cannot be located.
 */
export function openWord97(compound: CompoundFile): Word97File {
  const bytes = compound.stream('WordDocument');
  if (bytes === undefined || bytes.length < 0x1aa) throw new BadMaterial('damaged-file', DAMAGED);
  const document = view(bytes);
  const magic = document.getUint16(0, true);
  const flags = document.getUint16(0x0a, true);
  if ((flags & 0x0100) !== 0) throw new BadMaterial('encrypted-file', '文件加了密码，请向来稿单位索取未加密的文稿');
  if (magic !== 0xa5ec) {
    throw new BadMaterial('not-a-document', '这是 Word 97 以前的文件，请用 Word 或 WPS 打开后另存为 .docx 再导入');
  }
  const tableBytes = compound.stream((flags & 0x0200) !== 0 ? '1Table' : '0Table');
  if (tableBytes === undefined) throw new BadMaterial('damaged-file', DAMAGED);
  const table = view(tableBytes);
  const data = view(compound.stream('Data') ?? new Uint8Array(0));
  const structures = 0x9a;
  const count = document.getUint16(0x98, true);
  const structure = (index: number) => {
    const at = structures + index * 8;
    if (index >= count || at + 8 > document.byteLength) return { at: 0, length: 0 };
    const place = { at: document.getUint32(at, true), length: document.getUint32(at + 4, true) };
    return place.at + place.length > table.byteLength ? { at: 0, length: 0 } : place;
  };
  const length = (at: number): number => Math.max(0, document.getInt32(at, true));
  const parts: TextParts = {
    main: length(0x4c),
    footnotes: length(0x50),
    headers: length(0x54),
    comments: length(0x5c),
    endnotes: length(0x60),
    textBoxes: length(0x64),
  };
  const pieces = readPieces(table, structure(33));
  if (pieces.length === 0) throw new BadMaterial('damaged-file', DAMAGED);
  const text = pieces.map((piece) => pieceText(bytes, piece)).join('');
  if (text.length < parts.main) throw new BadMaterial('damaged-file', DAMAGED);
  let last = 0;
  return {
    document,
    table,
    data,
    text,
    parts,
    structure,
    offsetOf(position) {
      let piece = pieces[last];
      if (piece === undefined || position < piece.start || position >= piece.end) {
        last = pieces.findIndex((entry) => position >= entry.start && position < entry.end);
        piece = pieces[last];
      }
      return piece === undefined ? -1 : piece.offset + (position - piece.start) * piece.bytesPerCharacter;
    },
  };
}

/** The Clx: property modifiers, then the table of pieces (MS-DOC 2.9.38). */
function readPieces(table: DataView, place: { at: number; length: number }): readonly Piece[] {
  let at = place.at;
  const end = place.at + place.length;
  while (at < end && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  if (at >= end || table.getUint8(at) !== 2) return [];
  const count = Math.floor((table.getUint32(at + 1, true) - 4) / 12);
  const positions = at + 5;
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = table.getUint32(positions + i * 4, true);
    const stop = table.getUint32(positions + i * 4 + 4, true);
    const where = table.getUint32(positions + (count + 1) * 4 + i * 8 + 2, true);
    // Bit 30: one byte a character, and the offset is doubled.
    const narrow = (where & 0x40000000) !== 0;
    const offset = narrow ? (where & 0x3fffffff) / 2 : where & 0x3fffffff;
    if (stop < start) throw new BadMaterial('damaged-file', DAMAGED);
    pieces.push({ start, end: stop, offset, bytesPerCharacter: narrow ? 1 : 2 });
  }
  return pieces;
}

function pieceText(bytes: Uint8Array, piece: Piece): string {
  const length = (piece.end - piece.start) * piece.bytesPerCharacter;
  if (piece.offset + length > bytes.length) throw new BadMaterial('damaged-file', DAMAGED);
  const slice = bytes.subarray(piece.offset, piece.offset + length);
  if (piece.bytesPerCharacter === 1) return new TextDecoder('windows-1252').decode(slice);
  let text = '';
  // By units and not by TextDecoder: a stray surrogate must not shift the positions behind it.
  for (let i = 0; i < slice.length; i += 2) text += String.fromCharCode((slice[i] ?? 0) | ((slice[i + 1] ?? 0) << 8));
  return text;
}
