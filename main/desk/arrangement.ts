/** 组版 as the desk sees it: the whole order of an issue in one piece, tried or taken. */
import type { Arranged, ArrangementApi, SectionAdvice, TrialPages } from '../../shared/api/arrangement.ts';
import { DeskError, type DocumentId, type IssueId } from '../../shared/api.ts';
import { composeIssue } from '../../shared/issue/compose.ts';
import type { Issue, IssueEntry } from '../../shared/issue/issue.ts';
import { chooseSection, sectionOrder } from '../../shared/issue/section-choice.ts';
import { placeEntries } from '../../shared/layout/layout.ts';
import { readDocument } from '../database/documents.ts';
import { issueCount, type StoredEntryKey, writeEntries } from '../database/issues.ts';
import { readEarlierEntries, readSectionFacts } from '../database/sections.ts';
import { type Desk, needIssue } from './context.ts';
import { styleOf } from './houses.ts';

/** Names under which entries were listed that have been taken out since: undo puts them back as they were. */
type FormerFiles = Map<IssueId, Map<DocumentId, string>>;

export function arrangementPart(desk: Desk): ArrangementApi {
  const formerFiles: FormerFiles = new Map();
  return {
    async arrangeIssue(id, stamp, entries) {
      refuseTwice(entries);
      const run = desk.database.transaction(() => {
        const issue = needIssue(desk, id);
        if (issueCount(desk.database, id) !== stamp)
          throw new DeskError('issue-stale', '本期已在别处改动，列表已刷新；请核对后再操作一次。');
        const former = formerFiles.get(id) ?? new Map<DocumentId, string>();
        for (const { key } of issue.entries) former.set(key.documentId, key.file);
        formerFiles.set(id, former);
        writeEntries(desk.database, id, arrangedEntries(desk, entries, former), desk.now());
        return issueCount(desk.database, id) ?? stamp;
      });
      return run.immediate();
    },
    tryArrangement: async (id, entries) => tryArrangement(desk, id, entries),
    suggestSections: async (id, documents) => suggestSections(desk, id, documents),
  };
}

function tryArrangement(desk: Desk, id: IssueId, wanted: readonly Arranged[]): TrialPages {
  refuseTwice(wanted);
  const { head } = needIssue(desk, id);
  const entries = wanted.map(({ documentId, ...rest }): IssueEntry<DocumentId> => ({ key: documentId, ...rest }));
  const composed = composeIssue({ head, entries }, (documentId) => desk.documents.read(documentId));
  if (composed.value.entries.length < entries.length) throw missing();
  const placed = placeEntries(composed.value, styleOf(desk, { head }), desk.fonts().book, desk.layoutCache);
  return {
    entries: composed.value.entries.map(({ entry }, index) => ({
      documentId: entry.key,
      firstPage: placed.entries[index]?.firstPage ?? 0,
      lastPage: placed.entries[index]?.lastPage ?? 0,
    })),
    pages: placed.lastPage,
  };
}

function suggestSections(desk: Desk, id: IssueId, documents: readonly DocumentId[]): SectionAdvice {
  const { head, entries } = needIssue(desk, id);
  const earlier = readEarlierEntries(desk.database, id, head.gazette);
  const used = [...new Set([...entries, ...earlier].map(({ section }) => section))];
  const facts = readSectionFacts(desk.database, documents);
  return {
    choices: documents.map((document) => {
      const known = facts.get(document);
      if (known === undefined) throw missing();
      return chooseSection(known, earlier, used);
    }),
    order: sectionOrder(used),
  };
}

function arrangedEntries(
  desk: Desk,
  wanted: readonly Arranged[],
  files: ReadonlyMap<DocumentId, string>,
): Issue<StoredEntryKey>['entries'] {
  return wanted.map(({ documentId, ...rest }) => {
    const file = files.get(documentId) ?? readDocument(desk.database, documentId)?.file;
    if (file === undefined) throw missing();
    return { key: { documentId, file }, ...rest };
  });
}

function refuseTwice(entries: readonly Arranged[]): void {
  if (new Set(entries.map(({ documentId }) => documentId)).size === entries.length) return;
  throw new DeskError('entry-twice', '同一篇稿件在一期中只能排一次；请刷新列表后重新排列。');
}

function missing(): DeskError {
  return new DeskError('document-missing', '要排入的稿件已不在库中；请刷新列表后重新排列。');
}
