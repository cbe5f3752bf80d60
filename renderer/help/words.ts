/** The words of 使用帮助 that are no text of a topic. */
export const words = {
  title: '使用帮助',
  topics: '主题',
  back: '回到刚才的地方',
  keys: '快捷键',
  keysIntro: '在输入法候选窗打开时，按键归输入法。菜单里每一项后面也写着它的快捷键。',
  keysHead: '| 操作 | 按键 |',
} as const;
