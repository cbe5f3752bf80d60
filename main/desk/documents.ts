/** The newest revisions of documents, kept in memory: what did not change stays the very same object, so that its layout can be used again. */
import type { DocumentId } from '../../shared/api.ts';
import type { Block } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { newestRevision, readDocument } from '../database/documents.ts';
import type { Database } from '../database/open.ts';

export interface KeptDocuments {
  /** Null when the store has no such document. */
  read(id: DocumentId): GazetteDocument | null;
}

/** More than any issue has; the oldest go first. */
const MOST = 400;

export function keepDocuments(database: Database): KeptDocuments {
  const kept = new Map<DocumentId, { readonly revision: number; readonly document: GazetteDocument }>();
  return {
    read(id) {
      const known = kept.get(id);
      const revision = newestRevision(database, id);
      if (revision === null) return null;
      if (known !== undefined && known.revision === revision) return known.document;
      const stored = readDocument(database, id);
      if (stored === null) return null;
      const document = known === undefined ? stored.document : reuseBlocks(known.document, stored.document);
      kept.delete(id);
      kept.set(id, { revision, document });
      for (const oldest of kept.keys()) if (kept.size > MOST) kept.delete(oldest);
      return document;
    },
  };
}

/** The new document with those of its blocks that stood in the old one replaced by the old objects. */
export function reuseBlocks(old: GazetteDocument, document: GazetteDocument): GazetteDocument {
  const known = new Map<string, Block>();
  for (const block of old.blocks) known.set(JSON.stringify(block), block);
  return { ...document, blocks: document.blocks.map((block) => known.get(JSON.stringify(block)) ?? block) };
}
