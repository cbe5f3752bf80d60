/** Files that came with the program's start or were dropped on its sign: a manifest becomes an issue, the rest goes into the open one or into the store. */
import { useEffect, useRef } from 'react';
import type { FileBytes, ImportReport, IssueId } from '../shared/api.ts';
import type { Message } from '../shared/result.ts';
import { useSession } from './session.ts';
import { text } from './text.ts';

export interface OpenedFilesTargets {
  /** Null outside of an issue. */
  readonly issue: IssueId | null;
  readonly onImported: (issue: IssueId, reports: readonly ImportReport[]) => void;
  readonly onRefused: (messages: readonly Message[]) => void;
}

export function useOpenedFiles(targets: OpenedFilesTargets): void {
  const { api, run, notify } = useSession();
  const now = useRef(targets);
  now.current = targets;
  useEffect(() => {
    const take = async (files: readonly FileBytes[]) => {
      const { issue, onImported, onRefused } = now.current;
      const manifest = files.find(({ name }) => name === 'manifest.json');
      if (manifest !== undefined) {
        const others = files.filter((file) => file !== manifest);
        const report = await run(text.desk.importingManifest, (progress) => api.importManifest(manifest, others, progress));
        if (report?.issueId != null) onImported(report.issueId, report.files);
        else if (report !== undefined) onRefused(report.messages);
        return;
      }
      const reports = await run(text.desk.importing, async (progress) => {
        if (issue === null) return api.importFiles(files, true, progress);
        const section = (await api.readIssue(issue)).entries.at(-1)?.section ?? text.issue.sections[0];
        return api.importIntoIssue(issue, section, files, progress);
      });
      if (reports === undefined) return;
      const refused = reports.filter(({ ok }) => !ok).length;
      notify(refused === 0 ? 'done' : 'error', text.desk.imported(reports.length - refused, refused));
      if (issue !== null) onImported(issue, reports);
    };
    return window.gazette?.onFiles?.((files) => void take(files));
  }, [api, run, notify]);
}
