/** What the window sees of the desk: one function a method, answering with an `Answer`, and a way to hear of progress. */
import { contextBridge, ipcRenderer } from 'electron';
import { apiMethods, type Progress } from '../../shared/api.ts';

const calls = Object.fromEntries(
  apiMethods.map((method) => [
    method,
    // A function cannot cross: progress comes by `onProgress`.
    (...given: unknown[]) =>
      ipcRenderer.invoke(
        `gazette:${method}`,
        given.filter((value) => typeof value !== 'function'),
      ),
  ]),
);

/** Tells `listener` of the progress of whatever call runs; the answer stops that. */
function onProgress(listener: Progress): () => void {
  const hear = (_event: unknown, done: number, total: number, what: string) => listener(done, total, what);
  ipcRenderer.on('gazette:progress', hear);
  return () => {
    ipcRenderer.off('gazette:progress', hear);
  };
}

contextBridge.exposeInMainWorld('gazette', { ...calls, onProgress });
