/** 对原稿: which submission stands beside the pages, what of it is on show, and the way from its lines to the page and back. */
import { useEffect, useMemo, useState } from 'react';
import type { DocumentDifferences } from '../../shared/api/reading.ts';
import type { DocumentId, IssueId, LayoutSummary } from '../../shared/api.ts';
import type { Origin, Page } from '../../shared/layout/page.ts';
import { type Area, blockAreas, foliosOfBlock, rowArea } from '../../shared/layout/places.ts';
import type { CollatedLine } from '../../shared/recognize/collate.ts';
import type { TextPlace } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { type Bundle, folioOf, indexOfFolio } from './sheets.ts';
import { type Collated, useCollation } from './use-collation.ts';
import { words } from './words.ts';

export interface OriginalProps {
  readonly id: IssueId;
  readonly isOpen: boolean;
  readonly layout: LayoutSummary;
  readonly bundle: Bundle;
  readonly version: number;
  /** Index of the page that the reader is on, and of those beside it. */
  readonly current: number;
  readonly shown: readonly number[];
  readonly pages: ReadonlyMap<number, Page>;
  readonly readNow: (index: number) => Promise<Page | null>;
  readonly reveal: (index: number, area: Area) => void;
}

export interface Original {
  readonly documentId: DocumentId | null;
  readonly collated: Collated | null | 'missing';
  /** Of the whole issue. */
  readonly all: readonly DocumentDifferences[];
  readonly isOnShow: (line: CollatedLine) => boolean;
  /** Index in the collation of the line that is lit. */
  readonly lit: number | null;
  /** What is to be marked on the page; null while nothing is lit. */
  readonly place: TextPlace | null;
  /** Indexes of the lines that differ. */
  readonly differences: readonly number[];
  readonly choose: (documentId: DocumentId) => void;
  readonly light: (index: number) => void;
  /** Lights the line that a text of the page came from. */
  readonly pick: (origin: Origin | null) => void;
  /** To the next difference, from document to document. */
  readonly step: (direction: 1 | -1) => void;
}

type Lit = { readonly documentId: DocumentId } & (
  | { readonly index: number }
  | { readonly block: number; readonly row: number | null }
  | { readonly end: 'first' | 'last' }
);

