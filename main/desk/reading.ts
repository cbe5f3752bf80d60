/** 校读 as the desk sees it: each document of an issue held against the file that it came from. */
import type { DocumentDifferences, ReadingApi } from '../../shared/api/reading.ts';
import type { DocumentId, IssueId, Progress } from '../../shared/api.ts';
import { collate } from '../../shared/recognize/collate.ts';
import { draftLines } from '../../shared/recognize/draft-lines.ts';
import { documentVersion, readDocument } from '../database/documents.ts';
import { readFileOfDocument } from '../database/intake.ts';
import { readSubmission } from '../import/index.ts';
import type { Desk } from './context.ts';
import { documentsOf } from './entries.ts';

export function readingPart(desk: Desk): ReadingApi {
  /** By the version of the text: only what was changed is collated again. */
  const kept = new Map<DocumentId, { readonly version: number | null; readonly differences: number | null }>();
  const collateIssue = async (id: IssueId, progress?: Progress): Promise<DocumentDifferences[]> => {
    const documents = documentsOf(desk, id);
    const found: DocumentDifferences[] = [];
    for (const [index, documentId] of documents.entries()) {
      const version = documentVersion(desk.database, documentId);
      const known = kept.get(documentId);
      if (known === undefined || known.version !== version) {
        progress?.(index, documents.length, '正在逐篇与原稿对照');
        kept.set(documentId, { version, differences: await differencesOf(desk, documentId) });
      }
      found.push({ documentId, differences: kept.get(documentId)?.differences ?? null });
    }
    return found;
  };
  return { collateIssue };
}

async function differencesOf({ database }: Desk, id: DocumentId): Promise<number | null> {
  const file = readFileOfDocument(database, id);
  const draft = file === null ? null : await readSubmission(file);
  const stored = readDocument(database, id);
  return draft === null || !draft.ok || stored === null ? null : collate(draftLines(draft.value), stored.document).differences;
}
