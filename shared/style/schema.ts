/**
 * The fields of a house style, described one by one: what the reader of style files checks against, what the reference page
 * (assets/help/house-style.md) prints, and what a form may be made from. tests/shared/style/schema.test.ts fails when a field is
 * not described, or a description names none. Clauses are those of GB/T 9704-2012 unless another standard is named.
 */
import type { FontRole } from '../layout/metrics.ts';

export type StyleUnit = '磅' | '行' | '字' | '栏' | '块' | '百分比' | '';

export type StyleKind =
  | { readonly type: 'number'; readonly min: number; readonly max: number }
  | { readonly type: 'integer'; readonly min: number; readonly max: number }
  | { readonly type: 'boolean' }
  /** Choices as they are written in the file, each with its Chinese name. */
  | { readonly type: 'choice'; readonly choices: Readonly<Record<string, string>> }
  | { readonly type: 'font' }
  | { readonly type: 'text'; readonly longest: number };

export interface StyleField {
  /** As in the file: `title.size`. */
  readonly path: string;
  readonly name: string;
  readonly meaning: string;
  readonly unit: StyleUnit;
  readonly kind: StyleKind;
  /** Where the usual figure comes from; null where each office decides. */
  readonly clause: string | null;
}

export const fontRoles: Readonly<Record<FontRole, string>> = {
  song: '宋体',
  hei: '黑体',
  kai: '楷体',
  fang: '仿宋',
  title: '小标宋（标题字）',
};

/** Groups of the reference page, by the first part of the path; fields that stand alone are under their own name. */
export const styleGroups: Readonly<Record<string, string>> = {
  id: '名称',
  name: '名称',
  dateForm: '名称',
  page: '纸张与版心',
  typeAreaHeight: '纸张与版心',
  topMargin: '纸张与版心',
  grid: '行格与正文',
  gutterEm: '行格与正文',
  body: '行格与正文',
  title: '公文标题',
  subtitle: '副题',
  byline: '作者行',
  numberLine: '发文字号行',
  innerTitle: '文内标题',
  attachmentLabel: '附件',
  attachmentNewPage: '附件',
  headings: '层次标题',
  chapterLines: '层次标题',
  table: '表格',
  box: '专栏框',
  followOnLines: '接排',
  titleSinks: '接排',
  runningHead: '书眉',
  folio: '页码',
  contents: '目录与版权',
  cover: '封面与封底',
};

const number = (min: number, max: number): StyleKind => ({ type: 'number', min, max });
const integer = (min: number, max: number): StyleKind => ({ type: 'integer', min, max });
const flag: StyleKind = { type: 'boolean' };
const font: StyleKind = { type: 'font' };
const choice = (choices: Readonly<Record<string, string>>): StyleKind => ({ type: 'choice', choices });

/** From 小六 to a headline: a size in millimetres, in half-points of a large title or in twips falls outside. */
const sizes = number(5, 72);
/** Thinner does not print (0.25 pt, print practice), thicker is a bar. */
const rules = number(0.1, 6);

function textStyle(path: string, name: string, clause: string | null = null, size: StyleKind = sizes): StyleField[] {
  return [
    { path: `${path}.font`, name: `${name}字体`, meaning: `${name}用哪一种字体。`, unit: '', kind: font, clause },
    { path: `${path}.size`, name: `${name}字号`, meaning: `${name}的字号。`, unit: '磅', kind: size, clause },
  ];
}

function headStyle(path: string, name: string, clause: string | null = null): StyleField[] {
  return [
    ...textStyle(path, name, clause),
    {
      path: `${path}.linesEach`,
      name: `${name}每行占位`,
      meaning: `${name}每一行占几个正文行的高度。`,
      unit: '行',
      kind: number(0.5, 6),
      clause: null,
    },
    {
      path: `${path}.linesBefore`,
      name: `${name}上空`,
      meaning: `${name}上方空几个正文行。`,
      unit: '行',
      kind: number(0, 10),
      clause: null,
    },
    {
      path: `${path}.linesAfter`,
      name: `${name}下空`,
      meaning: `${name}下方空几个正文行。`,
      unit: '行',
      kind: number(0, 10),
      clause: null,
    },
  ];
}

const levels = ['一、', '（一）', '1.', '（1）'];

function headingStyle(level: 1 | 2 | 3 | 4): StyleField[] {
  const name = `第${['一', '二', '三', '四'][level - 1]}层标题`;
  const mark = levels[level - 1] as string;
  return [
    {
      path: `headings.${level}.font`,
      name: `${name}字体`,
      meaning: `“${mark}”这一层标题用哪一种字体，字号随正文。`,
      unit: '',
      kind: font,
      clause: '7.3.3',
    },
    {
      path: `headings.${level}.bold`,
      name: `${name}加粗`,
      meaning: `“${mark}”这一层标题是否加粗；国标各层都不加粗。`,
      unit: '',
      kind: flag,
      clause: '7.3.3',
    },
  ];
}

