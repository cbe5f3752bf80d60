/** Tables, pasting, and 查找替换 as an editor meets them, in one visit to the sample issue. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousTrouble } from './axe.ts';
import { openStage, type Stage, skipped } from './stage.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/paste', name, 'input.html'), 'utf8');

describe.skipIf(skipped !== null)(`编辑：表格、粘贴、查找${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const { page } = stage;
    await page.getByRole('button', { name: /^打开 示例市/ }).click();
    await page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name: '编辑' }).click();
    await text().waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });
  const text = () => stage.page.getByRole('textbox', { name: '稿件正文' });
  const tables = () => text().locator('table');
  const rows = async (table: Locator) =>
    table
      .locator('tr')
      .evaluateAll((all) => all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.innerText.trim()).join('|')));
  const tool = async (menu: string, item: string) => {
    const { page } = stage;
    await page.getByRole('toolbar', { name: '编辑工具' }).getByRole('button', { name: menu, exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  };
  /** As the browser hands a paste to the page, with the forms that a program puts on the clipboard. */
  const paste = (forms: Readonly<Record<string, string>>) =>
    text().evaluate((element, given) => {
      const data = new DataTransfer();
      for (const [format, value] of Object.entries(given)) data.setData(format, value);
      const event = new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true });
      element.dispatchEvent(event);
    }, forms);
  const counts = { before: 0 };

  test('a table is put in and typed into; Tab goes on and adds a row', async () => {
    const { page } = stage;
    counts.before = await tables().count();
    await text().locator('.block-paragraph').first().click();
    await page.keyboard.press('End');
    await tool('插入', '插入表格…');
    await page.getByRole('spinbutton', { name: '行数' }).fill('2');
    await page.getByRole('spinbutton', { name: '列数' }).fill('2');
    await page.keyboard.press('Enter');
    await expect.poll(() => tables().count()).toBe(counts.before + 1);
    await expect.poll(() => page.evaluate(() => getSelection()?.anchorNode?.parentElement?.closest('td')?.cellIndex)).toBe(0);
    for (const word of ['甲', '乙', '丙', '丁']) {
      await page.keyboard.insertText(word);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.insertText('戊');
    expect(await rows(tables().first())).toEqual(['甲|乙', '丙|丁', '戊|']);
  });

  test('rows and columns from the tools, merging marked cells, splitting, undo', async () => {
    const { page } = stage;
    const table = tables().first();
    await tool('表格', '在上方插入行');
    await expect.poll(() => rows(table)).toEqual(['甲|乙', '丙|丁', '|', '戊|']);
    await tool('表格', '在右侧插入列');
    await expect.poll(() => rows(table)).toEqual(['甲||乙', '丙||丁', '||', '戊||']);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows(table)).toEqual(['甲|乙', '丙|丁', '戊|']);
    await table.locator('td').first().click();
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await expect.poll(() => text().locator('.cell-marked').count()).toBe(4);
    await stage.shoot('table-marked');
    await tool('表格', '合并单元格');
    await expect.poll(() => rows(table)).toEqual(['甲\n\n乙\n\n丙\n\n丁', '戊|']);
    await tool('表格', '拆分单元格…');
    // The row in which nothing began any more went with the merge.
    await page.getByRole('spinbutton', { name: '行数' }).fill('2');
    await page.getByRole('button', { name: '拆分' }).click();
    await expect.poll(async () => (await rows(table)).length).toBe(3);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows(table)).toEqual(['甲|乙', '丙|丁', '戊|']);
  });

  test('dragging over cells marks them; Delete empties them; the menu of the right button knows the table', async () => {
    const { page } = stage;
    const table = tables().first();
    // On marked cells a drag would carry their text.
    await table.locator('td').nth(4).click();
    const [from, to] = await Promise.all([table.locator('td').nth(2).boundingBox(), table.locator('td').nth(3).boundingBox()]);
    if (from === null || to === null) throw new Error('no cells');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => text().locator('.cell-marked').count()).toBe(2);
    await page.keyboard.press('Delete');
    await expect.poll(() => rows(table)).toEqual(['甲|乙', '|', '戊|']);
    await table.locator('td').nth(2).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '删除', exact: true }).click();
    await page.getByRole('menuitem', { name: '删除行' }).waitFor();
    await stage.shoot('table-menu');
    await page.getByRole('menuitem', { name: '删除行' }).click();
    await expect.poll(() => rows(table)).toEqual(['甲|乙', '戊|']);
    await tool('表格', '列宽…');
    await page.getByRole('spinbutton', { name: '第 1 列（%）' }).fill('25');
    await page.getByRole('spinbutton', { name: '第 2 列（%）' }).fill('75');
    await page.keyboard.press('Enter');
    await expect.poll(() => table.locator('col').first().getAttribute('style')).toContain('25%');
  });

  test('cells of Excel go into cells, a whole table of Word becomes one, and what is left out is told', async () => {
    const { page } = stage;
    const table = tables().first();
    await table.locator('td').first().click();
    await paste({ 'text/html': fixture('excel'), 'text/plain': '县区\t投资' });
    await expect.poll(async () => (await rows(table))[0]).toContain('县区|投资（万元）');
    expect((await rows(table)).length).toBe(4);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows(table)).toEqual(['甲|乙', '戊|']);
    await text().locator('.block-paragraph').last().click();
    await page.keyboard.press('End');
    await paste({ 'text/html': fixture('word-table') });
    await expect.poll(() => tables().count()).toBe(counts.before + 2);
    await page.getByText('套有 1 个小表').waitFor();
    expect(await tables().filter({ hasText: '内套' }).locator('tr.row-head').count()).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(() => tables().count()).toBe(counts.before + 1);
  });

  test('a picture from a file becomes a figure; what is none is refused in words', async () => {
    const { page } = stage;
    const input = page.locator('input[type=file][accept*=png]');
    await text().locator('.block-paragraph').nth(1).click();
    const { PNG } = await import('pngjs');
    await input.setInputFiles({ name: '图.png', mimeType: 'image/png', buffer: PNG.sync.write(new PNG({ width: 80, height: 40 })) });
    await text().locator('.block-figure img').first().waitFor();
    await input.setInputFiles({ name: '坏.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await page.getByText('图片“坏.png”无法使用').waitFor();
  });

  test('finding in the document: hits are marked, Enter goes on, one is replaced, all are, and taken back', async () => {
    const { page } = stage;
    await text().locator('.block-paragraph').first().click();
    await page.keyboard.press('Control+f');
    const panel = page.getByRole('search', { name: '查找和替换' });
    await panel.getByRole('textbox', { name: '查找' }).fill('城市更新');
    await panel.getByText(/^共 \d+ 处$/).waitFor();
    const count = Number(/\d+/.exec((await panel.getByRole('status').textContent()) ?? '')?.[0]);
    expect(count).toBeGreaterThan(3);
    await expect.poll(() => text().locator('.mark-found').count()).toBeGreaterThan(2);
    await page.keyboard.press('Enter');
    await panel.getByText(`第 1 处，共 ${count} 处`).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Enter');
    await panel.getByText(`第 1 处，共 ${count} 处`).waitFor();
    await panel.getByRole('textbox', { name: '替换为' }).fill('城市提质');
    await stage.shoot('find');
    expect(await text().locator('xpath=ancestor::section').locator('.text-status').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(async () => panel.getByRole('status').textContent()).toContain(`共 ${count - 1} 处`);
    await panel.getByRole('checkbox', { name: '替换这一处' }).first().uncheck();
    await panel.getByRole('button', { name: `替换所选（${count - 2}）` }).click();
    await expect.poll(async () => panel.getByRole('status').textContent()).toContain('共 1 处');
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => text().textContent()).not.toContain('城市提质');
  });

  test('finding over the issue: a list by document with a preview; the others are changed as revisions', async () => {
    const { page } = stage;
    await page.keyboard.press('Control+Shift+f');
    const panel = page.getByRole('search', { name: '查找和替换' });
    await panel.getByRole('textbox', { name: '查找' }).fill('示例市');
    await panel.getByRole('textbox', { name: '替换为' }).fill('样本市');
    await panel.getByText(/篇稿件，\d+ 处/).waitFor();
    await expect.poll(async () => Number(/^\d+/.exec((await panel.getByRole('status').textContent()) ?? '')?.[0])).toBeGreaterThan(5);
    await stage.shoot('find-issue');
    expect(await seriousTrouble(page, { within: '.text-pane' })).toEqual([]);
    await page.setViewportSize({ width: 1100, height: 700 });
    await stage.shoot('find-issue-small');
    await page.setViewportSize({ width: 1440, height: 900 });
    await panel.getByRole('button', { name: '全部替换' }).click();
    await page.getByRole('dialog', { name: '替换整期？' }).getByRole('button', { name: '全部替换' }).click();
    await page.getByText(/已替换 \d+ 处；本篇的改动/).waitFor();
    await expect.poll(async () => panel.getByRole('status').textContent()).toBe('没有找到');
    await panel.getByRole('textbox', { name: '查找', exact: true }).fill('样本市');
    await expect.poll(async () => Number(/^\d+/.exec((await panel.getByRole('status').textContent()) ?? '')?.[0])).toBeGreaterThan(5);
    // A hit in another document opens it there.
    const before = await text().locator('.head-title').textContent();
    await panel.locator('.find-hit button').last().click();
    await expect.poll(() => text().locator('.head-title').textContent()).not.toBe(before);
  });

  test('nothing went wrong on the way', () => {
    expect(stage.errors.filter((error) => !/picture-unusable|status of 4/.test(error))).toEqual([]);
  });
});
