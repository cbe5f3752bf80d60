/** Reads plain text: finds its encoding, makes a paragraph of each line. */

import type { Draft, DraftParagraph } from '../../shared/recognize/draft.ts';
import { accepted, type Message, message, type Outcome } from '../../shared/result.ts';
import { BadMaterial } from './material.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** More bad places than this are told in one sentence: no one goes through a list of a thousand. */
const MAX_REPORTED = 20;

/**
 * Bytes of a text file → one paragraph for each line, blank lines too. Hard-wrapped lines stay apart and leading
 * full-width blanks stay in the text: both are for the recognition to judge. Messages: `undecodable` with the line.
 * Throws BadMaterial `not-a-document` when most of it cannot be decoded.
 */
export function readText(bytes: Uint8Array, file: string): Outcome<Draft> {
  const encoding = textEncoding(bytes);
  const text = decode(bytes, encoding);
  const messages: Message[] = [];
  let bad = 0;
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  const nodes = lines.map((line, index): DraftParagraph => {
    const broken = line.match(/\ufffd/g)?.length ?? 0;
    if (broken > 0) {
      bad += broken;
      if (messages.length < MAX_REPORTED) {
        messages.push(
          message('undecodable', 'warning', `第 ${index + 1} 行有 ${broken} 个字符无法识别，已用“�”代替，请对照原稿改正`, {
            file,
            line: index + 1,
          }),
        );
      }
    }
    // Form feeds end pages of old printers; other control characters (NUL, Ctrl-Z of DOS) show nothing.
    const visible = line.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '');
    return { kind: 'paragraph', runs: visible === '' ? [] : [{ text: visible }] };
  });
  if (bad > 20 && bad * 5 > text.length) {
    throw new BadMaterial(
      'not-a-document',
      '内容不是可以识别的文字（编码既不是 UTF-8、UTF-16，也不是 GB18030），请向来稿单位索取 Word 或文本稿',
    );
  }
  if (lines.length > 1 && lines.at(-1) === '') nodes.pop();
  return accepted({ nodes, images: [] }, messages);
}

/**
 * A byte order mark decides; without one, what is valid UTF-8 is UTF-8 (GB18030 text of more than a few characters
 * never is), the rest GB18030. A text that is broken in both goes to the encoding with the fewer broken places.
 */
function textEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (isValid(bytes, 'utf-8')) return 'utf-8';
  if (isValid(bytes, 'gb18030')) return 'gb18030';
  return countBroken(bytes, 'utf-8') <= countBroken(bytes, 'gb18030') ? 'utf-8' : 'gb18030';
}

function decode(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function countBroken(bytes: Uint8Array, encoding: Encoding): number {
  return decode(bytes, encoding).match(/\ufffd/g)?.length ?? 0;
}
