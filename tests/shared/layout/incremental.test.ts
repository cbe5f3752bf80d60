/**
 * An edit must cost its own paragraph and the placing of the pages, and must never show: after each of many random edits the
 * pages made with what was kept equal the pages made from nothing, and what was not touched has not been set again.
 */
import { expect, test } from 'vitest';
import type { Block, HeadingBlock, TableBlock, TableRow, TextRun } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import type { ComposedIssue } from '../../../shared/issue/compose.ts';
import type { StartRule } from '../../../shared/issue/issue.ts';
import { createLayoutCache, flowOfEntry, layoutIssue } from '../../../shared/layout/layout.ts';
import type { ColumnLine, DocumentFlow } from '../../../shared/layout/zone.ts';
import { houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { chance, documentOf, fonts, issueOf, paragraphs, randomText } from './support.ts';

type Next = (limit: number) => number;
interface Entry {
  readonly document: GazetteDocument;
  readonly section: string;
  readonly start: StartRule;
}
type State = readonly Entry[];

const STARTS: readonly StartRule[] = ['newPage', 'followOn', 'rightPage'];
const SECTIONS = ['市政府文件', '市政府办公室文件', '调查研究'];

function run(next: Next, length: number): TextRun[] {
  return [{ text: randomText(next, length) }];
}

function row(next: Next, columns: number, head: boolean): TableRow {
  const children = Array.from({ length: columns }, () => ({
    type: 'tableCell' as const,
    columnSpan: 1,
    rowSpan: 1,
    children: [{ type: 'cellParagraph' as const, children: run(next, head ? 4 : 3 + next(40)) }],
  }));
  return head ? { type: 'tableRow', head: true, children } : { type: 'tableRow', children };
}

function table(next: Next): TableBlock {
  const columns = 2 + next(4);
  const rows = Array.from({ length: 2 + next(8) }, (_, index) => row(next, columns, index === 0));
  return { type: 'table', columns: Array.from({ length: columns }, () => 1 + next(3)), children: rows };
}

function heading(next: Next): HeadingBlock {
  const level = (1 + next(4)) as HeadingBlock['level'];
  const children: TextRun[] = next(2) === 0 ? run(next, 12) : [...run(next, 12), { text: randomText(next, 60), runIn: true }];
  return { type: 'heading', level, children };
}

function block(next: Next): Block {
  switch (next(7)) {
    case 0:
      return heading(next);
    case 1:
      return table(next);
    case 2:
      return { type: 'article', children: [{ text: `第${'一二三四五'[next(5)]}条　${randomText(next, 60)}` }] };
    case 3:
      return { type: 'title', children: run(next, 18) };
    case 4:
      return { type: 'attachmentTitle', label: `附件${1 + next(4)}`, children: run(next, 14) };
    case 5:
      return { type: 'box', children: [0, 1, 2].map(() => ({ type: 'cellParagraph' as const, children: run(next, 50) })) };
    default:
      return { type: 'paragraph', children: run(next, 30 + next(150)) };
  }
}

function entry(next: Next): Entry {
  const blocks = Array.from({ length: 6 + next(10) }, () => (next(3) === 0 ? block(next) : (paragraphs(next, 1, 160)[0] as Block)));
  const document = documentOf(`关于${randomText(next, 8)}的通知`, blocks, {
    docNumber: `示府发〔2026〕${1 + next(40)}号`,
    date: '2026-01-05',
    addressees: next(2) === 0 ? '各县区人民政府，市政府各部门：' : null,
  });
  return { document, section: SECTIONS[next(3)] as string, start: STARTS[next(3)] as StartRule };
}

function withBlocks(state: State, at: number, change: (blocks: readonly Block[]) => readonly Block[]): State {
  return state.map((each, index) =>
    index === at ? { ...each, document: { ...each.document, blocks: change(each.document.blocks) } } : each,
  );
}

/** Replaces the text of a run by `text`, as an editor does: new children, everything else as it is. */
function retype(blocks: readonly Block[], at: number, type: (text: string) => string): Block[] {
  return blocks.map((each, index) => {
    if (index !== at || each.type === 'table' || each.type === 'box') return each;
    const children = each.children.map((part, first) => (first === 0 ? { ...part, text: type(part.text) } : part));
    return { ...each, children } as Block;
  });
}

function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_, index) => index !== from);
  rest.splice(to, 0, list[from] as T);
  return rest;
}

type Edit = (state: State, next: Next) => State;

/** Picks a document and one of its blocks that passes; where there is none the state stays as it is. */
function editBlock(wanted: (each: Block) => boolean, change: (blocks: readonly Block[], at: number, next: Next) => readonly Block[]): Edit {
  return (state, next) => {
    const places = state.flatMap(({ document }, at) => document.blocks.flatMap((each, index) => (wanted(each) ? [{ at, index }] : [])));
    const place = places[next(Math.max(1, places.length))];
    return place === undefined ? state : withBlocks(state, place.at, (blocks) => change(blocks, place.index, next));
  };
}

const isText = (each: Block): boolean => each.type !== 'table' && each.type !== 'box';

