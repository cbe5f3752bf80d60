/** An invented issue that shows every part of a house style on a few pages: contents, titles, headings, text, table, box, attachment, news. */
import type { Block } from '../document/block.ts';
import { emptyOfficialForm, type GazetteDocument } from '../document/document.ts';
import type { Issue } from './issue.ts';

const runs = (text: string) => [{ text }];
const paragraph = (text: string): Block => ({ type: 'paragraph', children: runs(text) });
const heading = (level: 1 | 2 | 3 | 4, head: string, rest = ''): Block => ({
  type: 'heading',
  level,
  children: rest === '' ? runs(head) : [{ text: head }, { text: rest, runIn: true }],
});

const plan =
  '坚持以人民为中心，统筹规划、建设、管理三大环节，因地制宜、分类施策，力争用三年时间使城市面貌有明显改善，居民满意度有明显提高。各县（区）要结合实际细化任务，明确责任单位和完成时限。';
const work =
  '各有关单位要建立台账，逐项落实，每季度向市政府报告一次进展情况；对推进不力的，予以通报。所需经费由市、县两级财政按 6∶4 的比例分担，2026 年先期安排 1.2 亿元。';

const cell = (text: string) => ({
  type: 'tableCell' as const,
  columnSpan: 1,
  rowSpan: 1,
  children: [{ type: 'cellParagraph' as const, children: runs(text) }],
});
const row = (texts: readonly string[], head = false) => ({
  type: 'tableRow' as const,
  ...(head ? { head: true as const } : {}),
  children: texts.map(cell),
});
const table: Block = {
  type: 'table',
  columns: [1, 3, 2, 2],
  children: [
    row(['序号', '项　目', '责任单位', '完成时限'], true),
    row(['1', '老旧小区改造 46 个', '市住建局', '2026年12月']),
    row(['2', '口袋公园建设 18 处', '市城管局', '2026年10月']),
    row(['3', '背街小巷整治 120 条', '各县（区）', '2027年6月']),
  ],
};
const box: Block = {
  type: 'box',
  children: [
    { type: 'cellParagraph', children: runs('【名词解释】') },
    { type: 'cellParagraph', children: runs('口袋公园：面向公众开放、规模较小、形状多样的公园绿化活动场地，一般不超过 1 公顷。') },
  ],
};

function official(title: string, number: number, blocks: readonly Block[]): GazetteDocument {
  return {
    format: 1,
    kind: 'official',
    title,
    titleLines: [title],
    subtitle: null,
    docNumber: `示府发〔2026〕${number}号`,
    date: '2026-01-15',
    issuer: '示例市人民政府',
    addressees: '各县（区）人民政府，市政府各部门：',
    authors: [],
    byline: null,
    blocks,
    official: emptyOfficialForm,
  };
}

const notice = official('示例市人民政府关于印发示例市城市品质提升三年行动方案的通知', 1, [
  paragraph('现将《示例市城市品质提升三年行动方案》印发给你们，请认真贯彻执行。'),
  { type: 'title', children: runs('示例市城市品质提升三年行动方案') },
  paragraph(plan),
  heading(1, '一、总体要求'),
  heading(2, '（一）指导思想。', plan),
  heading(2, '（二）工作目标。', work),
  heading(1, '二、重点任务'),
  heading(2, '（一）改善居住条件'),
  heading(3, '1. 改造老旧小区。', work),
  heading(4, '（1）完善配套设施。', plan),
  paragraph(work),
  table,
  paragraph(plan),
  box,
  heading(1, '三、保障措施'),
  paragraph(work),
  paragraph(plan),
  { type: 'attachment', children: runs('附件：重点项目清单') },
  { type: 'attachmentTitle', label: '附件', children: runs('重点项目清单') },
  table,
  { type: 'note', children: runs('（此件主动公开）') },
]);

const reply = official('示例市人民政府关于同意设立河口湿地公园的批复', 2, [paragraph(plan), paragraph(work), paragraph(plan)]);

const article: GazetteDocument = {
  ...official('小巷里的大民生', 0, [
    paragraph(plan),
    heading(1, '一、从“有没有”到“好不好”'),
    paragraph(work),
    paragraph(plan),
    paragraph(work),
  ]),
  kind: 'article',
  subtitle: '——示例市背街小巷整治工作调查',
  docNumber: null,
  addressees: null,
  issuer: null,
  authors: ['张三', '李四'],
  byline: '张三　李四',
};

export const specimenDocuments: Readonly<Record<string, GazetteDocument>> = { notice, reply, article };

export function specimenIssue(house: string): Issue<string> {
  return {
    head: {
      gazette: '示例市人民政府公报',
      house,
      year: 2026,
      number: 1,
      totalNumber: 1,
      frequency: '月刊',
      publishedOn: '2026-01-31',
      grid: null,
      firstPage: 1,
      cover: {},
      slogans: ['传达政令　宣传政策', '指导工作　服务社会'],
      statement: '本刊所登文件与正式文件具有同等效力',
      board: [
        { role: '主任', names: ['张三'] },
        { role: '编委', names: ['李四', '王五', '赵六'] },
      ],
      fields: [
        { label: '主管单位', value: '示例市人民政府' },
        { label: '地址', value: '示例市市民大道1号' },
      ],
    },
    entries: [
      { key: 'notice', section: '市政府文件', start: 'newPage', contentsTitle: null },
      { key: 'reply', section: '市政府文件', start: 'followOn', contentsTitle: null },
      { key: 'article', section: '调查研究', start: 'newPage', contentsTitle: null },
    ],
  };
}
