/** 全年总目录 as text to paste and as a table for a spreadsheet. */
import type { YearContents } from '../../shared/api/archive.ts';
import { words } from './words.ts';

const label = words.contents;

/** A line an entry; tabs, so that Word makes columns of it. */
export function yearText({ gazette, year, sections }: YearContents): string {
  const lines = sections.flatMap(({ section, entries }) => [
    '',
    section,
    ...entries.map(({ title, docNumber, number, page }) => [title, docNumber ?? '', label.number(number), page ?? ''].join('\t')),
  ]);
  return `${[label.heading(gazette, year), ...lines].join('\r\n')}\r\n`;
}

/** With a byte order mark, by which spreadsheets know that it is UTF-8. */
export function yearTable({ sections }: YearContents): string {
  const rows = sections.flatMap(({ section, entries }) =>
    entries.map(({ title, docNumber, number, page }) => [section, title, docNumber ?? '', number, page ?? '']),
  );
  return `\ufeff${[label.csvColumns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  // A title that begins like a formula is still a title.
  const text = /^[=+\-@]/.test(value) ? ` ${value}` : value;
  return `"${text.replaceAll('"', '""')}"`;
}
