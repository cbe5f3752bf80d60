/** The documents as they now are, kept in memory: what did not change stays the very same object, so that its layout can be used again. */
import type { DocumentId } from '../../shared/api.ts';
import type { Block } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { documentVersion, readDocument } from '../database/documents.ts';
import type { Database } from '../database/open.ts';

export interface KeptDocuments {
  /** Null when the store has no such document. */
  read(id: DocumentId): GazetteDocument | null;
  /** What was just stored as this version, so that it is not read back. */
  hand(id: DocumentId, version: number, document: GazetteDocument): void;
}

/** More than any issue has; the oldest go first. */
const MOST = 400;

export function keepDocuments(database: Database): KeptDocuments {
  const kept = new Map<DocumentId, { readonly version: number; readonly document: GazetteDocument }>();
  const keep = (id: DocumentId, version: number, given: GazetteDocument): GazetteDocument => {
    const known = kept.get(id);
    const document = known === undefined ? given : reuseBlocks(known.document, given);
    kept.delete(id);
    kept.set(id, { version, document });
    for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
    return document;
  };
  return {
    read(id) {
      const known = kept.get(id);
      const version = documentVersion(database, id);
      if (version === null) return null;
      if (known !== undefined && known.version === version) return known.document;
      const stored = readDocument(database, id);
      return stored === null ? null : keep(id, version, stored.document);
    },
    hand(id, version, document) {
      keep(id, version, document);
    },
  };
}

/** The new document with those of its blocks that stood in the old one replaced by the old objects. */
export function reuseBlocks(old: GazetteDocument, document: GazetteDocument): GazetteDocument {
  const known = new Map<string, Block>();
  for (const block of old.blocks) known.set(JSON.stringify(block), block);
  return { ...document, blocks: document.blocks.map((block) => known.get(JSON.stringify(block)) ?? block) };
}
