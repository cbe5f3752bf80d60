/** 来稿 as an editor meets it: files in, the list searched and filtered, a submission checked and mended, taken into the issue. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousTrouble } from './axe.ts';
import { isCalm, openStage, type Stage, skipped } from './stage.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus/ganzhou-2022-5');

function notice(subject: string, number: number): string {
  const lines = [
    `示例市人民政府关于${subject}的通知`,
    `示府发〔2026〕${number}号`,
    '',
    '各县（区）人民政府，市政府各部门：',
    `　　为做好${subject}，现将有关事项通知如下。`,
    '　　一、总体要求',
    '　　全市上下要统一思想，抓好落实。',
    '　　二、工作安排',
    `　　${subject}自印发之日起施行。`,
    '',
    '示例市人民政府',
    '2026年3月6日',
  ];
  return `${lines.join('\n')}\n`;
}
const upload = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') });

/** A folder of `count` files, the last `bad` of them broken in different ways. */
function folderOf(count: number, bad: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-folder-'));
  const inner = join(folder, '来稿');
  mkdirSync(inner);
  const broken = [Buffer.from('PK\u0003\u0004 broken'), Buffer.alloc(0), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])];
  for (let i = 0; i < count; i += 1) {
    const isBad = i >= count - bad;
    const name = `${String(i + 1).padStart(3, '0')}${isBad ? '-坏.docx' : '.txt'}`;
    writeFileSync(join(inner, name), isBad ? (broken[i % 3] as Buffer) : notice(`第${i + 1}项工作`, 100 + i));
  }
  writeFileSync(join(inner, '~$锁.docx'), 'x');
  return inner;
}

