/** `npm start`: the desktop window where Electron is to be had, else the same workstation in the browser, on the sample issue. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onNode22, root } from './node22.cjs';

/** Path of Electron's program; null where its download has not happened. */
function electronProgram() {
  const folder = join(root, 'node_modules/electron');
  const marker = join(folder, 'path.txt');
  const defaults = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
  const name = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : (defaults[process.platform] ?? 'electron');
  const program = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

function hasDisplay() {
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

function openBrowser(address) {
  const commands = { darwin: ['open', [address]], win32: ['cmd', ['/c', 'start', '', address]] };
  const [command, args] = commands[process.platform] ?? ['xdg-open', [address]];
  // The address is on the screen as well: no browser is no trouble.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** Runs a program until it ends; Ctrl+C reaches it too. */
function run(program, args, stdout) {
  const child = spawn(program, args, { cwd: root, stdio: ['inherit', stdout, 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => {
    process.exitCode = code ?? 0;
  });
  return child;
}

if (await onNode22(import.meta.url, [])) {
  if (!existsSync(join(root, 'dist/cli/gazette.cjs'))) {
    const { prepare } = await import('./prepare.mjs');
    await prepare();
  }
  const program = electronProgram();
  const canShow = program !== null && hasDisplay();
  if (canShow) run(program, [root, '--sample'], 'inherit');
  else {
    const why = program === null ? '这里没有 Electron 的程序文件（首次下载需要网络，可用 ELECTRON_MIRROR 指定镜像）' : '这里没有图形显示';
    console.error(`${why}，改在浏览器中打开示例。`);
    const host = run(process.execPath, [join(root, 'build/gazette.cjs'), 'serve', '--sample'], 'pipe');
    host.stdout.setEncoding('utf8').on('data', (text) => {
      process.stdout.write(text);
      const address = /http:\/\/\S+/.exec(text)?.[0];
      if (address !== undefined && hasDisplay()) openBrowser(address);
    });
  }
}
