/**
 * Pages → which element each item belongs to: covers, contents and imprint, then section by section the documents.
 * Furniture has no origin and becomes an artifact; the reading order is the order of the items, column by column.
 */
import type { ComposedIssue } from '../../shared/issue/compose.ts';
import type { Item, Page, TextItem } from '../../shared/layout/page.ts';
import { type DocumentTags, documentTags, headLength, placement, type Sourced } from './archive-blocks.ts';
import type { StructureElement, Tags } from './pdf-tags.ts';

/** An item with its element; null for an artifact. */
export interface TaggedItem {
  readonly item: Item;
  readonly element: StructureElement | null;
}
export interface TaggedPage {
  readonly items: readonly TaggedItem[];
  /** The Link elements of the page's links, in their order. */
  readonly links: readonly StructureElement[];
}

export interface IssueTags {
  page(page: Page): TaggedPage;
}

export function issueTags(tags: Tags, composed: ComposedIssue<unknown>): IssueTags {
  const contents = contentsTags(tags, composed);
  const documents: DocumentTags[] = [];
  let section: StructureElement | null = null;
  const documentOf = (index: number): DocumentTags => {
    for (let next = documents.length; next <= index; next += 1) {
      const entry = composed.entries[next] as ComposedIssue<unknown>['entries'][number];
      if (entry.opensSection || section === null) section = tags.add(tags.document, 'Sect', { title: entry.entry.section });
      documents.push(documentTags(tags, section, entry.document));
    }
    return documents[index] as DocumentTags;
  };
  return {
    page(page) {
      switch (page.kind) {
        case 'cover':
          return { items: coverItems(tags, page, documents.length === 0 ? '封面' : '封底'), links: [] };
        case 'contents':
          return contents(page);
        case 'body':
        case 'blank':
          return {
            links: [],
            items: page.items.flatMap((item) =>
              divided(item, composed).map((piece) => ({
                item: piece,
                element: isSourced(piece) ? documentOf(piece.origin.entry).leafOf(piece, page.height) : null,
              })),
            ),
          };
      }
    },
  };
}

function isSourced(item: Item): item is Sourced {
  return (item.kind === 'text' || item.kind === 'image') && item.origin !== undefined;
}

/** A text item that holds the end of a run-in heading and the beginning of what follows becomes two. */
function divided(item: Item, composed: ComposedIssue<unknown>): readonly Item[] {
  if (item.kind !== 'text' || item.origin === undefined || item.at === undefined) return [item];
  const length = headLength(composed.entries[item.origin.entry]?.document.blocks[item.origin.block]);
  if (length === null || length <= item.at || length >= item.at + item.offsets.length) return [item];
  const cut = length - item.at;
  const characters = [...item.text];
  const start = item.offsets[cut] as number;
  return [
    { ...item, text: characters.slice(0, cut).join(''), offsets: item.offsets.slice(0, cut) },
    {
      ...item,
      x: item.x + start,
      text: characters.slice(cut).join(''),
      offsets: item.offsets.slice(cut).map((offset) => offset - start),
      at: length,
    },
  ];
}

/** A cover has no origins: what stands on one line is a paragraph. */
function coverItems(tags: Tags, page: Page, title: string): TaggedItem[] {
  const sect = tags.add(tags.document, 'Sect', { title });
  const line = lines(tags, sect);
  return page.items.map((item) => {
    if (item.kind === 'image')
      return { item, element: tags.add(sect, 'Figure', { alt: `${title}图片`, attributes: placement(item, page.height) }) };
    return { item, element: item.kind === 'text' ? line(item) : null };
  });
}

/** Gives the paragraph of a text item by its baseline. */
function lines(tags: Tags, parent: StructureElement): (item: TextItem) => StructureElement {
  let element: StructureElement | null = null;
  let y = Number.NaN;
  return (item) => {
    if (element === null || item.y !== y) element = tags.add(parent, 'P');
    y = item.y;
    return element;
  };
}