describe.skipIf(skipped !== null)(`来稿${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  const folders: string[] = [];
  beforeAll(async () => {
    stage = await openStage();
    await stage.page.getByRole('button', { name: /^打开 示例市/ }).click();
    await room('来稿').click();
    await list().waitFor();
  });
  afterAll(async () => {
    await stage?.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });
  const room = (name: string) => stage.page.getByRole('navigation', { name: '工作区' }).getByRole('button', { name });
  const list = () => stage.page.getByRole('listbox', { name: '来稿列表' });
  const card = (name: RegExp) => list().getByRole('option', { name });
  const count = () => stage.page.locator('.place-bar .count, .place-count').first().textContent();
  const results = () => stage.page.getByRole('region', { name: '导入结果' });
  const search = () => stage.page.getByRole('searchbox', { name: '查找来稿' });
  const active = () => list().locator('.card-active .card-title').textContent();

  test('the sample stands in the list; a card says what is known of it', async () => {
    await expect.poll(count).toBe('共 14 篇');
    await search().fill('02-公共数据');
    await expect.poll(() => card(/公共数据/).textContent()).toMatch(/^收稿.*字.*收.*02-公共数据管理办法\.docx本期/s);
    await card(/公共数据/).click();
    await search().fill('');
    await stage.page.getByRole('listbox', { name: '原文' }).waitFor();
    await expect.poll(() => stage.page.locator('.part').count()).toBeGreaterThan(10);
    await stage.shoot('inbox');
  });

  test('dropped files come into the chosen section', async () => {
    const { page } = stage;
    await page.getByRole('combobox', { name: '收入栏目' }).fill('部门文件');
    const data = await page.evaluateHandle(
      (texts) => {
        const transfer = new DataTransfer();
        for (const [name, text] of texts) transfer.items.add(new File([text ?? ''], name ?? '', { type: 'text/plain' }));
        return transfer;
      },
      [
        ['绿化.txt', notice('春季绿化工作', 901)],
        ['防汛.txt', notice('防汛抗旱工作', 902)],
      ],
    );
    const area = page.getByRole('group', { name: '来稿拖放区' });
    for (const type of ['dragenter', 'dragover']) await area.dispatchEvent(type, { dataTransfer: data });
    await page.getByText('收入本期“部门文件”栏目').waitFor();
    await stage.shoot('inbox-drop');
    await area.dispatchEvent('drop', { dataTransfer: data });
    await results().getByText('2 篇收稿，新编入本期 2 篇').waitFor();
    await expect.poll(count).toBe('共 16 篇');
    await expect.poll(() => card(/春季绿化工作/).textContent()).toContain('本期');
  });

  test('a folder with bad files ends with a summary of them; nothing of the others is lost', async () => {
    const { page } = stage;
    const many = process.env.INBOX_500 === '1';
    const [total, bad] = many ? [500, 20] : [60, 5];
    const folder = folderOf(total, bad);
    folders.push(folder);
    await page.getByRole('radio', { name: '只收入来稿库' }).check();
    const start = Date.now();
    await page.getByLabel('选择整个文件夹').setInputFiles(folder);
    if (many) {
      await page.getByRole('button', { name: '取消' }).waitFor();
      // The window answers while files come in.
      const asked = Date.now();
      await search().fill('绿化');
      await card(/春季绿化工作/).waitFor();
      console.info(`a search among the import took ${Date.now() - asked} ms`);
      await search().fill('');
    }
    await results()
      .getByText(`${total - bad} 篇收稿，${bad} 个未收入`)
      .waitFor({ timeout: 170_000 });
    console.info(`a folder of ${total} files, ${bad} of them bad: ${Date.now() - start} ms`);
    expect(await results().getByRole('row').count()).toBe(bad);
    for (const row of await results().getByRole('row').allTextContents()) expect(row).toMatch(/来稿\/\d+-坏\.docx.*请/);
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await results().getByRole('button', { name: '复制清单' }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n').length).toBe(bad + 1);
    await stage.shoot('inbox-summary');
    await results().getByRole('button', { name: '收起' }).click();
    await expect.poll(count).toBe(`共 ${16 + total - bad} 篇`);
  });

  test('cancelling stops after the current file; what is in stays', async () => {
    const { page } = stage;
    const before = Number(/\d+/.exec((await count()) ?? '')?.[0]);
    // Many enough that the bar with its button is there before the end.
    const files = Array.from({ length: 250 }, (_, i) => upload(`专报${i}.txt`, notice(`专报${i}`, 1700 + i)));
    await page.getByLabel('选择来稿文件').setInputFiles(files);
    await page.getByRole('button', { name: '取消' }).click();
    await results()
      .getByText(/已取消，剩下的 \d+ 个文件没有导入/)
      .waitFor();
    const said = (await results().locator('p').first().textContent()) ?? '';
    const accepted = Number(/(\d+) 篇收稿/.exec(said)?.[1]);
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(250);
    await expect.poll(count).toBe(`共 ${before + accepted} 篇`);
    await results().getByRole('button', { name: '收起' }).click();
  });

  test('search, scope, state and order narrow the list', async () => {
    const { page } = stage;
    await search().fill('第7项 人民政府');
    await expect.poll(count).toMatch(/^1 篇，/);
    await search().fill('');
    await page.getByRole('button', { name: '本期', exact: true }).click();
    await expect.poll(count).toMatch(/^16 篇，/);
    await page.getByRole('button', { name: '未编入' }).click();
    await search().fill('第');
    await page.getByRole('combobox', { name: '排序' }).selectOption('number');
    await page.getByRole('button', { name: /^降序/ }).click();
    await expect.poll(() => list().locator('.card-facts').first().textContent()).toContain('〔2026〕100号');
    expect(await list().getByRole('option').count()).toBeLessThan(40);
    await page.getByRole('combobox', { name: '状态' }).selectOption('final');
    await page.getByText('没有符合条件的来稿').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByRole('combobox', { name: '排序' }).selectOption('received');
    await page.getByRole('button', { name: /^升序/ }).click();
  });

  test('the same number twice is said, with a way to the other', async () => {
    const { page } = stage;
    await page.getByLabel('选择来稿文件').setInputFiles([upload('绿化（改）.txt', notice('秋季绿化工作', 901))]);
    await expect.poll(() => card(/秋季绿化工作/).textContent()).toContain('可能重复');
    await page.getByRole('button', { name: /^可能重复/ }).click();
    await expect.poll(count).toMatch(/^2 篇，/);
    await card(/秋季绿化工作/).click();
    await page.getByText('与另一篇发文字号相同：').waitFor();
    await stage.shoot('inbox-twins');
    await page.getByRole('button', { name: '示例市人民政府关于春季绿化工作的通知' }).click();
    await expect.poll(active).toContain('春季绿化工作');
    await page.getByRole('button', { name: /^可能重复/ }).click();
  });

  test('a type and a title are mended beside the original, confirmed with Ctrl+Enter, and stored', async () => {
    const { page } = stage;
    await search().fill('绿化工作');
    await card(/春季绿化工作/).click();
    const original = page.getByRole('listbox', { name: '原文' });
    await expect.poll(() => original.getByRole('option').count()).toBe(12);
    // A block lights its line, a line its block.
    await page.getByRole('combobox', { name: /第 4 段的类型/ }).focus();
    await expect.poll(() => original.locator('.lit').textContent()).toContain('二、工作安排');
    await original.getByText('全市上下要统一思想').click();
    await expect.poll(() => page.locator('.part.lit').textContent()).toContain('全市上下要统一思想');
    await page.getByRole('combobox', { name: /第 3 段的类型/ }).selectOption({ label: '附注' });
    await page.getByRole('textbox', { name: '标题（回车处分行）' }).fill('示例市人民政府关于\n2026年春季绿化工作的通知');
    await stage.shoot('inbox-check');
    await page.keyboard.press('Control+Enter');
    await page
      .locator('.detail-saved')
      .getByText(/还有 \d+ 篇待核对/)
      .waitFor();
    await expect.poll(() => card(/2026年春季绿化工作/).textContent()).toMatch(/^编辑/);
    // On to one that nobody has looked at.
    await expect.poll(() => list().locator('.card-active').textContent()).toMatch(/^收稿.*秋季绿化/);
    await page.reload();
    await search().fill('绿化工作');
    await card(/2026年春季绿化工作/).click();
    await expect.poll(() => page.getByRole('combobox', { name: /第 3 段的类型/ }).inputValue()).toBe('note');
    expect(await page.getByRole('textbox', { name: '标题（回车处分行）' }).inputValue()).toBe(
      '示例市人民政府关于\n2026年春季绿化工作的通知',
    );
  });

  test('a title that was mended stands on its card as soon as the field is left, and a day that does not exist is said in words', async () => {
    await search().fill('02-公共数据');
    await card(/公共数据/).click();
    const title = stage.page.getByRole('textbox', { name: '标题（回车处分行）' });
    await title.waitFor();
    const before = await title.inputValue();
    await title.fill('示例市公共数据管理暂行办法');
    await title.press('Tab');
    await expect.poll(active).toMatch(/示例市公共数据管理暂行办法$/);
    await title.fill(before);
    const day = stage.page.getByRole('textbox', { name: '成文日期' });
    const date = await day.inputValue();
    await day.fill('2022年2月31日');
    await day.press('Tab');
    await stage.page.locator('.field-date').getByText('没有 2 月 31 日').waitFor();
    await stage.shoot('inbox-no-day');
    // Going on without mending it, one is told that it was not kept.
    await search().fill('');
    await list().press('End');
    await stage.page.getByRole('alert').filter({ hasText: '“2022年2月31日”没有保存：没有 2 月 31 日' }).waitFor();
    await stage.page.getByRole('alert').getByRole('button', { name: '关闭' }).click();
    await search().fill('02-公共数据');
    await card(/公共数据/).click();
    await expect.poll(() => day.inputValue()).toBe(date);
    await expect.poll(() => title.inputValue()).toBe(before);
    await search().fill('绿化工作');
    await card(/2026年春季绿化工作/).click();
  });

  test('the register is saved when a field is left, and what was noted is suggested', async () => {
    const { page } = stage;
    await page.getByRole('tab', { name: '收稿登记' }).click();
    const form = page.getByRole('form', { name: '收稿登记' });
    await form.getByLabel('送稿单位').fill('示例市林业局');
    await form.getByLabel('收稿日期').fill('2026-03-07');
    await form.getByLabel('审批人').fill('李主任');
    // Whatever the browser's language is, a day reads as it is printed.
    expect(await form.getByLabel('收稿日期').inputValue()).toBe('2026年3月7日');
    await form.getByLabel('备注').focus();
    await stage.shoot('inbox-facts');
    const sender = page.getByRole('combobox', { name: '送稿单位' }).first();
    await expect.poll(() => sender.locator('option').allTextContents()).toContain('示例市林业局');
    await sender.selectOption('示例市林业局');
    await expect.poll(count).toMatch(/^1 篇，/);
    await sender.selectOption('');
    await card(/秋季绿化工作/).click();
    await card(/2026年春季绿化工作/).click();
    await expect.poll(() => form.getByLabel('审批人').inputValue()).toBe('李主任');
    await page.getByRole('tab', { name: '核对' }).click();
  });

  test('what is noted while several are selected is noted for all of them, and nothing else of theirs', async () => {
    const { page } = stage;
    await page.getByRole('tab', { name: '核对' }).click();
    await search().fill('第1 项工作');
    await card(/第11项工作/).click();
    await page.getByRole('tab', { name: '收稿登记' }).click();
    await page.getByLabel('备注').fill('只此一篇');
    await card(/第12项工作/).click();
    await card(/第11项工作/).click({ modifiers: ['Control'] });
    await card(/第12项工作/).click({ modifiers: ['Control'] });
    await page.getByText('已选 2 篇：').waitFor();
    await page.getByRole('form', { name: '收稿登记' }).getByLabel('送稿单位').fill('示例市农业农村局');
    await page.getByLabel('审批人').focus();
    const noted = () =>
      page.evaluate(async () => {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch('/api/listSubmissions', { method: 'POST', headers, body: '[]' });
        const all = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '').value as {
          readonly title: string;
          readonly facts: { readonly sender: string; readonly remark: string };
        }[];
        const found = all.filter(({ facts }) => facts.sender === '示例市农业农村局');
        return found.map(({ title, facts }) => `${/第\d+项/.exec(title)?.[0]} ${facts.remark}`).sort();
      });
    await expect.poll(noted).toEqual(['第11项 只此一篇', '第12项 ']);
    await stage.shoot('inbox-several');
    await page.getByRole('button', { name: '取消选择' }).click();
    await page.getByRole('tab', { name: '核对' }).click();
    await search().fill('');
  });

  test('by keyboard alone: found, selected, taken into the issue', async () => {
    const { page } = stage;
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('第1 项');
    await expect.poll(count).toMatch(/^1?11 篇，/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    const first = await active();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(active).not.toBe(first);
    await page.keyboard.press('Space');
    await page.keyboard.press('Delete');
    await page.getByText('已选 2 篇').waitFor();
    await stage.shoot('inbox-selected');
    // Out of the list: the button that clears, the section, the button that takes them in.
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('把 2 篇收入本期');
    await page.keyboard.press('Enter');
    await page.getByText(/^2 篇已收入/).waitFor();
    await expect.poll(() => list().locator('.card-here').count()).toBe(2);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
    await search().fill('');
  });

  test('the menu of a card takes it into a section', async () => {
    const { page } = stage;
    await search().fill('第30项');
    await card(/第30项工作/).click({ button: 'right' });
    await page.getByRole('menuitem', { name: '收入本期' }).hover();
    await page.getByRole('menuitem', { name: '人事任免' }).click();
    await page.getByText('1 篇已收入“人事任免”').waitFor();
    await search().fill('');
  });

  test('a corrected submission takes the place of the one in the issue, and gives it back', async () => {
    const { page } = stage;
    const entries = () =>
      page.evaluate(async () => {
        const response = await fetch('/api/readIssue', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[1]' });
        const { entries: all } = JSON.parse((await response.text()).trim().split('\n').at(-1) ?? '').value;
        return (all as { readonly section: string; readonly title: string }[]).map(({ section, title }) => `${section} ${title}`);
      });
    const before = await entries();
    const at = before.findIndex((entry) => entry.includes('第30项工作'));
    await page.getByRole('radio', { name: '只收入来稿库' }).check();
    await page.getByLabel('选择来稿文件').setInputFiles([upload('修改稿.txt', notice('第30项重点工作', 129))]);
    const pane = page.getByRole('region', { name: /第30项重点工作/ });
    await pane.getByText('与另一篇发文字号相同：').waitFor();
    await stage.shoot('inbox-replace');
    await pane.getByRole('button', { name: '用本篇替换' }).click();
    await page.getByText('已用本篇替换本期中的那一篇').waitFor();
    const after = await entries();
    expect(after[at]).toMatch(/^人事任免 .*第30项重点工作/);
    expect(after.toSpliced(at, 1)).toEqual(before.toSpliced(at, 1));
    await expect.poll(() => pane.getByRole('button', { name: '用本篇替换' }).count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('已换回原来的一篇').waitFor();
    expect(await entries()).toEqual(before);
  });

  test('a document finds its section by itself', async () => {
    const { page } = stage;
    const box = page.getByRole('combobox', { name: '收入本期的栏目' });
    await box.fill('自动（按机关）');
    await search().fill('第29项');
    await card(/第29项工作/).click();
    await page.getByRole('button', { name: '收入本期', exact: true }).click();
    await page.getByText('1 篇已收入“市政府文件”').waitFor();
    // All sections are offered, whatever was chosen before.
    await box.focus();
    await expect.poll(() => box.inputValue()).toBe('');
    await search().focus();
    await expect.poll(() => box.inputValue()).toBe('自动（按机关）');
    await search().fill('');
  });

  test('a document that another window holds is refused, and its mends stay until they are given up', async () => {
    const { page } = stage;
    const other = { person: '李校对', session: 'another-window' };
    await search().fill('防汛抗旱');
    await card(/防汛抗旱工作/).click();
    const id = Number((await list().locator('.card-active').getAttribute('id'))?.replace('card-', ''));
    await page.evaluate(
      ([documentId, hand]) =>
        fetch('/api/lockDocument', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify([documentId, hand, false]),
        }).then((answer) => answer.text()),
      [id, other] as const,
    );
    await page.getByRole('textbox', { name: '发文字号' }).fill('示府发〔2026〕99号');
    await page
      .getByText(/正由李校对在另一窗口编辑/)
      .first()
      .waitFor();
    await page.getByText('改正尚未保存').waitFor();
    await stage.shoot('inbox-locked');
    await page.getByRole('button', { name: '放弃未保存的改正' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: '发文字号' }).inputValue()).toBe('示府发〔2026〕902号');
  });

  test('nothing serious for axe, at either size of the window', async () => {
    const { page } = stage;
    for (const size of [
      { width: 1100, height: 700 },
      { width: 1440, height: 900 },
    ]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(200);
      await stage.shoot(`inbox-${size.width}`);
      expect(await seriousTrouble(page)).toEqual([]);
    }
  });

  test.skipIf(!existsSync(corpus))('the inbox of a big issue is usable within 1.5 s (skipped without the printed issues)', async () => {
    const { page } = stage;
    const names = readdirSync(join(corpus, 'submissions'));
    await page.getByRole('button', { name: '各期公报' }).click();
    await page.getByLabel('导入整期文件夹').last().setInputFiles(corpus);
    await page.getByRole('region', { name: '政务动态' }).waitFor({ timeout: 120_000 });
    await room('来稿').click();
    await list().waitFor();
    const address = page.url();
    const times: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      await page.goto('about:blank');
      const start = Date.now();
      await page.goto(address);
      await list().waitFor();
      await list().focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForFunction(() => document.querySelector('.cards')?.getAttribute('aria-activedescendant') !== null);
      times.push(Date.now() - start);
    }
    console.info(`inbox of ${names.length} files usable in ${times.join(', ')} ms`);
    // The best of three: what else the machine does at the moment is not the inbox's.
    const taken = Math.min(...times);
    expect(taken).toBeLessThan(isCalm() ? 1500 : 15_000);
  });

  test('nothing complained on the console', () => {
    expect(stage.errors).toEqual([]);
  });
});
