/** The job ticket (印制工单): what the print office must know of a job besides the files, as data and as text. */
import type { IssueHead } from '../issue/issue.ts';
import type { Page } from '../layout/page.ts';
import type { Message } from '../result.ts';
import { fullSignature, PAGES_PER_SHEET, type PageMultiple } from './page-count.ts';
import type { Paper } from './papers.ts';
import { bindingOf } from './spine.ts';

export interface TicketInput {
  readonly head: IssueHead;
  /** Of the block, without the cover. */
  readonly pages: readonly Page[];
  readonly hasCover: boolean;
  /** Blank pages are added up to a multiple of it. */
  readonly multiple: PageMultiple;
  /** Millimetres. */
  readonly bleed: number;
  readonly paper: Paper;
  /** Names of the fonts by id. */
  readonly fontName: (id: string) => string;
  readonly profile: string;
  readonly messages: readonly Message[];
}

export interface JobTicket {
  readonly title: string;
  readonly totalNumber: number | null;
  readonly publishedOn: string | null;
  /** Millimetres. */
  readonly trim: { readonly width: number; readonly height: number };
  readonly format: '大16开';
  readonly bleed: number;
  /** As laid out, without the cover, which is a job of its own. */
  readonly pages: number;
  /** Four sides on paper of their own, not in any of the counts. */
  readonly hasCover: boolean;
  readonly blanksAdded: number;
  /** Pages of the press file: as laid out, and the blanks that were asked for. */
  readonly printedPages: number;
  /** Sides that are bound: folded sheets have four, leaves two. More than are printed where no blanks were asked for. */
  readonly boundPages: number;
  /** Still missing to full signatures after what was added. */
  readonly missing: { readonly to4: number; readonly to16: number };
  /** 印张 = pages / 16: of the press file, and of what is bound, which is the paper that it takes. */
  readonly printedSheets: number;
  readonly boundSheets: number;
  readonly printRun: number | null;
  /** 令数: 印数 × 印张 (of what is bound) / 1000, and of each thousand copies. Without the waste of making ready (加放). */
  readonly reams: number | null;
  readonly reamsPerThousand: number;
  readonly leaves: number;
  /** Millimetres; the block alone, the cover's own thickness comes on top. */
  readonly spine: number;
  /** Text on the spine only above 5 mm (GB/T 3179). */
  readonly spineText: boolean;
  readonly binding: 'saddleStitch' | 'perfect';
  readonly inks: {
    readonly black: string;
    readonly red: string;
    readonly redPages: readonly number[];
    readonly pictures: readonly number[];
  };
  readonly paper: string;
  /** Sum of inks that the paper carries, 1 for a full ink. */
  readonly maximumInk: number;
  readonly tolerances: string;
  readonly fonts: readonly string[];
  readonly profile: string;
  readonly messages: readonly Message[];
}

export function makeTicket(input: TicketInput): JobTicket {
  const { head, pages, multiple, paper } = input;
  const { pages: printedPages, missing: blanksAdded } = fullSignature(pages.length, multiple);
  const printedSheets = printedPages / PAGES_PER_SHEET;
  const { kind: binding, boundPages, leaves, spine, hasSpineText } = bindingOf(pages.length, multiple, paper.thickness);
  const boundSheets = boundPages / PAGES_PER_SHEET;
  const printRun = printRunOf(head);
  const whole = (value: number) => Math.round((value * 25.4) / 72_000);
  const [first] = pages;
  const fonts = new Set(pages.flatMap((page) => page.items.flatMap((item) => (item.kind === 'text' ? [input.fontName(item.font)] : []))));
  return {
    title: `${head.gazette}${head.year}年第${head.number}期`,
    totalNumber: head.totalNumber,
    publishedOn: head.publishedOn,
    trim: { width: whole(first?.width ?? 0), height: whole(first?.height ?? 0) },
    format: '大16开',
    bleed: input.bleed,
    pages: pages.length,
    hasCover: input.hasCover,
    blanksAdded,
    printedPages,
    boundPages,
    missing: { to4: fullSignature(printedPages, 4).missing, to16: fullSignature(printedPages, 16).missing },
    printedSheets,
    boundSheets,
    printRun,
    reams: printRun === null ? null : rounded((printRun * boundSheets) / 1000, 3),
    reamsPerThousand: rounded(boundSheets, 4),
    leaves,
    spine,
    spineText: hasSpineText,
    binding,
    inks: {
      // GB/T 9704-2012 6.2: 黑色油墨色谱 BL100%，红色 Y80% M80%.
      black: 'K100，叠印',
      red: 'C0 M80 Y80 K0',
      redPages: foliosWith(pages, (item) => item.kind !== 'image' && [colourOf(item)].flat().includes('red')),
      pictures: foliosWith(pages, (item) => item.kind === 'image'),
    },
    // GB/T 9704-2012 4 (paper), and 6.2, 6.3 (printing and binding) for the tolerances.
    paper: `${paper.name}；GB/T 9704 要求 60～80 g/m² 胶版印刷纸或复印纸；白度 80%～90%，不透明度 ≥85%，pH 7.5～9.5；横向耐折度 ≥15 次`,
    maximumInk: paper.maximumInk,
    tolerances: '版心误差 ≤1 mm；双面印刷套正误差 ≤2 mm，两页页码误差 ≤4 mm；裁切误差 ±2 mm，四角成 90°；钉位距上下各 70 mm ±4 mm',
    fonts: [...fonts].sort(),
    profile: input.profile,
    messages: input.messages,
  };
}

