/** The imprint panel (版权) of the contents page: name, number, slogans, statement, board and the fields of the issue. */
import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { namesApart } from '../../shared/issue/names.ts';
import { dateText, padName } from '../../shared/layout/heads.ts';
import { imprintFields } from '../../shared/layout/imprint.ts';
import { widthOf } from '../../shared/layout/title.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { singleLine, type WordMeasure } from './word-measure.ts';
import { gridBorders } from './word-table.ts';
import { styledParagraph, writeText } from './word-text.ts';

/** `2024年第3期（总第36期）`, with date and frequency where they are known. */
export function issueLine(head: IssueHead): string {
  const own = head.cover.issueLine;
  if (own !== undefined && own !== '') return own;
  const total = head.totalNumber === null ? '' : `（总第${head.totalNumber}期）`;
  const published = head.publishedOn === null ? '' : `　${dateText(head.publishedOn)}出版`;
  const frequency = head.frequency === '' ? '' : `　${head.frequency}`;
  return `${head.year}年第${head.number}期${total}${published}${frequency}`;
}

/** `label：value`; lines turn below the value. */
function labelled(label: string, value: string, em: number): Paragraph {
  const width = label === '' ? 0 : ([...label].length + 1) * em;
  return styledParagraph('Imprint', writeText(label === '' ? value : `${label}：${value}`), { indent: { left: width, hanging: width } });
}

/** The panel as a framed table over the type area. */
export function writeImprint(head: IssueHead, style: HouseStyle, measure: WordMeasure): Table {
  const em = Math.round(Math.max(7.5, style.body.size - 1.5) * 20);
  const centre = { alignment: 'center' as const };
  const name = [
    styledParagraph('ImprintName', writeText(head.gazette)),
    styledParagraph('Imprint', writeText(issueLine(head)), centre),
    ...(head.slogans.length === 0
      ? []
      : [styledParagraph('Imprint', writeText(head.slogans.join('　')), { ...centre, spacing: { before: 80 } })]),
    ...(head.statement === '' ? [] : [styledParagraph('Imprint', writeText(head.statement), centre)]),
  ];
  const fields = imprintFields(head).map((field) => labelled(field.label, field.value, em));
  const board = head.board.map((group) => labelled(group.role, namesApart(group.names).map(padName).join('　'), em));
  const share = Math.min(0.6, Math.max(0.4, style.contents.imprintPercent / 100));
  const right = fields.length === 0 ? 0 : Math.round(measure.textWidth * share);
  const widths = right === 0 ? [measure.textWidth] : [measure.textWidth - right, right];
  const cell = (children: readonly Paragraph[], width: number, columnSpan: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      ...(columnSpan > 1 ? { columnSpan } : {}),
      children,
    });
  const rows = [
    new TableRow({
      cantSplit: true,
      children: [cell(name, widths[0] ?? 0, 1), ...(right === 0 ? [] : [cell(fields, right, 1)])],
    }),
    ...(board.length === 0 ? [] : [new TableRow({ cantSplit: true, children: [cell(board, measure.textWidth, widths.length)] })]),
  ];
  return new Table({
    rows,
    width: { size: measure.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: gridBorders(0.5),
    margins: { marginUnitType: WidthType.DXA, top: 100, bottom: 100, left: 160, right: 160 },
  });
}

/** What the panel takes of the page at the most, in twips; the contents below it are shared out by it. */
export function imprintHeight(head: IssueHead, style: HouseStyle, measure: WordMeasure): number {
  const size = Math.max(7.5, style.body.size - 1.5);
  const em = size * 20;
  // Lines turn below the value, so the label's width is lost to all of them.
  const lines = (label: string, value: string, share: number) =>
    Math.max(1, Math.ceil((widthOf(value) * em * 1.1) / Math.max(em * 4, measure.textWidth * share - 320 - (widthOf(label) + 1) * em)));
  const fields = imprintFields(head).reduce((sum, { label, value }) => sum + lines(label, value, 0.4), 0);
  const board = head.board.reduce((sum, { role, names }) => sum + lines(role, namesApart(names).map(padName).join('　'), 1), 0);
  const name = singleLine(style.contents.title.size) + 240 + singleLine(style.body.size) * 5;
  return Math.max(name, fields * singleLine(style.body.size)) + board * singleLine(style.body.size) + 500;
}
