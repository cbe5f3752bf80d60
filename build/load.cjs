/**
 * Loads the bundled command line together with the compiled code that was kept of it. Node's own compile cache keeps of a module what
 * is compiled when it is loaded; here it is kept after a whole issue was made, with the thousand functions that took. Without the kept
 * code, or where another version of Node runs, everything works as well and takes longer.
 */
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const vm = require('node:vm');

/** Node says of importing from scripts that it may change yet; nobody who makes a gazette can do anything about that. */
const { emitWarning } = process;
process.emitWarning = (warning, ...more) => {
  if (!String(warning).includes('USE_MAIN_CONTEXT_DEFAULT_LOADER')) emitWarning.call(process, warning, ...more);
};

const parameters = ['exports', 'require', 'module', '__filename', '__dirname'];

/**
 * @param entry path of the bundle's first file, a CommonJS module.
 * @param keep whether to keep the compiled code when the process ends.
 */
function loadBundle(entry, keep) {
  const home = dirname(entry);
  // Bundling empties the folder, so that what is kept always belongs to the files beside it.
  const kept = join(home, `code-${process.version}-${process.platform}-${process.arch}`);
  const outside = createRequire(entry);
  const modules = new Map();
  const scripts = new Map();
  const load = (name) => {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const filename = join(home, name);
    const script = new vm.Script(`(function (${parameters.join(', ')}) {${readFileSync(filename, 'utf8')}\n})`, {
      filename,
      cachedData: keep ? undefined : readKept(join(kept, name)),
      importModuleDynamically: vm.constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
    });
    scripts.set(name, script);
    const module = { exports: {} };
    modules.set(name, module);
    script.runInThisContext().call(module.exports, module.exports, inside, module, filename, home);
    return module.exports;
  };
  const inside = (name) => (name.startsWith('./') ? load(name.slice(2)) : outside(name));
  if (keep) process.on('exit', () => keepCode(kept, scripts));
  return load(entry.slice(home.length + 1));
}

function readKept(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function keepCode(folder, scripts) {
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of scripts) {
    const path = join(folder, name);
    writeFileSync(`${path}.part`, script.createCachedData());
    renameSync(`${path}.part`, path);
  }
}

module.exports = { loadBundle };
