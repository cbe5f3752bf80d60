/**
 * An issue as Typst would be given it: the same page, columns, sizes, fonts by the same files, headings, tables, contents.
 * Where Typst has no word for what a gazette wants (columns that are balanced), it is let off and not made to work for it.
 */
import { type Block, type CellParagraph, runsText, type TableBlock, type TextRun } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { ComposedIssue } from '../../shared/issue/compose.ts';
import { geometryOf } from '../../shared/layout/geometry.ts';
import { dateText } from '../../shared/layout/heads.ts';
import type { FontRole } from '../../shared/layout/metrics.ts';
import type { HouseStyle } from '../../shared/style/style.ts';

/** Families of the fonts in dist/fonts, as Typst names them. */
const FONTS: Readonly<Record<FontRole, string>> = {
  song: 'font: "Noto Serif SC", weight: 400',
  fang: 'font: "Noto Serif SC", weight: 400',
  title: 'font: "Noto Serif SC", weight: 900',
  hei: 'font: "Noto Sans SC", weight: 500',
  kai: 'font: "LXGW WenKai", weight: 400',
};

export function typstSource(composed: ComposedIssue<unknown>, style: HouseStyle): string {
  const parts = [preamble(composed, style), '#outline(title: [目　录], depth: 1)\n'];
  composed.entries.forEach(({ entry, document }) => {
    if (entry.start === 'rightPage') parts.push('#pagebreak(weak: true, to: "odd")\n');
    else if (entry.start === 'newPage') parts.push('#pagebreak(weak: true)\n');
    parts.push(documentSource(document, style));
  });
  return parts.join('\n');
}

function preamble(composed: ComposedIssue<unknown>, style: HouseStyle): string {
  const geometry = geometryOf(style, composed.head.grid);
  const pt = (thousandths: number): string => `${thousandths / 1000}pt`;
  const bottom = geometry.pageHeight - geometry.top - geometry.height;
  const { size } = style.body;
  const head = `#set page(width: ${pt(geometry.pageWidth)}, height: ${pt(geometry.pageHeight)}, margin: (x: ${pt(geometry.left)}, top: ${pt(geometry.top)}, bottom: ${pt(bottom)}), header: context {
  let n = counter(page).get().first()
  set text(size: ${style.runningHead.style.size}pt)
  if calc.even(n) [・#(n)・] else [#h(1fr)・#(n)・]
})`;
  return `${head}
#set text(lang: "zh", region: "cn", size: ${size}pt, ${FONTS[style.body.font]}, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, leading: ${pt(geometry.pitch - geometry.size)}, spacing: ${pt(geometry.pitch - geometry.size)}, first-line-indent: (amount: 2em, all: true))
#set smartquote(enabled: false)
#set block(spacing: ${pt(geometry.pitch - geometry.size)})
#set table(stroke: ${style.table.ruleWidth}pt, inset: (x: ${style.table.paddingX}pt, y: ${style.table.paddingY}pt), align: center + horizon)
#show table: set text(size: ${style.table.size}pt)
#show table: set par(leading: ${style.table.linePitch - style.table.size}pt, spacing: ${style.table.linePitch - style.table.size}pt, first-line-indent: 0pt)
#show heading.where(level: 1): it => block(width: 100%, above: ${pt(geometry.pitch)}, below: ${pt(geometry.pitch)}, align(center, { set par(first-line-indent: 0pt, justify: false); text(size: ${style.title.size}pt, ${FONTS[style.title.font]}, it.body) }))
#let two(body) = columns(${geometry.columns}, gutter: ${pt(geometry.gutter)}, body)
#let head(size, body) = block(width: 100%, align(center, { set par(first-line-indent: 0pt, justify: false); text(size: size, body) }))
#let inner(body) = block(width: 100%, above: ${pt(geometry.pitch)}, below: ${pt(geometry.pitch)}, align(center, { set par(first-line-indent: 0pt, justify: false); text(size: ${style.innerTitle.size}pt, ${FONTS[style.innerTitle.font]}, body) }))
#let song(body) = text(${FONTS.song}, body)
#let hei(body) = text(${FONTS.hei}, body)
#let kai(body) = text(${FONTS.kai}, body)
#let fang(body) = song(body)
`;
}

