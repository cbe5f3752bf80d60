/** What `npm run bench` measures and prints. Every figure is of a fresh process, except those of one edit. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../main/database/open.ts';
import { createDesk } from '../../main/desk.ts';
import { loadFonts } from '../../main/fonts.ts';
import type { ComposedIssue } from '../../shared/issue/compose.ts';
import { findHouse } from '../../shared/style/index.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { timeArchive } from './archive.ts';
import { fullArchive, inventArchive } from './archive-material.ts';
import { timeEdits } from './edit.ts';
import { countCharacters, type Material, readMaterial, repeated, storeMaterial } from './material.ts';
import { median, medians, percentile, runCold, type Sample } from './measure.ts';
import { fetchTypst, typstVersion } from './typst.ts';
import { typstSource } from './typst-source.ts';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'build/gazette.cjs');
const fontFolder = join(root, 'dist/fonts');
const PAIRS = 7;
const GROWTH = [1, 2, 4, 8];
const GROWTH_RUNS = 3;
const EDITS = 200;
const ARCHIVE_RUNS = 40;

/** The same text made ready for both: a database with one issue, and a Typst file. */
interface Prepared {
  readonly times: number;
  readonly ours: () => Sample;
  readonly theirs: (() => Sample) | null;
  readonly pages: { ours: number; theirs: number };
}

