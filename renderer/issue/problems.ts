/** All that layout and import have to say of an issue, by document and with the way to its place. */
import type { DocumentId, IssueView, LayoutSummary } from '../../shared/api.ts';
import type { Message, Severity } from '../../shared/result.ts';

export interface Problem {
  readonly key: string;
  readonly message: Message;
  readonly documentId: DocumentId | null;
  readonly page: number | null;
  readonly block: number | null;
}

export interface ProblemGroup {
  readonly documentId: DocumentId | null;
  readonly problems: readonly Problem[];
}

export const severities: readonly Severity[] = ['error', 'warning', 'note'];

/** In the order of the issue; what belongs to no document comes first, in a document what weighs more. */
export function problemGroups(view: IssueView, layout: LayoutSummary | null): readonly ProblemGroup[] {
  const groups = new Map<DocumentId | null, Problem[]>([[null, []]]);
  for (const { documentId } of view.entries) groups.set(documentId, []);
  const add = (message: Message, documentId: DocumentId | null) => {
    const group = groups.get(documentId) ?? (groups.get(null) as Problem[]);
    const { page = null, block = null } = message.at ?? {};
    group.push({ key: `${documentId ?? ''} ${group.length}`, message, documentId, page, block });
  };
  for (const message of layout?.messages ?? []) add(message, documentOf(message, view, layout));
  for (const { documentId, messages } of view.entries) for (const message of messages) add(message, documentId);
  const weight = ({ message }: Problem) => severities.indexOf(message.severity);
  return [...groups].flatMap(([documentId, problems]) =>
    problems.length === 0 ? [] : [{ documentId, problems: problems.toSorted((a, b) => weight(a) - weight(b)) }],
  );
}

function documentOf({ at, text }: Message, view: IssueView, layout: LayoutSummary | null): DocumentId | null {
  if (at?.entry !== undefined) return layout?.documents[at.entry]?.documentId ?? null;
  if (at?.file !== undefined) return view.entries.find(({ file }) => file === at.file)?.documentId ?? null;
  // 发文字号出现两次 and the like name a title.
  return view.entries.findLast(({ title }) => title !== '' && text.includes(`《${title}》`))?.documentId ?? null;
}

export function countBySeverity(groups: readonly ProblemGroup[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { problems } of groups) for (const { message } of problems) counts[message.severity] += 1;
  return counts;
}

/** What asks to be mended or looked at; where nothing does, what is only told. */
export function asking(groups: readonly ProblemGroup[]): readonly Problem[] {
  const all = groups.flatMap(({ problems }) => problems);
  const urgent = all.filter(({ message }) => message.severity !== 'note');
  return urgent.length > 0 ? urgent : all;
}

/** Where a problem is mended: in the text where its block is known, else on its page, else in the document. */
export function jumpTo(
  { documentId, block, page }: Problem,
  ways: { readonly edit: (place: { documentId: DocumentId; block?: number }) => void; readonly showPage: (page: number) => void },
): void {
  if (documentId !== null && block !== null) ways.edit({ documentId, block });
  else if (page !== null) ways.showPage(page);
  else if (documentId !== null) ways.edit({ documentId });
}
