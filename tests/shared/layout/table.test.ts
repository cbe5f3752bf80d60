/** Tables: nothing lost over the pages, every text in its cell, points on one line, and bad tables that still come out whole. */
import { describe, expect, it } from 'vitest';
import type { Block, TableBlock, TableCell, TableRow } from '../../../shared/document/block.ts';
import { type Fragment, forcedFragment, nextFragment, type TableCursor, tableStart } from '../../../shared/layout/fragments.ts';
import { geometryOf } from '../../../shared/layout/geometry.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import type { LaidOutIssue, Page, RuleItem, TextItem } from '../../../shared/layout/page.ts';
import { layoutTable, type TableLayout } from '../../../shared/layout/table.ts';
import { findHouse, houseStyles } from '../../../shared/style/index.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import {
  chance,
  characters,
  documentOf,
  fonts,
  issueOf,
  tableLook as look,
  measure,
  paragraphs,
  randomText,
  textItems,
} from './support.ts';

const xinyu = findHouse('xinyu') as HouseStyle;
const PAGE = 700_000;
const WIDTH = 483_000;

function cell(text: string, columnSpan = 1, rowSpan = 1): TableCell {
  const children = text.split('\n').map((line) => ({ type: 'cellParagraph' as const, children: [{ text: line }] }));
  return { type: 'tableCell', columnSpan, rowSpan, children };
}
function row(...cells: readonly (TableCell | string)[]): TableRow {
  return { type: 'tableRow', children: cells.map((each) => (typeof each === 'string' ? cell(each) : each)) };
}
function head(...cells: readonly (TableCell | string)[]): TableRow {
  return { ...row(...cells), head: true };
}
function tableOf(columns: number, rows: readonly TableRow[]): TableBlock {
  return { type: 'table', columns: new Array<number>(columns).fill(1), children: rows };
}

function set(block: TableBlock, width = WIDTH): TableLayout {
  const spans = (each: TableCell, isHead: boolean, size: number) =>
    each.children.map(({ children }) => children.map(({ text }) => ({ text, role: isHead ? look.headFont : look.font, size })));
  return layoutTable(block, width, look, spans, measure, () => {});
}

/** All fragments on pages of one height; the first page has less room. */
function fragmentsOf(table: TableLayout, first = PAGE, page = PAGE): Fragment[] {
  const fragments: Fragment[] = [];
  let cursor: TableCursor | null = table.heights.length > 0 ? tableStart : null;
  let room = first;
  for (let turn = 0; cursor !== null; turn += 1) {
    expect(turn).toBeLessThan(20_000);
    const found: Fragment | null = nextFragment(table, cursor, room, page) ?? (room === page ? forcedFragment(table, cursor) : null);
    room = page;
    if (found === null) continue;
    fragments.push(found);
    cursor = found.next;
  }
  return fragments;
}

function textOf(table: TableLayout, index: number, from: number, to: number): string {
  const lines = table.cells[index]?.lines.slice(from, to) ?? [];
  return lines.map((line) => line.pieces.map((piece) => piece.text).join('')).join('');
}

function blockText(block: TableBlock): string {
  return block.children
    .flatMap((each) => each.children.flatMap((one) => one.children.map((paragraph) => paragraph.children.map((run) => run.text).join(''))))
    .join('');
}

/** Every line of every cell stands once in the fragments, in order, within the box of its part. */
function expectWhole(block: TableBlock, table: TableLayout, fragments: readonly Fragment[], page = PAGE): void {
  const next = new Map<number, number>();
  let painted = '';
  for (const { parts, height } of fragments) {
    expect(height).toBeLessThanOrEqual(page);
    for (const part of parts) {
      const { pitch, paddingY } = table.look;
      expect(part.top + part.height).toBeLessThanOrEqual(height);
      if (part.to > part.from) expect((part.to - part.from) * pitch + 2 * paddingY).toBeLessThanOrEqual(part.height);
      if (part.again) continue;
      expect(part.from).toBe(next.get(part.cell) ?? 0);
      next.set(part.cell, part.to);
      painted += textOf(table, part.cell, part.from, part.to);
    }
  }
  expect(characters(painted)).toBe(characters(blockText(block)));
}

