#!/usr/bin/env node
/**
 * The command `gazette`: runs the bundled command line, builds it first where that has not been done. CommonJS like the bundle: a run
 * that never imports anything does not start Node's loader of modules, which takes as long as reading a database.
 */
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { onNode22, root } = require('./node22.cjs');

async function main() {
  if (!(await onNode22(__filename, process.argv.slice(2)))) return;
  const bundle = join(root, 'dist/cli/gazette.cjs');
  if (!existsSync(bundle)) {
    console.error('首次运行，正在构建……');
    const { prepare } = await import('./prepare.mjs');
    await prepare();
  }
  // The reader of a pipe (head, less) may leave at any time.
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 3));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { loadBundle } = require('./load.cjs');
  const { run } = loadBundle(bundle, process.env.GAZETTE_KEEP_CODE === '1');
  const status = await run(process.argv.slice(2), version, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    root,
    stopped: () =>
      new Promise((resolve) => {
        // Not once: Ctrl+C may come twice, from the terminal and from the parent, and the second must not cut the end short.
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, resolve);
      }),
  });
  // All files are written and closed. An end by itself would wait until the whole memory has been taken down piece by piece.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((written) => stream.write('', written))));
  process.exit(status);
}

void main();
