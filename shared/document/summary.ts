/** What lists say of a document without reading all of it. */
import { blockText } from './block.ts';
import type { DocumentKind, GazetteDocument } from './document.ts';

export interface DocumentSummary {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  /** Characters of title and text without white space. */
  readonly characters: number;
}

export function summarise(document: GazetteDocument): DocumentSummary {
  const { kind, title, docNumber, date, issuer } = document;
  return { kind, title, docNumber, date, issuer, characters: [...plainText(document).replace(/\s/gu, '')].length };
}

/** Everything that is printed of a document, block by block. */
export function plainText({ title, subtitle, addressees, byline, blocks }: GazetteDocument): string {
  return [title, subtitle, byline, addressees, ...blocks.map(blockText)].filter((part) => part !== null).join('\n');
}
