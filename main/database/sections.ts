/** What a choice of sections is made from: facts of documents, and where like ones stood in the gazette's last issues. */
import type { DocumentId, IssueId } from '../../shared/api.ts';
import type { SectionedFacts, SectionFacts } from '../../shared/issue/section-choice.ts';
import type { Database } from './open.ts';

const columns = 'kind, title, doc_number AS docNumber, date, issuer';
/** Habits change: what is older than a year of a bimonthly says little. */
const issuesBack = 6;

export function readSectionFacts(database: Database, documents: readonly DocumentId[]): ReadonlyMap<DocumentId, SectionFacts> {
  const select = database.prepare(`SELECT ${columns} FROM catalogue WHERE document_id = ?`);
  return new Map(
    documents.flatMap((id) => {
      const facts = select.get(id) as SectionFacts | undefined;
      return facts === undefined ? [] : [[id, facts]];
    }),
  );
}

/** The entries of the gazette's newest other issues, the newest issue first. */
export function readEarlierEntries(database: Database, id: IssueId, gazette: string): readonly SectionedFacts[] {
  const select = database.prepare(`
    SELECT sections.name AS section, ${columns}
    FROM (SELECT id, year, number FROM issues WHERE gazette = @gazette AND id <> @id ORDER BY year DESC, number DESC LIMIT ${issuesBack}) AS other
    JOIN entries ON entries.issue_id = other.id
    JOIN sections ON sections.id = entries.section_id
    JOIN catalogue ON catalogue.document_id = entries.document_id
    ORDER BY year DESC, number DESC, other.id DESC, position`);
  return select.all({ id, gazette }) as SectionedFacts[];
}
