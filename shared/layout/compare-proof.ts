/** 校样对比: where present pages differ in words from those of a proof; text that only moved to another line or page is no change. */

import { diffWords } from '../document/word-diff.ts';
import type { TextItem } from './page.ts';
import { type Area, around, characterArea } from './places.ts';
import { isBlank, type ProofDocument, type ProofUnit } from './proof-text.ts';

/** A place on a page of the present layout; thousandths of a point. A change that runs over several lines has several. */
export interface ChangedPlace extends Area {
  /** Counts the changes from 0, in the order of the pages. */
  readonly change: number;
  /** Index from 0 among all pages, covers included, as `readPages` counts. */
  readonly page: number;
  readonly kind: 'added' | 'changed' | 'removed';
  /** What stood there before and what stands there now, shortened; "" for what is new or gone. */
  readonly before: string;
  readonly after: string;
}

interface Change {
  readonly kind: ChangedPlace['kind'];
  readonly before: string;
  readonly after: string;
  readonly areas: readonly { readonly page: number; readonly area: Area }[];
}

/** As much of a text as a list can show. */
const SHOWN = 60;

export function compareProof(old: readonly ProofDocument[], present: readonly ProofDocument[]): readonly ChangedPlace[] {
  const known = new Map(old.map((document) => [document.key, document]));
  const changes = present.flatMap((document) => changesOf(known.get(document.key)?.units ?? [], document.units));
  const all = [...changes, ...removedDocuments(old, present)];
  const first = ({ areas }: Change) => areas[0]?.page ?? 0;
  // A stable sort: on one page the order of the text stays.
  return all
    .toSorted((a, b) => first(a) - first(b))
    .flatMap(({ kind, before, after, areas }, change) => areas.map(({ page, area }) => ({ change, page, ...area, kind, before, after })));
}

function changesOf(old: readonly ProofUnit[], present: readonly ProofUnit[]): readonly Change[] {
  const [oldTexts, texts] = [old.map(({ text }) => text), present.map(({ text }) => text)];
  if (oldTexts.length === texts.length && oldTexts.every((text, index) => text === texts[index])) return [];
  const [oldCharacters, characters] = [[...oldTexts.join('')], [...texts.join('')]];
  const spots = spotsOf(present);
  return diffWords(oldTexts, texts).map(({ oldFrom, oldTo, from, to }): Change => {
    const before = shorten(oldCharacters.slice(oldFrom, oldTo));
    const after = shorten(characters.slice(from, to));
    if (from < to) return { kind: before === '' ? 'added' : 'changed', before, after, areas: areasOf(spots.slice(from, to)) };
    const [behind, ahead] = [spots[from], spots[from - 1]];
    const areas = behind !== undefined ? [edge(behind, 'start')] : ahead !== undefined ? [edge(ahead, 'end')] : [];
    return { kind: 'removed', before, after: '', areas };
  });
}

/** Where one character stands. */
interface Spot {
  readonly page: number;
  readonly item: TextItem;
  readonly index: number;
}

function spotsOf(units: readonly ProofUnit[]): readonly Spot[] {
  return units.flatMap(({ items }) =>
    items.flatMap(({ page, item }) => [...item.text].flatMap((character, index) => (isBlank(character) ? [] : [{ page, item, index }]))),
  );
}

/** One area for what stands together on a line. */
function areasOf(spots: readonly Spot[]): { readonly page: number; readonly area: Area }[] {
  const found: { page: number; area: Area; item: TextItem }[] = [];
  for (const { page, item, index } of spots) {
    const area = characterArea(item, index, index + 1);
    const last = found.at(-1);
    const isSameLine = last !== undefined && last.page === page && last.item.y === item.y && item.turned !== true;
    const follows = last !== undefined && (last.item === item || (isSameLine && area.x - last.area.x - last.area.width < item.size * 1.5));
    if (last !== undefined && follows) last.area = around(last.area, area);
    else found.push({ page, area, item });
  }
  return found.map(({ page, area }) => ({ page, area }));
}

/** A thin mark between two characters, where something stood. */
function edge({ page, item, index }: Spot, side: 'start' | 'end'): { readonly page: number; readonly area: Area } {
  const area = characterArea(item, index, index + 1);
  const thin = Math.round(item.size / 5);
  if (item.turned === true)
    return { page, area: { ...area, y: area.y + (side === 'start' ? area.height : 0) - (thin >> 1), height: thin } };
  return { page, area: { ...area, x: area.x + (side === 'start' ? 0 : area.width) - (thin >> 1), width: thin } };
}

/** A document that is gone is marked before the one that stands in its place, or behind the last. */
function removedDocuments(old: readonly ProofDocument[], present: readonly ProofDocument[]): readonly Change[] {
  const here = new Map(present.map((document) => [document.key, document]));
  return old.flatMap((document, index) => {
    if (here.has(document.key)) return [];
    const heir = old.slice(index + 1).find(({ key }) => here.has(key) && key !== 'cover' && key !== 'contents');
    const body = spotsOf((heir === undefined ? present.at(-1) : here.get(heir.key))?.units ?? []).filter(
      ({ item }) => item.origin?.part !== 'contents',
    );
    const spot = heir === undefined ? body.at(-1) : body[0];
    if (spot === undefined) return [];
    const before = shorten([...(document.title === '' ? document.units.map(({ text }) => text).join('') : `《${document.title}》全文`)]);
    return [{ kind: 'removed' as const, before, after: '', areas: [edge(spot, heir === undefined ? 'end' : 'start')] }];
  });
}

function shorten(characters: readonly string[]): string {
  return characters.length <= SHOWN ? characters.join('') : `${characters.slice(0, SHOWN - 1).join('')}…`;
}
