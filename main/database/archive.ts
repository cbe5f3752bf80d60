/** 档案: every place where a document stands in an issue, and those that stand in none, as lists ask for them. */
import type { ArchiveFacets, ArchiveQuery } from '../../shared/api/archive.ts';
import type { DocumentId, IssueId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { searchWords } from '../../shared/document/search-text.ts';
import { issueStamp } from './issues.ts';
import type { Database } from './open.ts';
import { indexWaiting, matchOf } from './search.ts';

export interface ArchiveRow {
  readonly documentId: DocumentId;
  /** Null, and so the four after it, for a document that stands in no issue. */
  readonly issueId: IssueId | null;
  readonly gazette: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly position: number | null;
  readonly section: string | null;
  readonly title: string;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly date: string | null;
}

export interface ArchiveRows {
  readonly total: number;
  readonly rows: readonly ArchiveRow[];
}

/** What has all words in title or number comes first, then the newest issues; what stands in none comes last. */
export function searchRows(database: Database, query: ArchiveQuery): ArchiveRows {
  indexWaiting(database);
  const words = searchWords(query.words);
  const match = matchOf(words);
  const { gazette, year, section, issuer } = query;
  const conditions = [
    match === null ? '' : 'documents.id IN (SELECT rowid FROM search WHERE search MATCH @match)',
    gazette === undefined ? '' : 'issues.gazette = @gazette',
    year === undefined ? '' : 'issues.year = @year',
    section === undefined ? '' : 'sections.name = @section',
    issuer === undefined ? '' : 'catalogue.issuer = @issuer',
  ].filter((condition) => condition !== '');
  const headFirst = match === null ? '' : 'documents.id IN (SELECT rowid FROM search_heads WHERE search_heads MATCH @match) DESC,';
  const from = `
    FROM documents
    JOIN catalogue ON catalogue.document_id = documents.id
    LEFT JOIN entries ON entries.document_id = documents.id
    LEFT JOIN issues ON issues.id = entries.issue_id
    LEFT JOIN sections ON sections.id = entries.section_id
    ${conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`}`;
  const given = { match, gazette, year, section, issuer };
  const bound = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== null));
  // All places as bare numbers, since the phrase is the dear part and is asked once; titles are read for those alone that are shown.
  const places = database
    .prepare(`
      SELECT documents.id AS document, entries.issue_id AS issue, entries.position ${from}
      ORDER BY ${headFirst} issues.id IS NULL, issues.year DESC, issues.number DESC, issues.id DESC, entries.position, documents.id DESC`)
    .raw()
    .all(bound) as (readonly [document: number, issue: number | null, position: number | null])[];
  const facts = database.prepare(`
    SELECT catalogue.document_id AS documentId, issues.id AS issueId, issues.gazette, issues.year, issues.number, entries.position,
      sections.name AS section, catalogue.title, catalogue.doc_number AS docNumber, catalogue.issuer, catalogue.date
    FROM catalogue
    LEFT JOIN entries ON entries.issue_id = @issue AND entries.position = @position
    LEFT JOIN issues ON issues.id = entries.issue_id
    LEFT JOIN sections ON sections.id = entries.section_id
    WHERE catalogue.document_id = @document`);
  const shown = places.slice(query.offset, query.offset + query.limit);
  return { total: places.length, rows: shown.map(([document, issue, position]) => facts.get({ document, issue, position }) as ArchiveRow) };
}

/** The text that the index has, which is that of the newest revision. */
export function newestText(database: Database, id: DocumentId): GazetteDocument | null {
  const select = database.prepare('SELECT document FROM revisions WHERE document_id = ? ORDER BY number DESC LIMIT 1');
  const text = select.pluck().get(id) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as GazetteDocument);
}

/** Years with the newest first, the others with the most frequent first. */
export function readFacets(database: Database): ArchiveFacets {
  const list = <T>(sql: string) => database.prepare(sql).pluck().all() as T[];
  return {
    gazettes: list('SELECT gazette FROM issues GROUP BY gazette ORDER BY count(*) DESC, gazette'),
    years: list('SELECT DISTINCT year FROM issues ORDER BY year DESC'),
    sections: list(
      'SELECT sections.name FROM sections JOIN entries ON entries.section_id = sections.id GROUP BY sections.name ORDER BY count(*) DESC, sections.name',
    ),
    issuers: list("SELECT issuer FROM catalogue WHERE issuer <> '' GROUP BY issuer ORDER BY count(*) DESC, issuer"),
  };
}

/** Keeps the page of each entry, in their order, for the issue of this stamp. @param maker the program and the fonts that made the pages. */
export function writePlacements(database: Database, id: IssueId, stamp: string, maker: string, pages: readonly (number | null)[]): void {
  const write = database.prepare(`
    INSERT INTO placements (issue_id, stamp, pages) VALUES (?, ?, ?)
    ON CONFLICT (issue_id) DO UPDATE SET stamp = excluded.stamp, pages = excluded.pages`);
  write.run(id, `${stamp} ${maker}`, JSON.stringify(pages));
}

/** Null when none are kept, the issue has changed since, or another maker made them. */
export function readPlacements(database: Database, id: IssueId, maker: string): readonly (number | null)[] | null {
  const row = database.prepare('SELECT stamp, pages FROM placements WHERE issue_id = ?').get(id) as
    | { readonly stamp: string; readonly pages: string }
    | undefined;
  return row === undefined || row.stamp !== `${issueStamp(database, id)} ${maker}` ? null : (JSON.parse(row.pages) as (number | null)[]);
}

/** The issues of a year in their order. */
export function issuesOfYear(database: Database, gazette: string, year: number): { readonly id: IssueId; readonly number: number }[] {
  const select = database.prepare('SELECT id, number FROM issues WHERE gazette = ? AND year = ? ORDER BY number, id');
  return select.all(gazette, year) as { id: IssueId; number: number }[];
}

/** The newest issue in which a document stands; null when it stands in none. */
export function newestPlace(
  database: Database,
  id: DocumentId,
): { readonly gazette: string; readonly year: number; readonly number: number } | null {
  const select = database.prepare(`
    SELECT gazette, year, number FROM entries JOIN issues ON issues.id = issue_id
    WHERE document_id = ? ORDER BY year DESC, number DESC LIMIT 1`);
  return (select.get(id) as { gazette: string; year: number; number: number } | undefined) ?? null;
}
