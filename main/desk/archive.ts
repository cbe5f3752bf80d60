/** 档案 as the desk sees it: searching, the contents of a year, taking a document over. */
import { setImmediate as pause } from 'node:timers/promises';
import type { ArchiveAnswer, ArchiveApi, ArchiveHit, ArchiveQuery, YearContents } from '../../shared/api/archive.ts';
import { DeskError, type DocumentId, type IssueId, type Person, type Progress } from '../../shared/api.ts';
import { searchWords } from '../../shared/document/search-text.ts';
import { snippetOf } from '../../shared/document/snippet.ts';
import { type ArchiveRow, issuesOfYear, newestPlace, newestText, readFacets, searchRows } from '../database/archive.ts';
import { insertDocument, submissionOf } from '../database/documents.ts';
import type { Desk } from './context.ts';
import { needDocument } from './editing.ts';
import { changeEntries, placeInSection, viewIssue } from './entries.ts';
import { keepPages, knownPages, storedPages } from './placements.ts';

/** More than any window shows; an answer must stay quick whatever is asked for. */
const mostHits = 200;

export function archivePart(desk: Desk): ArchiveApi {
  return {
    searchArchive: async (query) => searchArchive(desk, query),
    listArchiveFacets: async () => readFacets(desk.database),
    readYearContents: (gazette, year, progress) => readYearContents(desk, gazette, year, progress),
    copyDocument: async (id, issue, section, person) => copyDocument(desk, id, issue, section, person),
  };
}

function searchArchive(desk: Desk, query: ArchiveQuery): ArchiveAnswer {
  const { total, rows } = searchRows(desk.database, { ...query, limit: Math.min(query.limit, mostHits) });
  const words = searchWords(query.words);
  const pages = new Map<IssueId, readonly (number | null)[] | null>();
  const pageOf = ({ issueId, position }: ArchiveRow) => {
    if (issueId === null || position === null) return null;
    if (!pages.has(issueId)) pages.set(issueId, knownPages(desk, issueId));
    return pages.get(issueId)?.[position] ?? null;
  };
  const hits = rows.map((row): ArchiveHit => {
    const { documentId, issueId, gazette, year, number, section, title, docNumber, issuer, date } = row;
    const document = newestText(desk.database, documentId);
    const issue = issueId === null || gazette === null || year === null || number === null ? null : { id: issueId, gazette, year, number };
    return {
      ...{ documentId, issue, section, page: pageOf(row), title, docNumber, issuer, date },
      snippet: document === null ? [] : snippetOf(document, words),
    };
  });
  return { total, hits };
}

async function readYearContents(desk: Desk, gazette: string, year: number, progress?: Progress): Promise<YearContents> {
  const issues = issuesOfYear(desk.database, gazette, year);
  type Entry = YearContents['sections'][number]['entries'][number];
  const sections = new Map<string, Entry[]>();
  for (const [done, { id, number }] of issues.entries()) {
    if (storedPages(desk, id) === null) {
      progress?.(done, issues.length, `正在排第 ${number} 期`);
      // A window that listens must be able to answer between two issues.
      await pause();
    }
    const pages = keepPages(desk, id);
    for (const { position, documentId, section, title, contentsTitle, docNumber } of viewIssue(desk, id).entries) {
      const entry: Entry = { documentId, issueId: id, number, page: pages[position] ?? null, title: contentsTitle ?? title, docNumber };
      const known = sections.get(section);
      if (known === undefined) sections.set(section, [entry]);
      else known.push(entry);
    }
  }
  progress?.(issues.length, issues.length, '已排完');
  return { gazette, year, sections: [...sections].map(([section, entries]) => ({ section, entries })) };
}

function copyDocument(desk: Desk, id: DocumentId, issue: IssueId, section: string, person: Person): DocumentId {
  if (section.trim() === '') throw new DeskError('section-empty', '栏目名不能为空；请填写栏目名。');
  const { document, file } = needDocument(desk, id);
  const run = desk.database.transaction(() => {
    const by = { author: person, createdAt: desk.now(), note: `复制自${sourceOf(desk, id)}` };
    const copy = insertDocument(desk.database, submissionOf(desk.database, id), document, by, id);
    changeEntries(desk, issue, (entries) =>
      placeInSection(entries, { key: { documentId: copy, file }, section: section.trim(), start: 'newPage', contentsTitle: null }),
    );
    return copy;
  });
  return run.immediate();
}

/** The newest issue in which the document stands, in words; 来稿 when there is none. */
function sourceOf(desk: Desk, id: DocumentId): string {
  const place = newestPlace(desk.database, id);
  return place === null ? '来稿' : `${place.gazette}${place.year}年第${place.number}期`;
}
