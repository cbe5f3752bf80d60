/**
 * The rules of a page, counted over every line of the printed issues that stand beside the project: import, recognition,
 * composition and layout in this process, then nothing but the items of the pages and the documents that they come from.
 * Each rule says where it is broken. Skipped, and said so, where the issues are not at hand.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadFonts } from '../../main/fonts.ts';
import { readSubmission } from '../../main/import/index.ts';
import { type Block, blockText, headText, runInText } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { type ComposedIssue, composeIssue } from '../../shared/issue/compose.ts';
import { parseManifest } from '../../shared/issue/manifest.ts';
import { flowDocument } from '../../shared/layout/flow.ts';
import { columnLeft, type Geometry, geometryOf } from '../../shared/layout/geometry.ts';
import { layoutIssue } from '../../shared/layout/layout.ts';
import { createMeasure } from '../../shared/layout/measure.ts';
import type { LaidOutIssue, Origin, Page, TextItem } from '../../shared/layout/page.ts';
import { points } from '../../shared/layout/units.ts';
import type { DocumentFlow } from '../../shared/layout/zone.ts';
import { recognize } from '../../shared/recognize/recognize.ts';
import { findHouse } from '../../shared/style/index.ts';
import type { HouseStyle } from '../../shared/style/style.ts';

const root = join(import.meta.dirname, '../..');
const corpus = join(root, '../shared/corpus');
const names = existsSync(corpus) ? readdirSync(corpus).sort() : [];
if (names.length === 0) console.warn('跳过 page-rules：项目旁没有 shared/corpus，页面规则未逐条清点。');

type Manner = 'columns' | 'across' | 'table';

/** A line as it stands on a page, put together again from its items. */
interface Line {
  readonly page: number;
  readonly origin: Origin;
  readonly manner: Manner;
  /** Index of its zone in its document; -1 for the head. */
  readonly zone: number;
  readonly column: number;
  readonly items: TextItem[];
  /** Index of its first character in its paragraph. */
  readonly at: number;
  text: string;
  baseline: number;
  /** Middle of the line from the top of the type area, in rows of the grid. */
  middle: number;
  /** Rows of the grid that it takes. */
  rows: number;
}
/** What a zone in columns has on one page. */
interface Part {
  readonly page: number;
  readonly columns: Line[][];
}
interface Case {
  readonly name: string;
  readonly composed: ComposedIssue<string>;
  readonly style: HouseStyle;
  readonly geometry: Geometry;
  readonly laidOut: LaidOutIssue;
  readonly flows: readonly DocumentFlow[];
  readonly lines: readonly Line[];
  /** Of each zone in columns its parts, page by page. */
  readonly zones: readonly (readonly Part[])[];
}

const fonts = names.length === 0 ? null : loadFonts(join(root, 'dist/fonts')).book;
const cases: Case[] = [];

async function readCase(name: string): Promise<Case> {
  if (fonts === null) throw new Error('no fonts');
  const parsed = parseManifest(readFileSync(join(corpus, name, 'manifest.json'), 'utf8'));
  if (!parsed.ok) throw new Error(parsed.error.text);
  const documents = new Map<string, GazetteDocument>();
  for (const { key } of parsed.value.entries) {
    const draft = await readSubmission({ name: key, bytes: readFileSync(join(corpus, name, key)) });
    if (!draft.ok) throw new Error(draft.error.text);
    documents.set(key, recognize(draft.value, key).value);
  }
  const composed = composeIssue(parsed.value, (key) => documents.get(key) ?? null).value;
  if (composed.entries.length !== parsed.value.entries.length) throw new Error(`${name}: entries are missing`);
  const style = findHouse(composed.head.house);
  if (style === null) throw new Error(`no house ${composed.head.house}`);
  const geometry = geometryOf(style, composed.head.grid);
  const laidOut = layoutIssue(composed, style, fonts);
  const keep = <T>(_key: object, _look: string, make: () => T): T => make();
  const context = { style, geometry, measure: createMeasure(fonts), look: '', keep };
  const flows = composed.entries.map(({ document }) => flowDocument(document, context));
  const manners = mannersOf(flows);
  const lines = laidOut.pages
    .filter((page) => page.kind === 'body')
    .flatMap((page) => linesOf(page, { composed, style, geometry, manners }));
  return { name, composed, style, geometry, laidOut, flows, lines, zones: zonesOf(lines) };
}