function documentSource(document: GazetteDocument, style: HouseStyle): string {
  const out: string[] = [`= ${escaped(document.title)}`];
  const line = [document.docNumber, document.date === null ? null : dateText(document.date)].filter((part) => part !== null).join('　');
  if (document.subtitle !== null) out.push(`#head(${style.subtitle.size}pt)[#kai[${escaped(document.subtitle)}]]`);
  if (document.byline !== null) out.push(`#head(${style.byline.size}pt)[#kai[${escaped(document.byline)}]]`);
  if (line !== '') out.push(`#head(${style.numberLine.size}pt)[${escaped(line)}]`);
  let column: string[] = document.addressees === null ? [] : [`#par(first-line-indent: 0pt)[${escaped(document.addressees)}]`];
  const flush = (): void => {
    if (column.length > 0) out.push(`#two[\n${column.join('\n\n')}\n]`);
    column = [];
  };
  for (const block of document.blocks) {
    const across = acrossSource(block);
    if (across === null) {
      column.push(paragraphSource(block, style));
      continue;
    }
    flush();
    out.push(across);
  }
  flush();
  return `${out.join('\n\n')}\n`;
}

/** What spans the columns; null for text. */
function acrossSource(block: Block): string | null {
  switch (block.type) {
    case 'title':
      return `#inner[${escaped(runsText(block.children))}]`;
    case 'subtitle':
      return `#head(12pt)[#kai[${escaped(runsText(block.children))}]]`;
    case 'attachmentTitle':
      return `#hei[${escaped(block.label)}]\n\n#inner[${escaped(runsText(block.children))}]`;
    case 'table':
      return tableSource(block);
    case 'box':
      return `#block(width: 100%, stroke: 0.75pt, inset: 8pt)[\n${block.children.map((each) => runsSource(each.children, '')).join('\n\n')}\n]`;
    case 'figure':
      return `#head(11pt)[#kai[${escaped(runsText(block.children))}]]`;
    default:
      return null;
  }
}

function paragraphSource(block: Block, style: HouseStyle): string {
  if (block.type === 'table' || block.type === 'box') return '';
  if (block.type === 'heading') {
    const { font, bold } = style.headings[block.level];
    return runsSource(block.children, bold ? 'hei' : font);
  }
  const text = runsSource(block.children as readonly TextRun[], '');
  if (block.type === 'paragraph' && (block.align === 'center' || block.align === 'right')) return `#align(${block.align})[${text}]`;
  return block.type === 'sign' || block.type === 'signDate' ? `#align(right)[${text}]` : text;
}

/** @param head the function for the heading in front of what is run in; "" for none. */
function runsSource(runs: readonly TextRun[], head: string): string {
  return runs
    .map((run) => {
      const text = escaped(run.text);
      if (text === '') return '';
      if (run.superscript === true) return `#super[${text}]`;
      if (run.subscript === true) return `#sub[${text}]`;
      if (run.bold === true) return `#hei[${text}]`;
      return head !== '' && head !== 'song' && run.runIn !== true ? `#${head}[${text}]` : text;
    })
    .join('');
}

function tableSource(table: TableBlock): string {
  const heads = table.children.findIndex((row) => row.head !== true);
  const count = heads < 0 ? 0 : heads;
  const cells = (rows: TableBlock['children']): string =>
    rows
      .flatMap((row) =>
        row.children.map((cell) => {
          const span = `${cell.columnSpan > 1 ? `colspan: ${cell.columnSpan}, ` : ''}${cell.rowSpan > 1 ? `rowspan: ${cell.rowSpan}, ` : ''}`;
          const text = cell.children.map((each: CellParagraph) => runsSource(each.children, '')).join('\n\n');
          return span === '' ? `[${text}]` : `table.cell(${span})[${text}]`;
        }),
      )
      .join(', ');
  const widths = table.columns.map((width) => `${Math.max(width, 1)}fr`).join(', ');
  const header = count > 0 ? `table.header(${cells(table.children.slice(0, count))}), ` : '';
  return `#table(columns: (${widths},), ${header}${cells(table.children.slice(count))})`;
}

/** Every ASCII mark by its escape: in Typst all of them may mean something. */
function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replaceAll('\n', ' \\ \n');
}
