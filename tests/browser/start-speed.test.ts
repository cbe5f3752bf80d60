/** From nothing to work on a whole printed issue: the program's start to a usable 来稿, and opening the issue from the start screen. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserFlags, browserPath, isCalm, skipped, startServer, stop } from './stage.ts';

const root = join(import.meta.dirname, '../..');
const manifest = join(root, '../shared/corpus/ganzhou-2022-5/manifest.json');
const reason = skipped ?? (existsSync(manifest) ? null : '没有 ../shared/corpus');
const RUNS = 5;

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe.skipIf(reason !== null)(`启动的速度${reason === null ? '' : `（跳过：${reason}）`}`, () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gazette-start-'));
    const args = [
      join(root, 'build/gazette.cjs'),
      'compose',
      manifest,
      '--database',
      join(folder, 'desk.sqlite'),
      '--pdf',
      join(folder, 'a.pdf'),
    ];
    // 1: done, with something to say about the material.
    try {
      execFileSync(process.execPath, args, { stdio: 'ignore' });
    } catch (error) {
      if ((error as { status?: number }).status !== 1) throw error;
    }
    browser = await chromium.launch({ executablePath: browserPath, args: [...browserFlags] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('start to a usable inbox: 1.5 s; opening the issue: 300 ms', async () => {
    const starts: number[] = [];
    const opened: number[] = [];
    const numbered: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const begun = performance.now();
      const server = await startServer({ database: join(folder, 'desk.sqlite'), port: '0', isEmpty: true });
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
      const page = await context.newPage();
      try {
        await page.goto(server.address);
        await page.evaluate(() => {
          location.hash = '#/issue/1/inbox';
        });
        await page.locator('.cards').focus();
        await page.keyboard.press('ArrowDown');
        await page.waitForFunction(() => document.querySelector('.cards')?.getAttribute('aria-activedescendant') !== null);
        starts.push(performance.now() - begun);
        // The layout is kept by now; a first look at the issue in a fresh process is the case that counts.
        await page.getByRole('button', { name: '各期公报' }).click();
        await page.locator('.issue-open').waitFor();
        const times = await page.evaluate(async () => {
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          const start = performance.now();
          (document.querySelector('.issue-open') as HTMLElement).click();
          while (document.querySelectorAll('.row').length < 10) await frame();
          const rows = performance.now() - start;
          while (!/第/.test(document.querySelector('.row-pages')?.textContent ?? '')) await frame();
          return { rows, pages: performance.now() - start };
        });
        opened.push(times.rows);
        numbered.push(times.pages);
      } finally {
        await context.close();
        await stop(server.process, 'SIGTERM');
      }
    }
    const said = (values: readonly number[]) =>
      `${values.map((value) => value.toFixed(0)).join('、')}，中位 ${median(values).toFixed(0)} ms`;
    console.info(`从启动程序到来稿可用：${said(starts)}\n打开一期，条目可见：${said(opened)}\n打开一期，页码齐全：${said(numbered)}`);
    const calm = isCalm();
    expect(median(starts)).toBeLessThan(calm ? 1500 : 15_000);
    expect(median(opened)).toBeLessThan(calm ? 300 : 3000);
    expect(median(numbered)).toBeLessThan(calm ? 300 : 3000);
  });
});