export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-bench-'));
  try {
    const material = await readMaterial();
    const style = findHouse(material.issue.head.house);
    if (style === null) throw new Error(`no house ${material.issue.head.house}`);
    const typst = fetchTypst();
    const module = 'module' in typst ? typst.module : null;
    if ('reason' in typst) console.info(`${typst.reason}；只量本程序，不作对比。`);
    const once = repeated(material, 1);
    const machine = `${cpus().length} 核 ${cpus()[0]?.model.trim() ?? ''}，${Math.round(totalmem() / 2 ** 30)} GB，Node ${process.versions.node}`;
    console.info(`\n文本：${material.said}，${once.entries.length} 篇，${countCharacters(once)} 个汉字`);
    console.info(`机器：${machine}，开始时负载 ${(loadavg()[0] ?? 0).toFixed(2)}`);
    const prepared = GROWTH.map((times) => prepare(folder, material, style, times, module));
    compare(prepared[0] as Prepared);
    whole(folder, material);
    growth(prepared);
    edits(once, style);
    await archive(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function prepare(folder: string, material: Material, style: HouseStyle, times: number, module: string | null): Prepared {
  const composed = repeated(material, times);
  const database = join(folder, `issue-${times}.db`);
  const issue = storeMaterial(database, material, composed);
  const ourPdf = join(folder, `ours-${times}.pdf`);
  const theirPdf = join(folder, `typst-${times}.pdf`);
  const source = join(folder, `issue-${times}.typ`);
  writeFileSync(source, typstSource(composed, style));
  const pages = { ours: 0, theirs: 0 };
  const ours = (): Sample => {
    rmSync(ourPdf, { force: true });
    const sample = runCold(folder, [program, 'export', '--database', database, '--issue', String(issue), '--pdf', ourPdf]);
    pages.ours ||= pagesOf(ourPdf);
    return sample;
  };
  const theirs = (): Sample => {
    rmSync(theirPdf, { force: true });
    const sample = runCold(folder, [join(import.meta.dirname, 'typst-run.cjs'), module ?? '', source, fontFolder, theirPdf]);
    pages.theirs ||= pagesOf(theirPdf);
    return sample;
  };
  return { times, ours, theirs: module === null ? null : theirs, pages };
}

/** Pages of a PDF file; a file that is not there or has none is a failed run. */
function pagesOf(file: string): number {
  const count = existsSync(file)
    ? [...readFileSync(file, 'latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type\s*\/Pages\b/g)]
    : [];
  const pages = Math.max(0, ...count.map((match) => Number(match[1] ?? match[2])));
  if (pages === 0) throw new Error(`${file}: no pages`);
  return pages;
}

function compare({ ours, theirs, pages }: Prepared): void {
  ours();
  theirs?.();
  const a: Sample[] = [];
  const b: Sample[] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    a.push(ours());
    if (theirs !== null) b.push(theirs());
  }
  console.info(`\n一、排版并写出 PDF，从冷启动到文件写完；${PAIRS} 对，交替进行，取中位数`);
  row(['', '墙钟 s', 'CPU s', '内存峰值 MB', '面数']);
  const line = (name: string, sample: Sample, count: number): void =>
    row([name, sample.seconds.toFixed(2), sample.cpuSeconds.toFixed(2), sample.megabytes.toFixed(0), String(count)]);
  line('本程序（gazette export）', medians(a), pages.ours);
  if (theirs === null) return;
  line(`Typst（npm ${typstVersion}）`, medians(b), pages.theirs);
  const ratio = (of: (sample: Sample) => number): number => median(a.map((sample, index) => of(sample) / of(b[index] as Sample)));
  const ratios = [ratio((each) => each.seconds), ratio((each) => each.cpuSeconds), ratio((each) => each.megabytes)] as const;
  row(['逐对之比，本程序 ÷ Typst', ...ratios.map((each) => each.toFixed(2)), '']);
  row(['目标', '≤ 0.80', '', '≤ 0.80', '']);
  console.info(
    '  Typst 得到同样的版心、栏宽、字号、字体文件、表格和目录；它的分栏不求左右平衡，没有版权栏，PDF 不带标签（本程序的屏幕稿也不带）。',
  );
}

function whole(folder: string, { manifest }: Material): void {
  const pdf = join(folder, 'whole.pdf');
  const word = join(folder, 'whole.docx');
  const args = [program, 'compose', manifest, '--pdf', pdf, '--word', word];
  runCold(folder, args);
  const sample = medians(Array.from({ length: 5 }, () => runCold(folder, args)));
  console.info('\n二、整条路：gazette compose 从来稿文件到 PDF 和 Word，冷启动，5 次取中位数');
  row(['', '墙钟 s', 'CPU s', '内存峰值 MB', '文件 KB']);
  const sizes = `${Math.round(statSync(pdf).size / 1024)} + ${Math.round(statSync(word).size / 1024)}`;
  row(['收稿、识别、排版、两种文件', sample.seconds.toFixed(2), sample.cpuSeconds.toFixed(2), sample.megabytes.toFixed(0), sizes]);
}

function growth(prepared: readonly Prepared[]): void {
  console.info(`\n三、文本的 1、2、4、8 倍，各 ${GROWTH_RUNS} 次取中位数`);
  row(['倍数', '本程序 s', 'ms/面', 'MB', '面', 'Typst s', 'ms/面', 'MB', '面']);
  for (const { times, ours, theirs, pages } of prepared) {
    const a: Sample[] = [];
    const b: Sample[] = [];
    for (let run = 0; run < GROWTH_RUNS; run += 1) {
      a.push(ours());
      if (theirs !== null) b.push(theirs());
    }
    const cells = (samples: readonly Sample[], count: number): string[] => {
      if (samples.length === 0) return ['—', '—', '—', '—'];
      const { seconds, megabytes } = medians(samples);
      return [seconds.toFixed(2), ((seconds * 1000) / count).toFixed(1), megabytes.toFixed(0), String(count)];
    };
    row([String(times), ...cells(a, pages.ours), ...cells(b, pages.theirs)]);
  }
}

function edits(composed: ComposedIssue<unknown>, style: HouseStyle): void {
  const { title, characters, times, whole: cold } = timeEdits(composed, style, loadFonts(fontFolder).book, EDITS);
  console.info(`\n四、改一个字：最长一篇《${title.slice(0, 24)}…》（${characters} 字），其后各页和目录一并重排；${EDITS} 次`);
  row(['', '中位数 ms', 'p95 ms', '最长 ms', '整期从头排 ms']);
  row(['排版（layoutIssue）', ...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)), cold.toFixed(0)]);
  row(['目标', '≤ 20', '≤ 50', '', '']);
}

async function archive(folder: string): Promise<void> {
  const database = openDatabase(join(folder, 'archive.db'));
  try {
    const { documents, characters } = inventArchive(database, fullArchive);
    const desk = createDesk({ database, fonts: () => loadFonts(fontFolder), now: () => '2026-01-05T00:00:00.000Z', sampleFolder: '' });
    const times = await timeArchive(desk, ARCHIVE_RUNS);
    console.info(
      `\n五、档案检索：${fullArchive.issues} 期 ${documents} 篇，${characters} 字（虚构）；各 ${ARCHIVE_RUNS} 次，含前 20 条的摘录`,
    );
    row(['', '中位数 ms', '最短 ms', '最长 ms', '条数']);
    for (const { what, total, shortest, median, longest } of times)
      row([what, ...[median, shortest, longest].map((time) => time.toFixed(1)), String(total)]);
    row(['目标', '≤ 20', '', '', '']);
  } finally {
    database.close();
  }
}

/** Cells on a line, the first wide and the others flush right; a Han character is as wide as two others. */
function row(cells: readonly string[]): void {
  const width = (text: string): number => [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
  const first = cells.length > 6 ? 6 : 30;
  const other = cells.length > 6 ? 11 : 14;
  console.info(
    `  ${cells.map((cell, index) => (index === 0 ? cell + ' '.repeat(Math.max(0, first - width(cell))) : ' '.repeat(Math.max(1, other - width(cell))) + cell)).join('')}`,
  );
}
