/** 编辑 as the desk sees it: working copies, revisions, states, and who holds a document. */
import { type DocumentLock, type DocumentsApi, type Hand, stateNames } from '../../shared/api/documents.ts';
import { DeskError, type DocumentId } from '../../shared/api.ts';
import {
  addRevision,
  commitDraft,
  documentsWithDraft,
  documentVersion,
  readDocument,
  type StoredDocument,
  writeDraft,
} from '../database/documents.ts';
import * as editing from '../database/editing.ts';
import { insertImage } from '../database/images.ts';
import type { Desk } from './context.ts';

/** A lock that was not renewed for so long is nobody's: its window is gone. Browsers wake a hidden window once a minute. */
const lockLasts = 90_000;

/** A picture of its own says nothing of its size in print: 96 pixels to the inch, as Word takes them. */
const POINTS = 72 / 96;

export function editingPart(desk: Desk): DocumentsApi {
  const { database, now } = desk;
  return {
    async readDocument(id) {
      const stored = needDocument(desk, id);
      return { ...stored, lock: lockOf(desk, id) };
    },
    async saveDraft(id, version, document, hand) {
      const next = whileFree(desk, id, hand, () => writeDraft(database, id, version, document, { author: hand.person, createdAt: now() }));
      if (next === null) throw stale();
      desk.documents.hand(id, next, document);
      return next;
    },
    async saveUndo(id, version, history) {
      editing.writeUndo(database, id, version, history);
    },
    readUndo: async (id) => editing.readUndo(database, id),
    async commitDraft(id, _hand, note) {
      needDocument(desk, id);
      return commitDraft(database, id, now(), note);
    },
    async listRevisions(id) {
      needDocument(desk, id);
      return editing.listRevisions(database, id);
    },
    async readRevision(id, number) {
      const document = editing.readRevision(database, id, number);
      if (document === null) throw new DeskError('revision-missing', `稿件没有第 ${number} 版；请刷新版本列表后重试。`);
      return document;
    },
    async restoreRevision(id, number, hand) {
      return whileFree(desk, id, hand, () => {
        const old = editing.readRevision(database, id, number);
        if (old === null) throw new DeskError('revision-missing', `稿件没有第 ${number} 版；请刷新版本列表后重试。`);
        const { version } = needDocument(desk, id);
        const by = { author: hand.person, createdAt: now(), note: `恢复第 ${number} 版` };
        if (addRevision(database, id, version, old, by) === null) throw stale();
        return version + 1;
      });
    },
    async setDocumentState(id, state, person) {
      needDocument(desk, id);
      const run = database.transaction(() => {
        const isNew = editing.readState(database, id) !== state;
        commitDraft(database, id, now(), isNew ? `状态改为“${stateNames[state]}”` : '');
        if (isNew) editing.addState(database, id, { state, person, at: now() });
      });
      run.immediate();
    },
    listStates: async (id) => editing.listStates(database, id),
    async lockDocument(id, hand, takeOver) {
      needDocument(desk, id);
      const run = database.transaction(() => {
        const other = heldByOther(desk, id, hand);
        if (other !== null && !takeOver) return { mine: false as const, ...other };
        const own = editing.readLock(database, id);
        // What the other has typed stays to be found as theirs, whatever is made of it now.
        if (own !== null && own.session !== hand.session) commitDraft(database, id, now(), '接手编辑前存版');
        const takenAt = own?.session === hand.session ? own.takenAt : now();
        editing.writeLock(database, id, { session: hand.session, holder: hand.person, takenAt, seenAt: now() });
        return { mine: true as const };
      });
      return run.immediate();
    },
    async unlockDocument(id, hand) {
      editing.removeLock(database, id, hand.session);
    },
    async storeImage({ name, bytes }) {
      const { createImageStore, imageSize } = await import('../import/images.ts');
      const image = createImageStore().add(bytes);
      const size = image === undefined ? undefined : imageSize(image.bytes);
      if (image === undefined || size === undefined)
        throw new DeskError(
          'picture-unusable',
          `图片“${name}”无法使用：它已损坏，或者不是 PNG、JPEG、GIF、BMP、TIFF 格式；请另存为 PNG 或 JPEG 后再插入。`,
        );
      insertImage(database, image.hash, image);
      return { hash: image.hash, width: size.width * POINTS, height: size.height * POINTS };
    },
  };
}

/** Working copies of these documents become revisions: before something goes out whose text must be found again. */
export function commitDrafts(desk: Desk, ids: readonly DocumentId[], note: string): void {
  const drafted = documentsWithDraft(desk.database);
  const waiting = ids.filter((id) => drafted.has(id));
  // Mostly there is none, and then nothing is written either.
  if (waiting.length === 0) return;
  const run = desk.database.transaction(() => {
    for (const id of waiting) commitDraft(desk.database, id, desk.now(), note);
  });
  run.immediate();
}

/** @throws DeskError `document-missing`. */
export function needDocument(desk: Desk, id: DocumentId): StoredDocument {
  const stored = readDocument(desk.database, id);
  if (stored === null) throw new DeskError('document-missing', `稿件 ${id} 不在库中；请刷新列表后重试。`);
  return stored;
}

/**
 * Does `write` while nobody else may write: who holds the document and whether it is finished is asked in the same transaction.
 * @throws DeskError `document-missing`, `document-locked`, `document-final`.
 */
export function whileFree<T>(desk: Desk, id: DocumentId, hand: Hand, write: () => T): T {
  const run = desk.database.transaction(() => {
    needFree(desk, id, hand);
    needOpen(desk, id);
    return write();
  });
  return run.immediate();
}

/** What is finished is opened first, so that nobody changes it by accident. */
function needOpen(desk: Desk, id: DocumentId): void {
  if (documentVersion(desk.database, id) === null) throw new DeskError('document-missing', `稿件 ${id} 不在库中；请刷新列表后重试。`);
  if (editing.readState(desk.database, id) !== 'final') return;
  throw new DeskError('document-final', '这篇稿件已定稿，没有改动；要修改请先退回校对。');
}

function needFree(desk: Desk, id: DocumentId, hand: Hand): void {
  const other = heldByOther(desk, id, hand);
  if (other === null) return;
  throw new DeskError('document-locked', `这篇稿件正由${other.holder}在另一窗口编辑，没有保存；请等对方关闭，或点“接手编辑”。`);
}

function lockOf(desk: Desk, id: DocumentId): DocumentLock | null {
  const lock = editing.readLock(desk.database, id);
  // Either way: a lock from the future was written before the clock was put right.
  if (lock === null || Math.abs(Date.parse(desk.now()) - Date.parse(lock.seenAt)) > lockLasts) return null;
  return { holder: lock.holder, takenAt: lock.takenAt, seenAt: lock.seenAt };
}

function heldByOther(desk: Desk, id: DocumentId, hand: Hand): DocumentLock | null {
  return editing.readLock(desk.database, id)?.session === hand.session ? null : lockOf(desk, id);
}

function stale(): DeskError {
  return new DeskError('document-stale', '这篇稿件刚在别处改动，没有保存；请重新打开稿件，核对后再改。');
}