export function useOriginal({ id, isOpen, layout, bundle, version, current, shown, pages, readNow, reveal }: OriginalProps): Original {
  const [chosen, setChosen] = useState<DocumentId | null>(null);
  const [wanted, setWanted] = useState<Lit | null>(null);
  const { documents } = layout;
  const [folio, lastFolio] = [folioOf(bundle, current), folioOf(bundle, shown.at(-1) ?? current)];
  const documentId = useMemo(() => {
    const on = (from: number, to: number) => documents.filter(({ firstPage, lastPage }) => firstPage <= to && lastPage >= from);
    const here = on(folio, folio).concat(on(folio, lastFolio));
    const own = here.find((document) => document.documentId === chosen) ?? here[0] ?? documents.find(({ firstPage }) => firstPage > folio);
    return own?.documentId ?? documents.at(-1)?.documentId ?? null;
  }, [documents, folio, lastFolio, chosen]);
  const entry = documents.findIndex((document) => document.documentId === documentId);
  // Documents that fly past are not read.
  const settled = useSettled(documentId);
  const found = useCollation(isOpen ? settled : null, version);
  const collated = settled === documentId ? found : null;
  const all = useAll(id, isOpen, version);
  const lines = collated === null || collated === 'missing' ? none : collated.collation.lines;
  const differences = useMemo(
    () => lines.flatMap(({ kind }, index) => (kind === 'changed' || kind === 'gone' || kind === 'new' ? [index] : [])),
    [lines],
  );

  const onShow = useMemo(() => {
    const keys = new Set<string>();
    for (const index of isOpen ? shown : []) {
      for (const item of pages.get(index)?.items ?? []) {
        if (item.kind === 'rule' || item.origin?.entry !== entry || item.origin.part === 'contents') continue;
        const { block, row } = item.origin;
        keys.add(keyOf(block, row ?? null)).add(keyOf(block, null));
      }
    }
    return keys;
  }, [isOpen, shown, pages, entry]);

  const lit = useMemo(() => {
    if (wanted === null || wanted.documentId !== documentId) return null;
    if ('index' in wanted) return wanted.index < lines.length ? wanted.index : null;
    if ('end' in wanted) return (wanted.end === 'first' ? differences[0] : differences.at(-1)) ?? null;
    const { block, row } = wanted;
    const exact = lines.findIndex((line) => line.block === block && line.row === row);
    const found = exact >= 0 ? exact : lines.findIndex((line) => line.block === block);
    return found < 0 ? null : found;
  }, [wanted, documentId, lines, differences]);
  const place = useMemo(() => {
    const block = lit === null ? null : (lines[lit]?.block ?? null);
    return documentId === null || block === null ? null : { documentId, block };
  }, [lit, lines, documentId]);

  /** Brings the page of a line into view; of one that stands nowhere, that of the line before it. */
  const showLine = async (index: number) => {
    const near = [...lines.slice(0, index + 1).toReversed(), ...lines.slice(index + 1)].find(({ block }) => block !== null);
    const document = documents[entry];
    if (near === undefined || near.block === null || document === undefined) return;
    for (const at of foliosOfBlock(document.firstPage, document.firstBlocks, near.block)) {
      const pageIndex = indexOfFolio(bundle, at);
      const page = await readNow(pageIndex);
      const areas =
        page === null ? [] : near.row === null ? blockAreas(page, entry, near.block) : rowArea(page, entry, near.block, near.row);
      const [area] = areas;
      if (area !== undefined) return reveal(pageIndex, area);
    }
  };
  // The first difference of a document can be shown once the document has been read.
  const isAtEnd = wanted !== null && 'end' in wanted;
  useEffect(() => {
    if (isAtEnd && lit !== null) void showLine(lit);
  }, [isAtEnd, lit]);
  const light = (index: number) => {
    if (documentId === null) return;
    setChosen(documentId);
    setWanted({ documentId, index });
    void showLine(index);
  };
  const choose = (next: DocumentId) => {
    setChosen(next);
    setWanted(null);
    const found = documents.find((document) => document.documentId === next);
    if (found !== undefined) reveal(indexOfFolio(bundle, found.firstPage), { x: 0, y: 0, width: 1, height: 1 });
  };
  const step = (direction: 1 | -1) => {
    const from = lit ?? lines.findIndex((line) => isShown(onShow, line)) - 0.5;
    const next = direction > 0 ? differences.find((index) => index > from) : differences.findLast((index) => index < from);
    if (next !== undefined) return light(next);
    const others = direction > 0 ? [...all, ...all] : [...all, ...all].toReversed();
    const start = others.findIndex((each) => each.documentId === documentId);
    const other = others.slice(start + 1).find((each) => (each.differences ?? 0) > 0);
    if (other === undefined) return;
    choose(other.documentId);
    setWanted({ documentId: other.documentId, end: direction > 0 ? 'first' : 'last' });
  };
  const pick = (origin: Origin | null) => {
    const document = origin === null || origin.part === 'contents' ? undefined : documents[origin.entry];
    if (origin === null || document === undefined) return;
    setChosen(document.documentId);
    setWanted({ documentId: document.documentId, block: origin.block, row: origin.row ?? null });
  };
  // Closed, it leaves nothing lit on the page.
  useEffect(() => {
    if (!isOpen) setWanted(null);
  }, [isOpen]);
  return { documentId, collated, all, isOnShow: (line) => isShown(onShow, line), lit, place, differences, choose, light, pick, step };
}

const none: readonly CollatedLine[] = [];

/** Milliseconds that the view rests on a document before it is read. */
const rest = 150;

/** The document once it has been the same for a moment; the first one at once. */
function useSettled(documentId: DocumentId | null): DocumentId | null {
  const [settled, setSettled] = useState(documentId);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(documentId), rest);
    return () => clearTimeout(timer);
  }, [documentId]);
  return settled;
}

function keyOf(block: number, row: number | null): string {
  return row === null ? String(block) : `${block} ${row}`;
}

function isShown(onShow: ReadonlySet<string>, { block, row }: CollatedLine): boolean {
  return block !== null && onShow.has(keyOf(block, row));
}

/** In how many places each document differs; counted anew after every change. */
function useAll(id: IssueId, isOpen: boolean, version: number): readonly DocumentDifferences[] {
  const { api, run } = useSession();
  const [all, setAll] = useState<readonly DocumentDifferences[]>([]);
  // `version` tells of a change of the text.
  useEffect(() => {
    if (!isOpen || version === 0) return undefined;
    let isWanted = true;
    void run(words.original.collating, (progress) => api.collateIssue(id, progress)).then((found) => {
      if (isWanted && found !== undefined) setAll(found);
    });
    return () => {
      isWanted = false;
    };
  }, [api, run, id, isOpen, version]);
  return all;
}
