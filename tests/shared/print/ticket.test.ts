/** The job ticket: figures of the print office. */
import { expect, it } from 'vitest';
import type { IssueHead } from '../../../shared/issue/issue.ts';
import type { Page } from '../../../shared/layout/page.ts';
import { papers } from '../../../shared/print/papers.ts';
import { makeTicket, type TicketInput, ticketText } from '../../../shared/print/ticket.ts';
import { message } from '../../../shared/result.ts';

const head: IssueHead = {
  gazette: '示例市人民政府公报',
  house: 'jiujiang',
  year: 2024,
  number: 3,
  totalNumber: 36,
  frequency: '双月刊',
  publishedOn: '2024-06-30',
  grid: null,
  firstPage: 3,
  cover: {},
  slogans: [],
  statement: '',
  board: [],
  fields: [{ label: '印 数', value: '2,500 册' }],
};
const page = (number: number, red: boolean): Page => ({
  number,
  kind: 'body',
  section: '',
  width: 595_276,
  height: 841_890,
  items: [{ kind: 'rule', x1: 0, y1: 0, x2: 1, y2: 0, width: 500, colour: red ? 'red' : 'black' }],
  links: [],
});
const ticketOf = (count: number, change: Partial<TicketInput> = {}) =>
  makeTicket({
    head,
    pages: Array.from({ length: count }, (_, i) => page(i + 1, i === 1)),
    hasCover: true,
    multiple: 1,
    bleed: 3,
    paper: papers.offset,
    fontName: (id) => id,
    profile: 'FOGRA39',
    messages: [],
    ...change,
  });

it('印张 is pages / 16, 令数 is 印数 × 印张 / 1000', () => {
  expect(ticketOf(96)).toMatchObject({ printedSheets: 6, printRun: 2500, reams: 15, reamsPerThousand: 6 });
  expect(ticketOf(96, { head: { ...head, fields: [] } })).toMatchObject({ printRun: null, reams: null, reamsPerThousand: 6 });
});

it('the spine is leaves × thickness, with text only above 5 mm', () => {
  // Standards b8: 96 pages of 80 g offset are about 4.8 mm.
  expect(ticketOf(96)).toMatchObject({ leaves: 48, spine: 4.8, spineText: false, binding: 'perfect' });
  expect(ticketOf(104)).toMatchObject({ spine: 5.2, spineText: true });
  expect(ticketOf(48)).toMatchObject({ binding: 'saddleStitch' });
});

it('says what is missing to full signatures, and what was added', () => {
  expect(ticketOf(30)).toMatchObject({ pages: 30, blanksAdded: 0, printedPages: 30, missing: { to4: 2, to16: 2 } });
  expect(ticketOf(33, { multiple: 4 })).toMatchObject({ pages: 33, blanksAdded: 3, printedPages: 36, missing: { to4: 0, to16: 12 } });
  expect(ticketOf(33, { multiple: 16 })).toMatchObject({ blanksAdded: 15, missing: { to4: 0, to16: 0 } });
});

it('counts what is printed and what is bound apart, and says both', () => {
  // A stitched block is made of folded sheets of four pages, a glued one of leaves: no press prints half a leaf.
  const stitched = ticketOf(30);
  expect(stitched).toMatchObject({ printedPages: 30, boundPages: 32, leaves: 16, printedSheets: 1.875, boundSheets: 2, reams: 5 });
  expect(ticketText(stitched)).toContain('30 面（未补空白）；骑马订成 32 面，末尾还有 2 面空白，骑马订拼版文件中已补');
  expect(ticketText(stitched)).toContain('1.875（面数÷16）；连空白按 32 面计为 2');
  const glued = ticketOf(139);
  expect(glued).toMatchObject({ printedPages: 139, boundPages: 140, leaves: 70, spine: 7, spineText: true, boundSheets: 8.75 });
  expect(ticketText(glued)).toContain('139 面（未补空白）；胶装（无线胶订）成 140 面，末尾还有 1 面空白');
  expect(ticketText(ticketOf(30, { multiple: 4 }))).toContain('32 面（排版 30 面，补空白 2 面）\n');
});

it('reckons with the paper of the job', () => {
  const text = ticketText(ticketOf(120, { paper: papers.coated }));
  expect(text).toContain('总墨量上限 300%');
  expect(text).toContain('铜版纸');
  expect(text).toContain('60 张纸，约 5.1 mm');
  expect(text).toContain('展开 425.1×297 mm（含书脊）');
  expect(ticketText(ticketOf(32))).toContain('骑马订没有书脊');
  expect(ticketText(ticketOf(32))).toContain('展开 420×297 mm');
});

it('names the pages with red', () => expect(ticketOf(4).inks.redPages).toEqual([2]));

it('reads as Chinese text with everything a printer asks', () => {
  const text = ticketText(ticketOf(30, { messages: [message('image-resolution', 'warning', '第9页的图片只有 216 dpi')] }));
  for (const words of [
    '210×297 mm（大16开）',
    '出血 3 mm',
    '1.875',
    '2500 册',
    '还缺 2 面',
    'K100',
    'C0 M80 Y80 K0；第 2 页',
    '60～80 g/m²',
    '[注意] 第9页',
  ])
    expect(text).toContain(words);
});
