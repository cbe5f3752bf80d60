/** Issues in the database. Every change of an issue or its entries raises its stamp. */
import type { DocumentState } from '../../shared/api/documents.ts';
import type { DocumentId, IssueId, IssueSummary } from '../../shared/api.ts';
import type { Issue, IssueHead, IssueStyle, StartRule } from '../../shared/issue/issue.ts';
import type { Message } from '../../shared/result.ts';
import type { Database } from './open.ts';

interface IssueRow {
  gazette: string;
  house: string;
  year: number;
  number: number;
  totalNumber: number | null;
  frequency: string;
  publishedOn: string | null;
  columns: number | null;
  characters: number | null;
  lines: number | null;
  firstPage: number;
  cover: string;
  slogans: string;
  statement: string;
  board: string;
  imprint: string;
  style: string | null;
}

export function insertIssue(database: Database, head: IssueHead, changedAt: string): IssueId {
  const insert = database.prepare(`
    INSERT INTO issues (gazette, house, year, number, total_number, frequency, published_on, grid_columns, grid_characters, grid_lines,
      first_page, cover, slogans, statement, board, imprint, style, changed_at)
    VALUES (@gazette, @house, @year, @number, @totalNumber, @frequency, @publishedOn, @columns, @characters, @lines,
      @firstPage, @cover, @slogans, @statement, @board, @imprint, @style, @changedAt)`);
  return Number(insert.run({ ...rowOf(head), changedAt }).lastInsertRowid) as IssueId;
}

/** False when there is no such issue. */
export function updateIssueHead(database: Database, id: IssueId, head: IssueHead, changedAt: string): boolean {
  const update = database.prepare(`
    UPDATE issues SET gazette = @gazette, house = @house, year = @year, number = @number, total_number = @totalNumber,
      frequency = @frequency, published_on = @publishedOn, grid_columns = @columns, grid_characters = @characters, grid_lines = @lines,
      first_page = @firstPage, cover = @cover, slogans = @slogans, statement = @statement, board = @board, imprint = @imprint, style = @style,
      changed_at = @changedAt, stamp = stamp + 1
    WHERE id = @id`);
  return update.run({ ...rowOf(head), changedAt, id }).changes === 1;
}

/** Entries and sections go with it; documents stay. False when there is no such issue. */
export function removeIssue(database: Database, id: IssueId): boolean {
  return database.prepare('DELETE FROM issues WHERE id = ?').run(id).changes === 1;
}

export function listIssues(database: Database): IssueSummary[] {
  const select = database.prepare(`
    SELECT id, gazette, year, number, total_number AS totalNumber, house, changed_at AS changedAt,
      (SELECT count(*) FROM entries WHERE issue_id = issues.id) AS entryCount
    FROM issues ORDER BY year DESC, number DESC, id DESC`);
  return select.all() as IssueSummary[];
}

export function readIssue(database: Database, id: IssueId): Issue<StoredEntryKey> | null {
  const row = database
    .prepare(`
      SELECT gazette, house, year, number, total_number AS totalNumber, frequency, published_on AS publishedOn, grid_columns AS columns,
        grid_characters AS characters, grid_lines AS lines, first_page AS firstPage, cover, slogans, statement, board, imprint, style
      FROM issues WHERE id = ?`)
    .get(id) as IssueRow | undefined;
  if (row === undefined) return null;
  const entries = database
    .prepare(`
      SELECT entries.document_id AS documentId, entries.file, sections.name AS section, entries.start, entries.contents_title AS contentsTitle
      FROM entries JOIN sections ON sections.id = entries.section_id
      WHERE entries.issue_id = ? ORDER BY entries.position`)
    .all(id) as { documentId: DocumentId; file: string; section: string; start: StartRule; contentsTitle: string | null }[];
  return {
    head: headOf(row),
    entries: entries.map(({ documentId, file, section, start, contentsTitle }) => ({
      key: { documentId, file },
      section,
      start,
      contentsTitle,
    })),
  };
}

/** The document of an entry, and the name under which its file was listed. */
export interface StoredEntryKey {
  readonly documentId: DocumentId;
  readonly file: string;
}

