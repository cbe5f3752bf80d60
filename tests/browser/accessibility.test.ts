/** axe-core on every screen, in light and dark and at the largest text: nothing serious, nothing critical. SHOOT=1 takes pictures of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousTrouble } from './axe.ts';
import { openStage, type Stage, skipped } from './stage.ts';

/** What the colours and the size of the text can spoil; everything else is the same in every look. */
const looks = [
  { name: '深色', theme: 'dark', size: 14, only: ['color-contrast'] },
  { name: '最大文字', theme: 'light', size: 20, only: ['scrollable-region-focusable', 'target-size'] },
] as const;

describe.skipIf(skipped !== null)(`无障碍${skipped === null ? '' : `（跳过：${skipped}）`}`, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    const { page } = stage;
    if (process.env.QUICK === '1') page.setDefaultTimeout(2500);
    await page.getByRole('button', { name: /^打开 示例市/ }).waitFor();
    await page.evaluate(() => localStorage.setItem('gazette-person', '温言'));
    // Something that results, histories and changes can be shown of.
    await hash('#/issue/1/edit/1/0');
    const text = page.getByRole('textbox', { name: '稿件正文' });
    await text.waitFor();
    await text.focus();
    await page.keyboard.press('End');
    await page.keyboard.insertText('请认真落实。');
    await page.keyboard.press('Control+s');
    await page.getByText(/已存为第 2 版/).waitFor();
    await hash('#/issue/1/preview');
    await page.locator('.page-svg text').first().waitFor();
    await choose('校样', 'menuitem', '留一份校样');
    await page.getByRole('dialog', { name: '您的姓名' }).getByRole('textbox').fill('王校对');
    await page.keyboard.press('Enter');
    await page.getByText('已留第 1 校').waitFor();
  });
  afterAll(async () => {
    await stage?.close();
  });
  const hash = (given: string) =>
    stage.page.evaluate((to) => {
      window.location.hash = to;
    }, given);
  const button = (name: string | RegExp) => stage.page.getByRole('button', { name, exact: typeof name === 'string' });
  const choose = async (menu: string, role: 'menuitem' | 'menuitemradio', item: string | RegExp) => {
    await button(menu).click();
    await stage.page.getByRole(role, { name: item }).click();
  };
  const leave = () => stage.page.keyboard.press('Escape');

  /** What can be seen: each step brings something on the screen, or is the way back from it. */
  type Look = (name: string) => Promise<void>;
  const screens: Readonly<Record<string, (look: Look) => Promise<void>>> = {
    各期公报: async (look) => {
      const { page } = stage;
      await hash('#/');
      await button(/^打开 示例市/).waitFor();
      await look('列表');
      await button(/^新建一期/).click();
      for (const tab of ['刊头', '封面', '宣传语', '编委会', '版权']) {
        await page.getByRole('tab', { name: tab }).click();
        await look(`新建一期：${tab}`);
      }
      await leave();
      await button(/^删除 示例市/).click();
      await look('删除');
      await leave();
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: '快速打开' }).waitFor();
      await look('快速打开');
      await leave();
    },
    来稿: async (look) => {
      const { page } = stage;
      await hash('#/issue/1/inbox');
      await page.locator('.card').first().click();
      await page.getByRole('listbox', { name: '原文' }).waitFor();
      await look('核对');
      await page.getByRole('tab', { name: '收稿登记' }).click();
      await look('收稿登记');
      await page
        .getByLabel('选择来稿文件')
        .setInputFiles([{ name: '坏.docx', mimeType: '', buffer: Buffer.from('PK\u0003\u0004 broken') }]);
      await page.getByRole('region', { name: '导入结果' }).waitFor();
      await look('导入结果');
      await page.getByRole('listbox', { name: '来稿列表' }).focus();
      await page.keyboard.press('Space');
      await look('已选');
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menu').waitFor();
      await look('菜单');
      await leave();
      await leave();
      await page.getByRole('searchbox', { name: '查找来稿' }).fill('没有这样的稿件');
      await page.getByText('没有符合条件的来稿').waitFor();
      await look('没有');
      await page.getByRole('searchbox', { name: '查找来稿' }).fill('');
      await button('收起').click();
    },
    组版: async (look) => {
      const { page } = stage;
      await hash('#/issue/1/issue');
      await page
        .locator('.row-pages', { hasText: /^第 \d+/ })
        .nth(13)
        .waitFor();
      await look('列表');
      await page.locator('.row').nth(1).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Shift+ArrowDown');
      await look('已选');
      await leave();
      await page.locator('.row').nth(1).focus();
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: '起排方式' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('menuitemcheckbox', { name: '右页起' }).waitFor();
      await look('菜单');
      await leave();
      await leave();
      await page.locator('.row').nth(1).focus();
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem', { name: '目录标题…' }).click();
      await look('目录标题');
      await leave();
      await button('新栏目…').click();
      await look('新栏目');
      await leave();
      await button('自动排序…').click();
      await page.getByRole('dialog', { name: '按文号自动排序' }).waitFor();
      await look('自动排序');
      await leave();
      await button('刊头与版权…').click();
      await look('刊头');
      await page.getByRole('tab', { name: '编委会' }).click();
      await look('编委会');
      await leave();
      await page.locator('.row').first().focus();
      await page.keyboard.press('F2');
      await page.getByRole('textbox', { name: /^栏目.*的名称$/ }).waitFor();
      await look('栏目改名');
      await leave();
    },
    编辑: async (look) => {
      const { page } = stage;
      await hash('#/issue/1/edit/1/0');
      await page.getByRole('textbox', { name: '稿件正文' }).waitFor();
      await page.locator('.page-svg text').first().waitFor();
      await look('正文');
      await button(/^文件信息/).click();
      await look('文件信息');
      await button(/^文件信息/).click();
      await page.getByRole('textbox', { name: '稿件正文' }).locator('td').first().click();
      for (const menu of ['插入', '表格']) {
        await button(menu).click();
        await page.getByRole('menu').first().waitFor();
        await look(`${menu}菜单`);
        await leave();
      }
      for (const item of ['插入表格', '插入二维码…']) {
        await choose('插入', 'menuitem', item);
        await page.getByRole('dialog').waitFor();
        await look(item);
        await leave();
      }
      await choose('表格', 'menuitem', '列宽…');
      await page.getByRole('dialog').waitFor();
      await look('列宽');
      await leave();
      await page.getByRole('textbox', { name: '稿件正文' }).locator('.block-paragraph').first().click({ button: 'right' });
      await page.getByRole('menu').waitFor();
      await look('稿件菜单');
      await leave();
      await button('重排序号').click();
      await page.getByRole('dialog').waitFor();
      await look('重排序号');
      await leave();
      await page.keyboard.press('Control+f');
      const panel = page.getByRole('search', { name: '查找和替换' });
      await panel.getByRole('textbox', { name: '查找', exact: true }).fill('城市更新');
      await panel.getByText(/共 \d+ 处/).waitFor();
      await look('查找');
      await page.keyboard.press('Control+Shift+f');
      await panel.getByText(/篇稿件/).waitFor();
      await look('整期查找');
      await panel.getByRole('textbox', { name: '查找', exact: true }).focus();
      await leave();
      await page.getByRole('tab', { name: '历史' }).click();
      await button('返回版本列表').or(page.getByText('收稿时的原样')).first().waitFor();
      await look('历史');
      await page
        .getByText(/^第 1 版/)
        .first()
        .click();
      await page.waitForTimeout(300);
      await look('比较');
      await page.getByRole('tab', { name: '版面' }).click();
    },
    版面: async (look) => {
      const { page } = stage;
      await hash('#/issue/1/preview');
      await page.locator('.page-svg text').first().waitFor();
      await page.getByRole('tab', { name: '缩略图' }).click();
      await look('缩略图');
      await page.getByRole('region', { name: '版面' }).focus();
      await page.keyboard.press('r');
      await page.locator('.read-mark-read').first().waitFor();
      await look('已读');
      await page.getByRole('tab', { name: '目录' }).click();
      await look('目录');
      await button(/^缩放 /).click();
      await look('缩放');
      await leave();
      await button('校样').click();
      await look('校样菜单');
      await page.getByRole('menuitemradio', { name: /^与第 1 校比较/ }).click();
      await button('结束比较').waitFor();
      await page.getByRole('tab', { name: /^改动/ }).click();
      await look('改动');
      await button('结束比较').click();
      await page.getByRole('tab', { name: '缩略图' }).click();
      await button('原稿').click();
      await page.getByRole('listbox', { name: '原稿逐行' }).focus();
      await page.keyboard.press('ArrowDown');
      await look('原稿');
      await button('收起原稿').click();
    },
    输出: async (look) => {
      const { page } = stage;
      await hash('#/issue/1/output');
      await page.getByRole('region', { name: '单个文件' }).waitFor();
      if ((await page.getByText(/核验通过/).count()) === 0) {
        await Promise.all([page.waitForEvent('download'), button('导出屏幕 PDF').click()]);
        await page
          .getByText(/核验通过/)
          .first()
          .waitFor();
        await Promise.all([page.waitForEvent('download'), button('生成印刷文件').click()]);
        await page.getByRole('region', { name: '输出结果' }).waitFor();
      }
      await look('结果');
      await button('菜单').click();
      await page.getByRole('menuitem', { name: '文件' }).focus();
      await page.keyboard.press('ArrowRight');
      await page
        .getByRole('menuitem', { name: /^新建一期|^导入来稿/ })
        .first()
        .waitFor();
      await look('主菜单');
      await leave();
      await leave();
      await button('菜单').click();
      await page.getByRole('menuitem', { name: /^使用人/ }).click();
      await look('姓名');
      await leave();
    },
    档案: async (look) => {
      const { page } = stage;
      await hash('#/archive');
      await page
        .getByRole('searchbox', { name: '检索各期公报' })
        .or(page.getByRole('combobox', { name: '检索各期公报' }))
        .first()
        .fill('城市更新');
      await page.getByText(/找到 \d+ 篇/).waitFor();
      await look('检索');
      await button('复制到…').first().click();
      await page.getByRole('dialog').waitFor();
      await look('复制到');
      await leave();
      await page.getByRole('tab', { name: '全年总目录' }).or(button('全年总目录')).first().click();
      await page.getByText(/1 期，14 篇/).waitFor();
      await look('全年总目录');
    },
    设置: async (look) => {
      for (const tab of ['houses', 'fonts', 'backups', 'look', 'about']) {
        await hash(`#/settings/${tab}`);
        if (tab === 'houses') await stage.page.getByRole('region', { name: '样张' }).getByRole('img').waitFor();
        else await stage.page.waitForTimeout(250);
        await look(tab);
      }
    },
    帮助: async (look) => {
      await hash('#/help/edit');
      await stage.page.getByRole('article').waitFor();
      await look('编辑');
      await hash('#/help/keys');
      await stage.page.getByRole('article').waitFor();
      await look('快捷键');
    },
    向导: async (look) => {
      const { page } = stage;
      await hash('#/');
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: '快速打开' }).fill('入门向导');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: '入门向导' }).waitFor();
      await page.waitForTimeout(300);
      await look('第一步');
      await leave();
    },
  };

  const found: string[] = [];
  /** Light with every rule, then what the other looks can spoil; as renderer/ui/look.ts sets them, so that what is open stays open. */
  const look = async (screen: string, what: string) => {
    const { page } = stage;
    const wear = (theme: string, size: number) =>
      page.evaluate(
        ([colours, letters]) => {
          document.documentElement.dataset.theme = colours;
          document.documentElement.style.fontSize = `${letters}px`;
        },
        [theme, size] as const,
      );
    const note = (name: string, trouble: readonly string[]) => found.push(...trouble.map((one) => `${screen}·${what}·${name} ${one}`));
    // The pages themselves are looked at once.
    note('浅色', await seriousTrouble(page, { withoutPages: what !== '缩略图' }));
    for (const { name, theme, size, only } of looks) {
      await wear(theme, size);
      note(name, await seriousTrouble(page, { only, withoutPages: true }));
      if (process.env.SHOOT === '1') await stage.shoot(`axe-${screen}-${what}-${theme}`);
    }
    await wear('light', 14);
  };

  test.each(Object.entries(screens))('%s', async (screen, walk) => {
    found.length = 0;
    await walk((what) => look(screen, what));
    expect(found).toEqual([]);
  });

  test('nothing complained on the console', () => {
    expect(stage.errors).toEqual([]);
  });
});
