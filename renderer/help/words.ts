/** The words of 使用帮助 that are no text of a topic. */
export const words = {
  title: '使用帮助',
  topics: '主题',
  back: '回到刚才的地方',
  keys: '快捷键',
  keysIntro: '在输入法候选窗打开时，按键归输入法。菜单里每一项后面也写着它的快捷键。',
  keysHead: '| 操作 | 按键 |',
  /** Keys of a room that are no commands: what is done, and the keys. */
  roomKeys: [
    {
      room: '在版面里',
      rows: [
        ['翻页', 'PageUp', 'PageDown'],
        ['首页、末页', 'Home', 'End'],
        ['放大、缩小', 'Ctrl+加号', 'Ctrl+减号'],
        ['适合宽度、整页、实际大小', 'Ctrl+9', 'Ctrl+0', 'Ctrl+1'],
        ['版心和行格', 'G'],
        ['原稿对照', 'O'],
        ['标为已读或未读', 'R'],
        ['下一处未读', 'N'],
        ['下一处、上一处改动', 'F7', 'Shift+F7'],
        ['编辑这一页的文字', 'Enter'],
      ],
    },
    {
      room: '在组版里',
      rows: [
        ['移动稿件', 'Alt+↑', 'Alt+↓'],
        ['移动栏目', 'Alt+Shift+↑', 'Alt+Shift+↓'],
        ['打开编辑', 'Enter'],
      ],
    },
    { room: '在历史里', rows: [['下一处、上一处改动', 'F7', 'Shift+F7']] },
  ] as readonly { readonly room: string; readonly rows: readonly (readonly string[])[] }[],
} as const;
