/** The paragraph styles of the Word file as data, made of the house style; word-stylesheet.ts writes them. */
import type { FontRole } from '../../shared/layout/metrics.ts';
import type { HeadStyle, HouseStyle } from '../../shared/style/style.ts';
import { singleLine, twips, type WordMeasure } from './word-measure.ts';

export type ParagraphStyleId =
  | 'GazetteTitle'
  | 'GazetteSubtitle'
  | 'Byline'
  | 'NumberLine'
  | 'Addressees'
  | 'GazetteBody'
  | 'Heading1st'
  | 'Heading2nd'
  | 'Heading3rd'
  | 'Heading4th'
  | 'Chapter'
  | 'Article'
  | 'Note'
  | 'Sign'
  | 'InnerTitle'
  | 'InnerSubtitle'
  | 'AttachmentList'
  | 'AttachmentLabel'
  | 'AttachmentTitle'
  | 'TableText'
  | 'TableHead'
  | 'BoxText'
  | 'Figure'
  | 'Caption'
  | 'ContentsHeading'
  | 'ContentsSection'
  | 'ContentsLabel'
  | 'ContentsEntry'
  | 'ImprintName'
  | 'Imprint'
  | 'RunningHead'
  | 'Folio'
  | 'SectionEnd';

export type CharacterStyleId = 'ArticleNumber' | 'RunInText';

export interface ParagraphStyle {
  readonly id: ParagraphStyleId;
  /** What Word shows. Names of built-in styles in a Chinese Word (正文, 副标题, 页码) would clash and are avoided. */
  readonly name: string;
  readonly font: FontRole;
  readonly size: number;
  readonly bold?: boolean;
  readonly align: 'both' | 'center' | 'left' | 'right';
  /** Exact height of a line in twips; null lets pictures take their height. */
  readonly line: number | null;
  readonly before?: number;
  readonly after?: number;
  /** Indents in hundredths of a character, as Word counts them. */
  readonly firstLine?: number;
  readonly left?: number;
  readonly hanging?: number;
  readonly right?: number;
  readonly keepNext?: boolean;
  /** 0 is the first level of the navigation pane. */
  readonly outline?: number;
  readonly next?: ParagraphStyleId;
  readonly rule?: boolean;
}

/** A head takes a whole number of body lines, so that the lines of both columns meet below it. */
function head(style: HeadStyle, pitch: number): Pick<ParagraphStyle, 'font' | 'size' | 'line' | 'before' | 'after'> {
  return {
    font: style.font,
    size: style.size,
    line: Math.round(style.linesEach * pitch),
    before: Math.round(style.linesBefore * pitch),
    after: Math.round(style.linesAfter * pitch),
  };
}

