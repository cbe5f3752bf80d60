/**
 * Loose paragraphs → a document: what is title, number, addressees, heading, attachment … All formats share it.
 * The passes in order: lines, head, tail (署名, 版记), body. No pass changes a character of the text.
 */
import type { Block } from '../document/block.ts';
import type { DocumentKind, GazetteDocument } from '../document/document.ts';
import { type Message, message, type Result } from '../result.ts';
import { readBody } from './body.ts';
import type { Draft } from './draft.ts';
import { type Head, readHead } from './head.ts';
import { linesOf } from './line.ts';
import { takeTail, type WithoutTail } from './tail.ts';

/**
 * @param file name of the submission, for the place of messages.
 * @returns the document; messages for what was not found and the editor has to supply.
 */
export function recognize(draft: Draft, file: string): Result<GazetteDocument> {
  const head = readHead(linesOf(draft));
  // An order is signed by a person, and a document without 发文字号 has no other place for its date: both print their signature.
  const keeps = head.docNumber === null || /^第/.test(head.docNumber);
  const tail = takeTail(head.rest, keeps);
  const blocks = readBody(tail.lines, tail.signedAt, keeps ? tail.signatureLines : new Set());
  const document = assemble(head, tail, blocks, keeps);
  return { value: document, messages: missing(document, file) };
}

function assemble(head: Head, tail: WithoutTail, blocks: readonly Block[], keeps: boolean): GazetteDocument {
  const title = head.titleLines.join('');
  return {
    format: 1,
    kind: kindOf(head, title),
    title,
    titleLines: head.titleLines,
    subtitle: head.subtitle,
    docNumber: head.docNumber,
    date: tail.signature?.date ?? head.date,
    issuer: tail.signature?.issuer ?? issuerOfRedHead(head.redHead),
    addressees: head.addressees,
    authors: head.authors,
    byline: head.byline,
    blocks,
    official: {
      redHead: head.redHead,
      headLines: head.headLines,
      signatureLines: keeps ? [] : (tail.signature?.lines ?? []),
      recordLines: tail.recordLines,
    },
  };
}

function kindOf(head: Head, title: string): DocumentKind {
  if (head.docNumber !== null || head.addressees !== null) return 'official';
  if (/报告$/.test(title)) return 'report';
  return head.authors.length > 0 ? 'article' : 'news';
}

function issuerOfRedHead(redHead: string | null): string | null {
  if (redHead === null) return null;
  const issuer = redHead.replace(/[\s\u3000]/g, '').replace(/(文件|命令|令|纪要|公报)$/, '');
  return issuer === '' ? null : issuer;
}

const SECRET = /^(绝密|机密|秘密)([★☆\s\u3000]|$)/;

function missing(document: GazetteDocument, file: string): Message[] {
  const messages: Message[] = [];
  const at = { file };
  // A gazette is public: a document with 密级 must not come into it (GB/T 9704 7.2.2).
  if (document.official.headLines.some((line) => SECRET.test(line)))
    messages.push(message('secret', 'error', '版头有密级标志，涉密文件不得刊登；请退回来稿单位核实。', at));
  if (document.title === '') messages.push(message('title-missing', 'warning', '没有认出标题，请在编辑时补上。', at));
  if (document.blocks.length === 0) messages.push(message('body-missing', 'warning', '没有认出正文，请打开原稿核对。', at));
  if (document.kind === 'official') {
    if (document.docNumber === null) messages.push(message('number-missing', 'warning', '没有认出发文字号，请核对原稿。', at));
    if (document.date === null) messages.push(message('date-missing', 'warning', '没有认出成文日期，请核对原稿。', at));
    if (document.addressees === null) messages.push(message('addressees-missing', 'note', '没有认出主送机关；公布性文件可以没有。', at));
  }
  return messages;
}
