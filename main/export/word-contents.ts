/**
 * The contents page (目录) of Word. The numbers are those of the layout as plain text inside links to the titles: no field, so
 * Word neither asks to bring them up to date nor puts its own in their place.
 */
import {
  type FileChild,
  HeightRule,
  InternalHyperlink,
  LeaderType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextDirection,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { ComposedIssue, ContentsEntry } from '../../shared/issue/compose.ts';
import { dateText, padName } from '../../shared/layout/heads.ts';
import type { LaidOutIssue } from '../../shared/layout/page.ts';
import { widthOf } from '../../shared/layout/title.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { imprintHeight, writeImprint } from './word-imprint.ts';
import { singleLine, twips, type WordMeasure } from './word-measure.ts';
import { bookmarkOf } from './word-sections.ts';
import { gridBorders } from './word-table.ts';
import { styledParagraph, writeText } from './word-text.ts';

interface NumberedEntry {
  readonly index: number;
  readonly contents: ContentsEntry;
  /** As printed, with parentheses where the house sets them. */
  readonly page: string;
}

interface SectionOfContents {
  readonly section: string;
  readonly entries: NumberedEntry[];
}

function sectionsOf(composed: ComposedIssue<unknown>, laidOut: LaidOutIssue, parentheses: boolean): SectionOfContents[] {
  const sections: SectionOfContents[] = [];
  composed.entries.forEach((entry, index) => {
    const number = laidOut.contents[index]?.page ?? laidOut.documents.find((placed) => placed.entry === index)?.firstPage;
    const page = number === undefined ? '' : parentheses ? `（${number}）` : String(number);
    const last = sections.at(-1);
    const numbered = { index, contents: entry.contents, page };
    if (last !== undefined && last.section === entry.contents.section) last.entries.push(numbered);
    else sections.push({ section: entry.contents.section, entries: [numbered] });
  });
  return sections;
}

/** The paragraphs of an entry, the page behind a tab: the same as the layout's (shared/layout/contents.ts). */
function entryTexts({ contents, page }: NumberedEntry, style: HouseStyle): string[] {
  const { manner, showSubtitle } = style.contents;
  const { title, authors } = contents;
  const subtitle = contents.subtitle ?? '';
  const docNumber = contents.docNumber ?? '';
  const names = authors.map(padName).join('　');
  switch (manner) {
    case 'numberBelow': {
      const head = [title, ...(showSubtitle && subtitle !== '' ? [subtitle] : [])];
      return docNumber === '' ? [...head.slice(0, -1), `${head.at(-1)}\t${page}`] : [...head, `${docNumber}\t${page}`];
    }
    case 'numberDateLeader': {
      const tail = docNumber === '' ? names : contents.date === null ? docNumber : `${docNumber}　${dateText(contents.date)}`;
      return tail === '' ? [`${title}\t${page}`] : [title, `${tail}\t${page}`];
    }
    case 'numberLeaderParentheses': {
      const head = [title, ...(subtitle !== '' && authors.length > 0 ? [subtitle] : [])];
      if (docNumber !== '') return [...head, `${docNumber}\t${page}`];
      // The authors stand behind the leader.
      return names === '' ? [`${title}\t${page}`] : [...head, `\t${names}${page}`];
    }
    case 'titleLeader':
      return [`${title}${docNumber === '' ? '' : `（${docNumber}）`}\t${page}`];
  }
}

function writeEntry(entry: NumberedEntry, style: HouseStyle, width: number): Paragraph[] {
  const em = twips(style.contents.entry.size);
  const leader = style.contents.manner === 'numberBelow' ? LeaderType.NONE : LeaderType.MIDDLE_DOT;
  const texts = entryTexts(entry, style);
  return texts.map((text, index) =>
    styledParagraph('ContentsEntry', [new InternalHyperlink({ anchor: bookmarkOf(entry.index), children: writeText(text) })], {
      tabStops: [{ type: TabStopType.RIGHT, position: width, leader }],
      // The hanging indent shows where an entry begins.
      indent: { left: em, hanging: index === 0 ? em : 0 },
      keepLines: true,
      keepNext: index < texts.length - 1,
      spacing: { after: index === texts.length - 1 ? Math.round(em / 3) : 0 },
    }),
  );
}

/** 九江 and 赣州: the section's name runs down a narrow cell beside its entries; an entry is a row, so that it is never split. */
function labelledSection(section: SectionOfContents, style: HouseStyle, measure: WordMeasure): TableRow[] {
  const { label } = style.contents;
  const labelWidth = twips(label.size * 2);
  const entryWidth = measure.textWidth - labelWidth;
  const padding = twips(style.contents.entry.size / 2);
  // The name needs its length in height, however few the entries are.
  const height = Math.ceil((([...section.section].length + 1.5) * twips(label.size)) / section.entries.length);
  return section.entries.map(
    (entry, index) =>
      new TableRow({
        cantSplit: true,
        height: { value: height, rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            verticalMerge: index === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
            width: { size: labelWidth, type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlignTable.CENTER,
            children: [styledParagraph('ContentsLabel', index === 0 ? writeText(section.section) : [])],
          }),
          new TableCell({
            width: { size: entryWidth, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            margins: { marginUnitType: WidthType.DXA, left: padding, right: padding, top: 40, bottom: 0 },
            children: writeEntry(entry, style, entryWidth - 2 * padding),
          }),
        ],
      }),
  );
}

/** Height of an entry's row at the most. */
function entryHeight(entry: NumberedEntry, style: HouseStyle, measure: WordMeasure): number {
  const { entry: text, label } = style.contents;
  const width = measure.textWidth - twips(label.size * 2) - 3 * twips(text.size);
  const line = Math.max(measure.pitch, singleLine(text.size));
  const lines = entryTexts(entry, style).reduce(
    (sum, part) => sum + Math.max(1, Math.ceil((widthOf(part) * twips(text.size) * 1.05) / width)),
    0,
  );
  return lines * line + Math.round(twips(text.size) / 3) + 60;
}

/** The entries of each page, so that every page can say the name of a section that runs on (print: the label is repeated). */
function sharePages(sections: readonly SectionOfContents[], taken: number, style: HouseStyle, measure: WordMeasure): SectionOfContents[][] {
  const pages: SectionOfContents[][] = [[]];
  let room = measure.textHeight - taken;
  for (const section of sections) {
    const least = ([...section.section].length + 1.5) * twips(style.contents.label.size);
    let part: SectionOfContents | null = null;
    let used = 0;
    for (const entry of section.entries) {
      const height = entryHeight(entry, style, measure);
      if (Math.max(used + height, least) > room && (pages.length > 1 || taken > 0 || used > 0)) {
        pages.push([]);
        room = measure.textHeight;
        part = null;
        used = 0;
      }
      if (part === null) {
        part = { section: section.section, entries: [] };
        pages.at(-1)?.push(part);
      }
      part.entries.push(entry);
      used += height;
    }
    room -= Math.max(used, least);
  }
  return pages.filter((page) => page.length > 0);
}

function labelledTable(page: readonly SectionOfContents[], style: HouseStyle, measure: WordMeasure): Table {
  const labelWidth = twips(style.contents.label.size * 2);
  const borders = gridBorders(0.5);
  return new Table({
    rows: page.flatMap((section) => labelledSection(section, style, measure)),
    width: { size: measure.textWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, measure.textWidth - labelWidth],
    layout: TableLayoutType.FIXED,
    borders: { ...borders, insideHorizontal: { ...borders.insideHorizontal, color: 'BFBFBF' } },
  });
}

/** Heading, imprint panel, sections and entries in the manner of the house. */
export function writeContents(
  composed: ComposedIssue<unknown>,
  laidOut: LaidOutIssue,
  style: HouseStyle,
  measure: WordMeasure,
): FileChild[] {
  const { manner, heading, parentheses } = style.contents;
  const sections = sectionsOf(composed, laidOut, parentheses);
  const start = [
    writeImprint(composed.head, style, measure),
    styledParagraph('ContentsHeading', writeText([...heading].length === 2 ? padName(heading) : heading)),
  ];
  if (manner === 'numberLeaderParentheses' || manner === 'titleLeader') {
    return [
      ...start,
      ...sections.flatMap((section) => [
        styledParagraph('ContentsSection', writeText(section.section)),
        ...section.entries.flatMap((entry) => writeEntry(entry, style, measure.textWidth)),
      ]),
    ];
  }
  // The heading takes four lines with its space.
  const taken = imprintHeight(composed.head, style, measure) + 4 * measure.pitch;
  const pages = sharePages(sections, taken, style, measure);
  return [
    ...start,
    ...pages.flatMap((page, index) => [
      ...(index === 0 ? [] : [styledParagraph('SectionEnd', [], { pageBreakBefore: true })]),
      labelledTable(page, style, measure),
    ]),
    styledParagraph('SectionEnd', []),
  ];
}
