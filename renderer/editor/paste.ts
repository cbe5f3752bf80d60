/** The clipboard → blocks: the program's own form as it is, HTML of office programs and browsers, plain text; structure as at import. */
import { type Block, type CellParagraph, runsText, type TableBlock, type TextRun } from '../../shared/document/block.ts';
import { isBlock } from '../../shared/document/guard.ts';
import { wholeTable } from '../../shared/document/table-model.ts';
import { readBody } from '../../shared/recognize/body.ts';
import type { DraftNode } from '../../shared/recognize/draft.ts';
import { linesOf } from '../../shared/recognize/line.ts';
import { type Message, message } from '../../shared/result.ts';
import { readHtml } from './paste-html.ts';
import { readPlain } from './paste-text.ts';
import type { LeftOut } from './paste-walk.ts';
import { tableWords } from './table-words.ts';

export const ownFormat = 'application/x-gazette-blocks+json';

/** What of a DataTransfer is read. */
export interface ClipboardText {
  getData(format: string): string;
}

export interface Pasted {
  readonly blocks: readonly Block[];
  /** One stretch of text: it goes into the line where the cursor stands. */
  readonly inline: readonly TextRun[] | null;
  readonly messages: readonly Message[];
}

/** @returns null when there is nothing that could be pasted as text. */
export function readClipboard(data: ClipboardText, parse = parsePage): Pasted | null {
  const own = readOwn(data.getData(ownFormat));
  if (own !== null) return { blocks: own, inline: inlineOf(own), messages: [] };
  const html = data.getData('text/html');
  const plain = data.getData('text/plain');
  if (html !== '') {
    const { nodes, leftOut, isSheet } = readHtml(html, parse);
    const found = pastedOf(isSheet ? nodes.flatMap(withoutSingleCell) : nodes, messagesOf(leftOut));
    // A picture of the text alone, or a program that writes empty HTML: the plain text is better than nothing.
    if (found.blocks.length > 0 || plain.trim() === '') return found.blocks.length === 0 && found.messages.length === 0 ? null : found;
  }
  return plain.trim() === '' ? null : pastedOf(readPlain(plain), []);
}

function parsePage(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

function readOwn(text: string): readonly Block[] | null {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length > 0 && value.every(isBlock) ? (value as Block[]) : null;
  } catch {
    return null;
  }
}

function pastedOf(nodes: readonly DraftNode[], messages: readonly Message[]): Pasted {
  const lines = linesOf({ nodes, images: [] });
  const blocks = readBody(lines, null, new Set()).map((block) => (block.type === 'table' ? mended(block) : block));
  const [only] = lines;
  const isOne = lines.length === 1 && only?.kind === 'text';
  return { blocks, inline: isOne ? inlineOf(blocks) : null, messages };
}

function mended(table: TableBlock): TableBlock {
  return wholeTable(table);
}

/** One cell of a spreadsheet is copied for its text. */
function withoutSingleCell(node: DraftNode): readonly DraftNode[] {
  const cells = node.kind === 'table' ? node.rows.flatMap((row) => row.cells) : [];
  return cells.length === 1 ? (cells[0]?.paragraphs ?? []) : [node];
}

function inlineOf(blocks: readonly Block[]): readonly TextRun[] | null {
  const [only] = blocks;
  if (blocks.length !== 1 || only === undefined || only.type === 'table' || only.type === 'box' || only.type === 'figure') return null;
  if (only.type === 'attachmentTitle' && only.label !== '') return null;
  return only.children.map(({ runIn: _, ...run }) => run);
}

function messagesOf({ pictures, hidden, deleted, nested }: Readonly<LeftOut>): readonly Message[] {
  return [
    ...(pictures > 0 ? [message('paste-pictures', 'warning', tableWords.picturesLeft(pictures))] : []),
    ...(hidden > 0 ? [message('paste-hidden', 'warning', tableWords.hiddenLeft(hidden))] : []),
    ...(deleted > 0 ? [message('paste-deleted', 'warning', tableWords.deletedLeft(deleted))] : []),
    ...(nested > 0 ? [message('paste-nested', 'note', tableWords.nested(nested))] : []),
  ];
}

/** Blocks as the paragraphs of a cell or box, which hold nothing else; a row of a table is one line. */
export function asCellParagraphs(blocks: readonly Block[]): readonly CellParagraph[] {
  return blocks.flatMap((block): readonly CellParagraph[] => {
    if (block.type === 'box') return block.children;
    if (block.type === 'table') return block.children.flatMap((row) => row.children.flatMap((cell) => cell.children.filter(hasText)));
    const label = block.type === 'attachmentTitle' && block.label !== '' ? [line([{ text: block.label }])] : [];
    return [...label, line(block.children.map(({ runIn: _, ...run }) => run))];
  });
}

function line(children: readonly TextRun[]): CellParagraph {
  return { type: 'cellParagraph', children };
}

function hasText(paragraph: CellParagraph): boolean {
  return runsText(paragraph.children) !== '';
}
