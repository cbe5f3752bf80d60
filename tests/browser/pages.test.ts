/** 版面 as a reader uses it: thumbnails, zoom, line grid, the way to the text, and what changed since the last proof. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, skipped } from './stage.ts';

describe.skipIf(skipped !== null)(`版面${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = stage.page;
    await page.getByRole('button', { name: /^打开 示例市/ }).click();
    await room('版面').click();
    await page.locator('.page-svg text').first().waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });
  const room = (name: string) => page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name });
  const folio = async () => Number(await page.getByRole('textbox', { name: '页码' }).inputValue());
  const pages = () => page.getByRole('region', { name: '版面' });
  const thumbnails = () => page.getByRole('listbox', { name: '各页缩略图' });
  const selected = () => thumbnails().getByRole('option', { selected: true }).getAttribute('aria-label');
  const goTo = async (wanted: number) => {
    await page.getByRole('textbox', { name: '页码' }).fill(String(wanted));
    await page.keyboard.press('Enter');
    await expect.poll(folio).toBe(wanted);
    await page.locator(`.page-svg[aria-label="第 ${wanted} 页"]`).locator('text').first().waitFor();
  };
  const paperWidth = async () => (await page.locator('.paper').first().boundingBox())?.width ?? 0;

  /** A call of the desk as the window makes it. */
  const call = <T>(method: string, ...values: readonly unknown[]): Promise<T> =>
    page.evaluate(
      async ([name, given]) => {
        const response = await fetch(`/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(given),
        });
        const answer = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '') as { ok: boolean; value: unknown; text: string };
        if (!answer.ok) throw new Error(answer.text);
        return answer.value;
      },
      [method, values] as const,
    ) as Promise<T>;

  test('thumbnails go with the pages, and the arrow keys go through them', async () => {
    await goTo(3);
    await expect.poll(selected).toBe('第 3 页');
    await thumbnails().focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(selected).toBe('第 5 页');
    await expect.poll(folio).toBe(5);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(selected).toBe('第 4 页');
    await page.keyboard.press('Home');
    await expect.poll(selected).toBe('封面');
    await thumbnails().getByRole('option', { name: '第 2 页', exact: true }).click();
    await expect.poll(folio).toBe(2);
    await stage.shoot('pages-thumbnails');
  });

  test('zoom by keys, by the wheel and by name; the arrangement and all of it outlive a reload', async () => {
    await pages().focus();
    const fit = await paperWidth();
    await page.keyboard.press('Control+=');
    await expect.poll(paperWidth).toBeGreaterThan(fit);
    await page.getByRole('button', { name: /^缩放 / }).click();
    await page.getByRole('menuitemradio', { name: '实际大小' }).click();
    await expect.poll(paperWidth).toBe(794);
    await pages().focus();
    await page.keyboard.press('Control+0');
    await expect.poll(async () => ((await page.locator('.paper').first().boundingBox())?.height ?? 999) < 800).toBe(true);
    const whole = await paperWidth();
    await page.mouse.move(900, 500);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect.poll(paperWidth).toBeGreaterThan(whole);
    await page.getByRole('button', { name: '单页' }).click();
    await expect.poll(() => page.locator('.paper').count()).toBe(1);
    await pages().focus();
    await page.keyboard.press('Control+0');
    const before = await folio();
    await page.keyboard.press('PageDown');
    await expect.poll(folio).toBe(before + 1);
    await stage.shoot('pages-single');
    await page.reload();
    await page.locator('.page-svg text').first().waitFor();
    expect(await page.getByRole('button', { name: '单页' }).getAttribute('aria-pressed')).toBe('true');
    await expect.poll(folio).toBe(before + 1);
    await page.waitForTimeout(300);
    expect(await folio()).toBe(before + 1);
    await page.getByRole('button', { name: '对开' }).click();
    await page.keyboard.press('Control+9');
    await expect.poll(paperWidth).toBe(fit);
  });

  test('G shows type area and line grid, and the text stands on its lines', async () => {
    await goTo(4);
    await pages().focus();
    await page.keyboard.press('g');
    const grid = page.locator('.paper[data-page="4"] .grid-area');
    await grid.waitFor({ state: 'attached' });
    const area = await grid.evaluate((rect) => ({ x: Number(rect.getAttribute('x')), width: Number(rect.getAttribute('width')) }));
    const text = page.getByRole('img', { name: '第 4 页', exact: true }).locator('text');
    const starts = await text.evaluateAll((all) => all.map((each) => Number.parseFloat(each.getAttribute('x') ?? '0')));
    // A mark at the beginning of a line is trimmed and reaches out by what is white in it.
    for (const x of starts) expect(x).toBeGreaterThan(area.x - 6);
    expect(Math.max(...starts)).toBeLessThan(area.x + area.width);
    await stage.shoot('pages-grid');
    await page.keyboard.press('g');
    await expect.poll(() => page.locator('.grid-area').count()).toBe(0);
  });

  test('a double-click on the text opens it in the editor at that paragraph', async () => {
    await goTo(4);
    const line = page.getByRole('img', { name: '第 4 页', exact: true }).locator('text').nth(8);
    await line.dblclick();
    await expect.poll(() => page.url()).toMatch(/\/edit\/\d+\/\d+$/);
    await room('版面').click();
    await page.locator('.page-svg text').first().waitFor();
    await expect.poll(folio).toBe(4);
    await page.getByRole('img', { name: '第 4 页', exact: true }).locator('text').nth(8).click({ button: 'right' });
    await stage.shoot('pages-menu');
    await page.getByRole('menuitem', { name: /^编辑此处/ }).click();
    await expect.poll(() => page.url()).toMatch(/\/edit\/\d+\/\d+$/);
    await room('版面').click();
    await page.locator('.page-svg text').first().waitFor();
  });

  test('Ctrl+F looks for words in the text of the whole issue', async () => {
    await pages().focus();
    await page.keyboard.press('Control+f');
    await expect.poll(() => page.url()).toMatch(/\/edit/);
    await expect.poll(() => page.getByRole('combobox', { name: '范围' }).inputValue()).toBe('issue');
    await page.keyboard.press('Escape');
    await room('版面').click();
    await page.locator('.page-svg text').first().waitFor();
  });

  test('a proof is taken; afterwards exactly the changed words are marked', async () => {
    await page.getByRole('button', { name: '校样' }).click();
    await page.getByRole('menuitem', { name: '留一份校样' }).click();
    // Who took it is kept with it.
    await page.getByRole('dialog', { name: '您的姓名' }).getByRole('textbox').fill('王校对');
    await page.keyboard.press('Enter');
    await page.getByText('已留第 1 校').waitFor();
    const issue = Number(/issue\/(\d+)/.exec(page.url())?.[1]);
    const { entries } = await call<{ entries: { documentId: number }[] }>('readIssue', issue);
    const { documentId } = entries[0] as { documentId: number };
    type Run = { text: string };
    type View = { document: { blocks: { type: string; children: Run[] }[] }; version: number };
    const { document: stored, version } = await call<View>('readDocument', documentId);
    const target = stored.blocks.findIndex(
      ({ type, children }) => type === 'paragraph' && children.length === 1 && (children[0]?.text.length ?? 0) > 20,
    );
    const blocks = stored.blocks.map((block, index) =>
      index === target
        ? { ...block, children: block.children.map((run) => ({ text: `${run.text.slice(0, 10)}务必切实${run.text.slice(10)}` })) }
        : block,
    );
    await call('saveDraft', documentId, version, { ...stored, blocks }, { person: '测试', session: 'elsewhere' });
    await page.keyboard.press('F5');
    await page.getByRole('button', { name: '校样' }).click();
    await page.getByRole('menuitemradio', { name: /^与第 1 校比较.*王校对/ }).click();
    await page.getByText('与第 1 校相比，1 处改动').waitFor();
    await goTo(1);
    await page.keyboard.press('F7');
    const mark = page.locator('.proof-mark-current').first();
    await mark.waitFor();
    await page.getByRole('tab', { name: /^改动/ }).click();
    expect(await page.getByRole('list', { name: '改动' }).locator('ins').allTextContents()).toEqual(['务必切实']);
    await stage.shoot('pages-compared');
    // The mark lies on these words and on nothing else: the characters whose middle it covers.
    await expect
      .poll(() =>
        page.evaluate(() => {
          const marks = [...document.querySelectorAll('.proof-mark-current')].map((each) => each.getBoundingClientRect());
          const texts = [...document.querySelectorAll<SVGTextContentElement>('.page-svg text')];
          return texts
            .flatMap((each) =>
              [...(each.textContent ?? '')].filter((_, index) => {
                const box = each.getExtentOfChar(index);
                const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(
                  each.getScreenCTM() ?? undefined,
                );
                return marks.some(
                  ({ left, right, top, bottom }) => middle.x > left && middle.x < right && middle.y > top && middle.y < bottom,
                );
              }),
            )
            .join('');
        }),
      )
      .toBe('务必切实');
    await page.getByRole('button', { name: '结束比较' }).click();
    await expect.poll(() => page.locator('.proof-mark').count()).toBe(0);
  });

  test('beside the editor the page of a document is shown as soon as it is opened', async () => {
    const issue = Number(/issue\/(\d+)/.exec(page.url())?.[1]);
    const { entries } = await call<{ entries: { documentId: number }[] }>('readIssue', issue);
    const { documents } = await call<{ documents: { documentId: number; firstPage: number }[] }>('layoutIssue', issue);
    for (const { documentId } of [entries[5], entries[1]].filter((entry) => entry !== undefined)) {
      await page.evaluate((hash) => window.location.assign(hash), `#/issue/${issue}/edit/${documentId}`);
      await expect.poll(folio).toBe(documents.find((one) => one.documentId === documentId)?.firstPage);
    }
    await room('版面').click();
    await page.locator('.page-svg text').first().waitFor();
  });

  test('it is calm at another size and in the dark, and nothing complained on the console', async () => {
    await page.setViewportSize({ width: 1100, height: 700 });
    await goTo(4);
    await stage.shoot('pages-small');
    await page.evaluate(() => {
      document.documentElement.dataset.theme = 'dark';
    });
    await stage.shoot('pages-dark');
    expect(
      await page
        .locator('.paper')
        .first()
        .evaluate((paper) => getComputedStyle(paper).backgroundColor),
    ).toBe('rgb(255, 255, 255)');
    expect(stage.errors).toEqual([]);
  });
});
