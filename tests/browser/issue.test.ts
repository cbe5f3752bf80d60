/** 组版 as an editor works in it: by mouse once, and everything by the keyboard alone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outlineOf, step } from '../../shared/issue/outline.ts';
import { seriousTrouble } from './axe.ts';
import { isCalm, openStage, type Stage, skipped } from './stage.ts';

const sampleName = '示例市人民政府公报 2026年第1期（总第1期）';

describe.skipIf(skipped !== null)(`组版${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await stage.page.getByRole('button', { name: `打开 ${sampleName}` }).click();
    await stage.page
      .locator('.row-pages', { hasText: /^第 \d+/ })
      .nth(13)
      .waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });
  const row = (at: number) => stage.page.locator('.row').nth(at);
  const titles = () => stage.page.locator('.row-title').allTextContents();
  const pages = () => stage.page.locator('.row-pages > span').allTextContents();
  const sections = () => stage.page.locator('.head-name').allTextContents();
  const press = (keys: string) => stage.page.keyboard.press(keys);
  /** Everything is written and laid out: no row foretells anything any more. */
  const settled = async () => {
    await expect.poll(() => stage.page.locator('.row-new').count()).toBe(0);
    await stage.page.getByText('已自动保存').waitFor();
  };
  /** Down the open menu to this item. */
  const walkTo = async (item: string) => {
    const focused = () => stage.page.evaluate(() => document.activeElement?.textContent ?? '');
    await expect
      .poll(async () => {
        if (!(await focused()).startsWith(item)) await press('ArrowDown');
        return focused();
      })
      .toContain(item);
  };

  test('dragged by the mouse, an entry shows every page before it is dropped, and has these after', async () => {
    const { page } = stage;
    const before = await titles();
    const from = await row(1).boundingBox();
    const to = await row(6).boundingBox();
    if (from === null || to === null) throw new Error('no rows');
    await page.mouse.move(from.x + 400, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 405, from.y + 60, { steps: 3 });
    await page.mouse.move(from.x + 405, to.y + to.height - 6, { steps: 6 });
    await page.locator('.groups[data-told="true"]').waitFor();
    const told = new Map<string, string>();
    for (const at of before.keys()) {
      const now = await row(at).locator('.row-pages > span').textContent();
      const wouldBe = (await row(at).locator('.row-new').count()) > 0 ? await row(at).locator('.row-new').textContent() : now;
      told.set(before[at] as string, (wouldBe ?? '').replace('→ ', ''));
    }
    expect(await page.locator('.row .row-new').count()).toBeGreaterThan(3);
    await stage.shoot('issue-drag');
    await page.mouse.up();
    const after = [...before];
    after.splice(6, 0, ...after.splice(1, 1));
    await expect.poll(titles).toEqual(after);
    await settled();
    expect(await pages()).toEqual(after.map((title) => told.get(title)));
    await page.reload();
    await row(0).waitFor();
    expect(await titles()).toEqual(after);
  });

  test('a whole section is dragged by its head, and Escape leaves all as it was', async () => {
    const { page } = stage;
    const before = await sections();
    const head = page.locator('.head-name').nth(1);
    const box = await head.boundingBox();
    if (box === null) throw new Error('no head');
    const drag = async () => {
      await page.mouse.move(box.x + 20, box.y + 10);
      await page.mouse.down();
      await page.mouse.move(box.x + 30, box.y - 60, { steps: 4 });
      await page.mouse.move(box.x + 30, 110, { steps: 6 });
      await page.locator('.groups[data-told="true"]').waitFor();
    };
    await drag();
    await press('Escape');
    await page.mouse.up();
    expect(await sections()).toEqual(before);
    await drag();
    await page.mouse.up();
    await expect.poll(sections).toEqual([before[1], before[0], ...before.slice(2)]);
    await settled();
    await press('Control+z');
    await expect.poll(sections).toEqual(before);
    await settled();
  });

  test('ten fast presses are ten steps, the focus goes along, and as many undo them', async () => {
    const { page } = stage;
    const before = await titles();
    const names = await sections();
    const counts = await page.locator('.group').evaluateAll((all) => all.map((group) => group.querySelectorAll('.row').length));
    let outline = outlineOf(
      names
        .flatMap((section, at) => Array.from({ length: counts[at] as number }, () => section))
        .map((section, documentId) => ({ documentId, section })),
    );
    for (let i = 0; i < 10; i += 1) outline = step(outline, new Set([2]), 1) ?? outline;
    const wanted = outline.flatMap(({ entries }) => entries.map(({ documentId }) => before[documentId]));
    await row(2).focus();
    for (let i = 0; i < 10; i += 1) void press('Alt+ArrowDown');
    await expect.poll(titles).toEqual(wanted);
    expect(await page.evaluate(() => document.activeElement?.querySelector('.row-title')?.textContent)).toBe(before[2]);
    await settled();
    await page.reload();
    await row(0).waitFor();
    expect(await titles()).toEqual(wanted);
    await row(wanted.indexOf(before[2])).focus();
    for (let i = 0; i < 10; i += 1) void press('Alt+ArrowUp');
    await expect.poll(titles).toEqual(before);
    for (let i = 0; i < 10; i += 1) void press('Control+z');
    await expect.poll(titles).toEqual(wanted);
    for (let i = 0; i < 10; i += 1) void press('Control+y');
    await expect.poll(titles).toEqual(before);
    await settled();
  });

  test('several are chosen with Shift and move together; undo is there after the room was left', async () => {
    const { page } = stage;
    const before = await titles();
    await row(0).focus();
    await press('Space');
    await press('Shift+ArrowDown');
    expect(await page.locator('.row[aria-selected="true"]').count()).toBe(2);
    await page.getByText('已选 2 篇').waitFor();
    await press('Alt+ArrowDown');
    await expect.poll(titles).toEqual([before[2], before[0], before[1], ...before.slice(3)]);
    await settled();
    await press('Alt+4');
    await page.getByRole('textbox', { name: '页码' }).waitFor();
    await press('Alt+2');
    await row(0).waitFor();
    await press('Control+z');
    await expect.poll(titles).toEqual(before);
  });

  test('what is taken out comes back by the notice', async () => {
    const { page } = stage;
    const before = await titles();
    await row(3).focus();
    await press('Delete');
    await expect.poll(titles).toEqual(before.toSpliced(3, 1));
    await page.locator('.notice').getByRole('button', { name: '撤销' }).focus();
    await press('Enter');
    await expect.poll(titles).toEqual(before);
    await settled();
  });

  test('a section is renamed with F2, moved, joined and made anew', async () => {
    const { page } = stage;
    const before = await sections();
    await row(0).focus();
    await press('F2');
    await page.getByRole('textbox', { name: /^栏目.*的名称$/ }).fill('政府文件');
    await press('Enter');
    await expect.poll(sections).toEqual(['政府文件', ...before.slice(1)]);
    await row(0).focus();
    await press('Alt+Shift+ArrowDown');
    await expect.poll(sections).toEqual([before[1], '政府文件', ...before.slice(2)]);
    await page.getByRole('button', { name: '新栏目…' }).focus();
    await press('Enter');
    await page.keyboard.type('公告');
    await press('Enter');
    await expect.poll(sections).toEqual([before[1], '政府文件', ...before.slice(2), '公告']);
    // Into the new section by the menu, keys alone.
    await row(0).focus();
    const moved = (await titles())[0] as string;
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: '移到栏目' }).waitFor();
    await stage.shoot('issue-menu');
    await walkTo('移到栏目');
    await press('ArrowRight');
    await page.getByRole('menuitemcheckbox', { name: '公告' }).waitFor();
    await walkTo('公告');
    await press('Enter');
    await expect.poll(async () => (await titles()).at(-1)).toBe(moved);
    // One section goes into another.
    await page.getByRole('button', { name: '栏目“公告”的更多操作' }).focus();
    await press('Enter');
    await page.getByRole('menuitem', { name: '并入栏目' }).focus();
    await press('ArrowRight');
    await page.getByRole('menuitem', { name: before[1] as string }).focus();
    await press('Enter');
    await expect.poll(sections).toEqual([before[1], '政府文件', ...before.slice(2)]);
    for (let i = 0; i < 5; i += 1) await press('Control+z');
    await expect.poll(sections).toEqual(before);
    await settled();
  });

  test('start rule and contents title', async () => {
    const { page } = stage;
    const [title] = await titles();
    await row(0).focus();
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: '目录标题…' }).focus();
    await press('Enter');
    await page.getByRole('dialog', { name: '目录标题' }).getByRole('textbox').fill('城市更新方案');
    await press('Enter');
    await expect.poll(async () => (await titles())[0]).toBe('城市更新方案');
    await settled();
    await row(0).focus();
    await press('Shift+F10');
    await page.getByRole('menuitem', { name: '起排方式' }).focus();
    await press('ArrowRight');
    await page.getByRole('menuitemcheckbox', { name: '右页起' }).focus();
    await press('Enter');
    await expect.poll(() => row(0).getByRole('combobox').inputValue()).toBe('rightPage');
    await press('Control+z');
    await press('Control+z');
    await expect.poll(async () => (await titles())[0]).toBe(title);
    await settled();
  });

  test('the automatic order is shown before it is taken', async () => {
    const { page } = stage;
    const before = await titles();
    await row(0).focus();
    await press('Alt+ArrowDown');
    await expect.poll(titles).not.toEqual(before);
    const mixed = await titles();
    await page.getByRole('button', { name: '自动排序…' }).focus();
    await press('Enter');
    const dialog = page.getByRole('dialog', { name: '按文号自动排序' });
    await dialog.getByText(/将移动 \d+ 篇/).waitFor();
    await expect.poll(() => dialog.locator('td', { hasText: /→ \d/ }).count()).toBeGreaterThan(0);
    await stage.shoot('issue-order');
    expect(await titles()).toEqual(mixed);
    await press('Enter');
    await expect.poll(async () => (await titles())[0]).toBe(before[0]);
    await page.getByRole('button', { name: '自动排序…' }).focus();
    await press('Enter');
    await page.getByText('不需要移动').waitFor();
    await press('Escape');
    await press('Control+z');
    await press('Control+z');
    await expect.poll(titles).toEqual(before);
    await settled();
  });

  test('documents go into the sections of their issuers before they are ordered, when that is wanted', async () => {
    const { page } = stage;
    const before = await titles();
    const names = await sections();
    // All in one section, as a folder without a manifest would be.
    await row(0).focus();
    await press('Control+a');
    await press('Shift+F10');
    await walkTo('移到栏目');
    await press('ArrowRight');
    await walkTo('市政府文件');
    await press('Enter');
    await expect.poll(async () => (await sections()).length).toBeGreaterThan(0);
    await settled();
    await page.getByRole('button', { name: '自动排序…' }).click();
    const dialog = page.getByRole('dialog', { name: '按文号自动排序' });
    await dialog.getByRole('checkbox', { name: '先按发文机关分到各栏目' }).check();
    await dialog.getByRole('columnheader', { name: '栏目' }).waitFor();
    await dialog.getByRole('cell', { name: '市政府办公室文件' }).first().waitFor();
    await stage.shoot('issue-sections');
    await dialog.getByRole('button', { name: '按此排序' }).click();
    const sectionOf = (title: string) =>
      page
        .locator('.group')
        .filter({ has: page.locator('.row-title', { hasText: title }) })
        .locator('.head-name')
        .first()
        .textContent();
    await expect.poll(() => sectionOf('示例市人民政府办公室关于')).toContain('市政府办公室文件');
    await settled();
    await press('Control+z');
    await press('Control+z');
    await expect.poll(titles).toEqual(before);
    await expect.poll(sections).toEqual(names);
    await settled();
  });

  test('the masthead in five parts, by keys', async () => {
    const { page } = stage;
    const open = async () => {
      await page.getByRole('button', { name: '刊头与版权…' }).focus();
      await press('Enter');
      await page.getByRole('tab', { name: '刊头' }).focus();
    };
    const toBoard = async () => {
      for (const part of ['封面', '宣传语', '编委会']) {
        await press('ArrowRight');
        await expect.poll(() => page.getByRole('tab', { name: part }).getAttribute('aria-selected')).toBe('true');
      }
    };
    await open();
    await page.getByRole('textbox', { name: '刊名' }).fill('');
    await page.getByRole('tab', { name: '刊头' }).focus();
    await toBoard();
    await page.getByRole('button', { name: '加一组' }).focus();
    await press('Enter');
    const count = await page.getByRole('textbox', { name: /组职务$/ }).count();
    await page.getByRole('textbox', { name: `第 ${count} 组职务` }).fill('校对');
    await page.getByRole('textbox', { name: `第 ${count} 组姓名` }).fill('苏清扬 温　言');
    await press('Alt+ArrowUp');
    // A missing name is said in the part where it is missing.
    await press('Enter');
    await expect.poll(() => page.getByRole('tab', { name: '刊头' }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('textbox', { name: '刊名' }).fill('示例市人民政府公报');
    expect(await seriousTrouble(stage.page)).toEqual([]);
    await press('Enter');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await settled();
    await open();
    await toBoard();
    await stage.shoot('issue-board');
    const names = page.getByRole('textbox', { name: `第 ${count - 1} 组姓名` });
    expect(await names.inputValue()).toBe('苏清扬 温　言');
    await page.getByRole('button', { name: `删除第 ${count - 1} 行` }).focus();
    await press('Enter');
    await press('Escape');
  });

  test('the contents are copied as a table', async () => {
    const { page } = stage;
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: '复制目录' }).click();
    await page.getByText('14 篇的目录已复制').waitFor();
    const forms = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { html: await read('text/html'), plain: await read('text/plain') };
    });
    const lines = forms.plain?.split('\n').map((line) => line.split('\t')) ?? [];
    expect(lines[0]).toEqual(['序号', '栏目', '标题', '发文字号', '成文日期', '页码']);
    expect(lines.slice(1).map(([, , title]) => title)).toEqual(await titles());
    expect(lines[1]?.[5]).toBe((await pages())[0]?.replace(/[第页 ]/g, ''));
    expect(forms.html?.match(/<tr>/g)?.length).toBe(15);
  });

  test('a picture comes onto the cover, lines copied from a text become rows', async () => {
    const { page } = stage;
    const { PNG } = await import('pngjs');
    const buffer = PNG.sync.write(new PNG({ width: 300, height: 100 }));
    await page.getByRole('button', { name: '刊头与版权…' }).click();
    const form = page.getByRole('dialog', { name: '刊头与版权' });
    await form.getByRole('tab', { name: '封面' }).click();
    await form.locator('input[type=file]').setInputFiles({ name: '封面.png', mimeType: 'image/png', buffer });
    await form.getByRole('img', { name: '封面图片' }).waitFor();
    await stage.shoot('issue-cover-picture');
    await form.getByRole('tab', { name: '版权' }).click();
    const count = await form.locator('.head-rows li').count();
    await form.getByRole('button', { name: '加一项' }).click();
    await form.getByLabel(`第 ${count + 1} 项名称`).evaluate((field) => {
      const data = new DataTransfer();
      data.setData('text/plain', '承印单位：示例市印刷厂\r\n印　数：1200 册\n\n内部资料　免费交流');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect.poll(() => form.locator('.head-rows li').count()).toBe(count + 3);
    const values = await form
      .locator('.head-rows li input')
      .evaluateAll((all) => all.slice(-6).map((one) => (one as HTMLInputElement).value));
    expect(values).toEqual(['承印单位', '示例市印刷厂', '印　数', '1200 册', '内部资料', '免费交流']);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(`第 ${count + 3} 项名称`);
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await settled();
    const cover = await page.evaluate(async () => {
      const headers = { 'content-type': 'application/json' };
      const ask = async (method: string, values: unknown[]) => {
        const response = await fetch(`/api/${method}`, { method: 'POST', headers, body: JSON.stringify(values) });
        return JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '').value;
      };
      await ask('layoutIssue', [1]);
      const pages = (await ask('readPages', [1, 0, 1])) as { readonly items: readonly { kind: string; width: number; height: number }[] }[];
      return pages[0]?.items.filter(({ kind }) => kind === 'image');
    });
    expect(cover?.length).toBe(1);
    expect((cover?.[0]?.width ?? 0) / (cover?.[0]?.height ?? 1)).toBeCloseTo(3, 2);
    await page.getByRole('button', { name: '刊头与版权…' }).click();
    await form.getByRole('tab', { name: '封面' }).click();
    await form.getByRole('button', { name: '去掉' }).click();
    await form.getByRole('img', { name: '封面图片' }).waitFor({ state: 'detached' });
    await form.getByRole('tab', { name: '版权' }).click();
    for (let row = 0; row < 3; row += 1) await form.getByRole('button', { name: `删除第 ${count + 1} 行` }).click();
    await form.getByRole('button', { name: '保存' }).click();
    await settled();
  });

  test('F8 goes through the problems, Enter to the place', async () => {
    const { page } = stage;
    // What is only told is folded away.
    expect(await page.locator('.problem').count()).toBe(await page.locator('.problem-warning, .problem-error').count());
    const told = page.getByRole('button', { name: /^说明 \d+ 条$/ });
    if ((await told.getAttribute('aria-pressed')) === 'false') await told.click();
    await press('F8');
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('problem');
    await stage.shoot('issue-problems');
    await press('Enter');
    await expect.poll(() => page.url()).toMatch(/\/(?:edit|preview)/);
    await press('Alt+2');
    await row(0).waitFor();
    await page.getByRole('searchbox', { name: '筛选提示' }).fill('没有这样的提示');
    await page.getByText('没有符合筛选的提示').waitFor();
    await page.getByRole('searchbox', { name: '筛选提示' }).fill('');
    await row(0).focus();
    await press('Enter');
    await expect.poll(() => page.url()).toMatch(/\/edit\/\d+/);
    await press('F8');
    await expect.poll(() => page.url()).toMatch(/\/(?:edit|preview)/);
    await press('Alt+2');
    await row(0).waitFor();
    expect(await seriousTrouble(stage.page)).toEqual([]);
  });

  test('the next issue goes on from the last', async () => {
    const { page } = stage;
    await press('Alt+0');
    await page.getByRole('button', { name: /^新建一期/ }).focus();
    await press('Enter');
    const form = page.getByRole('dialog', { name: '新建一期' });
    expect(await form.getByRole('combobox', { name: '沿用上一期' }).textContent()).toContain('示例市人民政府公报');
    expect(await form.getByRole('spinbutton', { name: '期号', exact: true }).inputValue()).toBe('2');
    expect(await form.getByRole('spinbutton', { name: '总期号' }).inputValue()).toBe('2');
    await stage.shoot('issue-next');
    await form.getByRole('tab', { name: '刊头' }).focus();
    await press('ArrowRight');
    expect(await form.getByRole('textbox', { name: '期号行' }).inputValue()).toContain('2026年第2期 总第2期');
    await form.getByRole('button', { name: '新建' }).focus();
    await press('Enter');
    await expect.poll(() => page.url()).toMatch(/issue\/\d+\/inbox/);
    await press('Alt+2');
    await page.getByText('2026年第2期（总第2期）').waitFor();
  });

  test('two hundred entries are moved and scrolled without a halt', async () => {
    const { page } = stage;
    await press('Alt+1');
    const files = Array.from({ length: 200 }, (_, at) => ({
      name: `来稿${at}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(
        `关于做好第${at}项工作的通知\n示府办发〔2026〕${at}号\n\n各县（区）人民政府：\n　　请抓紧抓好第${at}项工作，确保取得实效。\n`,
        'utf8',
      ),
    }));
    await page.getByLabel('选择来稿文件').setInputFiles(files);
    await expect.poll(() => page.locator('.status').textContent(), { timeout: 60_000 }).toContain('200 篇');
    await press('Alt+2');
    await expect.poll(() => page.locator('.row').count()).toBe(200);
    await row(5).focus();
    const took: number[] = [];
    for (let i = 0; i < 30; i += 1) {
      took.push(
        await page.evaluate(async () => {
          const start = performance.now();
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true, cancelable: true }),
          );
          await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
          return performance.now() - start;
        }),
      );
    }
    took.sort((a, b) => a - b);
    console.info(`200 篇：移动一篇到画面更新，中位 ${took[15]?.toFixed(0)} ms，最大 ${took.at(-1)?.toFixed(0)} ms`);
    expect(took[15]).toBeLessThan(isCalm() ? 250 : 2500);
    await stage.shoot('issue-200');
  });

  test('nothing complained on the console', () => {
    // The browser itself remarks upon a field that was hidden when it was found empty.
    expect(stage.errors.filter((error) => !error.includes('not focusable'))).toEqual([]);
  });
});
