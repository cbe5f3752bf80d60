/** What was written of each issue, kept outside the room: work that was begun in it ends wherever the person is by then. */
import { useCallback, useSyncExternalStore } from 'react';
import type { CheckedFile, PrintJob } from '../../shared/api/output.ts';
import type { ExportFormat, IssueId } from '../../shared/api.ts';

export interface Written<T> {
  readonly value: T;
  readonly place: string;
  /** Of the layout that was written. */
  readonly version: number;
}
export interface Results {
  readonly job: Written<PrintJob> | null;
  readonly files: Readonly<Partial<Record<ExportFormat, Written<CheckedFile>>>>;
  /** While the files of a job are being made. */
  readonly isMaking: boolean;
}

const nothing: Results = { job: null, files: {}, isMaking: false };
const kept = new Map<IssueId, Results>();
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useResults(id: IssueId): {
  readonly results: Results;
  readonly keep: (change: (old: Results) => Partial<Results>) => void;
} {
  const results = useSyncExternalStore(listen, () => kept.get(id) ?? nothing);
  const keep = useCallback(
    (change: (old: Results) => Partial<Results>) => {
      const old = kept.get(id) ?? nothing;
      kept.set(id, { ...old, ...change(old) });
      for (const listener of listeners) listener();
    },
    [id],
  );
  return { results, keep };
}
