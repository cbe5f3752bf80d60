/** Two lists beside each other: what is the same, what was changed into what, what is on one side alone. Order is kept on both. */
import { diffArrays } from 'diff';

/** Never null on both sides. */
export interface Pair<Item> {
  readonly before: Item | null;
  readonly after: Item | null;
}

export interface Likeness<Item> {
  /** Two items with the same key are the same. */
  readonly key: (item: Item) => string;
  /** Text by which items that are not the same are told to be related. */
  readonly text: (item: Item) => string;
  /** False for what can never become one another. */
  readonly mayPair: (before: Item, after: Item) => boolean;
}

/** From this share of common pairs of characters on, one is taken for the other, changed. */
const RELATED = 0.34;
/** Up to this size every pair of a stretch is looked at; beyond it only near ones. */
const MOST_CELLS = 10_000;
const WINDOW = 12;

export function align<Item>(before: readonly Item[], after: readonly Item[], likeness: Likeness<Item>): Pair<Item>[] {
  const pairs: Pair<Item>[] = [];
  let gone: Item[] = [];
  let come: Item[] = [];
  let b = 0;
  let a = 0;
  const flush = () => {
    pairs.push(...pairStretch(gone, come, likeness));
    gone = [];
    come = [];
  };
  const changes = diffArrays(before.map(likeness.key), after.map(likeness.key), { maxEditLength: 4000 });
  if (changes === undefined) return pairStretch(before, after, likeness);
  for (const { count, added, removed } of changes) {
    if (removed) {
      gone.push(...before.slice(b, b + count));
      b += count;
    } else if (added) {
      come.push(...after.slice(a, a + count));
      a += count;
    } else {
      flush();
      for (let i = 0; i < count; i += 1) pairs.push({ before: before[b + i] as Item, after: after[a + i] as Item });
      b += count;
      a += count;
    }
  }
  flush();
  return pairs;
}

function pairStretch<Item>(gone: readonly Item[], come: readonly Item[], { text, mayPair }: Likeness<Item>): Pair<Item>[] {
  if (gone.length === 0 || come.length === 0) return between(gone, come);
  const goneGrams = gone.map((item) => grams(text(item)));
  const comeGrams = come.map((item) => grams(text(item)));
  const share = (i: number, j: number) => {
    if (!mayPair(gone[i] as Item, come[j] as Item)) return 0;
    // One for one at the same place: whatever was written there was rewritten.
    if (gone.length === 1 && come.length === 1) return 1;
    return common(goneGrams[i] as ReadonlySet<string>, comeGrams[j] as ReadonlySet<string>);
  };
  const chosen =
    gone.length * come.length <= MOST_CELLS ? bestChain(gone.length, come.length, share) : nearChain(gone.length, come.length, share);
  const pairs: Pair<Item>[] = [];
  let i = 0;
  let j = 0;
  for (const [g, c] of chosen) {
    pairs.push(...between(gone.slice(i, g), come.slice(j, c)), { before: gone[g] as Item, after: come[c] as Item });
    i = g + 1;
    j = c + 1;
  }
  return [...pairs, ...between(gone.slice(i), come.slice(j))];
}

function between<Item>(gone: readonly Item[], come: readonly Item[]): Pair<Item>[] {
  return [...gone.map((before) => ({ before, after: null })), ...come.map((after) => ({ before: null, after }))];
}

type Chain = readonly (readonly [gone: number, come: number])[];
type Share = (gone: number, come: number) => number;

/** The chain of related pairs, rising on both sides, that has the most in common. */
function bestChain(rows: number, columns: number, share: Share): Chain {
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const shares = new Float64Array(rows * columns);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const own = share(i, j);
      shares[i * columns + j] = own;
      const paired = own >= RELATED ? own + (best[(i + 1) * width + j + 1] as number) : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j] as number, best[i * width + j + 1] as number);
    }
  }
  const chain: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    const here = best[i * width + j] as number;
    if (here === (best[(i + 1) * width + j] as number)) i += 1;
    else if (here === (best[i * width + j + 1] as number)) j += 1;
    else {
      chain.push([i, j]);
      i += 1;
      j += 1;
    }
  }
  return chain;
}

/** For very long stretches: each takes the most related of the next few. */
function nearChain(rows: number, columns: number, share: Share): Chain {
  const chain: [number, number][] = [];
  let free = 0;
  for (let i = 0; i < rows; i += 1) {
    let best = -1;
    let most = RELATED;
    for (let j = free; j < Math.min(columns, free + WINDOW); j += 1) {
      const own = share(i, j);
      if (own < most) continue;
      best = j;
      most = own;
    }
    if (best < 0) continue;
    chain.push([i, best]);
    free = best + 1;
  }
  return chain;
}

/** Pairs of neighbouring characters; a single character stands for itself. */
function grams(text: string): ReadonlySet<string> {
  if (text.length < 2) return new Set(text);
  const found = new Set<string>();
  for (let i = 1; i < text.length; i += 1) found.add(text.slice(i - 1, i + 1));
  return found;
}

function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 1 : 0;
  let both = 0;
  for (const gram of a) if (b.has(gram)) both += 1;
  return (2 * both) / (a.size + b.size);
}
