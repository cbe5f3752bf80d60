/** Keeps the block that is being edited in view, through every layout that moves it. */
import { useEffect } from 'react';
import type { LayoutSummary } from '../../shared/api.ts';
import type { Page } from '../../shared/layout/page.ts';
import { type Area, blockAreas, foliosOfBlock } from '../../shared/layout/places.ts';
import type { TextPlace } from '../open-issue.ts';
import { type Bundle, indexOfFolio } from './sheets.ts';

export interface Following {
  readonly layout: LayoutSummary;
  readonly bundle: Bundle;
  /** Null to stay where the reader is. */
  readonly place: TextPlace | null;
  readonly readNow: (index: number) => Promise<Page | null>;
  readonly reveal: (index: number, area: Area) => void;
}

export function useFollow({ layout, bundle, place, readNow, reveal }: Following): void {
  useEffect(() => {
    const entry = layout.documents.findIndex(({ documentId }) => documentId === place?.documentId);
    const document = layout.documents[entry];
    if (place === null || document === undefined) return undefined;
    let isOver = false;
    const follow = async () => {
      for (const folio of foliosOfBlock(document.firstPage, document.firstBlocks, place.block)) {
        const index = indexOfFolio(bundle, folio);
        const page = await readNow(index);
        if (isOver) return;
        const [area] = page === null ? [] : blockAreas(page, entry, place.block);
        if (area !== undefined) return reveal(index, area);
      }
    };
    void follow();
    return () => {
      isOver = true;
    };
  }, [layout, bundle, place, readNow, reveal]);
}
