/** The contract for the archive (档案): searching all issues ever made, the contents of a year, taking a document over. */
import type { DocumentId, IssueId, Person, Progress } from './names.ts';

export interface ArchiveQuery {
  /** What is looked for, any length; several words parted by spaces must all be there. "" finds everything that the filters admit. */
  readonly words: string;
  readonly gazette?: string;
  readonly year?: number;
  readonly section?: string;
  readonly issuer?: string;
  readonly offset: number;
  readonly limit: number;
}

export interface ArchiveHit {
  readonly documentId: DocumentId;
  /** Null for what stands in no issue yet. */
  readonly issue: { readonly id: IssueId; readonly gazette: string; readonly year: number; readonly number: number } | null;
  readonly section: string | null;
  /** Folio on which it begins; null while the pages of its issue are not known as they now are. */
  readonly page: number | null;
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
  /** Pieces of the text around what was found, in order; `mark` where it is the word itself. */
  readonly snippet: readonly { readonly text: string; readonly mark: boolean }[];
}

export interface ArchiveAnswer {
  readonly total: number;
  readonly hits: readonly ArchiveHit[];
}

export interface ArchiveFacets {
  readonly gazettes: readonly string[];
  readonly years: readonly number[];
  readonly sections: readonly string[];
  readonly issuers: readonly string[];
}

export interface YearContents {
  readonly gazette: string;
  readonly year: number;
  readonly sections: readonly {
    readonly section: string;
    readonly entries: readonly {
      readonly documentId: DocumentId;
      readonly issueId: IssueId;
      readonly number: number;
      /** Null for what the layout has no place for. */
      readonly page: number | null;
      readonly title: string;
      readonly docNumber: string | null;
    }[];
  }[];
}

export interface ArchiveApi {
  searchArchive(query: ArchiveQuery): Promise<ArchiveAnswer>;
  listArchiveFacets(): Promise<ArchiveFacets>;
  /** 全年总目录: every entry of every issue of the year with its number and page, by section. */
  readYearContents(gazette: string, year: number, progress?: Progress): Promise<YearContents>;
  /** A copy of its own at the end of a section of another issue; changing it leaves the printed one as it was. */
  copyDocument(id: DocumentId, issue: IssueId, section: string, person: Person): Promise<DocumentId>;
}

export const archiveMethods = [
  'searchArchive',
  'listArchiveFacets',
  'readYearContents',
  'copyDocument',
] as const satisfies readonly (keyof ArchiveApi)[];
