/** LibreOffice opens the Word file and gives every Chinese character back. Skipped, and said so, where it is not installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { writeWord } from '../../main/export/word.ts';
import { blockText } from '../../shared/document/block.ts';
import { composed, fonts, house, images, laidOut } from '../main/export/word-sample.ts';

const missing = ['soffice', 'pdftotext'].filter((program) => spawnSync('which', [program]).status !== 0);
if (missing.length > 0) console.warn(`跳过 word-libreoffice：本机没有 ${missing.join('、')}，未核对 LibreOffice 能否打开 Word 文件。`);

const folder = mkdtempSync(join(tmpdir(), 'gazette-word-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function hanCount(text: string): Record<string, number> {
  const counter: Record<string, number> = {};
  for (const character of text.match(/\p{Script=Han}/gu) ?? []) counter[character] = (counter[character] ?? 0) + 1;
  return counter;
}

describe.skipIf(missing.length > 0)('the Word file in LibreOffice', () => {
  it('opens, and every character can be read back from its pages', { timeout: 180_000 }, async () => {
    writeFileSync(join(folder, 'issue.docx'), await writeWord({ composed, style: house, laidOut, fonts, images }));
    execFileSync('soffice', [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'issue.docx')],
    ]);
    execFileSync('pdftotext', ['-raw', join(folder, 'issue.pdf'), join(folder, 'issue.txt')]);
    const text = readFileSync(join(folder, 'issue.txt'), 'utf8');
    // Contents, and five documents of which one shares a page.
    const pages = text.split('\f').length - 1;
    expect(pages).toBeGreaterThanOrEqual(5);

    const found = hanCount(text);
    const wanted = hanCount(
      composed.entries
        .map(({ document: { titleLines, subtitle, byline, docNumber, addressees, blocks } }) =>
          [...titleLines, subtitle, byline, docNumber, addressees, ...blocks.map(blockText)].join(''),
        )
        .join(''),
    );
    expect(Object.entries(wanted).filter(([character, count]) => (found[character] ?? 0) < count)).toEqual([]);
    // The numbers of the contents are ours, the folios are counted on from the layout's first page.
    for (const { page } of laidOut.contents) expect(text).toContain(`（${page}）`);
    expect(text).toMatch(/市政府文件\s*・\s*3\s*・/);
  });
});
