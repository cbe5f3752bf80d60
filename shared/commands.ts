/**
 * The commands of the workstation (命令): one list for the keys, the menus of the desktop window, the menu and the quick open of
 * the browser. Which of them can be done at a moment is known by the room that is open.
 */

export type CommandId =
  | 'newIssue'
  | 'openFiles'
  | 'save'
  | 'print'
  | 'exportWord'
  | 'outputs'
  | 'quickOpen'
  | 'undo'
  | 'redo'
  | 'find'
  | 'replace'
  | 'findNext'
  | 'findPrevious'
  | 'findInIssue'
  | 'relayout'
  | 'nextProblem'
  | 'previousProblem'
  | 'roomInbox'
  | 'roomIssue'
  | 'roomEdit'
  | 'roomPreview'
  | 'roomOutput'
  | 'start'
  | 'archive'
  | 'settings'
  | 'help'
  | 'tour'
  | 'largerText'
  | 'smallerText'
  | 'usualText'
  | 'theme';

export type MenuName = 'file' | 'edit' | 'view' | 'go' | 'help';

export const menuNames: Readonly<Record<MenuName, string>> = { file: '文件', edit: '编辑', view: '视图', go: '转到', help: '帮助' };

export interface Command {
  readonly id: CommandId;
  readonly title: string;
  readonly menu: MenuName;
  /** `Mod` is Ctrl, ⌘ on a Mac; parts joined by `+`, the key itself last as `KeyboardEvent.key` has it. */
  readonly key?: string;
  /** Begins a group in its menu. */
  readonly parts?: true;
}

export const commands: readonly Command[] = [
  { id: 'newIssue', title: '新建一期…', menu: 'file', key: 'Mod+Shift+N' },
  { id: 'openFiles', title: '导入来稿…', menu: 'file', key: 'Mod+O' },
  { id: 'save', title: '存为新版本', menu: 'file', key: 'Mod+S' },
  { id: 'outputs', title: '输出…', menu: 'file', parts: true },
  { id: 'print', title: '导出 PDF', menu: 'file', key: 'Mod+P' },
  { id: 'exportWord', title: '导出 Word', menu: 'file' },
  { id: 'settings', title: '设置', menu: 'file', key: 'Mod+,', parts: true },
  { id: 'undo', title: '撤销', menu: 'edit', key: 'Mod+Z' },
  { id: 'redo', title: '重做', menu: 'edit', key: 'Mod+Y' },
  { id: 'find', title: '查找和替换', menu: 'edit', key: 'Mod+F', parts: true },
  { id: 'replace', title: '替换', menu: 'edit', key: 'Mod+H' },
  { id: 'findNext', title: '查找下一处', menu: 'edit', key: 'F3' },
  { id: 'findPrevious', title: '查找上一处', menu: 'edit', key: 'Shift+F3' },
  { id: 'findInIssue', title: '在整期中查找和替换', menu: 'edit', key: 'Mod+Shift+F' },
  { id: 'relayout', title: '重新排版', menu: 'view', key: 'F5' },
  { id: 'largerText', title: '放大界面文字', menu: 'view', key: 'Mod+Alt+=', parts: true },
  { id: 'smallerText', title: '缩小界面文字', menu: 'view', key: 'Mod+Alt+-' },
  { id: 'usualText', title: '界面文字恢复原大', menu: 'view', key: 'Mod+Alt+0' },
  { id: 'theme', title: '切换浅色与深色', menu: 'view' },
  { id: 'quickOpen', title: '快速打开…', menu: 'go', key: 'Mod+K' },
  { id: 'nextProblem', title: '下一条提示', menu: 'go', key: 'F8' },
  { id: 'previousProblem', title: '上一条提示', menu: 'go', key: 'Shift+F8' },
  { id: 'roomInbox', title: '来稿', menu: 'go', key: 'Alt+1', parts: true },
  { id: 'roomIssue', title: '组版', menu: 'go', key: 'Alt+2' },
  { id: 'roomEdit', title: '编辑', menu: 'go', key: 'Alt+3' },
  { id: 'roomPreview', title: '版面', menu: 'go', key: 'Alt+4' },
  { id: 'roomOutput', title: '输出', menu: 'go', key: 'Alt+5' },
  { id: 'start', title: '各期公报', menu: 'go', key: 'Alt+0', parts: true },
  { id: 'archive', title: '档案', menu: 'go', key: 'Alt+9' },
  { id: 'help', title: '使用帮助', menu: 'help', key: 'F1' },
  { id: 'tour', title: '入门向导', menu: 'help' },
];

/** A key as people read it: Ctrl+Shift+N. */
export function keyLabel(key: string, isMac: boolean): string {
  const words = key.split('+').map((part) => (part === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : part));
  return words.join(isMac ? ' ' : '+');
}

/** The key of a press in the notation of `Command.key`. */
export function keyOf(press: {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): string {
  // With Alt or an input method a key may give another character; the place of a digit on the keyboard stays.
  const digit = /^Digit(\d)$/.exec(press.code)?.[1];
  const key = digit !== undefined && press.altKey ? digit : press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const marks = [press.ctrlKey || press.metaKey ? 'Mod' : '', press.altKey ? 'Alt' : '', press.shiftKey && key.length >= 1 ? 'Shift' : ''];
  return [...marks.filter((mark) => mark !== ''), key].join('+');
}
