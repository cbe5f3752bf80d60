/**
 * The clipboard of office programs and browsers → blocks, in a real Chromium: each folder of tests/fixtures/paste holds what a
 * program puts there and what is to become of it. `UPDATE=1` writes the expectation, which is then read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Block } from '../../shared/document/block.ts';
import { isBlock } from '../../shared/document/guard.ts';
import { browserFlags, browserPath, skipped } from './stage.ts';

const folder = join(import.meta.dirname, '../fixtures/paste');
const root = join(import.meta.dirname, '../..');

interface Answer {
  readonly blocks: readonly Block[];
  readonly isInline: boolean;
  readonly messages: readonly string[];
}

async function bundled(): Promise<string> {
  const entry = `
    import { readClipboard } from '${root}/renderer/editor/paste.ts';
    import { clipboardForms } from '${root}/renderer/editor/copy.ts';
    window.readForms = (forms) => {
      const found = readClipboard({ getData: (format) => forms[format] ?? '' });
      return found && { blocks: found.blocks, isInline: found.inline !== null, messages: found.messages.map(({ code, text }) => code + ': ' + text) };
    };
    window.clipboardForms = clipboardForms;`;
  const made = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === 'virtual:entry' ? id : null), load: (id) => (id === 'virtual:entry' ? entry : null) },
    ],
    build: { write: false, minify: false, rolldownOptions: { input: 'virtual:entry', output: { format: 'iife' } } },
  });
  const [result] = Array.isArray(made) ? made : [made];
  if (result === undefined || !('output' in result)) throw new Error('nothing was built');
  return result.output[0].code;
}

describe.skipIf(skipped !== null)(`粘贴${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserPath, args: browserFlags });
    page = await browser.newPage();
    await page.setContent('<!doctype html><title>.</title>');
    await page.addScriptTag({ content: await bundled() });
  });
  afterAll(async () => {
    await browser?.close();
  });
  const read = (forms: Readonly<Record<string, string>>): Promise<Answer | null> =>
    page.evaluate((given) => (window as unknown as { readForms: (forms: object) => Answer | null }).readForms(given), forms);

  test.each(readdirSync(folder))('%s', async (name) => {
    const html = readFileSync(join(folder, name, 'input.html'), 'utf8');
    const answer = await read({ 'text/html': html });
    const path = join(folder, name, 'expected.json');
    if (process.env.UPDATE === '1' || !existsSync(path)) writeFileSync(path, `${JSON.stringify(answer, null, 1)}\n`);
    expect(answer).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    expect(answer?.blocks.filter((block) => !isBlock(block))).toEqual([]);
  });

  test('what the program copies it reads back to the letter, and as HTML without loss of text', async () => {
    const blocks: readonly Block[] = [
      { type: 'heading', level: 2, children: [{ text: '（一）规划。' }, { text: '编制 <规划> & 方案。', runIn: true }] },
      { type: 'paragraph', children: [{ text: '面积' }, { text: '2', superscript: true }, { text: '合计', bold: true }] },
      {
        type: 'table',
        columns: [1, 2],
        children: [
          {
            type: 'tableRow',
            head: true,
            children: [
              {
                type: 'tableCell',
                columnSpan: 2,
                rowSpan: 1,
                children: [{ type: 'cellParagraph', align: 'center', children: [{ text: '表头' }] }],
              },
            ],
          },
          {
            type: 'tableRow',
            children: ['一', '二'].map((text) => ({
              type: 'tableCell' as const,
              columnSpan: 1,
              rowSpan: 1,
              children: [{ type: 'cellParagraph' as const, children: [{ text }] }],
            })),
          },
        ],
      },
    ];
    const forms = await page.evaluate(
      (given) =>
        (window as unknown as { clipboardForms: (blocks: unknown) => { own: string; html: string; plain: string } }).clipboardForms(given),
      blocks as unknown as object,
    );
    const all = { 'application/x-gazette-blocks+json': forms.own, 'text/html': forms.html, 'text/plain': forms.plain };
    expect((await read(all))?.blocks).toEqual(blocks);
    const fromHtml = (await read({ 'text/html': forms.html }))?.blocks;
    expect(fromHtml?.slice(0, 2)).toEqual(blocks.slice(0, 2));
    expect(fromHtml?.[2]).toMatchObject({ type: 'table', children: (blocks[2] as Extract<Block, { type: 'table' }>).children });
    expect(forms.plain).toBe('（一）规划。编制 <规划> & 方案。\n面积2合计\n表头\t\n一\t二');
  });

  test('one paragraph goes into the line; empty HTML gives way to plain text; foreign JSON is not taken', async () => {
    expect(await read({ 'text/html': '<p>一句<b>话</b></p>', 'text/plain': '一句话' })).toMatchObject({ isInline: true });
    expect((await read({ 'text/html': '<meta charset="utf-8">', 'text/plain': '只有文字' }))?.blocks).toMatchObject([
      { children: [{ text: '只有文字' }] },
    ]);
    expect(await read({ 'application/x-gazette-blocks+json': '[{"type":"script"}]', 'text/plain': '文字' })).toMatchObject({
      isInline: true,
    });
    expect(await read({ 'text/html': '<p> </p>' })).toBeNull();
    const cell = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>42</td></tr></table></html>';
    expect(await read({ 'text/html': cell, 'text/plain': '42' })).toMatchObject({ isInline: true, blocks: [{ type: 'paragraph' }] });
  });
});
