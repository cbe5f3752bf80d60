/**
 * Two states of a document compared: fields, then blocks beside each other, within a block the characters, within a table the cells.
 * Nothing is left out, so that both sides can be had back from a comparison.
 */
import { align, type Likeness } from './align.ts';
import { type Block, blockText, cellText, type TableBlock, type TableCell, type TableRow, type TextRun } from './block.ts';
import { compareText, type TextPiece } from './compare-text.ts';
import type { GazetteDocument } from './document.ts';

export type ComparedField =
  | 'kind'
  | 'title'
  | 'titleLines'
  | 'subtitle'
  | 'docNumber'
  | 'date'
  | 'issuer'
  | 'addressees'
  | 'authors'
  | 'byline'
  | 'official';

export interface FieldChange {
  readonly field: ComparedField;
  readonly before: string;
  readonly after: string;
  readonly pieces: readonly TextPiece[];
}

/** What is other than before besides the words. */
export type Look = 'role' | 'marks' | 'align' | 'tight' | 'picture' | 'grid';

export interface CellChange {
  readonly before: TableCell | null;
  readonly after: TableCell | null;
  readonly pieces: readonly TextPiece[];
}

export type RowChange =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly row: TableRow }
  | { readonly kind: 'changed'; readonly before: TableRow; readonly after: TableRow; readonly cells: readonly CellChange[] };

export type BlockChange =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly block: Block }
  | {
      readonly kind: 'changed';
      readonly before: Block;
      readonly after: Block;
      readonly looks: readonly Look[];
      readonly pieces: readonly TextPiece[];
      /** Set for tables; `pieces` is then empty. */
      readonly rows: readonly RowChange[] | null;
    };

export interface Comparison {
  /** Only those that differ. */
  readonly fields: readonly FieldChange[];
  /** All blocks of both sides, in order. */
  readonly blocks: readonly BlockChange[];
  /** Fields and blocks that differ. */
  readonly changes: number;
  /** Characters. */
  readonly added: number;
  readonly removed: number;
}

export function compareDocuments(before: GazetteDocument, after: GazetteDocument): Comparison {
  const fields = compareFields(before, after);
  const blocks = align(before.blocks, after.blocks, blockLikeness).map(({ before: old, after: now }): BlockChange => {
    if (old === null) return { kind: 'added', block: now as Block };
    if (now === null) return { kind: 'removed', block: old };
    return compareBlocks(old, now);
  });
  const pieces = [...fields.flatMap((field) => field.pieces), ...blocks.flatMap(piecesOf)];
  const count = (kind: TextPiece['kind']) => pieces.reduce((sum, piece) => sum + (piece.kind === kind ? [...piece.text].length : 0), 0);
  return {
    ...{ fields, blocks },
    changes: fields.length + blocks.filter(({ kind }) => kind !== 'same').length,
    added: count('added'),
    removed: count('removed'),
  };
}

const blockLikeness: Likeness<Block> = {
  key: (block) => JSON.stringify(block),
  text: blockText,
  mayPair: (a, b) => (a.type === 'table') === (b.type === 'table') && (a.type === 'figure') === (b.type === 'figure'),
};

const fieldTexts: Readonly<Record<ComparedField, (document: GazetteDocument) => string>> = {
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  titleLines: ({ titleLines }) => titleLines.join('\n'),
  subtitle: ({ subtitle }) => subtitle ?? '',
  docNumber: ({ docNumber }) => docNumber ?? '',
  date: ({ date }) => date ?? '',
  issuer: ({ issuer }) => issuer ?? '',
  addressees: ({ addressees }) => addressees ?? '',
  authors: ({ authors }) => authors.join('、'),
  byline: ({ byline }) => byline ?? '',
  official: ({ official }) =>
    [official.redHead ?? '', ...official.headLines, ...official.signatureLines, ...official.recordLines]
      .filter((line) => line !== '')
      .join('\n'),
};

function compareFields(before: GazetteDocument, after: GazetteDocument): FieldChange[] {
  return (Object.keys(fieldTexts) as ComparedField[]).flatMap((field): FieldChange[] => {
    const [old, now] = [fieldTexts[field](before), fieldTexts[field](after)];
    // A new title brings its own line breaks with it.
    if (old === now || (field === 'titleLines' && before.title !== after.title)) return [];
    const isValue = field === 'kind' || field === 'date';
    const whole: TextPiece[] = [
      { kind: 'removed', text: old },
      { kind: 'added', text: now },
    ];
    return [{ field, before: old, after: now, pieces: isValue ? whole.filter(({ text }) => text !== '') : compareText(old, now) }];
  });
}

