/** Two texts character by character: what stayed, what went, what came. Pieces of one side, put together, are that side exactly. */
import { diffChars } from 'diff';

export interface TextPiece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Beyond it two texts have so little in common that a patchwork of single characters would tell nobody anything. */
const MOST_EDITS = 1500;
/** What stays between two changes and is this short is shown as changed: single characters that happen to be alike. */
const ISLAND = 1;

export function compareText(before: string, after: string): TextPiece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const changes = diffChars(before, after, { maxEditLength: MOST_EDITS });
  if (changes === undefined || isPatchwork(before, after, changes)) return replaced(before, after);
  return withoutIslands(
    changes.map(({ value, added, removed }): TextPiece => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value })),
  );
}

function replaced(before: string, after: string): TextPiece[] {
  const pieces: TextPiece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}

/** Less than a quarter is alike: another text, not a changed one. */
function isPatchwork(before: string, after: string, changes: readonly { value: string; added: boolean; removed: boolean }[]): boolean {
  const same = changes.reduce((sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length), 0);
  const shorter = Math.min(before.length, after.length);
  return shorter > 8 && same * 4 < shorter;
}

/** Neighbouring changes are drawn together over what is too short to be told apart; removed stands before added. */
function withoutIslands(pieces: readonly TextPiece[]): TextPiece[] {
  const joined: TextPiece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    joined.push(...replaced(removed, added));
    removed = '';
    added = '';
  };
  for (const [i, { kind, text }] of pieces.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (isIsland(pieces, i)) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

/** Only between replacements on both sides: one character between two insertions is worth seeing. */
function isIsland(pieces: readonly TextPiece[], at: number): boolean {
  const text = pieces[at]?.text ?? '';
  if ([...text].length > ISLAND || /[\s，。、；：]/u.test(text)) return false;
  const isReplaced = (from: number, step: 1 | -1) => {
    const kinds = [pieces[from]?.kind, pieces[from + step]?.kind];
    return kinds.includes('removed') && kinds.includes('added');
  };
  return isReplaced(at - 1, -1) && isReplaced(at + 1, 1);
}
