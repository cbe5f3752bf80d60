/** Replacing at found places: in the open document by the editor, so that it is undone like everything else, in the others by the desk. */
import type { FoundPlace } from '../../shared/api/search.ts';
import type { DocumentId } from '../../shared/api.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { replaceInEditor } from './find-places.ts';
import { findWords } from './find-words.ts';
import type { GazetteEditor } from './slate-value.ts';

export function useReplace(
  editor: GazetteEditor,
  id: DocumentId,
  isReadOnly: boolean,
): (places: readonly FoundPlace[], replacement: string) => Promise<void> {
  const { api, run, notify, hand } = useSession();
  const { id: issue, view, refresh } = useOpenIssue();
  const titleOf = (documentId: DocumentId) => view.entries.find((entry) => entry.documentId === documentId)?.title ?? '';
  return async (places, replacement) => {
    const here = places.filter((place) => place.documentId === id);
    const others = places.filter((place) => place.documentId !== id);
    if (here.length > 0 && isReadOnly) notify('error', findWords.refused(titleOf(id), findWords.readOnly));
    let replaced = isReadOnly ? 0 : replaceInEditor(editor, here, replacement);
    if (others.length > 0) {
      const report = await run(findWords.replacing, () => api.replaceInIssue(issue, others, replacement, hand));
      if (report === undefined) return;
      replaced += report.replaced;
      for (const { documentId, text } of report.refused) notify('error', findWords.refused(titleOf(documentId), text));
      await refresh();
    }
    if (replaced > 0) notify('done', others.length > 0 ? findWords.done(replaced) : findWords.doneHere(replaced));
    else if (!isReadOnly || others.length > 0) notify('error', findWords.nothing);
  };
}