function compareBlocks(before: Block, after: Block): BlockChange {
  if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'same', block: after };
  const looks = looksOf(before, after);
  if (before.type === 'table' && after.type === 'table') {
    return { kind: 'changed', before, after, looks, pieces: [], rows: compareRows(before, after) };
  }
  return { kind: 'changed', before, after, looks, pieces: compareText(blockText(before), blockText(after)), rows: null };
}

function rowText(row: TableRow): string {
  return row.children.map(cellText).join('\t');
}

function compareRows(before: TableBlock, after: TableBlock): RowChange[] {
  const likeness: Likeness<TableRow> = { key: (row) => JSON.stringify(row), text: rowText, mayPair: () => true };
  return align(before.children, after.children, likeness).map(({ before: old, after: now }): RowChange => {
    if (old === null) return { kind: 'added', row: now as TableRow };
    if (now === null) return { kind: 'removed', row: old };
    if (JSON.stringify(old) === JSON.stringify(now)) return { kind: 'same', row: now };
    return { kind: 'changed', before: old, after: now, cells: compareCells(old, now) };
  });
}

function compareCells(before: TableRow, after: TableRow): CellChange[] {
  const likeness: Likeness<TableCell> = { key: cellText, text: cellText, mayPair: () => true };
  const pairs =
    before.children.length === after.children.length
      ? before.children.map((cell, i) => ({ before: cell, after: after.children[i] as TableCell }))
      : align(before.children, after.children, likeness);
  return pairs.map(({ before: old, after: now }) => ({
    ...{ before: old, after: now },
    pieces: compareText(old === null ? '' : cellText(old), now === null ? '' : cellText(now)),
  }));
}

function piecesOf(change: BlockChange): readonly TextPiece[] {
  if (change.kind === 'same') return [];
  if (change.kind !== 'changed') return [{ kind: change.kind, text: blockText(change.block) }];
  if (change.rows === null) return change.pieces;
  return change.rows.flatMap((row): readonly TextPiece[] => {
    if (row.kind === 'same') return [];
    return row.kind === 'changed' ? row.cells.flatMap((cell) => cell.pieces) : [{ kind: row.kind, text: rowText(row.row) }];
  });
}

function looksOf(before: Block, after: Block): Look[] {
  // Of other words, or of a table with other rows, it can only be said that it has become another.
  const isSameText = blockText(before) === blockText(after);
  const isSameGrid = before.type !== 'table' || after.type !== 'table' || before.children.length === after.children.length;
  const tests: readonly (readonly [Look, (block: Block) => unknown])[] = [
    ['role', (block) => [block.type, block.type === 'heading' ? block.level : null]],
    ['align', (block) => (isSameGrid ? alignments(block) : null)],
    ['tight', (block) => 'tight' in block && block.tight === true],
    ['picture', (block) => (block.type === 'figure' ? [block.image, block.link] : null)],
    ['grid', (block) => (block.type === 'table' ? gridOf(block, isSameGrid) : null)],
    ['marks', (block) => (isSameGrid ? marksOf(block, isSameText) : null)],
  ];
  return tests.filter(([, look]) => JSON.stringify(look(before)) !== JSON.stringify(look(after))).map(([name]) => name);
}

function alignments(block: Block): unknown {
  if (block.type === 'paragraph') return block.align ?? null;
  if (block.type === 'table') return block.children.flatMap((row) => row.children.map((cell) => cell.children[0]?.align ?? null));
  return null;
}

function gridOf(table: TableBlock, withRows: boolean): unknown {
  const rows = table.children.map((row) => [row.head, row.children.map((cell) => [cell.columnSpan, cell.rowSpan])]);
  return [table.columns, withRows ? rows : null];
}

/** The texts that carry a mark; without their words only which marks there are. */
function marksOf(block: Block, withText: boolean): unknown {
  const marks = ['bold', 'superscript', 'subscript', 'runIn'] as const;
  const found = paragraphsOf(block).flatMap(({ children }) =>
    children
      .filter((run) => run.text !== '')
      .flatMap((run) => marks.filter((mark) => run[mark] === true).map((mark) => ({ mark, text: run.text }))),
  );
  return withText ? found : [...new Set(found.map(({ mark }) => mark))].toSorted();
}

function paragraphsOf(block: Block): readonly { readonly children: readonly TextRun[] }[] {
  if (block.type === 'table') return block.children.flatMap((row) => row.children.flatMap((cell) => cell.children));
  return block.type === 'box' ? block.children : [block];
}
