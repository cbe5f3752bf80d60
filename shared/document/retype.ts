/**
 * Changing what a block is without changing what it says: used where recognition is mended and in the editor.
 * Every character of a block stays, white space between its parts apart.
 */
import { type Block, type BlockType, blockText, type HeadingLevel, runsText, type TextRun } from './block.ts';

/** What a block can be told to be: its type, headings by their level. */
export type BlockShape = Exclude<BlockType, 'heading' | 'table' | 'figure'> | `heading${HeadingLevel}`;

export const blockShapes: readonly BlockShape[] = [
  'paragraph',
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'article',
  'note',
  'attachment',
  'attachmentTitle',
  'title',
  'subtitle',
  'sign',
  'signDate',
  'box',
];

/** Null for what cannot be anything else: a table, a picture. */
export function shapeOf(block: Block): BlockShape | null {
  if (block.type === 'table' || block.type === 'figure') return null;
  return block.type === 'heading' ? `heading${block.level}` : block.type;
}

/** @returns the very same block where it has this shape already or can have no other. */
export function retype(block: Block, shape: BlockShape): Block {
  if (block.type === 'table' || block.type === 'figure' || shapeOf(block) === shape) return block;
  const children = runsOf(block);
  const tight = 'tight' in block && block.tight === true ? { tight: true as const } : {};
  switch (shape) {
    case 'heading1':
    case 'heading2':
    case 'heading3':
    case 'heading4':
      // Only between headings does the text behind the head stay what it is.
      return {
        type: 'heading',
        level: Number(shape.slice(-1)) as HeadingLevel,
        ...tight,
        children: block.type === 'heading' ? block.children : children,
      };
    case 'paragraph':
    case 'article':
    case 'note':
      return { type: shape, ...tight, children };
    case 'attachmentTitle': {
      const length = labelLength(runsText(children));
      const [label, title] = splitRuns(children, length);
      return { type: shape, label: runsText(label).trim(), children: withoutEdge(title) };
    }
    case 'box':
      return { type: shape, children: linesOf(children).map((line) => ({ type: 'cellParagraph', children: line })) };
    default:
      return { type: shape, children };
  }
}

/** 附件 with its number at the start; alone on its line, or parted from what follows by a blank or a colon. */
function labelLength(text: string): number {
  const number = '[0-9０-９]{1,2}(?:-[0-9]{1,2})?|[一二三四五六七八九十]{1,3}|[（(][0-9一二三四五六七八九十]{1,3}[）)]';
  const match = new RegExp(`^\\s*附[^\\S\\n]*件[^\\S\\n]*(?:${number})?(?:[：:]|(?=\\s|$))`, 'u').exec(text);
  return match?.[0].length ?? 0;
}

/** All text of a block as one list of runs without the mark of a run-in heading; parts are joined by line breaks. */
function runsOf(block: Exclude<Block, { readonly type: 'table' | 'figure' }>): TextRun[] {
  if (block.type === 'box') {
    return joined(block.children.flatMap(({ children }, index) => (index === 0 ? children : [{ text: '\n' }, ...children])));
  }
  const label = block.type === 'attachmentTitle' && block.label !== '';
  const isEmpty = runsText(block.children) === '';
  return joined(label ? [{ text: isEmpty ? block.label : `${block.label}\n` }, ...block.children] : block.children);
}

/** Runs of the same look become one. */
function joined(runs: readonly TextRun[]): TextRun[] {
  const found: TextRun[] = [];
  for (const { runIn: _, ...run } of runs) {
    const last = found.at(-1);
    const isSame = last?.bold === run.bold && last?.superscript === run.superscript && last?.subscript === run.subscript;
    if (last !== undefined && isSame) found[found.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') found.push(run);
  }
  return found;
}

function splitRuns(runs: readonly TextRun[], at: number): readonly [TextRun[], TextRun[]] {
  const before: TextRun[] = [];
  const behind: TextRun[] = [];
  let from = 0;
  for (const run of runs) {
    const cut = Math.min(Math.max(at - from, 0), run.text.length);
    if (cut > 0) before.push({ ...run, text: run.text.slice(0, cut) });
    if (cut < run.text.length) behind.push({ ...run, text: run.text.slice(cut) });
    from += run.text.length;
  }
  return [before, behind];
}

/** The blanks that parted a label from its title. */
function withoutEdge(runs: readonly TextRun[]): TextRun[] {
  const text = runsText(runs);
  return splitRuns(runs, text.length - text.trimStart().length)[1];
}

function linesOf(runs: readonly TextRun[]): TextRun[][] {
  const lines: TextRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

/** What a list shows of a block: its text on one line. */
export function blockLine(block: Block): string {
  return blockText(block).replace(/\s*\n\s*/gu, ' ');
}