/** 印数 as it stands in the imprint. */
function printRunOf(head: IssueHead): number | null {
  const field = head.fields.find(({ label }) => label.replace(/\s/g, '').includes('印数'));
  const count = Number(/\d+/.exec(field?.value.replace(/[,，\s]/g, '') ?? '')?.[0] ?? 0);
  return count > 0 ? count : null;
}

function foliosWith(pages: readonly Page[], wanted: (item: Page['items'][number]) => boolean): readonly number[] {
  return pages.filter((page) => page.items.some(wanted)).map((page) => page.number);
}

function colourOf(item: Exclude<Page['items'][number], { kind: 'image' }>) {
  return item.kind === 'box' ? [item.fill, item.stroke] : item.colour;
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

const bindings: Readonly<Record<JobTicket['binding'], string>> = { saddleStitch: '骑马订', perfect: '胶装（无线胶订）' };
const severities: Readonly<Record<Message['severity'], string>> = { error: '错误', warning: '注意', note: '提示' };

function pageCounts({ pages, blanksAdded, printedPages, boundPages, binding }: JobTicket): string {
  const laidOut = blanksAdded === 0 ? `${printedPages} 面（未补空白）` : `${printedPages} 面（排版 ${pages} 面，补空白 ${blanksAdded} 面）`;
  const missing = boundPages - printedPages;
  if (missing === 0) return laidOut;
  return `${laidOut}；${bindings[binding]}成 ${boundPages} 面，末尾还有 ${missing} 面空白${binding === 'saddleStitch' ? '，骑马订拼版文件中已补' : ''}`;
}

function sheetCounts({ printedSheets, boundSheets, boundPages }: JobTicket): string {
  const printed = `${printedSheets}（面数÷16）`;
  return printedSheets === boundSheets ? printed : `${printed}；连空白按 ${boundPages} 面计为 ${boundSheets}`;
}

/** A stitched cover is folded once, another around the spine. */
function spreadSize({ trim, binding, spine }: JobTicket): string {
  return binding === 'saddleStitch'
    ? `${trim.width * 2}×${trim.height} mm`
    : `${rounded(trim.width * 2 + spine, 2)}×${trim.height} mm（含书脊）`;
}

function spineWords({ leaves, spine, spineText, binding }: JobTicket): string {
  if (binding === 'saddleStitch') return `${leaves} 张纸，厚约 ${spine} mm；骑马订没有书脊`;
  return `${leaves} 张纸，约 ${spine} mm（另加封面厚度）；${spineText ? '印书脊文字' : '不足 5 mm，不印书脊文字'}`;
}

export function ticketText(ticket: JobTicket): string {
  const { trim, missing, inks } = ticket;
  const folios = (list: readonly number[]) => (list.length === 0 ? '无' : `第 ${list.join('、')} 页`);
  const signature = (count: number, left: number) => (left === 0 ? `${count} 的倍数：已满` : `${count} 的倍数：还缺 ${left} 面`);
  const rows: readonly (readonly [string, string])[] = [
    ['刊名期次', ticket.title + (ticket.totalNumber === null ? '' : `（总第${ticket.totalNumber}期）`)],
    ['出版日期', ticket.publishedOn ?? '未定'],
    ['成品尺寸', `${trim.width}×${trim.height} mm（${ticket.format}），出血 ${ticket.bleed} mm`],
    ['内文面数', pageCounts(ticket)],
    ['封面', ticket.hasCover ? `4 面，另纸印刷，不计入面数、印张和用纸；展开 ${spreadSize(ticket)}` : '本期未设封面'],
    ['整帖核对', `${signature(4, missing.to4)}；${signature(16, missing.to16)}`],
    ['印张', sheetCounts(ticket)],
    ['印数', ticket.printRun === null ? '未写明，请在版权栏填写“印数”' : `${ticket.printRun} 册`],
    ['用纸', ticket.reams === null ? `每千册 ${ticket.reamsPerThousand} 令（未计加放）` : `${ticket.reams} 令（印数×印张÷1000，未计加放）`],
    ['纸张', ticket.paper],
    ['书脊', spineWords(ticket)],
    ['装订建议', bindings[ticket.binding]],
    ['黑版', inks.black],
    ['红色', `${inks.red}；${folios(inks.redPages)}`],
    ['图片', `${folios(inks.pictures)}；总墨量上限 ${Math.round(ticket.maximumInk * 100)}%`],
    ['字体', `${ticket.fonts.join('、')}（均已嵌入）`],
    ['输出特性', ticket.profile],
    ['允许误差', `${ticket.tolerances}（GB/T 9704）`],
  ];
  const trouble = ticket.messages.map(({ severity, text }) => `  [${severities[severity]}] ${text}`);
  return [
    '印制工单',
    '',
    ...rows.map(([name, value]) => `${name.padEnd(4, '　')}　${value}`),
    '',
    '印前检查',
    ...(trouble.length === 0 ? ['  未发现问题'] : trouble),
    '',
  ].join('\n');
}
