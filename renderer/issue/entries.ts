/** What 组版 computes of the entries: their groups, their pages, and what moving one up or down means. */
import type { EntryView, LayoutSummary } from '../../shared/api.ts';
import type { StartRule } from '../../shared/issue/issue.ts';

export interface EntryGroup {
  readonly section: string;
  readonly entries: readonly EntryView[];
}

/** Runs of the same section, in the order of the issue; a section that returns later is a group of its own. */
export function groupEntries(entries: readonly EntryView[]): readonly EntryGroup[] {
  const groups: { section: string; entries: EntryView[] }[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && last.section === entry.section) last.entries.push(entry);
    else groups.push({ section: entry.section, entries: [entry] });
  }
  return groups;
}

export interface PageRange {
  readonly first: number;
  readonly last: number;
}

/** The layout leaves out documents that are missing, hence by file and in order rather than by position. */
export function entryPages(entries: readonly EntryView[], layout: LayoutSummary | null): ReadonlyMap<number, PageRange> {
  const pages = new Map<number, PageRange>();
  const waiting = [...(layout?.documents ?? [])];
  for (const entry of entries) {
    const at = waiting.findIndex((document) => document.file === entry.file);
    const [document] = at < 0 ? [] : waiting.splice(at, 1);
    if (document !== undefined) pages.set(entry.position, { first: document.firstPage, last: document.lastPage });
  }
  return pages;
}

export type Move = { readonly kind: 'place'; readonly to: number } | { readonly kind: 'section'; readonly section: string };

/** At the edge of its section an entry first joins the neighbouring section and keeps its place in the issue. */
export function planMove(entries: readonly EntryView[], position: number, step: -1 | 1): Move | null {
  const entry = entries[position];
  const neighbour = entries[position + step];
  if (entry === undefined || neighbour === undefined) return null;
  return neighbour.section === entry.section ? { kind: 'place', to: position + step } : { kind: 'section', section: neighbour.section };
}

export interface EntryChange {
  readonly section?: string;
  readonly start?: StartRule;
  readonly contentsTitle?: string | null;
}
