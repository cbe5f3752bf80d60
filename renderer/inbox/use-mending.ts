/** The document on the checking table: what is mended is kept as a working copy soon after, and as a revision when it is confirmed. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DocumentState } from '../../shared/api/documents.ts';
import type { OriginalText } from '../../shared/api/inbox.ts';
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { Message } from '../../shared/result.ts';
import { useSession } from '../session.ts';
import { words } from './words.ts';

/** A document as it is being mended. */
interface Sheet {
  readonly id: DocumentId;
  readonly state: DocumentState;
  readonly messages: readonly Message[];
  version: number;
  document: GazetteDocument;
  /** Mended and not yet kept. */
  isDirty: boolean;
  /** The desk would not take it: it stays here until it is taken or given up. */
  isRefused: boolean;
  /** Something was kept since the lists were last read. */
  isKept: boolean;
  timer: number;
  saving: Promise<void>;
}

export interface Mending {
  readonly id: DocumentId;
  readonly document: GazetteDocument;
  readonly original: OriginalText | null;
  readonly state: DocumentState;
  readonly messages: readonly Message[];
  readonly isDirty: boolean;
  readonly isRefused: boolean;
}

export interface MendingDesk {
  /** Null while nothing is open, or it is being read. */
  readonly mending: Mending | null;
  readonly change: (id: DocumentId, change: (document: GazetteDocument) => GazetteDocument) => void;
  /** Keeps the mends as a revision and moves 收稿 on to 编辑; false when the desk refused. */
  readonly confirm: () => Promise<boolean>;
  readonly discard: () => void;
  /** A field was left: what was mended is kept now, and the lists are told. */
  readonly settle: () => void;
}

const savePause = 600;
/** Going down the list with the arrow keys opens only where one stops. */
const openPause = 90;

export function useMending(active: DocumentId | null, onKept: (id: DocumentId) => void): MendingDesk {
  const { api, run, hand } = useSession();
  const [mending, setMending] = useState<Mending | null>(null);
  const sheet = useRef<Sheet | null>(null);
  const original = useRef<OriginalText | null>(null);
  /** Sheets that the desk refused, so that coming back to a card finds its mends. */
  const refused = useRef(new Map<DocumentId, Sheet>());
  const kept = useRef(onKept);
  useEffect(() => {
    kept.current = onKept;
  });

  const show = useCallback(() => {
    const now = sheet.current;
    setMending(now === null ? null : { ...now, original: original.current });
  }, []);

  const save = useCallback(
    (now: Sheet): Promise<void> => {
      clearTimeout(now.timer);
      now.saving = now.saving.then(async () => {
        if (!now.isDirty) return;
        now.isDirty = false;
        const version = await run(words.detail.saving, () => api.saveDraft(now.id, now.version, now.document, hand));
        now.isRefused = version === undefined;
        if (version === undefined) {
          now.isDirty = true;
          refused.current.set(now.id, now);
        } else {
          now.version = version;
          now.isKept = true;
          refused.current.delete(now.id);
        }
        if (sheet.current === now) show();
      });
      return now.saving;
    },
    [api, run, hand, show],
  );

  const leave = useCallback(
    async (now: Sheet) => {
      if (now.isDirty && !now.isRefused) await save(now);
      else await now.saving;
      if (now.isKept) kept.current(now.id);
      now.isKept = false;
    },
    [save],
  );

  const open = useCallback(
    async (id: DocumentId, isWanted: () => boolean) => {
      const known = refused.current.get(id);
      const view = known ?? (await run(words.opening, () => api.readDocument(id)));
      if (view === undefined || !isWanted()) return;
      const { document, version, state, messages } = view;
      sheet.current = known ?? {
        ...{ id, document, version, state, messages, isDirty: false, isRefused: false, isKept: false, timer: 0 },
        saving: Promise.resolve(),
      };
      original.current = null;
      show();
      // The recognised parts can be read already while the file is read once more.
      const lines = await api.readOriginal(id).catch((): OriginalText => ({ file: '', lines: [] }));
      if (!isWanted()) return;
      original.current = lines;
      show();
    },
    [api, run, show],
  );

  useEffect(() => {
    let isHere = true;
    const timer = active === null ? 0 : window.setTimeout(() => void open(active, () => isHere), openPause);
    return () => {
      isHere = false;
      clearTimeout(timer);
      const now = sheet.current;
      if (now !== null) void leave(now);
      sheet.current = null;
    };
  }, [active, open, leave]);

  const change = useCallback<MendingDesk['change']>(
    (id, made) => {
      const now = sheet.current;
      if (now === null || now.id !== id) return;
      const document = made(now.document);
      if (document === now.document) return;
      now.document = document;
      now.isDirty = true;
      clearTimeout(now.timer);
      now.timer = window.setTimeout(() => void save(now), savePause);
      show();
    },
    [save, show],
  );

  const confirm = useCallback(async () => {
    const now = sheet.current;
    if (now === null) return false;
    // Saved even when nothing was mended: the desk then says whether the document may be touched at all.
    now.isDirty = true;
    await save(now);
    if (now.isRefused) return false;
    const done = await run(words.detail.saving, async () => {
      await api.commitDraft(now.id, hand, words.detail.note);
      if (now.state === 'received') await api.setDocumentState(now.id, 'editing', hand.person);
      return true;
    });
    now.isKept = false;
    kept.current(now.id);
    return done === true;
  }, [api, run, hand, save]);

  const discard = useCallback(() => {
    const now = sheet.current;
    if (now === null) return;
    clearTimeout(now.timer);
    now.isDirty = false;
    refused.current.delete(now.id);
    void open(now.id, () => sheet.current?.id === now.id);
  }, [open]);

  const settle = useCallback(() => {
    if (sheet.current !== null) void leave(sheet.current);
  }, [leave]);

  // What is on show belongs to the card before until the new one is read.
  return { mending: mending?.id === active ? mending : null, change, confirm, discard, settle };
}
