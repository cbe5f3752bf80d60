/**
 * The contract for documents (稿件) while they are edited: the working copy that takes every key, revisions, states, locks.
 *
 * `version` counts the changes of a document's text, whoever makes them; a write that names an old one is refused
 * (`document-stale`), so that nothing is overwritten unseen. Making a revision of the working copy changes no text and no version.
 */

import type { ImageReference } from '../document/block.ts';
import type { GazetteDocument } from '../document/document.ts';
import type { Message } from '../result.ts';
import type { DocumentId, FileBytes, Person } from './names.ts';

/** 收稿 → 编辑 → 校对 → 定稿. */
export type DocumentState = 'received' | 'editing' | 'proofreading' | 'final';
/** As the office calls them, everywhere. */
export const stateNames: Readonly<Record<DocumentState, string>> = {
  received: '收稿',
  editing: '编辑',
  proofreading: '校对',
  final: '定稿',
};

export interface DocumentView {
  /** As it now is: the working copy where there is one, else the newest revision. */
  readonly document: GazetteDocument;
  readonly version: number;
  /** Number of the newest revision. */
  readonly revision: number;
  /** True while the working copy holds changes that are no revision yet. */
  readonly isChanged: boolean;
  readonly file: string;
  /** What the import had to say. */
  readonly messages: readonly Message[];
  readonly state: DocumentState;
  readonly lock: DocumentLock | null;
}

export interface DocumentLock {
  readonly holder: Person;
  /** ISO times. */
  readonly takenAt: string;
  readonly seenAt: string;
}

/** One window at work: `session` tells two windows of the same person apart. */
export interface Hand {
  readonly person: Person;
  readonly session: string;
}

export type LockAnswer = { readonly mine: true } | ({ readonly mine: false } & DocumentLock);

export interface RevisionSummary {
  readonly number: number;
  readonly author: Person;
  readonly createdAt: string;
  /** Why it was made: 导入, 恢复第 3 版 …; "" for ordinary saving. */
  readonly note: string;
}

export interface StateChange {
  readonly state: DocumentState;
  readonly person: Person;
  readonly at: string;
}

export interface DocumentsApi {
  readDocument(id: DocumentId): Promise<DocumentView>;
  /**
   * Keeps the document as it is at this moment; the layout and every reader see it at once. Refused: `document-stale`,
   * `document-locked` (another window holds it), `document-final`.
   * @returns the new version.
   */
  saveDraft(id: DocumentId, version: number, document: GazetteDocument, hand: Hand): Promise<number>;
  /** The undo history of the editor, opaque; good only as long as the document has this version. */
  saveUndo(id: DocumentId, version: number, history: string): Promise<void>;
  /** Null when there is none for the version that the document now has. */
  readUndo(id: DocumentId): Promise<string | null>;
  /** Makes a revision of the working copy (Ctrl+S); null when it holds nothing new. */
  commitDraft(id: DocumentId, hand: Hand, note: string): Promise<number | null>;
  listRevisions(id: DocumentId): Promise<readonly RevisionSummary[]>;
  readRevision(id: DocumentId, number: number): Promise<GazetteDocument>;
  /** The text of an old revision as a new one; what was not yet a revision becomes one first. @returns the new version. */
  restoreRevision(id: DocumentId, number: number, hand: Hand): Promise<number>;
  setDocumentState(id: DocumentId, state: DocumentState, person: Person): Promise<void>;
  listStates(id: DocumentId): Promise<readonly StateChange[]>;
  /** Takes the document for this window, or says that it still has it; call again every 20 s. Another's lock that was not renewed for 60 s is free. */
  lockDocument(id: DocumentId, hand: Hand, takeOver: boolean): Promise<LockAnswer>;
  unlockDocument(id: DocumentId, hand: Hand): Promise<void>;
  /** Keeps a picture for a figure, with its size in points; refused (`picture-unusable`) when it is damaged or neither PNG, JPEG, GIF, BMP nor TIFF. */
  storeImage(file: FileBytes): Promise<ImageReference>;
}

export const documentMethods = [
  'readDocument',
  'saveDraft',
  'saveUndo',
  'readUndo',
  'commitDraft',
  'listRevisions',
  'readRevision',
  'restoreRevision',
  'setDocumentState',
  'listStates',
  'lockDocument',
  'unlockDocument',
  'storeImage',
] as const satisfies readonly (keyof DocumentsApi)[];
