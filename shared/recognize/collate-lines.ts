/** 对原稿, character by character: lines of a file beside the paragraphs of a document, whatever was joined or divided between them. */
import type { TextPiece } from '../document/compare-text.ts';
import { diffWords } from '../document/word-diff.ts';

/** Why a line is not printed: the red head and what stands in it, 署名 and 成文日期, 版记, a page number. */
export type KeptAs = 'head' | 'signature' | 'record' | 'pageNumber';

export interface CollatedLine {
  /** Index among the lines of the file; null for what the file does not have. */
  readonly line: number | null;
  /** `gone`: stood in the file and stands nowhere now. `new`: the other way about. `kept`: not printed, for the reason that `keptAs` gives. */
  readonly kind: 'same' | 'changed' | 'gone' | 'new' | 'kept' | 'blank';
  readonly keptAs: KeptAs | null;
  /** The block in which it stands, -1 for the title and what belongs to it; null where it stands nowhere. */
  readonly block: number | null;
  /** Of a table: the row of the block. */
  readonly row: number | null;
  /** The line as the file has it, with what was taken out and put in. */
  readonly pieces: readonly TextPiece[];
}

/** A paragraph, row or part of the head as the document has it, without blanks. */
export interface Unit {
  readonly text: string;
  readonly block: number;
  readonly row: number | null;
}

/** The lines that are left against the paragraphs that are left, character by character. */
export function beside(open: readonly number[], lines: readonly string[], units: readonly Unit[]): readonly CollatedLine[] {
  const old = open.map((line) => bareText(lines[line] ?? ''));
  const [starts, unitStarts] = [startsOf(old), startsOf(units.map(({ text }) => text))];
  const present = [...units.map(({ text }) => text).join('')];
  const changes = diffWords(
    old,
    units.map(({ text }) => text),
  );
  const [gone, places] = [new Set<number>(), new Map<number, Unit>()];
  const within = new Map<number, string>();
  const apart = new Map<number, Unit[]>();
  let [at, oldAt] = [0, 0];
  const stays = (until: number) => {
    for (; oldAt < until; oldAt += 1, at += 1) {
      const row = indexAt(starts, oldAt);
      const unit = units[indexAt(unitStarts, at)];
      if (unit !== undefined && !places.has(row)) places.set(row, unit);
    }
  };
  for (const { oldFrom, oldTo, from, to } of changes) {
    stays(oldFrom);
    for (let each = oldFrom; each < oldTo; each += 1) gone.add(each);
    for (let start = from; start < to; ) {
      const unit = indexAt(unitStarts, start);
      const end = Math.min(to, unitStarts[unit + 1] ?? present.length);
      const text = present.slice(start, end).join('');
      const isWhole = start === unitStarts[unit] && end === (unitStarts[unit + 1] ?? present.length);
      // A paragraph that is new as a whole stands by itself, unless it takes the place of a line.
      if (isWhole && oldFrom === oldTo) apart.set(oldTo, [...(apart.get(oldTo) ?? []), units[unit] as Unit]);
      else {
        // Behind what it belongs to, or before what it begins.
        const isAhead = oldFrom === oldTo && start === unitStarts[unit];
        const place = isAhead ? oldTo - 0.5 : oldTo - 1;
        within.set(place, (within.get(place) ?? '') + text);
      }
      start = end;
    }
    [oldAt, at] = [oldTo, to];
  }
  stays([...old.join('')].length);
  const found: CollatedLine[] = [];
  const tellApart = (position: number) => {
    for (const { text, block, row } of apart.get(position) ?? []) {
      found.push({ line: null, kind: 'new', keptAs: null, block, row, pieces: [{ kind: 'added', text }] });
    }
    apart.delete(position);
  };
  open.forEach((line, row) => {
    const start = starts[row] ?? 0;
    tellApart(start);
    const pieces = piecesOf(lines[line] ?? '', start, gone, within);
    const place = places.get(row);
    const isSame = pieces.every(({ kind }) => kind === 'same');
    const kind = isSame ? 'same' : pieces.every((piece) => piece.kind === 'removed') ? 'gone' : 'changed';
    found.push({ line, kind, keptAs: null, block: place?.block ?? null, row: place?.row ?? null, pieces });
    for (const position of [...apart.keys()].filter((each) => each > start && each < (starts[row + 1] ?? each))) tellApart(position);
  });
  for (const position of [...apart.keys()]) tellApart(position);
  return found;
}

/** The line as it was typed, blanks and all, cut where something was taken out or put in. */
function piecesOf(text: string, start: number, gone: ReadonlySet<number>, within: ReadonlyMap<number, string>): readonly TextPiece[] {
  const pieces: { kind: TextPiece['kind']; text: string }[] = [];
  const push = (kind: TextPiece['kind'], piece: string) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += piece;
    else pieces.push({ kind, text: piece });
  };
  let at = start;
  for (const character of text) {
    if (isBlank(character)) {
      const last = pieces.at(-1);
      push(last === undefined || last.kind === 'added' ? 'same' : last.kind, character);
      continue;
    }
    const before = within.get(at - 0.5);
    if (before !== undefined) push('added', before);
    push(gone.has(at) ? 'removed' : 'same', character);
    const behind = within.get(at);
    if (behind !== undefined) push('added', behind);
    at += 1;
  }
  // Blanks alone are neither kept nor lost.
  return pieces.filter((piece, index) => piece.kind !== 'same' || !isBlankText(piece.text) || pieces.length === 1 || index > 0);
}

/** Where each text begins among the characters of all. */
function startsOf(texts: readonly string[]): readonly number[] {
  let at = 0;
  return texts.map((text) => {
    const start = at;
    at += [...text].length;
    return start;
  });
}

/** The last text that begins at or before a character; texts are never empty. */
function indexAt(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function bareText(text: string): string {
  return [...text].filter((character) => !isBlank(character)).join('');
}

function isBlank(character: string): boolean {
  return /\s/u.test(character);
}

function isBlankText(text: string): boolean {
  return !/\S/u.test(text);
}
