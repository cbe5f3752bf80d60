/** Documents go into the issue: all into one section, or each into its own. */
import type { Api, DocumentId, IssueId } from '../../shared/api.ts';
import { usualSections } from '../../shared/issue/section-choice.ts';

export interface Placed {
  readonly added: number;
  /** Those into which something came. */
  readonly sections: readonly string[];
}

/** @param section null for each document's own; what speaks for none goes into the first that is usual. */
export async function placeInIssue(api: Api, issue: IssueId, section: string | null, documents: readonly DocumentId[]): Promise<Placed> {
  if (section !== null) {
    const added = await api.placeDocuments(issue, section, documents);
    return { added, sections: added === 0 ? [] : [section] };
  }
  const { choices, order } = await api.suggestSections(issue, documents);
  const chosen = documents.map((_, at) => choices[at] ?? usualSections[0]);
  const names = [...new Set(chosen)].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  const sections: string[] = [];
  let sum = 0;
  for (const name of names) {
    const added = await api.placeDocuments(
      issue,
      name,
      documents.filter((_, at) => chosen[at] === name),
    );
    sum += added;
    if (added > 0) sections.push(name);
  }
  return { added: sum, sections };
}
