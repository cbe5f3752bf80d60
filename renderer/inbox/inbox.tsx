/** 来稿: files come in by drag or button, and what was recognised in each is shown for checking. */
import { type DragEvent, type Ref, useId, useRef, useState } from 'react';
import type { ImportReport } from '../../shared/api.ts';
import { text } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { droppedFiles, type PickedFile, pickedFiles } from '../ui/files.ts';
import { Icon } from '../ui/icon.tsx';
import { MessageList } from '../ui/messages.tsx';

export interface InboxProps {
  readonly sections: readonly string[];
  readonly section: string;
  readonly onSection: (section: string) => void;
  readonly reports: readonly ImportReport[];
  readonly onFiles: (files: readonly PickedFile[]) => void;
  readonly onClear: () => void;
  readonly onIssue: () => void;
  /** The hidden file input, so that Ctrl+O can open it. */
  readonly picker: Ref<HTMLInputElement>;
}

export function Inbox({ sections, section, onSection, reports, onFiles, onClear, onIssue, picker }: InboxProps) {
  const sectionList = useId();
  return (
    <div className="inbox">
      <section className="intake" aria-label={text.inbox.title}>
        <label className="field">
          <span>{text.inbox.section}</span>
          <input list={sectionList} value={section} onChange={(event) => onSection(event.target.value)} />
          <datalist id={sectionList}>
            {sections.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </label>
        <DropArea onFiles={onFiles} picker={picker} />
      </section>
      {reports.length === 0 ? (
        <EmptyState icon="tray" title={text.inbox.empty} hint={text.inbox.emptyHint} />
      ) : (
        <Results reports={reports} onClear={onClear} onIssue={onIssue} />
      )}
    </div>
  );
}

function DropArea({ onFiles, picker }: { readonly onFiles: InboxProps['onFiles']; readonly picker: Ref<HTMLInputElement> }) {
  // Entering a child counts as leaving its parent, so the depth is counted.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement | null>(null);
  const enter = (step: number) => (event: DragEvent) => {
    event.preventDefault();
    depth.current += step;
    setOver(depth.current > 0);
  };
  const drop = async (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = await droppedFiles(event.dataTransfer);
    if (files.length > 0) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and meaning.
    <div
      role="group"
      aria-label={text.inbox.drop}
      className={over ? 'drop drop-over' : 'drop'}
      onDragEnter={enter(1)}
      onDragLeave={enter(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void drop(event)}
    >
      <Icon name="tray" />
      <p>
        {text.inbox.hint}
        <Button kind="primary" tip={text.inbox.chooseTip} onClick={() => input.current?.click()}>
          {text.inbox.choose}
        </Button>
      </p>
      <p className="drop-formats">{text.inbox.formats}</p>
      <input
        ref={(element) => {
          input.current = element;
          if (typeof picker === 'function') picker(element);
          else if (picker !== null && picker !== undefined) picker.current = element;
        }}
        type="file"
        multiple
        hidden
        aria-label={text.inbox.input}
        accept=".docx,.doc,.txt,.wps"
        onChange={(event) => {
          const files = pickedFiles(event.currentTarget);
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}

function Results({ reports, onClear, onIssue }: Pick<InboxProps, 'reports' | 'onClear' | 'onIssue'>) {
  const { columns, none } = text.inbox;
  return (
    <section className="results" aria-label={text.inbox.results}>
      <header className="section-head">
        <h2>{text.inbox.results}</h2>
        <span className="spacer" />
        <Button kind="quiet" onClick={onClear}>
          {text.inbox.clear}
        </Button>
        <Button onClick={onIssue}>{text.inbox.toIssue}</Button>
      </header>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{columns.state}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.number}</th>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.issuer}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report, index) =>
            report.ok ? (
              <tr key={index}>
                <td>
                  <Badge report={report} />
                </td>
                <td className="results-title">
                  <strong>{report.document.title === '' ? text.issue.untitled : report.document.title}</strong>
                  <span className="results-file">{report.file}</span>
                  {report.duplicateOf !== null && <span className="results-file">{text.inbox.duplicateOf(report.duplicateOf)}</span>}
                  {report.messages.length > 0 && <MessageList messages={report.messages.map(({ at: _, ...message }) => message)} />}
                </td>
                <td>{report.document.docNumber ?? none}</td>
                <td>{report.document.date ?? none}</td>
                <td>{report.document.issuer ?? (report.document.authors.join('　') || none)}</td>
              </tr>
            ) : (
              <tr key={index} className="results-refused">
                <td>
                  <Badge report={report} />
                </td>
                <td className="results-title" colSpan={4}>
                  <strong>{report.file}</strong>
                  <span role="alert">{report.error.text}</span>
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </section>
  );
}

function Badge({ report }: { readonly report: ImportReport }) {
  if (!report.ok) return <span className="badge badge-error">{text.inbox.refused}</span>;
  if (report.duplicateOf !== null) return <span className="badge badge-warning">{text.inbox.duplicate}</span>;
  return <span className="badge badge-done">{text.inbox.accepted}</span>;
}
