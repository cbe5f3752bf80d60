/** How quick the editor is on the longest document of a printed issue: opening it, and the work of the main thread for one key. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isCalm, openStage, type Stage, skipped } from './stage.ts';

const root = join(import.meta.dirname, '../..');
const manifest = join(process.env.CORPUS ?? join(root, '../shared/corpus'), 'ganzhou-2022-5/manifest.json');
const reason = skipped ?? (existsSync(manifest) ? null : '项目旁没有 shared/corpus');
if (reason !== null) console.warn(`跳过 编辑的速度：${reason}`);

describe.skipIf(reason !== null)('编辑的速度', () => {
  let stage: Stage;
  let longest = 0;
  beforeAll(async () => {
    stage = await openStage((database) => {
      execFileSync(process.execPath, [join(root, 'build/gazette.cjs'), 'compose', manifest, '--database', database], { stdio: 'ignore' });
    });
    longest = await stage.page.evaluate(async () => {
      const response = await fetch('/api/readIssue', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[1]' });
      const { value } = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '');
      const entries = value.entries as { documentId: number; characters: number; title: string }[];
      return entries.reduce((best, entry) => (entry.characters > best.characters ? entry : best)).documentId;
    });
    // The room is open with another document, and the fonts are there.
    const { page } = stage;
    await page.evaluate(
      (other) => {
        window.location.hash = `#/issue/1/edit/${other}`;
      },
      longest === 1 ? 2 : 1,
    );
    await page.getByRole('textbox', { name: '稿件正文' }).waitFor();
    await page.waitForTimeout(4000);
  });
  afterAll(async () => {
    await stage?.close();
  });

  test('the longest document opens', async () => {
    const { page } = stage;
    const times: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const took = await page.evaluate(async (id) => {
        const before = document.querySelector('[role="textbox"]');
        const start = performance.now();
        window.location.hash = `#/issue/1/edit/${id}`;
        for (;;) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const now = document.querySelector('[role="textbox"]');
          if (now !== null && now !== before && now.childElementCount > 0) return performance.now() - start;
        }
      }, longest);
      times.push(took);
      await page.waitForTimeout(600);
      await page.evaluate(
        (other) => {
          window.location.hash = `#/issue/1/edit/${other}`;
        },
        longest === 1 ? 2 : 1,
      );
      await page.waitForTimeout(900);
    }
    const sorted = times.toSorted((a, b) => a - b);
    console.info(`打开最长的一篇：${times.map((time) => Math.round(time)).join('、')} ms，中位 ${Math.round(sorted[2] as number)} ms`);
    expect(sorted[2]).toBeLessThan(isCalm() ? 300 : 3000);
  });

  test.each([
    ['只有正文', 'none'],
    ['版面在旁', 'pages'],
  ])('a key is light work (%s)', async (name, side) => {
    const { page } = stage;
    await page.evaluate((wanted) => localStorage.setItem('gazette-editor-side', wanted), side);
    await page.evaluate((id) => {
      window.location.hash = `#/issue/1/edit/${id}/30`;
    }, longest);
    await page.reload();
    await page.getByRole('textbox', { name: '稿件正文' }).waitFor();
    await page.waitForTimeout(4000);
    const session = await stage.context.newCDPSession(page);
    // Time of the thread, not of the clock: what else the machine does is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const busy = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
    };
    await page.evaluate(() => {
      const keys: number[] = [];
      Object.assign(window, { keys });
      window.addEventListener(
        'keydown',
        () => {
          const start = performance.now();
          // After the frame that shows the key, as soon as the main thread is free again.
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => keys.push(performance.now() - start);
            channel.port2.postMessage(null);
          });
        },
        { capture: true },
      );
    });
    const work: number[] = [];
    for (let at = 0; at < 120; at += 1) {
      const before = await busy();
      await page.keyboard.press(at % 10 === 9 ? 'Backspace' : 'a');
      work.push((await busy()) - before);
      await page.waitForTimeout(30);
    }
    const toScreen = (await page.evaluate('keys')) as number[];
    const at = (list: readonly number[], share: number) => list.toSorted((a, b) => a - b)[Math.floor(list.length * share)] as number;
    const figures = (list: readonly number[]) => `中位 ${at(list, 0.5).toFixed(1)} ms，p95 ${at(list, 0.95).toFixed(1)} ms`;
    console.info(`一键（${name}）：主线程 ${figures(work)}；到屏幕 ${figures(toScreen)}`);
    const allowance = isCalm() ? 1 : 3;
    expect(at(work, 0.5)).toBeLessThan(16 * allowance);
    expect(at(work, 0.95)).toBeLessThan(33 * allowance);
    await session.detach();
  });
});
