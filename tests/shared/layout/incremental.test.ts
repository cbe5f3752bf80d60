/**
 * An edit must cost its own paragraph and the placing of the pages, and must never show: after each of many random edits the
 * pages made with what was kept equal the pages made from nothing, and what was not touched has not been set again.
 */
import { expect, test } from 'vitest';
import type { Block } from '../../../shared/document/block.ts';
import type { ComposedIssue } from '../../../shared/issue/compose.ts';
import type { IssueHead } from '../../../shared/issue/issue.ts';
import { createLayoutCache, flowOfEntry, type LayoutCache, layoutIssue, placeEntries } from '../../../shared/layout/layout.ts';
import type { ColumnLine, DocumentFlow } from '../../../shared/layout/zone.ts';
import { houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { EDITS, type Edit, entry, type Next, type State } from './random-issue.ts';
import { chance, fonts, issueOf } from './support.ts';

function compose(state: State, head: Partial<IssueHead> = {}): ComposedIssue<number> {
  const composed = issueOf(state, head);
  return {
    ...composed,
    entries: composed.entries.map((each, index) => ({
      ...each,
      contents: { ...each.contents, title: state[index]?.contentsTitle ?? each.contents.title },
    })),
  };
}

/** What was made of each block: the set lines of a paragraph, the layout of a table. */
function madeOf(flow: DocumentFlow, blocks: readonly Block[]): Map<object, unknown[]> {
  const made = new Map<object, unknown[]>();
  const add = (index: number, value: unknown): void => {
    const source = blocks[index];
    if (source !== undefined) made.set(source, [...(made.get(source) ?? []), value]);
  };
  for (const zone of flow.zones) {
    if (zone.kind === 'columns') for (const each of zone.lines as readonly ColumnLine[]) add(each.block, each.line);
    if (zone.kind === 'table') add(zone.block, zone.table);
  }
  return made;
}

/** What was kept must give what is made from nothing: pages, covers, contents, messages, and the trial that only counts pages. */
function expectTheSame(composed: ComposedIssue<number>, style: HouseStyle, cache: LayoutCache, what: string): void {
  const kept = layoutIssue(composed, style, fonts.book, cache);
  const fresh = layoutIssue(composed, style, fonts.book);
  expect(JSON.stringify(kept) === JSON.stringify(fresh), what).toBe(true);
  const placed = placeEntries(composed, style, fonts.book, cache);
  expect(placed.entries, `${what}: pages that are only counted`).toEqual(
    fresh.documents.map(({ firstPage, lastPage }) => ({ firstPage, lastPage })),
  );
}

/** Every edit three times over, in an order of chance. */
const ROUNDS = 3;

test.each(houseStyles.map((style) => [style.name, style] as const))(
  '%s: edited pages are the pages made from nothing',
  (_, style: HouseStyle) => {
    const next = chance(20260105);
    const cache = createLayoutCache();
    const names = Array.from({ length: ROUNDS }, () => shuffled(Object.keys(EDITS), next)).flat();
    let state: State = Array.from({ length: 5 }, () => entry(next));
    let composed = compose(state);
    layoutIssue(composed, style, fonts.book, cache);
    const earlier: State[] = [state];
    let reused = 0;
    for (const [turn, name] of names.entries()) {
      const what = `edit ${turn}: ${name}`;
      const before = new Map<object, unknown[]>();
      const flows = new Map(
        composed.entries.map(({ document }, index) => [document, flowOfEntry(composed, index, style, fonts.book, cache)]),
      );
      for (const [document, flow] of flows) for (const [source, made] of madeOf(flow, document.blocks)) before.set(source, made);

      // At times an edit is undone: the blocks of long ago are back.
      state = turn % 12 === 11 ? (earlier[next(earlier.length)] as State) : (EDITS[name] as Edit)(state, next);
      earlier.push(state);
      composed = compose(state);
      expectTheSame(composed, style, cache, what);

      composed.entries.forEach(({ document }, index) => {
        const flow = flowOfEntry(composed, index, style, fonts.book, cache);
        if (flows.has(document)) expect(flow, `${what}: a document that was not touched`).toBe(flows.get(document));
        for (const [source, made] of madeOf(flow, document.blocks)) {
          const known = before.get(source);
          if (known === undefined) continue;
          reused += 1;
          const same = made.length === known.length && made.every((each, at) => each === known[at]);
          expect(same, `${what}: ${JSON.stringify(source).slice(0, 120)} was set again`).toBe(true);
        }
      });
    }
    expect(reused).toBeGreaterThan(names.length * 20);
  },
);

test('one cache for issues of several houses and grids, edited in turn', () => {
  const next = chance(77);
  const cache = createLayoutCache();
  const names = Object.keys(EDITS);
  const heads: readonly Partial<IssueHead>[] = [
    {},
    { grid: { columns: 2, charactersPerLine: 20, linesPerColumn: 34 } },
    { grid: { columns: 1, charactersPerLine: 30, linesPerColumn: 24 } },
    { firstPage: 7, gazette: '示例市人民政府办公室公报', slogans: ['指导工作'], statement: '' },
  ];
  let state: State = Array.from({ length: 3 }, () => entry(next));
  for (let turn = 0; turn < 48; turn += 1) {
    const name = names[next(names.length)] as string;
    state = (EDITS[name] as Edit)(state, next);
    const style = houseStyles[next(houseStyles.length)] as HouseStyle;
    const head = next(heads.length);
    expectTheSame(compose(state, heads[head]), style, cache, `turn ${turn}: ${name}, ${style.name}, head ${head}`);
    // A style of the office's own that differs in one figure, as it is while somebody tries sizes.
    const tried = { ...style, body: { ...style.body, size: style.body.size + 0.25 * (next(3) - 1) } };
    if (turn % 4 === 0) expectTheSame(compose(state), tried, cache, `turn ${turn}: ${style.name} in another size`);
  }
});

function shuffled<T>(list: readonly T[], next: Next): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(next(rest.length), 1)[0] as T);
}
