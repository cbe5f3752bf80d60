/** Which attachments begin a new page (附件另页): the one rule for the pages and for Word. */
import type { Block } from '../document/block.ts';
import type { HouseStyle } from '../style/style.ts';

/**
 * @param index of an `attachmentTitle` in `blocks`.
 * With `objects` a text attachment runs on in the columns, but not below an attachment that had its own pages.
 */
export function attachmentOpensPage(blocks: readonly Block[], index: number, style: HouseStyle): boolean {
  switch (style.attachmentNewPage) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'objects':
      return holdsObject(blocks, index + 1) || followsObject(blocks, index);
  }
}

function holdsObject(blocks: readonly Block[], from: number): boolean {
  for (let i = from; i < blocks.length && blocks[i]?.type !== 'attachmentTitle'; i += 1) if (isObject(blocks[i] as Block)) return true;
  return false;
}

function followsObject(blocks: readonly Block[], index: number): boolean {
  let i = index - 1;
  while (i >= 0 && blocks[i]?.type !== 'attachmentTitle') i -= 1;
  return i >= 0 && holdsObject(blocks, i + 1);
}

function isObject(block: Block): boolean {
  return block.type === 'table' || block.type === 'figure' || block.type === 'box';
}
