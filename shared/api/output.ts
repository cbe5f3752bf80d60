/** The contract for output (输出): one file with its check, or everything that a print office is given. */
import type { PageMultiple } from '../print/page-count.ts';
import type { PaperId } from '../print/papers.ts';
import type { Message } from '../result.ts';
import type { FileBytes, IssueId, Progress } from './names.ts';

/** One thing that was looked at in a file that had been written and was read back. */
export interface OutputCheck {
  readonly what: string;
  readonly ok: boolean;
  /** What was found, in Chinese. */
  readonly found: string;
}

export interface CheckedFile extends FileBytes {
  readonly messages: readonly Message[];
  readonly checks: readonly OutputCheck[];
}

export interface PrintJobRequest {
  readonly multiple: PageMultiple;
  /** Sheets for saddle stitch besides the single pages. */
  readonly imposed: boolean;
  readonly word: boolean;
  readonly archive: boolean;
  /** 80 g offset where nothing is said. */
  readonly paper?: PaperId;
}

export interface PrintJob {
  /** Name for the folder that holds the files. */
  readonly folder: string;
  /** With `SHA256SUMS.txt` last. */
  readonly files: readonly CheckedFile[];
  /** What concerns the issue as a whole and no single file. */
  readonly messages: readonly Message[];
}

export interface OutputApi {
  /** Reads a written file back and holds it against the issue as it now is laid out. */
  checkOutput(id: IssueId, file: FileBytes): Promise<readonly OutputCheck[]>;
  /** Everything for the print office in one go, all of the same text: refused (`issue-changed`) when the issue is changed meanwhile. */
  exportPrintJob(id: IssueId, request: PrintJobRequest, progress?: Progress): Promise<PrintJob>;
}

export const outputMethods = ['checkOutput', 'exportPrintJob'] as const satisfies readonly (keyof OutputApi)[];