function expectInside(table: TableLayout): void {
  const { edges, cells, look: used } = table;
  expect(edges[edges.length - 1]).toBe(WIDTH);
  for (const each of cells) {
    const room = (edges[each.column + each.columnSpan] as number) - (edges[each.column] as number) - 2 * used.paddingX;
    for (const line of each.lines) {
      expect(line.pieces[0]?.x ?? 0).toBeGreaterThanOrEqual(-used.size / 2);
      if (line.fault !== 'overfull') expect(line.width).toBeLessThanOrEqual(room + 2);
    }
  }
}

function randomTable(seed: number): TableBlock {
  const next = chance(seed);
  const columns = 1 + next(9);
  const rows: TableRow[] = [head(...Array.from({ length: columns }, (_, i) => `第${i + 1}栏`))];
  for (let r = 0; r < 3 + next(40); r += 1) {
    const cells: TableCell[] = [];
    for (let c = 0; c < columns; c += 1) {
      const length = [0, 3, 8, 30, 200, 900][next(next(6) + 1)] as number;
      const text = length === 0 ? '' : randomText(next, length);
      cells.push(cell(next(5) === 0 ? `${text}\n${text}` : text, next(6) === 0 ? 1 + next(4) : 1, next(6) === 0 ? 1 + next(9) : 1));
    }
    rows.push(row(...cells.slice(0, next(8) === 0 ? next(columns) + 1 : columns)));
  }
  return tableOf(columns, rows);
}

describe('tables of every shape', () => {
  it.each(Array.from({ length: 40 }, (_, i) => i + 1))('are whole over the pages, every text in its cell (%i)', (seed) => {
    const block = randomTable(seed);
    const table = set(block);
    expectInside(table);
    expectWhole(block, table, fragmentsOf(table, 120_000 + ((seed * 37) % 13) * 40_000));
  });
  it('cover every place of the grid once', () => {
    for (let seed = 100; seed < 130; seed += 1) {
      const table = set(randomTable(seed));
      const taken = new Set<string>();
      for (const each of table.cells)
        for (let r = each.row; r < each.row + each.rowSpan; r += 1)
          for (let c = each.column; c < each.column + each.columnSpan; c += 1) {
            expect(taken.has(`${r} ${c}`)).toBe(false);
            taken.add(`${r} ${c}`);
          }
      expect(taken.size).toBe(table.heights.length * (table.edges.length - 1));
    }
  });
});

describe('column widths', () => {
  const task = tableOf(5, [
    head('序号', '主要任务', '具体内容', '完成时限', '责任单位'),
    ...Array.from({ length: 12 }, (_, i) => row(`${i + 1}`, '建设公园', randomText(chance(i), 160), '2026年6月', '市城管局')),
  ]);
  it('keep 序号 narrow and short texts on one line', () => {
    const { edges, cells } = set(task);
    expect(edges[1]).toBeLessThan(36_000);
    for (const each of cells) if (each.column !== 2) expect(each.lines.length).toBe(1);
  });
  it('make the table about as low as it can be', () => {
    const { heights, cells } = set(task);
    const most = Math.max(...cells.filter((each) => each.column === 2).map((each) => each.lines.length));
    expect(most).toBeLessThanOrEqual(7);
    expect(heights[0]).toBe(19_000);
  });
  it('never break a number or a word that has room', () => {
    const years = Array.from({ length: 18 }, (_, i) => `${2023 + (i % 3)}年`);
    const block = tableOf(19, [head('县（区）', ...years), row('示例新区', ...years.map((_, i) => (i === 11 ? '12.5' : `${i}`)))]);
    const table = set(block);
    expect(table.fault).toBeNull();
    for (const each of table.cells.filter((one) => one.row === 1)) expect(each.lines.length).toBe(1);
    for (const each of table.cells.filter((one) => one.row === 0 && one.column > 0))
      expect(['2023', '2024', '2025']).toContain(each.lines[0]?.pieces[0]?.text.slice(0, 4));
  });
  it('keep what somebody has set where it is as good', () => {
    const block = { ...tableOf(2, [row('市城管局', '建设公园'), row('市住建局', '修补道路')]), columns: [1, 3] };
    expect(set(block).edges[1]).toBe(Math.round(WIDTH / 4));
  });
});

