/** 历史版本 as an editor meets it: revisions by days, what one changed, the way back, and the state of a document. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRevision, insertDocument, writeDraft } from '../../main/database/documents.ts';
import { insertIssue, writeEntries } from '../../main/database/issues.ts';
import { openDatabase } from '../../main/database/open.ts';
import { insertSubmission } from '../../main/database/submissions.ts';
import type { Block, TableBlock, TableCell } from '../../shared/document/block.ts';
import { sampleDocument, sampleHead } from '../main/samples.ts';
import { seriousTrouble } from './axe.ts';
import { openStage, type Stage, skipped } from './stage.ts';

/** Patient, because the machine may be busy with other things. */
const poll = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000 });

const cell = (text: string): TableCell => ({
  type: 'tableCell',
  columnSpan: 1,
  rowSpan: 1,
  children: [{ type: 'cellParagraph', children: [{ text }] }],
});
const table = (...rows: readonly (readonly string[])[]): TableBlock => ({
  type: 'table',
  columns: [2, 1, 1],
  children: rows.map((texts) => ({ type: 'tableRow', children: texts.map(cell) })),
});
const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ text }] });
const same = Array.from({ length: 9 }, (_, i) => paragraph(`第${i + 1}项工作按原定计划推进，由各责任单位于月底前报告进展情况。`));
const duties = (...rows: readonly (readonly string[])[]) => table(['事项', '责任单位', '时限'], ...rows);

const document = (title: string, ...blocks: readonly Block[]) => ({ ...sampleDocument(title), blocks });
const before = document(
  '示例市人民政府关于做好防汛工作的通知',
  paragraph('为切实做好今年防汛工作，现就有关事项通知如下。'),
  ...same,
  duties(['清淤', '示例市水利局', '5月底'], ['巡堤', '示例市应急局', '6月底'], ['备料', '示例市财政局', '6月底']),
  paragraph('请各地于6月底前将落实情况报市政府。'),
);
const after = document(
  '示例市人民政府关于切实做好防汛抗旱工作的通知',
  paragraph('为切实做好今年防汛抗旱工作，现就有关事项通知如下。'),
  ...same.slice(0, 5),
  paragraph('各地要落实二十四小时值班制度，重要情况随时报告。'),
  ...same.slice(5),
  duties(
    ['清淤', '示例市水利局', '4月底'],
    ['巡堤', '示例市应急局', '6月底'],
    ['演练', '示例市应急局', '5月底'],
    ['备料', '示例市财政局', '6月底'],
  ),
  { type: 'heading', level: 1, children: [{ text: '请各地于7月底前将落实情况报市政府。' }] },
);