export const styleFields: readonly StyleField[] = [
  {
    path: 'id',
    name: '代号',
    meaning: '清单和命令行里用来称呼这个版式的短名，用字母、数字、汉字和连字符。',
    unit: '',
    kind: { type: 'text', longest: 40 },
    clause: null,
  },
  { path: 'name', name: '名称', meaning: '界面上显示的版式名称。', unit: '', kind: { type: 'text', longest: 60 }, clause: null },
  // A4 210 mm × 297 mm, 5.1; down to A5 and up to A3.
  { path: 'page.width', name: '纸宽', meaning: '成品（裁切后）的页宽。', unit: '磅', kind: number(400, 1200), clause: '5.1' },
  { path: 'page.height', name: '纸高', meaning: '成品（裁切后）的页高。', unit: '磅', kind: number(550, 1700), clause: '5.1' },
  // One column of 28 × 22 in the standard, 5.2.3; gazettes in two columns of 21 or 22.
  { path: 'grid.columns', name: '栏数', meaning: '正文排几栏。', unit: '栏', kind: integer(1, 4), clause: null },
  {
    path: 'grid.charactersPerLine',
    name: '每行字数',
    meaning: '每栏每行排几个汉字；与正文字号、栏数和栏距一起定出版心的宽度。',
    unit: '字',
    kind: integer(8, 60),
    clause: '5.2.3',
  },
  {
    path: 'grid.linesPerColumn',
    name: '每栏行数',
    meaning: '每栏排几行；版心高除以行数就是行距。',
    unit: '行',
    kind: integer(10, 80),
    clause: '5.2.3',
  },
  // 3号 (15.75 pt) in the standard; gazettes in 五号 or a little above.
  ...textStyle('body', '正文', '5.2.2', number(7, 24)),
  { path: 'gutterEm', name: '栏距', meaning: '两栏之间空几个正文字；排一栏时不用。', unit: '字', kind: number(0, 8), clause: null },
  // 版心 156 mm × 225 mm, 5.2.1. The least is above 297, the height of A4 in millimetres.
  {
    path: 'typeAreaHeight',
    name: '版心高',
    meaning: '版心（不含书眉和页码）的高度。',
    unit: '磅',
    kind: number(300, 1500),
    clause: '5.2.1',
  },
  // 天头 37 mm, 5.2.1. The least is above 37, so that the figure in millimetres is noticed.
  { path: 'topMargin', name: '天头', meaning: '从纸的上沿到版心上沿的距离。', unit: '磅', kind: number(40, 250), clause: '5.2.1' },
  // 2号小标宋, 7.3.1
  ...headStyle('title', '标题', '7.3.1'),
  ...headStyle('subtitle', '副题'),
  ...headStyle('byline', '作者行'),
  ...headStyle('numberLine', '发文字号行'),
  ...headStyle('innerTitle', '文内标题'),
  // 附件 in 3号黑体, 7.3.7
  ...textStyle('attachmentLabel', '附件标识', '7.3.7'),
  ...headingStyle(1),
  ...headingStyle(2),
  ...headingStyle(3),
  ...headingStyle(4),
  {
    path: 'chapterLines',
    name: '章题占行',
    meaning: '“第X章”居中排，连上下空共占几个正文行；0 表示按第一层标题排。',
    unit: '行',
    kind: number(0, 8),
    clause: null,
  },
  ...textStyle('table', '表格'),
  { path: 'table.linePitch', name: '表内行距', meaning: '单元格里两行之间的距离。', unit: '磅', kind: number(6, 72), clause: null },
  { path: 'table.paddingX', name: '表内左右空', meaning: '单元格里文字与左右表线的距离。', unit: '磅', kind: number(0, 30), clause: null },
  { path: 'table.paddingY', name: '表内上下空', meaning: '单元格里文字与上下表线的距离。', unit: '磅', kind: number(0, 30), clause: null },
  { path: 'table.headFont', name: '表头字体', meaning: '表头用哪一种字体。', unit: '', kind: font, clause: null },
  { path: 'table.ruleWidth', name: '表线粗细', meaning: '表内各线的粗细。', unit: '磅', kind: rules, clause: null },
  { path: 'table.frameWidth', name: '表框粗细', meaning: '表格外框线的粗细。', unit: '磅', kind: rules, clause: null },
  {
    path: 'table.formRow',
    name: '填写行高',
    meaning: '留空待填的表格行至少有多高。',
    unit: '磅',
    kind: number(0, 200),
    clause: null,
  },
  ...textStyle('box', '专栏框'),
  { path: 'box.linePitch', name: '框内行距', meaning: '专栏框里两行之间的距离。', unit: '磅', kind: number(6, 72), clause: null },
  { path: 'box.padding', name: '框内空', meaning: '专栏框的线与文字的距离。', unit: '磅', kind: number(0, 40), clause: null },
  { path: 'box.ruleWidth', name: '框线粗细', meaning: '专栏框线的粗细。', unit: '磅', kind: rules, clause: null },
  {
    path: 'followOnLines',
    name: '接排间隔',
    meaning: '接排的文件与上一篇之间空几个正文行。',
    unit: '行',
    kind: number(0, 10),
    clause: null,
  },
  {
    path: 'titleSinks',
    name: '页首标题下沉',
    meaning: '标题排在页首时，是否保留它上方的空行。',
    unit: '',
    kind: flag,
    clause: null,
  },
  {
    path: 'attachmentNewPage',
    name: '附件另页',
    meaning: '哪些附件另起一页。',
    unit: '',
    kind: choice({ always: '每个附件', objects: '表格、图和表单的附件', never: '都不另起' }),
    clause: '7.3.7',
  },
  {
    path: 'runningHead.place',
    name: '书眉位置',
    meaning: '书眉排在哪里。',
    unit: '',
    kind: choice({ top: '页首', none: '不排' }),
    clause: null,
  },
  ...textStyle('runningHead.style', '书眉'),
  {
    path: 'runningHead.distance',
    name: '书眉距版心',
    meaning: '书眉的基线在版心上方多远。',
    unit: '磅',
    kind: number(0, 100),
    clause: null,
  },
  { path: 'runningHead.rule', name: '书眉线', meaning: '书眉下是否画一条线。', unit: '', kind: flag, clause: null },
  {
    path: 'runningHead.folio',
    name: '页码位置',
    meaning: '页码排在书眉里还是页脚。',
    unit: '',
    kind: choice({ withHead: '书眉里', foot: '页脚' }),
    clause: null,
  },
  // 4号 half-width 宋体 digits between 一字线, 7 mm below the type area, 7.5
  ...textStyle('folio.style', '页码', '7.5'),
  {
    path: 'folio.distance',
    name: '页码距版心',
    meaning: '页脚页码的基线在版心下方多远。',
    unit: '磅',
    kind: number(0, 100),
    clause: '7.5',
  },
  { path: 'folio.dashes', name: '页码一字线', meaning: '页脚页码两旁是否各加一条一字线。', unit: '', kind: flag, clause: '7.5' },
  {
    path: 'contents.manner',
    name: '目录样式',
    meaning: '目录每一条怎样排。',
    unit: '',
    kind: choice({
      numberBelow: '栏目格在左，发文字号和页码另行（九江）',
      numberDateLeader: '栏目格在左，发文字号、日期、连点、页码（赣州）',
      numberLeaderParentheses: '栏目独占一行，发文字号、连点、加括号的页码（新余）',
      titleLeader: '标题、连点、页码在一段里（国标）',
    }),
    clause: null,
  },
  {
    path: 'contents.heading',
    name: '目录标题文字',
    meaning: '目录页的大标题写什么。',
    unit: '',
    kind: { type: 'text', longest: 20 },
    clause: null,
  },
  ...textStyle('contents.title', '目录标题'),
  ...textStyle('contents.entry', '目录条目'),
  ...textStyle('contents.label', '目录栏目名'),
  {
    path: 'contents.imprintPercent',
    name: '版权栏宽',
    meaning: '目录首页旁的版权栏占版心宽的多少。',
    unit: '百分比',
    kind: number(10, 60),
    clause: null,
  },
  {
    path: 'contents.imprintPanels',
    name: '版权栏数',
    meaning: '版权栏只在目录首页排一块，还是前两页各排一块。',
    unit: '块',
    kind: integer(1, 2),
    clause: null,
  },
  {
    path: 'contents.namesPerRow',
    name: '编委每行人数',
    meaning: '版权栏里编委会的姓名一行排几个。',
    unit: '',
    kind: integer(1, 8),
    clause: null,
  },
  {
    path: 'contents.fieldsInline',
    name: '版权项同行',
    meaning: '版权栏里“地址”一类的项目名与内容是否排在同一行。',
    unit: '',
    kind: flag,
    clause: null,
  },
  { path: 'contents.showSubtitle', name: '目录列副题', meaning: '目录里是否列出副题。', unit: '', kind: flag, clause: null },
  { path: 'contents.parentheses', name: '页码加括号', meaning: '目录里的页码是否加括号。', unit: '', kind: flag, clause: null },
  { path: 'cover.front', name: '封面', meaning: '是否排封面。', unit: '', kind: flag, clause: null },
  { path: 'cover.back', name: '封底', meaning: '是否排封底。', unit: '', kind: flag, clause: null },
  {
    path: 'cover.nameSize',
    name: '封面刊名字号',
    meaning: '封面上刊名的最大字号；刊名长时自动缩小，以版心宽为限。',
    unit: '磅',
    kind: number(18, 120),
    clause: null,
  },
  {
    path: 'cover.band',
    name: '封面色带高',
    meaning: '封面上方红色色带的高度，出血另加；0 表示不排。',
    unit: '磅',
    kind: number(0, 200),
    clause: null,
  },
  {
    path: 'dateForm',
    name: '日期写法',
    meaning: '成文日期怎样写；国标用阿拉伯数字，月日不补零。',
    unit: '',
    kind: choice({ arabic: '阿拉伯数字' }),
    clause: '7.3.5.4',
  },
];

const byPath: ReadonlyMap<string, StyleField> = new Map(styleFields.map((field) => [field.path, field]));

export function findStyleField(path: string): StyleField | null {
  return byPath.get(path) ?? null;
}
