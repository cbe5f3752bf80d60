/** 拟刊目录: the contents of the issue as a table for the clipboard, to be pasted into a letter or a spreadsheet and approved there. */
import type { EntryView } from '../../shared/api.ts';
import { entriesOf } from '../../shared/issue/outline.ts';
import { dateShown } from '../ui/date-text.ts';
import type { ArrangementState } from './arrangement-store.ts';
import type { PageTable } from './use-arrangement.ts';
import { words } from './words.ts';

export interface CopiedList {
  readonly html: string;
  readonly plain: string;
}

export function contentsList({ outline, facts }: ArrangementState, pages: PageTable): CopiedList {
  const says = words.contentsList.columns;
  const lines = entriesOf(outline).map(({ documentId, section, contentsTitle }, at) => {
    const fact = facts.get(documentId);
    const range = pages.get(documentId);
    return [
      String(at + 1),
      section,
      contentsTitle ?? titleText(fact),
      fact?.docNumber ?? '',
      fact?.date == null ? '' : dateShown(fact.date),
      range === undefined ? '' : words.list.plain(range.first, range.last),
    ];
  });
  const table = [[says.number, says.section, says.title, says.docNumber, says.date, says.pages], ...lines];
  const row = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${encoded(cell)}</${tag}>`).join('')}</tr>`;
  return {
    html: `<table border="1">${table.map((cells, at) => row(cells, at === 0 ? 'th' : 'td')).join('')}</table>`,
    plain: table.map((cells) => cells.join('\t')).join('\n'),
  };
}

function titleText(fact: EntryView | undefined): string {
  return fact === undefined || fact.title === '' ? words.untitled : fact.title;
}

function encoded(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** @returns false where the browser allows no clipboard. */
export async function copyList({ html, plain }: CopiedList): Promise<boolean> {
  try {
    const forms = { 'text/html': new Blob([html], { type: 'text/html' }), 'text/plain': new Blob([plain], { type: 'text/plain' }) };
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    return false;
  }
}
