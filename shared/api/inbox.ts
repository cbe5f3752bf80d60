/** The contract for 来稿: everything that came in, with its facts, its text as it came, and the way into an issue. */
import type { DocumentKind } from '../document/document.ts';
import type { Message } from '../result.ts';
import type { DocumentState } from './documents.ts';
import type { DocumentId, IssueId, SubmissionId } from './names.ts';

/** What the office keeps of how a submission came in; "" where nothing was noted. */
export interface IntakeFacts {
  /** 送稿单位 */
  readonly sender: string;
  /** 收稿日期, ISO date */
  readonly receivedOn: string;
  /** 提请刊登请示 (number or title of the request) */
  readonly request: string;
  /** 审批人 */
  readonly approver: string;
  /** 备注 */
  readonly remark: string;
}

export interface SubmissionCard {
  readonly documentId: DocumentId;
  readonly submissionId: SubmissionId;
  readonly file: string;
  /** ISO time */
  readonly receivedAt: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  /** Characters of title and text without spaces. */
  readonly characters: number;
  readonly state: DocumentState;
  readonly messages: readonly Message[];
  readonly facts: IntakeFacts;
  /** The issues in which it stands. */
  readonly issues: readonly { readonly id: IssueId; readonly name: string }[];
  /** Other documents with the same 发文字号, or with the same text. */
  readonly twins: readonly { readonly documentId: DocumentId; readonly why: 'number' | 'text' }[];
}

/** The submission as its file has it, before recognition: for comparing by eye. */
export interface OriginalText {
  readonly file: string;
  /** One entry a paragraph or table row, in order; cells parted by tabs. */
  readonly lines: readonly string[];
}

export interface InboxApi {
  /** All submissions, the newest first. */
  listSubmissions(): Promise<readonly SubmissionCard[]>;
  readOriginal(id: DocumentId): Promise<OriginalText>;
  updateIntake(id: SubmissionId, facts: IntakeFacts): Promise<void>;
  /** Puts stored documents at the end of a section; what stands in the issue already is left where it is. @returns how many were added. */
  placeDocuments(issue: IssueId, section: string, documents: readonly DocumentId[]): Promise<number>;
}

export const inboxMethods = [
  'listSubmissions',
  'readOriginal',
  'updateIntake',
  'placeDocuments',
] as const satisfies readonly (keyof InboxApi)[];
