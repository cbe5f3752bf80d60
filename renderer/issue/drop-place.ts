/** Where something dragged over the list would land: the nearest gap between entries, or between sections, and the line that shows it. */
import type { Gap } from '../../shared/issue/outline.ts';

export interface DropPlace {
  readonly gap: Gap;
  /** Distance of the line from the top of the list. */
  readonly line: number;
}

export interface SectionDrop {
  /** Before the section of this index. */
  readonly to: number;
  readonly line: number;
}

export function entryDrop(list: HTMLElement, y: number): DropPlace | null {
  const top = list.getBoundingClientRect().top;
  let found: DropPlace | null = null;
  for (const element of list.querySelectorAll<HTMLElement>('[data-head], [data-document]')) {
    const box = element.getBoundingClientRect();
    if (found !== null && box.top + box.height / 2 > y) break;
    const { head, section, at } = element.dataset;
    const gap = head === undefined ? { section: Number(section), at: Number(at) + 1 } : { section: Number(head), at: 0 };
    found = { gap, line: box.bottom - top };
  }
  return found;
}

export function sectionDrop(list: HTMLElement, y: number): SectionDrop | null {
  const top = list.getBoundingClientRect().top;
  const boxes = [...list.querySelectorAll('.group')].map((group) => group.getBoundingClientRect());
  const edges = [...boxes.map((box) => box.top - 8), (boxes.at(-1)?.bottom ?? top) + 8];
  let best: SectionDrop | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  edges.forEach((edge, to) => {
    const distance = Math.abs(edge - y);
    if (distance >= nearest) return;
    nearest = distance;
    best = { to, line: edge - top };
  });
  return best;
}
