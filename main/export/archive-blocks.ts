/** A document → its structure elements: which element a piece of its text belongs to. One entry a block type. */
import { type Block, headText, runInText, runsText, type TableBlock } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { headBlock, type ImageItem, type Origin, type TextItem } from '../../shared/layout/page.ts';
import { gridOf } from '../../shared/layout/table-grid.ts';
import type { StructureElement, StructureType, Tags } from './pdf-tags.ts';

/** An item of the page that comes from a document. */
export type Sourced = (TextItem | ImageItem) & { readonly origin: Origin };

export interface DocumentTags {
  /** The element of an item; elements are made in the order in which their first items come. */
  leafOf(item: Sourced, pageHeight: number): StructureElement;
}

/** How many characters of a block's paragraph are its heading; null when it is not divided. */
export function headLength(block: Block | undefined): number | null {
  return block?.type === 'heading' && runInText(block.children) !== '' ? [...headText(block.children)].length : null;
}

interface Writing {
  readonly tags: Tags;
  readonly article: StructureElement;
  /** Ranks of the headings that are open, for levels that never skip one. */
  readonly ranks: number[];
  /** The list of attachments, as long as its lines follow each other. */
  list: { readonly element: StructureElement; readonly last: number } | null;
}

/** The elements of one block, made one after the other. */
type BlockTags = (item: Sourced, pageHeight: number) => StructureElement;

export function documentTags(tags: Tags, parent: StructureElement, document: GazetteDocument): DocumentTags {
  const article = tags.add(parent, 'Art', { title: document.title });
  const writing: Writing = { tags, article, ranks: [], list: null };
  const known = new Map<string, BlockTags>();
  return {
    leafOf(item, pageHeight) {
      const { block, part } = item.origin;
      const key = block === headBlock ? `head ${part}` : String(block);
      let leaf = known.get(key);
      if (leaf === undefined) {
        leaf = block === headBlock ? headTags(writing, part) : blockTags(writing, document.blocks[block] as Block, block);
        known.set(key, leaf);
      }
      return leaf(item, pageHeight);
    },
  };
}

function headTags(writing: Writing, part: Origin['part']): BlockTags {
  const element = writing.tags.add(writing.article, part === 'title' ? 'H1' : 'P');
  return () => element;
}

function blockTags(writing: Writing, block: Block, index: number): BlockTags {
  switch (block.type) {
    case 'title':
    case 'attachmentTitle':
      return one(writing, headingType(writing, 0));
    case 'heading':
      return headingTags(writing, block);
    case 'subtitle':
    case 'article':
    case 'paragraph':
    case 'note':
    case 'sign':
    case 'signDate':
      return one(writing, 'P');
    case 'attachment':
      return attachmentTags(writing, index);
    case 'table':
      return tableTags(writing, block);
    case 'figure':
      return figureTags(writing, runsText(block.children));
    case 'box':
      return paragraphsIn(writing.tags, writing.tags.add(writing.article, 'Div'));
  }
}

function one({ tags, article }: Writing, type: StructureType): BlockTags {
  const element = tags.add(article, type);
  return () => element;
}

/**
 * H1 is the title of the document. Titles of what it encloses have rank 0, headings their level; a document that goes from 一、
 * to 1. (GB/T 9704, 7.3.3 allows it) still gets levels one by one (ISO 14289-1, 7.4.2).
 */
function headingType({ ranks }: Writing, rank: number): StructureType {
  while (ranks.length > 0 && (ranks[ranks.length - 1] as number) >= rank) ranks.pop();
  ranks.push(rank);
  return `H${Math.min(6, ranks.length + 1) as 2 | 3 | 4 | 5 | 6}`;
}

/** A run-in heading and the rest of its paragraph are two elements on one line. */
function headingTags(writing: Writing, block: Extract<Block, { type: 'heading' }>): BlockTags {
  const heading = writing.tags.add(writing.article, headingType(writing, block.level));
  const length = headLength(block);
  let rest: StructureElement | null = null;
  return (item) => {
    if (length === null || item.kind !== 'text' || (item.at ?? 0) < length) return heading;
    rest ??= writing.tags.add(writing.article, 'P');
    return rest;
  };
}

function attachmentTags(writing: Writing, index: number): BlockTags {
  const { tags, article } = writing;
  const element = writing.list?.last === index - 1 ? writing.list.element : tags.add(article, 'L');
  writing.list = { element, last: index };
  const body = tags.add(tags.add(element, 'LI'), 'LBody');
  return () => body;
}

/** The caption stands for the picture; it is read once, because readers take the text of a Figure instead of what is in it. */
function figureTags({ tags, article }: Writing, caption: string): BlockTags {
  let figure: StructureElement | null = null;
  let text: StructureElement | null = null;
  return (item, pageHeight) => {
    if (item.kind === 'image') {
      figure ??= tags.add(article, 'Figure', {
        alt: caption === '' ? '插图（原稿没有图题）' : caption,
        attributes: placement(item, pageHeight),
      });
      return figure;
    }
    text ??= figure === null ? tags.add(article, 'P') : tags.add(figure, 'Caption');
    return text;
  };
}

/** ISO 32000-1, 14.8.5.4.3: where a figure stands, in the coordinates of the page, which grow upwards. */
export function placement({ x, y, width, height }: ImageItem, pageHeight: number): Readonly<Record<string, unknown>> {
  const BBox = [x, pageHeight - y - height, x + width, pageHeight - y].map((value) => value / 1000);
  return { O: 'Layout', Placement: 'Block', BBox };
}

/** Rows and cells are there as a whole, also the empty ones: a table is a rectangle (ISO 14289-1, 7.5). */
function tableTags({ tags, article }: Writing, block: TableBlock): BlockTags {
  const grid = gridOf(block);
  const table = tags.add(article, 'Table');
  const rows = Array.from({ length: grid.rows }, () => tags.add(table, 'TR'));
  const cells = new Map<string, BlockTags>();
  for (const { cell, row, column, columnSpan, rowSpan, head } of [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const element = tags.add(rows[row] as StructureElement, head ? 'TH' : 'TD', cellFacts(head, columnSpan, rowSpan));
    const filled = cell.children.filter((paragraph) => runsText(paragraph.children) !== '').length;
    cells.set(`${row} ${column}`, filled > 1 ? paragraphsIn(tags, element) : () => element);
  }
  return (item, pageHeight) => cells.get(`${item.origin.row} ${item.origin.column}`)?.(item, pageHeight) ?? table;
}

function cellFacts(head: boolean, columnSpan: number, rowSpan: number) {
  if (!head && columnSpan === 1 && rowSpan === 1) return {};
  return {
    attributes: {
      O: 'Table',
      ...(rowSpan > 1 ? { RowSpan: rowSpan } : {}),
      ...(columnSpan > 1 ? { ColSpan: columnSpan } : {}),
      ...(head ? { Scope: 'Column' } : {}),
    },
  };
}

/** Items count their characters from the start of their paragraph: where the count falls back, the next paragraph begins. */
function paragraphsIn(tags: Tags, parent: StructureElement): BlockTags {
  let element: StructureElement | null = null;
  let last = -1;
  return (item) => {
    const at = item.kind === 'text' ? (item.at ?? 0) : 0;
    if (element === null || at <= last) element = tags.add(parent, 'P');
    last = at;
    return element;
  };
}
