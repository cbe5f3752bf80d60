/** The page of each entry of an issue: kept in the database, so that the archive can name pages without laying out issues. */
import type { IssueId } from '../../shared/api.ts';
import { readPlacements, writePlacements } from '../database/archive.ts';
import { issueStamp } from '../database/issues.ts';
import { type Desk, needIssue } from './context.ts';
import { laidOutIssue } from './layouts.ts';

type EntryPages = readonly (number | null)[];

/** The pages of an issue's entries without laying it out; null when that would be needed. */
export function knownPages(desk: Desk, id: IssueId): EntryPages | null {
  const kept = desk.laidOut.get(id);
  if (kept !== undefined && kept.stamp === issueStamp(desk.database, id)) return pagesOfEntries(desk, id);
  return storedPages(desk, id);
}

/** As they were kept by this program with these fonts; null when they were not, or the issue has changed since. */
export function storedPages(desk: Desk, id: IssueId): EntryPages | null {
  return readPlacements(desk.database, id, makerOf(desk));
}

/** From a layout; entries whose document is not there have no page. */
function pagesOfEntries(desk: Desk, id: IssueId): EntryPages {
  const { composed, laidOut } = laidOutIssue(desk, id, false);
  const found = new Map(laidOut.documents.map(({ entry, firstPage }) => [composed.entries[entry]?.entry.key.documentId, firstPage]));
  return needIssue(desk, id).entries.map(({ key }) => found.get(key.documentId) ?? null);
}

/** Lays the issue out unless that was done for what it now is. */
export function keepPages(desk: Desk, id: IssueId): EntryPages {
  const known = storedPages(desk, id);
  if (known !== null) return known;
  const stamp = issueStamp(desk.database, id);
  const pages = pagesOfEntries(desk, id);
  if (stamp !== null) writePlacements(desk.database, id, stamp, makerOf(desk), pages);
  return pages;
}

/** Another version of the program, or other fonts, may break lines in other places. */
function makerOf({ version, fontPlaces }: Desk): string {
  return `${version ?? ''} ${fontPlaces ?? ''}`;
}
