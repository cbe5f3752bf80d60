/** The words of 历史版本 and of a document's state. */
import type { DocumentState } from '../../shared/api/documents.ts';
import type { Block } from '../../shared/document/block.ts';
import type { ComparedField, Look } from '../../shared/document/compare.ts';

const states: Readonly<Record<DocumentState, string>> = { received: '收稿', editing: '编辑', proofreading: '校对', final: '定稿' };
const forward: Readonly<Record<DocumentState, string>> = { received: '收稿', editing: '开始编辑', proofreading: '送校对', final: '定稿' };
const fields: Readonly<Record<ComparedField, string>> = {
  kind: '稿件种类',
  title: '标题',
  titleLines: '标题换行',
  subtitle: '副标题',
  docNumber: '发文字号',
  date: '成文日期',
  issuer: '发文机关',
  addressees: '主送机关',
  authors: '作者',
  byline: '作者行',
  official: '红头、署名和版记',
};
const kinds: Readonly<Record<string, string>> = { official: '公文', article: '文章', news: '动态', report: '报告' };
const roles: Readonly<Record<Block['type'], string>> = {
  title: '所附文件标题',
  subtitle: '副标题',
  heading: '标题',
  article: '条',
  paragraph: '正文',
  note: '附注',
  attachment: '附件说明',
  attachmentTitle: '附件标题',
  sign: '署名',
  signDate: '成文日期',
  table: '表格',
  figure: '图片',
  box: '专栏',
};
const looks: Readonly<Record<Exclude<Look, 'role'>, string>> = {
  marks: '加粗、上下标等有改动',
  align: '对齐方式有改动',
  tight: '收紧有改动',
  picture: '换了图片',
  grid: '表格的行列有改动',
};

export const words = {
  title: '历史版本',
  loading: '正在读取版本…',
  comparing: '正在读取两个版本…',
  unsaved: '现在的稿件',
  unsavedHint: '有未存为版本的改动',
  savedHint: '与最新一版相同',
  version: (number: number): string => `第 ${number} 版`,
  today: '今天',
  yesterday: '昨天',
  saved: '保存',
  original: '收稿时的原样',
  list: '各个版本',
  against: '与哪一版比较',
  previous: (number: number): string => `上一版（第 ${number} 版）`,
  present: '现在的稿件',
  onlyOne: '还没有别的版本',
  onlyOneHint: '存为新版本、改变状态或输出时会留下版本，以后可以在这里比较和恢复。',
  heading: (before: string, after: string): string => `${before} → ${after}`,
  summary: (changes: number, added: number, removed: number): string =>
    changes === 0 ? '没有不同' : `${changes} 处改动，增 ${added} 字，删 ${removed} 字`,
  noChanges: '两个版本完全相同。',
  nextChange: '下一处改动（F7）',
  previousChange: '上一处改动（Shift+F7）',
  back: '返回版本列表',
  unchanged: (count: number): string => `展开未改的 ${count} 段`,
  unchangedRows: (count: number): string => `未改的 ${count} 行`,
  addedBlock: '新增',
  removedBlock: '删去',
  changedBlock: '改动',
  empty: '（空）',
  picture: '（图片）',
  fields,
  kind: (kind: string): string => kinds[kind] ?? kind,
  role: (block: Block): string => (block.type === 'heading' ? `${block.level} 级标题` : roles[block.type]),
  roleChange: (before: string, after: string): string => `样式由“${before}”改为“${after}”`,
  looks,
  restore: '恢复这一版…',
  restoring: '正在恢复…',
  restoreTitle: (number: number): string => `恢复第 ${number} 版？`,
  restoreText: (number: number, when: string, author: string): string =>
    `稿件的文字将回到第 ${number} 版（${when}，${author}）。现在的文字会先存为一版，不会丢失。`,
  restoreUndo: '恢复后成为新的一版；要撤回，在这里恢复它前面的一版即可。',
  restoreConfirm: '恢复',
  restored: (number: number, before: number): string => `已恢复第 ${number} 版；要撤回，可恢复第 ${before} 版`,
  finalHint: '已定稿，不能恢复旧版；要修改请先退回校对。',
  state: '稿件状态',
  states,
  changeState: '正在改变状态…',
  stateBy: (person: string, when: string): string => `${person} · ${when}`,
  stateNever: '导入后还没有改过状态',
  forward: (state: DocumentState): string => forward[state],
  backward: (state: DocumentState): string => `退回${states[state]}`,
  stateChanged: (state: DocumentState): string => (state === 'final' ? '已定稿，稿件不再能修改' : `状态已改为“${states[state]}”`),
} as const;
