/** The copy of a document that could not be saved, kept in this browser until it is stored or given up. */
import type { DocumentId } from '../../shared/api.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { isGazetteDocument } from '../../shared/document/guard.ts';

export interface EmergencyCopy {
  /** Version that it was made from. */
  readonly version: number;
  /** ISO time. */
  readonly at: string;
  readonly document: GazetteDocument;
}

const keyOf = (id: DocumentId) => `gazette-unsaved-${id}`;

/** False when the browser has no room for it. */
export function writeCopy(id: DocumentId, version: number, document: GazetteDocument): boolean {
  const copy: EmergencyCopy = { version, at: new Date().toISOString(), document };
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

export function readCopy(id: DocumentId): EmergencyCopy | null {
  try {
    const copy = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null') as EmergencyCopy | null;
    return copy !== null && isGazetteDocument(copy.document) ? copy : null;
  } catch {
    return null;
  }
}

export function removeCopy(id: DocumentId): void {
  localStorage.removeItem(keyOf(id));
}
