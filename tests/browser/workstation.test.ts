/** The workstation as its users meet it, from the start screen to the PDF, in one visit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForFiles, openStage, type Stage, sampleFolder, skipped } from './stage.ts';

const sampleName = '示例市人民政府公报 2026年第1期（总第1期）';
const readSample = (name: string) => readFileSync(join(sampleFolder, 'submissions', name));
const damaged = {
  name: '损坏的来稿.docx',
  mimeType: 'application/octet-stream',
  buffer: Buffer.from('PK\u0003\u0004 this is no zip file at all'),
};

describe.skipIf(skipped !== null)(`工作站${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(async () => {
    await stage?.close();
  });
  const room = (name: string) => stage.page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name });

  test('the start screen lists the sample', async () => {
    const { page } = stage;
    await page.getByRole('button', { name: `打开 ${sampleName}` }).waitFor();
    expect(await page.getByText('14 篇').count()).toBe(1);
    await stage.shoot('start');
  });

  test('an issue opens with its entries under sections, each with its pages', async () => {
    const { page } = stage;
    await page.getByRole('button', { name: `打开 ${sampleName}` }).click();
    await page.getByRole('region', { name: '人事任免' }).waitFor();
    await expect.poll(() => page.locator('.row').count()).toBe(14);
    await expect.poll(() => page.locator('.row-pages', { hasText: /^第 \d+/ }).count()).toBe(14);
    await stage.shoot('issue');
  });

  test('Alt+↓ and Alt+↑ move an entry, and the focus goes with it', async () => {
    const { page } = stage;
    const titles = () => page.locator('.row-title').allTextContents();
    const before = await titles();
    await page.locator('.row').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(async () => (await titles())[1]).toBe(before[0]);
    await expect.poll(() => page.evaluate(() => document.activeElement?.querySelector('.row-title')?.textContent)).toBe(before[0]);
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(titles).toEqual(before);
  });

  test('the start rule is stored', async () => {
    const { page } = stage;
    const rule = page.locator('.row').nth(1).getByRole('combobox');
    await rule.selectOption('newPage');
    await expect.poll(() => rule.inputValue()).toBe('newPage');
    await page.reload();
    await page.locator('.row').nth(1).waitFor();
    expect(await rule.inputValue()).toBe('newPage');
    await rule.selectOption('followOn');
  });

  test('a notice of what went wrong leaves with its room', async () => {
    const { page } = stage;
    const refusal = JSON.stringify({ ok: false, code: 'busy', text: '示例：现在读不了来稿。' });
    await page.route('**/api/listSubmissions', (route) => route.fulfill({ contentType: 'application/json', body: `${refusal}\n` }));
    await room('来稿').click();
    const notice = page.getByRole('alert').filter({ hasText: '示例：现在读不了来稿' });
    await notice.waitFor();
    await page.unroute('**/api/listSubmissions');
    await room('组版').click();
    await page.locator('.row').first().waitFor();
    expect(await notice.count()).toBe(0);
  });

  test('pages appear as SVG with text; the pager and the outline go to a page', async () => {
    const { page } = stage;
    await room('版面').click();
    await page.getByRole('group', { name: '第 1 页', exact: true }).waitFor();
    await page.getByRole('textbox', { name: '页码' }).fill('3');
    await page.keyboard.press('Enter');
    const third = page.getByRole('img', { name: '第 3 页', exact: true });
    await expect.poll(() => third.locator('text').count()).toBeGreaterThan(30);
    // Mounted is not enough: the page asked for is the one in view, and the pager says so.
    await expect
      .poll(async () => {
        const box = await third.boundingBox();
        return box !== null && box.y > 0 && box.y < 300;
      })
      .toBe(true);
    expect(await page.getByRole('textbox', { name: '页码' }).inputValue()).toBe('3');
    expect((await third.locator('text').allTextContents()).join('')).toContain('城市更新');
    await page.waitForFunction(() => [...document.fonts].length > 0 && [...document.fonts].every((font) => font.status === 'loaded'));
    await stage.shoot('pages');
    // A browser cuts type down that is larger than it likes; what is asked for must be what is set.
    const sizes = await third
      .locator('text')
      .evaluateAll((all) => all.map((text) => [text.getAttribute('font-size'), getComputedStyle(text).fontSize]));
    for (const [asked, set] of sizes) expect(set).toBe(`${asked}px`);
    expect(Math.max(...sizes.map(([asked]) => Number(asked)))).toBeGreaterThan(12);
    await page.getByRole('tab', { name: '目录' }).click();
    await page
      .getByRole('navigation', { name: '本期目录' })
      .getByRole('button', { name: /加装电梯|一梯难求/ })
      .click();
    await page.waitForTimeout(500);
    await stage.shoot('article');
    await page.getByRole('region', { name: '版面' }).focus();
    const shown = () => page.getByRole('textbox', { name: '页码' }).inputValue();
    const before = Number(await shown());
    await page.keyboard.press('PageUp');
    await expect.poll(async () => Number(await shown())).toBeLessThan(before);
    // Only what is near the view is mounted.
    expect(await page.locator('.paper').count()).toBeLessThan(14);
  });

  test('chosen files are imported; a damaged one says in Chinese why it was refused', async () => {
    const { page } = stage;
    await room('来稿').click();
    await page.getByRole('combobox', { name: '收入栏目' }).fill('部门文件');
    const fresh = Buffer.from(
      '关于开展2026年全市节约用水宣传活动的通知\r\n\r\n各县（区）人民政府：\r\n　　现将有关事项通知如下，请认真执行。\r\n',
      'utf8',
    );
    await page.getByLabel('选择来稿文件').setInputFiles([{ name: '节水通知.txt', mimeType: 'text/plain', buffer: fresh }, damaged]);
    const results = page.getByRole('region', { name: '导入结果' });
    await results.getByText('1 篇收稿，1 个未收入').waitFor();
    expect(await results.getByRole('row', { name: /损坏的来稿/ }).textContent()).toMatch(/请/);
    await page
      .getByRole('listbox', { name: '来稿列表' })
      .getByRole('option', { name: /节约用水宣传活动/ })
      .waitFor();
    await stage.shoot('imported');
    await room('组版').click();
    await page.getByRole('region', { name: '部门文件' }).waitFor();
  });

  test('Ctrl+O asks for files from any room', async () => {
    const { page } = stage;
    const chooser = await askForFiles(page, () => page.keyboard.press('Control+o'));
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles([]);
  });

  test('dropped files are imported', async () => {
    const { page } = stage;
    await room('来稿').click();
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(
        new File(['关于做好春季植树工作的通知\n\n各县（区）人民政府：\n　　请抓紧抓好。\n'], '植树通知.txt', { type: 'text/plain' }),
      );
      return transfer;
    });
    const area = page.getByRole('group', { name: '来稿拖放区' });
    for (const type of ['dragenter', 'dragover', 'drop']) await area.dispatchEvent(type, { dataTransfer: data });
    await page.getByRole('option', { name: /植树通知\.txt/ }).waitFor();
  });

  test('the very same file a second time is said to be one', async () => {
    const { page } = stage;
    await page
      .getByLabel('选择来稿文件')
      .setInputFiles([{ name: '又一份.docx', mimeType: '', buffer: readSample('04-湿地公园批复.docx') }]);
    const row = page.getByRole('region', { name: '导入结果' }).getByRole('row', { name: /又一份\.docx/ });
    await row.waitFor();
    expect(await row.textContent()).toContain('内容完全相同');
  });

  test('the PDF is a download', async () => {
    const { page } = stage;
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+p')]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(
      readFileSync(await download.path())
        .subarray(0, 5)
        .toString('latin1'),
    ).toBe('%PDF-');
  });

  test('the Word file is a download', async () => {
    const { page } = stage;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Word', exact: true }).click(),
    ]);
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString('latin1'),
    ).toBe('PK');
  });

  test('凑页 says what is missing to full signatures', async () => {
    const { page } = stage;
    await room('组版').click();
    await page.getByRole('button', { name: '看看能否省页…' }).click();
    const advice = page.getByRole('region', { name: '凑页' });
    await advice.getByText(/内文 \d+ 页：/).waitFor();
    await stage.shoot('advice');
  });

  test('a new issue is made and removed', async () => {
    const { page } = stage;
    await page.getByRole('button', { name: '各期公报' }).click();
    await page.getByRole('button', { name: /^新建一期/ }).click();
    const form = page.getByRole('dialog', { name: '新建一期' });
    const gazette = form.getByRole('textbox', { name: '刊名' });
    const said = () => gazette.evaluate((field) => (field as HTMLInputElement).validationMessage);
    await gazette.fill('');
    await form.getByRole('button', { name: '新建' }).click();
    expect(await said()).toBe('请填写这一栏');
    await gazette.fill('试刊公报');
    expect(await said()).toBe('');
    await stage.shoot('new-issue');
    await form.getByRole('button', { name: '新建' }).click();
    await page.getByRole('group', { name: '来稿拖放区' }).waitFor();
    await room('组版').click();
    await page.getByText('本期还没有稿件', { exact: true }).waitFor();
    await page.getByRole('button', { name: '各期公报' }).click();
    await page.getByRole('button', { name: /^删除 试刊公报/ }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await expect.poll(() => page.getByText('试刊公报').count()).toBe(0);
  });

  test('a folder with a manifest becomes an issue', async () => {
    const { page } = stage;
    const before = await page.locator('.issue-card').count();
    await page.getByLabel('导入整期文件夹').last().setInputFiles(sampleFolder);
    await page.getByRole('region', { name: '人事任免' }).waitFor();
    await page.getByRole('button', { name: '各期公报' }).click();
    await expect.poll(() => page.locator('.issue-card').count()).toBe(before + 1);
  });

  test('the address works once, and nothing complained on the console', async () => {
    const { page } = stage;
    const other = await page.context().browser()?.newContext();
    const answer = await other?.request.get(stage.address);
    expect(answer?.status()).toBe(403);
    await other?.close();
    expect(stage.errors).toEqual([]);
  });
});