/** GB/T 9704-2012, 7.3: indents and levels of the body; sizes, fonts and lines are those of the house. */
export function paragraphStyles(style: HouseStyle, measure: WordMeasure): readonly ParagraphStyle[] {
  const { pitch } = measure;
  const body = { font: style.body.font, size: style.body.size, line: pitch } as const;
  const level = (number: 1 | 2 | 3 | 4) => ({
    ...body,
    font: style.headings[number].font,
    bold: style.headings[number].bold,
    align: 'both' as const,
    firstLine: 200,
    outline: number,
    next: 'GazetteBody' as const,
  });
  const chapterSpace = Math.round((Math.max(style.chapterLines - 1, 0) * pitch) / 2);
  const table = { font: style.table.font, size: style.table.size, line: twips(style.table.linePitch) };
  const contents = style.contents;
  const entryLine = Math.max(pitch, singleLine(contents.entry.size));
  const folio = { font: style.folio.style.font, size: style.folio.style.size, line: singleLine(style.folio.style.size) };
  const runningHead = style.runningHead;
  return [
    { id: 'GazetteTitle', name: '公报标题', ...head(style.title, pitch), align: 'center', outline: 0, keepNext: true, next: 'NumberLine' },
    { id: 'GazetteSubtitle', name: '公报副标题', ...head(style.subtitle, pitch), align: 'center', keepNext: true },
    { id: 'Byline', name: '作者行', ...head(style.byline, pitch), align: 'center', keepNext: true },
    { id: 'NumberLine', name: '文号行', ...head(style.numberLine, pitch), align: 'center', keepNext: true, next: 'Addressees' },
    { id: 'Addressees', name: '主送机关', ...body, align: 'both', next: 'GazetteBody' },
    { id: 'GazetteBody', name: '公报正文', ...body, align: 'both', firstLine: 200 },
    { id: 'Heading1st', name: '一级标题', ...level(1) },
    { id: 'Heading2nd', name: '二级标题', ...level(2) },
    { id: 'Heading3rd', name: '三级标题', ...level(3) },
    { id: 'Heading4th', name: '四级标题', ...level(4) },
    {
      id: 'Chapter',
      name: '章标题',
      ...level(1),
      firstLine: 0,
      align: 'center',
      before: chapterSpace,
      after: chapterSpace,
      keepNext: true,
    },
    { id: 'Article', name: '条文', ...body, align: 'both', firstLine: 200 },
    { id: 'Note', name: '附注', ...body, align: 'both', firstLine: 200 },
    { id: 'Sign', name: '署名', ...body, align: 'right', right: 200 },
    { id: 'InnerTitle', name: '内文标题', ...head(style.innerTitle, pitch), align: 'center', outline: 1 },
    { id: 'InnerSubtitle', name: '内文副标题', ...head(style.subtitle, pitch), align: 'center' },
    { id: 'AttachmentList', name: '附件说明', ...body, align: 'both', left: 600, hanging: 400 },
    {
      id: 'AttachmentLabel',
      name: '附件序号',
      font: style.attachmentLabel.font,
      size: style.attachmentLabel.size,
      line: Math.max(pitch, singleLine(style.attachmentLabel.size)),
      align: 'left',
      keepNext: true,
      next: 'AttachmentTitle',
    },
    { id: 'AttachmentTitle', name: '附件标题', ...head(style.innerTitle, pitch), align: 'center', outline: 1 },
    { id: 'TableText', name: '表格文字', ...table, align: 'both' },
    { id: 'TableHead', name: '表头', ...table, font: style.table.headFont, align: 'center' },
    {
      id: 'BoxText',
      name: '专栏文字',
      font: style.box.font,
      size: style.box.size,
      line: twips(style.box.linePitch),
      align: 'both',
      firstLine: 200,
    },
    { id: 'Figure', name: '图', ...body, line: null, align: 'center', before: Math.round(pitch / 2), keepNext: true },
    { id: 'Caption', name: '图题', ...table, align: 'center', before: Math.round(pitch / 4), after: Math.round(pitch / 2) },
    {
      id: 'ContentsHeading',
      name: '目录标题',
      font: contents.title.font,
      size: contents.title.size,
      line: pitch * 2,
      align: 'center',
      before: pitch,
      after: pitch,
      keepNext: true,
    },
    {
      id: 'ContentsSection',
      name: '目录栏目',
      font: contents.label.font,
      size: contents.label.size,
      line: Math.max(pitch, singleLine(contents.label.size)),
      align: 'left',
      before: Math.round(pitch / 2),
      after: Math.round(pitch / 4),
      keepNext: true,
    },
    {
      id: 'ContentsLabel',
      name: '目录栏目（竖排）',
      font: contents.label.font,
      size: contents.label.size,
      line: singleLine(contents.label.size),
      align: 'center',
    },
    { id: 'ContentsEntry', name: '目录条目', font: contents.entry.font, size: contents.entry.size, line: entryLine, align: 'left' },
    {
      id: 'ImprintName',
      name: '版权刊名',
      font: 'title',
      size: contents.title.size,
      line: singleLine(contents.title.size) + 80,
      align: 'center',
      after: 80,
    },
    {
      id: 'Imprint',
      name: '版权',
      font: style.body.font,
      size: Math.max(7.5, style.body.size - 1.5),
      line: singleLine(style.body.size),
      align: 'left',
    },
    {
      id: 'RunningHead',
      name: '书眉',
      font: runningHead.style.font,
      size: runningHead.style.size,
      line: singleLine(runningHead.style.size),
      align: 'left',
      rule: runningHead.rule,
    },
    { id: 'Folio', name: '公报页码', ...folio, align: 'right' },
    // Only carries the end of a section behind a table, or balances the columns before it: one point high.
    { id: 'SectionEnd', name: '分节', font: 'song', size: 1, line: 20, align: 'left' },
  ];
}
