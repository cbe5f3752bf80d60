/**
 * Typst from npm, fetched when the bench is run, into a cache folder outside the project: 50 MB of one platform's binary that
 * nobody needs to work here, and that a lock file would ask of every platform.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';
export const typstVersion = '0.7.0';

/** The module's file, or in Chinese why there is none. */
export type Typst = { readonly module: string } | { readonly reason: string };

function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === 'win32') return LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return XDG_CACHE_HOME ?? join(homedir(), '.cache');
}

export function fetchTypst(): Typst {
  const folder = join(cacheFolder(), 'gazette-bench', `typst-${typstVersion}`);
  const module = join(folder, 'node_modules', ...PACKAGE.split('/'), 'index.js');
  if (!existsSync(module)) {
    console.info(`正在把 Typst（npm ${PACKAGE} ${typstVersion}，约 50 MB）装到缓存文件夹……`);
    mkdirSync(folder, { recursive: true });
    const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, `${PACKAGE}@${typstVersion}`];
    const npm = process.env.npm_execpath;
    const run =
      npm !== undefined && /\.c?js$/.test(npm)
        ? spawnSync(process.execPath, [npm, ...args], { encoding: 'utf8', cwd: folder })
        : spawnSync('npm', args, { encoding: 'utf8', cwd: folder, shell: process.platform === 'win32' });
    if (run.status !== 0 || !existsSync(module)) {
      const said = `${run.error?.message ?? ''} ${run.stderr ?? ''}`.trim().split('\n').slice(-3).join(' ');
      return { reason: `Typst 装不上（${said.slice(0, 300)}）` };
    }
  }
  const trial = spawnSync(process.execPath, ['-e', 'require(process.argv[1]).NodeCompiler.create()', module], { encoding: 'utf8' });
  if (trial.status !== 0)
    return { reason: `Typst 在本机（${process.platform} ${process.arch}）不能运行（${trial.stderr.trim().split('\n').at(-1)}）` };
  return { module };
}
