/** Files between the window and the machine: folders chosen in the system's dialog, files written there, files opened with the program. */
import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { FileBytes } from '../../shared/api.ts';
import { isFiles } from '../../shared/door/guards.ts';
import { isOurs, readOpened } from './opened-files.ts';
import { writeWholeFile } from './write-file.ts';

/** Only into folders that a person chose in this run. */
const chosen = new Set<string>();

export function answerFileCalls(isOurPage: (event: IpcMainInvokeEvent) => boolean): void {
  ipcMain.handle('gazette:chooseFolder', async (event) => {
    const window = BrowserWindow.fromWebContents(event.sender);
    if (!isOurPage(event) || window === null) return null;
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: '选择存放文件的文件夹',
      buttonLabel: '选择',
      properties: ['openDirectory', 'createDirectory'],
    });
    const [path] = filePaths;
    if (canceled || path === undefined) return null;
    chosen.add(path);
    return path;
  });
  ipcMain.handle('gazette:writeFiles', async (event, folder: unknown, below: unknown, files: unknown) => {
    if (!isOurPage(event) || typeof folder !== 'string' || typeof below !== 'string' || !isFiles(files)) return '';
    return chosen.has(folder) ? writeAll(folder, below, files as readonly FileBytes[]) : folder;
  });
}

/** @returns the name of the first file that could not be written; null when all are there. */
async function writeAll(folder: string, below: string, files: readonly FileBytes[]): Promise<string | null> {
  let name = below;
  try {
    const target = below === '' ? folder : placeIn(folder, below);
    await mkdir(target, { recursive: true });
    for (const file of files) {
      name = file.name;
      await writeWholeFile(placeIn(target, file.name), file.bytes);
    }
    return null;
  } catch {
    return name;
  }
}

/** Names come from the page: nothing but a name counts, and `..` is none. */
function placeIn(folder: string, name: string): string {
  const own = basename(name);
  if (own === '' || own === '.' || own === '..') throw new Error(`no file name: ${name}`);
  return join(folder, own);
}

export interface OpenedFiles {
  /** To the window that is there, or to the next one that is ready. */
  open(paths: readonly string[]): void;
}

export function passOpenedFiles(isOurPage: (event: IpcMainEvent) => boolean): OpenedFiles {
  let waiting: string[] = [];
  let ready: Electron.WebContents | null = null;
  const pass = async () => {
    if (ready === null || ready.isDestroyed() || waiting.length === 0) return;
    const paths = waiting;
    waiting = [];
    const files = await readOpened(paths);
    if (files.length > 0 && !ready.isDestroyed()) ready.send('gazette:files', files);
  };
  const open = (paths: readonly string[]) => {
    waiting.push(...paths);
    for (const path of paths) app.addRecentDocument(path);
    void pass();
  };
  // The page says so when it can take files, also after it was loaded anew.
  ipcMain.on('gazette:ready', (event) => {
    if (!isOurPage(event)) return;
    ready = event.sender;
    void pass();
  });
  // Of a Mac: dropped on the sign in the dock, or opened with the program.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isOurs(path)) open([path]);
  });
  return { open };
}
