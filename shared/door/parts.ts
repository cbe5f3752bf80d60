/** The arguments of the methods that stand in shared/api/, part by part; their progress functions are left out. */
import type { ArchiveApi } from '../api/archive.ts';
import type { ArrangementApi } from '../api/arrangement.ts';
import type { DocumentsApi } from '../api/documents.ts';
import type { InboxApi } from '../api/inbox.ts';
import type { OutputApi } from '../api/output.ts';
import type { ProofsApi } from '../api/proofs.ts';
import type { ReadingApi } from '../api/reading.ts';
import type { SearchApi } from '../api/search.ts';
import type { SettingsApi } from '../api/settings.ts';
import { isGazetteDocument } from '../document/guard.ts';
import { paperIds } from '../print/papers.ts';
import {
  type Guard,
  isCount,
  isFile,
  isFlag,
  isHand,
  isId,
  isInteger,
  isName,
  isStart,
  isTable,
  isText,
  listOf,
  oneOf,
  orNull,
  shape,
} from './guards.ts';

type Parameters<Part> = Readonly<Record<keyof Part, readonly Guard[]>>;

const isState = oneOf('received', 'editing', 'proofreading', 'final');

const documents: Parameters<DocumentsApi> = {
  readDocument: [isId],
  saveDraft: [isId, isCount, isGazetteDocument, isHand],
  saveUndo: [isId, isCount, isText],
  readUndo: [isId],
  commitDraft: [isId, isHand, isText],
  listRevisions: [isId],
  readRevision: [isId, isCount],
  restoreRevision: [isId, isCount, isHand],
  setDocumentState: [isId, isState, isName],
  listStates: [isId],
  lockDocument: [isId, isHand, isFlag],
  unlockDocument: [isId, isHand],
  storeImage: [isFile],
};

const isFacts = shape({ sender: isText, receivedOn: isText, request: isText, approver: isText, remark: isText });
const inbox: Parameters<InboxApi> = {
  listSubmissions: [],
  readOriginal: [isId],
  updateIntake: [isId, isFacts],
  placeDocuments: [isId, isName, listOf(isId)],
};

const isArranged = shape({ documentId: isId, section: isName, start: isStart, contentsTitle: orNull(isText) });
const arrangement: Parameters<ArrangementApi> = {
  arrangeIssue: [isId, isCount, listOf(isArranged)],
  tryArrangement: [isId, listOf(isArranged)],
  suggestSections: [isId, listOf(isId)],
};

const isPlace = shape({
  documentId: isId,
  block: isInteger,
  path: listOf(isCount),
  at: isCount,
  length: isCount,
  before: isText,
  found: isText,
  after: isText,
});
const search: Parameters<SearchApi> = {
  findInIssue: [isId, shape({ words: isText, isLoose: isFlag })],
  replaceInIssue: [isId, listOf(isPlace), isText, isHand],
};

const proofs: Parameters<ProofsApi> = {
  takeProof: [isId, isName],
  listProofs: [isId],
  compareProof: [isId, isCount],
};

const reading: Parameters<ReadingApi> = {
  collateIssue: [isId],
  listReadings: [isId, isName],
  markRead: [isId, listOf(isCount), isName, isFlag],
};

const isQuery = shape(
  { words: isText, offset: isCount, limit: isCount },
  { gazette: isText, year: isCount, section: isText, issuer: isText },
);
const archive: Parameters<ArchiveApi> = {
  searchArchive: [isQuery],
  listArchiveFacets: [],
  readYearContents: [isText, isCount],
  copyDocument: [isId, isId, isName, isName],
};

const isJob = shape({ multiple: oneOf(1, 4, 16), imposed: isFlag, word: isFlag, archive: isFlag }, { paper: oneOf(...paperIds) });
const output: Parameters<OutputApi> = {
  checkOutput: [isId, isFile],
  exportPrintJob: [isId, isJob],
};

const settings: Parameters<SettingsApi> = {
  readSettings: [],
  updateSettings: [shape({ backupFolder: isText, backupsKept: isCount })],
  listFonts: [],
  showHouse: [isText, isTable],
  backUpNow: [],
  listBackups: [],
  readProgramFacts: [],
};

export const partParameters = {
  ...documents,
  ...inbox,
  ...arrangement,
  ...search,
  ...proofs,
  ...reading,
  ...archive,
  ...output,
  ...settings,
};
