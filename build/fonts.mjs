/**
 * Prepares the fonts at install time: copies the open fonts to dist/fonts, turns the one that comes as WOFF2 into TTF
 * (fontkit is unusably slow on compressed fonts of this size), and writes their metrics as data for the layout.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { onNode22 } from './node22.cjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));
const folder = join(root, 'dist', 'fonts');

/** Marks that are narrower than an em in this font although Chinese text sets them full-width: they are taken from Song. */
const NARROW_MARKS = ['“', '”', '‘', '’', '·', '—', '…', '‥'];

const FONTS = [
  { id: 'song', from: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' },
  { id: 'title', from: '@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf' },
  { id: 'song-bold', from: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf' },
  { id: 'hei', from: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf' },
  { id: 'kai', from: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff2', without: NARROW_MARKS },
  // ☐ ☑ ➢ and what else Word's symbol fonts put into forms and lists.
  { id: 'symbols', from: '@expo-google-fonts/noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf' },
];

/** For each role the fonts to try in turn; the machine may put its own before them (main/fonts.ts). */
const ROLES = {
  song: ['song', 'kai', 'hei', 'symbols'],
  title: ['title', 'kai', 'hei', 'symbols'],
  hei: ['hei', 'kai', 'song', 'symbols'],
  kai: ['kai', 'song', 'hei', 'symbols'],
  // No open whole FangSong is published as a package; Song stands in until the machine has one.
  fang: ['song', 'kai', 'hei', 'symbols'],
};

async function convert(source, target) {
  const fontverter = await import('fontverter');
  const ttf = await fontverter.convert(readFileSync(source), 'truetype');
  writeFileSync(`${target}.part`, ttf);
  renameSync(`${target}.part`, target);
}

/** The program's own reader of fonts. Not every Node 22 takes the types away by itself, so the bundler does. */
async function loadReader() {
  const { transformWithOxc } = await import('vite');
  const path = join(root, 'main/font-file.ts');
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path);
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** Makes dist/fonts complete; does nothing when it is. */
export async function prepareFonts() {
  const metrics = join(folder, 'metrics.json');
  if (existsSync(metrics) && FONTS.every(({ id }) => JSON.parse(readFileSync(metrics, 'utf8')).fonts[id] !== undefined)) return;
  mkdirSync(folder, { recursive: true });
  const { readMetrics } = await loadReader();
  const fonts = {};
  for (const { id, from, without } of FONTS) {
    const source = require.resolve(from);
    const target = join(folder, `${id}.ttf`);
    if (source.endsWith('.ttf')) copyFileSync(source, target);
    else await convert(source, target);
    const left = new Set((without ?? []).map((mark) => mark.codePointAt(0)));
    fonts[id] = readMetrics(readFileSync(target), 0, id, (_width, code) => left.has(code));
  }
  writeFileSync(`${metrics}.part`, JSON.stringify({ fonts, roles: ROLES }));
  renameSync(`${metrics}.part`, metrics);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (await onNode22(import.meta.url, [])) await prepareFonts();
}
