/**
 * Text as it is looked for: every character in one form and no spaces, in pieces that nothing found reaches across.
 * Index, snippets and the marks on the screen all fold by the same table, so that they find the same places.
 */
import { runsText, type TextRun } from './block.ts';
import type { GazetteDocument } from './document.ts';

/** To be raised with every change of `foldUnit` or `documentPieces`: an index of older rules is then made anew. */
export const searchRules = 1;

/** What people type for one another: a document number comes with any bracket, a dash in any length. */
const sameForms: readonly (readonly [form: string, others: string])[] = [
  ['（', '〔［【〖'],
  ['）', '〕］】〗'],
  ['＂', '“”„‟「」『』〝〞'],
  ['＇', '‘’‚‛′'],
  ['－', '‐‑‒–—―−─﹣'],
  ['～', '〜∼˜'],
  ['·', '•・‧∙⋅･'],
  ['…', '⋯'],
  ['〇', '○◯⚪'],
  ['×', '✕✖'],
];

let table: Uint16Array | null = null;

/** For each UTF-16 unit the one that stands for it; 0 for what is left out (spaces, controls, marks without width). */
function foldings(): Uint16Array {
  if (table !== null) return table;
  const made = new Uint16Array(0x10000);
  for (let unit = 0; unit < made.length; unit += 1) made[unit] = foldUnit(unit);
  for (const [form, others] of sameForms) for (const other of others) made[other.charCodeAt(0)] = form.charCodeAt(0);
  table = made;
  return made;
}

function foldUnit(unit: number): number {
  if (unit <= 0x20 || (unit >= 0x7f && unit <= 0xa0) || unit === 0xad) return 0;
  // Full-width for all that has both widths: no sign of the index's own language is left in a word.
  if (unit < 0x7f) return foldUnit(unit + 0xfee0);
  if (unit >= 0xff21 && unit <= 0xff3a) return unit + 0x20;
  if (unit === 0xff3b) return 0xff08;
  if (unit === 0xff3d) return 0xff09;
  if (unit === 0x1680 || unit === 0x180e || unit === 0x3000 || unit === 0xfeff) return 0;
  if ((unit >= 0x2000 && unit <= 0x200f) || (unit >= 0x2028 && unit <= 0x202f) || (unit >= 0x205f && unit <= 0x206f)) return 0;
  // Radicals and compatibility forms come out of PDF files in the place of the characters themselves.
  if ((unit >= 0x2e80 && unit <= 0x2fdf) || (unit >= 0xf900 && unit <= 0xfaff)) {
    const plain = String.fromCharCode(unit).normalize('NFKC');
    return plain.length === 1 ? plain.charCodeAt(0) : unit;
  }
  return unit;
}

export function foldText(text: string): string {
  return foldWith(text, null);
}

/** `places`, where given, gets the place of each folded unit. In slices, because a call takes only so many arguments. */
function foldWith(text: string, places: number[] | null): string {
  const forms = foldings();
  const units = new Uint16Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = forms[text.charCodeAt(i)] as number;
    if (unit === 0) continue;
    units[length] = unit;
    length += 1;
    places?.push(i);
  }
  let folded = '';
  for (let from = 0; from < length; from += 4096) {
    folded += String.fromCharCode.apply(null, units.subarray(from, Math.min(length, from + 4096)) as unknown as number[]);
  }
  return folded;
}

export interface FoldedText {
  readonly text: string;
  /** For each unit of the folded text where it stands in the original. */
  readonly places: readonly number[];
}

export function foldWithPlaces(text: string): FoldedText {
  const places: number[] = [];
  return { text: foldWith(text, places), places };
}

/** The words of what was typed, folded, each once; what is parted by spaces are several. */
export function searchWords(typed: string): string[] {
  const words = typed.split(/[\s\u3000]+/u).map((word) => foldText(word));
  return [...new Set(words)].filter((word) => word !== '');
}

export interface DocumentPieces {
  /** Title and number: what is found here is listed first. */
  readonly head: readonly string[];
  readonly body: readonly string[];
}

/** A paragraph, a cell's paragraph, a title is one piece; a soft break inside one is no end of it. */
export function documentPieces(document: GazetteDocument): DocumentPieces {
  const { title, subtitle, docNumber, issuer, byline, addressees, blocks } = document;
  const body: (string | null)[] = [byline, addressees];
  const add = ({ children }: { readonly children: readonly TextRun[] }) => body.push(runsText(children));
  for (const block of blocks) {
    if (block.type === 'table') for (const row of block.children) for (const cell of row.children) cell.children.forEach(add);
    else if (block.type === 'box') block.children.forEach(add);
    else {
      if (block.type === 'attachmentTitle') body.push(block.label);
      add(block);
    }
  }
  body.push(issuer);
  return { head: present([title, subtitle, docNumber]), body: present(body) };
}

function present(pieces: readonly (string | null)[]): string[] {
  return pieces.filter((piece): piece is string => typeof piece === 'string' && piece !== '');
}
