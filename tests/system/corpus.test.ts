/**
 * The three printed issues, where they stand beside the project: import, pages, PDF and Word through the command line,
 * held against what was printed by the scorer beside them. Skipped, and said so, where they are not.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const corpus = join(root, '../shared/corpus');
const scorer = join(root, '../shared/tools/score.py');
const issues = existsSync(corpus) && existsSync(scorer) ? readdirSync(corpus).sort() : [];
const programs = ['python3', 'pdftotext', 'pdffonts', 'qpdf'].filter((program) => spawnSync('which', [program]).status !== 0);
const reason = issues.length === 0 ? '项目旁没有 shared/corpus' : programs.length > 0 ? `本机没有 ${programs.join('、')}` : null;
if (reason !== null) console.warn(`跳过 corpus：${reason}，未与印本核对。`);
const office = spawnSync('which', ['soffice']).status === 0;
if (!office) console.warn('跳过 corpus 的 Word 部分：本机没有 soffice。');

const folder = mkdtempSync(join(tmpdir(), 'gazette-corpus-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function gazette(...args: string[]): { stdout: string; status: number | null } {
  return spawnSync(process.execPath, [join(root, 'build/gazette.cjs'), ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
}

/** The scorer's last line as a table of figures, and its whole text for the report of a failing test. */
function score(...args: string[]): { figures: Record<string, string>; text: string } {
  const text = execFileSync('python3', [scorer, ...args], { encoding: 'utf8' });
  const last = text.trim().split('\n').at(-1) as string;
  console.info(`${args[0]} ${args[1]?.split('/').at(-1)}: ${last}`);
  const figures: Record<string, string> = {};
  for (const match of last.matchAll(/([A-Za-z_0-9]+) ([-0-9./]+)/g)) figures[match[1] as string] = match[2] as string;
  return { figures, text };
}

function hanCount(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text.match(/[\u3400-\u4dbf\u4e00-\u9fff]/g) ?? []) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

interface Expected {
  readonly title: string;
  readonly docNumber: string | null;
  readonly addressees: string | null;
  readonly blocks: readonly {
    readonly t: string;
    readonly label?: string;
    readonly text?: string;
    readonly run?: string;
    readonly paras?: readonly string[];
    readonly rows?: readonly (readonly string[])[];
  }[];
}

function wantedText(file: string): string {
  const documents = JSON.parse(readFileSync(file, 'utf8')) as Expected[];
  return documents
    .map((document) =>
      [
        document.title,
        document.docNumber,
        document.addressees,
        ...document.blocks.map((block) =>
          [block.label, block.text, block.run, ...(block.paras ?? []), ...(block.rows ?? []).flat()].join(''),
        ),
      ].join(''),
    )
    .join('');
}

describe.skipIf(reason !== null).each(issues)('%s', (name) => {
  const base = join(corpus, name);
  const out = (kind: string): string => join(folder, `${name}.${kind}`);

  beforeAll(() => {
    const files = readdirSync(join(base, 'submissions'))
      .sort()
      .map((file) => join(base, 'submissions', file));
    const imported = gazette('import', ...files, '--json');
    expect(imported.status).toBe(0);
    writeFileSync(out('import.json'), imported.stdout);
    expect(
      gazette('compose', join(base, 'manifest.json'), '--pdf', out('pdf'), '--word', out('docx'), '--layout', out('layout.json')).status,
    ).toBe(0);
  });

  it('is imported whole', () => {
    const { figures, text } = score('import', base, out('import.json'));
    expect(figures.failed, text).toBe('0');
    for (const field of ['title', 'docNumber', 'date', 'issuer', 'addressees'])
      expect(Number(figures[field]), text).toBeGreaterThanOrEqual(0.97);
    expect(figures.chars_lost, text).toBe('0');
    expect(Number(figures.text_identical), text).toBeGreaterThanOrEqual(0.9);
    expect(Number(figures.headings_f1), text).toBeGreaterThanOrEqual(0.92);
  });

  it('gives every table of a .docx with its spans', () => {
    const found = JSON.parse(readFileSync(out('import.json'), 'utf8')) as { file: string; blocks: { t: string; rows?: string[][] }[] }[];
    const wanted = JSON.parse(readFileSync(join(base, 'expected.json'), 'utf8')) as {
      file: string;
      blocks: { t: string; rows?: string[][] }[];
    }[];
    // A label row may be shorter than its table where a span covers the last columns; the format says "" for those.
    const bare = (rows: string[][] | undefined): string[][] => {
      const width = Math.max(0, ...(rows ?? []).map((row) => row.length));
      return (rows ?? []).map((row) => Array.from({ length: width }, (_, i) => String(row[i] ?? '').replace(/\s+/g, '')));
    };
    for (const document of wanted.filter((each) => each.file.endsWith('.docx'))) {
      const tables = found
        .find((each) => each.file.endsWith(document.file))
        ?.blocks.filter((block) => block.t === 'table')
        .map((block) => bare(block.rows));
      for (const table of document.blocks.filter((block) => block.t === 'table'))
        expect(tables, document.file).toContainEqual(bare(table.rows));
    }
  });

  it('has the lengths of the printed issue', () => {
    const { figures, text } = score('pages', base, out('layout.json'));
    expect(Number(figures.length_within_one), text).toBeGreaterThanOrEqual(0.85);
    expect(Number(figures.length_exact), text).toBeGreaterThanOrEqual(0.6);
  });

  it('is a whole and lawful PDF', () => {
    const { figures, text } = score('pdf', base, out('pdf'), out('layout.json'));
    expect(figures.han_lost, text).toBe('0');
    const [right, all] = (figures.contents_true as string).split('/');
    expect(right, text).toBe(all);
    expect(figures.bad_lines, text).toBe('0');
    expect(figures.not_embedded, text).toBe('0');
    expect(spawnSync('qpdf', ['--check', out('pdf')]).status).toBe(0);
  });

  it('is the same PDF when composed again', () => {
    gazette('compose', join(base, 'manifest.json'), '--pdf', out('again.pdf'));
    expect(readFileSync(out('again.pdf')).equals(readFileSync(out('pdf')))).toBe(true);
  });

  it.skipIf(!office)('is a Word file that LibreOffice opens, with every character and the page numbers of the layout', () => {
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        join(folder, 'word'),
        out('docx'),
      ],
      { stdio: 'ignore' },
    );
    const text = execFileSync('pdftotext', ['-raw', join(folder, 'word', `${name}.pdf`), '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    const found = hanCount(text);
    const lost = [...hanCount(wantedText(join(base, 'expected.json')))].filter(([character, count]) => (found.get(character) ?? 0) < count);
    expect(lost).toEqual([]);
    const contents = (JSON.parse(readFileSync(out('layout.json'), 'utf8')) as { toc: { page: number }[] }).toc.map((entry) => entry.page);
    expect(contentsNumbers(out('docx'))).toEqual(contents);
  });
});

/** The page numbers of the contents as the Word file has them: the text at the end of each link to a title. */
function contentsNumbers(file: string): number[] {
  const xml = new TextDecoder().decode(unzipSync(readFileSync(file))['word/document.xml']);
  return [...xml.matchAll(/<w:hyperlink [^>]*w:anchor="[^"]*"[^>]*>(.*?)<\/w:hyperlink>/gs)].flatMap((link) => {
    const text = [...(link[1] as string).matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
    const page = /（?([0-9]+)）?$/.exec(text);
    return page === null ? [] : [Number(page[1])];
  });
}
