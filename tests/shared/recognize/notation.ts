/**
 * A plain notation for drafts, so that a fixture is a page one can read: a line is a paragraph, `{…}` before a stretch
 * of text gives its hints (center, right, indent, 22, hei, kai, bold, red, textbox, style=…), `{table}` … `{/table}` holds rows with cells divided by `|`.
 */

import { blockText, headText, runInText, runsText, tableGrid } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import type { Draft, DraftNode, DraftParagraph, DraftRun } from '../../../shared/recognize/draft.ts';

const FONTS: Readonly<Record<string, string>> = { hei: '黑体', kai: '楷体_GB2312', fang: '仿宋_GB2312', song: '方正小标宋简体' };

export function parseDraft(source: string): Draft {
  const nodes: DraftNode[] = [];
  const lines = source.replace(/\n$/, '').split('\n');
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as string;
    if (line === '{table}') {
      const rows: string[] = [];
      for (i += 1; lines[i] !== '{/table}'; i += 1) rows.push(lines[i] as string);
      nodes.push(tableNode(rows));
    } else if (line === '{figure}') nodes.push({ kind: 'figure', image: null });
    else nodes.push(paragraphNode(line));
  }
  return { nodes, images: [] };
}

function tableNode(rows: readonly string[]): DraftNode {
  const cells = rows.map((row) => row.split('|'));
  const columns = Math.max(...cells.map((row) => row.length));
  return {
    kind: 'table',
    columns: Array.from({ length: columns }, () => 100),
    rows: cells.map((row, at) => ({
      head: at === 0 && rows.length > 1,
      cells: row.map((text) => ({ columnSpan: 1, rowSpan: 1, paragraphs: text.split('\\n').map(paragraphNode) })),
    })),
  };
}

function paragraphNode(line: string): DraftParagraph {
  const runs: DraftRun[] = [];
  let paragraph: DraftParagraph = { kind: 'paragraph', runs };
  for (const part of line.split(/(?=\{)/)) {
    const match = /^\{([^}]*)\}(.*)$/s.exec(part);
    const hints = match === null ? [] : (match[1] as string).split(' ');
    const text = (match === null ? part : (match[2] as string)).replaceAll('\\n', '\n');
    let run: DraftRun = { text };
    for (const hint of hints) {
      if (/^[0-9.]+$/.test(hint)) run = { ...run, size: Number(hint) };
      else if (FONTS[hint] !== undefined) run = { ...run, font: FONTS[hint] as string };
      else if (hint === 'bold') run = { ...run, bold: true };
      else if (hint === 'sub') run = { ...run, vertical: 'subscript' };
      else if (hint === 'super') run = { ...run, vertical: 'superscript' };
      else if (hint === 'red') run = { ...run, color: 'FF0000' };
      else if (hint === 'center' || hint === 'right') paragraph = { ...paragraph, align: hint };
      else if (hint === 'indent') paragraph = { ...paragraph, firstLineIndent: 2 };
      else if (hint === 'textbox') paragraph = { ...paragraph, inTextBox: true };
      else if (hint.startsWith('style=')) paragraph = { ...paragraph, style: hint.slice(6).replaceAll('_', ' ') };
      else if (hint !== '') throw new Error(`unknown hint ${hint}`);
    }
    if (text !== '') runs.push(run);
  }
  return paragraph;
}

/** The document as lines that a person can check: a field or a block a line. */
export function outline(document: GazetteDocument): string {
  const lines = [
    `title: ${document.titleLines.join(' / ')}`,
    ...(['subtitle', 'docNumber', 'date', 'issuer', 'addressees', 'byline'] as const)
      .filter((field) => document[field] !== null)
      .map((field) => `${field}: ${document[field]}`),
    ...(document.authors.length > 0 ? [`authors: ${document.authors.join(' | ')}`] : []),
    `kind: ${document.kind}`,
    ...document.official.recordLines.map((line) => `record: ${line}`),
    '',
  ];
  for (const block of document.blocks) {
    switch (block.type) {
      case 'heading':
        lines.push(
          `h${block.level} ${headText(block.children)}${runInText(block.children) === '' ? '' : ` ▸ ${runInText(block.children)}`}`,
        );
        break;
      case 'attachmentTitle':
        lines.push(`attachmentTitle [${block.label}] ${runsText(block.children)}`);
        break;
      case 'table':
        lines.push('table', ...tableGrid(block).map((row) => `  ${row.map((cell) => cell.replaceAll('\n', '⏎')).join(' | ')}`));
        break;
      case 'box':
        lines.push('box', ...block.children.map((each) => `  ${runsText(each.children)}`));
        break;
      default:
        lines.push(`${block.type} ${blockText(block).replaceAll('\n', '⏎')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
