/** A document → its zones: one entry a block type, so that a new type that is forgotten here does not compile. */
import {
  type Block,
  type BlockType,
  type CellParagraph,
  headText,
  runInText,
  runsText,
  type TableBlock,
  type TextRun,
} from '../document/block.ts';
import type { GazetteDocument } from '../document/document.ts';
import type { TextStyle } from '../style/style.ts';
import { attachmentOpensPage } from './attachments.ts';
import { cellsOf, type Span } from './cells.ts';
import type { Geometry } from './geometry.ts';
import { documentHead, type HeadLine, headZone } from './heads.ts';
import { breakLines, type LineShape } from './line.ts';
import type { FontRole } from './metrics.ts';
import { layoutTable, type TableLook } from './table.ts';
import { points } from './units.ts';
import type { ColumnLine, DocumentFlow, FlowContext, Zone } from './zone.ts';

interface Flow extends FlowContext {
  readonly zones: Zone[];
  readonly missing: { character: string; block: number }[];
}

export function flowDocument(document: GazetteDocument, context: FlowContext): DocumentFlow {
  const flow: Flow = { ...context, zones: [], missing: [] };
  const head = documentHead(document, context, (characters) => note(flow, -1, characters));
  if (document.addressees !== null) paragraph(flow, -1, [{ text: document.addressees }], bodyStyle(flow), { firstEms: 0, restEms: 0 });
  document.blocks.forEach((block, index) => {
    (writers[block.type] as (flow: Flow, block: Block, index: number, document: GazetteDocument) => void)(flow, block, index, document);
  });
  return { head, zones: flow.zones, missing: flow.missing };
}

type Writers = {
  readonly [T in BlockType]: (flow: Flow, block: Extract<Block, { type: T }>, index: number, document: GazetteDocument) => void;
};

const writers: Writers = {
  title: (flow, block, index) =>
    across(flow, index, [{ text: runsText(block.children), style: flow.style.innerTitle, align: 'center' }], false),
  subtitle: (flow, block, index) =>
    across(flow, index, [{ text: runsText(block.children), style: flow.style.subtitle, align: 'center' }], false),
  heading: (flow, block, index) => {
    if (block.level === 1 && /^第.{1,6}[章编篇]/.test(headText(block.children)) && flow.style.chapterLines > 0)
      chapter(flow, index, block.children);
    else
      paragraph(
        flow,
        index,
        block.children,
        headingStyle(flow, block.level),
        { firstEms: 2, restEms: 0 },
        runInText(block.children) === '',
      );
  },
  article: (flow, block, index) => {
    const text = runsText(block.children);
    const label = /^第.{1,8}条/.exec(text)?.[0] ?? '';
    const spans = [
      { text: label, role: 'hei' as FontRole, size: flow.geometry.size },
      ...spansOf(flow, dropFront(block.children, label.length), bodyStyle(flow)),
    ];
    pushLines(flow, index, spans, { firstEms: 2, restEms: 0 }, 'justify', false);
  },
  paragraph: (flow, block, index) => {
    const align = block.align === 'center' || block.align === 'right' ? block.align : 'justify';
    const firstEms = align === 'justify' ? 2 : 0;
    pushLines(flow, index, spansOf(flow, block.children, bodyStyle(flow)), { firstEms, restEms: 0 }, align, false);
  },
  note: (flow, block, index) => paragraph(flow, index, block.children, bodyStyle(flow), { firstEms: 2, restEms: 0 }),
  attachment: (flow, block, index) => {
    const first = /^附/.test(runsText(block.children));
    const numbered = /^附.{0,2}[：:]\s*[0-9０-９]/.test(runsText(block.children));
    // Turned-over lines and the next items stand below the first character of the name (GB/T 9704 7.3.4).
    paragraph(
      flow,
      index,
      block.children,
      bodyStyle(flow),
      first ? { firstEms: 2, restEms: numbered ? 6 : 5 } : { firstEms: 5, restEms: 6 },
    );
  },
  attachmentTitle: (flow, block, index, document) => {
    const label: HeadLine[] =
      block.label === ''
        ? []
        : [{ text: block.label, style: { ...flow.style.attachmentLabel, linesEach: 1, linesBefore: 1, linesAfter: 0 }, align: 'left' }];
    across(
      flow,
      index,
      [
        ...label,
        {
          text: runsText(block.children),
          style: { ...flow.style.innerTitle, linesBefore: block.label === '' ? flow.style.innerTitle.linesBefore : 0 },
          align: 'center',
        },
      ],
      attachmentOpensPage(document.blocks, index, flow.style),
    );
  },
  sign: (flow, block, index) =>
    pushLines(flow, index, spansOf(flow, block.children, bodyStyle(flow)), { firstEms: 0, restEms: 0 }, 'right', true),
  signDate: (flow, block, index) =>
    pushLines(flow, index, spansOf(flow, block.children, bodyStyle(flow)), { firstEms: 0, restEms: 0 }, 'right', false),
  table: (flow, block, index) => table(flow, index, block, tableLook(flow)),
  figure: (flow, block, index) => figure(flow, index, block),
  box: (flow, block, index) => table(flow, index, frameOf(block.children), boxLook(flow)),
};

