/** 对原稿: the submission beside the pages, from the page to its line and back, and from difference to difference. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, skipped } from './stage.ts';

const isInView = (element: Element) => {
  const [own, frame] = [element.getBoundingClientRect(), element.parentElement?.getBoundingClientRect()];
  return frame !== undefined && own.top >= frame.top - 1 && own.bottom <= frame.bottom + 1;
};

describe.skipIf(skipped !== null)(`对原稿${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = stage.page;
    await page.evaluate(() => localStorage.setItem('gazette-person', '王校对'));
    await page.reload();
    await page.getByRole('button', { name: /^打开 示例市/ }).click();
    await page.keyboard.press('Alt+4');
    await page.locator('.page-svg text').first().waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });
  const pane = () => page.getByRole('region', { name: '原稿' });
  const lines = () => page.getByRole('listbox', { name: '原稿逐行' });
  const lit = () => lines().getByRole('option', { selected: true });
  const chosen = () => pane().getByRole('combobox', { name: '稿件', exact: true });
  const goTo = async (folio: number) => {
    await page.getByRole('textbox', { name: '页码' }).fill(String(folio));
    await page.keyboard.press('Enter');
    await page.locator(`.page-svg[aria-label="第 ${folio} 页"]`).locator('text').first().waitFor();
  };
  const call = <T>(method: string, ...values: readonly unknown[]): Promise<T> =>
    page.evaluate(
      async ([name, given]) => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(given) });
        const answer = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '') as { ok: boolean; value: unknown; text: string };
        if (!answer.ok) throw new Error(answer.text);
        return answer.value;
      },
      [method, values] as const,
    ) as Promise<T>;
  const issue = () => Number(/issue\/(\d+)/.exec(page.url())?.[1]);

  test('O opens it at the document of the page; nothing of the sample was lost on its way', async () => {
    await goTo(3);
    await page.getByRole('region', { name: '版面' }).focus();
    await page.keyboard.press('o');
    await lines().waitFor();
    await pane().getByText('本篇与原稿一字不差').waitFor();
    const counted = await call<{ differences: number | null }[]>('collateIssue', issue());
    expect(counted.map(({ differences }) => differences)).toEqual(counted.map(() => 0));
    await expect.poll(() => lines().locator('.collated-shown').count()).toBeGreaterThan(3);
    await stage.shoot('original');
  });

  test('a click on the page lights the line of the file, a line shows its place on the page', async () => {
    const text = page.getByRole('img', { name: '第 3 页', exact: true }).locator('text').nth(12);
    const words = (await text.textContent()) ?? '';
    await text.click();
    await expect.poll(async () => ((await lit().textContent()) ?? '').replace(/\s/g, '')).toContain(words.replace(/\s/g, '').slice(0, 8));
    await page.locator('.text-place').first().waitFor();
    await lines().focus();
    const before = await lit().textContent();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => lit().textContent()).not.toBe(before);
    await page.locator('.text-place').first().waitFor();
  });

  test('letters and End in the list of documents are the list’s own, not the keys of the pages', async () => {
    const before = await page.getByRole('textbox', { name: '页码' }).inputValue();
    await chosen().focus();
    await page.keyboard.press('r');
    await page.keyboard.press('g');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('.grid-area').count()).toBe(0);
    expect(await page.getByRole('textbox', { name: '页码' }).inputValue()).toBe(before);
  });

  test('as the pages turn, the original of the next document comes', async () => {
    const { documents } = await call<{ documents: { documentId: number; firstPage: number; lastPage: number }[] }>('layoutIssue', issue());
    const later = documents.find(({ firstPage, lastPage }) => firstPage > 5 && lastPage > firstPage);
    await goTo(later?.lastPage ?? 0);
    await expect.poll(() => chosen().inputValue()).toBe(String(later?.documentId));
  });

  test('F7 goes to what was changed, also in a document further on', async () => {
    const { entries } = await call<{ entries: { documentId: number; title: string }[] }>('readIssue', issue());
    const { documentId, title } = entries.at(-1) as { documentId: number; title: string };
    type Run = { text: string };
    type View = { document: { blocks: { type: string; children: Run[] }[] }; version: number };
    const { document: stored, version } = await call<View>('readDocument', documentId);
    const target = stored.blocks.findLastIndex(({ type, children }) => type === 'paragraph' && (children[0]?.text.length ?? 0) > 20);
    const blocks = stored.blocks.map((block, index) =>
      index === target
        ? {
            ...block,
            children: [
              {
                text: `务必切实${block.children
                  .map((run) => run.text)
                  .join('')
                  .slice(2)}`,
              },
            ],
          }
        : block,
    );
    await call('saveDraft', documentId, version, { ...stored, blocks }, { person: '测试', session: 'elsewhere' });
    await goTo(3);
    await page.keyboard.press('F5');
    await pane().getByText('另有 1 篇与原稿不同').waitFor();
    await page.getByRole('region', { name: '版面' }).focus();
    await page.keyboard.press('F7');
    await expect.poll(() => chosen().inputValue()).toBe(String(documentId));
    await pane().getByText('本篇与原稿有 1 处不同').waitFor();
    await expect.poll(() => lit().locator('ins').textContent()).toBe('务必切实');
    expect(await lit().locator('del').textContent()).toHaveLength(2);
    expect(await chosen().locator('option:checked').textContent()).toContain(`${title}（1 处不同）`);
    await expect.poll(() => page.locator('.text-place').count()).toBeGreaterThan(0);
    await expect.poll(() => lit().evaluate(isInView)).toBe(true);
    await page.waitForTimeout(600);
    expect(await lit().evaluate(isInView)).toBe(true);
    await stage.shoot('original-changed');
  });

  test('while pages are compared with a proof, F7 takes the original along', async () => {
    const { number } = await call<{ number: number }>('takeProof', issue(), '王校对');
    const { entries } = await call<{ entries: { documentId: number }[] }>('readIssue', issue());
    const { documentId } = entries[0] as { documentId: number };
    type View = { document: { blocks: { type: string; children: { text: string }[] }[] }; version: number };
    const { document: stored, version } = await call<View>('readDocument', documentId);
    const target = stored.blocks.findLastIndex(({ type, children }) => type === 'paragraph' && (children[0]?.text.length ?? 0) > 20);
    const blocks = stored.blocks.with(target, {
      type: 'paragraph',
      children: [{ text: '各单位要按月报送进展情况，于每月底前报市政府办公室。' }],
    });
    await call('saveDraft', documentId, version, { ...stored, blocks }, { person: '测试', session: 'elsewhere' });
    await page.keyboard.press('F5');
    await page.getByRole('button', { name: '校样' }).click();
    await page.getByRole('menuitemradio', { name: new RegExp(`^与第 ${number} 校比较`) }).click();
    await page.getByText(new RegExp(`与第 ${number} 校相比，[1-9]\\d* 处改动`)).waitFor();
    await page.getByRole('region', { name: '版面' }).focus();
    await page.keyboard.press('F7');
    await expect.poll(() => chosen().inputValue()).toBe(String(documentId));
    await expect.poll(async () => (await lit().textContent()) ?? '').toContain('按月报送');
    await expect.poll(() => lit().evaluate(isInView)).toBe(true);
    await page.getByRole('button', { name: '结束比较' }).click();
    await goTo(3);
    await pane()
      .getByRole('combobox', { name: '稿件', exact: true })
      .selectOption(String(entries.at(-1)?.documentId));
  });

  test('the document is set final where it was read, under the name of whoever did', async () => {
    await pane().getByRole('combobox', { name: '稿件状态' }).selectOption('定稿');
    await page.getByText('状态已改为“定稿”').waitFor();
    const id = Number(await chosen().inputValue());
    const states = await call<{ state: string; person: string }[]>('listStates', id);
    expect(states.at(-1)).toMatchObject({ state: 'final', person: '王校对' });
    await expect.poll(() => chosen().locator('option:checked').textContent()).toMatch(/^✓ /);
  });

  test('it is closed by the same key, and the pages are as they were before', async () => {
    expect(await page.getByRole('button', { name: '连续' }).getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('region', { name: '版面' }).focus();
    await page.keyboard.press('o');
    await expect.poll(() => pane().count()).toBe(0);
    expect(await page.getByRole('button', { name: '对开' }).getAttribute('aria-pressed')).toBe('true');
    // Who does not know the key finds it by its name.
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText('原稿对照');
    await page.keyboard.press('Enter');
    await pane().waitFor();
    await pane().getByRole('button', { name: '收起原稿' }).click();
    await expect.poll(() => pane().count()).toBe(0);
    expect(stage.errors).toEqual([]);
  });
});
