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

/** A field whose figure no standard gives has no clause. */
function field(path: string, name: string, meaning: string, unit: StyleUnit, kind: StyleKind, clause: string | null = null): StyleField {
  return { path, name, meaning, unit, kind, clause };
}

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
    field(`${path}.font`, `${name}字体`, `${name}用哪一种字体。`, '', font, clause),
    field(`${path}.size`, `${name}字号`, `${name}的字号。`, '磅', size, clause),
  ];
}

function headStyle(path: string, name: string, clause: string | null = null): StyleField[] {
  return [
    ...textStyle(path, name, clause),
    field(`${path}.linesEach`, `${name}每行占位`, `${name}每一行占几个正文行的高度。`, '行', number(0.5, 6)),
    field(`${path}.linesBefore`, `${name}上空`, `${name}上方空几个正文行。`, '行', number(0, 10)),
    field(`${path}.linesAfter`, `${name}下空`, `${name}下方空几个正文行。`, '行', number(0, 10)),
  ];
}

const levels = ['一、', '（一）', '1.', '（1）'];

function headingStyle(level: 1 | 2 | 3 | 4): StyleField[] {
  const name = `第${['一', '二', '三', '四'][level - 1]}层标题`;
  const mark = levels[level - 1] as string;
  return [
    field(`headings.${level}.font`, `${name}字体`, `“${mark}”这一层标题用哪一种字体，字号随正文。`, '', font, '7.3.3'),
    field(
      `headings.${level}.bold`,
      `${name}加粗`,
      `“${mark}”这一层标题是否加粗；正文大小的字加粗即改用黑体。国标各层都不加粗。`,
      '',
      flag,
      '7.3.3',
    ),
  ];
}

