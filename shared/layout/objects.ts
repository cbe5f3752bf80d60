/** Tables, boxes and figures of a document as zones across the page. */
import { type Block, type CellParagraph, type NoteBlock, type ParagraphBlock, runsText, type TableBlock } from '../document/block.ts';
import type { HouseStyle } from '../style/style.ts';
import { cellsOf } from './cells.ts';
import type { Geometry } from './geometry.ts';
import { breakLines } from './line.ts';
import type { Measure } from './measure.ts';
import type { BoxItem } from './page.ts';
import { type Flow, noteMissing, scripted } from './paragraphs.ts';
import { QR_SIDE, qrBars } from './qr.ts';
import { type CellSpans, layoutTable, type TableLayout, type TableLook } from './table.ts';
import { isCaption, noteIndent, type TableNotes } from './table-notes.ts';
import { points } from './units.ts';
import type { TableText } from './zone.ts';

export function tableLook({ style: { table } }: Pick<Flow, 'style'>): TableLook {
  return {
    font: table.font,
    headFont: table.headFont,
    size: points(table.size),
    pitch: points(table.linePitch),
    paddingX: points(table.paddingX),
    paddingY: points(table.paddingY),
    rule: points(table.ruleWidth),
    outerRule: points(table.frameWidth),
    formRow: points(table.formRow),
    frame: false,
  };
}

export function boxLook(flow: Flow): TableLook {
  const { box } = flow.style;
  return {
    font: box.font,
    headFont: 'hei',
    size: points(box.size),
    pitch: points(box.linePitch),
    paddingX: points(box.padding),
    paddingY: points(box.padding),
    rule: points(box.ruleWidth),
    outerRule: points(box.ruleWidth),
    formRow: 0,
    frame: true,
  };
}

/** A box is a table of one cell: it may then run over pages like one. */
export function frameOf(paragraphs: readonly CellParagraph[]): TableBlock {
  return {
    type: 'table',
    columns: [1],
    children: [{ type: 'tableRow', children: [{ type: 'tableCell', columnSpan: 1, rowSpan: 1, children: paragraphs }] }],
  };
}

interface KeptTable {
  readonly table: TableLayout;
  readonly missing: readonly string[];
}

/** Blocks that stand with a table, by their indices in the document. */
export interface BlocksAround {
  readonly blocks: readonly Block[];
  readonly notes: TableNotes;
}

/** What a table is made of: its rows, and what may change without them; `block` is asked for only when it has to be laid out. */
export interface TableSource {
  readonly key: object;
  readonly as: string;
  readonly block: () => TableBlock;
}

export function tableSource(block: TableBlock): TableSource {
  return { key: block.children, as: block.columns.join(' '), block: () => block };
}

export function pushTable(flow: Flow, index: number, source: TableSource, look: TableLook, around?: BlocksAround): void {
  const upright = keptTable(flow, source, look, flow.geometry.width);
  // What does not fit across the page may fit along it.
  const isTurned = upright.table.fault === 'narrow' && !look.frame && flow.geometry.height > flow.geometry.width;
  const width = isTurned ? flow.geometry.height : flow.geometry.width;
  const { table, missing } = isTurned ? keptTable(flow, source, look, width) : upright;
  noteMissing(flow, index, missing);
  // A table without rows shows nothing; what would stand with it is not absorbed either.
  if (table.heights.length === 0) return;
  const above = around === undefined ? null : textAround(flow, around.blocks, around.notes.above, true, width);
  const below = around === undefined ? null : textAround(flow, around.blocks, around.notes.below, false, width);
  flow.zones.push({ kind: 'table', table, block: index, above, below, turned: isTurned });
}

function keptTable(flow: Flow, { key, as, block }: TableSource, look: TableLook, width: number): KeptTable {
  return flow.keep(key, `table ${as} ${width}`, () => {
    const characters: string[] = [];
    const table = setTable(block(), width, look, flow.measure, (found) => characters.push(...found));
    return { table, missing: characters };
  });
}

