/** 组版: the entries of an issue and their order. */
import { type Api, DeskError, type EntryView, type IssueId, type IssueView } from '../../shared/api.ts';
import type { IssueEntry } from '../../shared/issue/issue.ts';
import { readDocument } from '../database/documents.ts';
import { type StoredEntryKey, writeEntries } from '../database/issues.ts';
import { type Desk, needIssue } from './context.ts';

type Entry = IssueEntry<StoredEntryKey>;

export function viewIssue(desk: Desk, id: IssueId): IssueView {
  const issue = needIssue(desk, id);
  return { id, head: issue.head, entries: issue.entries.flatMap((entry, position) => viewEntry(desk, entry, position)) };
}

function viewEntry(desk: Desk, entry: Entry, position: number): EntryView[] {
  const stored = readDocument(desk.database, entry.key.documentId);
  if (stored === null) return [];
  const { title, docNumber, date } = stored.document;
  const { section, start, contentsTitle, key } = entry;
  return [{ position, ...key, section, start, contentsTitle, title, docNumber, date, messages: stored.messages }];
}

export function moveEntry(desk: Desk, id: IssueId, from: number, to: number): void {
  changeEntries(desk, id, (entries) => {
    const [moved] = entries.splice(need(entries, from), 1);
    if (moved !== undefined) entries.splice(Math.min(to, entries.length), 0, moved);
  });
}

export function removeEntry(desk: Desk, id: IssueId, position: number): void {
  changeEntries(desk, id, (entries) => {
    entries.splice(need(entries, position), 1);
  });
}

export function updateEntry(desk: Desk, id: IssueId, position: number, change: Parameters<Api['updateEntry']>[2]): void {
  if (change.section?.trim() === '') throw new DeskError('section-empty', '栏目名不能为空；请填写栏目名。');
  changeEntries(desk, id, (entries) => {
    const entry = entries[need(entries, position)];
    if (entry !== undefined) entries[position] = { ...entry, ...change };
  });
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

function need(entries: readonly Entry[], position: number): number {
  if (entries[position] !== undefined) return position;
  throw new DeskError('entry-missing', `本期没有第 ${position + 1} 篇稿件；请刷新列表后重试。`);
}
