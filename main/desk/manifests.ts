/** A manifest with its files → a stored issue; and the sample issue, which is one. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DeskError,
  type DocumentId,
  type FileBytes,
  type ImportReport,
  type IssueId,
  type ManifestReport,
  type Progress,
} from '../../shared/api.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { findFile, manifestFiles, parseManifest } from '../../shared/issue/manifest.ts';
import { type Message, message } from '../../shared/result.ts';
import { applyOverrides, type HouseOverrides } from '../../shared/style/override.ts';
import { readOverrides } from '../../shared/style/parse.ts';
import { insertIssue, listIssues, type StoredEntryKey, writeEntries } from '../database/issues.ts';
import type { Desk } from './context.ts';
import { gridTroubles, houseOf, listHouses } from './houses.ts';
import { importFiles } from './imports.ts';

/** Refused as a whole when the manifest is bad; a bad file in a good manifest is reported, and the issue made of the others. */
export async function importManifest(
  desk: Desk,
  manifest: FileBytes,
  files: readonly FileBytes[],
  progress?: Progress,
): Promise<ManifestReport> {
  const outcome = parseManifest(new TextDecoder().decode(manifest.bytes), {
    name: manifest.name,
    houses: listHouses(desk).map((house) => house.id),
    style: (node, house) => readOverrides(node, houseOf(desk, house)),
    grid: (grid, head) => {
      const house = houseOf(desk, head.house);
      return house === null ? [] : gridTroubles(applyOverrides(house, (head.style ?? {}) as HouseOverrides), grid);
    },
    files: files.map((file) => file.name),
  });
  if (!outcome.ok) return { issueId: null, issue: null, files: [], messages: outcome.messages };
  const named = outcome.value.entries.flatMap(({ key }) => {
    const file = findFile(files, key);
    return file === null ? [] : [{ name: key, bytes: file.bytes }];
  });
  const reports = await importFiles(desk, named, true, progress);
  const issue = storedIssue(outcome.value, reports);
  const messages = [...outcome.messages, ...sayAgain(desk, issue)];
  return { issueId: storeIssue(desk, issue), issue: withDocumentIds(issue), files: reports, messages };
}

/** The same number of the same gazette may be wanted twice (a trial), but not unnoticed. */
function sayAgain(desk: Desk, { head }: Pick<Issue<unknown>, 'head'>): Message[] {
  const isThere = listIssues(desk.database).some(
    ({ gazette, year, number }) => gazette === head.gazette && year === head.year && number === head.number,
  );
  const text = `库中已有《${head.gazette}》${head.year}年第${head.number}期，这次另存为一期；不需要时请删去其中一期。`;
  return isThere ? [message('issue-again', 'warning', text)] : [];
}

/** The sample of 示例市; the issue that is there already, when there is one of the same gazette, year and number. */
export async function openSample(desk: Desk, progress?: Progress): Promise<IssueId> {
  const manifest = await readSampleFile(desk, 'manifest.json');
  const text = new TextDecoder().decode(manifest.bytes);
  const parsed = parseManifest(text);
  const head = parsed.ok ? parsed.value.head : null;
  const present = listIssues(desk.database).find(
    (issue) => issue.gazette === head?.gazette && issue.year === head.year && issue.number === head.number,
  );
  if (present !== undefined) return present.id;
  const files = await Promise.all(manifestFiles(text).map((name) => readSampleFile(desk, name)));
  const report = await importManifest(desk, manifest, files, progress);
  if (report.issueId === null) throw new DeskError('sample-broken', `示例有误：${report.messages[0]?.text ?? ''}请重新安装程序。`);
  return report.issueId;
}

async function readSampleFile(desk: Desk, name: string): Promise<FileBytes> {
  try {
    return { name, bytes: await readFile(join(desk.sampleFolder, name)) };
  } catch {
    throw new DeskError('sample-missing', `程序中缺少示例文件“${name}”；请重新安装程序。`);
  }
}

function storedIssue(issue: Issue<string>, reports: readonly ImportReport[]): Issue<StoredEntryKey> {
  const documents = new Map(
    reports.flatMap((report) => (report.ok && report.documentId !== null ? [[report.file, report.documentId]] : [])),
  );
  const entries = issue.entries.flatMap((entry) => {
    const documentId = documents.get(entry.key);
    return documentId === undefined ? [] : [{ ...entry, key: { documentId, file: entry.key } }];
  });
  return { head: issue.head, entries };
}

function storeIssue(desk: Desk, issue: Issue<StoredEntryKey>): IssueId {
  const time = desk.now();
  const run = desk.database.transaction(() => {
    const id = insertIssue(desk.database, issue.head, time);
    writeEntries(desk.database, id, issue.entries, time);
    return id;
  });
  return run.immediate();
}

function withDocumentIds(issue: Issue<StoredEntryKey>): Issue<DocumentId> {
  return { head: issue.head, entries: issue.entries.map((entry) => ({ ...entry, key: entry.key.documentId })) };
}