/** Writes the entries anew, in the order given: an issue has few, and so positions never have gaps. */
export function writeEntries(database: Database, id: IssueId, entries: Issue<StoredEntryKey>['entries'], changedAt: string): void {
  const run = database.transaction(() => {
    database.prepare('DELETE FROM entries WHERE issue_id = ?').run(id);
    database.prepare('DELETE FROM sections WHERE issue_id = ?').run(id);
    const section = database.prepare('INSERT INTO sections (issue_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING');
    const entry = database.prepare(`
      INSERT INTO entries (issue_id, position, section_id, document_id, file, start, contents_title)
      VALUES (?, ?, (SELECT id FROM sections WHERE issue_id = ? AND name = ?), ?, ?, ?, ?)`);
    entries.forEach(({ key, section: name, start, contentsTitle }, position) => {
      section.run(id, name);
      entry.run(id, position, id, name, key.documentId, key.file, start, contentsTitle);
    });
    database.prepare('UPDATE issues SET stamp = stamp + 1, changed_at = ? WHERE id = ?').run(changedAt, id);
  });
  run();
}

/** Changes when anything that the pages show has changed: the issue, its entries, a document or the office's style; null when there is no such issue. */
export function issueStamp(database: Database, id: IssueId): string | null {
  // Versions only ever grow, so their sum tells of every change of a document.
  const select = database.prepare(`
    SELECT stamp || ':' || (SELECT coalesce(sum(version), 0) FROM entries JOIN documents ON documents.id = document_id WHERE issue_id = issues.id)
      || ':' || coalesce((SELECT changed_at FROM house_styles WHERE id = issues.house), '')
    FROM issues WHERE id = ?`);
  return (select.pluck().get(id) as string | undefined) ?? null;
}

/** The count of the issue's own changes; null when there is no such issue. */
export function issueCount(database: Database, id: IssueId): number | null {
  return (database.prepare('SELECT stamp FROM issues WHERE id = ?').pluck().get(id) as number | undefined) ?? null;
}

/** What the list of an issue says of each entry's document; in the order of the entries. */
export interface EntryFacts {
  readonly position: number;
  readonly title: string;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly characters: number;
  readonly state: DocumentState;
  readonly messages: readonly Message[];
}

export function readEntryFacts(database: Database, id: IssueId): EntryFacts[] {
  const select = database.prepare(`
    SELECT position, title, doc_number AS docNumber, date, issuer, characters, submissions.messages,
      coalesce((SELECT state FROM document_states WHERE document_id = documents.id ORDER BY number DESC LIMIT 1), 'received') AS state
    FROM entries
    JOIN documents ON documents.id = entries.document_id
    JOIN catalogue ON catalogue.document_id = documents.id
    JOIN submissions ON submissions.id = documents.submission_id
    WHERE issue_id = ? ORDER BY position`);
  const rows = select.all(id) as (Omit<EntryFacts, 'messages'> & { readonly messages: string })[];
  return rows.map((row) => ({ ...row, messages: JSON.parse(row.messages) as Message[] }));
}

function rowOf(head: IssueHead): IssueRow {
  const { gazette, house, year, number, totalNumber, frequency, publishedOn, firstPage, statement } = head;
  return {
    ...{ gazette, house, year, number, totalNumber, frequency, publishedOn, firstPage, statement },
    columns: head.grid?.columns ?? null,
    characters: head.grid?.charactersPerLine ?? null,
    lines: head.grid?.linesPerColumn ?? null,
    cover: JSON.stringify(head.cover),
    slogans: JSON.stringify(head.slogans),
    board: JSON.stringify(head.board),
    imprint: JSON.stringify(head.fields),
    style: head.style === undefined ? null : JSON.stringify(head.style),
  };
}

function headOf(row: IssueRow): IssueHead {
  const { columns, characters, lines, cover, slogans, board, imprint, style, ...plain } = row;
  const grid =
    columns === null || characters === null || lines === null ? null : { columns, charactersPerLine: characters, linesPerColumn: lines };
  return {
    ...plain,
    grid,
    cover: JSON.parse(cover) as IssueHead['cover'],
    slogans: JSON.parse(slogans) as string[],
    board: JSON.parse(board) as IssueHead['board'],
    fields: JSON.parse(imprint) as IssueHead['fields'],
    ...(style === null ? {} : { style: JSON.parse(style) as IssueStyle }),
  };
}
