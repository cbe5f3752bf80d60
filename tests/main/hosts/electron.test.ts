/** The window with a stand-in for Electron: what it allows, and that its calls reach the desk. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { apiMethods } from '../../../shared/api.ts';

const seen = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, given: unknown) => unknown>(),
  protocols: new Map<string, (request: Request) => Promise<Response>>(),
  windows: [] as {
    options: { webPreferences: Record<string, unknown> };
    events: Map<string, (...given: never[]) => unknown>;
    address: string;
    open?: () => unknown;
  }[],
  permission: null as ((...given: unknown[]) => unknown) | null,
  exposed: {} as Record<string, Record<string, (...given: unknown[]) => unknown>>,
  invoked: [] as unknown[][],
  menu: [] as { label?: string }[],
  isFirst: true,
  quits: 0,
  folder: '',
}));

vi.mock('electron', () => ({
  app: {
    requestSingleInstanceLock: () => seen.isFirst,
    whenReady: async () => {},
    getPath: () => seen.folder,
    on: () => {},
    quit: () => {
      seen.quits += 1;
    },
  },
  BrowserWindow: class {
    static getAllWindows = () => [];
    webContents;
    #record;
    constructor(options: { webPreferences: Record<string, unknown> }) {
      const record = { options, events: new Map(), address: '' } as (typeof seen.windows)[number];
      this.#record = record;
      seen.windows.push(record);
      this.webContents = {
        setWindowOpenHandler: (open: () => unknown) => {
          record.open = open;
        },
        on: (name: string, listener: (...given: never[]) => unknown) => record.events.set(name, listener),
      };
    }
    async loadURL(address: string) {
      this.#record.address = address;
    }
  },
  contextBridge: {
    exposeInMainWorld: (name: string, value: Record<string, () => unknown>) => {
      seen.exposed[name] = value;
    },
  },
  dialog: { showErrorBox: () => {} },
  ipcMain: { handle: (name: string, handler: (event: unknown, given: unknown) => unknown) => seen.handlers.set(name, handler) },
  ipcRenderer: { invoke: (...given: unknown[]) => void seen.invoked.push(given), on: () => {}, off: () => {} },
  Menu: {
    buildFromTemplate: (template: { label?: string }[]) => {
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
      setPermissionCheckHandler: () => {},
    },
  },
}));

const { temporaryFolder } = await import('../temporary.ts');

beforeEach(() => {
  vi.resetModules();
  seen.handlers.clear();
  Object.assign(seen, { windows: [], isFirst: true, quits: 0, folder: temporaryFolder() });
});

async function start() {
  await (await import('../../../main/hosts/electron.ts')).started;
}

const sender = { isDestroyed: () => false, send: () => {} };
const ours = { sender, senderFrame: { url: 'app://gazette/index.html' } };

test('the window is shut off from Node and from the web', async () => {
  await start();
  const [window] = seen.windows;
  expect(window?.options.webPreferences).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false });
  expect([window?.address, window?.open?.()]).toEqual(['app://gazette/', { action: 'deny' }]);
  const preventDefault = vi.fn();
  const navigate = window?.events.get('will-navigate') as (event: object, address: string) => void;
  navigate({ preventDefault }, 'https://example.com/');
  navigate({ preventDefault }, 'app://gazette.example/');
  expect(preventDefault).toHaveBeenCalledTimes(2);
  const decide = vi.fn();
  seen.permission?.({}, 'media', decide);
  expect(decide).toHaveBeenCalledWith(false);
  expect(seen.menu.map(({ label }) => label)).toEqual(expect.arrayContaining(['文件', '编辑', '视图', '窗口']));
});

test('one channel a method; a call answers, a stranger does not', async () => {
  await start();
  expect([...seen.handlers.keys()]).toEqual(apiMethods.map((method) => `gazette:${method}`));
  const call = (event: unknown) => seen.handlers.get('gazette:listIssues')?.(event, []);
  expect(await call(ours)).toEqual({ ok: true, value: [] });
  expect(await call({ sender, senderFrame: { url: 'https://example.com/' } })).toMatchObject({ ok: false, code: 'sender' });
  expect(await call({ sender, senderFrame: null })).toMatchObject({ ok: false, code: 'sender' });
  expect(await seen.handlers.get('gazette:readIssue')?.(ours, [7])).toMatchObject({ ok: false, code: 'issue-missing' });
  expect(existsSync(join(seen.folder, 'gazette.sqlite'))).toBe(true);
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
  expect(Object.keys(gazette)).toEqual([...apiMethods, 'onProgress']);
  gazette.importFiles?.([], true, () => {});
  expect(seen.invoked).toEqual([['gazette:importFiles', [[], true]]]);
});

const folder = join(createRequire(import.meta.url).resolve('electron/package.json'), '..');
const program = existsSync(join(folder, 'path.txt')) ? join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim()) : null;
const isHere = program !== null && existsSync(program);
if (!isHere) console.warn('skipped: start of the real window, because Electron has no program file here (it is fetched at its first run)');

test.skipIf(!isHere)('the real Electron starts and says its version', async () => {
  const { execFileSync } = await import('node:child_process');
  expect(execFileSync(program ?? '', ['--version'], { encoding: 'utf8' })).toMatch(/^v\d+/);
});
