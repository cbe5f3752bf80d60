/**
 * The contract between the desk and its doors (window, browser, command line). No dialog in it: files come in and
 * go out as bytes, so that a test can do whatever a user can. Every method is asynchronous at the doors.
 */
import { type ArchiveApi, archiveMethods } from './api/archive.ts';
import { type ArrangementApi, arrangementMethods } from './api/arrangement.ts';
import { type DocumentState, type DocumentsApi, documentMethods, type Hand } from './api/documents.ts';
import { type InboxApi, inboxMethods } from './api/inbox.ts';
import type { DocumentId, FileBytes, IssueId, Progress } from './api/names.ts';
import { type OutputApi, outputMethods } from './api/output.ts';
import { type ProofsApi, proofMethods } from './api/proofs.ts';
import { type ReadingApi, readingMethods } from './api/reading.ts';
import { type SearchApi, searchMethods } from './api/search.ts';
import { type SettingsApi, settingsMethods } from './api/settings.ts';
import type { GazetteDocument } from './document/document.ts';
import type { Issue, IssueHead, StartRule } from './issue/issue.ts';
import type { Advice, Saving } from './layout/advice.ts';
import type { Geometry } from './layout/geometry.ts';
import type { ContentsLine, Page } from './layout/page.ts';
import type { PageMultiple } from './print/page-count.ts';
import type { PaperId } from './print/papers.ts';
import type { Message } from './result.ts';

export type { DocumentId, FileBytes, IssueId, Person, Progress, SubmissionId } from './api/names.ts';

export interface IssueSummary {
  readonly id: IssueId;
  readonly gazette: string;
  readonly year: number;
  readonly number: number;
  readonly totalNumber: number | null;
  readonly house: string;
  readonly entryCount: number;
  /** ISO time of the last change. */
  readonly changedAt: string;
}

export interface EntryView {
  /** Position in the issue, from 0. */
  readonly position: number;
  readonly documentId: DocumentId;
  readonly section: string;
  readonly start: StartRule;
  readonly title: string;
  readonly docNumber: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly characters: number;
  readonly state: DocumentState;
  readonly file: string;
  readonly contentsTitle: string | null;
  /** What the import had to say of it. */
  readonly messages: readonly Message[];
}

/** An entry as the caller sees it: refused when another document stands there by now (two windows on one issue). */
export interface EntryAt {
  readonly position: number;
  readonly documentId: DocumentId;
}

export interface IssueView {
  readonly id: IssueId;
  readonly head: IssueHead;
  /** Rises with every change of the issue itself (not of its documents). */
  readonly stamp: number;
  readonly entries: readonly EntryView[];
}

/** One imported file: what was recognised, or why it was refused. `documentId` is null where nothing was stored. */
export type ImportReport =
  | {
      readonly file: string;
      readonly ok: true;
      readonly documentId: DocumentId | null;
      readonly document: GazetteDocument;
      readonly messages: readonly Message[];
      /** Set when the very same bytes were in the store already; the stored document is then used. */
      readonly duplicateOf: string | null;
    }
  | { readonly file: string; readonly ok: false; readonly error: Message };

export interface LayoutSummary {
  /** Folio of the body's last page. */
  readonly pages: number;
  readonly sheets: number;
  readonly contents: readonly ContentsLine[];
  /** In the order of the layout: `at.entry` of a message counts in it. */
  readonly documents: readonly {
    readonly documentId: DocumentId;
    readonly file: string;
    readonly title: string;
    readonly firstPage: number;
    readonly lastPage: number;
    /** 1-based sheet of the PDF on which the title stands. */
    readonly pdfPage: number;
    /** The lowest block on each page from the first to the last: the way from the text to its page. */
    readonly firstBlocks: readonly number[];
  }[];
  /** Page, type area, columns and line grid of the style that was laid out with. */
  readonly geometry: Geometry;
  /** Whether page 0 of `readPages` is a cover; the page with folio 1 follows it. */
  readonly hasFrontCover: boolean;
  readonly hasBackCover: boolean;
  readonly messages: readonly Message[];
}

/** `press` the block one page a sheet with marks, `cover` the four sides of the cover likewise, `spread` back, spine and front on one sheet, `imposed` sheets for saddle stitch, `ticket` the job ticket. */
export type PressFormat = 'press' | 'cover' | 'spread' | 'imposed' | 'ticket';
export type ExportFormat = 'pdf' | 'archive' | 'word' | 'layout' | PressFormat;

/** An output for the press with what may be chosen for it. */
export interface PressRequest {
  readonly format: PressFormat;
  /** Blank pages up to a multiple of it; as laid out where it is not given (`imposed`: 4). */
  readonly multiple?: PageMultiple;
  /** How much ink the pages carry, and how thick they are: creep, spine. 80 g offset where nothing is said. */
  readonly paper?: PaperId;
  /** The ticket as data instead of text. */
  readonly asJson?: boolean;
}

/** With what was found while writing; for the press this is what a printer would send it back for. */
export interface ExportedFile extends FileBytes {
  readonly messages?: readonly Message[];
}

/** Advice with the documents that it speaks of. */
export interface AdviceView extends Omit<Advice, 'savings'> {
  readonly savings: readonly (Saving & { readonly documentId: DocumentId })[];
}

