/**
 * Keeps the rules of the house (ARCHITECTURE.md): who may import whom, where each library lives, how long a file may be.
 * Read as text and not by a compiler, so that it knows every file, whether or not anything uses it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

interface Source {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Relative imports resolved to paths; packages as they are written. */
  readonly imports: readonly string[];
}

function walk(folder: string, ends: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name === 'shots' ? [] : walk(path, ends);
    return ends.test(entry.name) ? [path] : [];
  });
}

/** Without comments, so that a word in a sentence is no import and no call. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

const importPattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"\n]+)\1/g;

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = [...code(text).matchAll(importPattern)].map(([, , name = '']) =>
    name.startsWith('.') ? normalize(join(dirname(path), name)).replaceAll('\\', '/') : name,
  );
  return { path, text, imports };
}

const codeFile = /\.(?:ts|tsx|[mc]js)$/;
const sources = ['shared', 'main', 'renderer', 'tests', 'build'].flatMap((folder) => walk(folder, codeFile)).map(read);
const inside = (folder: string) => sources.filter(({ path }) => path.startsWith(folder));
const program = sources.filter(({ path }) => /^(?:shared|main|renderer)\//.test(path));
const isRelative = (name: string) => /^(?:shared|main|renderer|tests|build)\//.test(name);

/** Every import that `allowed` does not admit, as `file → import`. */
function strays(files: readonly Source[], allowed: (name: string, from: string) => boolean): string[] {
  return files.flatMap(({ path, imports }) => imports.filter((name) => !allowed(name, path)).map((name) => `${path} → ${name}`));
}

/** The room of a file: its first two folders, `main/import`; the files beside the rooms have none. */
function room(path: string): string | null {
  const parts = path.split('/');
  return parts.length > 2 ? `${parts[0]}/${parts[1]}` : null;
}

test('shared knows only itself', () => {
  // The core of qrcode computes the modules and nothing else.
  // diff compares lists and texts; it reads the clock only for a time limit, which is never asked for.
  const packages: readonly string[] = ['qrcode/lib/core/qrcode.js', 'diff'];
  expect(strays(inside('shared/'), (name) => name.startsWith('shared/') || packages.includes(name))).toEqual([]);
});

test('shared has no clock, no chance, no surroundings', () => {
  const words =
    /\bnew Date\b|\bDate\.|\bMath\.random\b|\.toLocale\w*|\.localeCompare\b|\bIntl\.|\bprocess\.|\bperformance\.|\bcrypto\.|\bsetTimeout\b|\bconsole\./;
  const found = inside('shared/').flatMap(({ path, text }) => {
    const hit = words.exec(code(text));
    return hit === null ? [] : [`${path}: ${hit[0]}`];
  });
  expect(found).toEqual([]);
});

test('within shared, the document knows nobody, and the layout only what it lays out', () => {
  const known: Readonly<Record<string, readonly string[]>> = {
    'shared/document': ['shared/document'],
    'shared/style': ['shared/style', 'shared/layout', 'shared/issue', 'shared/document'],
    'shared/recognize': ['shared/recognize', 'shared/document'],
    'shared/issue': ['shared/issue', 'shared/document'],
    'shared/layout': ['shared/layout', 'shared/document', 'shared/style', 'shared/issue'],
    'shared/picture': ['shared/picture'],
    'shared/print': ['shared/print', 'shared/layout', 'shared/issue'],
    'shared/proof': ['shared/proof', 'shared/document', 'shared/issue', 'shared/style'],
  };
  const found = strays(inside('shared/'), (name, from) => {
    const home = room(from);
    const rooms = home === null ? undefined : known[home];
    const other = room(name);
    return rooms === undefined || !isRelative(name) || (other === null ? name === 'shared/result.ts' : rooms.includes(other));
  });
  expect(found).toEqual([]);
});

