/** Runs at the end of `npm ci`: prepares the fonts, bundles, and puts the command `gazette` where npx finds it. */
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { onNode22, root } from './node22.cjs';

export async function prepare() {
  const fonts = join(root, 'build/fonts.mjs');
  if (existsSync(fonts)) {
    const { prepareFonts } = await import(pathToFileURL(fonts).href);
    await prepareFonts();
  }
  await bundle();
  linkCommand();
}

/** npm links the commands of dependencies only, not those of the project itself. */
function linkCommand() {
  const folder = join(root, 'node_modules/.bin');
  mkdirSync(folder, { recursive: true });
  chmodSync(join(root, 'build/gazette.cjs'), 0o755);
  const link = join(folder, 'gazette');
  rmSync(link, { force: true });
  if (process.platform === 'win32') writeFileSync(`${link}.cmd`, '@node "%~dp0\\..\\..\\build\\gazette.cjs" %*\r\n');
  else symlinkSync('../../build/gazette.cjs', link);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (await onNode22(import.meta.url, [])) await prepare();
}
