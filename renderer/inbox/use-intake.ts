/** 收稿 as the workspace holds it: it goes on while another room is shown. */
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { DocumentId, ImportReport, IssueId } from '../../shared/api.ts';
import { useSession } from '../session.ts';
import type { PickedFile } from '../ui/files.ts';
import { type IntakeSummary, summarise, summaryLine, takeIn } from './intake.ts';
import { placeInIssue } from './place.ts';
import { words } from './words.ts';

export interface Intake {
  /** True where what comes in goes into the issue at once. */
  readonly places: boolean;
  readonly setPlaces: (places: boolean) => void;
  /** Null where each document goes into its own by issuer. */
  readonly section: string | null;
  readonly setSection: (section: string | null) => void;
  readonly take: (files: readonly PickedFile[]) => Promise<void>;
  readonly summary: IntakeSummary | null;
  readonly close: () => void;
  readonly files: RefObject<HTMLInputElement | null>;
  readonly folder: RefObject<HTMLInputElement | null>;
}

export interface IntakeOptions {
  readonly issue: IssueId;
  /** What an import outside of this room said: a manifest, files opened with the program. */
  readonly reports: readonly ImportReport[];
  readonly arrived: () => void;
  readonly placed: () => void;
  readonly finished: (documents: readonly DocumentId[]) => void;
}

const byName = new Intl.Collator('zh-Hans-CN', { numeric: true });

export function useIntake({ issue, reports, arrived, placed, finished }: IntakeOptions): Intake {
  const { api, run, notify } = useSession();
  const [places, setPlaces] = useState(true);
  const [section, setSection] = useState<string | null>(null);
  const [summary, setSummary] = useState<IntakeSummary | null>(() =>
    reports.length === 0 ? null : summarise(reports, { placed: null, left: 0 }),
  );
  const isRunning = useRef(false);
  const isStopped = useRef(false);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  const take = useCallback(
    async (given: readonly PickedFile[]) => {
      if (given.length === 0) return;
      if (isRunning.current) return notify('error', words.intake.busy);
      isRunning.current = true;
      // A browser gives the files of a folder in any order.
      const picked = given.toSorted((a, b) => byName.compare(a.path, b.path));
      isStopped.current = false;
      const found = await run(
        words.intake.running,
        (progress) =>
          takeIn(picked, {
            store: async (name, bytes) => {
              const [report] = await api.importFiles([{ name, bytes }], true);
              return report as ImportReport;
            },
            place: places ? (documents) => placeInIssue(api, issue, section, documents).then(({ added }) => added) : null,
            isStopped: () => isStopped.current,
            progress: (done, what) => progress(done, picked.length, what),
            arrived,
          }),
        () => {
          isStopped.current = true;
        },
      );
      isRunning.current = false;
      if (places) placed();
      if (found === undefined) return;
      // One good file needs no report: its card is there.
      const isPlain = found.accepted === picked.length && found.known.length === 0 && picked.length === 1;
      setSummary(isPlain ? null : found);
      // The report stays on the screen; the notice is for whoever has gone to another room meanwhile.
      notify('done', summaryLine(found));
      finished(found.documents);
    },
    [api, run, notify, issue, places, section, arrived, placed, finished],
  );
  const close = useCallback(() => setSummary(null), []);
  return useMemo(
    () => ({ places, setPlaces, section, setSection, take, summary, close, files, folder }),
    [places, section, take, summary, close],
  );
}
