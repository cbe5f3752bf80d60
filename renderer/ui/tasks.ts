/** Runs calls to the desk: shows progress once they take over half a second, and turns refusals into notices. */
import { useCallback, useState } from 'react';
import { DeskError, type Progress } from '../../shared/api.ts';
import { text } from '../text.ts';
import type { Notify } from './notices.tsx';
import type { ProgressState } from './progress-bar.tsx';

/**
 * @param cancel given for work that can be stopped: the bar then has a button for it.
 * @returns what the work gave, or undefined when it was refused (the user has been told).
 */
export type RunTask = <T>(label: string, work: (progress: Progress) => Promise<T>, cancel?: () => void) => Promise<T | undefined>;

const patience = 500;

export function useTasks(notify: Notify): { readonly running: ProgressState | null; readonly run: RunTask } {
  const [tasks, setTasks] = useState<readonly (ProgressState & { readonly key: symbol })[]>([]);
  const run = useCallback<RunTask>(
    async (label, work, cancel) => {
      const key = Symbol(label);
      let state: ProgressState & { readonly key: symbol } = {
        ...{ key, label, done: 0, total: 0, what: '' },
        ...(cancel === undefined ? {} : { cancel }),
      };
      let shown = false;
      const show = () => setTasks((all) => [...all.filter((task) => task.key !== key), state]);
      const timer = setTimeout(() => {
        shown = true;
        show();
      }, patience);
      try {
        return await work((done, total, what) => {
          state = { ...state, done, total, what };
          if (shown) show();
        });
      } catch (error) {
        notify('error', error instanceof DeskError ? error.message : text.errors.unexpected);
        if (!(error instanceof DeskError)) console.error(error);
        return undefined;
      } finally {
        clearTimeout(timer);
        setTasks((all) => all.filter((task) => task.key !== key));
      }
    },
    [notify],
  );
  return { running: tasks.at(-1) ?? null, run };
}
