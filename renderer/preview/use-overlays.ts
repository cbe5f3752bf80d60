/** What is laid over each page; the same object as long as nothing on that page changes, so that only those pages are drawn anew. */
import { useMemo } from 'react';
import type { ChangedPlace } from '../../shared/api/proofs.ts';
import type { PageReading } from '../../shared/api/reading.ts';
import type { Geometry } from '../../shared/layout/geometry.ts';
import type { Overlays } from './paper.tsx';

const none: readonly ChangedPlace[] = [];

export function useOverlays(
  geometry: Geometry | null,
  entry: number,
  block: number | null,
  places: readonly ChangedPlace[],
  change: number | null,
  readings: readonly PageReading[],
): (index: number) => Overlays {
  return useMemo(() => {
    const byPage = new Map<number, ChangedPlace[]>();
    for (const each of places) byPage.set(each.page, [...(byPage.get(each.page) ?? []), each]);
    const place = entry < 0 || block === null ? null : { entry, block };
    const made = new Map<number, Overlays>();
    return (index) => {
      const changes = byPage.get(index) ?? none;
      const known = made.get(index) ?? {
        geometry,
        place,
        changes,
        reading: readings[index] ?? null,
        change: changes.some((each) => each.change === change) ? change : null,
      };
      made.set(index, known);
      return known;
    };
  }, [geometry, entry, block, places, change, readings]);
}
