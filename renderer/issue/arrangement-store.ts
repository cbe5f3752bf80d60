/**
 * The arrangement of the open issue while it is worked on: shown at once, written behind in order of the newest, with its past and
 * its future. Lives outside of the room, so that leaving the room loses neither.
 */
import type { Arranged } from '../../shared/api/arrangement.ts';
import { DeskError, type DocumentId, type EntryView, type IssueId, type IssueView } from '../../shared/api.ts';
import { entriesOf, type Outline, outlineOf, rebase, withEmptySections } from '../../shared/issue/outline.ts';

export type IssueOutline = Outline<Arranged>;

interface Step {
  readonly outline: IssueOutline;
  /** What was done, as 撤销 names it. */
  readonly what: string;
}

export interface ArrangementState {
  readonly outline: IssueOutline;
  /** What the lists say of each document, also of those that have been taken out. */
  readonly facts: ReadonlyMap<DocumentId, EntryView>;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** True until everything is written. */
  readonly isWriting: boolean;
}

/** How the store reaches the desk; given anew with every look of the room. */
export interface ArrangementDoor {
  readonly write: (stamp: number, entries: readonly Arranged[]) => Promise<number>;
  /** Reads issue and layout anew. */
  readonly refresh: () => Promise<boolean>;
  readonly refused: (text: string) => void;
}

const MOST_STEPS = 200;

export class ArrangementStore {
  private state: ArrangementState;
  private stamp: number;
  private door: ArrangementDoor | null = null;
  private isUnderWay = false;
  private written: IssueOutline;
  private readonly listeners = new Set<() => void>();

  constructor(view: IssueView) {
    this.stamp = view.stamp;
    this.written = outlineOf(view.entries.map(arranged));
    this.state = { outline: this.written, facts: factsOf(view), past: [], future: [], isWriting: false };
  }

  readonly read = (): ArrangementState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  connect(door: ArrangementDoor): void {
    this.door = door;
  }

  /** The issue as the desk has it: own changes come back as they were sent, others' are taken in, also by the past. */
  take(view: IssueView): void {
    const facts = new Map([...this.state.facts, ...factsOf(view)]);
    // What is on its way is newer than what was read; the writing ends with reading anew.
    if (this.isUnderWay || view.stamp < this.stamp) {
      this.change({ facts });
      return;
    }
    const isNews = view.stamp !== this.stamp;
    this.stamp = view.stamp;
    const entries = view.entries.map(arranged);
    if (!isNews || isSame(entries, entriesOf(this.state.outline))) {
      this.change({ facts });
      return;
    }
    const present = new Set(entriesOf(this.state.outline).map(({ documentId }) => documentId));
    const added = entries.filter(({ documentId }) => !present.has(documentId));
    const there = new Set(entries.map(({ documentId }) => documentId));
    const removed = new Set([...present].filter((id) => !there.has(id)));
    const fit = (step: Step): Step => ({ ...step, outline: rebase(step.outline, added, removed) });
    const outline = withEmptySections(this.state.outline, entries);
    this.written = outline;
    this.change({ facts, outline, past: this.state.past.map(fit), future: this.state.future.map(fit) });
  }

  /** Shows and writes another arrangement; the present one can be gone back to. */
  apply(outline: IssueOutline, what: string): void {
    if (outline === this.state.outline) return;
    const past = [...this.state.past, { outline: this.state.outline, what }].slice(-MOST_STEPS);
    this.change({ outline, past, future: [] });
    void this.write();
  }

  /** @returns what was taken back, or null when there is nothing. */
  undo(): string | null {
    const step = this.state.past.at(-1);
    if (step === undefined) return null;
    const future = [{ outline: this.state.outline, what: step.what }, ...this.state.future];
    this.change({ outline: step.outline, past: this.state.past.slice(0, -1), future });
    void this.write();
    return step.what;
  }

  redo(): string | null {
    const [step, ...future] = this.state.future;
    if (step === undefined) return null;
    const past = [...this.state.past, { outline: this.state.outline, what: step.what }];
    this.change({ outline: step.outline, past, future });
    void this.write();
    return step.what;
  }

  /** One call at a time, always of the newest arrangement: keys may come faster than answers. */
  private async write(): Promise<void> {
    if (this.isUnderWay || this.door === null) return;
    if (isSame(entriesOf(this.written), entriesOf(this.state.outline))) return;
    this.isUnderWay = true;
    this.change({ isWriting: true });
    try {
      while (!isSame(entriesOf(this.written), entriesOf(this.state.outline))) {
        const { outline } = this.state;
        this.stamp = await this.door.write(this.stamp, entriesOf(outline));
        this.written = outline;
      }
    } catch (error) {
      if (!(error instanceof DeskError)) throw error;
      // What the desk has goes before: everything here starts from it again.
      this.stamp = 0;
      this.door.refused(error.message);
    } finally {
      this.isUnderWay = false;
      this.change({ isWriting: false });
      void this.door.refresh();
    }
  }

  private change(part: Partial<ArrangementState>): void {
    this.state = { ...this.state, ...part };
    for (const listener of this.listeners) listener();
  }
}

let kept: { readonly id: IssueId; readonly store: ArrangementStore } | null = null;

/** The store of the issue that is open; opening another issue lets the old one go. */
export function storeOf(view: IssueView): ArrangementStore {
  if (kept?.id !== view.id) kept = { id: view.id, store: new ArrangementStore(view) };
  return kept.store;
}

function arranged({ documentId, section, start, contentsTitle }: EntryView): Arranged {
  return { documentId, section, start, contentsTitle };
}

function factsOf(view: IssueView): ReadonlyMap<DocumentId, EntryView> {
  return new Map(view.entries.map((entry) => [entry.documentId, entry]));
}

function isSame(a: readonly Arranged[], b: readonly Arranged[]): boolean {
  return a.length === b.length && a.every((one, i) => JSON.stringify(one) === JSON.stringify(b[i]));
}