function blockOf(composed: ComposedIssue<string>, origin: Origin): Block | null {
  return composed.entries[origin.entry]?.document.blocks[origin.block] ?? null;
}

/** How each block of each document is set, by `entry block`. */
type Manners = ReadonlyMap<string, { readonly manner: Manner; readonly zone: number }>;

function mannersOf(flows: readonly DocumentFlow[]): Manners {
  const manners = new Map<string, { manner: Manner; zone: number }>();
  flows.forEach((flow, entry) => {
    flow.zones.forEach((zone, index) => {
      const home = { manner: zone.kind, zone: index };
      if (zone.kind === 'columns') for (const { block } of zone.lines) manners.set(`${entry} ${block}`, home);
      else manners.set(`${entry} ${zone.block}`, home);
      if (zone.kind === 'table')
        for (const text of [zone.above, zone.below]) for (const { block } of text?.lines ?? []) manners.set(`${entry} ${block}`, home);
    });
  });
  return manners;
}

function homeOf(manners: Manners, { entry, block, part }: Origin): { readonly manner: Manner; readonly zone: number } {
  if (block < 0 && part !== 'addressees') return { manner: 'across', zone: -1 };
  return manners.get(`${entry} ${block}`) ?? { manner: 'across', zone: -1 };
}

function isChapter(block: Block | null): boolean {
  return block?.type === 'heading' && block.level === 1 && /^第.{1,6}[章编篇]/.test(headText(block.children));
}

/** A heading with nothing of its text behind it. */
function isHeading(block: Block | null): boolean {
  return block?.type === 'heading' && (runInText(block.children) === '' || isChapter(block));
}

interface Surroundings {
  readonly composed: ComposedIssue<string>;
  readonly style: HouseStyle;
  readonly geometry: Geometry;
  readonly manners: Manners;
}

function linesOf(page: Page, { composed, style, geometry, manners }: Surroundings): Line[] {
  const lines: Line[] = [];
  const key = (item: TextItem): string => JSON.stringify(item.origin);
  for (const item of page.items) {
    if (item.kind !== 'text' || item.origin === undefined) continue;
    const { manner, zone } = homeOf(manners, item.origin);
    const column = manner === 'columns' && geometry.columns > 1 && item.x >= columnLeft(geometry, 1) - geometry.gutter / 2 ? 1 : 0;
    const last = lines[lines.length - 1];
    const before = last?.items[last.items.length - 1];
    const same =
      last !== undefined &&
      last.column === column &&
      before !== undefined &&
      key(before) === key(item) &&
      item.x > before.x &&
      Math.abs(item.y - last.baseline) < item.size * 0.6 &&
      (item.at ?? 0) === (before.at ?? 0) + [...before.text].length;
    if (same) {
      last.items.push(item);
      last.text += item.text;
      if (item.size > Math.max(...last.items.slice(0, -1).map((each) => each.size))) last.baseline = item.y;
      continue;
    }
    const at = item.at ?? 0;
    lines.push({
      page: page.number,
      origin: item.origin,
      manner,
      zone,
      column,
      items: [item],
      at,
      text: item.text,
      baseline: item.y,
      middle: 0,
      rows: 1,
    });
  }
  for (const line of lines) {
    line.middle = (line.baseline - Math.round(geometry.size * 0.36) - geometry.top) / geometry.pitch;
    if (line.at === 0 && style.chapterLines > 0 && isChapter(blockOf(composed, line.origin))) line.rows = style.chapterLines;
  }
  return lines;
}

function zonesOf(lines: readonly Line[]): Part[][] {
  const zones = new Map<string, Part[]>();
  for (const line of lines) {
    if (line.manner !== 'columns') continue;
    const key = `${line.origin.entry} ${line.zone}`;
    const parts = zones.get(key) ?? [];
    zones.set(key, parts);
    let part = parts[parts.length - 1];
    if (part === undefined || part.page !== line.page) {
      part = { page: line.page, columns: [[], []] };
      parts.push(part);
    }
    (part.columns[line.column] as Line[]).push(line);
  }
  return [...zones.values()];
}

/** Lines of each paragraph, in order; the cells of tables apart. */
function paragraphsOf({ lines }: Case, manner: Manner): Line[][] {
  const paragraphs = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.manner !== manner) continue;
    const { entry, block, part } = line.origin;
    const key = `${entry} ${block} ${part ?? ''}`;
    const known = paragraphs.get(key);
    if (known === undefined) paragraphs.set(key, [line]);
    else known.push(line);
  }
  return [...paragraphs.values()];
}

