/** 校读: the passages that a reader of a page has read, known by their words and not by where they stand. */
import { type Area, around, itemArea } from './places.ts';
import type { ProofDocument, ProofUnit } from './proof-text.ts';

/** A paragraph, a cell or a part of the head. */
export interface Passage {
  /** Key of its document. */
  readonly document: string;
  /** Its words, and which of those with the same words in the document it is. */
  readonly words: string;
  /** Where it stands on the page by whose list it is. */
  readonly areas: readonly Area[];
}

/**
 * The passages of each page: those that begin on it, so that each is read once; where none begins, the one that goes on.
 * @param count of all pages, covers included.
 */
export function passagesByPage(documents: readonly ProofDocument[], count: number): readonly (readonly Passage[])[] {
  const begun: Passage[][] = Array.from({ length: count }, () => []);
  const going: Passage[][] = Array.from({ length: count }, () => []);
  for (const { key, units } of documents) {
    const seen = new Map<string, number>();
    for (const unit of units) {
      if (unit.text === '') continue;
      const same = (seen.get(unit.text) ?? 0) + 1;
      seen.set(unit.text, same);
      const passage = { document: key, words: `${unit.text}\n${same}` };
      const pages = [...new Set(unit.items.map(({ page }) => page))];
      pages.forEach((page, index) => {
        (index === 0 ? begun : going)[page]?.push({ ...passage, areas: areasOn(unit, page) });
      });
    }
  }
  return begun.map((passages, page) => (passages.length > 0 ? passages : (going[page] ?? [])));
}

/** One area for what stands below each other, one more for the next column. */
function areasOn({ items }: ProofUnit, wanted: number): readonly Area[] {
  const areas: Area[] = [];
  for (const { page, item } of items) {
    if (page !== wanted) continue;
    const area = itemArea(item);
    const last = areas.at(-1);
    if (last !== undefined && area.y >= last.y && area.x < last.x + last.width + 12_000) areas[areas.length - 1] = around(last, area);
    else areas.push(area);
  }
  return areas;
}
