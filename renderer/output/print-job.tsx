/** 交付印刷: what the folder for the print office is to hold, the one button, and what came of it. */
import { useEffect, useRef, useState } from 'react';
import type { PrintJob, PrintJobRequest } from '../../shared/api/output.ts';
import type { PageReading } from '../../shared/api/reading.ts';
import type { PageMultiple } from '../../shared/print/page-count.ts';
import { type PaperId, paperIds, papers, usualPaper } from '../../shared/print/papers.ts';
import { useOpenIssue } from '../open-issue.ts';
import { useSession } from '../session.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { MessageList } from '../ui/messages.tsx';
import { CheckedFileView } from './checked-file.tsx';
import { sizeText, words } from './words.ts';

/** As it was wanted last. */
let usual: PrintJobRequest = { multiple: 4, imposed: false, word: true, archive: true, paper: usualPaper };
const choices = ['imposed', 'word', 'archive'] as const;

export interface PrintJobPanelProps {
  readonly job: PrintJob | null;
  /** Where the job went. */
  readonly place: string;
  readonly isOld: boolean;
  readonly isMaking: boolean;
  readonly onMake: (request: PrintJobRequest) => Promise<void>;
}

export function PrintJobPanel({ job, place, isOld, isMaking, onMake }: PrintJobPanelProps) {
  const [request, setRequest] = useState(usual);
  const { layout } = useOpenIssue();
  const hasCover = layout === null || layout.hasFrontCover || layout.hasBackCover;
  const change = (some: Partial<PrintJobRequest>) => {
    usual = { ...request, ...some };
    setRequest(usual);
  };
  return (
    <section className="output-card" aria-label={words.job}>
      <h2>{words.job}</h2>
      <p className="output-hint">{words.jobHint}</p>
      <div className="job-parts">
        <div>
          <h3>{words.always}</h3>
          <ul className="job-contents">
            {words.contents(hasCover).map((one) => (
              <li key={one}>
                <Icon name="check" />
                {one}
              </li>
            ))}
          </ul>
        </div>
        <fieldset>
          <legend>{words.also}</legend>
          {choices.map((choice) => (
            <label key={choice} className="job-choice">
              <input type="checkbox" checked={request[choice]} onChange={(event) => change({ [choice]: event.target.checked })} />
              {words[choice]}
            </label>
          ))}
          <Field label={words.multiple}>
            <select value={request.multiple} onChange={(event) => change({ multiple: Number(event.target.value) as PageMultiple })}>
              {([1, 4, 16] as const).map((multiple) => (
                <option key={multiple} value={multiple}>
                  {words.multiples[multiple]}
                </option>
              ))}
            </select>
          </Field>
          <Field label={words.paper}>
            <select value={request.paper ?? usualPaper} onChange={(event) => change({ paper: event.target.value as PaperId })}>
              {paperIds.map((paper) => (
                <option key={paper} value={paper}>
                  {words.paperOf(papers[paper])}
                </option>
              ))}
            </select>
          </Field>
        </fieldset>
      </div>
      <Unfinished />
      <Unread />
      <div className="job-start">
        <Button kind="primary" disabled={isMaking} onClick={() => void onMake(request)}>
          <Icon name="save" />
          {words.make}
        </Button>
      </div>
      {job !== null && <JobResult job={job} place={place} isOld={isOld} />}
    </section>
  );
}

/** What is not yet 定稿, said before the work and not after. */
function Unfinished() {
  const { view, edit } = useOpenIssue();
  const open = view.entries.filter(({ state }) => state !== 'final');
  if (view.entries.length === 0) return null;
  if (open.length === 0)
    return (
      <p className="job-final">
        <Icon name="check" />
        {words.allFinal}
      </p>
    );
  return (
    <details className="job-unfinished">
      <summary>
        <Icon name="alert" />
        <strong>{words.notFinal(open.length)}</strong>
        <span>{words.notFinalHint}</span>
      </summary>
      <ul>
        {open.map(({ documentId, title }) => (
          <li key={documentId}>
            <button type="button" className="link" onClick={() => edit({ documentId })}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where the office marks what was read: pages that nobody has read as they now are, the first of them a click away. */
function Unread() {
  const { api, run, hand } = useSession();
  const { id, version, layout, showPage } = useOpenIssue();
  const [pages, setPages] = useState<readonly PageReading[]>([]);
  useEffect(() => {
    if (version === 0) return undefined;
    let isWanted = true;
    void run(words.readingMarks, () => api.listReadings(id, hand.person)).then((found) => isWanted && setPages(found ?? []));
    return () => {
      isWanted = false;
    };
  }, [api, run, id, hand.person, version]);
  const isRead = ({ state, readers }: PageReading) => state === 'read' || readers.length > 0;
  const open = pages.flatMap((page, index) => (page.state === null || isRead(page) ? [] : [index]));
  const [first] = open;
  // Who marks nothing is not reminded of it.
  if (!pages.some(isRead) || first === undefined) return null;
  return (
    <p className="job-unread">
      <Icon name="alert" />
      <button type="button" className="link" onClick={() => showPage(first + (layout?.hasFrontCover === true ? 0 : 1))}>
        {words.unread(open.length)}
      </button>
      <span>{words.unreadHint}</span>
    </p>
  );
}

function JobResult({ job, place, isOld }: { readonly job: PrintJob; readonly place: string; readonly isOld: boolean }) {
  const home = useRef<HTMLElement>(null);
  // On a low screen the list would begin below its edge, and the job look as if nothing had come of it.
  useEffect(() => {
    home.current?.scrollIntoView({ block: 'nearest' });
  }, [job]);
  const notes = job.messages.filter(({ severity }) => severity === 'note').length;
  const size = job.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return (
    <section ref={home} className="job-result" aria-label={words.result}>
      <header className="section-head">
        <h3>{words.made(place)}</h3>
        <span className="count">{words.total(job.files.length, sizeText(size))}</span>
        {isOld && <span className="badge badge-warning">{words.old}</span>}
      </header>
      {job.files.map((file) => (
        <CheckedFileView key={file.name} file={file} />
      ))}
      {job.messages.length > 0 && (
        <details className="job-messages">
          <summary>
            <Icon name="alert" />
            {words.jobMessages(job.messages.length - notes, notes)}
          </summary>
          <MessageList messages={job.messages} />
        </details>
      )}
    </section>
  );
}
