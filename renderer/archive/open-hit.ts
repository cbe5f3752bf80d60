/** The way from something found in the archive to the editor of its issue. */
import type { ArchiveHit } from '../../shared/api/archive.ts';
import { go } from '../route.ts';

/** What stands in no issue can only be read here. */
export function openHit({ issue, documentId }: ArchiveHit, block?: number): void {
  if (issue !== null) go({ issue: issue.id, room: 'edit', document: documentId, ...(block === undefined ? {} : { block }) });
}
