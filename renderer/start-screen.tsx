/** The start screen at work: reads the list of issues and does what its buttons say. */
import { useCallback, useEffect, useState } from 'react';
import type { ImportReport, IssueId, IssueSummary } from '../shared/api.ts';
import { nextIssueHead } from '../shared/issue/next.ts';
import type { Message } from '../shared/result.ts';
import type { HeadTemplate } from './issue/head-form.tsx';
import { Start } from './issue/start.tsx';
import { words } from './issue/words.ts';
import { readManifestFolder } from './manifest-folder.ts';
import { go } from './route.ts';
import { useSession } from './session.ts';
import { text } from './text.ts';
import { TourOffer } from './tour/tour.tsx';
import { Dialog } from './ui/dialog.tsx';
import type { PickedFile } from './ui/files.ts';
import { MessageList } from './ui/messages.tsx';

export interface StartScreenProps {
  readonly onImported: (issue: IssueId, reports: readonly ImportReport[]) => void;
  readonly onTour: () => void;
}

export function StartScreen({ onImported, onTour }: StartScreenProps) {
  const { api, run, houses } = useSession();
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
  /** Of every gazette the next issue, the one that was worked on last first. */
  const templates = async (): Promise<readonly HeadTemplate[]> => {
    const newest = new Map<string, IssueSummary>();
    // Listed with the newest first.
    for (const one of issues ?? []) if (!newest.has(one.gazette)) newest.set(one.gazette, one);
    const order = [...newest.values()].sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
    const views = await run(text.start.loading, () => Promise.all(order.map(({ id }) => api.readIssue(id))));
    return (views ?? []).map(({ head }) => ({
      name: words.head.templateName(head.gazette, text.issueName(head.year, head.number, head.totalNumber)),
      head: nextIssueHead(head),
    }));
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
      <TourOffer onBegin={onTour} />
      <Start
        issues={issues}
        houses={houses}
        templates={templates}
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
