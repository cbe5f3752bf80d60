/** The recognised parts of a document with the lines of the original that each came from. */
import type { GazetteDocument } from '../../shared/document/document.ts';
import { blockPieces, traceLines } from '../../shared/recognize/trace.ts';

export type FieldName = 'titleLines' | 'subtitle' | 'docNumber' | 'date' | 'issuer' | 'addressees' | 'authors' | 'byline' | 'kind';

/** A field, or the index of a block. */
export type PartKey = FieldName | number;

export interface Trace {
  readonly linesOf: ReadonlyMap<PartKey, readonly number[]>;
  readonly partOf: ReadonlyMap<number, PartKey>;
}

export function tracePart(document: GazetteDocument, lines: readonly string[]): Trace {
  const { titleLines, subtitle, docNumber, date, issuer, addressees, byline, blocks } = document;
  const written = date === null ? [] : [date.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日')];
  const keys: PartKey[] = ['titleLines', 'docNumber', 'subtitle', 'byline', 'addressees', ...blocks.keys(), 'issuer', 'date'];
  const one = (text: string | null) => (text === null ? [] : [text]);
  const pieces = [
    ...[titleLines, one(docNumber), one(subtitle), one(byline), one(addressees)],
    ...blocks.map(blockPieces),
    ...[one(issuer), written],
  ];
  const found = traceLines(lines, pieces);
  const linesOf = new Map(keys.map((key, index) => [key, found[index] ?? []]));
  const partOf = new Map<number, PartKey>();
  // 署名 and date often stand in the text as well; the block is then the better answer.
  const order = keys.toSorted((a, b) => Number(typeof b === 'number') - Number(typeof a === 'number'));
  for (const key of order) for (const line of linesOf.get(key) ?? []) if (!partOf.has(line)) partOf.set(line, key);
  return { linesOf, partOf };
}
