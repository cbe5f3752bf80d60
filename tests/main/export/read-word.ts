/** What the tests of the Word file share: the sample written and read back as a ZIP of XML, whole or with other blocks or another style. */
import { strFromU8, unzipSync } from 'fflate';
import { type WordInput, writeWord } from '../../../main/export/word.ts';
import type { Block } from '../../../shared/document/block.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { composed, fonts, house, images, laidOut } from './word-sample.ts';

export const sample: WordInput = { composed, style: house, laidOut, fonts, images };

export interface Reading {
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly part: (name: string) => string;
  readonly document: string;
  /** Everything behind the contents. */
  readonly body: string;
  readonly sections: readonly string[];
}

export async function read(input: WordInput): Promise<Reading> {
  const files = unzipSync(await writeWord(input));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const document = part('word/document.xml');
  // The last paragraph of a section carries its properties.
  const endOfContents = document.indexOf('</w:p>', document.indexOf('</w:sectPr>'));
  return { files, part, document, body: document.slice(endOfContents), sections: all(document, /<w:sectPr>.*?<\/w:sectPr>/g) };
}

export function all(xml: string, pattern: RegExp): string[] {
  return [...xml.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

export function textOf(xml: string): string {
  return all(xml, /<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)
    .join('')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

export function paragraphs(xml: string, style: string): string[] {
  return all(xml, /<w:p>(?:(?!<w:p>).)*?<\/w:p>/g).filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`));
}

/** The composed sample with other blocks in its first document. */
export function withBlocks(blocks: readonly Block[]): WordInput {
  const entries = composed.entries.map((entry, index) => (index === 0 ? { ...entry, document: { ...entry.document, blocks } } : entry));
  return { ...sample, composed: { ...composed, entries } };
}

export function withStyle(change: Partial<HouseStyle>): WordInput {
  return { ...sample, style: { ...house, ...change } };
}
