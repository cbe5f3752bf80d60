/** The window with a stand-in for Electron: what it allows, and that its calls reach the desk. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { fitted, readWindowState } from '../../../main/hosts/window-state.ts';
import { apiMethods } from '../../../shared/api.ts';
import { commands } from '../../../shared/commands.ts';
import { sampleHead } from '../samples.ts';

interface MenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly accelerator?: string;
  readonly click?: () => void;
  readonly submenu?: readonly MenuItem[];
}

const seen = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, ...given: unknown[]) => unknown>(),
  listeners: new Map<string, (event: unknown, ...given: unknown[]) => unknown>(),
  appEvents: new Map<string, (...given: unknown[]) => unknown>(),
  recent: [] as string[],
  asked: [] as string[],
  answer: 2,
  chosenFolder: null as string | null,
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  windows: [] as {
    options: { webPreferences: Record<string, unknown>; [name: string]: unknown };
    events: Map<string, (...given: never[]) => unknown>;
    address: string;
    sent: unknown[][];
    isDestroyed: boolean;
    isMaximised: boolean;
    open?: () => unknown;
  }[],
  permission: null as ((...given: unknown[]) => unknown) | null,
  check: null as ((...given: unknown[]) => unknown) | null,
  exposed: {} as Record<string, Record<string, (...given: unknown[]) => unknown>>,
  invoked: [] as unknown[][],
  menu: [] as MenuItem[],
  shown: [] as object[],
  isFirst: true,
  quits: 0,
  folder: '',
}));

vi.mock('electron', () => ({
  app: {
    requestSingleInstanceLock: () => seen.isFirst,
    whenReady: async () => {},
    getPath: () => seen.folder,
    getVersion: () => '0.1.0',
    addRecentDocument: (path: string) => void seen.recent.push(path),
    on: (name: string, listener: (...given: unknown[]) => unknown) => void seen.appEvents.set(name, listener),
    quit: () => {
      seen.quits += 1;
    },
  },
  screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] },
  BrowserWindow: class {
    static getAllWindows = () => seen.shown;
    static getFocusedWindow = () => null;
    static fromWebContents = () => seen.shown[0] ?? null;
    webContents;
    #record;
    constructor(options: { webPreferences: Record<string, unknown> }) {
      const record = {
        options,
        events: new Map(),
        address: '',
        sent: [],
        isDestroyed: false,
        isMaximised: false,
      } as (typeof seen.windows)[number];
      this.#record = record;
      seen.windows.push(record);
      seen.shown.push(this);
      this.webContents = {
        id: 7,
        send: (...given: unknown[]) => void record.sent.push(given),
        isDestroyed: () => record.isDestroyed,
        setWindowOpenHandler: (open: () => unknown) => {
          record.open = open;
        },
        on: (name: string, listener: (...given: never[]) => unknown) => record.events.set(name, listener),
        once: (name: string, listener: (...given: never[]) => unknown) => record.events.set(name, listener),
      };
    }
    async loadURL(address: string) {
      this.#record.address = address;
    }
    on(name: string, listener: (...given: never[]) => unknown) {
      this.#record.events.set(name, listener);
    }
    maximize() {
      this.#record.isMaximised = true;
    }
    isMaximized = () => this.#record.isMaximised;
    isMinimized = () => false;
    getNormalBounds = () => ({ x: 40, y: 30, width: 1200, height: 800 });
    focus() {}
    destroy() {
      this.#record.isDestroyed = true;
    }
  },
  contextBridge: {
    exposeInMainWorld: (name: string, value: Record<string, () => unknown>) => {
      seen.exposed[name] = value;
    },
  },
  dialog: {
    showErrorBox: () => {},
    showMessageBox: async (_window: unknown, { buttons }: { buttons: string[] }) => {
      seen.asked.push(buttons.join(' '));
      return { response: seen.answer };
    },
    showOpenDialog: async () => ({
      canceled: seen.chosenFolder === null,
      filePaths: seen.chosenFolder === null ? [] : [seen.chosenFolder],
    }),
  },
  ipcMain: {
    handle: (name: string, handler: (event: unknown, ...given: unknown[]) => unknown) => seen.handlers.set(name, handler),
    on: (name: string, listener: (event: unknown, ...given: unknown[]) => unknown) => void seen.listeners.set(name, listener),
  },
  ipcRenderer: {
    invoke: (...given: unknown[]) => void seen.invoked.push(given),
    send: (...given: unknown[]) => void seen.invoked.push(given),
    on: (name: string, listener: (event: unknown, ...given: unknown[]) => unknown) => void seen.listeners.set(name, listener),
    off: (name: string) => void seen.listeners.delete(name),
  },
  Menu: {
    buildFromTemplate: (template: MenuItem[]) => {
      seen.menu = template;
    },
    setApplicationMenu: () => {},
  },
  protocol: {
    registerSchemesAsPrivileged: () => {},
    handle: (name: string, handler: (request: Request) => Promise<Response>) => seen.protocols.set(name, handler),
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: (...given: unknown[]) => unknown) => {
        seen.permission = handler;
      },
      setPermissionCheckHandler: (handler: (...given: unknown[]) => unknown) => {
        seen.check = handler;
      },
    },
  },
}));

const { temporaryFolder } = await import('../temporary.ts');

beforeEach(() => {
  vi.resetModules();
  for (const table of [seen.handlers, seen.listeners, seen.appEvents]) table.clear();
  Object.assign(seen, {
    windows: [],
    shown: [],
    recent: [],
    asked: [],
    invoked: [],
    answer: 2,
    chosenFolder: null,
    isFirst: true,
    quits: 0,
    folder: temporaryFolder(),
  });
  // Where the user's own database lies, on each system.
  for (const name of ['XDG_DATA_HOME', 'APPDATA', 'HOME']) vi.stubEnv(name, seen.folder);
});

async function start() {
  await (await import('../../../main/hosts/electron.ts')).started;
}

const sender = { isDestroyed: () => false, send: () => {} };
const ours = { sender, senderFrame: { url: 'app://gazette/index.html' } };

test('the window is shut off from Node and from the web', async () => {
  await start();
  const [window] = seen.windows;
  expect(window?.options.webPreferences).toMatchObject({
    ...{ contextIsolation: true, sandbox: true, nodeIntegration: false },
    spellcheck: false,
  });
  expect([window?.address, window?.open?.()]).toEqual(['app://gazette/', { action: 'deny' }]);
  const preventDefault = vi.fn();
  const navigate = window?.events.get('will-navigate') as (event: object, address: string) => void;
  navigate({ preventDefault }, 'https://example.com/');
  navigate({ preventDefault }, 'app://gazette.example/');
  expect(preventDefault).toHaveBeenCalledTimes(2);
  const decide = vi.fn();
  const asked = (permission: string, requestingUrl: string) => {
    seen.permission?.({}, permission, decide, { requestingUrl });
    return [decide.mock.lastCall?.[0], seen.check?.({}, permission, new URL(requestingUrl).origin)];
  };
  expect(asked('media', 'app://gazette/')).toEqual([false, false]);
  // The whole text to the clipboard is the way out where it cannot be saved.
  expect(asked('clipboard-sanitized-write', 'app://gazette/')[0]).toBe(true);
  expect(seen.check?.({}, 'clipboard-sanitized-write', 'app://gazette/')).toBe(true);
  expect(asked('clipboard-sanitized-write', 'https://example.com/')).toEqual([false, false]);
  expect(seen.menu.map(({ label }) => label)).toEqual(expect.arrayContaining(['文件', '编辑', '视图', '转到', '窗口', '帮助']));
});

test('one channel a method; a call answers, a stranger does not', async () => {
  await start();
  const own = ['gazette:chooseFolder', 'gazette:writeFiles'];
  expect([...seen.handlers.keys()]).toEqual([...apiMethods.map((method) => `gazette:${method}`), ...own]);
  const call = (event: unknown) => seen.handlers.get('gazette:listIssues')?.(event, []);
  expect(await call(ours)).toEqual({ ok: true, value: [] });
  expect(await call({ sender, senderFrame: { url: 'https://example.com/' } })).toMatchObject({ ok: false, code: 'sender' });
  expect(await call({ sender, senderFrame: null })).toMatchObject({ ok: false, code: 'sender' });
  expect(await seen.handlers.get('gazette:readIssue')?.(ours, [7])).toMatchObject({ ok: false, code: 'issue-missing' });
});

test('the window has the database that the browser has, and its own where one was made before', async () => {
  const { databaseOfWindow, userDatabase } = await import('../../../main/hosts/user-data.ts');
  const own = join(seen.folder, '公报编辑台');
  mkdirSync(own);
  expect(databaseOfWindow(own)).toBe(userDatabase());
  await start();
  expect(existsSync(userDatabase())).toBe(true);
  writeFileSync(join(own, 'gazette.sqlite'), '');
  expect(databaseOfWindow(own)).toBe(join(own, 'gazette.sqlite'));
});

test('the own protocol serves with the same policy and nothing of another host', async () => {
  await start();
  const response = await seen.protocols.get('app')?.(new Request('app://elsewhere/index.html'));
  expect([response?.status, response?.headers.get('content-security-policy')]).toEqual([404, expect.stringContaining("script-src 'self'")]);
});

test('a second start gives way to the first', async () => {
  seen.isFirst = false;
  await start();
  expect([seen.quits, seen.windows.length]).toEqual([1, 0]);
});

test('the preload exposes one function a method and lets no function across', async () => {
  await import('../../../main/hosts/preload.ts');
  const { gazette = {} } = seen.exposed;
  const own = ['onProgress', 'onCommand', 'onFiles', 'chooseFolder', 'writeFiles', 'setUnsaved'];
  expect(Object.keys(gazette)).toEqual([...apiMethods, ...own]);
  gazette.importFiles?.([], true, () => {});
  expect(seen.invoked).toEqual([['gazette:importFiles', [[], true]]]);
  const heard: unknown[] = [];
  const stop = gazette.onCommand?.((id: unknown) => heard.push(id)) as () => void;
  seen.listeners.get('gazette:command')?.({ secret: true }, 'save');
  stop();
  expect([heard, seen.listeners.has('gazette:command')]).toEqual([['save'], false]);
  gazette.onFiles?.((files: unknown) => heard.push(files));
  expect(seen.invoked.at(-1)).toEqual(['gazette:ready']);
});

const item = (id: string) => seen.menu.flatMap(({ submenu }) => submenu ?? []).find((each) => each.id === id);

test('the menus have every command with its key; a click reaches the page', async () => {
  await start();
  for (const { id, title, key } of commands)
    expect([id, item(id)?.label, item(id)?.accelerator]).toEqual([id, title, key?.replace('Mod', 'CmdOrCtrl')]);
  item('outputs')?.click?.();
  expect(seen.windows[0]?.sent).toEqual([['gazette:command', 'outputs']]);
});

test('the last issues are in the menu and lead to the issue', async () => {
  await start();
  const recent = () => seen.menu.flatMap(({ submenu }) => submenu ?? []).find(({ label }) => label === '最近的各期')?.submenu ?? [];
  expect(recent()).toEqual([]);
  await seen.handlers.get('gazette:createIssue')?.(ours, [sampleHead]);
  expect(recent().map(({ label }) => label)).toEqual(['示例市人民政府公报 2024年第3期']);
  recent()[0]?.click?.();
  expect(seen.windows[0]?.address).toBe('app://gazette/#/issue/1/issue');
});

test('a window comes back where it was, and on a display that is there', async () => {
  await start();
  const close = seen.windows[0]?.events.get('close') as (event: object) => void;
  const preventDefault = vi.fn();
  close({ preventDefault });
  expect(preventDefault).not.toHaveBeenCalled();
  const { folder: place } = seen;
  vi.resetModules();
  Object.assign(seen, { windows: [], shown: [], folder: place });
  await start();
  expect(seen.windows[0]?.options).toMatchObject({ x: 40, y: 30, width: 1200, height: 800 });
  const displays = [{ x: 0, y: 0, width: 1920, height: 1040 }];
  expect(fitted({ x: 3000, y: 100, width: 1200, height: 800 }, true, displays)).toEqual({
    place: null,
    width: 1200,
    height: 800,
    isMaximised: true,
  });
  expect(fitted({ x: 100, y: -400, width: 5000, height: 100 }, false, displays)).toMatchObject({ place: null, width: 1920, height: 600 });
  expect(readWindowState(join(place, 'none.json'), displays)).toMatchObject({ place: null, width: 1440 });
});

test('unsaved work: the close waits for it, and asks only when it does not come', async () => {
  await start();
  const [window] = seen.windows;
  const close = () => window?.events.get('close')?.({ preventDefault: () => {} } as never);
  const unsaved = (value: boolean) => seen.listeners.get('gazette:unsaved')?.({ sender: { id: 7 } }, value);
  unsaved(true);
  close();
  unsaved(false);
  await expect.poll(() => window?.isDestroyed).toBe(true);
  expect(seen.asked).toEqual([]);
  Object.assign(window ?? {}, { isDestroyed: false });
  unsaved(true);
  close();
  close();
  await expect.poll(() => seen.asked, { timeout: 4000 }).toEqual(['保存 放弃 取消']);
  expect(window?.isDestroyed).toBe(false);
  seen.answer = 1;
  await new Promise((resolve) => setTimeout(resolve, 20));
  close();
  await expect.poll(() => window?.isDestroyed, { timeout: 4000 }).toBe(true);
  expect(seen.asked.length).toBe(2);
});

test('files that the program is given reach the page when it is ready, a manifest with what it names', async () => {
  await start();
  const place = join(temporaryFolder(), '来稿');
  const outside = join(place, '../外.txt');
  mkdirSync(place);
  writeFileSync(outside, '外');
  writeFileSync(join(place, '甲.txt'), '甲');
  writeFileSync(
    join(place, 'manifest.json'),
    JSON.stringify({ entries: [{ file: '甲.txt' }, { file: '无.txt' }, { file: '../外.txt' }, { file: outside }] }),
  );
  writeFileSync(join(place, '图.png'), '图');
  const page = { isDestroyed: () => false, send: vi.fn() };
  seen.appEvents.get('second-instance')?.({}, ['gazette', '--flag', '甲.txt', '图.png'], place);
  seen.listeners.get('gazette:ready')?.({ sender: page, senderFrame: { url: 'https://example.com/' } });
  seen.listeners.get('gazette:ready')?.({ ...ours, sender: page });
  await expect.poll(() => page.send.mock.calls.length).toBe(1);
  const names = () => page.send.mock.lastCall?.[1].map(({ name }: { name: string }) => name);
  expect([page.send.mock.lastCall?.[0], names()]).toEqual(['gazette:files', ['甲.txt']]);
  expect(seen.recent).toEqual([join(place, '甲.txt')]);
  const preventDefault = vi.fn();
  seen.appEvents.get('open-file')?.({ preventDefault }, join(place, 'manifest.json'));
  await expect.poll(() => page.send.mock.calls.length).toBe(2);
  expect([names(), preventDefault.mock.calls.length]).toEqual([['manifest.json', '甲.txt'], 1]);
});

test('files are written only into a folder that was chosen, and under their plain names', async () => {
  await start();
  const place = temporaryFolder();
  const files = [{ name: '../外.txt', bytes: new Uint8Array([1]) }];
  const write = (folder: string, below = '第1期') => seen.handlers.get('gazette:writeFiles')?.(ours, folder, below, files);
  expect(await write(place)).toBe(place);
  expect(await seen.handlers.get('gazette:chooseFolder')?.(ours)).toBe(null);
  seen.chosenFolder = place;
  expect(await seen.handlers.get('gazette:chooseFolder')?.({ ...ours, senderFrame: null })).toBe(null);
  expect(await seen.handlers.get('gazette:chooseFolder')?.(ours)).toBe(place);
  expect(await write(place)).toBe(null);
  expect(readdirSync(join(place, '第1期'))).toEqual(['外.txt']);
  expect([await write(place, '..'), await write(place, '../..')]).toEqual(['..', '../..']);
  expect(existsSync(join(place, '../外.txt'))).toBe(false);
});

const folder = join(createRequire(import.meta.url).resolve('electron/package.json'), '..');
const program = existsSync(join(folder, 'path.txt')) ? join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim()) : null;
const isHere = program !== null && existsSync(program);
if (!isHere) console.warn('skipped: start of the real window, because Electron has no program file here (it is fetched at its first run)');

test.skipIf(!isHere)('the real Electron starts and says its version', async () => {
  const { execFileSync } = await import('node:child_process');
  expect(execFileSync(program ?? '', ['--version'], { encoding: 'utf8' })).toMatch(/^v\d+/);
});
