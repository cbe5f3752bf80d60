/** Where words stand in a text, and what of a document is shown in a list of what was found. */
import type { GazetteDocument } from './document.ts';
import { documentPieces, foldText, foldWithPlaces } from './search-text.ts';

export interface MarkedPiece {
  readonly text: string;
  readonly mark: boolean;
}

/** The text cut at everything that one of the (folded) words covers; together the pieces are the text. */
export function markWords(text: string, words: readonly string[]): MarkedPiece[] {
  const ranges = foundRanges(text, words);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) pieces.push({ text: text.slice(at, start), mark: false });
    pieces.push({ text: text.slice(start, end), mark: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mark: false });
  return pieces;
}

/** Ranges of the text that the words cover, in order and without overlap. */
function foundRanges(text: string, words: readonly string[]): (readonly [number, number])[] {
  if (words.length === 0 || text === '') return [];
  const folded = foldWithPlaces(text);
  const found: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      found.push([folded.places[at] as number, (folded.places[at + word.length - 1] as number) + 1]);
    }
  }
  found.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [start, end] of found) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

const BEFORE = 24;
const LENGTH = 96;
const MOST = 3;

/**
 * Up to three cuttings of the text that together show every word; the beginning of the text when the words stand
 * in title and number alone.
 */
export function snippetOf(document: GazetteDocument, words: readonly string[]): MarkedPiece[] {
  const { body } = documentPieces(document);
  const missing = new Set(words);
  const cuttings: MarkedPiece[][] = [];
  for (const piece of body) {
    if (missing.size === 0 || cuttings.length === MOST) break;
    const folded = foldText(piece);
    const here = [...missing].filter((word) => folded.includes(word));
    if (here.length === 0) continue;
    cuttings.push(cutAround(piece, here, words));
    for (const word of here) missing.delete(word);
  }
  if (cuttings.length === 0) return beginning(body);
  return cuttings.flatMap((cutting, i) => (i === 0 ? cutting : [{ text: ' ', mark: false }, ...cutting]));
}

function cutAround(piece: string, here: readonly string[], words: readonly string[]): MarkedPiece[] {
  const first = foundRanges(piece, here)[0]?.[0] ?? 0;
  let from = first <= BEFORE ? 0 : first - BEFORE;
  // From the beginning of the sentence where it is near.
  if (from > 0) {
    const stop = piece.slice(from, first).search(/[。；！？]/u);
    if (stop >= 0) from += stop + 1;
  }
  if (isInsidePair(piece, from)) from += 1;
  let to = Math.min(piece.length, from + LENGTH);
  if (isInsidePair(piece, to)) to += 1;
  const cutting = markWords(piece.slice(from, to), words);
  return [...(from > 0 ? [{ text: '…', mark: false }] : []), ...cutting, ...(to < piece.length ? [{ text: '…', mark: false }] : [])];
}

function beginning(body: readonly string[]): MarkedPiece[] {
  let text = '';
  for (const piece of body) {
    if (text.length >= LENGTH) break;
    text += `${text === '' ? '' : ' '}${piece}`;
  }
  if (text.length <= LENGTH) return text === '' ? [] : [{ text, mark: false }];
  return [{ text: `${text.slice(0, isInsidePair(text, LENGTH) ? LENGTH + 1 : LENGTH)}…`, mark: false }];
}

/** A character outside of the basic plane takes two units and must not be cut. */
function isInsidePair(text: string, at: number): boolean {
  return /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
}
