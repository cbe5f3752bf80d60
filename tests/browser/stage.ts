/** What the browser tests stand on: the real command `gazette serve` on a database of its own, and a real Chromium before it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type FileChooser, type Page } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Not an older Node that would only start this one: ending it would leave the command running. */
const ownNode = join(root, 'node_modules/node/bin/node');
const node = existsSync(ownNode) ? ownNode : process.execPath;
const shots = join(root, 'tests/browser/shots');
export const sampleFolder = join(root, 'assets/samples/example-city');

export const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Null when the tests can run. */
export const skipped = existsSync(browserPath) ? null : `没有 Chromium（${browserPath}）；安装后或用环境变量 CHROMIUM 指明路径后再运行`;

/** Without the background flags Chromium calls home at every start, which a closed network answers with errors. */
export const browserFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** On a machine that is busy with other things times say little of the program. */
export function isCalm(): boolean {
  const load = loadavg()[0] as number;
  const calm = load <= availableParallelism();
  if (!calm) console.warn(`机器正忙（负载 ${load.toFixed(1)}），时间只供参考。`);
  return calm;
}

/** A browser opens a chooser only soon after a key, and not while the window is still being set: what came too early is asked again. */
export async function askForFiles(page: Page, ask: () => Promise<unknown>): Promise<FileChooser> {
  const once = (timeout: number) => Promise.all([page.waitForEvent('filechooser', { timeout }), ask()]);
  const [chooser] = await once(4000).catch(() => once(30_000));
  return chooser;
}

export interface Stage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly address: string;
  /** Errors of the console and of scripts so far. */
  readonly errors: readonly string[];
  shoot(name: string): Promise<void>;
  /** Ends the command: at once, or as a person ends it. */
  stopServer(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
  isServing(): boolean;
  /** Starts it again on the same database and port. @returns its new address. */
  startServer(limit?: number): Promise<string>;
  close(): Promise<void>;
}

export interface StageOptions {
  /** Fills the database before the command opens it. */
  readonly prepare?: (database: string) => void;
  /** Without the sample issue there is nothing in the database. */
  readonly isEmpty?: boolean;
}

export async function openStage(options: StageOptions | ((database: string) => void) = {}): Promise<Stage> {
  const { prepare, isEmpty = false } = typeof options === 'function' ? { prepare: options } : options;
  const folder = mkdtempSync(join(tmpdir(), 'gazette-browser-'));
  const database = join(folder, 'desk.sqlite');
  prepare?.(database);
  let server = await startServer({ database, port: '0', isEmpty });
  let browser: Browser | null = null;
  const close = async () => {
    await browser?.close();
    await stop(server.process, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', acceptDownloads: true });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(server.address);
    mkdirSync(shots, { recursive: true });
    const shoot = async (name: string) => {
      await page.screenshot({ path: join(shots, `${name}.png`) });
    };
    const { address } = server;
    return {
      ...{ context, page, address, errors, shoot, close },
      stopServer: (signal) => stop(server.process, signal),
      isServing: () => isRunning(server.process),
      startServer: async (limit) => {
        server = await startServer({ database, port: new URL(address).port, isEmpty, limit });
        return server.address;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface ServerOptions {
  readonly database: string;
  readonly port: string;
  readonly isEmpty: boolean;
  /** No file may grow beyond so many KiB: writing then fails as on a full disk. */
  readonly limit?: number | undefined;
}

export function startServer({
  database,
  port,
  isEmpty,
  limit,
}: ServerOptions): Promise<{ readonly process: ChildProcess; readonly address: string }> {
  const own = [join(root, 'build/gazette.cjs'), 'serve', '--database', database, '--port', port, ...(isEmpty ? [] : ['--sample'])];
  const [program, given] =
    limit === undefined ? [node, own] : ['bash', ['-c', `trap '' XFSZ; ulimit -f ${limit}; exec "$@"`, 'bash', node, ...own]];
  const child = spawn(program, given, { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
      if (address !== undefined && said.endsWith('\n')) resolve({ process: child, address });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`gazette serve ended with ${code}:\n${said}`)));
  });
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

export function stop(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!isRunning(child)) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill(signal);
  });
}
