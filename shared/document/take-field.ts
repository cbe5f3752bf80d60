/** A block that is really part of the document's head goes there; what stood there before goes back into the text. Nothing is lost. */
import { type Block, blockText } from './block.ts';
import type { GazetteDocument } from './document.ts';

export type HeadField = 'title' | 'subtitle' | 'docNumber' | 'addressees' | 'byline';

export const headFields: readonly HeadField[] = ['title', 'subtitle', 'docNumber', 'addressees', 'byline'];

/** @returns the document without the block at `index`; a title that is there already gets it as one more line. */
export function takeField(document: GazetteDocument, index: number, field: HeadField): GazetteDocument {
  const block = document.blocks[index];
  if (block === undefined || block.type === 'table' || block.type === 'figure') return document;
  const lines = blockText(block)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0) return document;
  const rest = (put: readonly Block[] = []) => document.blocks.toSpliced(index, 1, ...put);
  if (field === 'title') {
    const titleLines = [...document.titleLines, ...lines];
    return { ...document, titleLines, title: titleLines.join(''), blocks: rest() };
  }
  const before = document[field];
  const back: Block[] = before === null || before === '' ? [] : [{ type: 'paragraph', children: [{ text: before }] }];
  return { ...document, [field]: lines.join(field === 'byline' ? '　' : ''), blocks: rest(back) };
}
