/** The desktop window's door: it opens a desk on the user's database and answers the window's calls. */
import { join } from 'node:path';
import { app, BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, protocol, session } from 'electron';
import { type ApiMethod, apiMethods } from '../../shared/api.ts';
import { answerCall } from '../../shared/door.ts';
import { openDatabase } from '../database/open.ts';
import { refusalOf } from '../refusals.ts';
import { keepDailyCopies } from './daily-copies.ts';
import { answerFileCalls, passOpenedFiles } from './electron-files.ts';
import { showMenu } from './electron-menu.ts';
import { hearOfUnsaved, openWindow, origin } from './electron-window.ts';
import { openedPaths } from './opened-files.ts';
import { loadPageFile, type PageSources, securityHeaders } from './pages.ts';
import { assembleProgram } from './program.ts';
import { databaseOfWindow } from './user-data.ts';

/** The bundle lies in dist/electron, two folders below the program's own. */
const root = join(import.meta.dirname, '../..');

/** Runs the window until it is closed; a second start brings the first window to the front, with the files that it was given. */
async function startWindow(): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit();
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  // Before the program is ready: a Mac names the files it is started with early.
  const opened = passOpenedFiles(isOurs);
  await app.whenReady();
  let keepDailyCopy: () => Promise<unknown>;
  try {
    const database = openDatabase(databaseOfWindow(app.getPath('userData')));
    app.on('will-quit', () => database.close());
    const program = assembleProgram(root, database);
    servePages(program);
    answerCalls(program.desk);
    if (process.argv.includes('--sample') && (await program.desk.listIssues()).length === 0) await program.desk.openSample();
    await refreshMenu(program.desk);
    keepDailyCopy = program.keepDailyCopy;
  } catch (error) {
    dialog.showErrorBox('公报编辑台不能启动', refusalOf(error, console.error).text);
    return app.quit();
  }
  answerFileCalls(isOurs);
  hearOfUnsaved();
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(isPermitted(permission, requestingUrl)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission, from) => isPermitted(permission, from));
  // The page first; the settings show which copies there are.
  openWindow().webContents.once('did-finish-load', () => keepDailyCopies(keepDailyCopy, Date.now, console.error));
  opened.open(openedPaths(process.argv, process.cwd()));
  app.on('second-instance', (_event, words, folder) => {
    const window = BrowserWindow.getAllWindows()[0] ?? openWindow();
    if (window.isMinimized()) window.restore();
    window.focus();
    opened.open(openedPaths(words, folder));
  });
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

/** After these the list of the last issues is another. */
const issueMethods: readonly ApiMethod[] = ['createIssue', 'removeIssue', 'updateIssueHead', 'importManifest', 'openSample'];

function answerCalls(desk: PageSources['desk']): void {
  for (const method of apiMethods) {
    ipcMain.handle(`gazette:${method}`, async (event, given: unknown) => {
      if (!isOurs(event)) return { ok: false, code: 'sender', text: '不接受来自其他网页的操作。' };
      const progress = (done: number, total: number, what: string) => {
        if (!event.sender.isDestroyed()) event.sender.send('gazette:progress', done, total, what);
      };
      const answer = await answerCall(desk, method, given, progress, (error) => refusalOf(error, console.error));
      if (answer.ok && issueMethods.includes(method)) await refreshMenu(desk);
      return answer;
    });
  }
}

async function refreshMenu(desk: PageSources['desk']): Promise<void> {
  showMenu(await desk.listIssues(), ({ id }) => {
    const window = BrowserWindow.getAllWindows()[0] ?? openWindow();
    // Only what stands behind # changes: the page stays and goes there by itself.
    void window.loadURL(`${origin}/#/issue/${id}/issue`);
    window.focus();
  });
}

/** Text goes to the clipboard and comes from it, as the rescue of a text that cannot be saved does; nothing else of the machine is to be had. */
function isPermitted(permission: string, from: string): boolean {
  return (
    (permission === 'clipboard-sanitized-write' || permission === 'clipboard-read') && (from === origin || from.startsWith(`${origin}/`))
  );
}

function isOurs(event: IpcMainInvokeEvent | IpcMainEvent): boolean {
  return event.senderFrame !== null && new URL(event.senderFrame.url).host === 'gazette' && event.senderFrame.url.startsWith(`${origin}/`);
}

/** For tests: the window is ready. */
export const started = startWindow();
