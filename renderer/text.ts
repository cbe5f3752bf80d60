/** The words of the frame and of what several rooms say; a room that says much has a file `words.ts` of its own. No component holds words. */
import { usualSections } from '../shared/issue/section-choice.ts';

export const text = {
  product: '公报编辑台',
  tagline: '政府公报的收稿、组版、排版与出片',
  close: '关闭',
  cancel: '取消',
  confirm: '确定',
  working: '正在处理…',
  saved: '已自动保存：每一步操作完成时都已写入数据库。',
  savedShort: '已自动保存',
  unsavedShort: '有改动还没有保存',
  date: {
    hint: '如 2026年1月6日',
    wrong: '请写成“2026年1月6日”的样子',
    /** Without the year where it was not read. */
    none: (year: number | null, month: number, day: number): string =>
      month < 1 || month > 12
        ? `没有 ${month} 月，请核对月份`
        : year !== null && year < 1900
          ? '年份须在 1900 年以后'
          : year !== null && month === 2 && day === 29
            ? `${year} 年没有 2 月 29 日`
            : `没有 ${month} 月 ${day} 日`,
    lost: (typed: string, why: string): string => `“${typed}”没有保存：${why}。`,
    calendar: '从日历中选日期',
  },
  fields: {
    missing: '请填写这一栏',
    choose: '请选择一项',
    number: '请填写数字',
    whole: '请填写整数',
    link: '请填写以 http:// 或 https:// 开头的网址',
    least: (min: string): string => `不能小于 ${min}`,
    most: (max: string): string => `不能大于 ${max}`,
    step: (step: string): string => `须是 ${step} 的倍数`,
    tooLong: '太长了，请缩短',
  },
  errors: {
    noConnection: '与编辑台服务的连接中断，操作没有完成，已保存的内容不受影响；请重新启动服务，并打开它新显示的地址。',
    noAnswer: '编辑台没有给出结果，操作可能没有完成；请刷新页面核对后重试。',
    badAnswer: '收到的内容无法读取；请刷新页面后重试。',
    notAdmitted: '编辑台服务已重新启动，这一步没有完成；请在本浏览器打开它新显示的完整地址，再回到这里重试。',
    unexpected: '界面出现意外错误，已保存的内容不受影响；请刷新页面后重试。',
    unreadable: (name: string): string => `无法读取文件“${name}”；请确认它没有被移动或被其他程序占用，然后重试。`,
    noManifest: '所选文件夹里没有清单文件 manifest.json；请选择含有清单和来稿的整个文件夹。',
  },
  broken: {
    title: '界面出现意外错误',
    hint: '已保存的内容不受影响。请刷新页面；程序刚更新过时，也需要刷新一次。',
    reload: '刷新页面',
  },
  start: {
    issues: '各期公报',
    elsewhere: '其他',
    ways: { archive: '档案', settings: '设置', help: '帮助' },
    empty: '还没有公报',
    emptyHint: '新建一期后即可导入来稿；也可以先打开示例，看看成品的样子。',
    create: '新建一期',
    createHint: '填写刊名、年份和期号',
    manifest: '导入整期文件夹',
    manifestHint: '选择含有清单（manifest.json）和来稿的文件夹',
    sample: '打开示例',
    sampleHint: '示例市人民政府公报，虚构的一期',
    open: '打开',
    remove: (name: string): string => `删除 ${name}`,
    removeTitle: '删除这一期？',
    removeText: (name: string): string => `将删除“${name}”的编排。来稿仍保留在库中，可以重新收入其他各期。`,
    removeConfirm: '删除',
    entries: (count: number): string => `${count} 篇`,
    changed: (when: string): string => `最近修改 ${when}`,
    manifestRefused: '这一期没有导入',
    loading: '正在读取…',
  },
  issueName: (year: number, number: number, total: number | null): string =>
    `${year}年第${number}期${total === null ? '' : `（总第${total}期）`}`,
  rooms: { inbox: '来稿', issue: '组版', edit: '编辑', preview: '版面', output: '输出' },
  desk: {
    back: '各期公报',
    backToIssue: '返回本期',
    rooms: '工作区',
    relayout: '重新排版',
    relayoutTip: '重新排版（F5）',
    exportPdf: '导出 PDF',
    exportPdfTip: '导出 PDF（Ctrl+P）',
    exportWord: '导出 Word',
    exported: (name: string): string => `已导出 ${name}`,
    layingOut: '正在排版…',
    reading: '正在读取本期…',
    importing: '正在导入来稿…',
    imported: (accepted: number, refused: number): string =>
      refused === 0 ? `已导入 ${accepted} 个文件` : `已导入 ${accepted} 个文件，${refused} 个未能收入`,
    openingSample: '正在准备示例…',
    importingManifest: '正在导入整期…',
    relaid: '排版已更新',
    summary: (entries: number, pages: number | null): string =>
      pages === null || entries === 0 ? (entries === 0 ? '还没有稿件' : `${entries} 篇`) : `${entries} 篇 · 正文到第 ${pages} 页`,
    messages: (count: number): string => (count === 0 ? '没有待处理的提示' : `${count} 条待处理的提示`),
    stale: '尚未排版',
    quickOpen: '快速打开',
    quickOpenTip: '快速打开（Ctrl+K）',
  },
  menu: {
    open: '菜单',
    person: (name: string): string => `使用人：${name}…`,
    personTitle: '您的姓名',
    personLabel: '姓名',
    personOnce: '版本、状态、校样和校读都会记下是谁。姓名只问这一次，以后可以在菜单中更改。',
    personHint: '保存的版本、状态的改动和接手编辑都会记下这个名字。',
  },
  quick: {
    title: '快速打开',
    hint: '输入标题、文号或命令…',
    nothing: '没有找到',
    documents: '本期稿件',
    commands: '命令',
    issues: '各期公报',
  },
  /** For the two outputs that can be had from everywhere; the rest is said by 输出. */
  outputs: {
    working: { pdf: '正在生成屏幕 PDF…', word: '正在生成 Word 文件…' },
    checking: '正在读回核验…',
  },
  issue: {
    severities: { error: '错误', warning: '注意', note: '说明' },
    goto: (page: number): string => `看第 ${page} 页`,
    sections: usualSections,
    untitled: '（无标题）',
  },
} as const;