function note(flow: Flow, block: number, characters: readonly string[]): void {
  for (const character of characters) flow.missing.push({ character, block });
}

function bodyStyle(flow: Flow): { head: TextStyle; body: TextStyle; bold: boolean } {
  return { head: flow.style.body, body: flow.style.body, bold: false };
}

function headingStyle(flow: Flow, level: 1 | 2 | 3 | 4): { head: TextStyle; body: TextStyle; bold: boolean } {
  const style = flow.style.headings[level];
  return { head: { font: style.font, size: flow.style.body.size }, body: flow.style.body, bold: style.bold };
}

/** Body text in bold is set in Hei: a printing house has no bold Song in text sizes. */
const BOLD: Readonly<Record<FontRole, FontRole>> = { song: 'hei', fang: 'hei', kai: 'hei', hei: 'hei', title: 'title' };
const SCRIPT_SIZE = 0.62;

function spansOf(flow: Flow, runs: readonly TextRun[], look: { head: TextStyle; body: TextStyle; bold: boolean }, hasHead = false): Span[] {
  return runs.map((run) => {
    const isHead = hasHead && run.runIn !== true;
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

interface Indents {
  readonly firstEms: number;
  readonly restEms: number;
}

function paragraph(
  flow: Flow,
  index: number,
  runs: readonly TextRun[],
  look: { head: TextStyle; body: TextStyle; bold: boolean },
  indents: Indents,
  keepNext = false,
): void {
  pushLines(flow, index, spansOf(flow, runs, look, true), indents, 'justify', keepNext);
}

function pushLines(
  flow: Flow,
  block: number,
  spans: readonly Span[],
  indents: Indents,
  align: LineShape['align'],
  keepNext: boolean,
): void {
  const { geometry } = flow;
  const cells = cellsOf(spans, flow.measure);
  note(flow, block, cells.missing);
  const rightIndent = align === 'right' ? geometry.size * 2 : 0;
  const lines = breakLines(cells, {
    width: geometry.columnWidth - rightIndent,
    firstIndent: indents.firstEms * geometry.size,
    indent: indents.restEms * geometry.size,
    align,
  });
  const target = columns(flow);
  lines.forEach((line, at) => {
    target.push({ line, rows: 1, keepNext, before: at, behind: lines.length - 1 - at, block });
  });
}

function chapter(flow: Flow, block: number, runs: readonly TextRun[]): void {
  const cells = cellsOf(
    [{ text: runsText(runs), role: flow.style.headings[1].font, size: Math.round(flow.geometry.size * 1.1) }],
    flow.measure,
  );
  note(flow, block, cells.missing);
  const lines = breakLines(cells, { width: flow.geometry.columnWidth, firstIndent: 0, indent: 0, align: 'center' });
  const target = columns(flow);
  lines.forEach((line, at) => {
    target.push({ line, rows: at === 0 ? flow.style.chapterLines : 1, keepNext: true, before: at, behind: lines.length - 1 - at, block });
  });
}

/** The lines of the zone in columns that is being filled; after anything across a new one begins. */
function columns(flow: Flow): ColumnLine[] {
  const last = flow.zones[flow.zones.length - 1];
  if (last?.kind === 'columns') return last.lines as ColumnLine[];
  const lines: ColumnLine[] = [];
  flow.zones.push({ kind: 'columns', lines });
  return lines;
}

function across(flow: Flow, block: number, lines: readonly HeadLine[], newPage: boolean): void {
  flow.zones.push(headZone(lines, flow, block, newPage, (characters) => note(flow, block, characters)));
}

function dropFront(runs: readonly TextRun[], length: number): TextRun[] {
  const rest: TextRun[] = [];
  let left = length;
  for (const run of runs) {
    const cut = Math.min(left, run.text.length);
    left -= cut;
    if (cut < run.text.length) rest.push({ ...run, text: run.text.slice(cut) });
  }
  return rest;
}

function tableLook(flow: Flow): TableLook {
  const { table } = flow.style;
  return {
    font: table.font,
    headFont: table.headFont,
    size: points(table.size),
    pitch: points(table.linePitch),
    paddingX: points(table.paddingX),
    paddingY: points(table.paddingY),
    rule: points(table.ruleWidth),
    formRow: points(table.formRow),
    frame: false,
  };
}

function boxLook(flow: Flow): TableLook {
  const { box } = flow.style;
  return {
    font: box.font,
    headFont: 'hei',
    size: points(box.size),
    pitch: points(box.linePitch),
    paddingX: points(box.padding),
    paddingY: points(box.padding),
    rule: points(box.ruleWidth),
    formRow: 0,
    frame: true,
  };
}

/** A box is a table of one cell: it may then run over pages like one. */
function frameOf(paragraphs: readonly CellParagraph[]): TableBlock {
  return {
    type: 'table',
    columns: [1],
    children: [{ type: 'tableRow', children: [{ type: 'tableCell', columnSpan: 1, rowSpan: 1, children: paragraphs }] }],
  };
}

function table(flow: Flow, index: number, block: TableBlock, look: TableLook): void {
  const layout = layoutTable(
    block,
    flow.geometry.width,
    look,
    (cell, head) =>
      cell.children.map((each, at) =>
        each.children.map((run) =>
          scripted(run, head || run.bold === true || (look.frame && at === 0) ? look.headFont : look.font, look.size),
        ),
      ),
    flow.measure,
    (characters) => note(flow, index, characters),
  );
  flow.zones.push({ kind: 'table', table: layout, block: index });
}

function figure(flow: Flow, index: number, block: Extract<Block, { type: 'figure' }>): void {
  const { geometry } = flow;
  const size = fitImage(block.image, geometry);
  const caption = runsText(block.children);
  const lineCells = cellsOf(caption === '' ? [] : [{ text: caption, role: 'kai', size: geometry.size }], flow.measure);
  note(flow, index, lineCells.missing);
  const captionLines = caption === '' ? [] : breakLines(lineCells, { width: geometry.width, firstIndent: 0, indent: 0, align: 'center' });
  const gap = Math.round(geometry.pitch / 2);
  const bare = (size === null ? 0 : size.height + gap) + captionLines.length * geometry.pitch + gap;
  const height = Math.ceil(bare / geometry.pitch) * geometry.pitch;
  const imageTop = Math.round(gap / 2);
  const textTop = size === null ? 0 : imageTop + size.height + Math.round(gap / 2);
  flow.zones.push({
    kind: 'across',
    drop: 0,
    height,
    lines: captionLines.map((line, at) => ({
      line,
      x: 0,
      y: textTop + at * geometry.pitch + Math.round(geometry.pitch * 0.7),
      colour: 'black' as const,
    })),
    images:
      size === null || block.image === null
        ? []
        : [
            {
              hash: block.image.hash,
              x: Math.round((geometry.width - size.width) / 2),
              y: imageTop,
              width: size.width,
              height: size.height,
            },
          ],
    keepRows: 0,
    newPage: false,
    block: index,
  });
}

/** As large as the submission had it, but within the type area with room for a caption. */
function fitImage(image: { width: number; height: number } | null, geometry: Geometry): { width: number; height: number } | null {
  if (image === null || image.width <= 0 || image.height <= 0) return null;
  const width = points(image.width);
  const height = points(image.height);
  const scale = Math.min(1, geometry.width / width, (geometry.height - 6 * geometry.pitch) / height);
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}
