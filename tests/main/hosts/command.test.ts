/** The bundled command as a process of its own: arguments, outputs and the exit status pass through. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const command = join(root, 'build/gazette.cjs');

async function gazette(...argv: readonly string[]) {
  const done = promisify(execFile)(process.execPath, [command, ...argv]).then(({ stdout, stderr }) => ({ code: 0, stdout, stderr }));
  return done.catch((error: { code: number; stdout: string; stderr: string }) => error);
}

const isBuilt = existsSync(join(root, 'dist/cli/gazette.cjs'));
if (!isBuilt) console.warn('skipped: the bundled command, because dist/cli is not built; run npm run build');

test.skipIf(!isBuilt)('its exit status is that of the command line', async () => {
  expect(await gazette('--version')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  expect(await gazette('paint')).toMatchObject({ code: 2, stdout: '' });
  expect(await gazette('issues', '--database', join(root, 'nowhere/none.sqlite'))).toMatchObject({ code: 3 });
});

test.skipIf(!isBuilt)('serve runs until it is told to stop', async () => {
  const child = spawn(process.execPath, [command, 'serve'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    // Without --database the user's own is taken, which a test keeps away from.
    env: { ...process.env, XDG_DATA_HOME: mkdtempSync(join(tmpdir(), 'gazette-data-')) },
  });
  const address = await new Promise<string>((resolve) => child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())));
  expect((await fetch(address, { redirect: 'manual' })).status).toBe(303);
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
});