describe.skipIf(skipped !== null)(`历史版本${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage((path) => {
      const database = openDatabase(path);
      const at = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
      const bytes = new TextEncoder().encode('防汛');
      const submission = insertSubmission(database, { sha256: 'a'.repeat(64), name: '防汛.docx', bytes, receivedAt: at(9), messages: [] });
      const id = insertDocument(database, submission, before, { author: '导入', createdAt: at(9) });
      addRevision(database, id, 1, after, { author: '李四', createdAt: at(1), note: '按科室意见修改' });
      const typed = { ...after, blocks: [...after.blocks, paragraph('此件公开发布。')] };
      writeDraft(database, id, 2, typed, { author: '李四', createdAt: at(0) });
      const issue = insertIssue(database, sampleHead, at(9));
      writeEntries(
        database,
        issue,
        [{ key: { documentId: id, file: '防汛.docx' }, section: '市政府文件', start: 'newPage', contentsTitle: null }],
        at(9),
      );
      database.close();
    });
    await stage.page.evaluate(() => localStorage.setItem('gazette-editor-side', 'history'));
    await stage.page.goto(new URL('#/issue/1/edit/1', stage.address).href);
  });
  afterAll(async () => {
    await stage?.close();
  });
  const pane = () => stage.page.getByRole('region', { name: '历史版本' });
  const revision = (name: RegExp | string) => pane().getByRole('button', { name });
  const summary = () => pane().locator('.history-summary').textContent();

  test('revisions stand by days under the text as it now is', async () => {
    await revision(/现在的稿件.*未存为版本/).waitFor();
    expect(await pane().locator('.history-revision strong').allTextContents()).toEqual(['现在的稿件', '第 2 版', '第 1 版']);
    expect(await pane().locator('.history-list h3').allTextContents()).toEqual(['昨天', expect.stringMatching(/^\d+月\d+日$|^\d+年/)]);
    expect(await revision(/^第 2 版/).textContent()).toMatch(/按科室意见修改李四 · \d\d:\d\d/);
    await stage.shoot('history-list');
  });

  test('a revision shows what it changed, the rest folded; F7 goes from change to change', async () => {
    const { page } = stage;
    await revision(/^第 2 版/).click();
    await poll(summary).toMatch(/第 1 版 → 第 2 版：5 处改动，增 \d+ 字，删 \d+ 字/);
    expect(await pane().locator('.history-fields ins').allTextContents()).toEqual(['切实', '抗旱']);
    expect(await pane().locator('.history-changed').first().locator('ins').allTextContents()).toEqual(['抗旱']);
    expect(await pane().locator('.history-added ins').textContent()).toBe('各地要落实二十四小时值班制度，重要情况随时报告。');
    expect(await pane().locator('.history-row-changed del').allTextContents()).toEqual(['5']);
    expect(await pane().locator('.history-row-added td').first().textContent()).toBe('演练');
    expect(await pane().locator('.history-looks').textContent()).toBe('样式由“正文”改为“1 级标题”');
    await stage.shoot('history-compare');
    await pane().getByRole('region', { name: '第 1 版 → 第 2 版' }).focus();
    const current = () =>
      pane()
        .locator('[data-change]')
        .evaluateAll((all) => all.findIndex((one) => 'current' in (one as HTMLElement).dataset));
    await page.keyboard.press('F7');
    expect(await current()).toBe(0);
    await page.keyboard.press('F7');
    await page.keyboard.press('F7');
    expect(await current()).toBe(2);
    await page.keyboard.press('Shift+F7');
    expect(await current()).toBe(1);
    const folds = pane().getByRole('button', { name: /展开未改的/ });
    const count = await pane().locator('.history-same').count();
    await folds.first().click();
    expect(await pane().locator('.history-same').count()).toBeGreaterThan(count);
    await pane().getByLabel('与哪一版比较').selectOption({ label: '现在的稿件' });
    await poll(summary).toMatch(/第 2 版 → 现在的稿件：1 处改动，增 7 字，删 0 字/);
    await page.keyboard.press('Escape');
    await revision(/现在的稿件/).click();
    await poll(summary).toMatch(/第 2 版 → 现在的稿件/);
    await pane().getByRole('button', { name: '返回版本列表' }).click();
  });

  test('restoring says what becomes of the present text, asks for a name once, and can be taken back', async () => {
    const { page } = stage;
    await revision(/^第 1 版/).click();
    await pane().getByRole('button', { name: '恢复这一版…' }).click();
    const dialog = page.getByRole('dialog', { name: '恢复第 1 版？' });
    await dialog.getByText('现在的文字会先存为一版，不会丢失').waitFor();
    await stage.shoot('history-restore');
    await dialog.getByRole('button', { name: '恢复' }).click();
    const asks = page.getByRole('dialog', { name: '您的姓名' });
    await asks.getByLabel('姓名').fill('张三');
    await stage.shoot('history-name');
    await asks.getByRole('button', { name: '确定' }).click();
    await page.getByText('已恢复第 1 版；要撤回，可恢复第 3 版').waitFor();
    await poll(() => pane().locator('.history-revision strong').allTextContents()).toEqual([
      ...['现在的稿件', '第 4 版', '第 3 版', '第 2 版', '第 1 版'],
    ]);
    expect(await revision(/^第 4 版/).textContent()).toMatch(/恢复第 1 版张三/);
    // The issue's list follows.
    await page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name: '组版' }).click();
    await page.getByText('示例市人民政府关于做好防汛工作的通知').first().waitFor();
    await page.goBack();
    await revision(/^第 3 版/).click();
    await pane().getByRole('button', { name: '恢复这一版…' }).click();
    await page.getByRole('dialog', { name: '恢复第 3 版？' }).getByRole('button', { name: '恢复' }).click();
    await page.getByText('已恢复第 3 版；要撤回，可恢复第 4 版').waitFor();
    await revision(/^第 5 版/).click();
    await pane().getByLabel('与哪一版比较').selectOption({ label: '第 3 版' });
    await poll(summary).toContain('没有不同');
    await pane().getByRole('button', { name: '返回版本列表' }).click();
  });

  test('the state goes from step to step with who and when; what is finished can no longer be changed', async () => {
    const step = () => pane().locator('[aria-current=step]').textContent();
    await poll(step).toBe('收稿');
    await pane().getByText('导入后还没有改过状态').waitFor();
    await pane().getByRole('button', { name: '开始编辑' }).click();
    await poll(step).toBe('编辑');
    await pane().getByRole('button', { name: '送校对' }).click();
    await poll(step).toBe('校对');
    expect(await pane().locator('.history-state-by').textContent()).toMatch(/^张三 · 今天 \d\d:\d\d$/);
    await pane().getByRole('button', { name: '定稿', exact: true }).click();
    await poll(step).toBe('定稿');
    await revision(/^第 1 版/).click();
    expect(await pane().getByRole('button', { name: '恢复这一版…' }).isDisabled()).toBe(true);
    await stage.shoot('history-final');
    await pane().getByRole('button', { name: '退回校对' }).click();
    await poll(step).toBe('校对');
    await poll(() => pane().getByRole('button', { name: '恢复这一版…' }).isEnabled()).toBe(true);
  });

  test('nothing serious for a reader of the screen', async () => {
    const { page } = stage;
    await page.setViewportSize({ width: 1100, height: 700 });
    await revision('返回版本列表').click();
    await revision(/^第 2 版/).click();
    await poll(summary).toContain('处改动');
    expect(await seriousTrouble(page, { within: '.history' })).toEqual([]);
    await stage.shoot('history-narrow');
    expect(stage.errors).toEqual([]);
  });
});
