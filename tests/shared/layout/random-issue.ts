/** Random issues and random edits of them, for what must hold of every layout. */
import {
  type Block,
  type FigureBlock,
  type HeadingBlock,
  runsText,
  type TableBlock,
  type TableRow,
  type TextRun,
} from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import type { StartRule } from '../../../shared/issue/issue.ts';
import { documentOf, paragraphs, randomText } from './support.ts';

export type Next = (limit: number) => number;
export interface Entry {
  readonly document: GazetteDocument;
  readonly section: string;
  readonly start: StartRule;
  /** As the contents have it, where the editor wrote another. */
  readonly contentsTitle?: string | null;
}
export type State = readonly Entry[];

const STARTS: readonly StartRule[] = ['newPage', 'followOn', 'rightPage'];
const SECTIONS = ['市政府文件', '市政府办公室文件', '调查研究'];

/** Mostly one run; at times with bold, raised or lowered parts, and a character that no font has. */
function run(next: Next, length: number): TextRun[] {
  const text = randomText(next, length);
  switch (next(8)) {
    case 0:
      return [{ text }, { text: randomText(next, 5), bold: true }, { text: randomText(next, 9) }];
    case 1:
      return [{ text: `${text}PM` }, { text: '2.5', subscript: true }, { text: '浓度' }, { text: '①', superscript: true }];
    case 2:
      return [{ text: `${text}\u{10ffff}😀` }];
    default:
      return [{ text }];
  }
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

/** Few columns or so many that it is turned; the second row may hold a cell over all columns, the first column one over two rows. */
function table(next: Next): TableBlock {
  const columns = next(6) === 0 ? 18 + next(6) : 2 + next(4);
  const rows = Array.from({ length: 3 + next(8) }, (_, index) => row(next, columns, index === 0));
  const group = (text: TextRun[]): TableRow => ({
    type: 'tableRow',
    children: [{ type: 'tableCell', columnSpan: columns, rowSpan: 1, children: [{ type: 'cellParagraph', children: text }] }],
  });
  if (next(3) === 0) rows[1] = group(run(next, 8));
  if (next(3) === 0) {
    const [upper, lower] = [rows.at(-2) as TableRow, rows.at(-1) as TableRow];
    const [first, ...others] = upper.children;
    if (first !== undefined && upper.children.length === columns) {
      rows[rows.length - 2] = { ...upper, children: [{ ...first, rowSpan: 2 }, ...others] };
      rows[rows.length - 1] = { ...lower, children: lower.children.slice(1) };
    }
  }
  return { type: 'table', columns: Array.from({ length: columns }, () => 1 + next(3)), children: rows };
}

function figure(next: Next): FigureBlock {
  const image = next(2) === 0 ? { hash: 'abc', width: 60 + next(500), height: 60 + next(900) } : null;
  return {
    type: 'figure',
    image,
    ...(next(2) === 0 ? { link: `https://example.gov.cn/${next(1000)}` } : {}),
    children: run(next, next(30)),
  };
}

function heading(next: Next): HeadingBlock {
  const level = (1 + next(4)) as HeadingBlock['level'];
  const children: TextRun[] = next(2) === 0 ? run(next, 12) : [...run(next, 12), { text: randomText(next, 60), runIn: true }];
  return { type: 'heading', level, children };
}

function block(next: Next): Block {
  switch (next(13)) {
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
      return {
        type: 'box',
        ...(next(2) === 0 ? { inColumn: true as const } : {}),
        children: [0, 1, 2].map(() => ({ type: 'cellParagraph' as const, children: run(next, 50) })),
      };
    case 6:
      return figure(next);
    case 7:
      return { type: 'note', children: [{ text: `注：${randomText(next, 20 + next(60))}` }] };
    case 8:
      return { type: 'paragraph', align: 'right', children: [{ text: '单位：万元' }] };
    case 9:
      return { type: 'attachment', children: [{ text: `附件：1.${randomText(next, 14)}` }] };
    case 10:
      return { type: 'subtitle', children: run(next, 14) };
    case 11:
      return next(2) === 0 ? { type: 'sign', children: run(next, 10) } : { type: 'signDate', children: [{ text: '2026年1月5日' }] };
    default:
      return { type: 'paragraph', children: run(next, 30 + next(150)) };
  }
}

export function entry(next: Next): Entry {
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

export type Edit = (state: State, next: Next) => State;

/** Picks a document and one of its blocks that passes; where there is none the state stays as it is. */
function editBlock(wanted: (each: Block) => boolean, change: (blocks: readonly Block[], at: number, next: Next) => readonly Block[]): Edit {
  return (state, next) => {
    const places = state.flatMap(({ document }, at) => document.blocks.flatMap((each, index) => (wanted(each) ? [{ at, index }] : [])));
    const place = places[next(Math.max(1, places.length))];
    return place === undefined ? state : withBlocks(state, place.at, (blocks) => change(blocks, place.index, next));
  };
}

const isText = (each: Block): boolean => each.type !== 'table' && each.type !== 'box';

export const EDITS: Readonly<Record<string, Edit>> = {
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
  'split a paragraph': editBlock(
    (each) => each.type === 'paragraph',
    (blocks, at, next) =>
      blocks.flatMap((each, index): readonly Block[] => {
        if (index !== at || each.type !== 'paragraph') return [each];
        const text = runsText(each.children);
        const place = next(text.length + 1);
        return [text.slice(0, place), text.slice(place)].map((part) => ({ ...each, children: [{ text: part }] }));
      }),
  ),
  'join two paragraphs': editBlock(
    (each) => each.type === 'paragraph',
    (blocks, at) => {
      const [one, two] = [blocks[at], blocks[at + 1]];
      if (one?.type !== 'paragraph' || two?.type !== 'paragraph') return blocks;
      return [...blocks.slice(0, at), { ...one, children: [...one.children, ...two.children] }, ...blocks.slice(at + 2)];
    },
  ),
  'set tight, or loose again': editBlock(
    (each) => each.type === 'paragraph' || each.type === 'article' || each.type === 'heading' || each.type === 'note',
    (blocks, at) =>
      blocks.map((each, index) => {
        if (index !== at || !('children' in each)) return each;
        if ('tight' in each) {
          const { tight: _, ...loose } = each;
          return loose as Block;
        }
        return { ...each, tight: true } as Block;
      }),
  ),
  'mark a part': editBlock(isText, (blocks, at, next) =>
    blocks.map((each, index) => {
      if (index !== at || each.type === 'table' || each.type === 'box') return each;
      const text = runsText(each.children);
      const place = next(text.length + 1);
      const mark = [{ bold: true }, { superscript: true }, { subscript: true }][next(3)] as Partial<TextRun>;
      return { ...each, children: [{ text: text.slice(0, place) }, { text: text.slice(place), ...mark }] } as Block;
    }),
  ),
  'change columns and heads of a table': editBlock(
    (each) => each.type === 'table',
    (blocks, at, next) =>
      blocks.map((each, index) => {
        if (index !== at || each.type !== 'table') return each;
        if (next(2) === 0) return { ...each, columns: each.columns.map(() => 1 + next(5)) };
        const children = each.children.map((one, place): TableRow => {
          const { head: _, ...plain } = one;
          return place < 1 + next(2) ? { ...plain, head: true } : plain;
        });
        return { ...each, children };
      }),
  ),
  'edit a box': editBlock(
    (each) => each.type === 'box',
    (blocks, at, next) =>
      blocks.map((each, index) =>
        index === at && each.type === 'box'
          ? {
              ...each,
              children: each.children.with(next(each.children.length), { type: 'cellParagraph', children: run(next, 1 + next(200)) }),
            }
          : each,
      ),
  ),
  'move a box into a column or out of it': editBlock(
    (each) => each.type === 'box',
    (blocks, at) =>
      blocks.map((each, index) => {
        if (index !== at || each.type !== 'box') return each;
        const { inColumn, ...across } = each;
        return inColumn === true ? across : { ...across, inColumn: true as const };
      }),
  ),
  'change a picture': editBlock(
    (each) => each.type === 'figure',
    (blocks, at, next) => blocks.map((each, index) => (index === at ? figure(next) : each)),
  ),
  'change a label': editBlock(
    (each) => each.type === 'attachmentTitle',
    // The children stay the same object here, too.
    (blocks, at, next) =>
      blocks.map((each, index) => (index === at && each.type === 'attachmentTitle' ? { ...each, label: `附件${1 + next(90)}` } : each)),
  ),
  'change the head of a document': (state, next) => {
    const at = next(state.length);
    const change: Partial<GazetteDocument> = [
      { subtitle: next(2) === 0 ? null : randomText(next, 12) },
      { byline: next(2) === 0 ? null : randomText(next, 9) },
      { addressees: next(2) === 0 ? null : `${randomText(next, 10 + next(80))}：` },
      { docNumber: next(2) === 0 ? null : `示府办〔2026〕${1 + next(99)}号` },
      { date: next(2) === 0 ? null : `2026-0${1 + next(9)}-11` },
    ][next(5)] as Partial<GazetteDocument>;
    return state.map((each, index) => (index === at ? { ...each, document: { ...each.document, ...change } } : each));
  },
  'change a title in the contents': (state, next) => {
    const at = next(state.length);
    const contentsTitle = next(2) === 0 ? null : `关于${randomText(next, 30)}的通知`;
    return state.map((each, index) => (index === at ? { ...each, contentsTitle } : each));
  },
  'add an entry': (state, next) => (state.length > 7 ? state : state.toSpliced(next(state.length + 1), 0, entry(next))),
  'remove an entry': (state, next) => (state.length < 3 ? state : state.toSpliced(next(state.length), 1)),
};
