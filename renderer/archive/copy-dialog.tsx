/** 复制到: asks for an issue and a section, and copies; what was done is told to whoever opened it. */
import { useEffect, useState } from 'react';
import type { ArchiveHit } from '../../shared/api/archive.ts';
import type { DocumentId, IssueId, IssueSummary } from '../../shared/api.ts';
import { useSession } from '../session.ts';
import { text } from '../text.ts';
import { Dialog, Field } from '../ui/dialog.tsx';
import { words } from './words.ts';

export interface Copied {
  readonly issue: IssueId;
  readonly documentId: DocumentId;
  readonly said: string;
}

export interface CopyDialogProps {
  readonly hit: ArchiveHit;
  readonly onCopied: (copied: Copied) => void;
  readonly onClose: () => void;
}

export function CopyDialog({ hit, onCopied, onClose }: CopyDialogProps) {
  const { api, run, hand } = useSession();
  const [issues, setIssues] = useState<readonly IssueSummary[] | null>(null);
  const [chosen, setChosen] = useState<IssueId | null>(null);
  const [sections, setSections] = useState<readonly string[]>([]);
  useEffect(() => {
    void run(text.start.loading, () => api.listIssues()).then((found) => {
      setIssues(found ?? []);
      setChosen(found?.[0]?.id ?? null);
    });
  }, [api, run]);
  useEffect(() => {
    if (chosen === null) return;
    void run(text.desk.reading, () => api.readIssue(chosen)).then((view) =>
      setSections([...new Set([...(view?.entries.map((entry) => entry.section) ?? []), ...text.issue.sections])]),
    );
  }, [api, run, chosen]);
  const nameOf = (id: IssueId) => {
    const issue = issues?.find((one) => one.id === id);
    return issue === undefined ? '' : `${issue.gazette}${text.issueName(issue.year, issue.number, issue.totalNumber)}`;
  };
  const copy = async (section: string) => {
    if (chosen === null) return;
    const documentId = await run(words.copying, () => api.copyDocument(hit.documentId, chosen, section, hand.person));
    // The dialog is closed by now; what it opened from is not.
    if (documentId !== undefined) onCopied({ issue: chosen, documentId, said: words.copied(hit.title, nameOf(chosen), section) });
  };
  if (issues !== null && issues.length === 0) {
    return (
      <Dialog title={words.copyTitle} confirm={text.close} onClose={onClose}>
        <p>{words.noIssues}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={words.copyTitle}
      confirm={words.copyConfirm}
      onConfirm={(form) => void copy(String(form.get('section') ?? ''))}
      onClose={onClose}
    >
      <Field label={words.copyIssue}>
        <select name="issue" value={chosen ?? ''} onChange={(event) => setChosen(Number(event.target.value) as IssueId)}>
          {issues?.map(({ id }) => (
            <option key={id} value={id}>
              {nameOf(id)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={words.copySection}>
        <input name="section" list="archive-sections" required defaultValue={hit.section ?? ''} key={hit.documentId} />
      </Field>
      <datalist id="archive-sections">
        {sections.map((section) => (
          <option key={section} value={section} />
        ))}
      </datalist>
      <p className="hint">{words.copyHint}</p>
    </Dialog>
  );
}
