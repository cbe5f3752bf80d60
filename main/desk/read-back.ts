/** A written file against the issue as it now is laid out: what it should hold follows from its name. */
import type { OutputCheck } from '../../shared/api/output.ts';
import { DeskError, type ExportFormat, type FileBytes, type IssueId } from '../../shared/api.ts';
import { blockText } from '../../shared/document/block.ts';
import { type Page, pagesInOrder } from '../../shared/layout/page.ts';
import { saddleStitch } from '../../shared/print/imposition.ts';
import { fullSignature, type PageMultiple } from '../../shared/print/page-count.ts';
import { paperIds, papers } from '../../shared/print/papers.ts';
import type { Expected, ExpectedSheet } from '../export/read-back.ts';
import type { Desk, LaidOut } from './context.ts';
import { exportName } from './exports.ts';
import { laidOutIssue } from './layouts.ts';

/** The longest first: 封面印刷.pdf also ends as 印刷.pdf does. */
const formats: readonly ExportFormat[] = ['cover', 'spread', 'imposed', 'press', 'archive', 'ticket', 'word', 'layout', 'pdf'];

export async function readBack(desk: Desk, id: IssueId, file: FileBytes): Promise<readonly OutputCheck[]> {
  const made = laidOutIssue(desk, id);
  const ending = (format: ExportFormat) =>
    exportName(made.composed.head, format).replace(exportName(made.composed.head, 'pdf').slice(0, -4), '');
  const format = formats.find((one) => file.name.endsWith(ending(one)));
  switch (format) {
    case undefined:
      throw new DeskError('output-unknown', `“${file.name}”不是编辑台写出的文件，无法核验；请选择本期输出的 PDF、Word 文件或工单。`);
    case 'word': {
      const { checkWord } = await import('../export/read-back-word.ts');
      return checkWord(file.bytes, { ...expected(made), figures: figuresOf(made) });
    }
    case 'ticket':
    case 'layout':
      return [checkText(file, made)];
    default:
      return checkPdfFile(desk, file, made, format);
  }
}

async function checkPdfFile(
  desk: Desk,
  { bytes }: FileBytes,
  made: LaidOut,
  format: 'pdf' | 'archive' | 'press' | 'cover' | 'spread' | 'imposed',
) {
  const [{ readBackPdf }, { checkPdf }, { coverPages, filledUp, usualPress }, { millimetres }, { coverSpread }] = await Promise.all([
    import('../export/read-back-pdf.ts'),
    import('../export/read-back-check.ts'),
    import('../export/press.ts'),
    import('../export/press-document.ts'),
    import('../export/cover-spread.ts'),
  ]);
  const hasLinks = format === 'pdf' || format === 'archive';
  const found = await readBackPdf(bytes, hasLinks);
  const { laidOut } = made;
  const single = (pages: readonly Page[]): ExpectedSheet[] => pages.map((page) => ({ pages: [page] }));
  /** Blank pages may have been added: to which multiple is told by their number, where it is one of those that may be wanted. */
  const filled = (least: PageMultiple, pagesEach: number) => {
    const multiples = ([1, 4, 16] as const).filter((multiple) => multiple >= least);
    const count = (found?.pages.length ?? 0) * pagesEach;
    const multiple = multiples.find((one) => fullSignature(laidOut.pages.length, one).pages === count) ?? least;
    return filledUp(laidOut.pages, multiple);
  };
  /** The spine is as wide as block and paper make it: for which of them it was written is told by the width of the sheet. */
  const spread = (): ExpectedSheet[] => {
    const { head } = made.composed;
    const wanted = ([1, 4, 16] as const).flatMap((multiple) =>
      paperIds.map((paper) =>
        coverSpread({ head, laidOut, fonts: desk.fonts(), options: { ...usualPress, multiple, paper: papers[paper] } }),
      ),
    );
    const trim = found?.pages[0]?.trim;
    const width = trim === undefined || trim === null ? 0 : Math.round((trim[2] - trim[0]) * 1000);
    const one =
      wanted.find(([outside = []]) => Math.abs(outside.reduce((sum, page) => sum + page.width, 0) - width) < 10) ?? wanted[0] ?? [];
    return one.map((pages) => ({ pages }));
  };
  const sheets = (): ExpectedSheet[] => {
    if (format === 'press') return single(filled(1, 1));
    if (format === 'cover') return single(coverPages(laidOut));
    if (format === 'spread') return spread();
    if (format === 'imposed') return imposedSheets(filled(4, 2));
    return single(pagesInOrder(laidOut));
  };
  const isPress = !hasLinks;
  const wanted = format === 'cover' || format === 'spread' ? { text: null, titles: [] } : expected(made);
  return checkPdf(found, { ...wanted, sheets: sheets(), isPress, hasLinks, bleed: isPress ? millimetres(usualPress.bleed) / 1000 : 0 });
}

function imposedSheets(pages: readonly Page[]): ExpectedSheet[] {
  return saddleStitch(pages.length).flatMap(({ front, back }) =>
    [front, back].map(({ left, right }) => ({ pages: [pages[left - 1], pages[right - 1]].filter((page) => page !== undefined) })),
  );
}

function expected({ composed, laidOut }: LaidOut): Expected {
  const text = composed.entries.map(({ document }) => document.title + document.blocks.map(blockText).join('')).join('');
  const titles = composed.entries.flatMap(({ document }, index) => {
    const page = laidOut.contents[index]?.page;
    return page === undefined ? [] : [{ title: document.title, page }];
  });
  return { text, titles };
}

function figuresOf({ composed }: LaidOut): number {
  return composed.entries.reduce((sum, { document }) => sum + document.blocks.filter(({ type }) => type === 'figure').length, 0);
}

/** The job ticket and the layout as data are text that names the issue. */
function checkText({ bytes }: FileBytes, { composed: { head } }: LaidOut): OutputCheck {
  const text = new TextDecoder().decode(bytes);
  const name = `${head.gazette}${head.year}年第${head.number}期`;
  const ok = text.trim() !== '' && !text.includes('\ufffd') && (text.startsWith('{') || text.includes(name));
  return { what: '文件能打开', ok, found: ok ? '文字完整' : '内容不对；请重新输出，仍不对请把这一行报给维护人员。' };
}
