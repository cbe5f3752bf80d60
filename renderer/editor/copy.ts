/** Blocks → the clipboard, in three forms: the program's own, HTML for word processors and spreadsheets, plain text. */
import { type Block, blockText, type CellParagraph, type TextRun, tableGrid } from '../../shared/document/block.ts';
import { ownFormat } from './paste.ts';

export interface ClipboardForms {
  readonly own: string;
  readonly html: string;
  readonly plain: string;
}

export function clipboardForms(blocks: readonly Block[]): ClipboardForms {
  return {
    own: JSON.stringify(blocks),
    html: `<html><head><meta charset="utf-8"></head><body><!--StartFragment-->${blocks.map(blockHtml).join('')}<!--EndFragment--></body></html>`,
    plain: blocks.map(plainOf).join('\n'),
  };
}

export function writeClipboard(data: Pick<DataTransfer, 'setData'>, blocks: readonly Block[]): void {
  const { own, html, plain } = clipboardForms(blocks);
  data.setData(ownFormat, own);
  data.setData('text/html', html);
  data.setData('text/plain', plain);
}

/** A table line by line, a covered place as an empty cell, so that a spreadsheet keeps its columns. */
function plainOf(block: Block): string {
  if (block.type !== 'table') return blockText(block);
  return tableGrid(block)
    .map((row) => row.map((cell) => (/["\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\n');
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${runsHtml(block.children)}</h${block.level}>`;
    case 'table': {
      const rows = block.children.map((row) => {
        const cells = row.children.map(({ columnSpan, rowSpan, children }) => {
          const spans = `${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}`;
          return `<td${spans} style="border:0.5pt solid windowtext">${children.map(paragraphHtml).join('')}</td>`;
        });
        const html = `<tr>${cells.join('')}</tr>`;
        return row.head === true ? `<thead>${html}</thead>` : html;
      });
      return `<table border="1" cellspacing="0" style="border-collapse:collapse">${rows.join('')}</table>`;
    }
    case 'box':
      return `<table border="1" cellspacing="0" style="border-collapse:collapse"><tr><td>${block.children.map(paragraphHtml).join('')}</td></tr></table>`;
    case 'attachmentTitle':
      return `${block.label === '' ? '' : `<p>${encoded(block.label)}</p>`}<p style="text-align:center">${runsHtml(block.children)}</p>`;
    case 'title':
    case 'subtitle':
    case 'figure':
      return `<p style="text-align:center">${runsHtml(block.children)}</p>`;
    case 'sign':
    case 'signDate':
      return `<p style="text-align:right">${runsHtml(block.children)}</p>`;
    case 'paragraph':
      return paragraphHtml(block);
    default:
      return `<p>${runsHtml(block.children)}</p>`;
  }
}

function paragraphHtml({ align, children }: Pick<CellParagraph, 'align' | 'children'>): string {
  return `<p${align === undefined ? '' : ` style="text-align:${align}"`}>${runsHtml(children)}</p>`;
}

function runsHtml(runs: readonly TextRun[]): string {
  return runs
    .map(({ text, bold, superscript, subscript, runIn }) => {
      const plain = encoded(text).replaceAll('\n', '<br>');
      const raised = superscript === true ? `<sup>${plain}</sup>` : subscript === true ? `<sub>${plain}</sub>` : plain;
      const weighed = bold === true ? `<b>${raised}</b>` : raised;
      return runIn === true ? `<span style="font-weight:normal">${weighed}</span>` : weighed;
    })
    .join('');
}

function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
