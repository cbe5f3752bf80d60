/** Before the tests that drive the built program, once for all of them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** The tests are about the sources as they are, not about what was bundled some time ago. */
export default function buildWhenOld(): void {
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
