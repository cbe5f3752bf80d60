/** The sample issue made from nothing, as an editor makes it: masthead, submissions, order, text, table, states, files; and the files read back. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { plainText } from '../../shared/document/summary.ts';
import { openStage, type Stage, sampleFolder, skipped } from './stage.ts';

interface Manifest {
  readonly gazette: string;
  readonly house: string;
  readonly year: number;
  readonly number: number;
  readonly totalNumber: number;
  readonly frequency: string;
  readonly publishedOn: string;
  readonly firstPage: number;
  readonly cover: Readonly<Record<string, string>>;
  readonly slogans: readonly string[];
  readonly statement: string;
  readonly board: readonly { readonly role: string; readonly names: readonly string[] }[];
  readonly fields: readonly { readonly label: string; readonly value: string }[];
  readonly entries: readonly { readonly file: string; readonly section: string; readonly start: string }[];
}
const manifest = JSON.parse(readFileSync(join(sampleFolder, 'manifest.json'), 'utf8')) as Manifest;
const sections = [...new Set(manifest.entries.map(({ section }) => section))];
const sentence = '各地要把这项工作抓紧抓实抓到位。';
const cells = ['示范街区微改造', '示例市住建局'] as const;
const shortTitle = '城市更新三年行动方案';
const bare = (text: string) => text.replace(/\s/gu, '');

/** How often each Han character stands in a text. */
function hanIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [one] of text.matchAll(/\p{Script=Han}/gu)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Pages of a PDF as plain text, by a reader that is not the program's. */
async function pdfPages(bytes: Buffer): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-read-'));
  try {
    writeFileSync(join(folder, 'issue.pdf'), bytes);
    const text = execFileSync('pdftotext', ['-raw', join(folder, 'issue.pdf'), '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    return text.split('\f').slice(0, -1);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const file = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
    const pages: string[] = [];
    for (let number = 1; number <= file.numPages; number += 1) {
      const { items } = await (await file.getPage(number)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
    }
    return pages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.skipIf(skipped !== null)(`一期公报${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  let page: Page;
  /** Titles as the contents print them, with the page that the contents name. */
  let contents: readonly { readonly title: string; readonly head: string; readonly page: number }[] = [];
  const documents: GazetteDocument[] = [];
  beforeAll(async () => {
    stage = await openStage({ isEmpty: true });
    ({ page } = stage);
  });
  afterAll(async () => {
    await stage?.close();
  });
  const room = async (name: string) => page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name }).click();
  const text = () => page.getByRole('textbox', { name: '稿件正文' });
  const titles = () => page.locator('.row-title').allTextContents();
  const row = (at: number) => page.locator('.row').nth(at);
  const press = (keys: string) => page.keyboard.press(keys);
  const svgText = async (folio: number) => {
    await page.getByRole('textbox', { name: '页码' }).fill(String(folio));
    await press('Enter');
    const svg = page.locator(`.page-svg[aria-label="第 ${folio} 页"]:not(.page-growing)`);
    await svg.locator('text').first().waitFor();
    return bare((await svg.locator('text').allTextContents()).join(''));
  };
  const call = <T>(method: string, ...values: readonly unknown[]): Promise<T> =>
    page.evaluate(
      async ([name, given]) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(given) });
        return JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '').value;
      },
      [method, values] as const,
    ) as Promise<T>;

  test('the masthead is typed into the form', async () => {
    await page.getByText('还没有公报').waitFor();
    await stage.shoot('whole-1-start');
    await page.getByRole('button', { name: /^新建一期/ }).click();
    const form = page.getByRole('dialog', { name: '新建一期' });
    const fill = async (label: string, value: string | number) => form.getByLabel(label, { exact: true }).fill(String(value));
    const add = async (name: string, label: string) => {
      await form.getByRole('button', { name }).click();
      // The cursor goes into the new row.
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(label);
    };
    await fill('刊名', manifest.gazette);
    await fill('年份', manifest.year);
    await fill('期号', manifest.number);
    await fill('总期号', manifest.totalNumber);
    await fill('刊期', manifest.frequency);
    await fill('出版日期', manifest.publishedOn);
    await fill('正文起始页', manifest.firstPage);
    await form.getByRole('combobox', { name: /^版式/ }).selectOption(manifest.house);
    await fill('效力声明', manifest.statement);
    await stage.shoot('whole-2-head');
    await form.getByRole('tab', { name: '封面' }).click();
    const { cover } = manifest;
    const labels = { 英文刊名: 'titleEnglish', 刊名拼音: 'titlePinyin', 期号行: 'issueLine', 封面刊名: 'title', 封面年份: 'coverYear' };
    for (const [label, key] of Object.entries({ ...labels, 封面期号: 'coverIssue' })) await fill(label, cover[key] ?? '');
    await stage.shoot('whole-3-cover');
    await form.getByRole('tab', { name: '宣传语' }).click();
    for (const [at, slogan] of manifest.slogans.entries()) {
      await add('加一条', `第 ${at + 1} 条宣传语`);
      await fill(`第 ${at + 1} 条宣传语`, slogan);
    }
    await form.getByRole('tab', { name: '编委会' }).click();
    for (const [at, { role, names }] of manifest.board.entries()) {
      await add('加一组', `第 ${at + 1} 组职务`);
      await fill(`第 ${at + 1} 组职务`, role);
      await fill(`第 ${at + 1} 组姓名`, names.join(' '));
    }
    await stage.shoot('whole-4-board');
    await form.getByRole('tab', { name: '版权' }).click();
    for (const [at, { label, value }] of manifest.fields.entries()) {
      await add('加一项', `第 ${at + 1} 项名称`);
      await fill(`第 ${at + 1} 项名称`, label);
      await fill(`第 ${at + 1} 项内容`, value);
    }
    await stage.shoot('whole-5-imprint');
    await form.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByText('还没有来稿').waitFor();
    await stage.shoot('whole-6-inbox-empty');
    // What was typed is what the sample's manifest says.
    const { head } = await call<{ head: Record<string, unknown> }>('readIssue', 1);
    const { entries: _, ...wanted } = manifest;
    expect(head).toMatchObject(wanted);
  });

  test('the submissions come in, each into its section', async () => {
    let count = 0;
    for (const section of sections) {
      const files = manifest.entries.filter((entry) => entry.section === section).map(({ file }) => join(sampleFolder, file));
      count += files.length;
      await page.getByRole('combobox', { name: '收入栏目' }).fill(section);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: '选择文件…' }).click()]);
      await chooser.setFiles(files);
      await page.getByRole('region', { name: '导入结果' }).getByText(`${files.length} 篇收稿，新编入本期 ${files.length} 篇`).waitFor();
      await expect.poll(() => page.locator('.place-bar').textContent()).toContain(`共 ${count} 篇`);
    }
    await stage.shoot('whole-7-inbox');
  });

  test('a recognition is mended and confirmed', async () => {
    const list = page.getByRole('listbox', { name: '来稿列表' });
    await page.getByRole('searchbox', { name: '查找来稿' }).fill('春季农业');
    await list.getByRole('option').first().click();
    await page.getByRole('listbox', { name: '原文' }).waitFor();
    const type = page.getByRole('combobox', { name: /第 1 段的类型/ });
    await type.selectOption({ label: '附注' });
    await page.getByRole('textbox', { name: '标题（回车处分行）' }).fill('全市春季农业生产\n现场推进会召开');
    await stage.shoot('whole-8-mended');
    await press('Control+Enter');
    await page.getByText('《全市春季农业生产现场推进会召开》已核对').or(page.getByText('列出的来稿都已核对')).first().waitFor();
    await page.getByRole('searchbox', { name: '查找来稿' }).fill('');
    await expect.poll(() => list.getByText('全市春季农业生产现场推进会召开').count()).toBe(1);
  });

  test('the order by mouse and by keys, the start rules, a title for the contents', async () => {
    await room('组版');
    await page
      .locator('.row-pages', { hasText: /^第 \d+/ })
      .nth(13)
      .waitFor();
    const before = await titles();
    const [from, to] = await Promise.all([row(0).boundingBox(), row(2).boundingBox()]);
    if (from === null || to === null) throw new Error('no rows');
    await page.mouse.move(from.x + 400, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 405, from.y + 60, { steps: 3 });
    await page.mouse.move(from.x + 405, to.y + to.height - 6, { steps: 6 });
    await page.locator('.groups[data-told="true"]').waitFor();
    await stage.shoot('whole-9-drag');
    await page.mouse.up();
    await expect.poll(titles).toEqual([before[1], before[2], before[0], ...before.slice(3)]);
    await row(2).focus();
    await press('Alt+ArrowUp');
    await press('Alt+ArrowUp');
    await expect.poll(titles).toEqual(before);
    for (const [at, { start }] of manifest.entries.entries()) {
      const rule = row(at).getByRole('combobox');
      if ((await rule.inputValue()) !== start) await rule.selectOption(start);
      await expect.poll(() => rule.inputValue()).toBe(start);
    }
    await row(0).focus();
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: '目录标题…' }).click();
    await page.getByRole('dialog', { name: '目录标题' }).getByRole('textbox').fill(shortTitle);
    await press('Enter');
    await expect.poll(async () => (await titles())[0]).toBe(shortTitle);
    await page.getByText('已自动保存').waitFor();
    const { entries } = await call<{ entries: { section: string; start: string; file: string }[] }>('readIssue', 1);
    expect(entries.map(({ section, start }) => [section, start])).toEqual(manifest.entries.map(({ section, start }) => [section, start]));
    await stage.shoot('whole-10-issue');
  });

  test('a row in a table, two cells made one, a sentence in the text', async () => {
    await row(0).focus();
    await press('Enter');
    await text().waitFor();
    const tool = async (item: string) => {
      await page.getByRole('toolbar', { name: '编辑工具' }).getByRole('button', { name: '表格', exact: true }).click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
    };
    const table = text().locator('table').first();
    const rows = await table.locator('tr').count();
    await table.locator('tr').last().locator('td').first().click();
    await tool('在下方插入行');
    await expect.poll(() => table.locator('tr').count()).toBe(rows + 1);
    await table.locator('tr').last().locator('td').first().click();
    for (const word of cells) {
      await page.keyboard.insertText(word);
      await press('Tab');
    }
    await stage.shoot('whole-11-table');
    const count = await table.locator('tr').last().locator('td').count();
    // End is that of the line: the cell with one line.
    await table.locator('tr').last().locator('td').nth(1).click();
    await press('End');
    await press('Shift+ArrowRight');
    await expect.poll(() => text().locator('.cell-marked').count()).toBe(2);
    await tool('合并单元格');
    await expect.poll(() => table.locator('tr').last().locator('td').count()).toBe(count - 1);
    await text().locator('.block-paragraph').first().click();
    await press('End');
    await page.keyboard.insertText(sentence);
    await page.locator('.keep-saved').waitFor();
    await expect.poll(() => page.locator('.preview-compact').textContent()).toContain(bare(sentence).slice(0, 8));
    await stage.shoot('whole-12-editor');
  });

  test('the pages have the sentence; the contents name the pages on which the documents begin', async () => {
    await room('版面');
    await page.locator('.page-svg text').first().waitFor();
    await expect.poll(() => page.getByRole('contentinfo').textContent()).toContain('已自动保存');
    const { entries } = await call<{ entries: { title: string; contentsTitle: string | null; documentId: number }[] }>('readIssue', 1);
    const printed = (await svgText(1)) + (await svgText(2));
    contents = entries.map(({ title, contentsTitle }) => {
      const wanted = bare(contentsTitle ?? title);
      const after = printed.slice(printed.indexOf(wanted) + wanted.length);
      expect(printed).toContain(wanted);
      return { title: wanted, head: bare(title), page: Number(/^.*?（(\d+)）/.exec(after)?.[1]) };
    });
    await stage.shoot('whole-13-contents');
    for (const { head, page: folio } of contents) expect(await svgText(folio)).toContain(head);
    const first = contents[0]?.page ?? 0;
    const near = await Promise.all([first, first + 1, first + 2].map((folio) => folio)).then(async (folios) => {
      let all = '';
      for (const folio of folios) all += await svgText(folio);
      return all;
    });
    expect(near).toContain(sentence);
    expect(near).toContain(cells[0]);
    await svgText(first);
    await stage.shoot('whole-14-pages');
    for (const { documentId } of entries) documents.push((await call<{ document: GazetteDocument }>('readDocument', documentId)).document);
  });

  test('every document is brought to its end', async () => {
    await room('编辑');
    await text().waitFor();
    const select = page.getByRole('combobox', { name: '稿件', exact: true });
    const ids = await select.locator('option').evaluateAll((all) => all.map((option) => (option as HTMLOptionElement).value));
    expect(ids.length).toBe(14);
    await page.getByRole('tab', { name: '历史' }).click();
    const state = page.locator('.history-state [aria-current="step"]');
    for (const [at, id] of ids.entries()) {
      await select.selectOption(id);
      await expect.poll(() => page.url()).toMatch(new RegExp(`/edit/${id}$|/edit/${id}/`));
      await state.waitFor();
      const steps: Readonly<Record<string, string>> = { 收稿: '开始编辑', 编辑: '送校对', 校对: '定稿' };
      for (let now = await state.textContent(); now !== '定稿'; now = await state.textContent()) {
        await page
          .locator('.history-state-steps')
          .getByRole('button', { name: steps[now ?? ''] ?? '', exact: true })
          .click();
        if (at === 0 && now === '编辑') await stage.shoot('whole-15-states');
        const asked = page.getByRole('dialog', { name: '您的姓名' });
        await expect.poll(async () => (await asked.count()) > 0 || (await state.textContent()) !== now).toBe(true);
        if ((await asked.count()) > 0) {
          await asked.getByRole('textbox').fill('温言');
          await press('Enter');
          await expect.poll(() => state.textContent()).not.toBe(now);
        }
      }
    }
    await stage.shoot('whole-16-final');
  });

  test('PDF, Word and the job go out; nothing is lost in them', async () => {
    await room('输出');
    await page.getByText('全部稿件都已定稿').waitFor();
    const out = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const pdf = await out('导出屏幕 PDF');
    const word = await out('导出Word 文件');
    const job = await out('生成印刷文件');
    await page.getByRole('region', { name: '输出结果' }).waitFor();
    await stage.shoot('whole-17-output');
    expect([pdf.name, word.name, job.name]).toEqual(['pdf', 'docx', 'zip'].map((end) => `${manifest.gazette}2026年第1期.${end}`));
    expect(await page.getByText(/\d+ 项不符/).count()).toBe(0);

    const wanted = hanIn(documents.map(plainText).join('\n'));
    const lost = (found: Map<string, number>) =>
      [...wanted].filter(([character, count]) => (found.get(character) ?? 0) < count).map(([character]) => character);
    const pages = (await pdfPages(pdf.bytes)).map(bare);
    const all = pages.join('');
    expect(lost(hanIn(all))).toEqual([]);
    for (const words of [sentence, ...cells, ...manifest.slogans, manifest.fields[0]?.value ?? '']) expect(all).toContain(words);
    // Behind the contents page each document begins where its line says; folios and pages of the file differ by the cover.
    const contentsAt = pages.findIndex((one) => one.includes(shortTitle));
    const printed = pages.slice(contentsAt, contentsAt + 2).join('');
    const shifts = contents.map(({ title, head, page: folio }) => {
      const line = /^.*?（(\d+)）/.exec(printed.slice(printed.indexOf(title) + title.length));
      expect([title, Number(line?.[1])]).toEqual([title, folio]);
      return pages.findIndex((one, at) => at > contentsAt + 1 && one.includes(head)) - folio;
    });
    expect([...new Set(shifts)].length, shifts.join()).toBe(1);

    const parts = unzipSync(word.bytes);
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    const told = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, run]) => run).join('');
    const plain = bare(told.replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>'));
    expect(lost(hanIn(plain))).toEqual([]);
    for (const words of [sentence, ...cells]) expect(plain).toContain(words);
    for (const { title, page: folio } of contents)
      expect(/^.*?（(\d+)）/.exec(plain.slice(plain.indexOf(title) + title.length))?.[1], title).toBe(String(folio));
    expect(stage.errors).toEqual([]);
  });
});
