/** A small invented issue of 示例市 with every kind of block, its house style and its page numbers, for the tests of the Word file. */
import { join } from 'node:path';
import { loadFonts } from '../../../main/fonts.ts';
import type { Block, CellParagraph, TableCell, TextRun } from '../../../shared/document/block.ts';
import { emptyOfficialForm, type GazetteDocument } from '../../../shared/document/document.ts';
import { type ComposedIssue, composeIssue } from '../../../shared/issue/compose.ts';
import type { Issue, StartRule } from '../../../shared/issue/issue.ts';
import type { LaidOutIssue } from '../../../shared/layout/page.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';

export const house: HouseStyle = {
  id: 'sample',
  name: '示例市',
  page: { width: 595.28, height: 841.89 },
  grid: { columns: 2, charactersPerLine: 22, linesPerColumn: 36 },
  body: { font: 'song', size: 10.5 },
  gutterEm: 2,
  typeAreaHeight: 666,
  topMargin: 90,
  title: { font: 'title', size: 18, linesEach: 1.5, linesBefore: 1, linesAfter: 0.5 },
  subtitle: { font: 'kai', size: 12, linesEach: 1, linesBefore: 0, linesAfter: 0.5 },
  byline: { font: 'kai', size: 10.5, linesEach: 1, linesBefore: 0, linesAfter: 0.5 },
  numberLine: { font: 'kai', size: 10.5, linesEach: 1, linesBefore: 0, linesAfter: 1 },
  innerTitle: { font: 'title', size: 15, linesEach: 1.5, linesBefore: 1, linesAfter: 1 },
  attachmentLabel: { font: 'hei', size: 10.5 },
  headings: {
    1: { font: 'hei', bold: false },
    2: { font: 'kai', bold: false },
    3: { font: 'song', bold: true },
    4: { font: 'song', bold: false },
  },
  chapterLines: 3,
  table: { font: 'song', size: 9, linePitch: 13, paddingX: 4, paddingY: 2, headFont: 'hei', ruleWidth: 0.5, frameWidth: 0.75, formRow: 40 },
  box: { font: 'kai', size: 10, linePitch: 15, padding: 8, ruleWidth: 0.5 },
  followOnLines: 2,
  attachmentNewPage: 'always',
  titleSinks: true,
  runningHead: { place: 'top', style: { font: 'kai', size: 10.5 }, distance: 14, rule: true, folio: 'withHead' },
  folio: { style: { font: 'song', size: 10.5 }, distance: 24, dashes: true },
  contents: {
    manner: 'numberLeaderParentheses',
    heading: '目录',
    title: { font: 'title', size: 18 },
    entry: { font: 'song', size: 10.5 },
    label: { font: 'hei', size: 12 },
    imprintPercent: 40,
    imprintPanels: 1,
    namesPerRow: 3,
    fieldsInline: false,
    showSubtitle: true,
    parentheses: true,
  },
  dateForm: 'arabic',
  cover: { front: false, back: false, nameSize: 40, band: 0 },
};

const text = (value: string): TextRun[] => [{ text: value }];
const paragraph = (value: string): Block => ({ type: 'paragraph', children: text(value) });
const cell = (value: string, columnSpan = 1, rowSpan = 1): TableCell => ({
  type: 'tableCell',
  columnSpan,
  rowSpan,
  children: value.split('\n').map((line): CellParagraph => ({ type: 'cellParagraph', align: 'center', children: text(line) })),
});

/** Head of two rows with both kinds of span, a group row over the whole width, a span in the body, a row that is too short. */
const table: Block = {
  type: 'table',
  columns: [2, 1, 1, 1, 1],
  children: [
    { type: 'tableRow', head: true, children: [cell('县（区）', 1, 2), cell('完成投资', 2), cell('新增就业', 2)] },
    { type: 'tableRow', head: true, children: [cell('2022年'), cell('2023年'), cell('2022年'), cell('2023年')] },
    { type: 'tableRow', children: [cell('一类地区', 5)] },
    { type: 'tableRow', children: [cell('甲区\n（含开发区）', 1, 2), cell('1.25'), cell('1.50'), cell('300'), cell('')] },
    { type: 'tableRow', children: [cell('合计两年', 2, 2), cell('610', 2)] },
    { type: 'tableRow', children: [cell('乙县'), cell('短行')] },
  ],
};

const filler =
  '各县（市、区）人民政府要压实责任，健全“主要领导亲自抓、分管领导具体抓”的工作机制，坚持问题导向，细化任务清单，按季度调度推进；' +
  '市直有关单位要加强业务指导，对PM₂.₅年均浓度、优良天数比例等20项指标逐项对账，确保2024年底前全部完成——不得以会议代替落实……';

function document(fields: Partial<GazetteDocument> & Pick<GazetteDocument, 'title' | 'blocks'>): GazetteDocument {
  return {
    format: 1,
    kind: 'official',
    titleLines: [fields.title],
    subtitle: null,
    docNumber: null,
    date: null,
    issuer: null,
    addressees: null,
    authors: [],
    byline: null,
    official: emptyOfficialForm,
    ...fields,
  };
}

/** 1 × 1 PNG. */
export const onePixel = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