describe('the text of cells', () => {
  it('puts decimal points on one x and keeps the zeros', () => {
    const values = ['27.80', '7.2', '106', '0.05', '-3.5'];
    const table = set(tableOf(2, [head('县', '万亩'), ...values.map((value, i) => row(`示例${i}县`, value))]));
    const points = table.cells
      .filter((each) => each.column === 1 && each.row > 0)
      .map((each) => {
        const [piece] = each.lines[0]?.pieces ?? [];
        const at = piece?.text.indexOf('.') ?? -1;
        return at < 0 ? null : (piece?.x ?? 0) + (piece?.offsets[at] as number);
      });
    expect(new Set(points.filter((each) => each !== null)).size).toBe(1);
    const ends = table.cells.filter((each) => each.column === 1 && each.row === 3).map((each) => each.lines[0]?.width);
    expect(ends[0]).toBe(points[0]);
    expect(
      textOf(
        table,
        table.cells.findIndex((each) => each.row === 1 && each.column === 1),
        0,
        1,
      ),
    ).toBe('27.80');
  });
  it('centres short cells, sets long ones from the left, and leaves 1, 2, 3 in the middle', () => {
    const long = randomText(chance(4), 120);
    const table = set(tableOf(3, [head('序号', '单位', '内容'), row('9', '市水利局', long), row('10', '市财政局', long)]));
    const at = (r: number, c: number) => table.cells.find((each) => each.row === r && each.column === c);
    const middle = (r: number, c: number): number => {
      const line = at(r, c)?.lines[0];
      return ((line?.pieces[0]?.x ?? 0) + (line?.width ?? 0)) / 2;
    };
    expect(Math.abs(middle(1, 0) - middle(2, 0))).toBeLessThan(3);
    const room = (table.edges[2] as number) - (table.edges[1] as number) - 2 * look.paddingX;
    expect(Math.abs(middle(1, 1) - room / 2)).toBeLessThan(10);
    expect(at(1, 2)?.lines[0]?.pieces[0]?.x).toBe(0);
  });
  it('keeps a number with its unit in the middle of a narrow cell', () => {
    const rows = Array.from({ length: 4 }, (_, i) =>
      row('2026年12月', '市水利局', randomText(chance(i), 300), randomText(chance(i + 9), 300)),
    );
    const block = { ...tableOf(4, rows), columns: [40, 60, 191, 192] };
    for (const each of set(block).cells.filter((one) => one.column === 0))
      expect(each.lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(['2026年', '12月']);
  });
  it('balances the lines of a head', () => {
    const columns = 8;
    const table = set(
      tableOf(columns, [
        head(...new Array<string>(columns).fill('农产品加工业产值')),
        row(...new Array<string>(columns).fill(randomText(chance(1), 60))),
      ]),
    );
    for (const each of table.cells.filter((one) => one.row === 0))
      expect(each.lines.map((line) => line.pieces.reduce((sum, piece) => sum + [...piece.text].length, 0))).toEqual([4, 4]);
  });
  it('spreads the head of a group over the table and keeps it with the next row', () => {
    const rows = Array.from({ length: 60 }, (_, i) => (i % 4 === 0 ? row('一、保障措施', '', '') : row(`${i}`, '建设公园', '市城管局')));
    const table = set(tableOf(3, rows));
    expect(table.cells.filter((each) => each.columnSpan === 3).length).toBe(15);
    for (let first = 60_000; first < 200_000; first += 7000)
      for (const fragment of fragmentsOf(table, first))
        if (fragment.next !== null && !fragment.next.divided) expect((fragment.next.row - 1) % 4).not.toBe(0);
  });
});

function layoutOf(blocks: readonly Block[], style: HouseStyle = xinyu): LaidOutIssue {
  return layoutIssue(issueOf([{ document: documentOf('附表', blocks) }]), style, fonts.book);
}
function bodyPages(laidOut: LaidOutIssue): Page[] {
  return laidOut.pages.filter((page) => page.kind === 'body');
}
function rulesOf(page: Page): RuleItem[] {
  return page.items.filter((item) => item.kind === 'rule');
}
function inTable(page: Page): TextItem[] {
  return textItems(page).filter((item) => item.origin?.row !== undefined);
}

describe.each(houseStyles.map((style) => [style.id, style] as const))('tables on the pages of %s', (_, style) => {
  const next = chance(12);
  const rows = Array.from({ length: 70 }, (_, i) => row(`${i + 1}`, randomText(next, 4 + next(i % 9 === 0 ? 400 : 60)), '市发展改革委'));
  const block = tableOf(3, [head(cell('序号', 1, 2), cell('工作', 2)), head('主要任务', '责任单位'), ...rows]);
  const laidOut = layoutOf([...paragraphs(chance(2), 6, 90), block], style);
  const geometry = geometryOf(style, null);
  const pages = bodyPages(laidOut).filter((page) => inTable(page).length > 0);

  it('has its head on every page', () => {
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(textItems(page).filter((item) => item.text === '责任单位').length).toBe(1);
  });
  it('closes the frame on every page and keeps all text in it', () => {
    for (const page of pages) {
      const outerRule = Math.round(style.table.frameWidth * 1000);
      const frame = rulesOf(page).filter((rule) => rule.width === outerRule && rule.y1 >= geometry.top);
      const across = frame.filter((rule) => rule.y1 === rule.y2).map((rule) => rule.y1);
      const upright = frame.filter((rule) => rule.x1 === rule.x2).map((rule) => rule.x1);
      expect(across.length).toBe(2);
      expect([...upright].sort((a, b) => a - b)).toEqual([geometry.left, geometry.left + geometry.width]);
      for (const item of inTable(page)) {
        expect(item.y).toBeGreaterThan(Math.min(...across));
        expect(item.y).toBeLessThan(Math.max(...across));
      }
      expect(Math.max(...across)).toBeLessThanOrEqual(geometry.top + geometry.height);
    }
  });
  it('paints every character once', () => {
    const painted = pages.flatMap((page) => inTable(page).map((item) => item.text)).join('');
    expect(characters(painted)).toBe(characters(blockText(block)));
  });
});

describe('what stands with a table', () => {
  const table = (count: number): TableBlock =>
    tableOf(3, [head('县', '面积', '产量'), ...Array.from({ length: count }, (_, i) => row(`示例${i}县`, `${i}.5`, `${i}.25`))]);
  const blocks = (before: number, count: number): Block[] => [
    ...Array.from({ length: before }, () => ({ type: 'paragraph' as const, children: [{ text: '市政府决定。' }] })),
    { type: 'paragraph', align: 'center', children: [{ text: '各县产量表' }] },
    { type: 'paragraph', align: 'right', children: [{ text: '单位：公顷' }] },
    table(count),
    { type: 'paragraph', children: [{ text: '注：1.面积为年末数。' }] },
    { type: 'paragraph', children: [{ text: '2.产量为快报数。' }] },
    { type: 'paragraph', children: [{ text: '市有关部门要抓好落实。' }] },
  ];
  const find = (page: Page, text: string) => textItems(page).find((item) => item.text.includes(text));
  it('is set across the page, the unit at the right', () => {
    const [page] = bodyPages(layoutOf(blocks(3, 5)));
    const geometry = geometryOf(xinyu, null);
    const unit = find(page as Page, '单位：公顷') as TextItem;
    const end = unit.x + (unit.offsets[unit.offsets.length - 1] as number) + unit.size;
    expect(Math.abs(end - geometry.left - geometry.width)).toBeLessThan(10);
    expect(find(page as Page, '注：1')?.x).toBe(geometry.left);
    expect(find(page as Page, '2.产量')?.x).toBe(geometry.left);
    expect(unit.origin?.block).toBe(4);
    const caption = find(page as Page, '各县产量表') as TextItem;
    const middle = caption.x + ((caption.offsets[4] as number) + caption.size) / 2;
    expect(Math.abs(middle - geometry.left - geometry.width / 2)).toBeLessThan(10);
    expect(caption.y).toBeLessThan(unit.y);
  });
  it('is never parted from the first and the last row', () => {
    for (let before = 40; before < 76; before += 2) {
      const laidOut = bodyPages(layoutOf(blocks(before, 12)));
      const of = (text: string) => laidOut.findIndex((page) => find(page, text) !== undefined);
      expect(of('各县产量表')).toBe(of('示例0县'));
      expect(of('单位：公顷')).toBe(of('示例0县'));
      expect(of('注：1')).toBe(of('示例11县'));
      expect(of('2.产量')).toBe(of('示例11县'));
    }
  });
});

describe('the title of a table', () => {
  it('is never left behind at the foot of a page', () => {
    const rows = Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? row('（一）保障措施', '', '') : row(`${i}`, '建设公园', '市城管局')));
    for (let before = 30; before < 80; before += 1) {
      const filler: Block[] = Array.from({ length: before }, () => ({ type: 'paragraph', children: [{ text: '市政府决定。' }] }));
      const blocks: Block[] = [
        ...filler,
        { type: 'attachmentTitle', label: '附件', children: [{ text: '重点任务清单' }] },
        { type: 'paragraph', align: 'right', children: [{ text: '单位：个' }] },
        tableOf(3, [head('序号', '任务', '单位'), ...rows]),
      ];
      const pages = bodyPages(layoutOf(blocks));
      const of = (text: string) => pages.findIndex((page) => textItems(page).some((item) => item.text === text));
      expect(of('重点任务清单')).toBe(of('单位：个'));
      expect(of('重点任务清单')).toBe(of('建设公园'));
    }
  });
});

