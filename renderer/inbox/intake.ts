/** 收稿: files go to the desk one at a time, so that stopping keeps what is in and five hundred files need the memory of one. */
import type { DocumentId, ImportReport } from '../../shared/api.ts';
import type { PickedFile } from '../ui/files.ts';
import { words } from './words.ts';

export interface IntakeSummary {
  readonly accepted: number;
  /** Files whose very bytes were in the store before. */
  readonly known: readonly { readonly file: string; readonly same: string }[];
  readonly refused: readonly { readonly file: string; readonly text: string }[];
  /** How many came into the issue; null where that was not wanted or is not known. */
  readonly placed: number | null;
  /** Files that were not tried because the intake was stopped. */
  readonly left: number;
  readonly documents: readonly DocumentId[];
}

export interface IntakeSteps {
  readonly store: (name: string, bytes: Uint8Array) => Promise<ImportReport>;
  /** Null where documents go into the store alone. @returns how many came in anew. */
  readonly place: ((documents: readonly DocumentId[]) => Promise<number>) | null;
  readonly isStopped: () => boolean;
  readonly progress: (done: number, what: string) => void;
  /** Called after some files and at the end, so that lists show what is in. */
  readonly arrived: () => void;
}

/** So many at a time go into the issue: should the window be closed in between, no more than these wait in the store. */
const batch = 20;

export async function takeIn(files: readonly PickedFile[], steps: IntakeSteps): Promise<IntakeSummary> {
  const reports: ImportReport[] = [];
  let waiting: DocumentId[] = [];
  let placed = 0;
  const place = async () => {
    if (waiting.length > 0 && steps.place !== null) placed += await steps.place(waiting);
    waiting = [];
    steps.arrived();
  };
  try {
    for (const { path, file } of files) {
      if (steps.isStopped()) break;
      steps.progress(reports.length, words.intake.step(path));
      const bytes = await file.arrayBuffer().catch(() => null);
      const report = bytes === null ? unreadable(path) : await steps.store(path, new Uint8Array(bytes));
      reports.push(report);
      if (report.ok && report.documentId !== null) waiting.push(report.documentId);
      if (reports.length % batch === 0) await place();
    }
  } finally {
    // What came in before the desk refused something is placed all the same.
    await place();
  }
  return summarise(reports, { placed: steps.place === null ? null : placed, left: files.length - reports.length });
}

export function summarise(
  reports: readonly ImportReport[],
  { placed, left }: { readonly placed: number | null; readonly left: number },
): IntakeSummary {
  const accepted = reports.filter((report) => report.ok);
  return {
    accepted: accepted.length,
    known: accepted.flatMap(({ file, duplicateOf }) => (duplicateOf === null ? [] : [{ file, same: duplicateOf }])),
    refused: reports.flatMap((report) => (report.ok ? [] : [{ file: report.file, text: report.error.text }])),
    placed,
    left,
    documents: accepted.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])),
  };
}

function unreadable(file: string): ImportReport {
  return { file, ok: false, error: { code: 'file-unreadable', severity: 'error', text: words.intake.unreadable } };
}

/** One sentence: 480 篇收稿，20 个未收入. */
export function summaryLine({ accepted, refused, known, placed, left }: IntakeSummary): string {
  const { summary } = words;
  const parts = [
    summary.accepted(accepted),
    ...(refused.length === 0 ? [] : [summary.refused(refused.length)]),
    ...(known.length === 0 ? [] : [summary.known(known.length)]),
    ...(placed === null || placed === 0 ? [] : [summary.placed(placed)]),
  ];
  return `${parts.join('，')}${left === 0 ? '' : `。${summary.cancelled(left)}`}`;
}

/** For a message to whoever sent the files. */
export function summaryText(summary: IntakeSummary): string {
  const lines = [
    summaryLine(summary),
    ...summary.refused.map(({ file, text }) => `${file}\t${text}`),
    ...summary.known.map(({ file, same }) => `${file}\t${words.summary.knownAs(same)}`),
  ];
  return lines.join('\n');
}
