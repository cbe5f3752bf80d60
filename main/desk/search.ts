/** 查找替换 as the desk sees it: over all documents of an issue, each changed one as one revision. */
import type { FoundPlace, ReplaceReport, SearchApi } from '../../shared/api/search.ts';
import { DeskError, type DocumentId } from '../../shared/api.ts';
import { findInDocument, replaceInDocument } from '../../shared/document/find.ts';
import { addRevision } from '../database/documents.ts';
import type { Desk } from './context.ts';
import { needDocument, whileFree } from './editing.ts';
import { documentsOf } from './entries.ts';

export function searchPart(desk: Desk): SearchApi {
  return {
    async findInIssue(id, query) {
      return documentsOf(desk, id).flatMap((documentId) =>
        findInDocument(needDocument(desk, documentId).document, query).map((place): FoundPlace => ({ ...place, documentId })),
      );
    },
    async replaceInIssue(id, places, replacement, hand) {
      let replaced = 0;
      const refused: { documentId: DocumentId; text: string }[] = [];
      for (const documentId of documentsOf(desk, id)) {
        const own = places.filter((place) => place.documentId === documentId);
        if (own.length === 0) continue;
        // Locked, final, changed meanwhile: that document stays as it is, the others need not wait for it.
        try {
          replaced += whileFree(desk, documentId, hand, () => replaceIn(desk, documentId, own, replacement, hand.person));
        } catch (error) {
          if (!(error instanceof DeskError)) throw error;
          refused.push({ documentId, text: error.message });
        }
      }
      return { replaced, refused } satisfies ReplaceReport;
    },
  };
}

function replaceIn(desk: Desk, id: DocumentId, places: readonly FoundPlace[], replacement: string, author: string): number {
  const { document, version } = needDocument(desk, id);
  const changed = replaceInDocument(document, places, replacement);
  if (changed.replaced === 0) return 0;
  const by = { author, createdAt: desk.now(), note: '查找替换' };
  if (addRevision(desk.database, id, version, changed.document, by) === null)
    throw new DeskError('document-stale', '这篇稿件刚在别处改动，没有替换；请重新查找后再替换。');
  return changed.replaced;
}