describe('bad tables', () => {
  it('may have no rows or no columns', () => {
    const empty = tableOf(0, []);
    expect(fragmentsOf(set(empty))).toEqual([]);
    expect(bodyPages(layoutOf([empty, tableOf(3, []), tableOf(0, [row('一', '二')]), tableOf(3, [row(), row()])])).length).toBe(1);
  });
  it('may have spans that overlap or run past the grid', () => {
    const block = tableOf(3, [
      row(cell('甲', 99, 99), '乙', '丙'),
      row('丁', cell('戊', 0, -4)),
      row(cell('己', 2), cell('庚', 2, 7), '辛'),
    ]);
    const table = set(block);
    expectWhole(block, table, fragmentsOf(table));
    expectInside(table);
  });
  it('divides a span over 130 rows without losing a line', () => {
    const text = randomText(chance(3), 3000);
    const rows = Array.from({ length: 130 }, (_, i) => (i === 0 ? row(cell(text, 1, 130), '第1行') : row(`第${i + 1}行`)));
    const block = tableOf(2, [head('单位', '事项'), ...rows]);
    const table = set(block);
    for (const first of [60_000, 133_000, 500_000]) expectWhole(block, table, fragmentsOf(table, first));
  });
  it('sets 37 columns whole, and says where there are too many even for a page on its side', () => {
    const block = tableOf(
      37,
      Array.from({ length: 5 }, (_, r) => row(...Array.from({ length: 37 }, (_, i) => `${r}示范${i}项`))),
    );
    const table = set(block);
    expectInside(table);
    expectWhole(block, table, fragmentsOf(table));
    // On its side the page has room for them; for three times as many it has not, and that is said.
    expect(layoutOf([block]).messages.find((each) => each.code === 'table-narrow')).toBeUndefined();
    const wider = tableOf(111, [row(...Array.from({ length: 111 }, (_, i) => `示范${i}项`))]);
    const found = layoutOf([wider]).messages.find((each) => each.code === 'table-narrow');
    expect(found?.at).toEqual({ entry: 0, page: 4, block: 0 });
  });
  it('sets 300 columns within the page', () => {
    const block = tableOf(300, [row(...Array.from({ length: 300 }, (_, i) => `第${i}项`))]);
    const table = set(block);
    expectWhole(block, table, fragmentsOf(table));
    for (const each of table.cells)
      for (const line of each.lines)
        expect(line.width).toBeLessThanOrEqual((table.edges[each.column + 1] as number) - (table.edges[each.column] as number));
  });
  it('divides a row that is higher than a page, and a cell of 100,000 characters', () => {
    const block = tableOf(2, [head('单位', '内容'), row('甲', randomText(chance(8), 100_000)), row('乙', '丙')]);
    const table = set(block);
    const fragments = fragmentsOf(table, 90_000);
    expect(fragments.length).toBeGreaterThan(30);
    expectWhole(block, table, fragments);
  });
  it('lets a note that is longer than a page run on in the columns', () => {
    const text = `注：${randomText(chance(5), 5000)}`;
    const laidOut = layoutOf([tableOf(2, [row('甲', '乙')]), { type: 'paragraph', children: [{ text }] }]);
    const geometry = geometryOf(xinyu, null);
    const items = bodyPages(laidOut)
      .flatMap(textItems)
      .filter((item) => item.origin?.block === 1);
    expect(characters(items.map((item) => item.text).join(''))).toBe(characters(text));
    for (const item of items) expect(item.y).toBeLessThanOrEqual(geometry.top + geometry.height);
  });
  it('sets 2,000 rows quickly', () => {
    const rows = Array.from({ length: 2000 }, (_, i) =>
      row(`${i + 1}`, `示例市第${i}号路`, '北起示例路，南止滨江大道', '600/15', '江边街道'),
    );
    const block = tableOf(5, [head('序号', '名称', '起止点', '长宽', '区域'), ...rows]);
    set(tableOf(5, rows.slice(0, 20)));
    const start = performance.now();
    const table = set(block);
    const fragments = fragmentsOf(table);
    // Far more than it takes: only what grows with the square of the rows is to be caught.
    expect(performance.now() - start).toBeLessThan(2500);
    expectWhole(block, table, fragments);
  });
});

