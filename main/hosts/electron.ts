/** The window: one of the two files that know Electron. It opens a desk on the user's database and answers the window's calls. */
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  type IpcMainInvokeEvent,
  ipcMain,
  Menu,
  type MenuItemConstructorOptions,
  protocol,
  session,
} from 'electron';
import { apiMethods } from '../../shared/api.ts';
import { answerCall } from '../../shared/door.ts';
import { openDatabase } from '../database/open.ts';
import { refusalOf } from '../refusals.ts';
import { loadPageFile, type PageSources, securityHeaders } from './pages.ts';
import { assembleProgram } from './program.ts';

/** The bundle lies in dist/electron, two folders below the program's own. */
const root = join(import.meta.dirname, '../..');
const origin = 'app://gazette';

const menu: MenuItemConstructorOptions[] = [
  ...(process.platform === 'darwin' ? [{ label: '公报编辑台', role: 'appMenu' } as const] : []),
  {
    label: '文件',
    submenu: [
      { label: '关闭窗口', role: 'close' },
      { label: '退出', role: 'quit' },
    ],
  },
  {
    label: '编辑',
    submenu: [
      { label: '撤销', role: 'undo' },
      { label: '重做', role: 'redo' },
      { type: 'separator' },
      { label: '剪切', role: 'cut' },
      { label: '复制', role: 'copy' },
      { label: '粘贴', role: 'paste' },
      { label: '全选', role: 'selectAll' },
    ],
  },
  {
    label: '视图',
    submenu: [
      { label: '重新载入', role: 'reload' },
      { type: 'separator' },
      { label: '实际大小', role: 'resetZoom' },
      { label: '放大', role: 'zoomIn' },
      { label: '缩小', role: 'zoomOut' },
      { type: 'separator' },
      { label: '全屏', role: 'togglefullscreen' },
      { label: '开发者工具', role: 'toggleDevTools' },
    ],
  },
  {
    label: '窗口',
    submenu: [
      { label: '最小化', role: 'minimize' },
      { label: '缩放', role: 'zoom' },
    ],
  },
];

/** Runs the window until it is closed; a second start brings the first window to the front. */
async function startWindow(): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit();
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  await app.whenReady();
  try {
    const database = openDatabase(join(app.getPath('userData'), 'gazette.sqlite'));
    app.on('will-quit', () => database.close());
    const program = assembleProgram(root, database);
    servePages(program);
    answerCalls(program.desk);
    if (process.argv.includes('--sample') && (await program.desk.listIssues()).length === 0) await program.desk.openSample();
  } catch (error) {
    dialog.showErrorBox('公报编辑台不能启动', refusalOf(error, console.error).text);
    return app.quit();
  }
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  openWindow();
  app.on('second-instance', () => (BrowserWindow.getAllWindows()[0] ?? openWindow()).focus());
  app.on('activate', () => void (BrowserWindow.getAllWindows().length > 0 || openWindow()));
  app.on('window-all-closed', () => process.platform === 'darwin' || app.quit());
}

function servePages(sources: PageSources): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'gazette' ? await loadPageFile(sources, url.pathname) : null;
    if (file === null) return new Response('没有这个文件。', { status: 404, headers: securityHeaders });
    return new Response(Buffer.from(file.bytes), { headers: { ...securityHeaders, 'Content-Type': file.type } });
  });
}

function answerCalls(desk: PageSources['desk']): void {
  for (const method of apiMethods) {
    ipcMain.handle(`gazette:${method}`, (event, given: unknown) => {
      if (!isOurs(event)) return { ok: false, code: 'sender', text: '不接受来自其他网页的操作。' };
      const progress = (done: number, total: number, what: string) => {
        if (!event.sender.isDestroyed()) event.sender.send('gazette:progress', done, total, what);
      };
      return answerCall(desk, method, given, progress, (error) => refusalOf(error, console.error));
    });
  }
}

function isOurs(event: IpcMainInvokeEvent): boolean {
  return event.senderFrame !== null && new URL(event.senderFrame.url).host === 'gazette' && event.senderFrame.url.startsWith(`${origin}/`);
}

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    title: '公报编辑台',
    webPreferences: { preload: join(import.meta.dirname, 'preload.cjs'), contextIsolation: true, sandbox: true, nodeIntegration: false },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event, address) => {
    if (!address.startsWith(`${origin}/`)) event.preventDefault();
  });
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  void window.loadURL(`${origin}/`);
  return window;
}

/** For tests: the window is ready. */
export const started = startWindow();
