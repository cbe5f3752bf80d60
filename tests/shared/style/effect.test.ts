/** What can be set does something: each field of a house style changes the pages or the covers of an issue that has all of it. */
import { expect, test } from 'vitest';
import type { Block, TableCell } from '../../../shared/document/block.ts';
import type { GazetteDocument } from '../../../shared/document/document.ts';
import { composeIssue } from '../../../shared/issue/compose.ts';
import { layoutIssue } from '../../../shared/layout/layout.ts';
import { houseStyles } from '../../../shared/style/index.ts';
import { applyOverrides, type HouseOverrides, styleLeaves } from '../../../shared/style/override.ts';
import { type StyleField, styleFields } from '../../../shared/style/schema.ts';
import type { HouseStyle } from '../../../shared/style/style.ts';
import { sampleHead } from '../../main/samples.ts';
import { documentOf, fonts } from '../layout/support.ts';

const text = '为进一步加强城市管理，提升公共服务水平，现将有关事项通知如下。';
const say = (words: string): Block => ({ type: 'paragraph', children: [{ text: words }] });
const cell = (words: string): TableCell => ({
  type: 'tableCell',
  columnSpan: 1,
  rowSpan: 1,
  children: [{ type: 'cellParagraph', children: [{ text: words }] }],
});
const row = (...cells: string[]) => ({ type: 'tableRow' as const, children: cells.map(cell) });
const heading = (level: 1 | 2 | 3 | 4, words: string): Block => ({ type: 'heading', level, children: [{ text: words }] });

const full: GazetteDocument = documentOf(
  '示例市人民政府关于加强绿化工作的通知',
  [
    say(text.repeat(3)),
    { type: 'title', children: [{ text: '示例市绿化工作方案' }] },
    { type: 'subtitle', children: [{ text: '（试行）' }] },
    ...['第一章　总则', '一、总体要求'].map((words) => heading(1, words)),
    say(text.repeat(9)),
    heading(2, '（一）指导思想'),
    say(text.repeat(9)),
    heading(3, '1.加强领导'),
    heading(4, '（1）明确责任'),
    say(text.repeat(20)),
    { type: 'box', children: ['专栏1　重点工程', text, text].map((words) => ({ type: 'cellParagraph', children: [{ text: words }] })) },
    { type: 'attachmentTitle', label: '附件1', children: [{ text: '责任分工表' }] },
    { type: 'table', columns: [1, 1], children: [{ ...row('序号', '工作任务'), head: true }, row('1', text.repeat(4)), row('2', text)] },
    { type: 'attachmentTitle', label: '附件2', children: [{ text: '申请表' }] },
    { type: 'table', columns: [1, 1], children: [row('单位', ''), row('联系人', '')] },
    { type: 'attachmentTitle', label: '附件3', children: [{ text: '说明' }] },
    say(text),
  ],
  { subtitle: '——在全市绿化会议上的讲话', authors: ['江一舟'], byline: '江一舟', docNumber: '示府发〔2026〕3号', date: '2026-01-05' },
);
const issue = {
  head: { ...sampleHead, grid: null, board: [{ role: '编委', names: [...'甲乙丙丁戊己庚辛'].map((name) => `顾${name}言`) }] },
  entries: Array.from({ length: 12 }, (_, key) => ({
    key,
    section: key < 6 ? '市政府文件' : '调查研究',
    start: key % 2 === 0 ? ('newPage' as const) : ('followOn' as const),
    contentsTitle: null,
  })),
};
const composed = composeIssue(issue, (key) => (key % 3 === 2 ? { ...full, docNumber: null } : full)).value;

function printed(style: HouseStyle): string {
  const { pages, covers } = layoutIssue(composed, style, fonts.book);
  return JSON.stringify([pages, covers]);
}

/** Another value that is allowed, and well away from the old one. */
function other({ kind }: StyleField, value: unknown): unknown {
  switch (kind.type) {
    case 'boolean':
      return value !== true;
    case 'font':
      return value === 'kai' ? 'title' : 'kai';
    case 'choice':
      return Object.keys(kind.choices).filter((each) => each !== value);
    case 'text':
      return `${String(value)}甲`;
    default:
      return (value as number) + 1 <= kind.max ? (value as number) + 1 : (value as number) - 1;
  }
}

/** Names of the style itself, and a choice with one value. */
const SAYS_NOTHING = new Set(['id', 'name', 'dateForm']);

test('every field of a house style is to be seen in one style that ships', () => {
  // Of a heading in Hei nobody sees that it is bold.
  const inSong = applyOverrides(houseStyles[0] as HouseStyle, { headings: { 1: { font: 'song', bold: false } } } as HouseOverrides);
  const styles = [...houseStyles, inSong];
  const base = new Map(styles.map((style) => [style, printed(style)]));
  const dead = styleFields.filter((field) => {
    if (SAYS_NOTHING.has(field.path)) return false;
    return !styles.some((style) => {
      const value = styleLeaves(style).find(({ path }) => path === field.path)?.value;
      return [other(field, value)].flat().some((changed) => {
        const overrides = field.path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), changed) as HouseOverrides;
        return printed(applyOverrides(style, overrides)) !== base.get(style);
      });
    });
  });
  expect(dead.map(({ path }) => path)).toEqual([]);
});