describe('lists of names', () => {
  const people = [
    '顾言明 示例商会会长',
    '沈未 示例集团董事长',
    '林 远 示例大学教授',
    '江一舟 示例市工商业联合会名誉会长、示例市贸易促进会会长',
  ];
  const list: Block[] = people.map((text) => ({ type: 'paragraph', children: [{ text }] }));
  const lines = (style: HouseStyle, blocks: readonly Block[]) =>
    bodyPages(layoutOf(blocks, style))
      .flatMap(textItems)
      .filter((item) => (item.origin?.block ?? -1) >= 0);
  it.each(houseStyles.map((style) => [style.id, style] as const))('have their names padded and lose no character (%s)', (_, style) => {
    const items = lines(style, list);
    expect(characters(items.map((item) => item.text).join(''))).toBe(characters(people.join('')));
    const behind = items.filter((item) => item.text.includes('示例') && item.at === 0).map((item) => item.text.indexOf('示例'));
    expect(behind).toEqual([4, 4, 4, 4]);
    expect(items[1]?.text.slice(0, 4)).toBe('沈\u3000未\u3000');
  });
  it('hang behind the names where the column is wide', () => {
    const national = findHouse('national') as HouseStyle;
    const items = lines(national, list);
    const last = items[items.length - 1] as TextItem;
    expect(last.at).toBeGreaterThan(0);
    expect(Math.round((last.x - geometryOf(national, null).left) / last.size)).toBe(6);
  });
  it('are at least four in a run, and no articles', () => {
    expect(lines(xinyu, list.slice(0, 3)).some((item) => item.text.includes('沈\u3000未'))).toBe(false);
    const articles: Block[] = ['第一条 总则', '第二条 范围', '第三条 职责', '第四条 附则'].map((text) => ({
      type: 'paragraph',
      children: [{ text }],
    }));
    for (const item of lines(xinyu, articles)) expect(item.text).not.toContain('\u3000');
  });
});
