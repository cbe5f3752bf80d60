/** Paragraphs of a document as lines in the columns, kept from one layout to the next by what they were made of. */
import { runsText, type TextRun } from '../document/block.ts';
import type { TextStyle } from '../style/style.ts';
import { cellsOf, passingCells, type Span } from './cells.ts';
import { evenLines } from './even-lines.ts';
import { breakLines, type LineShape, type SetLine } from './line.ts';
import type { FontRole } from './metrics.ts';
import type { Origin } from './page.ts';
import type { ColumnLine, FlowContext, Zone } from './zone.ts';

/** A document on its way to zones. */
export interface Flow extends FlowContext {
  readonly zones: Zone[];
  readonly missing: { character: string; block: number }[];
}

/** Fonts of a paragraph: of its heading and of the rest. */
export interface Look {
  readonly head: TextStyle;
  readonly body: TextStyle;
  readonly bold: boolean;
}

/** Where and how a paragraph is set. */
export interface Setting {
  readonly block: number;
  /** What the paragraph is made of and nothing else: a block's children, which are never changed in place. */
  readonly key: object;
  /** Tells settings of the same key apart: the type of the block, its level. */
  readonly as: string;
  readonly firstEms: number;
  readonly restEms: number;
  readonly align?: LineShape['align'];
  readonly keepNext?: boolean;
  readonly tight?: true | undefined;
  readonly part?: Origin['part'];
}

export function noteMissing(flow: Flow, block: number, characters: readonly string[]): void {
  for (const character of characters) flow.missing.push({ character, block });
}

export function bodyLook(flow: Flow): Look {
  return { head: flow.style.body, body: flow.style.body, bold: false };
}

export function headingLook(flow: Flow, level: 1 | 2 | 3 | 4): Look {
  const style = flow.style.headings[level];
  return { head: { font: style.font, size: flow.style.body.size }, body: flow.style.body, bold: style.bold };
}

/** Body text in bold is set in Hei: a printing house has no bold Song in text sizes. */
const BOLD: Readonly<Record<FontRole, FontRole>> = { song: 'hei', fang: 'hei', kai: 'hei', hei: 'hei', title: 'title' };
const SCRIPT_SIZE = 0.62;

/** The runs of a block as spans: what is not marked `runIn` is its heading. */
export function spansOf(flow: Flow, runs: readonly TextRun[], look: Look): Span[] {
  return runs.map((run) => {
    const isHead = run.runIn !== true;
    const style = isHead ? look.head : look.body;
    const role = run.bold === true || (isHead && look.bold) ? BOLD[style.font] : style.font;
    return scripted(run, role, flow.geometry.size);
  });
}

export function scripted(run: TextRun, role: FontRole, size: number): Span {
  if (run.superscript === true) return { text: run.text, role, size: Math.round(size * SCRIPT_SIZE), rise: Math.round(size * 0.36) };
  if (run.subscript === true) return { text: run.text, role, size: Math.round(size * SCRIPT_SIZE), rise: -Math.round(size * 0.12) };
  return { text: run.text, role, size };
}

interface KeptLines {
  readonly lines: readonly SetLine[];
  readonly missing: readonly string[];
}

export function pushParagraph(flow: Flow, setting: Setting, spans: () => readonly Span[]): void {
  const { lines, missing } = keptLines(flow, setting, setting.tight === true, spans);
  noteMissing(flow, setting.block, missing);
  const tighter = (): readonly SetLine[] => keptLines(flow, setting, true, spans).lines;
  const { block, keepNext = false, part } = setting;
  const target = columnLines(flow);
  lines.forEach((line, at) => {
    const before = { line, rows: 1, keepNext, before: at, behind: lines.length - 1 - at, block, tighter };
    target.push(part === undefined ? before : { ...before, part });
  });
}

function keptLines(flow: Flow, setting: Setting, tight: boolean, spans: () => readonly Span[]): KeptLines {
  const { geometry } = flow;
  const align = setting.align ?? 'justify';
  return flow.keep(setting.key, tight ? `${setting.as} tight` : setting.as, () => {
    const cells = passingCells(spans(), flow.measure);
    const width = geometry.columnWidth - (align === 'right' ? geometry.size * 2 : 0);
    const shape = { width, firstIndent: setting.firstEms * geometry.size, indent: setting.restEms * geometry.size, align, tight };
    return { lines: breakLines(cells, shape), missing: cells.missing };
  });
}

/** 第X章: centred in its column, on as many lines as the house style says. */
export function pushChapter(flow: Flow, block: number, runs: readonly TextRun[]): void {
  const span = { text: runsText(runs), role: flow.style.headings[1].font, size: Math.round(flow.geometry.size * 1.1) };
  const cells = cellsOf([span], flow.measure);
  noteMissing(flow, block, cells.missing);
  const lines = evenLines(cells, span.text, flow.geometry.columnWidth, flow.geometry.size);
  const target = columnLines(flow);
  lines.forEach((line, at) => {
    const rows = at === 0 ? flow.style.chapterLines : 1;
    target.push({ line, rows, keepNext: true, before: at, behind: lines.length - 1 - at, block });
  });
}

/** The lines of the zone in columns that is being filled; after anything across a new one begins. */
export function columnLines(flow: Flow): ColumnLine[] {
  const last = flow.zones[flow.zones.length - 1];
  if (last?.kind === 'columns') return last.lines as ColumnLine[];
  const lines: ColumnLine[] = [];
  flow.zones.push({ kind: 'columns', lines });
  return lines;
}
