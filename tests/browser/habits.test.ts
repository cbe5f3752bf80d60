/** What people expect who come from a word processor: the focus in the text, its page beside it, nothing deleted unseen. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, skipped } from './stage.ts';

const isInView = (element: Element) => {
  const [own, frame] = [element.getBoundingClientRect(), element.closest('.text-scroll')?.getBoundingClientRect()];
  return frame !== undefined && own.bottom <= frame.bottom + 1 && own.bottom > frame.top;
};

describe.skipIf(skipped !== null)(`习惯${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = stage.page;
  });
  afterAll(async () => {
    await stage?.close();
  });

  const text = () => page.getByRole('textbox', { name: '稿件正文' });
  const tools = () => page.getByRole('toolbar', { name: '编辑工具' });
  const hasFocus = () => text().evaluate((element) => element === document.activeElement);
  const open = async (place: string) => {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/issue/1/edit/${place}`);
    await text().waitFor();
  };

  test('a document opens with its page beside it, the tools in one row', async () => {
    await open('4');
    await expect
      .poll(() => page.locator('.preview-compact').getByRole('spinbutton').or(page.locator('.preview-compact input')).first().inputValue())
      .not.toBe('1');
    for (const width of [1440, 1100]) {
      await page.setViewportSize({ width, height: 800 });
      const { wide, high, room } = await tools().evaluate((bar) => ({
        wide: bar.scrollWidth,
        high: bar.clientHeight,
        room: bar.parentElement?.clientWidth ?? 0,
      }));
      expect(high).toBeLessThan(45);
      expect(wide).toBeLessThanOrEqual(room);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('one types on at once in the document that was gone to, and back where one was', async () => {
    await open('4/0');
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.insertText('甲');
    await page.keyboard.press('Alt+PageDown');
    await expect.poll(() => page.url()).toMatch(/\/edit\/5$/);
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press('Alt+PageUp');
    await expect.poll(() => page.url()).toMatch(/\/edit\/4$/);
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.insertText('乙');
    await page.keyboard.press('Alt+2');
    await page.locator('.row').first().waitFor();
    await page.keyboard.press('Alt+3');
    await text().waitFor();
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.insertText('丙');
    await expect.poll(() => text().textContent()).toContain('甲乙丙');
  });

  test('a deletion that reaches into a table is told and can be taken back', async () => {
    await open('1/27');
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press('End');
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowDown');
    const before = await text().locator('table').first().textContent();
    await page.keyboard.press('Delete');
    await page.getByText(/清空了 \d+ 个单元格/).waitFor();
    expect(await text().locator('table').first().textContent()).not.toBe(before);
    await page.locator('.notice').getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => text().locator('table').first().textContent()).toBe(before);
  });

  test('a paragraph is centred and moved by the keys of Word', async () => {
    await open('6/2');
    await expect.poll(hasFocus).toBe(true);
    const paragraphs = () => text().locator('.block').allTextContents();
    const before = await paragraphs();
    await page.keyboard.press('Control+e');
    await expect.poll(() => text().locator('.block').nth(2).getAttribute('class')).toContain('align-center');
    await page.keyboard.press('Control+l');
    await page.keyboard.press('Alt+Shift+ArrowDown');
    await expect.poll(async () => (await paragraphs())[3]).toBe(before[2]);
    await page.keyboard.insertText('移');
    await expect.poll(async () => (await paragraphs())[3]).toBe(`移${before[2]}`);
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
    await expect.poll(paragraphs).toEqual(before);
  });

  test('Ctrl+End and Ctrl+Home reach the ends of a long document at once', async () => {
    await open('6/2');
    await expect.poll(hasFocus).toBe(true);
    const before = await text().locator('.block').count();
    await page.keyboard.press('Control+End');
    await page.waitForTimeout(300);
    await text().evaluate((element) => {
      const given = new DataTransfer();
      given.setData('text/plain', Array.from({ length: 150 }, (_, at) => `新增第${at + 1}段。${'示例内容'.repeat(20)}`).join('\n'));
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: given, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => text().locator('.block').count()).toBeGreaterThanOrEqual(before + 149);
    await page.locator('.keep-saved').waitFor();
    // Opened anew nothing beyond the first group was ever laid out.
    await page.reload();
    await open('6/0');
    await expect.poll(hasFocus).toBe(true);
    await page.waitForTimeout(300);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('文末');
    await expect.poll(() => text().locator('.block').last().textContent()).toMatch(/示例内容文末$/);
    await expect.poll(() => text().locator('.block').last().evaluate(isInView)).toBe(true);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+End');
    await expect.poll(() => page.evaluate(() => window.getSelection()?.toString().trimEnd().endsWith('文末'))).toBe(true);
    await page.keyboard.press('Control+Home');
    await page.keyboard.insertText('文首');
    await expect.poll(async () => (await text().textContent())?.slice(0, 2)).toBe('文首');
    await expect.poll(() => text().locator('.block').first().evaluate(isInView)).toBe(true);
    await page.locator('.keep-saved').waitFor();
  });

  test('Ctrl+H replaces, F3 goes on from the text, Escape there closes the search', async () => {
    await open('6/2');
    await expect.poll(hasFocus).toBe(true);
    await page.keyboard.press('Control+f');
    await page.keyboard.insertText('工作');
    await page.locator('.find-hit').nth(1).waitFor();
    await page.keyboard.press('Control+h');
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('replacement');
    await text().focus();
    await page.keyboard.press('F3');
    await page.locator('.find-count', { hasText: /^第 1 处/ }).waitFor();
    await page.keyboard.press('F3');
    await page.locator('.find-count', { hasText: /^第 2 处/ }).waitFor();
    await page.keyboard.press('Shift+F3');
    await page.locator('.find-count', { hasText: /^第 1 处/ }).waitFor();
    expect(await hasFocus()).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.find').waitFor({ state: 'detached' });
    expect(await hasFocus()).toBe(true);
  });

  test('a picture that is put in comes into view', async () => {
    await open('4/3');
    await expect.poll(hasFocus).toBe(true);
    await page.waitForTimeout(300);
    const { PNG } = await import('pngjs');
    const buffer = PNG.sync.write(new PNG({ width: 600, height: 500 }));
    await page.locator('input[type=file][accept*=png]').setInputFiles({ name: '图.png', mimeType: 'image/png', buffer });
    const figure = text().locator('.block-figure').first();
    await figure.waitFor();
    await page.waitForTimeout(500);
    expect(await figure.evaluate(isInView)).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(() => text().locator('.block-figure').count()).toBe(0);
  });

  test('a picture is made smaller and replaced, a code leads elsewhere, all from the right mouse button', async () => {
    await open('6/2');
    await expect.poll(hasFocus).toBe(true);
    const { PNG } = await import('pngjs');
    const picture = (width: number, height: number) => ({
      ...{ name: '图.png', mimeType: 'image/png' },
      buffer: PNG.sync.write(new PNG({ width, height })),
    });
    const input = page.locator('input[type=file][accept*=png]');
    await input.setInputFiles(picture(800, 400));
    const image = text().locator('.block-figure img').first();
    await image.waitFor();
    await text().locator('.block-figure figcaption').first().click({ button: 'right' });
    await page.getByRole('menuitem', { name: '图片宽度…' }).click();
    const dialog = page.getByRole('dialog', { name: '图片宽度' });
    await dialog.getByRole('spinbutton').fill('50');
    await stage.shoot('editor-figure-width');
    await page.keyboard.press('Enter');
    await expect.poll(async () => Math.round((await image.boundingBox())?.width ?? 0)).toBe(Math.round((50 / 25.4) * 96));
    const source = await image.getAttribute('src');
    await text().locator('.block-figure figcaption').first().click({ button: 'right' });
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: '替换图片…' }).click();
    await (await chooser).setFiles(picture(300, 300));
    await expect.poll(() => image.getAttribute('src')).not.toBe(source);
    await expect.poll(async () => Math.round((await image.boundingBox())?.height ?? 0)).toBe(Math.round((50 / 25.4) * 96));
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await expect.poll(() => text().locator('.block-figure').count()).toBe(0);
  });

  test('quick open begins with the documents of the issue', async () => {
    await page.keyboard.press('Control+k');
    await expect.poll(() => page.locator('[cmdk-item][data-selected="true"]').textContent()).toMatch(/^示例市人民政府/);
    await page.keyboard.press('Escape');
  });

  test('quick open does what the text says, also when Enter comes before the list does', async () => {
    const late = async (name: string, time: number) =>
      page.route(`**/api/${name}`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, time));
        await route.continue();
      });
    const choose = async (words: string) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: '快速打开' }).waitFor();
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
    };
    // Whichever list comes last: of the other alone Enter would take what is not meant, or nothing.
    for (const [first, last] of [
      [150, 600],
      [600, 150],
    ] as const) {
      await late('readIssue', first);
      await late('listIssues', last);
      await choose('使用帮助');
      await page.getByRole('navigation', { name: '主题' }).waitFor();
      await page.goBack();
      await text().waitFor();
      await choose('2026年第1期');
      await page.locator('.row').first().waitFor();
      await page.goBack();
      await text().waitFor();
      await page.unrouteAll({ behavior: 'wait' });
    }
  });

  test('nothing went wrong on the way', () => {
    expect(stage.errors.filter((error) => !/picture-unusable|status of 4/.test(error))).toEqual([]);
  });
});
