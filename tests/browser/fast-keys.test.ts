/** Keys that follow each other faster than the editor looks at the browser's selection: each acts on what the screen shows as selected. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Block, blockText } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import { openStage, type Stage, skipped } from './stage.ts';

describe.skipIf(skipped !== null)(`快键${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  let page: Page;
  beforeAll(async () => {
    stage = await openStage();
    page = stage.page;
  });
  afterAll(async () => {
    await stage?.close();
  });

  const text = () => page.getByRole('textbox', { name: '稿件正文' });
  const stored = (id: number): Promise<GazetteDocument> =>
    page.evaluate(async (wanted) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/api/readDocument', { method: 'POST', headers, body: JSON.stringify([wanted]) });
      return JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '').value.document;
    }, id);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Long enough for the editor to have looked. */
  const rest = () => page.waitForTimeout(300);
  const cursor = async (id: number, block: number) => {
    // The very same address again moves nothing.
    await page.evaluate(
      (hash) => {
        window.location.hash = hash;
      },
      `#/issue/1/edit/${id}/${block - 1}`,
    );
    await rest();
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/issue/1/edit/${id}/${block}`);
    await text().waitFor();
    await text().focus();
    await rest();
  };
  const isRunIn = (block: Block | undefined) => block?.type === 'heading' && block.children.some((run) => run.runIn === true);

  test('接排 from the end of the heading, its text just selected: the view stays, the heading is whole', async () => {
    const { blocks } = await stored(1);
    const at = blocks.findIndex(isRunIn);
    const block = blocks[at];
    if (block?.type !== 'heading') throw new Error('the sample has a run-in heading');
    const length = block.children[0]?.text.length ?? 0;
    // The end of the line, of the next one, and of both on the way.
    for (const keys of [['Shift+End'], ['Shift+ArrowDown', 'Shift+End'], ['Shift+End', 'Shift+ArrowDown']]) {
      await cursor(1, at);
      await press('Home', ...Array.from({ length: length - 1 }, () => 'ArrowRight'));
      await rest();
      await press('ArrowRight', ...keys, 'Control+Shift+E');
      await rest();
      expect(await page.getByRole('button', { name: '重新打开' }).count()).toBe(0);
      expect(stage.errors).toEqual([]);
      await expect.poll(async () => isRunIn((await stored(1)).blocks[at])).toBe(false);
      await press('Control+z');
      await expect.poll(async () => (await stored(1)).blocks[at]).toEqual(block);
    }
  });

  test('all lines that are selected become headings, though they were selected a moment ago', async () => {
    const { blocks } = await stored(3);
    await cursor(3, 0);
    await press('Control+End');
    for (const line of ['甲', '乙', '丙', '丁']) {
      await press('Enter');
      await page.keyboard.insertText(line);
    }
    await press('Control+0', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'Home');
    await rest();
    await press('ArrowRight', 'ArrowLeft', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+4');
    const kinds = async () => (await stored(3)).blocks.slice(blocks.length).map(({ type }) => type);
    await expect.poll(kinds).toEqual(['heading', 'heading', 'heading', 'heading']);
  });

  const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'Control+Home', 'Control+End'];
  const marking = ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown', 'Shift+Home', 'Shift+End'];
  const kinds = ['Control+1', 'Control+2', 'Control+0', 'Control+5', 'Control+b', 'Control+e', 'Control+Shift+E', 'Control+Shift+E'];
  const deeds = ['Enter', 'Backspace', 'Delete', 'Control+x', 'Control+v', 'Control+z', 'Control+z', 'Control+y', 'Alt+Shift+ArrowDown'];

  test.each([1, 2, 3])('whatever keys come, the view stays and shows what is stored (seed %i)', async (seed) => {
    let state = seed * 104729;
    const next = (below: number) => {
      state = (state * 1664525 + 1013904223) % 4294967296;
      return Math.floor((state / 4294967296) * below);
    };
    const id = seed + 2;
    const pressed: string[] = [];
    await cursor(id, 1);
    for (let step = 0; step < 150; step += 1) {
      const group = [moves, marking, marking, kinds, deeds][next(5)] as readonly string[];
      const key = next(8) === 0 ? '字' : (group[next(group.length)] as string);
      pressed.push(key);
      if (key === '字') await page.keyboard.insertText(key);
      else await page.keyboard.press(key);
    }
    await rest();
    expect(stage.errors, pressed.join(' ')).toEqual([]);
    await page.locator('.keep-saved').waitFor();
    const shown = () => text().evaluate((all) => [...all.querySelectorAll('[data-slate-string]')].map((leaf) => leaf.textContent).join(''));
    const words = ({ titleLines, blocks }: GazetteDocument) =>
      [...titleLines, ...blocks.map((block) => blockText(block.type === 'attachmentTitle' ? { ...block, label: '' } : block))].join('');
    const plain = (all: string) => all.replace(/[\n\t]/g, '');
    await expect.poll(async () => plain(words(await stored(id)))).toBe(plain(await shown()));
  });
});
