/** Tables, boxes and figures of a document as zones across the page. */
import { type Block, type CellParagraph, runsText, type TableBlock } from '../document/block.ts';
import { cellsOf } from './cells.ts';
import type { Geometry } from './geometry.ts';
import { breakLines } from './line.ts';
import { type Flow, noteMissing, scripted } from './paragraphs.ts';
import { layoutTable, type TableLayout, type TableLook } from './table.ts';
import { points } from './units.ts';

export function tableLook(flow: Flow): TableLook {
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

/** @param key what the table is made of; `block` is asked for only when it has to be laid out. */
export function pushTable(flow: Flow, index: number, key: object, block: () => TableBlock, look: TableLook): void {
  const { table, missing } = flow.keep(key, `table ${look.frame}`, (): KeptTable => {
    const characters: string[] = [];
    const layout = layoutTable(
      block(),
      flow.geometry.width,
      look,
      (cell, head) =>
        cell.children.map((each, at) =>
          each.children.map((run) =>
            scripted(run, head || run.bold === true || (look.frame && at === 0) ? look.headFont : look.font, look.size),
          ),
        ),
      flow.measure,
      (found) => characters.push(...found),
    );
    return { table: layout, missing: characters };
  });
  noteMissing(flow, index, missing);
  flow.zones.push({ kind: 'table', table, block: index });
}

export function pushFigure(flow: Flow, index: number, block: Extract<Block, { type: 'figure' }>): void {
  const { geometry } = flow;
  const size = fitImage(block.image, geometry);
  const caption = runsText(block.children);
  const lineCells = cellsOf(caption === '' ? [] : [{ text: caption, role: 'kai', size: geometry.size }], flow.measure);
  noteMissing(flow, index, lineCells.missing);
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