function placeOf({ name, composed }: Case, line: Line): string {
  const { entry, block, part } = line.origin;
  const side = line.manner === 'columns' ? ['左栏', '右栏'][line.column] : line.manner === 'table' ? '表' : '通栏';
  const file = composed.entries[entry]?.entry.key.split('/').at(-1) ?? '';
  return `${name} 第 ${line.page} 页 ${side} 行 ${Math.floor(line.middle)}：${file} 块 ${block}${part === undefined ? '' : ` ${part}`}“${line.text.slice(0, 24)}”`;
}

/** How full the columns are that the line stands in. */
function partOf({ zones }: Case, line: Line): string {
  const parts = zones.find((each) => each.some((part) => part.columns.some((lines) => lines.includes(line)))) ?? [];
  const at = parts.findIndex((part) => part.columns.some((lines) => lines.includes(line)));
  const [left = [], right = []] = parts[at]?.columns ?? [];
  return `此处左 ${rowsOf(left)} 行、右 ${rowsOf(right)} 行，${at === parts.length - 1 ? '收尾' : '未完'}`;
}

interface Count {
  readonly all: number;
  readonly broken: readonly string[];
}

/** Counts a rule over all issues, prints the count and fails with the first places where it is broken. */
function rule(title: string, count: (given: Case) => Count): void {
  it(title, () => {
    const counts = cases.map((given) => count(given));
    const places = counts.flatMap((each) => each.broken);
    // A rule that met nothing was not tested.
    expect(sum(counts.map(({ all }) => all))).toBeGreaterThan(0);
    const shares = counts.map(({ all, broken }, index) => `${cases[index]?.name} ${broken.length}/${all}`);
    console.info(`${title}：违例 ${places.length}/${sum(counts.map(({ all }) => all))}（${shares.join('，')}）`);
    expect(places.slice(0, 40), `${title}：${places.length} 处`).toEqual([]);
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function rowsOf(lines: readonly Line[]): number {
  return sum(lines.map((line) => line.rows));
}

// Written down again here, and not taken from the layout, which is to be judged by them.
const NOT_AT_START = new Set('”’）］〕】》〉」』〗｝，、；：。！？．%％‰℃°～~-－–/／·・!,.:;?)]}—…');
const NOT_AT_END = new Set('“‘（［〔【《〈「『〖｛([{¥￥$№');
const HALF_AT_END = new Set('”’）］〕】》〉」』〗｝，、；：。！？．');
const isInWord = (character: string): boolean => /[0-9A-Za-z]/.test(character);

describe.skipIf(names.length === 0)('页面规则，全部样刊', () => {
  beforeAll(async () => {
    for (const name of names) cases.push(await readCase(name));
    console.info(cases.map(({ name, laidOut, lines }) => `${name}：${laidOut.pages.length} 面，正文 ${lines.length} 行`).join('；'));
  });

  rule('标题块占整数行，从行格上起', (given) => {
    const { geometry, flows, lines } = given;
    const broken: string[] = [];
    let all = 0;
    flows.forEach((flow, entry) => {
      for (const zone of [flow.head, ...flow.zones]) {
        if (zone.kind !== 'across' || zone.lines.length === 0) continue;
        all += 1;
        const first = lines.find((line) => line.manner === 'across' && line.origin.entry === entry && line.origin.block === zone.block);
        const rest = lines.filter((line) => line.manner === 'across' && line.origin.entry === entry && line.origin.block === zone.block);
        if (first === undefined) {
          broken.push(`${given.name}：第 ${entry + 1} 篇块 ${zone.block} 的标题不在页上`);
          continue;
        }
        const above = first.baseline - (zone.lines[0]?.y ?? 0) - geometry.top;
        const whole = zone.height % geometry.pitch === 0 && above % geometry.pitch === 0;
        const bottom = geometry.top + above + zone.height;
        const inside = rest.every((line) => line.page === first.page && line.baseline < bottom);
        if (!whole || !inside) broken.push(placeOf(given, first));
      }
    });
    return { all, broken };
  });

  rule('标题块不与上下文字相叠', (given) => {
    const broken: string[] = [];
    let all = 0;
    const reach = (line: Line): { top: number; bottom: number } => {
      const size = Math.max(...line.items.map((item) => item.size));
      return { top: line.baseline - size * 0.86, bottom: line.baseline + size * 0.14 };
    };
    for (const line of given.lines) {
      if (line.manner !== 'across') continue;
      all += 1;
      const own = reach(line);
      const other = given.lines.find((each) => {
        if (each.page !== line.page || each === line) return false;
        const theirs = reach(each);
        return theirs.top < own.bottom && own.top < theirs.bottom;
      });
      if (other !== undefined) broken.push(`${placeOf(given, line)} 与“${other.text.slice(0, 12)}”`);
    }
    return { all, broken };
  });

  rule('标题块不落单在页末', (given) => {
    const broken: string[] = [];
    let all = 0;
    given.lines.forEach((line, index) => {
      const block = blockOf(given.composed, line.origin);
      if (line.manner !== 'across' || block?.type === 'figure') return;
      all += 1;
      const next = given.lines[index + 1];
      const follows = next !== undefined && next.origin.entry === line.origin.entry;
      const pictured = given.composed.entries[line.origin.entry]?.document.blocks[line.origin.block + 1]?.type === 'figure';
      if (follows && !pictured && next.page !== line.page) broken.push(placeOf(given, line));
    });
    return { all, broken };
  });

  rule('收尾的分栏左右平衡，相差不过一行', (given) => {
    const broken: string[] = [];
    let all = 0;
    for (const parts of given.zones) {
      const part = parts[parts.length - 1] as Part;
      all += 1;
      const [left = [], right = []] = part.columns;
      const difference = Math.abs(rowsOf(left) - rowsOf(right));
      const line = left[0] ?? right[0];
      if (difference > 1 && line !== undefined) broken.push(`${placeOf(given, line)}：左 ${rowsOf(left)} 行，右 ${rowsOf(right)} 行`);
    }
    return { all, broken };
  });

  rule('栏末没有标题', (given) => {
    const broken: string[] = [];
    let all = 0;
    for (const parts of given.zones) {
      for (const part of parts) {
        part.columns.forEach((lines) => {
          const last = lines[lines.length - 1];
          if (last === undefined) return;
          all += 1;
          if (!isHeading(blockOf(given.composed, last.origin))) return;
          const behind = given.lines[given.lines.indexOf(last) + 1];
          const sameDocument = behind !== undefined && behind.origin.entry === last.origin.entry;
          // Before a table or an inner title across, which stands right below on the same page, a heading is not left alone.
          const across = behind?.manner !== 'columns' && behind?.page === last.page;
          if (sameDocument && !across) broken.push(placeOf(given, last));
        });
      }
    }
    return { all, broken };
  });

  rule('段末不单字成行', (given) => {
    const broken: string[] = [];
    let all = 0;
    for (const manner of ['columns', 'across'] as const) {
      for (const lines of paragraphsOf(given, manner)) {
        if (lines.length < 2) continue;
        const last = lines[lines.length - 1] as Line;
        all += 1;
        if ([...last.text].filter((character) => /[\p{L}\p{N}]/u.test(character)).length <= 1) broken.push(placeOf(given, last));
      }
    }
    return { all, broken };
  });

  // CLREQ forbids the last line alone at the top of a page. In a zone whose even total is halved exactly, one may stand at the
  // top of the right column: moving a line would leave the columns two apart. These are counted and printed.
  rule('段落末行不独占页首（孤行不成页）', (given) => {
    const broken: string[] = [];
    const lines = paragraphsOf(given, 'columns').filter((each) => each.length > 1);
    let lonelyFirst = 0;
    let lonelyInside = 0;
    for (const paragraph of lines) {
      const last = paragraph[paragraph.length - 1] as Line;
      const before = paragraph[paragraph.length - 2] as Line;
      if (last.page === before.page && last.column !== before.column) lonelyInside += 1;
      if (last.page !== before.page) broken.push(`${placeOf(given, last)}（本段 ${paragraph.length} 行；${partOf(given, last)}）`);
      const [first, second] = paragraph as [Line, Line];
      if (first.page !== second.page || first.column !== second.column) lonelyFirst += 1;
    }
    console.info(`　${given.name}：段落首行独留栏末 ${lonelyFirst} 处（允许），同页右栏栏首孤行 ${lonelyInside} 处（平分的分栏）`);
    return { all: lines.length, broken };
  });

  rule('避头尾：行首、行末、不拆开的字符', (given) => {
    const broken: string[] = [];
    let all = 0;
    given.lines.forEach((line, index) => {
      const text = line.text.trim();
      if (text === '') return;
      all += 1;
      const next = given.lines[index + 1];
      const goesOn = next !== undefined && JSON.stringify(next.origin) === JSON.stringify(line.origin) && next.at > line.at;
      const first = [...text][0] as string;
      const last = [...text].at(-1) as string;
      if (line.at > 0 && NOT_AT_START.has(first) && !isAfterBreak(given, line, first)) broken.push(`行首 ${placeOf(given, line)}`);
      if (!goesOn) return;
      const head = [...next.text.trim()][0] ?? '';
      if (isAfterBreak(given, next, head)) return;
      if (NOT_AT_END.has(last)) broken.push(`行末 ${placeOf(given, line)}…“${text.slice(-4)}”`);
      const touching = next.at === line.at + [...line.text].length;
      if (touching && ((last === head && '—…'.includes(last)) || (isInWord(last) && isInWord(head))))
        broken.push(`拆开 ${placeOf(given, line)}…“${text.slice(-6)}|${next.text.slice(0, 6)}”`);
    });
    return { all, broken };
  });

  rule('两栏同在一个行格上', (given) => {
    const broken: string[] = [];
    const lines = given.lines.filter((line) => line.manner === 'columns');
    for (const line of lines) {
      const { pitch, top, size, columns } = given.geometry;
      const above = line.baseline - Math.round(size * 0.36) - top - Math.round((line.rows * pitch) / 2);
      if (above % pitch !== 0 || line.column >= columns) broken.push(placeOf(given, line));
    }
    return { all: lines.length, broken };
  });

  rule('栏内的行不相叠，不越出本栏', (given) => {
    const { geometry } = given;
    const broken: string[] = [];
    const taken = new Set<string>();
    const lines = given.lines.filter((line) => line.manner === 'columns');
    for (const line of lines) {
      const top = line.middle - line.rows / 2;
      for (let row = 0; row < line.rows; row += 1) {
        const key = `${line.page} ${line.column} ${Math.round(top + row)}`;
        if (taken.has(key)) broken.push(`相叠 ${placeOf(given, line)}`);
        taken.add(key);
      }
      const left = columnLeft(geometry, line.column);
      if (startOfItem(line.items[0] as TextItem) < left - 1 || endOf(line) > left + geometry.columnWidth + 1)
        broken.push(`越出 ${placeOf(given, line)}`);
    }
    return { all: lines.length, broken };
  });

  rule('版心之外没有文字、线和图', (given) => {
    const { geometry, style, laidOut } = given;
    const broken: string[] = [];
    let all = 0;
    const right = geometry.left + geometry.width;
    const bottom = geometry.top + geometry.height;
    for (const page of laidOut.pages) {
      for (const item of page.items) {
        all += 1;
        const box =
          item.kind === 'text'
            ? {
                x1: startOfItem(item),
                x2: endOfItem(item),
                y1: item.y - item.size * 0.8,
                y2: item.y + item.size * 0.12,
              }
            : item.kind === 'rule'
              ? { x1: item.x1, x2: item.x2, y1: item.y1, y2: item.y2 }
              : { x1: item.x, x2: item.x + item.width, y1: item.y, y2: item.y + item.height };
        const slack = 1000;
        const inWidth = Math.min(box.x1, box.x2) >= geometry.left - slack && Math.max(box.x1, box.x2) <= right + slack;
        const inHeight = Math.min(box.y1, box.y2) >= geometry.top - slack && Math.max(box.y1, box.y2) <= bottom + slack;
        const furniture = !('origin' in item) && inWidth && page.kind === 'body' && isFurnitureHeight(box.y1, box.y2, geometry, style);
        if (!(inWidth && inHeight) && !furniture)
          broken.push(
            `${given.name} 第 ${page.number} 页 ${item.kind} ${JSON.stringify(box)}${item.kind === 'text' ? `“${item.text.slice(0, 20)}”` : ''}`,
          );
      }
    }
    return { all, broken };
  });

  rule('书眉与页码左右对称，在外侧', (given) => {
    const { geometry, style, laidOut } = given;
    const broken: string[] = [];
    const pages = laidOut.pages.filter((page) => page.kind === 'body');
    const { place, folio, distance } = style.runningHead;
    if (place !== 'top' || folio !== 'withHead') return { all: 0, broken };
    for (const page of pages) {
      const y = geometry.top - points(distance);
      const items = page.items.filter((item) => item.kind === 'text' && item.origin === undefined && item.y === y) as TextItem[];
      const even = page.number % 2 === 0;
      const text = items.map((item) => item.text).join('');
      const wanted = even ? `・${page.number}・　${page.section}` : `${page.section}　・${page.number}・`;
      const from = Math.min(...items.map(startOfItem)) - geometry.left;
      const to = geometry.left + geometry.width - Math.max(...items.map(endOfItem));
      const flush = Math.abs(even ? from : to) <= points(1);
      if (text !== wanted || !flush)
        broken.push(`${given.name} 第 ${page.number} 页“${text}”，应为“${wanted}”，距外侧 ${even ? from : to}`);
    }
    return { all: pages.length, broken };
  });

  rule('目录页码真实', (given) => {
    const { composed, laidOut, lines } = given;
    const broken: string[] = [];
    const contents = laidOut.pages.filter((page) => page.kind === 'contents');
    const targets = contents.flatMap((page) => page.links.map((link) => link.targetPage));
    composed.entries.forEach(({ document }, entry) => {
      const real = lines.find((line) => line.origin.entry === entry && line.origin.part === 'title')?.page;
      const said = laidOut.contents[entry]?.page;
      const items = contents.flatMap((page) =>
        page.items.filter((item) => item.kind === 'text' && item.origin?.part === 'contents' && item.origin.entry === entry),
      ) as TextItem[];
      const printed = /([0-9]+)）?$/.exec(items.map((item) => item.text).join(''))?.[1];
      if (real === undefined || said !== real || Number(printed) !== real || targets[entry] !== real)
        broken.push(`${given.name}《${document.title}》在第 ${real} 页，目录印 ${printed}，数据 ${said}，链接 ${targets[entry]}`);
    });
    return { all: composed.entries.length, broken };
  });

  rule('没有松行和溢行', (given) => {
    const broken: string[] = [];
    let all = 0;
    given.flows.forEach((flow, entry) => {
      for (const zone of flow.zones) {
        if (zone.kind !== 'columns') continue;
        for (const { line, block } of zone.lines) {
          all += 1;
          if (line.fault !== null)
            broken.push(`${given.name} ${line.fault} 第 ${entry + 1} 篇块 ${block}“${line.pieces.map((piece) => piece.text).join('')}”`);
        }
      }
    });
    return { all, broken };
  });
});

/** Does the line begin behind a soft break, where anything may stand? */
function isAfterBreak({ composed }: Case, line: Line, first: string): boolean {
  const block = blockOf(composed, line.origin);
  if (block === null) return false;
  if (line.manner === 'table') return blockText(block).includes(`\n${first}`);
  return [...blockText(block)][line.at - 1] === '\n';
}

/** Where the ink of a character lies in its square, in thousandths: marks leave half of it blank, dots a quarter on either side. */
function inkOf(font: string, character: string): { readonly from: number; readonly to: number } {
  const width = fonts?.fonts[font]?.widths[character.codePointAt(0) as number] ?? 1000;
  if (HALF_AT_END.has(character)) return { from: 0, to: Math.min(width, 500) };
  if (NOT_AT_END.has(character)) return { from: Math.max(0, width - 500), to: width };
  return '·・•'.includes(character) && width === 1000 ? { from: 250, to: 750 } : { from: 0, to: width };
}

function startOfItem(item: TextItem): number {
  return item.x + Math.round((item.size * inkOf(item.font, [...item.text][0] as string).from) / 1000);
}

function endOfItem(item: TextItem): number {
  return (
    item.x +
    (item.offsets[item.offsets.length - 1] as number) +
    Math.round((item.size * inkOf(item.font, [...item.text].at(-1) as string).to) / 1000)
  );
}

function endOf(line: Line): number {
  return Math.max(...line.items.filter((item) => item.text.trim() !== '').map(endOfItem));
}

function isFurnitureHeight(y1: number, y2: number, geometry: Geometry, style: HouseStyle): boolean {
  const room = points(Math.max(style.runningHead.distance + style.runningHead.style.size, style.folio.distance + style.folio.style.size));
  const bottom = geometry.top + geometry.height;
  return Math.min(y1, y2) >= geometry.top - room && Math.max(y1, y2) <= bottom + room && (y2 < geometry.top || y1 > bottom);
}
