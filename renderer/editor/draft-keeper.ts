/**
 * Keeps what is typed: saves after a short pause and while typing goes on, one save at a time, each upon the version that the
 * last one gave. What cannot be saved stays in the view and in an emergency copy, and is tried again until it is stored.
 */
import { DeskError } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';

export type KeepState =
  | { readonly kind: 'saved' | 'waiting' | 'saving' }
  /** The host does not answer, or could not write; it is tried again. */
  | { readonly kind: 'retrying'; readonly code: string; readonly words: string; readonly isCopied: boolean }
  /** The host refused it for a reason that a person must decide on. */
  | { readonly kind: 'refused'; readonly code: string; readonly words: string };

export interface KeeperHands {
  /** The document as it now is; throws when the view has come to harm. */
  readonly read: () => GazetteDocument;
  readonly save: (version: number, document: GazetteDocument) => Promise<number>;
  /** What the store has, to see whether a save arrived whose answer was lost. */
  readonly look: () => Promise<{ readonly version: number; readonly document: GazetteDocument }>;
  readonly copy: (version: number, document: GazetteDocument) => boolean;
  readonly dropCopy: () => void;
  readonly onState: (state: KeepState) => void;
  readonly onSaved: (document: GazetteDocument, version: number) => void;
}

const pause = 150;
const longest = 800;
const firstRetry = 500;
const longestRetry = 5000;
/** The first are those that may have arrived; of a host that is long gone nothing does. */
const mostLost = 100;
const decisive: readonly string[] = ['document-stale', 'document-locked', 'document-final', 'document-missing', 'bad-arguments'];

export class DraftKeeper {
  private current: KeepState = { kind: 'saved' };
  private isDirty = false;
  private pauseTimer: ReturnType<typeof setTimeout> | undefined;
  private longestTimer: ReturnType<typeof setTimeout> | undefined;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private failures = 0;
  /** Texts of saves without an answer: any of them may have arrived. */
  private readonly lost = new Set<string>();
  version: number;
  private readonly hands: KeeperHands;

  constructor(version: number, hands: KeeperHands) {
    this.version = version;
    this.hands = hands;
  }

  get state(): KeepState {
    return this.current;
  }

  /** True when everything that was typed is stored. */
  get isClean(): boolean {
    return !this.isDirty && this.running === null;
  }

  changed(): void {
    this.isDirty = true;
    if (this.current.kind === 'saved') this.show({ kind: 'waiting' });
    clearTimeout(this.pauseTimer);
    this.pauseTimer = setTimeout(() => this.due(), pause);
    this.longestTimer ??= setTimeout(() => this.due(), longest);
  }

  /** Saves at once what is not yet stored. @returns whether all is stored then. */
  async flush(): Promise<boolean> {
    while (this.running !== null) await this.running;
    if (!this.isDirty) return true;
    // A person must decide first; until then the copy is all that can be done.
    if (this.current.kind === 'refused') return false;
    await this.run();
    // Typed meanwhile: once more, for whoever flushes wants all of it.
    if (this.isDirty && this.current.kind === 'waiting') await this.run();
    return this.isClean;
  }

  /** After a refusal was dealt with, or when the connection may be there again. */
  async retry(): Promise<boolean> {
    if (this.current.kind === 'refused') this.show({ kind: 'waiting' });
    clearTimeout(this.retryTimer);
    return this.flush();
  }

  /** Into the emergency copy at once: the window is being closed. */
  copyNow(): void {
    if (!this.isClean) this.copyOf();
  }

  dispose(): void {
    this.stopTimers();
    clearTimeout(this.retryTimer);
  }

  private due(): void {
    this.stopTimers();
    // While nothing can be saved every pause still goes into the copy.
    if (this.current.kind === 'retrying' || this.current.kind === 'refused') this.copyOf();
    else if (this.running === null) void this.run();
  }

  private stopTimers(): void {
    clearTimeout(this.pauseTimer);
    clearTimeout(this.longestTimer);
    this.longestTimer = undefined;
  }

  private run(): Promise<void> {
    this.stopTimers();
    this.running = this.saveOnce().finally(() => {
      this.running = null;
      // Typed while the save was on its way.
      if (this.isDirty && this.current.kind === 'waiting') this.changed();
    });
    return this.running;
  }

  private async saveOnce(): Promise<void> {
    const isRetry = this.current.kind === 'retrying';
    let document: GazetteDocument | null = null;
    try {
      document = this.hands.read();
      this.isDirty = false;
      if (!isRetry) this.show({ kind: 'saving' });
      this.version = await this.save(document);
      this.failures = 0;
      this.lost.clear();
      this.hands.dropCopy();
      this.show({ kind: this.isDirty ? 'waiting' : 'saved' });
      this.hands.onSaved(document, this.version);
    } catch (error) {
      this.isDirty = true;
      this.failed(error, document);
    }
  }

  private async save(document: GazetteDocument): Promise<number> {
    try {
      return await this.hands.save(this.version, document);
    } catch (error) {
      if (!(error instanceof DeskError) || error.code !== 'document-stale' || this.lost.size === 0) throw error;
      // One of these may have arrived although its answer did not.
      const there = await this.hands.look();
      if (!this.lost.has(JSON.stringify(there.document))) throw error;
      this.version = there.version;
      return this.hands.save(this.version, document);
    }
  }

  private failed(error: unknown, document: GazetteDocument | null): void {
    const isCopied = document !== null && this.hands.copy(this.version, document);
    const words = error instanceof Error ? error.message : String(error);
    if (error instanceof DeskError && decisive.includes(error.code)) {
      this.show({ kind: 'refused', code: error.code, words });
      return;
    }
    if (document !== null && this.lost.size < mostLost) this.lost.add(JSON.stringify(document));
    this.failures += 1;
    this.show({ kind: 'retrying', code: error instanceof DeskError ? error.code : 'unexpected', words, isCopied });
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => void this.flush(), Math.min(longestRetry, firstRetry * 2 ** (this.failures - 1)));
  }

  private copyOf(): void {
    try {
      const isCopied = this.hands.copy(this.version, this.hands.read());
      if (this.current.kind === 'retrying') this.show({ ...this.current, isCopied });
    } catch {
      // A view that has come to harm gives nothing; the copy made before stays.
    }
  }

  private show(state: KeepState): void {
    this.current = state;
    this.hands.onState(state);
  }
}
