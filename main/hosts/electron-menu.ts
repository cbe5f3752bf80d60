/** The menu of the desktop window: the commands of the workstation, the last issues, and what every window has. */
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { IssueSummary } from '../../shared/api.ts';
import { type Command, commands, type MenuName, menuNames } from '../../shared/commands.ts';

/** As many as one looks through. */
const mostIssues = 8;

/** @param onIssue opens an issue in the window. */
export function showMenu(issues: readonly IssueSummary[], onIssue: (issue: IssueSummary) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(template(issues, onIssue)));
}

export function sendCommand(id: string): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  window?.webContents.send('gazette:command', id);
}

function template(issues: readonly IssueSummary[], onIssue: (issue: IssueSummary) => void): MenuItemConstructorOptions[] {
  const recent = [...issues].sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1)).slice(0, mostIssues);
  const more: Readonly<Record<MenuName, readonly MenuItemConstructorOptions[]>> = {
    file: [
      { type: 'separator' },
      {
        label: '最近的各期',
        enabled: recent.length > 0,
        submenu: recent.map((issue) => ({
          label: `${issue.gazette} ${issue.year}年第${issue.number}期`,
          click: () => onIssue(issue),
        })),
      },
      { type: 'separator' },
      { label: '关闭窗口', role: 'close' },
      { label: '退出', role: 'quit' },
    ],
    edit: [
      { type: 'separator' },
      { label: '剪切', role: 'cut' },
      { label: '复制', role: 'copy' },
      { label: '粘贴', role: 'paste' },
      { label: '粘贴为纯文本', role: 'pasteAndMatchStyle' },
      { label: '全选', role: 'selectAll' },
    ],
    view: [{ type: 'separator' }, { label: '全屏', role: 'togglefullscreen' }, { label: '开发者工具', role: 'toggleDevTools' }],
    go: [],
    help: [{ type: 'separator' }, { label: `公报编辑台 ${app.getVersion()}`, enabled: false }],
  };
  const menus = (Object.keys(menuNames) as MenuName[]).map((menu) => ({
    label: menuNames[menu],
    submenu: [...commands.filter((command) => command.menu === menu).flatMap(itemsOf), ...more[menu]],
  }));
  const windows: MenuItemConstructorOptions = {
    label: '窗口',
    submenu: [
      { label: '最小化', role: 'minimize' },
      { label: '缩放', role: 'zoom' },
    ],
  };
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ label: '公报编辑台', role: 'appMenu' }] : [];
  return [...own, ...menus.slice(0, -1), windows, ...menus.slice(-1)];
}

function itemsOf({ id, title, key, parts }: Command, index: number): MenuItemConstructorOptions[] {
  const item: MenuItemConstructorOptions = {
    id,
    label: title,
    click: () => sendCommand(id),
    // Shown beside the command; the press itself is heard by the page, which knows fields and input methods.
    ...(key === undefined ? {} : { accelerator: key.replace('Mod', 'CmdOrCtrl'), registerAccelerator: false }),
  };
  return parts === true && index > 0 ? [{ type: 'separator' }, item] : [item];
}
