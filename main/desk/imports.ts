/** 来稿: bytes → draft → document → database. A file is stored whole in one transaction, or nothing of it is. */
import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { DeskError, type FileBytes, type ImportReport, type IssueId, type Progress } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { DraftImage } from '../../shared/recognize/draft.ts';
import { recognize } from '../../shared/recognize/recognize.ts';
import { type Message, message, type Outcome, refused } from '../../shared/result.ts';
import { findDocumentOfSubmission, insertDocument, readDocument } from '../database/documents.ts';
import { insertImage } from '../database/images.ts';
import { findSubmission, insertSubmission } from '../database/submissions.ts';
import { readSubmission } from '../import/index.ts';
import { type Desk, needIssue } from './context.ts';
import { changeEntries, placeInSection } from './entries.ts';

export async function importFiles(desk: Desk, files: readonly FileBytes[], store: boolean, progress?: Progress): Promise<ImportReport[]> {
  const reports: ImportReport[] = [];
  for (const file of files) {
    progress?.(reports.length, files.length, `正在导入 ${file.name}`);
    // A window that listens must be able to answer between two files.
    await pause();
    reports.push(await importFile(desk, file, store));
  }
  progress?.(files.length, files.length, '导入完毕');
  return reports;
}

export async function importIntoIssue(
  desk: Desk,
  id: IssueId,
  section: string,
  files: readonly FileBytes[],
  progress?: Progress,
): Promise<ImportReport[]> {
  needIssue(desk, id);
  if (section.trim() === '') throw new DeskError('section-empty', '栏目名不能为空；请先填写栏目名再导入。');
  const reports = await importFiles(desk, files, true, progress);
  const present = new Set<number>();
  changeEntries(desk, id, (entries) => {
    for (const report of reports) {
      const documentId = report.ok ? report.documentId : null;
      if (documentId === null) continue;
      const isThere = entries.some(({ key }) => key.documentId === documentId);
      if (isThere) present.add(reports.indexOf(report));
      else placeInSection(entries, { key: { documentId, file: report.file }, section, start: 'newPage', contentsTitle: null });
    }
  });
  return reports.map((report, i) => (report.ok && present.has(i) ? sayPresent(report) : report));
}

function sayPresent(report: Extract<ImportReport, { ok: true }>): ImportReport {
  const text = `文件“${report.file}”的内容已在本期中，没有再收一次；确需重复刊登时请先改动原文件。`;
  return { ...report, messages: [...report.messages, message('entry-twice', 'warning', text, { file: report.file })] };
}

interface Recognised {
  readonly document: GazetteDocument;
  readonly images: readonly DraftImage[];
  readonly messages: readonly Message[];
}

async function importFile(desk: Desk, file: FileBytes, store: boolean): Promise<ImportReport> {
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const known = store ? reportKnown(desk, file, sha256) : null;
  if (known !== null) return known;
  const outcome = await readDocumentOf(file);
  if (!outcome.ok) return { file: file.name, ok: false, error: withFile(outcome.error, file.name) };
  const { document, images } = outcome.value;
  const messages = outcome.messages.map((said) => withFile(said, file.name));
  const report = { file: file.name, ok: true, documentId: null, document, messages, duplicateOf: null } as const;
  return store ? storeFile(desk, file, sha256, { document, images, messages }, report) : report;
}

async function readDocumentOf(file: FileBytes): Promise<Outcome<{ document: GazetteDocument; images: readonly DraftImage[] }>> {
  if (file.bytes.length === 0) return refused('file-empty', `文件“${file.name}”是空的；请向来稿单位索取原文件后重新导入。`);
  try {
    const draft = await readSubmission(file);
    if (!draft.ok) return draft;
    const recognised = recognize(draft.value, file.name);
    const value = { document: recognised.value, images: draft.value.images };
    return { ok: true, value, messages: [...draft.messages, ...recognised.messages] };
  } catch (error) {
    // One file that trips a reader must not take the others with it.
    const cause = error instanceof Error ? error.message : String(error);
    return refused(
      'file-failed',
      `文件“${file.name}”读不出来（${cause}）；请用 Word 或 WPS 另存为 .docx 后重新导入，并把原文件发给维护人员。`,
    );
  }
}

/** Another window may have stored the very same bytes while these were read. */
function storeFile(
  desk: Desk,
  file: FileBytes,
  sha256: string,
  read: Recognised,
  report: ImportReport & { readonly ok: true },
): ImportReport {
  const { database, now } = desk;
  const time = now();
  const run = database.transaction((): ImportReport => {
    const known = reportKnown(desk, file, sha256);
    if (known !== null) return known;
    const submission = insertSubmission(database, {
      sha256,
      name: file.name,
      bytes: file.bytes,
      receivedAt: time,
      messages: read.messages,
    });
    for (const image of read.images) insertImage(database, image.hash, image);
    return { ...report, documentId: insertDocument(database, submission, read.document, { author: '导入', createdAt: time }) };
  });
  return run.immediate();
}

/** The very same bytes are in the store already: the stored document is used as it now is. */
function reportKnown(desk: Desk, file: FileBytes, sha256: string): ImportReport | null {
  const submission = findSubmission(desk.database, sha256);
  const documentId = submission === null ? null : findDocumentOfSubmission(desk.database, submission.id);
  const stored = documentId === null ? null : readDocument(desk.database, documentId);
  if (submission === null || stored === null) return null;
  const { document, messages } = stored;
  return { file: file.name, ok: true, documentId, document, messages, duplicateOf: submission.name };
}

function withFile(said: Message, file: string): Message {
  return { ...said, at: { ...said.at, file } };
}
