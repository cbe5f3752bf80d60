/** Column widths: equal widths in a file say nothing, so the contents decide; the rows come out as low as they can. */
import { type Needs, sumOf } from './table-needs.ts';
import type { CellText } from './table-text.ts';

/** Widths that somebody has set are kept unless the rows come out lower by this share. */
const BY_HAND = 1.12;
/** Rows that the search looks at; of longer tables every second, third, … */
const MOST_ROWS = 160;
/** With more columns than this there is nothing to divide. */
const MOST_COLUMNS = 16;
/** What it costs, in lines, when a short text does not stand on one line. */
const WRAP = 0.35;
const SHORT = 9;
/** In ems with the padding: columns of 序号 are no wider; what every other column has before room is shared. */
const NARROW = 2.9;
const EVEN = 3;

export interface WidthTask {
  readonly texts: readonly CellText[];
  readonly needs: Needs;
  /** Relative widths of the file. */
  readonly given: readonly number[];
  readonly width: number;
  readonly size: number;
  /** On both sides together. */
  readonly padding: number;
}

/** @returns left edges of the columns and the right edge of the last. */
export function columnEdges(task: WidthTask): number[] {
  const { needs, padding, width, given } = task;
  const columns = needs.least.length;
  const least = needs.least.map((room) => room + padding);
  const full = alike(task).map((room) => room + padding);
  const spare = width - sumOf(least);
  if (spare <= 0) return edgesOf(least, width);
  const hand = isSetByHand(given, columns) ? withLeast(scaled(given, width), least) : null;
  const wanted = sumOf(full);
  if (wanted <= width) return edgesOf(hand !== null && holds(hand, full) ? hand : spread(full, width, task.size), width);
  const rows = rowsOf(task);
  const seeds = [shareOut(full, weightsOf(task), least, width), withLeast(scaled(full.map(Math.sqrt), width), least)];
  if (columns > MOST_COLUMNS) return edgesOf(seeds[0] as number[], width);
  if (hand !== null) seeds.push(hand);
  let best: { widths: number[]; cost: number } | null = null;
  for (const seed of seeds) {
    const found = descend(seed, least, rows, task);
    if (best === null || found.cost < best.cost) best = found;
  }
  if (best === null) return edgesOf(least, width);
  if (hand !== null && costOf(rows, hand, task) <= best.cost * BY_HAND) return edgesOf(hand, width);
  return edgesOf(best.widths, width);
}

/** Neighbouring columns that need nearly the same room get the same: columns of numbers look alike. */
function alike({ needs, size }: WidthTask): number[] {
  const full = [...needs.full];
  let from = 0;
  while (from < full.length) {
    let to = from + 1;
    let least = full[from] as number;
    let most = least;
    for (; to < full.length; to += 1) {
      const next = full[to] as number;
      if (Math.max(most, next) - Math.min(least, next) > size * 2.6 || Math.max(most, next) > size * 6) break;
      least = Math.min(least, next);
      most = Math.max(most, next);
    }
    if (to - from >= 3) for (let i = from; i < to; i += 1) full[i] = most;
    from = to;
  }
  return full;
}

/** All text on single lines: what is over goes to the columns by their text, more evenly than it, but hardly to 序号. */
function spread(full: readonly number[], width: number, size: number): number[] {
  const weights = full.map((each) => (each > size * NARROW ? each + size * EVEN : each));
  const over = scaled(weights, width - sumOf(full));
  return full.map((each, index) => each + (over[index] as number));
}

function holds(widths: readonly number[], full: readonly number[]): boolean {
  return widths.every((each, index) => each >= (full[index] as number));
}

function scaled(shares: readonly number[], width: number): number[] {
  const sum = sumOf(shares);
  return shares.map((share) => (share * width) / sum);
}

function isSetByHand(given: readonly number[], columns: number): boolean {
  const sum = sumOf(given);
  if (!(sum > 0) || given.length !== columns || given.some((each) => !(each > 0))) return false;
  return given.some((each) => Math.abs(each - (given[0] as number)) > sum * 0.01);
}

interface RowText {
  readonly column: number;
  readonly widths: readonly number[];
  readonly short: boolean;
  /** A text over several rows counts for each of them with its share. */
  readonly rows: number;
}

function rowsOf({ texts, size }: WidthTask): RowText[][] {
  const rows: RowText[][] = [];
  for (const { placed, paragraphs, longest } of texts) {
    if (placed.columnSpan > 1 || paragraphs.length === 0) continue;
    const widths = paragraphs.flatMap((each) => each.widths);
    const text = { column: placed.column, widths, short: widths.length === 1 && longest <= size * SHORT, rows: placed.rowSpan };
    for (let row = placed.row; row < placed.row + placed.rowSpan; row += 1) {
      const at = rows[row];
      if (at === undefined) rows[row] = [text];
      else at.push(text);
    }
  }
  const filled = rows.filter((row) => row !== undefined);
  const step = Math.ceil(filled.length / MOST_ROWS);
  return filled.filter((_, index) => index % step === 0);
}

