/** 校样: the words of pages as they are read, by document and paragraph, whatever lines and pages they stand on. */
import type { Page, TextItem } from './page.ts';

/** The text of one paragraph, cell or title, without spaces, and the items that it stands in. */
export interface ProofUnit {
  readonly text: string;
  readonly items: readonly { readonly page: number; readonly item: TextItem }[];
}

export interface ProofDocument {
  /** Stays the same whatever the order of the issue. */
  readonly key: string;
  readonly title: string;
  readonly units: readonly ProofUnit[];
}

/** Spaces come and go at the ends of lines and say nothing. */
const BLANK = /[\s\u3000]/u;
/** What is left of a line of the contents without its words: its leader and its page number. */
const LEADER = /^[\s\u3000\d.…·・（）()]*$/u;

export function isBlank(character: string): boolean {
  return BLANK.test(character);
}

interface Growing {
  readonly key: string;
  readonly title: string;
  readonly units: Map<string, { text: string; readonly items: { page: number; item: TextItem }[] }>;
}

/**
 * The words of all pages, documents in the order in which they first appear. Running heads and folios are no words of the issue.
 * @param documents by index of the entry.
 */
export function readProof(
  pages: readonly Page[],
  documents: readonly { readonly key: string; readonly title: string }[],
): readonly ProofDocument[] {
  const found = new Map<string, Growing>();
  const growing = (key: string, title: string): Growing => {
    const known = found.get(key) ?? { key, title, units: new Map() };
    found.set(key, known);
    return known;
  };
  pages.forEach((page, index) => {
    for (const item of page.items) {
      if (item.kind !== 'text') continue;
      const place = unitOf(page, item, documents);
      if (place === null) continue;
      const { units } = growing(place.key, place.title);
      const unit = units.get(place.unit) ?? { text: '', items: [] };
      units.set(place.unit, unit);
      for (const character of item.text) if (!isBlank(character)) unit.text += character;
      unit.items.push({ page: index, item });
    }
  });
  return [...found.values()].map(({ key, title, units }) => ({ key, title, units: [...units.values()] }));
}

function unitOf(
  page: Page,
  item: TextItem,
  documents: readonly { readonly key: string; readonly title: string }[],
): { readonly key: string; readonly title: string; readonly unit: string } | null {
  const { origin } = item;
  if (origin !== undefined) {
    const document = documents[origin.entry];
    if (document === undefined || (origin.part === 'contents' && LEADER.test(item.text))) return null;
    return { ...document, unit: [origin.block, origin.part ?? '', origin.row ?? '', origin.column ?? ''].join(' ') };
  }
  if (page.kind === 'cover') return { key: 'cover', title: '', unit: `${item.y} ${item.text}` };
  // Beside its lines the contents hold the imprint; a heading that is repeated on the next page counts once.
  if (page.kind === 'contents' && item.offsets.length > 1 && !LEADER.test(item.text))
    return { key: 'contents', title: '', unit: item.text };
  return null;
}