function setTable(
  block: TableBlock,
  width: number,
  look: TableLook,
  measure: Measure,
  missing: (characters: readonly string[]) => void,
): TableLayout {
  const spansOf: CellSpans = (cell, head, size) =>
    cell.children.map((each, at) =>
      each.children.map((run) => scripted(run, head || run.bold === true || (look.frame && at === 0) ? look.headFont : look.font, size)),
    );
  return layoutTable(block, width, look, spansOf, measure, missing);
}

/**
 * The upright table by itself, for writers that break their own lines: its columns, type and alignment as on the pages.
 * @param width of the type area, in thousandths of a point.
 */
export function tableAcross(block: TableBlock, width: number, style: HouseStyle, measure: Measure): TableLayout {
  return setTable(block, width, tableLook({ style }), measure, () => {});
}

/** In the type of the table, as wide as the page: the caption in the middle, the unit at the right, notes hanging behind their 注：. */
function textAround(flow: Flow, blocks: readonly Block[], indices: readonly number[], isAbove: boolean, width: number): TableText | null {
  if (indices.length === 0) return null;
  const look = tableLook(flow);
  const lines: TableText['lines'][number][] = [];
  let y = isAbove ? 0 : look.paddingY;
  for (const index of indices) {
    const block = blocks[index] as ParagraphBlock | NoteBlock;
    const name = isAbove && isCaption(block);
    const size = name ? Math.max(look.size, flow.geometry.size) : look.size;
    const { lines: set, missing } = flow.keep(block.children, `table text ${isAbove} ${name} ${width}`, () => {
      const spans = block.children.map((run) => scripted(run, name || run.bold === true ? look.headFont : look.font, size));
      const cells = cellsOf(spans, flow.measure);
      const indent = isAbove ? 0 : noteIndent(block.children) * size;
      const align = name ? 'center' : isAbove ? 'right' : 'justify';
      return { lines: breakLines(cells, { width, firstIndent: 0, indent, align }), missing: cells.missing };
    });
    noteMissing(flow, index, missing);
    const pitch = Math.round((look.pitch * size) / look.size);
    for (const line of set) {
      lines.push({ line, y: y + Math.round(pitch / 2 + size * 0.36), block: index });
      y += pitch;
    }
    if (name) y += look.paddingY;
  }
  return { height: y + (isAbove ? look.paddingY >> 1 : 0), lines };
}

const FIGURE_NUMBER = /^图[\s\u3000]*[0-9０-９一二三四五六七八九十]/;

const emptyFrame: BoxItem = { kind: 'box', x: 0, y: 0, width: QR_SIDE, height: QR_SIDE, fill: null, stroke: 'black', strokeWidth: 500 };

export function pushFigure(flow: Flow, index: number, block: Extract<Block, { type: 'figure' }>): void {
  const { geometry } = flow;
  const bars = block.image === null && block.link !== undefined ? qrBars(block.link, QR_SIDE) : null;
  // A picture that could not be read leaves a frame: nobody is to think that nothing was there.
  const frame = block.image === null && bars === null;
  const size = block.image === null ? { width: QR_SIDE, height: QR_SIDE } : fitImage(block.image, geometry);
  const caption = runsText(block.children);
  const lineCells = cellsOf(caption === '' ? [] : [{ text: caption, role: 'kai', size: geometry.size }], flow.measure);
  noteMissing(flow, index, lineCells.missing);
  const captionLines = caption === '' ? [] : breakLines(lineCells, { width: geometry.width, firstIndent: 0, indent: 0, align: 'center' });
  const gap = Math.round(geometry.pitch / 2);
  const bare = (size === null ? 0 : size.height + gap) + captionLines.length * geometry.pitch + gap;
  const height = Math.ceil(bare / geometry.pitch) * geometry.pitch;
  // What it does not need of its last row is shared out above and below it.
  const imageTop = Math.round(gap / 2) + ((height - bare) >> 1);
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
    boxes: (frame ? [emptyFrame] : (bars ?? [])).map((bar) => ({
      ...bar,
      x: bar.x + Math.round((geometry.width - QR_SIDE) / 2),
      y: bar.y + imageTop,
    })),
    ...(frame ? { isEmpty: true } : {}),
    keepRows: 0,
    newPage: false,
    ...(FIGURE_NUMBER.test(caption) ? { numbered: true as const } : {}),
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
