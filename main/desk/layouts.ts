/** 排版 of a stored issue, kept in memory until its stamp changes. */
import type { IssueId, LayoutSummary } from '../../shared/api.ts';
import { composeIssue } from '../../shared/issue/compose.ts';
import { geometryOf } from '../../shared/layout/geometry.ts';
import { layoutIssue } from '../../shared/layout/layout.ts';
import { firstBlocks } from '../../shared/layout/places.ts';
import { issueStamp } from '../database/issues.ts';
import { type Desk, type LaidOut, needIssue } from './context.ts';
import { styleOf } from './houses.ts';

/** Enough to go back and forth between two issues without holding a year of pages in memory. */
const keptLayouts = 3;

/** `keep` false for pages that nobody is about to look at: they would drive out those that somebody does. */
export function laidOutIssue(desk: Desk, id: IssueId, keep = true): LaidOut {
  const stamp = issueStamp(desk.database, id);
  const kept = desk.laidOut.get(id);
  if (kept !== undefined && kept.stamp === stamp) return kept;
  const issue = needIssue(desk, id);
  const style = styleOf(desk, issue);
  const composed = composeIssue(issue, ({ documentId }) => desk.documents.read(documentId));
  const fonts = desk.fonts();
  const laidOut = layoutIssue(composed.value, style, fonts.book, desk.layoutCache);
  const messages = [...(fonts.messages ?? []), ...composed.messages, ...laidOut.messages];
  const made: LaidOut = { stamp: stamp ?? '', composed: composed.value, style, laidOut, messages };
  if (!keep) return made;
  desk.laidOut.delete(id);
  desk.laidOut.set(id, made);
  for (const oldest of desk.laidOut.keys()) if (desk.laidOut.size > keptLayouts) desk.laidOut.delete(oldest);
  return made;
}

export function layoutSummary(desk: Desk, id: IssueId): LayoutSummary {
  const { composed, style, laidOut, messages } = laidOutIssue(desk, id);
  const covers = [laidOut.covers.front, laidOut.covers.back].filter((cover) => cover !== null).length;
  const blocks = firstBlocks(laidOut.pages, laidOut.documents);
  const body = laidOut.pages.filter((page) => page.kind !== 'contents');
  return {
    pages: body.reduce((last, page) => Math.max(last, page.number), 0),
    sheets: laidOut.pages.length + covers,
    contents: laidOut.contents,
    documents: laidOut.documents.map(({ entry, title, firstPage, lastPage }, index) => ({
      ...(composed.entries[entry] as (typeof composed.entries)[number]).entry.key,
      firstBlocks: blocks[index] ?? [],
      title,
      firstPage,
      lastPage,
      pdfPage:
        laidOut.pages.findIndex((page) => page.kind !== 'contents' && page.number === firstPage) +
        1 +
        (laidOut.covers.front === null ? 0 : 1),
    })),
    geometry: geometryOf(style, composed.head.grid),
    hasFrontCover: laidOut.covers.front !== null,
    hasBackCover: laidOut.covers.back !== null,
    messages,
  };
}
