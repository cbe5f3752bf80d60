/** The program needs Node 22; where an older one runs, the same script is run again by the Node that comes as a dependency. */
const { existsSync } = require('node:fs');
const { constants } = require('node:os');
const { dirname, join } = require('node:path');
const { fileURLToPath } = require('node:url');

const root = dirname(__dirname);

/**
 * Resolves with true when this Node will do; else runs `script` (its path or address) with the newer one, passes its end on and resolves
 * with false.
 */
async function onNode22(script, args) {
  if (Number(process.versions.node.split('.')[0]) >= 22) return true;
  const bin = join(root, 'node_modules/node/bin');
  const node = [join(bin, 'node'), join(bin, 'node.exe')].find((path) => existsSync(path));
  if (node === undefined) {
    console.error(`需要 Node.js 22 或更新的版本（现在是 ${process.versions.node}）；请先在程序文件夹中运行 npm ci。`);
    process.exitCode = 3;
    return false;
  }
  // Only here: most commands start no other program.
  const { spawn } = require('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(node, [script.startsWith('file:') ? fileURLToPath(script) : script, ...args], { stdio: 'inherit' });
    // Ctrl+C reaches both; the child decides how to end.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', (error) => {
      console.error(`不能启动 Node.js 22：${error.message}`);
      process.exitCode = 3;
      resolve(false);
    });
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
      resolve(false);
    });
  });
}

module.exports = { onNode22, root };
