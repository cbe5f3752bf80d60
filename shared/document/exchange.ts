/**
 * A document as `gazette import --json` prints it: a contract with the print office and the checks, see README.
 * Fields may be added here, none renamed.
 */
import type { Message } from '../result.ts';
import { type Block, headText, runInText, runsText, tableGrid } from './block.ts';
import type { GazetteDocument } from './document.ts';

export type ExchangeBlock =
  | {
      readonly t:
        | 'title'
        | 'subtitle'
        | 'h1'
        | 'h2'
        | 'h3'
        | 'h4'
        | 'article'
        | 'p'
        | 'note'
        | 'attachment'
        | 'sign'
        | 'signdate'
        | 'figure';
      readonly text: string;
      readonly run?: string;
    }
  | { readonly t: 'attachmentTitle'; readonly label: string; readonly text: string }
  | { readonly t: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly t: 'box'; readonly paras: readonly string[] };

export interface ExchangeDocument {
  readonly file: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly addressees: string | null;
  readonly authors: readonly string[];
  readonly blocks: readonly ExchangeBlock[];
  readonly messages: readonly { readonly code: string; readonly severity: string; readonly text: string }[];
}

export function exchangeDocument(file: string, document: GazetteDocument, messages: readonly Message[]): ExchangeDocument {
  const { title, subtitle, docNumber, date, issuer, addressees, authors } = document;
  return { file, title, subtitle, docNumber, date, issuer, addressees, authors, blocks: document.blocks.map(exchangeBlock), messages };
}

export function exchangeBlock(block: Block): ExchangeBlock {
  switch (block.type) {
    case 'heading': {
      const run = runInText(block.children);
      const head = { t: `h${block.level}` as const, text: headText(block.children) };
      return run === '' ? head : { ...head, run };
    }
    case 'paragraph':
      return { t: 'p', text: runsText(block.children) };
    case 'signDate':
      return { t: 'signdate', text: runsText(block.children) };
    case 'attachmentTitle':
      return { t: 'attachmentTitle', label: block.label, text: runsText(block.children) };
    case 'table':
      return { t: 'table', rows: tableGrid(block) };
    case 'box':
      return { t: 'box', paras: block.children.map((paragraph) => runsText(paragraph.children)) };
    case 'title':
    case 'subtitle':
    case 'article':
    case 'note':
    case 'attachment':
    case 'sign':
    case 'figure':
      return { t: block.type, text: runsText(block.children) };
  }
}
