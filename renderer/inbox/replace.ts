/** 替换: a corrected submission takes the place of the one that stands in the issue, with its section, start and contents title. */
import type { Api, DocumentId, IssueId } from '../../shared/api.ts';

export async function replaceInIssue(api: Api, issue: IssueId, old: DocumentId, next: DocumentId): Promise<void> {
  const { stamp, entries } = await api.readIssue(issue);
  await api.arrangeIssue(
    issue,
    stamp,
    entries.map(({ documentId, section, start, contentsTitle }) => ({
      ...{ section, start, contentsTitle },
      documentId: documentId === old ? next : documentId,
    })),
  );
}
