/** A stored issue → files: PDF, Word, and the layout as JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportedFile, ExportFormat, IssueId, LayoutSummary, PressFormat, PressRequest, Progress } from '../../shared/api.ts';
import type { IssueHead } from '../../shared/issue/issue.ts';
import { papers } from '../../shared/print/papers.ts';
import { readImage } from '../database/images.ts';
import type { Desk } from './context.ts';
import { commitDrafts } from './editing.ts';
import { documentsOf } from './entries.ts';
import { laidOutIssue, layoutSummary } from './layouts.ts';

const endings: Readonly<Record<ExportFormat, string>> = {
  pdf: 'pdf',
  archive: '存档.pdf',
  word: 'docx',
  layout: 'json',
  press: '印刷.pdf',
  cover: '封面印刷.pdf',
  spread: '封面展开.pdf',
  imposed: '骑马订拼版.pdf',
  ticket: '印制工单.txt',
};

export async function exportIssue(
  desk: Desk,
  id: IssueId,
  wanted: ExportFormat | PressRequest,
  progress?: Progress,
): Promise<ExportedFile> {
  const format = typeof wanted === 'string' ? wanted : wanted.format;
  // What leaves the house must be found again as it was.
  commitDrafts(desk, documentsOf(desk, id), '输出前存版');
  progress?.(0, 2, '正在排版');
  const head = laidOutIssue(desk, id).composed.head;
  progress?.(1, 2, '正在写出文件');
  const written = isPress(format)
    ? await (await import('./press-exports.ts')).exportPress(desk, id, typeof wanted === 'string' ? { format } : wanted)
    : { bytes: await write(desk, id, format) };
  progress?.(2, 2, '已写出');
  // What goes out is what will be looked for one day, with its pages.
  (await import('./placements.ts')).keepPages(desk, id);
  return { name: exportName(head, format), ...written };
}

/** `<gazette><year>年第<number>期.<ending>`, without the characters that a file name may not have. */
export function exportName(head: IssueHead, format: ExportFormat): string {
  const name = `${head.gazette}${head.year}年第${head.number}期`;
  return `${name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_')}.${endings[format]}`;
}

function isPress(format: ExportFormat): format is PressFormat {
  return format === 'press' || format === 'cover' || format === 'spread' || format === 'imposed' || format === 'ticket';
}

async function write(desk: Desk, id: IssueId, format: Exclude<ExportFormat, PressFormat>): Promise<Uint8Array> {
  const { composed, style, laidOut } = laidOutIssue(desk, id);
  switch (format) {
    // The writers bring large libraries with them: loaded when one is wanted, so that other commands start at once.
    case 'pdf': {
      const { writePdf } = await import('../export/pdf.ts');
      const images = (hash: string) => readImage(desk.database, hash)?.bytes ?? null;
      return writePdf({ head: composed.head, laidOut, fonts: desk.fonts(), images });
    }
    case 'archive': {
      const { writeArchive } = await import('../export/archive.ts');
      const images = (hash: string) => readImage(desk.database, hash)?.bytes ?? null;
      const { pressProfiles } = desk;
      // Only a picture in CMYK asks for it.
      const cmykProfile = pressProfiles === undefined ? undefined : () => readFileSync(join(pressProfiles, papers.coated.output.profile));
      return writeArchive({ head: composed.head, composed, laidOut, fonts: desk.fonts(), images, cmykProfile });
    }
    case 'word': {
      const { writeWord } = await import('../export/word.ts');
      const fonts = desk.fonts().book;
      return writeWord({ composed, style, laidOut, fonts, images: (hash) => readImage(desk.database, hash) });
    }
    case 'layout':
      return new TextEncoder().encode(`${JSON.stringify(layoutFile(layoutSummary(desk, id)), null, 1)}\n`);
  }
}

/** layout.json: a contract with the print office, see README; fields may be added, none renamed. */
function layoutFile(summary: LayoutSummary): object {
  const toc = summary.contents.map(({ section, title, docNumber, page }) => ({ section, title, docNumber, page }));
  // Ids are the database's own: the same issue gives the same file from every database.
  const documents = summary.documents.map(({ documentId: _, ...document }) => document);
  return { pages: summary.pages, sheets: summary.sheets, toc, documents, messages: summary.messages };
}