test('main does not know the renderer, nor the renderer main', () => {
  expect(strays(inside('main/'), (name) => !isRelative(name) || /^(?:main|shared)\//.test(name))).toEqual([]);
  expect(strays(inside('renderer/'), (name) => !isRelative(name) || /^(?:renderer|shared)\//.test(name))).toEqual([]);
  expect(strays(inside('renderer/'), (name) => !name.startsWith('node:'))).toEqual([]);
});

test('the rooms of main do not know each other; only the desk and the doors know them', () => {
  const rooms = ['main/import', 'main/export', 'main/database'];
  const found = strays(inside('main/'), (name, from) => {
    const other = room(name);
    if (other === null || !name.startsWith('main/') || other === room(from)) return true;
    if (other === 'main/hosts') return false;
    if (other === 'main/desk') return from === 'main/desk.ts';
    return rooms.includes(other) && (from === 'main/desk.ts' || room(from) === 'main/desk' || room(from) === 'main/hosts');
  });
  expect(found).toEqual([]);
});

test('the rooms of the renderer do not know each other; widgets are for all', () => {
  const frame = /^renderer\/[^/]+$/;
  const found = strays(inside('renderer/'), (name, from) => {
    const other = room(name);
    if (!name.startsWith('renderer/') || other === null || other === room(from) || other === 'renderer/ui') return true;
    return frame.test(from);
  });
  expect(found).toEqual([]);
});

test.each([
  ['electron', /^main\/hosts\/(?:electron[^/]*|preload)\.ts$/],
  ['better-sqlite3', /^main\/database\//],
  ['pdfkit', /^main\/export\/(?:pdf|press)[^/]*$/],
  ['docx', /^main\/export\/word[^/]*$/],
  ['saxes', /^main\/(?:import\/|export\/read-back)/],
  ['fflate', /^(?:main\/(?:import|export\/word|export\/read-back)|renderer\/output\/)/],
  ['pdfjs-dist', /^main\/export\/read-back[^/]*$/],
  ['slate', /^renderer\/editor\//],
  ['slate-react', /^renderer\/editor\//],
  ['react', /^renderer\//],
])('%s has one home', (name, home) => {
  const found = program.filter(
    ({ path, imports }) => imports.some((item) => item === name || item.startsWith(`${name}/`)) && !home.test(path),
  );
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('imports lead to files that are there, with their extension', () => {
  const paths = new Set(sources.map(({ path }) => path));
  const known = (name: string) => !isRelative(name) || paths.has(name) || /\.(?:css|json|svg)$/.test(name);
  expect(strays(program, known)).toEqual([]);
});

test('there are no circles', () => {
  const graph = new Map(program.map(({ path, imports }) => [path, imports.filter(isRelative)]));
  const done = new Set<string>();
  const circles: string[] = [];
  function visit(path: string, way: readonly string[]): void {
    const start = way.indexOf(path);
    if (start >= 0) circles.push([...way.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...way, path]);
    done.add(path);
  }
  for (const path of graph.keys()) visit(path, []);
  expect(circles).toEqual([]);
});

test('a file is a concept: none is endless, and the doors are narrow', () => {
  const lines = (source: Source) => source.text.split('\n').length - 1;
  const long = program.filter((source) => lines(source) > 350);
  if (long.length > 0)
    console.warn(`longer than 350 lines, look twice: ${long.map((source) => `${source.path} (${lines(source)})`).join(', ')}`);
  expect(program.filter((source) => lines(source) > 700).map(({ path }) => path)).toEqual([]);
  expect(
    inside('main/hosts/')
      .filter((source) => lines(source) > 150)
      .map(({ path }) => path),
  ).toEqual([]);
});

test('each module begins with a sentence on what it is', () => {
  const silent = program.filter(({ text }) => !/^(?:#!.*\n)?\s*\/\*\*/.test(text));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test('names of files are lower case with hyphens, and no folder is a drawer for everything', () => {
  const odd = sources.filter(({ path }) => !/^(?:[a-z0-9-]+\/)*[a-z0-9-]+(?:\.test|\.d|\.config)?\.(?:ts|tsx|[mc]js)$/.test(path));
  expect(odd.map(({ path }) => path)).toEqual([]);
  expect(
    program.filter(({ path }) => /\/(?:utils|common|services|components|helpers)(?:\/|\.)/.test(path)).map(({ path }) => path),
  ).toEqual([]);
});

test('no addresses of package registries and no folders of one machine', () => {
  // Put together here, so that this file does not hold what it looks for.
  const words = [
    ['registry', 'npmjs', 'org'].join('.'),
    ['registry', 'npmmirror', 'com'].join('.'),
    ['', 'work', 'shared'].join('/'),
    ['', 'work', 'main'].join('/'),
  ];
  const files = ['.ci', '.npmrc', 'electron-builder.yml', 'package.json'].flatMap((name) => (name === '.ci' ? ['.ci/run'] : [name]));
  const texts = [...sources, ...files.map(read)];
  const found = texts.flatMap(({ path, text }) => words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`));
  expect(found).toEqual([]);
});

test('every package is pinned, and the program uses what it brings', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    'dependencies' | 'devDependencies',
    Record<string, string>
  >;
  expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  // slate-react asks for slate-dom; fonts are files, taken by name.
  const known = sources.filter(({ path }) => !path.startsWith('tests/'));
  const isUsed = (name: string) =>
    name === 'slate-dom' ||
    known.some(({ imports }) => imports.some((one) => one === name || one.startsWith(`${name}/`))) ||
    known.some(({ path, text }) => path.startsWith('build/') && text.includes(name));
  expect(Object.keys(dependencies).filter((name) => !isUsed(name))).toEqual([]);
});

test('a class of the style sheets belongs to one room; what two rooms show alike stands with the widgets', () => {
  const owners = new Map<string, Set<string>>();
  for (const path of walk('renderer', /\.css$/)) {
    if (path.startsWith('renderer/ui/') || path === 'renderer/app.css') continue;
    const selectors = [
      ...readFileSync(join(root, path), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .matchAll(/([^{}]+)\{/g),
    ];
    for (const [, selector = ''] of selectors) {
      for (const part of selector.split(',')) {
        // The first class says whose it is; a widget inside a room may be dressed by it.
        const own = /\.([a-z][\w-]*)/.exec(part)?.[1];
        if (own !== undefined) owners.set(own, (owners.get(own) ?? new Set()).add(room(path) ?? path));
      }
    }
  }
  const shared = [...owners].filter(([, rooms]) => rooms.size > 1).map(([name, rooms]) => `${name}: ${[...rooms].join(', ')}`);
  expect(shared).toEqual([]);
});
