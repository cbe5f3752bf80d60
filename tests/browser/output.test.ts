/** 输出 as an office meets it: single files with their check, the job as one .zip, the job into a folder. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage, skipped } from './stage.ts';

describe.skipIf(skipped !== null)(`输出${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const { page } = stage;
    await page.getByRole('button', { name: /^打开 示例市/ }).click();
    await page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name: '输出' }).click();
    await page.getByRole('region', { name: '交付印刷' }).waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });

  test('what is not finished is said before the work, and leads to the document', async () => {
    const { page } = stage;
    await page.getByText('还有 14 篇没有定稿').waitFor();
    await stage.shoot('output');
    await page.setViewportSize({ width: 1100, height: 700 });
    await stage.shoot('output-small');
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('every single file is a download that was read back', async () => {
    const { page } = stage;
    const beginnings = {
      '屏幕 PDF': '%PDF-1.7',
      '存档 PDF': '%PDF-1.7',
      'Word 文件': 'PK',
      '印前 PDF': '%PDF-1.6',
      '封面印前 PDF': '%PDF-1.6',
      封面展开: '%PDF-1.6',
      骑马订拼版: '%PDF-1.6',
      印制工单: '印制工单',
    };
    const single = page.getByRole('region', { name: '单个文件' });
    for (const [name, beginning] of Object.entries(beginnings)) {
      const button = single.getByRole('button', { name: `导出${name}`, exact: true });
      const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
      expect(
        readFileSync(await download.path())
          .toString('utf8', 0, 40)
          .replace('\ufeff', ''),
      ).toContain(beginning);
      await single.getByText(download.suggestedFilename(), { exact: true }).waitFor();
    }
    expect(await single.getByText(/^核验通过 \d+ 项$/).count()).toBe(8);
    expect(await single.getByText('一字不差').count()).toBe(6);
    await stage.shoot('output-single');
  });

  test('the job is one .zip whose files fit their sums', async () => {
    const { page } = stage;
    const job = page.getByRole('region', { name: '交付印刷' });
    await job.getByRole('checkbox', { name: '骑马订拼版' }).check();
    const [download] = await Promise.all([page.waitForEvent('download'), job.getByRole('button', { name: '生成印刷文件' }).click()]);
    expect(download.suggestedFilename()).toBe('示例市人民政府公报2026年第1期.zip');
    const packed = readFileSync(await download.path());
    // Entries that say nothing of their system are taken for those of DOS by unzip, and their names are spoiled.
    expect(packed[packed.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 5]).toBe(3);
    const files = unzipSync(packed);
    const folder = '示例市人民政府公报2026年第1期';
    const sums = new TextDecoder().decode(files[`${folder}/SHA256SUMS.txt`]).trimEnd().split('\n');
    expect(sums.length).toBe(8);
    for (const line of sums) {
      const [sum, name = ''] = line.split('  ');
      expect([
        name,
        createHash('sha256')
          .update(files[`${folder}/${name}`] ?? '')
          .digest('hex'),
      ]).toEqual([name, sum]);
    }
    const result = job.getByRole('region', { name: '输出结果' });
    await result.getByText('9 个文件', { exact: false }).waitFor();
    expect(await result.getByText(/^核验通过 \d+ 项$/).count()).toBe(9);
    await result.getByText('示例市人民政府公报2026年第1期.印刷.pdf').click();
    await result
      .getByText(/低于 300 dpi/)
      .first()
      .waitFor();
    await result.getByText('本期还有 14 条提示').click();
    await result.getByText('还没有定稿；请确认已校对完毕。').first().waitFor();
    await stage.shoot('output-job');
  });

  test('the result is still there after a visit to another room', async () => {
    const { page } = stage;
    const rooms = page.getByRole('navigation', { name: '工作区' });
    await rooms.getByRole('button', { name: '组版' }).click();
    await rooms.getByRole('button', { name: '输出' }).click();
    expect(await page.getByText('9 个文件', { exact: false }).count()).toBe(1);
  });

  test('a job goes on while another room is open, is not begun twice, and its result is kept', async () => {
    const { page } = stage;
    const rooms = page.getByRole('navigation', { name: '工作区' });
    const make = page.getByRole('button', { name: '生成印刷文件' });
    await page.getByRole('checkbox', { name: 'Word 文件' }).uncheck();
    const done = page.waitForEvent('download');
    await make.click();
    await rooms.getByRole('button', { name: '组版' }).click();
    await rooms.getByRole('button', { name: '输出' }).click();
    expect(await make.isDisabled()).toBe(true);
    await rooms.getByRole('button', { name: '组版' }).click();
    await done;
    await rooms.getByRole('button', { name: '输出' }).click();
    await page.getByText('8 个文件', { exact: false }).waitFor();
    expect(await make.isDisabled()).toBe(false);
    await page.getByRole('checkbox', { name: 'Word 文件' }).check();
  });

  test('a chosen folder takes the files instead', async () => {
    const { page } = stage;
    // The browser's own private folder stands in for the dialog, which no test can operate; what is written is real.
    await page.evaluate(() => Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() }));
    await page.getByRole('button', { name: '选择文件夹…' }).click();
    await page.getByRole('button', { name: '改为下载' }).waitFor();
    await page.getByRole('button', { name: '生成印刷文件' }).click();
    const names = () =>
      page.evaluate(async () => {
        const found: string[] = [];
        const root = await navigator.storage.getDirectory();
        for await (const [name, entry] of root as unknown as AsyncIterable<[string, FileSystemDirectoryHandle]>)
          if (entry.kind === 'directory')
            for await (const [file, handle] of entry as unknown as AsyncIterable<[string, FileSystemFileHandle]>)
              found.push(`${name}/${file} ${(await handle.getFile()).size > 0}`);
        return found.sort();
      });
    await expect.poll(async () => (await names()).filter((name) => name.endsWith('true')).length, { timeout: 30_000 }).toBe(9);
    expect(await names()).toContain('示例市人民政府公报2026年第1期/SHA256SUMS.txt true');
    expect(stage.errors).toEqual([]);
  });

  test('a room that cannot be loaded leaves words and a way back instead of an empty window', async () => {
    const page = await stage.context.newPage();
    await page.route('**/assets/output-*.js', (route) => route.abort());
    await page.goto(stage.page.url());
    await page.getByText('界面出现意外错误').waitFor();
    await page.getByRole('button', { name: '各期公报' }).click();
    await page.getByRole('button', { name: /^打开 示例市/ }).waitFor();
    await page.close();
  });
});
