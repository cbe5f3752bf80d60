/** 组版: the entries of an issue and their order. */
import { type Api, DeskError, type DocumentId, type EntryAt, type EntryView, type IssueId, type IssueView } from '../../shared/api.ts';
import type { IssueEntry } from '../../shared/issue/issue.ts';
import { issueCount, readEntryFacts, type StoredEntryKey, writeEntries } from '../database/issues.ts';
import { type Desk, needIssue } from './context.ts';

type Entry = IssueEntry<StoredEntryKey>;

export function viewIssue(desk: Desk, id: IssueId): IssueView {
  const issue = needIssue(desk, id);
  const facts = new Map(readEntryFacts(desk.database, id).map((each) => [each.position, each]));
  const entries = issue.entries.flatMap(({ key, section, start, contentsTitle }, position): EntryView[] => {
    const known = facts.get(position);
    return known === undefined ? [] : [{ ...known, ...key, section, start, contentsTitle }];
  });
  return { id, head: issue.head, stamp: issueCount(desk.database, id) ?? 0, entries };
}

export function moveEntry(desk: Desk, id: IssueId, entry: EntryAt, to: number): void {
  changeEntries(desk, id, (entries) => {
    const [moved] = entries.splice(need(entries, entry), 1);
    if (moved !== undefined) entries.splice(Math.min(to, entries.length), 0, moved);
  });
}

export function removeEntry(desk: Desk, id: IssueId, entry: EntryAt): void {
  changeEntries(desk, id, (entries) => {
    entries.splice(need(entries, entry), 1);
  });
}

export function updateEntry(desk: Desk, id: IssueId, entry: EntryAt, change: Parameters<Api['updateEntry']>[2]): void {
  if (change.section?.trim() === '') throw new DeskError('section-empty', '栏目名不能为空；请填写栏目名。');
  changeEntries(desk, id, (entries) => {
    const position = need(entries, entry);
    const before = entries[position] as Entry;
    const changed = { ...before, ...change };
    entries[position] = changed;
    if (change.section === undefined || isBesideSection(entries, position)) return;
    const splitsOld = entries[position - 1]?.section === before.section && entries[position + 1]?.section === before.section;
    const isNew = entries.filter((each) => each.section === changed.section).length === 1;
    if (isNew && !splitsOld) return;
    entries.splice(position, 1);
    if (isNew) entries.splice(entries.findLastIndex((each) => each.section === before.section) + 1, 0, changed);
    else placeInSection(entries, changed);
  });
}

function isBesideSection(entries: readonly Entry[], position: number): boolean {
  const section = entries[position]?.section;
  return entries[position - 1]?.section === section || entries[position + 1]?.section === section;
}

/** Each once, in the order of the issue. */
export function documentsOf(desk: Desk, id: IssueId): readonly DocumentId[] {
  return [...new Set(needIssue(desk, id).entries.map(({ key }) => key.documentId))];
}

/** At the end of its section, so that a section stays in one piece; a new section comes last. */
export function placeInSection(entries: Entry[], entry: Entry): void {
  const last = entries.findLastIndex((each) => each.section === entry.section);
  entries.splice(last < 0 ? entries.length : last + 1, 0, entry);
}

/** Reads, changes and writes the entries in one transaction. */
export function changeEntries(desk: Desk, id: IssueId, change: (entries: Entry[]) => void): void {
  const run = desk.database.transaction(() => {
    const entries = [...needIssue(desk, id).entries];
    change(entries);
    writeEntries(desk.database, id, entries, desk.now());
  });
  run.immediate();
}

function need(entries: readonly Entry[], { position, documentId }: EntryAt): number {
  if (entries[position]?.key.documentId === documentId) return position;
  throw new DeskError('issue-stale', '本期已在别处改动，列表已刷新；请核对后再操作一次。');
}
