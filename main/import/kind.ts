/** What a file is, told by its bytes; the name is only held against it afterwards. */
import { type CompoundFile, openCompound } from './compound.ts';
import { packageKind } from './word-package.ts';

/** The three formats that are read, and everything that is recognised only to be refused by its name. */
export type FileKind =
  | { readonly kind: 'word' | 'text' }
  | { readonly kind: 'word97'; readonly compound: CompoundFile }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'other'; readonly looksLike: string; readonly advice: string }
  | { readonly kind: 'unknown' };

const ASK_WORD = '请向来稿单位索取 Word 或文本稿';
const SAVE_AS = '请用 Word 或 WPS 打开后另存为 .docx 再导入';

const SIGNATURES: readonly {
  readonly start: readonly number[];
  readonly at?: number;
  readonly looksLike: string;
  readonly advice: string;
}[] = [
  { start: [0x25, 0x50, 0x44, 0x46, 0x2d], looksLike: 'PDF 文件', advice: ASK_WORD },
  { start: [0x89, 0x50, 0x4e, 0x47], looksLike: 'PNG 图片', advice: ASK_WORD },
  { start: [0xff, 0xd8, 0xff], looksLike: 'JPEG 图片', advice: ASK_WORD },
  { start: [0x47, 0x49, 0x46, 0x38], looksLike: 'GIF 图片', advice: ASK_WORD },
  { start: [0x49, 0x49, 0x2a, 0x00], looksLike: 'TIFF 图片', advice: ASK_WORD },
  { start: [0x4d, 0x4d, 0x00, 0x2a], looksLike: 'TIFF 图片', advice: ASK_WORD },
  { start: [0x57, 0x45, 0x42, 0x50], at: 8, looksLike: 'WebP 图片', advice: ASK_WORD },
  { start: [0x7b, 0x5c, 0x72, 0x74, 0x66], looksLike: 'RTF 文件', advice: SAVE_AS },
  { start: [0x52, 0x61, 0x72, 0x21], looksLike: 'RAR 压缩包', advice: '请先解压，再逐个导入里面的文稿' },
  { start: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], looksLike: '7z 压缩包', advice: '请先解压，再逐个导入里面的文稿' },
  { start: [0x1f, 0x8b], looksLike: 'gzip 压缩包', advice: '请先解压，再逐个导入里面的文稿' },
  { start: [0x4d, 0x5a], looksLike: '可执行程序', advice: `不要打开它，${ASK_WORD}` },
  { start: [0x7f, 0x45, 0x4c, 0x46], looksLike: '可执行程序', advice: `不要打开它，${ASK_WORD}` },
];

const OLE: readonly number[] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Tells the kind of non-empty bytes. Throws BadMaterial for a container (ZIP, compound file) that is damaged. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, OLE)) return compoundKind(bytes);
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return zipKind(bytes);
  for (const signature of SIGNATURES) {
    if (startsWith(bytes, signature.start, signature.at))
      return { kind: 'other', looksLike: signature.looksLike, advice: signature.advice };
  }
  if (bytes[0] === 0x42 && bytes[1] === 0x4d && !looksLikeText(bytes)) return { kind: 'other', looksLike: 'BMP 图片', advice: ASK_WORD };
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).replace(/^(\xef\xbb\xbf)?\s+|^\xef\xbb\xbf/, '');
  if (/^(<!doctype html|<html[\s>]|<head[\s>]|<body[\s>])/i.test(head))
    return { kind: 'other', looksLike: '网页（HTML）', advice: SAVE_AS };
  if (/^MIME-Version:/i.test(head)) return { kind: 'other', looksLike: '网页（MHT）', advice: SAVE_AS };
  if (/^<\?xml/.test(head)) return { kind: 'other', looksLike: 'XML 文件', advice: SAVE_AS };
  return looksLikeText(bytes) ? { kind: 'text' } : { kind: 'unknown' };
}

function compoundKind(bytes: Uint8Array): FileKind {
  const compound = openCompound(bytes);
  if (compound.has('EncryptedPackage') || compound.has('EncryptionInfo')) return { kind: 'encrypted' };
  if (compound.has('WordDocument')) return { kind: 'word97', compound };
  if (compound.has('Workbook') || compound.has('Book')) return { kind: 'other', looksLike: 'Excel 表格', advice: ASK_WORD };
  if (compound.has('PowerPoint Document')) return { kind: 'other', looksLike: 'PowerPoint 演示文稿', advice: ASK_WORD };
  if (compound.has('__properties_version1.0'))
    return { kind: 'other', looksLike: 'Outlook 邮件', advice: '请把邮件里的附件另存出来再导入' };
  return { kind: 'other', looksLike: '其他程序的文件', advice: SAVE_AS };
}

function zipKind(bytes: Uint8Array): FileKind {
  switch (packageKind(bytes)) {
    case 'word':
      return { kind: 'word' };
    case 'sheet':
      return { kind: 'other', looksLike: 'Excel 表格', advice: ASK_WORD };
    case 'slides':
      return { kind: 'other', looksLike: 'PowerPoint 演示文稿', advice: ASK_WORD };
    default: {
      // OpenDocument and OFD name themselves in their first entry; only their kind of program matters here.
      const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
      if (head.includes('opendocument')) return { kind: 'other', looksLike: 'OpenDocument 文件', advice: SAVE_AS };
      if (/OFD\.xml/.test(head)) return { kind: 'other', looksLike: 'OFD 版式文件', advice: ASK_WORD };
      return { kind: 'other', looksLike: 'ZIP 压缩包', advice: '请先解压，再逐个导入里面的文稿' };
    }
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[], at = 0): boolean {
  return start.every((byte, index) => bytes[at + index] === byte);
}

/**
 * Text has next to no control characters. UTF-16 without its mark is not guessed: half of it is control characters,
 * and a wrong guess would print nonsense.
 */
function looksLikeText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return bytes.length % 2 === 0 && utf16LooksLikeText(bytes);
  const sample = bytes.subarray(0, 1 << 20);
  let control = 0;
  for (const byte of sample) {
    if (byte === 0) control += 8;
    else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1a) control += 1;
  }
  return control * 100 <= sample.length;
}

function utf16LooksLikeText(bytes: Uint8Array): boolean {
  const little = bytes[0] === 0xff;
  let control = 0;
  for (let at = 2; at + 1 < bytes.length; at += 2) {
    const unit = little ? (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 13 && unit !== 12) control += 1;
  }
  return control * 200 <= bytes.length;
}
