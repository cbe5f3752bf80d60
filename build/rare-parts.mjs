/**
 * What pdfkit brings along and an issue hardly ever wants — a reader of all kinds of fonts, line breaking by Unicode, encryption —
 * takes longer to start than the pages take to write. In the bundles it is loaded when it is called for.
 */
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { root } from './node22.cjs';

const require = createRequire(join(root, 'package.json'));

/** Each with its exports, as functions or classes that fetch the real ones. */
const RARE = {
  fontkit: 'export const create = (...given) => real().create(...given);',
  linebreak: 'export default class { constructor(text) { return new (real())(text); } }',
  '@noble/ciphers/aes': 'export const cbc = (...given) => real().cbc(...given);\nexport const ecb = (...given) => real().ecb(...given);',
};
const mark = '\0rare:';

/** The database's own few files go into the bundle, so that their compiled code is kept as well; what is native stays where it is. */
export function databaseParts(outDir) {
  const home = relative(join(root, outDir), dirname(require.resolve('better-sqlite3')))
    .split(sep)
    .join('/');
  return {
    name: 'database-parts',
    transform: (code, id) =>
      /[\\/]better-sqlite3[\\/]lib[\\/]binding\.js$/.test(id)
        ? { code: code.replaceAll('__dirname', `path.join(__dirname, '${home}')`), map: null }
        : null,
  };
}

/** @param outDir folder of the bundle, from the root. */
export function rareParts(outDir) {
  const home = relative(join(root, outDir), dirname(require.resolve('pdfkit')))
    .split(sep)
    .join('/');
  return {
    name: 'rare-parts',
    enforce: 'pre',
    resolveId: (id, from) => (Object.hasOwn(RARE, id) && /[\\/]pdfkit[\\/]js[\\/]/.test(from ?? '') ? mark + id : null),
    load(id) {
      if (!id.startsWith(mark)) return null;
      const name = id.slice(mark.length);
      // From where pdfkit is: it knows what it depends on, wherever that was installed.
      return `import { createRequire } from 'node:module';
let loaded;
const real = () => (loaded ??= createRequire(new URL('${home}/pdfkit.js', import.meta.url))('${name}'));
${RARE[name]}`;
    },
    // Its data files stay where they are.
    transform: (code, id) =>
      /[\\/]pdfkit[\\/]js[\\/]/.test(id)
        ? { code: code.replaceAll('import.meta.url', `new URL('${home}/pdfkit.js', import.meta.url).href`), map: null }
        : null,
  };
}