export interface HouseSummary {
  readonly id: string;
  readonly name: string;
  /** As it ships, one that ships with the office's changes, or one of the office's own. */
  readonly origin: 'program' | 'changed' | 'office';
}

export interface HouseReport {
  /** Null when the file was refused; `messages` then says why, with the lines. */
  readonly house: HouseSummary | null;
  readonly messages: readonly Message[];
}

/** The parts stand in files of their own (shared/api/); what concerns issues as such is here. */
export interface Api extends DocumentsApi, InboxApi, ArrangementApi, SearchApi, ProofsApi, ReadingApi, ArchiveApi, OutputApi, SettingsApi {
  /** Houses that an issue may choose. */
  listHouses(): Promise<readonly HouseSummary[]>;
  /** A style file (see assets/help/house-style.md) is checked and stored under its id; refused as a whole when anything in it is wrong. */
  importHouse(file: FileBytes): Promise<HouseReport>;
  /** A style with all its fields, as `importHouse` reads it back. */
  exportHouse(id: string): Promise<FileBytes>;
  /** Takes back what `importHouse` stored; refused while an issue uses a style that is then gone. */
  removeHouse(id: string): Promise<void>;
  listIssues(): Promise<readonly IssueSummary[]>;
  readIssue(id: IssueId): Promise<IssueView>;
  createIssue(head: IssueHead): Promise<IssueId>;
  updateIssueHead(id: IssueId, head: IssueHead): Promise<void>;
  removeIssue(id: IssueId): Promise<void>;
  /** Imports files and puts what could be read at the end of the issue under `section`. */
  importIntoIssue(id: IssueId, section: string, files: readonly FileBytes[], progress?: Progress): Promise<readonly ImportReport[]>;
  /** Imports files into the store alone; without `store` nothing is kept. */
  importFiles(files: readonly FileBytes[], store: boolean, progress?: Progress): Promise<readonly ImportReport[]>;
  /** A manifest.json with the files it names. Refused as a whole (see `ManifestRefusal`) when a name is missing or twice. */
  importManifest(manifest: FileBytes, files: readonly FileBytes[], progress?: Progress): Promise<ManifestReport>;
  moveEntry(id: IssueId, entry: EntryAt, to: number): Promise<void>;
  removeEntry(id: IssueId, entry: EntryAt): Promise<void>;
  updateEntry(
    id: IssueId,
    entry: EntryAt,
    change: { readonly section?: string; readonly start?: StartRule; readonly contentsTitle?: string | null },
  ): Promise<void>;
  layoutIssue(id: IssueId): Promise<LayoutSummary>;
  /** Pages by index from 0 (not by folio), at most `count`. */
  readPages(id: IssueId, first: number, count: number): Promise<readonly Page[]>;
  /** 凑页: what is missing to full signatures, and what would save a page. Nothing is changed. */
  adviseIssue(id: IssueId): Promise<AdviceView>;
  /** Sets these blocks on as few lines as the rules allow, as a new revision of the document; words stay. Refused like `saveDraft`. */
  tightenBlocks(id: DocumentId, blocks: readonly number[], hand: Hand): Promise<void>;
  readImage(hash: string): Promise<FileBytes>;
  /** Working copies become revisions first, so that what went out can always be found. */
  exportIssue(id: IssueId, format: ExportFormat | PressRequest, progress?: Progress): Promise<ExportedFile>;
  /** Puts the invented sample issue of 示例市 into an empty database; gives the issue's id, the existing one if it is there. */
  openSample(progress?: Progress): Promise<IssueId>;
}

export interface ManifestReport {
  /** Null when the manifest was refused; `messages` then says why. */
  readonly issueId: IssueId | null;
  readonly issue: Issue<DocumentId> | null;
  readonly files: readonly ImportReport[];
  readonly messages: readonly Message[];
}

export type ApiMethod = keyof Api;

/** The whole list, in the order of the contract; doors make one function for each and nothing else. */
export const apiMethods = [
  'listHouses',
  'importHouse',
  'exportHouse',
  'removeHouse',
  'listIssues',
  'readIssue',
  'createIssue',
  'updateIssueHead',
  'removeIssue',
  'importIntoIssue',
  'importFiles',
  'importManifest',
  'moveEntry',
  'removeEntry',
  'updateEntry',
  'layoutIssue',
  'readPages',
  'adviseIssue',
  'tightenBlocks',
  'readImage',
  'exportIssue',
  'openSample',
  ...documentMethods,
  ...inboxMethods,
  ...arrangementMethods,
  ...searchMethods,
  ...proofMethods,
  ...readingMethods,
  ...archiveMethods,
  ...outputMethods,
  ...settingsMethods,
] as const satisfies readonly ApiMethod[];

/** An expected refusal as it crosses a door: `text` is Chinese and for people. */
export interface Refusal {
  readonly code: string;
  readonly text: string;
}
export type Answer<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Refusal);

/** Thrown by the desk for what the user can mend (a missing issue, a bad manifest); doors turn it into a `Refusal`. */
export class DeskError extends Error {
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.name = 'DeskError';
    this.code = code;
  }
}
