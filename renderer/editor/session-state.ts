/** What a view is told of the session of a document. */
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { DraftKeeper, KeepState } from './draft-keeper.ts';
import type { EmergencyCopy } from './emergency-copy.ts';
import { type Facts, noFacts } from './facts.ts';
import type { GazetteEditor } from './slate-value.ts';

export interface OpenedDocument {
  /** Differs every time that the document is opened. */
  readonly key: number;
  readonly editor: GazetteEditor;
  readonly document: GazetteDocument;
  readonly keeper: DraftKeeper;
}

export interface SessionState {
  readonly opened: OpenedDocument | null;
  /** Why it could not be opened. */
  readonly failure: string | null;
  /** Another window's person; null when this window holds the document. */
  readonly holder: string | null;
  readonly isFinal: boolean;
  /** Work that an earlier window could not save, until someone decides on it. */
  readonly found: (EmergencyCopy & { readonly isOld: boolean }) | null;
  readonly keep: KeepState;
  readonly facts: Facts;
}

export const notOpened: SessionState = {
  opened: null,
  failure: null,
  holder: null,
  isFinal: false,
  found: null,
  keep: { kind: 'saved' },
  facts: noFacts,
};

export function isReadOnly({ holder, isFinal, found, keep }: SessionState): boolean {
  return holder !== null || isFinal || found !== null || keep.kind === 'refused';
}
