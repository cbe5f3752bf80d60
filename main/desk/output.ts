/** 输出 as the desk sees it: files read back and held against the issue, and everything for the print office in one go. */
import { createHash } from 'node:crypto';
import type { CheckedFile, OutputApi, OutputCheck, PrintJob, PrintJobRequest } from '../../shared/api/output.ts';
import { DeskError, type ExportFormat, type FileBytes, type IssueId, type PressRequest, type Progress } from '../../shared/api.ts';
import { usualPaper } from '../../shared/print/papers.ts';
import { THICKEST_IMPOSED } from '../../shared/print/spine.ts';
import { type Message, message } from '../../shared/result.ts';
import { readState } from '../database/editing.ts';
import { issueStamp } from '../database/issues.ts';
import type { Desk } from './context.ts';
import { commitDrafts } from './editing.ts';
import { documentsOf } from './entries.ts';
import { exportIssue, exportName } from './exports.ts';
import { laidOutIssue } from './layouts.ts';
import { tooThick } from './press-exports.ts';
import { readBack } from './read-back.ts';

export function outputPart(desk: Desk): OutputApi {
  return {
    checkOutput: (id, file) => readBack(desk, id, file),
    exportPrintJob: (id, request, progress) => exportPrintJob(desk, id, request, progress),
  };
}

/** In the order in which a print office looks at them. */
function wantedFiles(
  desk: Desk,
  id: IssueId,
  { multiple, paper = usualPaper, imposed, word, archive }: PrintJobRequest,
): (ExportFormat | PressRequest)[] {
  const press = (format: PressRequest['format']): PressRequest => ({ format, multiple, paper });
  const { covers, pages } = laidOutIssue(desk, id).laidOut;
  const hasCover = covers.front !== null || covers.back !== null;
  return [
    press('press'),
    ...(hasCover ? [press('cover'), press('spread')] : []),
    ...(imposed && pages.length <= THICKEST_IMPOSED ? [press('imposed')] : []),
    'pdf',
    ...(word ? (['word'] as const) : []),
    ...(archive ? (['archive'] as const) : []),
    press('ticket'),
  ];
}

async function exportPrintJob(desk: Desk, id: IssueId, request: PrintJobRequest, progress?: Progress): Promise<PrintJob> {
  const documents = documentsOf(desk, id);
  if (documents.length === 0)
    throw new DeskError('issue-empty', '本期还没有稿件，没有可以交付印刷的内容；请先在“来稿”中导入，再在“组版”中排好。');
  commitDrafts(desk, documents, '输出前存版');
  progress?.(0, 1, '正在排版');
  const { composed, messages, stamp } = laidOutIssue(desk, id);
  // Others work on while files are written: all files of a job are of one text, or there is no job.
  const needUnchanged = () => {
    if (issueStamp(desk.database, id) !== stamp)
      throw new DeskError('issue-changed', '输出期间本期有改动，各文件会不一致，没有写出；请等改完后重新输出。');
  };
  const wanted = wantedFiles(desk, id, request);
  const files: CheckedFile[] = [];
  for (const [index, one] of wanted.entries()) {
    const format = typeof one === 'string' ? one : one.format;
    const name = exportName(composed.head, format);
    progress?.(2 * index, 2 * wanted.length, `正在写出 ${name}`);
    // Between two files the loop of events turns, so that the progress is seen and others are answered.
    await new Promise((resolve) => setImmediate(resolve));
    const { bytes, messages: own = [] } = await exportIssue(desk, id, one);
    progress?.(2 * index + 1, 2 * wanted.length, `正在核验 ${name}`);
    await new Promise((resolve) => setImmediate(resolve));
    needUnchanged();
    files.push({ name, bytes, messages: own, checks: await readBack(desk, id, { name, bytes }) });
    needUnchanged();
  }
  files.push(checksums(files));
  progress?.(2 * wanted.length, 2 * wanted.length, '已写出');
  return {
    folder: exportName(composed.head, 'pdf').replace(/\.pdf$/, ''),
    files,
    messages: [...notImposed(desk, id, request), ...notFinal(desk, id), ...messages.filter(({ severity }) => severity !== 'note')],
  };
}

/** In the form that `sha256sum -c` reads. */
function checksums(files: readonly FileBytes[]): CheckedFile {
  const lines = files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
  const check: OutputCheck = { what: '校验和', ok: true, found: `${files.length} 个文件的 SHA-256，收到后可逐个核对` };
  return { name: 'SHA256SUMS.txt', bytes: new TextEncoder().encode(lines.join('')), messages: [], checks: [check] };
}

/** The other files of a job are of use without it. */
function notImposed(desk: Desk, id: IssueId, { imposed }: PrintJobRequest): Message[] {
  const { length } = laidOutIssue(desk, id).laidOut.pages;
  return imposed && length > THICKEST_IMPOSED ? [message('imposed-thick', 'warning', tooThick(length))] : [];
}

/** What is printed should have been read to the end; the office may have its reasons, so it is said and not refused. */
function notFinal(desk: Desk, id: IssueId): Message[] {
  const { composed } = laidOutIssue(desk, id);
  return composed.entries.flatMap(({ entry: { key }, document }) =>
    readState(desk.database, key.documentId) === 'final'
      ? []
      : [message('document-not-final', 'warning', `《${document.title}》还没有定稿；请确认已校对完毕。`, { file: key.file })],
  );
}
