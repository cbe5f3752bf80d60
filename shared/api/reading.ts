/** The contract for reading (校读): the issue held against its submissions, and which pages have been read. */
import type { Area } from '../layout/places.ts';
import type { DocumentId, IssueId, Person, Progress } from './names.ts';

export interface DocumentDifferences {
  readonly documentId: DocumentId;
  /** Lines of the submission that were changed, are gone or are new; null where the submission cannot be read. */
  readonly differences: number | null;
}

export interface PageReading {
  /** Null where there is nothing to read: a cover, an empty page. */
  readonly state: 'unread' | 'partly' | 'read' | null;
  /** Others who have read all of it, the first one first. */
  readonly readers: readonly Person[];
  /** Of a page that was read in part: where it was not, because it was changed since or never read. */
  readonly unread: readonly Area[];
}

export interface ReadingApi {
  /** In how many places each document of the issue differs from its submission, in the order of the issue. */
  collateIssue(id: IssueId, progress?: Progress): Promise<readonly DocumentDifferences[]>;
  /** What a person has read of each page, covers included. Words that were changed are not read any more; words that moved are. */
  listReadings(id: IssueId, person: Person): Promise<readonly PageReading[]>;
  /** @param pages indexes among all pages, as `readPages` counts. */
  markRead(id: IssueId, pages: readonly number[], person: Person, isRead: boolean): Promise<void>;
}

export const readingMethods = ['collateIssue', 'listReadings', 'markRead'] as const satisfies readonly (keyof ReadingApi)[];
