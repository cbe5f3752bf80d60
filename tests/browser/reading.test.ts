/** 校读: pages marked as read by whoever reads them, and the way to what was changed since. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, skipped } from './stage.ts';

describe.skipIf(skipped !== null)(`校读${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = stage.page;
    await page.getByRole('button', { name: /^打开 示例市/ }).click();
    await page.keyboard.press('Alt+4');
    await page.locator('.page-svg text').first().waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });
  const folio = async () => Number(await page.getByRole('textbox', { name: '页码' }).inputValue());
  const press = async (key: string) => {
    await page.getByRole('region', { name: '版面' }).focus();
    await page.keyboard.press(key);
  };
  const mark = (of: number) => page.getByRole('button', { name: `第 ${of} 页已读`, exact: true });
  const goTo = async (wanted: number) => {
    await page.getByRole('textbox', { name: '页码' }).fill(String(wanted));
    await page.keyboard.press('Enter');
    await page.locator(`.page-svg[aria-label="第 ${wanted} 页"]`).locator('text').first().waitFor();
  };

  test('R marks the pages before the reader, under his name; N goes on to the next that is not read', async () => {
    await goTo(2);
    await press('r');
    await page.getByRole('dialog', { name: '您的姓名' }).getByRole('textbox').fill('王校对');
    await page.keyboard.press('Enter');
    await expect.poll(() => mark(2).getAttribute('aria-pressed')).toBe('true');
    expect(await mark(3).getAttribute('aria-pressed')).toBe('true');
    await page.getByText('，已读 2 页').waitFor();
    await page.getByRole('option', { name: '第 3 页，已读', exact: true }).waitFor();
    await press('n');
    await expect.poll(folio).toBe(4);
    await stage.shoot('reading');
  });

  test('a click in the corner of a page turns its mark', async () => {
    await goTo(4);
    await mark(4).click();
    await expect.poll(() => mark(4).getAttribute('aria-pressed')).toBe('true');
    await mark(4).click();
    await expect.poll(() => mark(4).getAttribute('aria-pressed')).toBe('false');
    await mark(4).click();
    await page.getByText('，已读 3 页').waitFor();
  });

  test('a word that is changed on a page that was read leads back to just that paragraph', async () => {
    await goTo(4);
    await page.getByRole('img', { name: '第 4 页', exact: true }).locator('text').nth(8).dblclick();
    await page.getByRole('textbox', { name: '稿件正文' }).waitFor();
    await expect.poll(() => page.url()).toMatch(/\/edit\/\d+\/\d+$/);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('稿件正文');
    await page.keyboard.insertText('务必切实');
    await page.getByRole('textbox', { name: '稿件正文' }).getByText('务必切实').first().waitFor();
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.keyboard.press('Alt+4');
    await page.getByRole('option', { name: '第 4 页，部分已读', exact: true }).waitFor();
    await goTo(9);
    const last = await page.getByRole('option', { name: /已读$/ }).count();
    expect(last).toBeGreaterThan(0);
    // Round about: everything behind is unread, so the way there begins at the front again.
    await page.evaluate(async () => {
      const issue = Number(/issue\/(\d+)/.exec(location.hash)?.[1]);
      const send = (name: string, given: unknown) =>
        fetch(`/api/${name}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) });
      const pages = Array.from({ length: 400 }, (_, index) => index).filter((index) => index !== 4);
      await send('markRead', [issue, pages, '王校对', true]);
    });
    await page.keyboard.press('F5');
    await page.getByRole('option', { name: '第 9 页，已读', exact: true }).waitFor();
    await press('n');
    await expect.poll(folio).toBe(4);
    await expect.poll(() => page.locator('.unread-bar').count()).toBeGreaterThan(0);
    await stage.shoot('reading-changed');
    // Before anything goes to the printer, it is said there, and leads to the page.
    await page.keyboard.press('Alt+5');
    await page.getByRole('button', { name: '还有 1 页没有人标为已读' }).click();
    await expect.poll(folio).toBe(4);
    await press('r');
    await expect.poll(() => page.locator('.unread-bar').count()).toBe(0);
    await press('n');
    await page.getByText('全部页面都已读过').waitFor();
    await page.keyboard.press('Alt+5');
    await page.getByRole('button', { name: '生成印刷文件' }).waitFor();
    expect(await page.getByText('没有人标为已读').count()).toBe(0);
    await page.keyboard.press('Alt+4');
    await page.locator('.page-svg text').first().waitFor();
  });

  test('the marks are the person’s own; another sees who has read, and may begin anew', async () => {
    await page.evaluate(() => localStorage.setItem('gazette-person', '李校对'));
    await page.reload();
    await page.locator('.page-svg text').first().waitFor();
    await goTo(4);
    await expect.poll(() => mark(4).textContent()).toBe('王校对已读');
    expect(await mark(4).getAttribute('aria-pressed')).toBe('false');
    await press('r');
    await expect.poll(() => mark(4).textContent()).toBe('已读');
    await page.getByRole('button', { name: '校样' }).click();
    await page.getByRole('menuitem', { name: '清除我的已读标记' }).click();
    await expect.poll(() => mark(4).textContent()).toBe('王校对已读');
    expect(stage.errors).toEqual([]);
  });
});