/** The contents: a list for each section with its name as the caption, an entry a link; then the imprint (版权). */
function contentsTags(tags: Tags, composed: ComposedIssue<unknown>): (page: Page) => TaggedPage {
  let sect: StructureElement | null = null;
  let whole: StructureElement | null = null;
  let imprint: StructureElement | null = null;
  const lists: { readonly name: string; readonly element: StructureElement; caption: StructureElement | null }[] = [];
  /** Index of the list of each entry. */
  const listOf: number[] = [];
  composed.entries.forEach(({ opensSection }, index) => {
    listOf.push(index === 0 ? 0 : (listOf[index - 1] as number) + (opensSection ? 1 : 0));
  });
  const entries = new Map<number, StructureElement>();

  const sectOf = (): StructureElement => {
    sect ??= tags.add(tags.document, 'Sect', { title: '目录' });
    return sect;
  };
  const list = (entry: number) => {
    whole ??= tags.add(sectOf(), 'TOC');
    const wanted = listOf[entry] as number;
    for (let next = lists.length; next <= wanted; next += 1) {
      const name = composed.entries[listOf.indexOf(next)]?.entry.section ?? '';
      const element = tags.add(whole, 'TOC', { title: name });
      // The caption is the first child, though the page draws a vertical label behind its entries.
      lists.push({ name, element, caption: tags.add(element, 'Caption') });
    }
    return lists[wanted] as (typeof lists)[number];
  };
  const linkOf = (entry: number): StructureElement => {
    let link = entries.get(entry);
    if (link === undefined) {
      link = tags.add(tags.add(tags.add(list(entry).element, 'TOCI'), 'Reference'), 'Link');
      entries.set(entry, link);
    }
    return link;
  };
  /** The element of a stretch of text without origin; a label that is repeated on the next page is an artifact. */
  const labelOf = (text: string, before: number | null, after: number | null): StructureElement | null => {
    for (const entry of [before, after]) {
      if (entry === null || composed.entries[entry]?.entry.section !== text) continue;
      const found = list(entry);
      const { caption } = found;
      found.caption = null;
      return caption;
    }
    return tags.add(sectOf(), 'P');
  };

  return (page) => {
    const panel = page.items.findIndex((item) => item.kind === 'box' && item.fill === null);
    const end = panel < 0 ? page.items.length : panel;
    const items: TaggedItem[] = [];
    const links: StructureElement[] = [];
    let before: number | null = null;
    let heading: { readonly element: StructureElement; readonly y: number } | null = null;
    let at = 0;
    while (at < end) {
      const item = page.items[at] as Item;
      if (isSourced(item)) {
        const element = linkOf(item.origin.entry);
        if (item.origin.entry !== before) links.push(element);
        before = item.origin.entry;
        items.push({ item, element });
        at += 1;
      } else if (!isLabel(item)) {
        items.push({ item, element: null });
        at += 1;
      } else if (page.number === 1 && before === null && (heading === null || item.y === heading.y)) {
        heading ??= { element: tags.add(sectOf(), 'H1'), y: item.y };
        items.push({ item, element: heading.element });
        at += 1;
      } else {
        const stretch: TextItem[] = [];
        for (let next = page.items[at]; at < end && next !== undefined && isLabel(next); next = page.items[at]) {
          stretch.push(next);
          at += 1;
        }
        const following = page.items.slice(at, end).find(isSourced)?.origin.entry ?? null;
        const element = labelOf(stretch.map(({ text }) => text).join(''), before, following);
        for (const each of stretch) items.push({ item: each, element });
      }
    }
    if (panel >= 0) {
      imprint ??= tags.add(tags.document, 'Sect', { title: '版权' });
      const line = lines(tags, imprint);
      for (const item of page.items.slice(panel)) items.push({ item, element: item.kind === 'text' ? line(item) : null });
    }
    return { items, links };
  };
}

/** Leaders are grey. */
function isLabel(item: Item): item is TextItem {
  return item.kind === 'text' && item.origin === undefined && item.colour !== 'grey';
}
