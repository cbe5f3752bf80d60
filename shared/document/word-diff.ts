/** Which words of a text differ: paragraphs first, then the words inside those that are not the same. */
import { diffArrays } from 'diff';

/** Half-open ranges of code points in the paragraphs joined without anything between them. */
export interface WordChange {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly from: number;
  readonly to: number;
}

/** A number or a foreign word is one; a Han character stands for itself. */
const WORD = /[A-Za-z0-9]+(?:[.,:/-][A-Za-z0-9]+)*|./gsu;
/** Two texts with more differences than this have nothing to do with each other. */
const MOST = 3000;

interface Step {
  readonly kind: 'same' | 'old' | 'new';
  readonly values: readonly string[];
}

/** A paragraph that was divided or joined has not changed in words. */
export function diffWords(old: readonly string[], present: readonly string[]): readonly WordChange[] {
  const changes: WordChange[] = [];
  let oldAt = 0;
  let at = 0;
  let gone: string[] = [];
  let come: string[] = [];
  const settle = () => {
    const [oldWords, words] = [gone.join('').match(WORD) ?? [], come.join('').match(WORD) ?? []];
    changes.push(...inside(oldWords, words, oldAt, at));
    oldAt += lengthOf(oldWords);
    at += lengthOf(words);
    [gone, come] = [[], []];
  };
  for (const { kind, values } of steps(old, present)) {
    if (kind === 'old') gone.push(...values);
    else if (kind === 'new') come.push(...values);
    else {
      settle();
      oldAt += lengthOf(values);
      at += lengthOf(values);
    }
  }
  settle();
  return changes;
}

function inside(old: readonly string[], present: readonly string[], oldStart: number, start: number): WordChange[] {
  const changes: WordChange[] = [];
  let [oldAt, at] = [oldStart, start];
  let open: WordChange | null = null;
  for (const { kind, values } of steps(old, present)) {
    const length = lengthOf(values);
    if (kind === 'same') {
      // One character that happens to stay between two changes is read as part of them.
      if (open !== null && length > 1) {
        changes.push(open);
        open = null;
      }
      [oldAt, at] = [oldAt + length, at + length];
      continue;
    }
    if (kind === 'old') oldAt += length;
    else at += length;
    const before: WordChange = open ?? {
      oldFrom: oldAt - (kind === 'old' ? length : 0),
      from: at - (kind === 'new' ? length : 0),
      oldTo: oldAt,
      to: at,
    };
    open = { ...before, oldTo: oldAt, to: at };
  }
  return open === null ? changes : [...changes, open];
}

function steps(old: readonly string[], present: readonly string[]): readonly Step[] {
  const found = diffArrays([...old], [...present], { maxEditLength: MOST });
  if (found === undefined)
    return [
      { kind: 'old', values: old },
      { kind: 'new', values: present },
    ];
  return found.map(({ added, removed, value }) => ({ kind: removed ? 'old' : added ? 'new' : 'same', values: value }));
}

function lengthOf(words: readonly string[]): number {
  return words.reduce((sum, word) => sum + [...word].length, 0);
}
