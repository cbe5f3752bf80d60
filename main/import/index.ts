/** The door of the room: a submitted file becomes a draft, by what its bytes are. */

import type { Draft, DraftNode } from '../../shared/recognize/draft.ts';
import { message, type Outcome, refused } from '../../shared/result.ts';
import { type FileKind, fileKind } from './kind.ts';
import { BadMaterial } from './material.ts';
import { readText } from './text.ts';
import { readWord } from './word.ts';
import { readWord97 } from './word97.ts';

/** What a file extension claims; one that is not in the table claims nothing. `.wps` files of today are either Word format. */
const CLAIMS: Readonly<Record<string, readonly FileKind['kind'][]>> = {
  docx: ['word'],
  docm: ['word'],
  dotx: ['word'],
  doc: ['word97'],
  dot: ['word97'],
  wps: ['word97', 'word'],
  txt: ['text'],
};

/**
 * Reads one submission. Refused as a whole, with one message that names the file and the next step, are:
 * `empty-file`, `damaged-file`, `encrypted-file`, `too-large`, `wrong-type` (the extension claims another type than the
 * bytes are) and `not-a-document`. Never throws for bad material.
 */
export async function readSubmission(file: { name: string; bytes: Uint8Array }): Promise<Outcome<Draft>> {
  const refuse = (code: string, text: string): Outcome<never> => refused(code, `“${file.name}”：${text}`, { file: file.name });
  if (file.bytes.length === 0) return refuse('empty-file', '文件是空的，请向来稿单位重新索取');
  try {
    const found = fileKind(file.bytes);
    if (found.kind === 'encrypted') return refuse('encrypted-file', '文件加了密码，请向来稿单位索取未加密的文稿');
    const extension = /\.([^.\\/]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
    const claims = Object.hasOwn(CLAIMS, extension) ? CLAIMS[extension] : undefined;
    if (found.kind === 'unknown') {
      return claims !== undefined && extension !== 'txt'
        ? refuse('damaged-file', `文件已损坏，内容不是 .${extension} 文稿，请向来稿单位重新索取`)
        : refuse('not-a-document', '内容是二进制数据，不是文稿，请向来稿单位索取 Word 或文本稿');
    }
    if (claims !== undefined && !claims.includes(found.kind)) return refuse('wrong-type', wrongType(found, extension));
    if (found.kind === 'other') return refuse('not-a-document', `这是 ${found.looksLike}，${found.advice}`);
    const outcome = read(found, file);
    if (!outcome.ok) return outcome;
    if (!outcome.value.nodes.some(showsSomething)) return refuse('empty-file', '文件里没有文字，请向来稿单位重新索取');
    // A place names the file, so that messages of several files can stand in one list.
    return {
      ...outcome,
      messages: outcome.messages.map((entry) => message(entry.code, entry.severity, entry.text, { file: file.name, ...entry.at })),
    };
  } catch (error) {
    if (error instanceof BadMaterial) return refuse(error.code, error.message);
    // Broken offsets of a binary format end as range errors in many places; the file is to blame, and nothing of it is kept.
    return refuse('damaged-file', '文件已损坏，读到一半读不下去，请用 Word 打开另存后重新导入，或向来稿单位重新索取');
  }
}

function read(found: FileKind, file: { name: string; bytes: Uint8Array }): Outcome<Draft> {
  switch (found.kind) {
    case 'word':
      return readWord(file.bytes, file.name);
    case 'word97':
      return readWord97(found.compound, file.name);
    default:
      return readText(file.bytes, file.name);
  }
}

function wrongType(found: FileKind, extension: string): string {
  const named = `文件名是 .${extension}，`;
  switch (found.kind) {
    case 'word':
      return `${named}内容却是 .docx 文稿，请改正扩展名后重新导入，或向来稿单位核实`;
    case 'word97':
      return `${named}内容却是 Word 97（.doc）文稿，请改正扩展名后重新导入，或向来稿单位核实`;
    case 'text':
      return `${named}内容却是纯文本，请改正扩展名后重新导入，或向来稿单位核实`;
    case 'other':
      return `${named}内容却是 ${found.looksLike}，${found.advice}`;
    default:
      return `${named}内容却是别的类型，请向来稿单位核实`;
  }
}

function showsSomething(node: DraftNode): boolean {
  switch (node.kind) {
    case 'paragraph':
      return node.runs.some((run) => /\S/.test(run.text));
    case 'figure':
      return true;
    case 'box':
      return node.paragraphs.some(showsSomething);
    case 'table':
      return true;
  }
}