const documents: Readonly<Record<string, GazetteDocument>> = {
  方案: document({
    title: '示例市人民政府关于印发示例市空气质量改善行动方案（2024—2025年）的通知',
    titleLines: ['示例市人民政府', '关于印发示例市空气质量改善', '行动方案（2024—2025年）的通知'],
    docNumber: '示府发〔2024〕2号',
    date: '2024-03-09',
    addressees: '各县（市、区）人民政府，市政府各部门、市直各单位：',
    blocks: [
      paragraph('现将《示例市空气质量改善行动方案（2024—2025年）》印发给你们，请认真组织实施。'),
      { type: 'attachment', children: text('附件：1. 各县（区）任务分解表') },
      { type: 'attachment', children: text('2. 监测站点分布示意图及其说明') },
      { type: 'note', children: text('（此件主动公开）') },
      { type: 'title', children: text('示例市空气质量改善行动方案') },
      { type: 'subtitle', children: text('（2024—2025年）') },
      { type: 'heading', level: 1, children: text('一、总体要求') },
      { type: 'heading', level: 2, children: [{ text: '（一）指导思想。' }, { text: filler, runIn: true }] },
      { type: 'heading', level: 3, children: [{ text: '1.控制扬尘。' }, { text: filler, runIn: true }] },
      { type: 'heading', level: 4, children: [{ text: '（1）工地围挡。' }, { text: '做到“六个百分之百”。', runIn: true }] },
      {
        type: 'paragraph',
        children: [
          { text: '浓度PM' },
          { text: '2.5', subscript: true },
          { text: '、面积10m' },
          { text: '2', superscript: true },
          { text: '等以' },
          { text: '监测值', bold: true },
          { text: '为准；\n换行后仍是一段。' },
        ],
      },
      {
        type: 'box',
        children: [
          { type: 'cellParagraph', align: 'center', children: text('专栏1　重点工程') },
          { type: 'cellParagraph', children: text(filler) },
        ],
      },
      ...Array.from({ length: 9 }, () => paragraph(filler)),
      { type: 'attachmentTitle', label: '附件1', children: text('各县（区）任务分解表') },
      { type: 'paragraph', align: 'right', children: text('单位：亿元、人') },
      table,
      { type: 'attachmentTitle', label: '附件2', children: text('监测站点分布示意图') },
      { type: 'figure', image: { hash: 'pixel', width: 900, height: 300 }, children: text('图1　站点分布') },
      { type: 'figure', image: null, children: text('图2　流程图') },
    ],
  }),
  任免: document({
    title: '示例市人民政府关于甲乙等同志职务任免的通知',
    docNumber: '示府字〔2024〕7号',
    date: '2024-04-12',
    addressees: '市政府各部门：',
    blocks: [
      paragraph(`经研究决定，任命甲乙为示例市应急管理局局长。${filler}`),
      { type: 'sign', children: text('示例市人民政府') },
      { type: 'signDate', children: text('2024年4月12日') },
    ],
  }),
  办法: document({
    title: '示例市人民政府办公室关于印发示例市档案管理办法的通知',
    docNumber: '示府办发〔2024〕11号',
    date: '2024-05-20',
    blocks: [
      { type: 'title', children: text('示例市档案管理办法') },
      { type: 'heading', level: 1, children: text('第一章　总则') },
      { type: 'article', children: text(`第一条　为规范档案管理，制定本办法。${filler}`) },
      { type: 'article', children: text(`第二十二条　本办法自公布之日起施行。${filler}`) },
    ],
  }),
  调研: document({
    kind: 'article',
    title: '关于乡村夜校的调查与思考',
    subtitle: '——以丙县为例',
    authors: ['丁戊', '己庚辛'],
    byline: '丁　戊　己庚辛',
    blocks: [paragraph(filler), paragraph(filler), { type: 'note', children: text('（作者单位：示例市委党校）') }],
  }),
  动态: document({ kind: 'news', title: '市政府第12次常务会议召开', blocks: [paragraph(filler)] }),
};

const order: readonly (readonly [string, string, StartRule])[] = [
  ['方案', '市政府文件', 'newPage'],
  ['任免', '市政府文件', 'followOn'],
  ['办法', '市政府办公室文件', 'newPage'],
  ['调研', '调查研究', 'rightPage'],
  ['动态', '政务动态', 'newPage'],
];

const issue: Issue<string> = {
  head: {
    gazette: '示例市人民政府公报',
    house: 'sample',
    year: 2024,
    number: 3,
    totalNumber: 36,
    frequency: '双月刊',
    publishedOn: '2024-06-30',
    grid: null,
    firstPage: 3,
    cover: {},
    slogans: ['传达政令', '宣传政策', '指导工作', '服务社会'],
    statement: '本刊所登文件与正式文件具有同等效力',
    board: [
      { role: '主任', names: ['壬癸子'] },
      { role: '编委', names: ['丑寅', '卯辰巳', '午未', '申酉戌'] },
    ],
    fields: [
      { label: '主办', value: '示例市人民政府办公室' },
      { label: '地址', value: '示例市示例路1号' },
      { label: '邮编', value: '000000' },
    ],
  },
  entries: order.map(([key, section, start]) => ({ key, section, start, contentsTitle: null })),
};

export const composed: ComposedIssue<string> = composeIssue(issue, (key) => documents[key] ?? null).value;

/** Invented, so that a number in the contents can only come from here. */
const firstPages = [3, 26, 47, 59, 80];

/** What the layout would say. */
export const laidOut: LaidOutIssue = {
  pages: [],
  covers: { front: null, back: null },
  contents: composed.entries.map(({ contents }, index) => ({ ...contents, page: firstPages[index] ?? 0 })),
  documents: composed.entries.map(({ document: { title } }, index) => {
    const page = firstPages[index] ?? 0;
    return { entry: index, title, firstPage: page, lastPage: page };
  }),
  messages: [],
};

/** The fonts of the layout, by which the columns of tables are measured. */
export const fonts = loadFonts(join(import.meta.dirname, '../../../dist/fonts')).book;

export function images(hash: string): { readonly bytes: Uint8Array; readonly mediaType: string } | null {
  return hash === 'pixel' ? { bytes: onePixel, mediaType: 'image/png' } : null;
}