const EDITS: Readonly<Record<string, Edit>> = {
  'insert a character': editBlock(isText, (blocks, at, next) =>
    retype(blocks, at, (text) => {
      const place = next(text.length + 1);
      return text.slice(0, place) + randomText(next, 1) + text.slice(place);
    }),
  ),
  'delete text': editBlock(isText, (blocks, at, next) =>
    retype(blocks, at, (text) => {
      const place = next(text.length);
      return text.slice(0, place) + text.slice(place + 1 + next(20));
    }),
  ),
  'replace text': editBlock(isText, (blocks, at, next) => retype(blocks, at, () => randomText(next, 1 + next(240)))),
  'add blocks': editBlock(
    () => true,
    (blocks, at, next) => [...blocks.slice(0, at), ...Array.from({ length: 1 + next(3) }, () => block(next)), ...blocks.slice(at)],
  ),
  'remove a block': editBlock(
    () => true,
    (blocks, at) => blocks.filter((_, index) => index !== at),
  ),
  'move a block': editBlock(
    () => true,
    (blocks, at, next) => moved(blocks, at, next(blocks.length)),
  ),
  'change a level': editBlock(
    (each) => each.type === 'heading',
    (blocks, at, next) =>
      blocks.map((each, index) =>
        index === at && each.type === 'heading' ? { ...each, level: (1 + ((each.level + next(3)) % 4)) as HeadingBlock['level'] } : each,
      ),
  ),
  'make a paragraph a heading': editBlock(
    (each) => each.type === 'paragraph',
    (blocks, at, next) =>
      // The children stay the same object: the type of the block alone must tell the two settings apart.
      blocks.map((each, index) =>
        index === at && each.type === 'paragraph'
          ? { type: 'heading', level: (1 + next(4)) as HeadingBlock['level'], children: each.children }
          : each,
      ),
  ),
  'align a paragraph': editBlock(
    (each) => each.type === 'paragraph',
    (blocks, at, next) =>
      blocks.map((each, index) =>
        index === at && each.type === 'paragraph'
          ? { ...each, align: (['center', 'right', 'justify'] as const)[next(3)] ?? 'justify' }
          : each,
      ),
  ),
  'edit a table': editBlock(
    (each) => each.type === 'table',
    (blocks, at, next) =>
      blocks.map((each, index) => {
        if (index !== at || each.type !== 'table') return each;
        const place = next(each.children.length);
        const fresh = row(next, each.columns.length, place === 0);
        const rows = next(2) === 0 ? each.children.with(place, fresh) : [...each.children, row(next, each.columns.length, false)];
        return { ...each, children: rows };
      }),
  ),
  'reorder entries': (state, next) => moved(state, next(state.length), next(state.length)),
  'change a start': (state, next) => {
    const at = next(state.length);
    return state.map((each, index) => (index === at ? { ...each, start: STARTS[next(3)] as StartRule } : each));
  },
  'change a section': (state, next) => {
    const at = next(state.length);
    return state.map((each, index) => (index === at ? { ...each, section: SECTIONS[next(3)] as string } : each));
  },
  'change a title': (state, next) => {
    const at = next(state.length);
    const title = `关于${randomText(next, 20)}的通知`;
    return state.map((each, index) => (index === at ? { ...each, document: { ...each.document, title, titleLines: [title] } } : each));
  },
};

function compose(state: State): ComposedIssue<number> {
  return issueOf(state);
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

const EDIT_COUNT = 84;

test.each(houseStyles.map((style) => [style.name, style] as const))(
  '%s: edited pages are the pages made from nothing',
  (_, style: HouseStyle) => {
    const next = chance(20260105);
    const cache = createLayoutCache();
    const names = Object.keys(EDITS);
    let state: State = Array.from({ length: 5 }, () => entry(next));
    let composed = compose(state);
    layoutIssue(composed, style, fonts.book, cache);
    const earlier: State[] = [state];
    let reused = 0;
    for (let turn = 0; turn < EDIT_COUNT; turn += 1) {
      const name = names[turn % names.length] as string;
      const before = new Map<object, unknown[]>();
      const flows = new Map(
        composed.entries.map(({ document }, index) => [document, flowOfEntry(composed, index, style, fonts.book, cache)]),
      );
      for (const [document, flow] of flows) for (const [source, made] of madeOf(flow, document.blocks)) before.set(source, made);

      state = turn % 12 === 11 ? (earlier[next(earlier.length)] as State) : (EDITS[name] as Edit)(state, next);
      earlier.push(state);
      composed = compose(state);
      const kept = layoutIssue(composed, style, fonts.book, cache);
      const fresh = layoutIssue(composed, style, fonts.book);
      expect(JSON.stringify(kept) === JSON.stringify(fresh), `edit ${turn}: ${name}`).toBe(true);

      composed.entries.forEach(({ document }, index) => {
        const flow = flowOfEntry(composed, index, style, fonts.book, cache);
        if (flows.has(document)) expect(flow, `edit ${turn}: ${name}: a document that was not touched`).toBe(flows.get(document));
        for (const [source, made] of madeOf(flow, document.blocks)) {
          const known = before.get(source);
          if (known === undefined) continue;
          reused += 1;
          const same = made.length === known.length && made.every((each, at) => each === known[at]);
          expect(same, `edit ${turn}: ${name}: ${JSON.stringify(source).slice(0, 120)} was set again`).toBe(true);
        }
      });
    }
    expect(reused).toBeGreaterThan(EDIT_COUNT * 20);
  },
);
