/** Joins the rooms: the start screen, or one issue with its three rooms; notices and progress lie over both. */
import { useCallback, useEffect, useState } from 'react';
import type { Api, HouseSummary, ImportReport, IssueId, IssueSummary } from '../shared/api.ts';
import type { Message } from '../shared/result.ts';
import { Start } from './issue/start.tsx';
import { readManifestFolder } from './manifest-folder.ts';
import { go, useRoute } from './route.ts';
import { text } from './text.ts';
import { Dialog } from './ui/dialog.tsx';
import type { PickedFile } from './ui/files.ts';
import { MessageList } from './ui/messages.tsx';
import { Notices, useNotices } from './ui/notices.tsx';
import { ProgressBar } from './ui/progress-bar.tsx';
import { type RunTask, useTasks } from './ui/tasks.ts';
import { Workspace } from './workspace.tsx';

export function App({ api }: { readonly api: Api }) {
  const route = useRoute();
  const { notices, notify, dismiss } = useNotices();
  const { running, run } = useTasks(notify);
  const [houses, setHouses] = useState<readonly HouseSummary[]>([]);
  /** What the import of a manifest said of its files, shown in that issue's 来稿. */
  const [imported, setImported] = useState<{ readonly issue: IssueId; readonly reports: readonly ImportReport[] } | null>(null);
  useEffect(() => {
    void run(text.start.loading, () => api.listHouses()).then((found) => setHouses(found ?? []));
  }, [api, run]);

  return (
    <>
      {route.issue === null ? (
        <StartScreen api={api} run={run} houses={houses} onImported={(issue, reports) => setImported({ issue, reports })} />
      ) : (
        <Workspace
          key={route.issue}
          api={api}
          id={route.issue}
          room={route.room}
          houses={houses}
          run={run}
          notify={notify}
          reports={imported?.issue === route.issue ? imported.reports : []}
        />
      )}
      {running !== null && <ProgressBar state={running} />}
      <Notices notices={notices} dismiss={dismiss} />
    </>
  );
}

interface StartScreenProps {
  readonly api: Api;
  readonly run: RunTask;
  readonly houses: readonly HouseSummary[];
  readonly onImported: (issue: IssueId, reports: readonly ImportReport[]) => void;
}

function StartScreen({ api, run, houses, onImported }: StartScreenProps) {
  const [issues, setIssues] = useState<readonly IssueSummary[] | null>(null);
  const [refused, setRefused] = useState<readonly Message[] | null>(null);
  const refresh = useCallback(async () => {
    const found = await run(text.start.loading, () => api.listIssues());
    if (found !== undefined) setIssues(found);
  }, [api, run]);
  useEffect(() => {
    document.title = text.product;
    void refresh();
  }, [refresh]);

  const open = (issue: IssueId) => go({ issue, room: 'issue' });
  const sample = async () => {
    const id = await run(text.desk.openingSample, (progress) => api.openSample(progress));
    if (id !== undefined) open(id);
  };
  const manifest = async (files: readonly PickedFile[]) => {
    const report = await run(text.desk.importingManifest, async (progress) => {
      const folder = await readManifestFolder(files);
      return api.importManifest(folder.manifest, folder.files, progress);
    });
    if (report === undefined) return;
    if (report.issueId === null) {
      setRefused(report.messages);
      return;
    }
    onImported(report.issueId, report.files);
    const isWhole = report.files.every((file) => file.ok);
    go({ issue: report.issueId, room: isWhole ? 'issue' : 'inbox' });
  };
  return (
    <>
      <Start
        issues={issues}
        houses={houses}
        onOpen={open}
        onSample={() => void sample()}
        onManifest={(files) => void manifest(files)}
        onCreate={(head) =>
          void run(text.working, () => api.createIssue(head)).then((issue) => {
            if (issue !== undefined) go({ issue, room: 'inbox' });
          })
        }
        onRemove={(id) => void run(text.working, () => api.removeIssue(id)).then(refresh)}
      />
      {refused !== null && (
        <Dialog title={text.start.manifestRefused} confirm={text.close} onClose={() => setRefused(null)}>
          <MessageList messages={refused} />
        </Dialog>
      )}
    </>
  );
}