export const styleFields: readonly StyleField[] = [
  field('id', '代号', '清单和命令行里用来称呼这个版式的短名，用字母、数字、汉字和连字符。', '', { type: 'text', longest: 40 }),
  field('name', '名称', '界面上显示的版式名称。', '', { type: 'text', longest: 60 }),
  // A4 210 mm × 297 mm, 5.1; down to A5 and up to A3.
  field('page.width', '纸宽', '成品（裁切后）的页宽。', '磅', number(400, 1200), '5.1'),
  field('page.height', '纸高', '成品（裁切后）的页高。', '磅', number(550, 1700), '5.1'),
  // One column of 28 × 22 in the standard, 5.2.3; gazettes in two columns of 21 or 22.
  field('grid.columns', '栏数', '正文排几栏。', '栏', integer(1, 4)),
  field(
    'grid.charactersPerLine',
    '每行字数',
    '每栏每行排几个汉字；与正文字号、栏数和栏距一起定出版心的宽度。',
    '字',
    integer(8, 60),
    '5.2.3',
  ),
  field('grid.linesPerColumn', '每栏行数', '每栏排几行；版心高除以行数就是行距。', '行', integer(10, 80), '5.2.3'),
  // 3号 (15.75 pt) in the standard; gazettes in 五号 or a little above.
  ...textStyle('body', '正文', '5.2.2', number(7, 24)),
  field('gutterEm', '栏距', '两栏之间空几个正文字；排一栏时不用。', '字', number(0, 8)),
  // 版心 156 mm × 225 mm, 5.2.1. The least is above 297, the height of A4 in millimetres.
  field('typeAreaHeight', '版心高', '版心（不含书眉和页码）的高度。', '磅', number(300, 1500), '5.2.1'),
  // 天头 37 mm, 5.2.1. The least is above 37, so that the figure in millimetres is noticed.
  field('topMargin', '天头', '从纸的上沿到版心上沿的距离。', '磅', number(40, 250), '5.2.1'),
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
  field('chapterLines', '章题占行', '“第X章”居中排，连上下空共占几个正文行；0 表示按第一层标题排。', '行', number(0, 8)),
  ...textStyle('table', '表格'),
  field('table.linePitch', '表内行距', '单元格里两行之间的距离。', '磅', number(6, 72)),
  field('table.paddingX', '表内左右空', '单元格里文字与左右表线的距离。', '磅', number(0, 30)),
  field('table.paddingY', '表内上下空', '单元格里文字与上下表线的距离。', '磅', number(0, 30)),
  field('table.headFont', '表头字体', '表头用哪一种字体。', '', font),
  field('table.ruleWidth', '表线粗细', '表内各线的粗细。', '磅', rules),
  field('table.frameWidth', '表框粗细', '表格外框线的粗细。', '磅', rules),
  field('table.formRow', '填写行高', '留空待填的表格行至少有多高。', '磅', number(0, 200)),
  ...textStyle('box', '专栏框'),
  field('box.linePitch', '框内行距', '专栏框里两行之间的距离。', '磅', number(6, 72)),
  field('box.padding', '框内空', '专栏框的线与文字的距离。', '磅', number(0, 40)),
  field('box.ruleWidth', '框线粗细', '专栏框线的粗细。', '磅', rules),
  field('followOnLines', '接排间隔', '接排的文件与上一篇之间空几个正文行。', '行', number(0, 10)),
  field('titleSinks', '页首标题下沉', '标题排在页首时，是否保留它上方的空行。', '', flag),
  field(
    'attachmentNewPage',
    '附件另页',
    '哪些附件另起一页。',
    '',
    choice({ always: '每个附件', objects: '表格、图和表单的附件', never: '都不另起' }),
    '7.3.7',
  ),
  field('runningHead.place', '书眉位置', '书眉排在哪里。', '', choice({ top: '页首', none: '不排' })),
  ...textStyle('runningHead.style', '书眉'),
  field('runningHead.distance', '书眉距版心', '书眉的基线在版心上方多远。', '磅', number(0, 100)),
  field('runningHead.rule', '书眉线', '书眉下是否画一条线。', '', flag),
  field('runningHead.folio', '页码位置', '页码排在书眉里还是页脚。', '', choice({ withHead: '书眉里', foot: '页脚' })),
  // 4号 half-width 宋体 digits between 一字线, 7 mm below the type area, 7.5
  ...textStyle('folio.style', '页码', '7.5'),
  field('folio.distance', '页码距版心', '页脚页码的基线在版心下方多远。', '磅', number(0, 100), '7.5'),
  field('folio.dashes', '页码一字线', '页脚页码两旁是否各加一条一字线。', '', flag, '7.5'),
  field(
    'contents.manner',
    '目录样式',
    '目录每一条怎样排。',
    '',
    choice({
      numberBelow: '栏目格在左，发文字号和页码另行（九江）',
      numberDateLeader: '栏目格在左，发文字号、日期、连点、页码（赣州）',
      numberLeaderParentheses: '栏目独占一行，发文字号、连点、页码（新余）',
      titleLeader: '标题、连点、页码在一段里（国标）',
    }),
  ),
  field('contents.heading', '目录标题文字', '目录页的大标题写什么。', '', { type: 'text', longest: 20 }),
  ...textStyle('contents.title', '目录标题'),
  ...textStyle('contents.entry', '目录条目'),
  ...textStyle('contents.label', '目录栏目名'),
  field('contents.imprintPercent', '版权栏宽', '目录首页旁的版权栏占版心宽的多少。', '百分比', number(10, 60)),
  field('contents.imprintPanels', '版权栏数', '版权栏只在目录首页排一块，还是前两页各排一块。', '块', integer(1, 2)),
  field('contents.namesPerRow', '编委每行人数', '版权栏里编委会的姓名一行排几个。', '', integer(1, 8)),
  field('contents.fieldsInline', '版权项同行', '版权栏里“地址”一类的项目名与内容是否排在同一行。', '', flag),
  field('contents.showSubtitle', '目录列副题', '目录里是否列出副题。', '', flag),
  field('contents.parentheses', '页码加括号', '目录里的页码是否加括号。', '', flag),
  field('cover.front', '封面', '是否排封面。', '', flag),
  field('cover.back', '封底', '是否排封底。', '', flag),
  field('cover.nameSize', '封面刊名字号', '封面上刊名的最大字号；刊名长时自动缩小，以版心宽为限。', '磅', number(18, 120)),
  field('cover.band', '封面色带高', '封面上方红色色带的高度，出血另加；0 表示不排。', '磅', number(0, 200)),
  field('dateForm', '日期写法', '成文日期怎样写；国标用阿拉伯数字，月日不补零。', '', choice({ arabic: '阿拉伯数字' }), '7.3.5.4'),
];

const byPath: ReadonlyMap<string, StyleField> = new Map(styleFields.map((field) => [field.path, field]));

export function findStyleField(path: string): StyleField | null {
  return byPath.get(path) ?? null;
}
