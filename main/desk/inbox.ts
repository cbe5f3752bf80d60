/** 来稿 as the desk sees it. */
import type { InboxApi, IntakeFacts, OriginalText, SubmissionCard } from '../../shared/api/inbox.ts';
import { DeskError, type DocumentId, type IssueId } from '../../shared/api.ts';
import { draftLines } from '../../shared/recognize/draft-lines.ts';
import * as intake from '../database/intake.ts';
import { readSubmission } from '../import/index.ts';
import { type Desk, needIssue } from './context.ts';
import { changeEntries, placeInSection } from './entries.ts';

export function inboxPart(desk: Desk): InboxApi {
  return {
    listSubmissions: async () => listCards(desk),
    readOriginal: (id) => readOriginal(desk, id),
    async updateIntake(id, facts) {
      checkFacts(facts);
      if (!intake.writeFacts(desk.database, id, facts)) throw new DeskError('submission-missing', '这份来稿不在库中；请刷新列表后重试。');
    },
    placeDocuments: async (issue, section, documents) => placeDocuments(desk, issue, section, documents),
  };
}

function listCards({ database }: Desk): SubmissionCard[] {
  const rows = intake.listSubmissions(database);
  const standings = new Map<DocumentId, { readonly id: IssueId; readonly name: string }[]>();
  for (const { documentId, id, gazette, year, number } of intake.listStandings(database)) {
    const issue = { id, name: `${gazette} ${year}年第${number}期` };
    standings.set(documentId, [...(standings.get(documentId) ?? []), issue]);
  }
  const sameNumber = groups(rows, ({ docNumber }) => docNumber && numberKey(docNumber));
  const sameText = groups(rows, ({ textHash }) => textHash);
  return rows.map(({ textHash, ...row }) => {
    const texts = (textHash === null ? undefined : sameText.get(textHash)) ?? [];
    const numbers = (row.docNumber === null ? undefined : sameNumber.get(numberKey(row.docNumber))) ?? [];
    const others = (ids: readonly DocumentId[]) => ids.filter((id) => id !== row.documentId);
    return {
      ...row,
      issues: standings.get(row.documentId) ?? [],
      twins: [
        ...others(texts).map((documentId) => ({ documentId, why: 'text' as const })),
        ...others(numbers)
          .filter((id) => !texts.includes(id))
          .map((documentId) => ({ documentId, why: 'number' as const })),
      ],
    };
  });
}

/** Only groups of two and more; null is the same as nothing. */
function groups(
  rows: readonly intake.ListedSubmission[],
  keyOf: (row: intake.ListedSubmission) => string | null,
): Map<string, readonly DocumentId[]> {
  const found = new Map<string, DocumentId[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null || key === '') continue;
    const group = found.get(key);
    if (group === undefined) found.set(key, [row.documentId]);
    else group.push(row.documentId);
  }
  for (const [key, group] of found) if (group.length === 1) found.delete(key);
  return found;
}

/** Offices type the brackets of a 发文字号 in many ways. */
function numberKey(docNumber: string): string {
  return docNumber
    .replace(/\s/gu, '')
    .replace(/[[［【(（〔]/gu, '〔')
    .replace(/[\]］】)）〕]/gu, '〕');
}

async function readOriginal(desk: Desk, id: DocumentId): Promise<OriginalText> {
  const file = intake.readFileOfDocument(desk.database, id);
  if (file === null) throw documentMissing(id);
  const draft = await readSubmission(file);
  if (!draft.ok) throw new DeskError(draft.error.code, draft.error.text);
  return { file: file.name, lines: draftLines(draft.value) };
}

function checkFacts({ receivedOn }: IntakeFacts): void {
  if (receivedOn === '' || /^\d{4}-\d{2}-\d{2}$/.test(receivedOn)) return;
  throw new DeskError('facts-date', '收稿日期不完整，没有保存；请按年、月、日填写，或留空。');
}

function placeDocuments(desk: Desk, issue: IssueId, section: string, documents: readonly DocumentId[]): number {
  // One transaction: what another window placed meanwhile is seen as being there.
  const run = desk.database.transaction(() => {
    const present = new Set(needIssue(desk, issue).entries.map(({ key }) => key.documentId));
    const wanted = [...new Set(documents)].filter((id) => !present.has(id));
    const added = wanted.map((documentId) => {
      const file = intake.fileNameOfDocument(desk.database, documentId);
      if (file === null) throw documentMissing(documentId);
      return { documentId, file };
    });
    // Nothing to add is no change: the issue keeps its stamp.
    if (added.length === 0) return 0;
    changeEntries(desk, issue, (entries) => {
      for (const key of added) placeInSection(entries, { key, section: section.trim(), start: 'newPage', contentsTitle: null });
    });
    return added.length;
  });
  return run.immediate();
}

function documentMissing(id: DocumentId): DeskError {
  return new DeskError('document-missing', `稿件 ${id} 不在库中；请刷新列表后重试。`);
}
