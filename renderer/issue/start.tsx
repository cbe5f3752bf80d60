/** The start screen: all issues, and the three ways to a new one. */
import { type ChangeEvent, useRef, useState } from 'react';
import type { HouseSummary, IssueId, IssueSummary } from '../../shared/api.ts';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { useCommandTable, useDeeds } from '../commands.tsx';
import { MainMenu } from '../main-menu.tsx';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { type PickedFile, pickedFiles } from '../ui/files.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { HeadForm, type HeadTemplate } from './head-form.tsx';

export interface StartProps {
  /** Null while they are being read. */
  readonly issues: readonly IssueSummary[] | null;
  readonly houses: readonly HouseSummary[];
  /** The mastheads that a new issue can begin with, asked for when one is made. */
  readonly templates: () => Promise<readonly HeadTemplate[]>;
  readonly onOpen: (id: IssueId) => void;
  readonly onCreate: (head: IssueHead) => void;
  readonly onManifest: (files: readonly PickedFile[]) => void;
  readonly onSample: () => void;
  readonly onRemove: (id: IssueId) => void;
}

export function Start({ issues, houses, templates, onOpen, onCreate, onManifest, onSample, onRemove }: StartProps) {
  const folder = useRef<HTMLInputElement>(null);
  const [creating, setCreating] = useState<readonly HeadTemplate[] | null>(null);
  const [removing, setRemoving] = useState<IssueSummary | null>(null);
  const create = () => void templates().then(setCreating);
  const { run } = useCommandTable();
  useDeeds({ newIssue: create });
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const files = pickedFiles(event.currentTarget);
    if (files.length > 0) onManifest(files);
  };
  return (
    <main className="start">
      <header className="masthead">
        <span className="mark" aria-hidden="true">
          报
        </span>
        <div>
          <h1>{text.product}</h1>
          <p>{text.tagline}</p>
        </div>
        <nav className="masthead-ways" aria-label={text.start.elsewhere}>
          {(['archive', 'settings', 'help'] as const).map((id) => (
            <Button key={id} kind="quiet" onClick={() => void run(id)}>
              {text.start.ways[id]}
            </Button>
          ))}
          <MainMenu />
        </nav>
      </header>
      <div className="ways">
        <Way icon="plus" title={text.start.create} hint={text.start.createHint} onClick={create} />
        <Way icon="folder" title={text.start.manifest} hint={text.start.manifestHint} onClick={() => folder.current?.click()} />
        <Way icon="book" title={text.start.sample} hint={text.start.sampleHint} onClick={onSample} />
      </div>
      <input ref={folder} type="file" hidden multiple {...{ webkitdirectory: '' }} aria-label={text.start.manifest} onChange={chosen} />
      <section aria-label={text.start.issues}>
        <h2 className="start-list-head">{text.start.issues}</h2>
        {issues !== null && issues.length === 0 && <EmptyState icon="book" title={text.start.empty} hint={text.start.emptyHint} />}
        <ul className="issues">
          {issues?.map((issue) => (
            <IssueRow key={issue.id} issue={issue} onOpen={onOpen} onRemove={setRemoving} />
          ))}
        </ul>
      </section>
      {creating !== null && (
        <HeadForm head={null} houses={houses} templates={creating} onSave={onCreate} onClose={() => setCreating(null)} />
      )}
      {removing !== null && (
        <Dialog
          title={text.start.removeTitle}
          confirm={text.start.removeConfirm}
          danger
          onConfirm={() => onRemove(removing.id)}
          onClose={() => setRemoving(null)}
        >
          <p>{text.start.removeText(issueTitle(removing))}</p>
        </Dialog>
      )}
    </main>
  );
}

function Way({
  icon,
  title,
  hint,
  onClick,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className="way" onClick={onClick}>
      <Icon name={icon} />
      <strong>{title}</strong>
      <span>{hint}</span>
    </button>
  );
}

function IssueRow({
  issue,
  onOpen,
  onRemove,
}: {
  readonly issue: IssueSummary;
  readonly onOpen: (id: IssueId) => void;
  readonly onRemove: (issue: IssueSummary) => void;
}) {
  return (
    <li className="issue-card">
      <button type="button" className="issue-open" onClick={() => onOpen(issue.id)}>
        <span className="hidden">{text.start.open} </span>
        <strong>{issue.gazette}</strong> <span className="issue-number">{text.issueName(issue.year, issue.number, issue.totalNumber)}</span>{' '}
        <span className="issue-meta">
          {text.start.entries(issue.entryCount)} · {text.start.changed(moment(issue.changedAt))}
        </span>
      </button>
      <Button kind="quiet" label={text.start.remove(issueTitle(issue))} onClick={() => onRemove(issue)}>
        <Icon name="bin" />
      </Button>
    </li>
  );
}

export function issueTitle(issue: Pick<IssueSummary, 'gazette' | 'year' | 'number' | 'totalNumber'>): string {
  return `${issue.gazette} ${text.issueName(issue.year, issue.number, issue.totalNumber)}`;
}

function moment(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleString('zh-CN', { year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}