function linesOf(text: RowText, room: number, size: number): number {
  let lines = 0;
  // A line of running text ends early by a good third of an em: marks and numbers keep together.
  const usable = Math.max(size, room - size * 0.36);
  for (const width of text.widths) lines += width <= room ? 1 : Math.ceil(width / usable);
  return lines / text.rows;
}

function rowCost(row: readonly RowText[], widths: readonly number[], { padding, size }: WidthTask): number {
  let most = 1;
  let wraps = 0;
  for (const text of row) {
    const lines = linesOf(text, (widths[text.column] as number) - padding, size);
    if (lines > most) most = lines;
    if (text.short && lines > 1) wraps += WRAP * (lines - 1);
  }
  return most + wraps;
}

function costOf(rows: readonly (readonly RowText[])[], widths: readonly number[], task: WidthTask): number {
  let cost = 0;
  for (const row of rows) cost += rowCost(row, widths, task);
  return cost;
}

/** Moves room from one column to another as long as the table becomes lower. */
function descend(
  seed: readonly number[],
  least: readonly number[],
  rows: readonly (readonly RowText[])[],
  task: WidthTask,
): { widths: number[]; cost: number } {
  const widths = [...seed];
  let cost = costOf(rows, widths, task);
  for (const ems of [6, 3, 1.5, 0.7]) {
    const step = ems * task.size;
    for (let round = 0; round < 12; round += 1) {
      let moved = false;
      for (let from = 0; from < widths.length; from += 1) {
        for (let to = 0; to < widths.length; to += 1) {
          if (from === to || (widths[from] as number) - step < (least[from] as number)) continue;
          widths[from] = (widths[from] as number) - step;
          widths[to] = (widths[to] as number) + step;
          const now = costOf(rows, widths, task);
          if (now < cost - 1e-9) {
            cost = now;
            moved = true;
            continue;
          }
          widths[from] = (widths[from] as number) + step;
          widths[to] = (widths[to] as number) - step;
        }
      }
      if (!moved) break;
    }
  }
  return { widths, cost };
}

function weightsOf({ texts, needs }: WidthTask): number[] {
  const weights = new Array<number>(needs.least.length).fill(1);
  for (const { placed, paragraphs } of texts) {
    if (placed.columnSpan > 1) continue;
    for (const each of paragraphs) weights[placed.column] = (weights[placed.column] as number) + sumOf(each.widths);
  }
  return weights;
}

/** Raises what is below its least and takes that from the others in proportion to what they have to spare. */
function withLeast(shares: readonly number[], least: readonly number[]): number[] {
  let missing = 0;
  let spare = 0;
  shares.forEach((share, index) => {
    const over = share - (least[index] as number);
    if (over < 0) missing -= over;
    else spare += over;
  });
  if (spare <= 0) return [...least];
  const kept = Math.max(0, 1 - missing / spare);
  return shares.map((share, index) => {
    const floor = least[index] as number;
    return share <= floor ? floor : floor + (share - floor) * kept;
  });
}

/** Columns that need less than their share get what they need; the rest is divided by the amount of their text. */
function shareOut(longest: readonly number[], weights: readonly number[], least: readonly number[], width: number): number[] {
  const shares = longest.map(() => 0);
  let open = longest.map((_, index) => index);
  let room = width;
  for (;;) {
    const total = open.reduce((sum, index) => sum + (weights[index] as number), 0);
    const share = (index: number): number => (room * (weights[index] as number)) / total;
    const settled = open.filter((index) => (longest[index] as number) <= share(index) || (least[index] as number) >= share(index));
    if (settled.length === 0 || settled.length === open.length) {
      for (const index of open) shares[index] = Math.max(share(index), least[index] as number);
      return withLeast(scaled(shares, width), least);
    }
    for (const index of settled) {
      const fit = Math.max(least[index] as number, Math.min(longest[index] as number, share(index)));
      shares[index] = fit;
      room -= fit;
    }
    open = open.filter((index) => !settled.includes(index));
  }
}

function edgesOf(shares: readonly number[], width: number): number[] {
  const sum = sumOf(shares);
  const edges = [0];
  let at = 0;
  for (const share of shares) {
    at += share;
    edges.push(Math.round((at * width) / sum));
  }
  return edges;
}
