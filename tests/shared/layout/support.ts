/** What the layout tests share: the real metrics, a repeatable source of chance, and small documents of 示例市. */
import { join } from 'node:path';
import { loadFonts } from '../../../main/fonts.ts';
import type { Block } from '../../../shared/document/block.ts';
import { emptyOfficialForm, type GazetteDocument } from '../../../shared/document/document.ts';
import { type ComposedIssue, composeIssue } from '../../../shared/issue/compose.ts';
import type { IssueHead, StartRule } from '../../../shared/issue/issue.ts';
import { createMeasure } from '../../../shared/layout/measure.ts';
import type { Page, TextItem } from '../../../shared/layout/page.ts';
import type { TableLook } from '../../../shared/layout/table.ts';

export const fonts = loadFonts(join(import.meta.dirname, '../../../dist/fonts'));
export const measure = createMeasure(fonts.book);

/** A small congruential generator: the same seed gives the same run of numbers below `limit`. */
export function chance(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const HAN = '为进一步加强城市管理提升公共服务水平推动高质量发展现将有关事项通知如下各县区人民政府市直单位要认真组织实施确保取得实效';
const PIECES = [
  '，',
  '。',
  '、',
  '；',
  '：',
  '“',
  '”',
  '（',
  '）',
  '《',
  '》',
  '——',
  '……',
  '2026年',
  '5.5%',
  'GB/T 9704',
  'AI',
  '10‰',
  '〔2026〕3号',
  '①',
  'Ⅱ',
  '”，',
  '）。',
  '》（',
  '：“',
];

/** Text as offices write it, marks and numbers strewn in. */
export function randomText(next: (limit: number) => number, length: number): string {
  let text = HAN[next(HAN.length)] as string;
  while (text.length < length) text += next(4) === 0 ? (PIECES[next(PIECES.length)] as string) : (HAN[next(HAN.length)] as string);
  return text;
}

export const head: IssueHead = {
  gazette: '示例市人民政府公报',
  house: 'xinyu',
  year: 2026,
  number: 1,
  totalNumber: 1,
  frequency: '双月刊',
  publishedOn: '2026-02-28',
  grid: null,
  firstPage: 3,
  cover: {},
  slogans: ['传达政令', '宣传政策'],
  statement: '本刊所登文件与正式文件具有同等效力',
  board: [
    { role: '主任', names: ['顾言'] },
    { role: '编委', names: ['江一舟', '沈未', '林知远'] },
  ],
  fields: [
    { label: '主办单位', value: '示例市人民政府办公室' },
    { label: '邮编', value: '000000' },
  ],
};

export function documentOf(title: string, blocks: readonly Block[], more: Partial<GazetteDocument> = {}): GazetteDocument {
  return {
    format: 1,
    kind: 'official',
    title,
    titleLines: [title],
    subtitle: null,
    docNumber: null,
    date: null,
    issuer: null,
    addressees: null,
    authors: [],
    byline: null,
    blocks,
    official: emptyOfficialForm,
    ...more,
  };
}

export function paragraphs(next: (limit: number) => number, count: number, length: number): Block[] {
  return Array.from({ length: count }, () => ({ type: 'paragraph' as const, children: [{ text: randomText(next, 1 + next(length)) }] }));
}

export function issueOf(
  entries: readonly { readonly document: GazetteDocument; readonly section?: string; readonly start?: StartRule }[],
  override: Partial<IssueHead> = {},
): ComposedIssue<number> {
  const issue = {
    head: { ...head, ...override },
    entries: entries.map((entry, key) => ({
      key,
      section: entry.section ?? '市政府文件',
      start: entry.start ?? ('newPage' as const),
      contentsTitle: null,
    })),
  };
  return composeIssue(issue, (key) => entries[key]?.document ?? null).value;
}

export function textItems(page: Page): TextItem[] {
  return page.items.filter((item) => item.kind === 'text');
}

/** A table in small type; a line of it makes a row of 19 points. */
export const tableLook: TableLook = {
  font: 'song',
  headFont: 'hei',
  size: 9000,
  pitch: 13000,
  paddingX: 3000,
  paddingY: 3000,
  rule: 400,
  outerRule: 750,
  formRow: 40000,
  frame: false,
};

/** All characters of pages, sorted, blanks apart: what was painted, whatever the order. */
export function characters(text: string): string {
  return [...text.replace(/[\s\u3000]/g, '')].sort().join('');
}
