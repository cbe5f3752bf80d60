/** Invented texts of 示例市 for the tests of main. */
import { emptyOfficialForm, type GazetteDocument } from '../../shared/document/document.ts';
import type { IssueHead } from '../../shared/issue/issue.ts';

export const sampleHead: IssueHead = {
  gazette: '示例市人民政府公报',
  house: 'jiujiang',
  year: 2024,
  number: 3,
  totalNumber: 36,
  frequency: '双月刊',
  publishedOn: '2024-06-30',
  grid: { columns: 2, charactersPerLine: 22, linesPerColumn: 37 },
  firstPage: 3,
  cover: { title: '示例市人民政府公报' },
  slogans: ['传达政令'],
  statement: '本刊所登文件与正式文件同等效力',
  board: [{ role: '主任', names: ['张三', '李四'] }],
  fields: [{ label: '主管单位', value: '示例市人民政府' }],
};

export function sampleDocument(title: string): GazetteDocument {
  return {
    format: 1,
    kind: 'official',
    title,
    titleLines: [title],
    subtitle: null,
    docNumber: '示府发〔2024〕3号',
    date: '2024-05-06',
    issuer: '示例市人民政府',
    addressees: '各县（区）人民政府：',
    authors: [],
    byline: null,
    blocks: [
      { type: 'heading', level: 1, children: [{ text: '一、总体要求' }] },
      { type: 'paragraph', children: [{ text: '全市上下要抓好落实。' }] },
    ],
    official: emptyOfficialForm,
  };
}

/** A plain text submission as an office would send it. */
export function sampleText(title: string, number: number): Uint8Array {
  const lines = [
    title,
    `示府发〔2024〕${number}号`,
    '',
    '各县（区）人民政府，市政府各部门：',
    '　　为做好有关工作，现通知如下。',
    '　　一、总体要求',
    '　　全市上下要抓好落实。',
    '',
    '示例市人民政府',
    '2024年5月6日',
  ];
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}
