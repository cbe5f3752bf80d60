/** The words of the first tour. */
import type { Room } from '../route.ts';

export interface Step {
  /** Null for what is in every room. */
  readonly room: Room;
  /** Of the frame, which stays as it is whatever the rooms hold. */
  readonly target: string;
  readonly title: string;
  readonly text: string;
}

const tab = (place: number) => `nav.tabs > button:nth-of-type(${place})`;

export const words = {
  label: '入门向导',
  step: (now: number, all: number): string => `第 ${now} 步，共 ${all} 步`,
  back: '上一步',
  next: '下一步',
  leave: '离开向导',
  done: '完成',
  opening: '正在准备示例…',
  offerTitle: '第一次使用？',
  offer: '跟着虚构的示例走一遍五个步骤，大约三分钟，随时可以离开。',
  begin: '开始向导',
  dismiss: '不用了',
} as const;

export const steps: readonly Step[] = [
  {
    room: 'inbox',
    target: tab(1),
    title: '来稿：稿件从这里进来',
    text: '把各单位送来的 Word 或文本文件拖进窗口，或按 Ctrl+O 选择。程序认出标题、文号、日期和机关，逐份列出供核对；原文一个字也不改。',
  },
  {
    room: 'issue',
    target: tab(2),
    title: '组版：排定栏目和次序',
    text: '拖动稿件，或按 Alt+↑、Alt+↓ 移动；为每篇选另页起还是接排。左边的页码随时更新，目录跟着变。',
  },
  {
    room: 'edit',
    target: tab(3),
    title: '编辑：改文字，看版面',
    text: '停笔片刻就自动保存，旁边的版面随之重排。Ctrl+S 存一个可以回去的版本；历史里任何版本都能恢复。',
  },
  {
    room: 'preview',
    target: tab(4),
    title: '版面：这就是成品',
    text: '用 PageUp、PageDown 逐页看。印出来与这里一字不差；按 O 把来稿原件排在旁边，程序逐字对照，改了什么、漏了什么一目了然。',
  },
  {
    room: 'output',
    target: tab(5),
    title: '输出：一个按钮交付印刷',
    text: '“生成印刷文件”一次得到印刷厂要的全部文件，每个都重新读回，与版面逐字核对。',
  },
  {
    room: 'output',
    target: '.bar-actions > :last-child',
    title: '接下来',
    text: '菜单里有全部命令和快捷键；Ctrl+K 输入几个字就能打开稿件或执行命令；按 F1 看当前页面的帮助。现在可以新建自己的一期了。',
  },
];
