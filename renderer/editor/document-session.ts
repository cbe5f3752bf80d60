/**
 * One document open in this window: who holds it, what of it is saved, its undo history. It outlives the view, so that a view
 * that crashes takes no work with it, and it outlives the leaving of the document until all of it is stored.
 */
import { Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { DocumentView, Hand } from '../../shared/api/documents.ts';
import type { Api, DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { holdUnsaved } from '../unsaved.ts';
import { toDocument, toValue } from './document-value.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { readCopy, removeCopy, writeCopy } from './emergency-copy.ts';
import { factsOf, noFacts } from './facts.ts';
import { createGazetteEditor } from './gazette-editor.ts';
import { notOpened, type OpenedDocument, type SessionState } from './session-state.ts';
import { packHistory, unpackHistory } from './undo-history.ts';
import { words } from './words.ts';

export interface SessionHands {
  readonly api: Api;
  readonly hand: () => Hand;
  readonly onSaved: (document: GazetteDocument) => void;
  readonly onReloaded: () => void;
  /** The document was left, and what was typed last is not stored yet; later it is, or somebody must decide on it. */
  readonly onLeft: (left: 'waiting' | 'stored' | 'refused', title: string) => void;
}

const heartbeat = 20_000;
const factsPause = 250;
const undoPause = 1200;
let opens = 0;
/** Sessions of documents that were left and are not let go yet. */
const leaving = new Map<DocumentId, DocumentSession>();

/** Begins the session of a document; one that was left a moment ago, or whose work is not stored yet, goes on. */
export function beginSession(id: DocumentId, hands: SessionHands): DocumentSession {
  const left = leaving.get(id);
  const session = left ?? new DocumentSession(id);
  void session.begin(hands);
  return session;
}

export class DocumentSession {
  readonly id: DocumentId;
  private hands!: SessionHands;
  private state: SessionState = notOpened;
  private readonly listeners = new Set<() => void>();
  private pulse: ReturnType<typeof setInterval> | undefined;
  private factsTimer: ReturnType<typeof setTimeout> | undefined;
  private undoTimer: ReturnType<typeof setTimeout> | undefined;
  private hasOwnCopy = false;
  private isGone = false;
  private opening: Promise<void> = Promise.resolve();
  private letting: Promise<void> = Promise.resolve();

  constructor(id: DocumentId) {
    this.id = id;
  }

  readonly read = (): SessionState => this.state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** For `beginSession`: opens the document, or takes up again what was left of it. */
  async begin(hands: SessionHands): Promise<void> {
    this.hands = hands;
    this.isGone = false;
    // Whoever waits for the work that was left to be stored goes on from here.
    this.set({});
    clearInterval(this.pulse);
    this.pulse = setInterval(() => void this.beat(), heartbeat);
    window.addEventListener('pagehide', this.hide);
    window.addEventListener('online', this.online);
    await this.letting;
    if (this.isGone) return;
    if (this.state.opened === null) {
      this.opening = this.open();
      return this.opening;
    }
    // What was left may have been let go already, and another window have come.
    await this.beat();
    await this.compare();
  }

  /** Reads the document as the store has it, what is not saved here is given up; unless it is not `wanted` any more when it was read. */
  async open(takeOver = false, wanted: () => boolean = () => true): Promise<void> {
    const { api, hand } = this.hands;
    try {
      const [lock, view, undo] = await Promise.all([
        api.lockDocument(this.id, hand(), takeOver),
        api.readDocument(this.id),
        api.readUndo(this.id),
      ]);
      if (this.isGone || !wanted()) return;
      this.state.opened?.keeper.dispose();
      const opened = this.openedFrom(view, undo);
      const copy = readCopy(this.id);
      const isNew = copy !== null && JSON.stringify(copy.document) !== JSON.stringify(view.document);
      if (copy !== null && !isNew) removeCopy(this.id);
      this.set({
        opened,
        failure: null,
        holder: lock.mine ? null : lock.holder,
        isFinal: view.state === 'final',
        found: isNew && lock.mine ? { ...copy, isOld: copy.version !== view.version } : null,
        keep: { kind: 'saved' },
        facts: factsOf(opened.editor.children, noFacts),
      });
    } catch (error) {
      this.set({ failure: error instanceof Error ? error.message : String(error) });
    }
  }

  private openedFrom({ document, version }: DocumentView, undo: string | null): OpenedDocument {
    const editor = createGazetteEditor();
    editor.children = toValue(document);
    editor.history = unpackHistory(undo) ?? editor.history;
    opens += 1;
    const { api } = this.hands;
    const keeper = new DraftKeeper(version, {
      read: () => toDocument(editor.children, document),
      save: (base, text) => api.saveDraft(this.id, base, text, this.hands.hand()),
      look: () => api.readDocument(this.id),
      copy: (base, text) => {
        this.hasOwnCopy = true;
        return writeCopy(this.id, base, text);
      },
      dropCopy: () => {
        if (this.hasOwnCopy) removeCopy(this.id);
        this.hasOwnCopy = false;
      },
      onState: (keep) => {
        this.set({ keep });
        // Whose it now is, is said at once.
        if (keep.kind === 'refused' && keep.code === 'document-locked') void this.beat();
      },
      onSaved: (text) => {
        this.undoSoon();
        this.hands.onSaved(text);
      },
    });
    return { key: opens, editor, document, keeper };
  }

  /** The text was changed by a key or a command. */
  readonly changed = (): void => {
    this.state.opened?.keeper.changed();
    clearTimeout(this.factsTimer);
    this.factsTimer = setTimeout(() => this.countNow(), factsPause);
  };

  readonly countNow = (): void => {
    clearTimeout(this.factsTimer);
    const { opened, facts } = this.state;
    if (opened !== null) this.set({ facts: factsOf(opened.editor.children, facts) });
  };

  /** @returns the number of the new revision, null when there was nothing new, undefined when not all is stored. */
  async commit(): Promise<number | null | undefined> {
    const { opened } = this.state;
    if (opened === null || !(await opened.keeper.flush())) return undefined;
    return this.hands.api.commitDraft(this.id, this.hands.hand(), '');
  }

  async takeOver(): Promise<void> {
    const { opened } = this.state;
    if (opened === null || opened.keeper.isClean) return this.open(true);
    // With unsaved work: the lock first, then that work upon what is stored.
    await this.hands.api.lockDocument(this.id, this.hands.hand(), true);
    this.set({ holder: null });
    await opened.keeper.retry();
  }

  async backToEditing(): Promise<void> {
    const { api, hand } = this.hands;
    await api.setDocumentState(this.id, 'editing', hand().person);
    this.set({ isFinal: false });
    if (this.state.keep.kind === 'refused') await this.state.opened?.keeper.retry();
  }

  /** Puts the found copy into the text as one step that undo takes back; what stands there now becomes a revision before. */
  async restoreFound(): Promise<void> {
    const { found, opened } = this.state;
    if (found === null || opened === null) return;
    await this.hands.api.commitDraft(this.id, this.hands.hand(), words.banners.beforeRestore);
    if (this.state.found !== found || this.state.opened !== opened) return;
    const { editor } = opened;
    const value = toValue(found.document);
    Transforms.deselect(editor);
    for (let at = editor.children.length - 1; at >= 0; at -= 1)
      editor.apply({ type: 'remove_node', path: [at], node: editor.children[at] as never });
    value.forEach((node, at) => {
      editor.apply({ type: 'insert_node', path: [at], node });
    });
    this.hasOwnCopy = true;
    this.set({ found: null });
    this.changed();
  }

  discardFound(): void {
    removeCopy(this.id);
    this.set({ found: null });
  }

  /** After the view came to harm: what it gave last is kept before the document is read again. */
  async openAgain(): Promise<void> {
    await this.state.opened?.keeper.flush();
    await this.open();
  }

  /** Gives up what could not be saved and opens what the store has. */
  async reopen(): Promise<void> {
    if (this.state.keep.kind === 'refused') removeCopy(this.id);
    await this.open();
  }

  /** Another room or window may have changed the text; where nothing is unsaved here, the new one is shown. */
  async compare(): Promise<void> {
    const { opened } = this.state;
    // Whoever types while the new text is read keeps what was typed; the store then says that it is not upon its newest.
    const isUntouched = () => this.state.opened === opened && opened?.keeper.isClean === true && !ReactEditor.isComposing(opened.editor);
    if (opened === null || !isUntouched()) return;
    const view = await this.hands.api.readDocument(this.id).catch(() => null);
    if (view === null || this.isGone || !isUntouched()) return;
    if (view.version === opened.keeper.version) {
      if ((view.state === 'final') !== this.state.isFinal) this.set({ isFinal: view.state === 'final' });
      return;
    }
    await this.open(false, isUntouched);
    if (this.state.opened !== opened) this.hands.onReloaded();
  }

  /** Saves what is not saved, then lets the document go; what cannot be saved now is tried again, until it is or the document is opened again. */
  leave(): void {
    this.isGone = true;
    clearInterval(this.pulse);
    clearTimeout(this.factsTimer);
    clearTimeout(this.undoTimer);
    window.removeEventListener('online', this.online);
    leaving.set(this.id, this);
    const letting = this.letting.then(() => this.letGo());
    this.letting = letting;
    void letting.then(() => {
      if (!this.isGone || this.letting !== letting) return;
      window.removeEventListener('pagehide', this.hide);
      leaving.delete(this.id);
    });
  }

  private async letGo(): Promise<void> {
    // Who leaves at once would else be given the document after it was let go, and hold it for a minute.
    await this.opening;
    const { opened, holder } = this.state;
    if (opened !== null) {
      if (!(await opened.keeper.flush())) await this.stored(opened);
      if (!this.isGone) return;
      opened.keeper.dispose();
      await this.saveUndo();
    }
    if (holder === null) await this.hands.api.unlockDocument(this.id, this.hands.hand()).catch(() => undefined);
  }

  /** Comes back when the work that was left is stored, somebody must decide on it, or the document is open again. */
  private async stored({ document }: OpenedDocument): Promise<void> {
    const release = holdUnsaved();
    const kind = () => this.state.keep.kind;
    if (this.isGone && kind() === 'retrying') this.hands.onLeft('waiting', document.title);
    await new Promise<void>((resolve) => {
      const look = () => {
        if (this.isGone && kind() !== 'saved' && kind() !== 'refused') return;
        stop();
        resolve();
      };
      const stop = this.subscribe(look);
      look();
    });
    release();
    if (this.isGone) this.hands.onLeft(kind() === 'refused' ? 'refused' : 'stored', document.title);
  }

  private async beat(): Promise<void> {
    const { opened, holder } = this.state;
    if (opened === null) return;
    const { api, hand } = this.hands;
    const lock = await api.lockDocument(this.id, hand(), false).catch(() => null);
    if (lock === null || this.isGone) return;
    const now = lock.mine ? null : lock.holder;
    if (now !== holder) this.set({ holder: now });
    if (holder !== null) await this.compare();
  }

  private undoSoon(): void {
    clearTimeout(this.undoTimer);
    this.undoTimer = setTimeout(() => void this.saveUndo(), undoPause);
  }

  private async saveUndo(): Promise<void> {
    const { opened } = this.state;
    if (opened === null || !opened.keeper.isClean || opened.editor.history.undos.length + opened.editor.history.redos.length === 0) return;
    const { editor, keeper } = opened;
    await this.hands.api.saveUndo(this.id, keeper.version, packHistory(editor.history)).catch(() => undefined);
  }

  private readonly hide = (): void => {
    this.state.opened?.keeper.copyNow();
    void this.state.opened?.keeper.flush().then(() => this.saveUndo());
  };

  private readonly online = (): void => {
    if (this.state.keep.kind === 'retrying') void this.state.opened?.keeper.retry();
  };

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
