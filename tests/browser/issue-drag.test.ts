/** How soon the page numbers follow the pointer over the contents of the printed 赣州 issue, where it stands beside the project. */
import { existsSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStage, skipped } from './stage.ts';

const folder = join(import.meta.dirname, '../../../shared/corpus/ganzhou-2022-5');
const reason = skipped ?? (existsSync(folder) ? null : '项目旁没有 shared/corpus');
if (reason !== null) console.warn(`跳过拖动测速：${reason}`);

test.skipIf(reason !== null)('the numbers of all entries follow within 100 ms', async () => {
  const load = loadavg()[0] ?? 0;
  const stage = await openStage();
  const { page } = stage;
  try {
    await page.getByLabel('导入整期文件夹').last().setInputFiles(folder);
    await expect.poll(() => page.locator('.row-pages', { hasText: /^第 \d+/ }).count(), { timeout: 120_000 }).toBe(33);
    await page.getByText('已自动保存').waitFor();
    await page.evaluate(() => {
      const list = document.querySelector<HTMLElement>('.groups');
      const took: number[] = [];
      let moved = 0;
      let place: string | undefined;
      window.addEventListener('pointermove', (event) => (moved = event.timeStamp), true);
      // What follows from scrolling is not counted: there is no moment that it could be counted from.
      window.addEventListener('scroll', () => (moved = Number.NaN), true);
      new MutationObserver(() => {
        if (list?.dataset.told !== 'true' || list.dataset.place === place) return;
        place = list.dataset.place;
        const since = moved;
        // The frame that shows them counts.
        if (!Number.isNaN(since)) requestAnimationFrame(() => took.push(performance.now() - since));
      }).observe(list as Node, { attributes: true, attributeFilter: ['data-told', 'data-place'] });
      Object.assign(window, { took });
    });
    const boxOf = async (at: number) => {
      const box = await page.locator('.row').nth(at).boundingBox();
      if (box === null) throw new Error(`no row ${at}`);
      return box;
    };
    const start = await boxOf(4);
    const x = start.x + 500;
    await page.mouse.move(x, start.y + 20);
    await page.mouse.down();
    await page.mouse.move(x, start.y + 40, { steps: 3 });
    const rows = Array.from({ length: 33 }, (_, at) => at);
    // Down over every other row, and up over those between.
    for (const at of [...rows.filter((row) => row % 2 === 0), ...rows.filter((row) => row % 2 === 1).toReversed()]) {
      const row = page.locator('.row').nth(at);
      await row.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await page.waitForTimeout(80);
      const box = await boxOf(at);
      await page.mouse.move(x, box.y + 4);
      await page.waitForTimeout(100);
      await page.mouse.move(x, box.y + box.height - 4);
      await page.waitForTimeout(100);
    }
    await stage.shoot('issue-drag-printed');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    const took = (await page.evaluate(() => (window as unknown as { took: number[] }).took)).toSorted((a, b) => a - b);
    const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
    console.info(
      `拖过 ${took.length} 处，页码随动：中位 ${at(0.5).toFixed(0)} ms，95% ${at(0.95).toFixed(0)} ms，最大 ${at(1).toFixed(0)} ms（机器负载 ${load.toFixed(1)}）`,
    );
    expect(took.length).toBeGreaterThan(25);
    expect(at(0.5)).toBeLessThan(load < availableParallelism() ? 100 : 1000);
    // On a machine that is busy with something else the figures say little of the program.
    if (load < availableParallelism()) expect(at(0.95)).toBeLessThan(100);
  } finally {
    await stage.close();
  }
});
