/** Bundles renderer, command line and desktop window into dist/. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onNode22, root } from './node22.cjs';
import { databaseParts, rareParts } from './rare-parts.mjs';

/** Left in node_modules: a native part, data files beside the code, or large and rarely wanted. */
const external = ['electron', 'better-sqlite3', 'docx', 'fontverter', 'pdfjs-dist'];

export async function bundle() {
  // Under a test runner the variable says `test`, and React would come in its development form.
  process.env.NODE_ENV = 'production';
  // Here, not above: vite does not load on an old Node, and the re-run must come before it.
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const common = { root, configFile: false, logLevel: 'warn' };

  if (existsSync(join(root, 'renderer/index.html'))) {
    await build({
      ...common,
      root: join(root, 'renderer'),
      plugins: [react()],
      build: {
        outDir: join(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome120',
        assetsInlineLimit: 0,
        chunkSizeWarningLimit: 2000,
      },
    });
  } else console.error('renderer/index.html 不在，跳过界面的构建。');

  const node = (outDir, entries, format, emptyOutDir) => {
    const isCommand = format === 'cjs' && 'gazette' in entries;
    const outside = isCommand ? external.filter((name) => name !== 'better-sqlite3') : external;
    return build({
      ...common,
      publicDir: false,
      plugins: isCommand ? [rareParts(outDir), databaseParts(outDir)] : [rareParts(outDir)],
      ssr: { target: 'node', noExternal: true, external: outside },
      build: {
        ssr: true,
        outDir: join(root, outDir),
        emptyOutDir,
        target: 'node22',
        minify: false,
        rolldownOptions: {
          input: entries,
          external: (id) => id.startsWith('node:') || outside.some((name) => id === name || id.startsWith(`${name}/`)),
          output: {
            format,
            entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].mjs',
            chunkFileNames: format === 'cjs' ? '[name]-[hash].cjs' : '[name]-[hash].mjs',
          },
        },
      },
    });
  };
  await node('dist/cli', { gazette: join(root, 'main/hosts/cli.ts') }, 'cjs', true);
  await node('dist/electron', { main: join(root, 'main/hosts/electron.ts') }, 'es', true);
  // A sandboxed preload can only be CommonJS, in one file.
  await node('dist/electron', { preload: join(root, 'main/hosts/preload.ts') }, 'cjs', false);
  keepCode();
}

/** Makes the sample issue once, so that the compiled code which that takes is kept (load.cjs); without fonts there is nothing to keep. */
function keepCode() {
  const manifest = join(root, 'assets/samples/example-city/manifest.json');
  if (![manifest, join(root, 'dist/fonts/metrics.json')].every((path) => existsSync(path))) return;
  const folder = mkdtempSync(join(tmpdir(), 'gazette-'));
  try {
    const outputs = ['--pdf', '--archive', '--word'].flatMap((option) => [option, join(folder, option.slice(2))]);
    const args = [join(root, 'build/gazette.cjs'), 'compose', manifest, ...outputs];
    spawnSync(process.execPath, args, { env: { ...process.env, GAZETTE_KEEP_CODE: '1' }, stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (await onNode22(import.meta.url, [])) await bundle();
}
