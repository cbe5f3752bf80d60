/** The names by which the parts of the contract speak of what the database keeps, and of files and progress. */

export type IssueId = number & { readonly brand: 'IssueId' };
export type DocumentId = number & { readonly brand: 'DocumentId' };
export type SubmissionId = number & { readonly brand: 'SubmissionId' };

/** A file as it comes in or goes out. */
export interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Called now and then while long work runs: `done` of `total` steps, and what is being worked on, in Chinese. */
export type Progress = (done: number, total: number, what: string) => void;

/** Who does something, as revisions and states record it: a name that the person gave, never empty. */
export type Person = string;
