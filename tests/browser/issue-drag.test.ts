/** How soon the page numbers follow the pointer over the contents of the printed 赣州 issue, where it stands beside the project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStage, skipped } from './stage.ts';

const folder = join(import.meta.dirname, '../../../shared/corpus/ganzhou-2022-5');
const reason = skipped ?? (existsSync(folder) ? null : '项目旁没有 shared/corpus');
if (reason !== null) console.warn(`跳过拖动测速：${reason}`);

test.skipIf(reason !== null)('the numbers of all entries follow within 100 ms', async () => {
  const stage = await openStage();
  const { page } = stage;
  try {
    // High enough for all entries, so that the pointer passes every one of them.
    await page.setViewportSize({ width: 1440, height: 2400 });
    await page.getByLabel('导入整期文件夹').last().setInputFiles(folder);
    await expect.poll(() => page.locator('.row-pages', { hasText: /^第 \d+/ }).count(), { timeout: 120_000 }).toBe(33);
    await page.getByText('已自动保存').waitFor();
    const rows = await page.locator('.row').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().toJSON() as DOMRect));
    await page.evaluate(() => {
      const list = document.querySelector<HTMLElement>('.groups');
      const took: number[] = [];
      let moved = 0;
      let place: string | undefined;
      window.addEventListener('pointermove', (event) => (moved = event.timeStamp), true);
      new MutationObserver(() => {
        if (list?.dataset.told !== 'true' || list.dataset.place === place) return;
        place = list.dataset.place;
        const since = moved;
        // The frame that shows them counts.
        requestAnimationFrame(() => took.push(performance.now() - since));
      }).observe(list as Node, { attributes: true, attributeFilter: ['data-told', 'data-place'] });
      Object.assign(window, { took });
    });
    const x = (rows[0]?.x ?? 0) + 500;
    const yOf = (at: number) => (rows[at] as DOMRect).y + (rows[at] as DOMRect).height - 4;
    await page.mouse.move(x, yOf(4) - 10);
    await page.mouse.down();
    await page.mouse.move(x, yOf(4) + 6, { steps: 3 });
    for (const at of [...rows.keys(), ...[...rows.keys()].reverse()]) {
      await page.mouse.move(x, yOf(at));
      await page.waitForTimeout(120);
    }
    await stage.shoot('issue-drag-printed');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    const took = (await page.evaluate(() => (window as unknown as { took: number[] }).took)).toSorted((a, b) => a - b);
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
    console.info(
      `拖过 ${took.length} 处，页码随动：中位 ${at(0.5).toFixed(0)} ms，95% ${at(0.95).toFixed(0)} ms，最大 ${at(1).toFixed(0)} ms`,
    );
    expect(took.length).toBeGreaterThan(50);
    expect(at(0.5)).toBeLessThan(100);
    expect(at(0.95)).toBeLessThan(100);
  } finally {
    await stage.close();
  }
});
