/** What the window sees: one function a method of the desk, answering with an `Answer`, and the few things that only a desktop window has. */
import { contextBridge, ipcRenderer } from 'electron';
import { apiMethods, type FileBytes, type Progress } from '../../shared/api.ts';

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

/** Tells `listener` of what comes on a channel, without the event, which must not cross. */
function hear<T>(channel: string, listener: (given: T) => void): () => void {
  const pass = (_event: unknown, given: T) => listener(given);
  ipcRenderer.on(channel, pass);
  return () => {
    ipcRenderer.off(channel, pass);
  };
}

/** A command chosen in the native menu. */
const onCommand = (listener: (id: string) => void) => hear('gazette:command', listener);

/** Files that were opened with the program; those that wait come at once. */
function onFiles(listener: (files: readonly FileBytes[]) => void): () => void {
  const stop = hear('gazette:files', listener);
  ipcRenderer.send('gazette:ready');
  return stop;
}

const chooseFolder = () => ipcRenderer.invoke('gazette:chooseFolder');
const writeFiles = (folder: string, below: string, files: readonly FileBytes[]) =>
  ipcRenderer.invoke('gazette:writeFiles', folder, below, files);
const setUnsaved = (isUnsaved: boolean) => ipcRenderer.send('gazette:unsaved', isUnsaved);

contextBridge.exposeInMainWorld('gazette', { ...calls, onProgress, onCommand, onFiles, chooseFolder, writeFiles, setUnsaved });
