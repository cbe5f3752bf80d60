/** What the browser tests stand on: the real command `gazette serve` on a database of its own, and a real Chromium before it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

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

export interface Stage {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly address: string;
  /** Errors of the console and of scripts so far. */
  readonly errors: readonly string[];
  shoot(name: string): Promise<void>;
  /** Ends the command: at once, or as a person ends it. */
  stopServer(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
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
  buildWhenOld();
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

/** The tests are about the sources as they are, not about what was bundled some time ago. */
export function buildWhenOld(): void {
  const built = ['dist/cli/gazette.cjs', 'dist/renderer/index.html'].map((name) => join(root, name));
  const isThere = built.every((name) => existsSync(name));
  const oldest = isThere ? Math.min(...built.map((name) => statSync(name).mtimeMs)) : 0;
  const newest = Math.max(...['renderer', 'main', 'shared'].map((name) => newestChange(join(root, name))));
  if (newest <= oldest) return;
  // The test runner's own NODE_ENV would bring React's development build into what is tested, and leave it in dist.
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [join(root, 'build/bundle.mjs')], { stdio: ['ignore', 'ignore', 'inherit'], env });
}

function newestChange(folder: string): number {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return files.reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
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

export function stop(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    child.kill(signal);
  });
}
