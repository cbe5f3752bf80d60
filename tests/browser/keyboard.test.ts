/** Every deed of 来稿, 组版, 编辑 and 版面 once by the keyboard alone: no mouse, no focus that was not reached by keys. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForFiles, openStage, type Stage, skipped } from './stage.ts';

describe.skipIf(skipped !== null)(`只用键盘${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    ({ page } = stage);
    await page.getByRole('button', { name: /^打开 示例市/ }).waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });

  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (words: string) => page.keyboard.insertText(words);
  /** The name of what has the focus, as a screen reader says it. */
  const focused = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return '';
      const by = at.getAttribute('aria-labelledby');
      const labelled = by === null ? null : document.getElementById(by)?.textContent;
      const label = (at as HTMLInputElement).labels?.[0]?.querySelector('span')?.textContent;
      const whole = at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : at.textContent;
      return at.getAttribute('aria-label') ?? labelled ?? label ?? whole ?? '';
    });
  /** Goes on with a key until this has the focus. */
  const reach = async (name: RegExp, key = 'Tab', most = 90) => {
    const seen: string[] = [];
    for (let step = 0; step <= most; step += 1) {
      const now = await focused();
      if (name.test(now.trim())) return;
      seen.push(now.slice(0, 12));
      await press(key);
      // The focus of a menu follows its arrow a moment later.
      for (let wait = 0; key === 'ArrowDown' && wait < 10 && (await focused()) === now; wait += 1) await page.waitForTimeout(20);
    }
    throw new Error(`${name} is not reached by ${key}: ${seen.slice(-40).join(' / ')}`);
  };
  const menu = async (...items: readonly RegExp[]) => {
    for (const [at, item] of items.entries()) {
      await page.getByRole('menu').nth(at).waitFor();
      // The first press of an arrow goes to the first item.
      await reach(item, 'ArrowDown', 30);
      await press(at < items.length - 1 ? 'ArrowRight' : 'Enter');
      if (at < items.length - 1) await expect.poll(() => page.getByRole('menu').count()).toBeGreaterThan(at + 1);
    }
  };
  const text = () => page.getByRole('textbox', { name: '稿件正文' });
  const saved = () => page.locator('.keep-saved').waitFor();
  const blocks = (kind: string) => text().locator(`[class*="block-${kind}"]`).count();
  const told = (words: string | RegExp) => page.locator('.notice').getByText(words).last().waitFor();
  const titles = () => page.locator('.row-title').allTextContents();
  const sections = () => page.locator('.head-name').allTextContents();
  const folio = async () => Number(await page.getByRole('textbox', { name: '页码' }).inputValue());

  test('来稿: files chosen, found, filtered, sorted, mended, confirmed, registered, taken in', async () => {
    await reach(/^打开 示例市/);
    await press('Enter');
    await page.getByRole('navigation', { name: '工作区' }).waitFor();
    await press('Alt+1');
    await page.getByRole('listbox', { name: '来稿列表' }).waitFor();
    const chooser = await askForFiles(page, () => press('Control+o'));
    const words =
      '关于做好春季植树工作的通知\n示府办发〔2026〕77号\n\n各县（区）人民政府：\n　　请抓紧抓好。\n　　一、总体要求\n　　认真落实。\n';
    await chooser.setFiles(
      [words, words.replace('植树', '清淤').replace('77', '78')].map((each, at) => ({
        name: `来稿${at}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from(each, 'utf8'),
      })),
    );
    await page.getByRole('region', { name: '导入结果' }).getByText('2 篇收稿').waitFor();
    await reach(/^收起$/);
    await press('Enter');
    await expect.poll(focused).toBe('来稿列表');
    // Chosen for the store only, by the arrow of the radio buttons.
    await reach(/^收入本期$/, 'Shift+Tab');
    await press('ArrowDown');
    await expect.poll(() => page.getByRole('radio', { name: '只收入来稿库' }).isChecked()).toBe(true);
    await press('ArrowUp');
    await press('Control+f');
    await type('春季植树');
    await expect.poll(() => page.locator('.card').count()).toBe(1);
    await reach(/^未编入$/);
    await press('Enter');
    await page.getByText('没有符合条件的来稿').waitFor();
    await reach(/^清除筛选$/);
    await press('Enter');
    await press('Control+f');
    await reach(/^排序$/);
    await press('t');
    await reach(/点按改为/);
    await press('Enter');
    await reach(/^状态$/);
    await press('ArrowDown');
    await expect.poll(() => page.getByRole('combobox', { name: '状态' }).inputValue()).toBe('received');
    await press('Control+f');
    await type('春季植树');
    await press('ArrowDown', 'Home');
    // Enter goes into the form, once it is there.
    await page.locator('.detail h2', { hasText: '春季植树' }).waitFor();
    await page.locator('.recognised textarea').waitFor();
    await press('Enter');
    await expect.poll(focused).toMatch(/^标题/);
    await press('Control+a');
    await type('关于做好2026年春季植树工作的通知');
    await reach(/^第 3 段的类型/);
    await press('ArrowDown', 'Control+Enter');
    await told(/已核对/);
    await press('Control+f');
    await reach(/^状态$/);
    await press('Home', 'Control+f', 'Control+a');
    await type('2026年春季植树');
    await press('ArrowDown', 'Home', 'Enter');
    await reach(/^核对$/, 'Shift+Tab');
    await press('ArrowRight');
    await reach(/^送稿单位$/);
    await type('示例市林业局');
    await reach(/^审批人$/);
    await type('李主任');
    await press('Tab', 'Escape');
    await expect.poll(focused).toBe('来稿列表');
    await expect
      .poll(async () => (await page.getByRole('combobox', { name: '送稿单位' }).first().locator('option').allTextContents()).join())
      .toContain('示例市林业局');
    // Into another section, by the card's menu.
    await press('Space', 'Shift+F10');
    await menu(/^收入本期/, /^部门文件/);
    await told(/已收入“部门文件”|本来就在|已在本期/);
  });

  test('组版: moved, parted, renamed, joined, removed, titled, ordered; the masthead; the way to a problem', async () => {
    await press('Alt+2');
    await page
      .locator('.row-pages', { hasText: /^第 \d+/ })
      .nth(13)
      .waitFor();
    const before = await titles();
    const [first = ''] = before;
    await reach(new RegExp(`^${first}$`));
    await press('Alt+ArrowDown');
    await expect.poll(async () => (await titles())[1]).toBe(first);
    await press('Control+z');
    await expect.poll(titles).toEqual(before);
    await press('Space', 'Shift+ArrowDown', 'Alt+ArrowDown');
    await expect.poll(async () => (await titles())[0]).toBe(before[2]);
    await press('Control+z');
    await press('Home', 'Alt+Shift+ArrowDown');
    await expect.poll(async () => (await sections())[1]).toBe('市政府文件');
    await press('Control+z', 'Home', 'F2', 'Control+a');
    await type('政府文件');
    await press('Enter');
    await expect.poll(async () => (await sections())[0]).toBe('政府文件');
    await press('Control+z');
    await reach(/^新栏目…$/, 'Shift+Tab');
    await press('Enter');
    await type('公告');
    await press('Enter');
    await expect.poll(async () => (await sections()).at(-1)).toBe('公告');
    await reach(/^栏目“公告”的更多操作$/);
    await press('Enter');
    await menu(/^删除空栏目/);
    await expect.poll(async () => (await sections()).includes('公告')).toBe(false);
    // One section into another and back.
    const many = (await sections()).length;
    await reach(/^栏目“人事任免”的更多操作$/);
    await press('Enter');
    await menu(/^并入栏目/, /^部门文件|^调查研究/);
    await expect.poll(async () => (await sections()).length).toBe(many - 1);
    await press('Control+z');
    await expect.poll(async () => (await sections()).length).toBe(many);
    await reach(new RegExp(`^${first}$`), 'Shift+Tab', 120);
    await press('Home', 'Tab');
    // The start rule by the first letter of its name would be an input method's: the arrow chooses.
    await expect.poll(focused).toMatch(/的起排方式$/);
    await press('ArrowDown');
    await expect.poll(() => page.locator('.row').first().getByRole('combobox').inputValue()).toBe('followOn');
    await reach(new RegExp(`^${first}$`), 'Shift+Tab');
    await press('Shift+F10');
    await menu(/^目录标题…/);
    await page.getByRole('dialog', { name: '目录标题' }).waitFor();
    await type('城市更新方案');
    await press('Enter');
    await expect.poll(async () => (await titles())[0]).toBe('城市更新方案');
    await press('Delete');
    await expect.poll(async () => (await titles())[0]).not.toBe('城市更新方案');
    await press('Control+z');
    await expect.poll(async () => (await titles())[0]).toBe('城市更新方案');
    await reach(/^自动排序…$/, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('dialog', { name: '按文号自动排序' }).waitFor();
    await press('Escape');
    await reach(/^刊头与版权…$/, 'Shift+Tab');
    await press('Enter');
    await page.getByRole('dialog', { name: '刊头与版权' }).waitFor();
    await reach(/^刊头$/);
    // The focus of a tab follows its arrow a moment later.
    for (let step = 0; step < 6 && !/宣传语/.test(await focused()); step += 1) {
      await press('ArrowRight');
      await page.waitForTimeout(100);
    }
    await reach(/^第 3 条宣传语$/);
    await press('Control+a');
    await type('服务群众');
    await press('Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await reach(/./);
    await press('F8');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('problem');
    await press('Alt+2');
    await reach(new RegExp(`^${first}$`), 'Shift+Tab', 120);
    await press('Home', 'Shift+F10');
    await menu(/^在版面中查看/);
    await expect.poll(() => page.url()).toMatch(/\/preview/);
    await expect.poll(folio).toBe(3);
  });

  test('编辑: kinds and marks, a table, a QR code, a box, a picture, finding, undo, the outline, panes, documents', async () => {
    await press('Escape', 'Escape', 'Alt+2');
    await page.locator('.row').first().waitFor();
    await reach(/^示例市人民政府关于/);
    await press('Home', 'Enter');
    await text().waitFor();
    await reach(/^(一、|文件标题)/);
    await reach(/^一、/);
    await press('Enter');
    await expect.poll(focused).toBe('稿件正文');
    const headings = await blocks('heading');
    await press('End', 'Enter', 'Control+0');
    await type('键盘写的一段');
    await press('Control+2');
    await expect.poll(() => blocks('heading')).toBe(headings + 1);
    await press('Control+0', 'Control+b');
    await type('加粗');
    await expect.poll(() => text().locator('.mark-bold', { hasText: '加粗' }).count()).toBe(1);
    await press('Control+b');
    const tool = async (name: RegExp, ...items: readonly RegExp[]) => {
      await reach(name, 'Shift+Tab');
      await press('Enter');
      await menu(...items);
    };
    await tool(/^段落类型/, /^条文/);
    await expect.poll(() => blocks('article')).toBeGreaterThan(0);
    await press('Control+z');
    await tool(/^插入$/, /^插入专栏/);
    await expect.poll(() => blocks('box')).toBe(1);
    await press('Control+z');
    await expect.poll(() => blocks('box')).toBe(0);
    await press('Control+y');
    await expect.poll(() => blocks('box')).toBe(1);
    await press('Control+z');
    await tool(/^插入$/, /^插入二维码/);
    await page.getByRole('dialog', { name: '插入二维码' }).waitFor();
    await type('https://example.com/gazette');
    await press('Enter');
    await expect.poll(() => blocks('figure')).toBeGreaterThan(0);
    await press('Control+z');
    const { PNG } = await import('pngjs');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tool(/^插入$/, /^插入图片/)]);
    await chooser.setFiles([{ name: '图.png', mimeType: 'image/png', buffer: PNG.sync.write(new PNG({ width: 80, height: 40 })) }]);
    await told('已插入图片');
    await press('Control+z');
    const tables = await text().locator('table').count();
    await tool(/^插入$/, /^插入表格/);
    await page.getByRole('dialog', { name: '插入表格' }).waitFor();
    await press('Control+a');
    await type('2');
    await press('Enter');
    await expect.poll(() => text().locator('table').count()).toBe(tables + 1);
    await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('td')?.cellIndex)).toBe(0);
    for (const word of ['甲', '乙', '丙', '丁']) {
      await type(word);
      await press('Tab');
    }
    await text().locator('table', { hasText: '甲' }).first().waitFor();
    const rows = () => text().locator('table', { hasText: '甲' }).first().locator('tr').count();
    expect(await rows()).toBe(2);
    await press('Shift+F10');
    await menu(/^插入/, /^在下方插入行/);
    await expect.poll(rows).toBe(3);
    await press('Control+z');
    await expect.poll(rows).toBe(2);
    await saved();
    await press('Control+f');
    await type('城市更新');
    await page
      .getByText(/共 \d+ 处/)
      .first()
      .waitFor();
    await press('Enter');
    await reach(/^替换为$/);
    await type('城市提质');
    await press('Enter');
    await expect.poll(() => text().textContent()).toContain('城市提质');
    await press('Escape');
    await page.getByRole('search', { name: '查找和替换' }).waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('稿件正文');
    await press('Control+z');
    await expect.poll(() => text().textContent()).not.toContain('城市提质');
    await press('Control+s');
    await told(/已存为第 \d+ 版/);
    const address = page.url();
    await press('Control+PageDown');
    await expect.poll(() => page.url()).not.toBe(address);
    await text().waitFor();
    await press('Control+PageUp');
    await text().waitFor();
    await reach(/^版面$/);
    await press('ArrowRight');
    await page.getByRole('tab', { name: '历史', selected: true }).waitFor();
    await reach(/^关闭侧栏$/);
    await press('Enter');
    await page.getByRole('tab', { name: '历史' }).waitFor({ state: 'detached' });
    await expect.poll(focused).toBe('稿件正文');
    await reach(/^版面$/);
    await press('Enter');
    await page.getByRole('tab', { name: '版面', selected: true }).waitFor();
  });

  test('版面: turned, zoomed, arranged, the grid, thumbnails, a page by its number, to the text, a proof', async () => {
    await press('Alt+4');
    await page.locator('.page-svg text').first().waitFor();
    await reach(/^页码$/);
    await press('Control+a');
    await type('5');
    await press('Enter');
    await expect.poll(folio).toBe(5);
    await reach(/^单页$/);
    await press('Enter');
    await expect.poll(() => page.locator('.paper').count()).toBe(1);
    await press('PageDown');
    await expect.poll(folio).toBe(6);
    await press('Control+0', 'Control+=', 'g');
    await expect.poll(() => page.locator('.grid-area').count()).toBeGreaterThan(0);
    await press('g');
    await reach(/^缩放 /);
    await press('Enter');
    await menu(/^实际大小/);
    await reach(/^对开$/, 'Shift+Tab');
    await press('Enter');
    await reach(/^校样$/);
    await press('Enter');
    await menu(/^留一份校样/);
    await page.getByRole('dialog', { name: '您的姓名' }).waitFor();
    await type('王校对');
    await press('Enter');
    await told(/已留第 1 校/);
    await reach(/^校样$/);
    await press('Enter');
    await menu(/^与第 1 校比较/);
    await page.getByText('与第 1 校相比，文字没有改动').waitFor();
    await reach(/^结束比较$/);
    await press('Enter');
    await reach(/^缩略图$/, 'Shift+Tab');
    await press('Enter');
    await reach(/^各页缩略图$/);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(folio).toBe(3);
    await press('Enter');
    await expect.poll(focused).toBe('版面');
    await press('r');
    await page.getByText(/，已读 \d 页/).waitFor();
    await press('n');
    await expect.poll(folio).not.toBe(3);
    await press('o');
    await page.getByRole('listbox', { name: '原稿逐行' }).waitFor();
    await reach(/^原稿逐行$/);
    await press('ArrowDown', 'ArrowDown');
    await page.locator('.text-place').first().waitFor();
    await reach(/^版面$/, 'Shift+Tab');
    await press('o');
    await press('Enter');
    await expect.poll(() => page.url()).toMatch(/\/edit\/\d+\/-?\d+$/);
    expect(stage.errors).toEqual([]);
  });
});
