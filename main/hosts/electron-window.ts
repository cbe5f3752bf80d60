/** One window of the program: shut off from Node and the web, where it stood before, and not closed over unsaved work. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, screen } from 'electron';
import { sendCommand } from './electron-menu.ts';
import { keepWindowState, least, readWindowState } from './window-state.ts';

export const origin = 'app://gazette';
/** The editor saves by itself at every pause; so long it is given at the close. */
const patience = 2000;
const step = 50;

/** Windows whose page has work that is not in the database yet. */
const unsaved = new Set<number>();

export function hearOfUnsaved(): void {
  ipcMain.on('gazette:unsaved', (event, isUnsaved: unknown) => {
    if (isUnsaved === true) unsaved.add(event.sender.id);
    else unsaved.delete(event.sender.id);
  });
}

export function openWindow(): BrowserWindow {
  const path = join(app.getPath('userData'), 'window.json');
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { place, width, height, isMaximised } = readWindowState(path, areas);
  const window = new BrowserWindow({
    ...place,
    width,
    height,
    minWidth: least.width,
    minHeight: least.height,
    title: '公报编辑台',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      // It would fetch dictionaries from the web, and has none for Chinese.
      spellcheck: false,
    },
  });
  if (isMaximised) window.maximize();
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event, address) => {
    if (!address.startsWith(`${origin}/`)) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  const { id } = window.webContents;
  // A page that is loaded anew begins with nothing unsaved.
  window.webContents.on('did-navigate', () => void unsaved.delete(id));
  let isAsking = false;
  window.on('close', (event) => {
    keepWindowState(path, window.getNormalBounds(), window.isMaximized());
    if (!unsaved.has(id)) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    void mayClose(window, id).then((may) => {
      isAsking = false;
      if (may) window.destroy();
    });
  });
  void window.loadURL(`${origin}/`);
  return window;
}

/** Waits for the work to be saved; only where that fails the person is asked. */
async function mayClose(window: BrowserWindow, id: number): Promise<boolean> {
  if (await isSavedWithin(id, patience)) return true;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: '有改动还没有存进数据库',
    detail: '自动保存没有成功。可以再试一次；放弃则丢失最近的改动。',
    buttons: ['保存', '放弃', '取消'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  if (response === 1) return true;
  if (response === 2) return false;
  sendCommand('save');
  return isSavedWithin(id, patience);
}

async function isSavedWithin(id: number, time: number): Promise<boolean> {
  for (let waited = 0; unsaved.has(id) && waited < time; waited += step) await new Promise((resolve) => setTimeout(resolve, step));
  return !unsaved.has(id);
}
