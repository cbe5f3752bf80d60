/** Documents → sections of Word: heads, tables and figures across the type area, the text between them in balanced columns. */
import { BookmarkEnd, BookmarkStart, DocumentGridType, type FileChild, type ISectionOptions, SectionType, Table, type TextRun } from 'docx';
import type { Block } from '../../shared/document/block.ts';
import type { GazetteDocument } from '../../shared/document/document.ts';
import type { ComposedEntry } from '../../shared/issue/compose.ts';
import { attachmentOpensPage } from '../../shared/layout/attachments.ts';
import { numberLineOf } from '../../shared/layout/heads.ts';
import { tableNotes } from '../../shared/layout/table-notes.ts';
import { breakTitle } from '../../shared/layout/title.ts';
import { cohesionOf } from '../../shared/layout/title-cohesion.ts';
import { type BlockContext, spansColumns, writeBlock } from './word-blocks.ts';
import type { HeadsAndFeet } from './word-heads.ts';
import type { WordMeasure } from './word-measure.ts';
import { styledParagraph, writeText } from './word-text.ts';

export type SectionStart = (typeof SectionType)[keyof typeof SectionType];

/** A stretch of a document that is set in one manner of columns. */
export interface Zone {
  readonly across: boolean;
  readonly start: SectionStart;
  readonly children: FileChild[];
}

/** Name of the bookmark at the title of the n-th entry; contents entries link to it. The underscore hides it in Word's list. */
export function bookmarkOf(entry: number): string {
  return `_gazette_${entry + 1}`;
}

function titleBlock(
  document: GazetteDocument,
  entry: number,
  extraBefore: number,
  breaksPage: boolean,
  context: BlockContext,
): FileChild[] {
  const { title } = context.style;
  const { pitch } = context.measure;
  // The same lines as the layout's (shared/layout/heads.ts): set by hand, or broken by sense.
  const lines = breakTitle(
    document.title,
    document.titleLines,
    Math.floor((context.measure.textWidth / 20 / title.size) * 0.92),
    cohesionOf(document),
  );
  const before = Math.round(title.linesBefore * pitch) + extraBefore;
  // docx's own Bookmark draws its id from a counter of the process; both ends stand among the runs just as well.
  const marked = [new BookmarkStart(bookmarkOf(entry), entry + 1), ...writeText(lines.join('\n')), new BookmarkEnd(entry + 1)] as TextRun[];
  const spacing = {
    before,
    after: Math.round(title.linesAfter * pitch),
    line: Math.round(title.linesEach * pitch),
    lineRule: 'exact' as const,
  };
  const options = { ...(extraBefore > 0 ? { spacing } : {}), ...(breaksPage ? { pageBreakBefore: true } : {}) };
  const head: FileChild[] = [styledParagraph('GazetteTitle', marked, options)];
  if (document.subtitle !== null && document.subtitle !== '') head.push(styledParagraph('GazetteSubtitle', writeText(document.subtitle)));
  if (document.byline !== null && document.byline !== '') head.push(styledParagraph('Byline', writeText(document.byline)));
  const numberLine = numberLineOf(document);
  if (numberLine !== '') head.push(styledParagraph('NumberLine', writeText(numberLine)));
  return head;
}

function startOf(entry: ComposedEntry<unknown>, first: boolean): SectionStart {
  if (entry.entry.start === 'rightPage') return SectionType.ODD_PAGE;
  return first || entry.opensSection || entry.entry.start === 'newPage' ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS;
}

/** By index of the block: what stands across the type area. A table takes its name, its unit and its notes with it, as in the layout. */
function acrossOf(blocks: readonly Block[]): boolean[] {
  const withTable = new Set([...tableNotes(blocks).values()].flatMap(({ above, below }) => [...above, ...below]));
  return blocks.map((block, position) => spansColumns(block) || withTable.has(position));
}

/** An empty line of any height; its own characters are one point high. */
function gap(height: number): FileChild {
  return styledParagraph('SectionEnd', [], { spacing: { line: Math.max(20, Math.round(height)), lineRule: 'exact' } });
}

/**
 * The zones of one document in order: title block across, text in columns, tables across, and so on.
 *
 * Word balances columns only before a continuous break. What starts a new page behind columns is therefore a continuous
 * section whose first paragraph breaks the page.
 * @param before the last zone of the document before, if any.
 */
export function documentZones(entry: ComposedEntry<unknown>, index: number, before: Zone | undefined, context: BlockContext): Zone[] {
  const { style, measure } = context;
  const rule = startOf(entry, index === 0);
  const extra = rule === SectionType.CONTINUOUS ? Math.round(style.followOnLines * measure.pitch) : 0;
  const breaksPage = rule === SectionType.NEXT_PAGE && before?.across === false;
  const title = titleBlock(entry.document, index, extra, breaksPage, context);
  const zones: Zone[] = [{ across: true, start: breaksPage ? SectionType.CONTINUOUS : rule, children: title }];
  const add = (across: boolean, forced: SectionStart, children: readonly FileChild[]) => {
    const last = zones.at(-1);
    const framed = children[0] instanceof Table;
    if (last !== undefined && last.across === across && forced === SectionType.CONTINUOUS) {
      // Two tables without a paragraph between them would become one.
      if (framed && last.children.at(-1) instanceof Table) last.children.push(gap(measure.pitch / 2));
      last.children.push(...children);
    } else {
      zones.push({ across, start: forced, children: [...(framed ? [gap(measure.pitch / 2)] : []), ...children] });
    }
  };
  const { addressees, blocks } = entry.document;
  if (addressees !== null && addressees !== '') {
    add(false, SectionType.CONTINUOUS, [styledParagraph('Addressees', writeText(addressees))]);
  }
  const across = acrossOf(blocks);
  blocks.forEach((block, position) => {
    const opensPage = block.type === 'attachmentTitle' && attachmentOpensPage(blocks, position, style);
    const behindColumns = zones.at(-1)?.across === false;
    const place = { breaksPage: opensPage && behindColumns, staysWithNext: across[position] === true && across[position + 1] === true };
    const start = opensPage && !behindColumns ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS;
    const children = writeBlock(block, context, place);
    if (children.length > 0) add(across[position] === true, start, children);
  });
  return zones;
}

/** Size, margins, grid and columns of a section. The grid has the pitch of the layout's lines. */
export function sectionProperties(measure: WordMeasure, across: boolean, start: SectionStart, firstNumber: number | null) {
  return {
    type: start,
    page: {
      size: { width: measure.pageWidth, height: measure.pageHeight },
      margin: {
        top: measure.top,
        bottom: measure.bottom,
        left: measure.left,
        right: measure.right,
        header: measure.header,
        footer: measure.footer,
        gutter: 0,
      },
      ...(firstNumber === null ? {} : { pageNumbers: { start: firstNumber } }),
    },
    column:
      across || measure.columns === 1 ? { count: 1, space: 0 } : { count: measure.columns, space: measure.columnSpace, equalWidth: true },
    grid: { type: DocumentGridType.LINES, linePitch: measure.pitch },
  };
}

export interface ZoneRun {
  readonly zones: readonly Zone[];
  /** Given where the running head changes; sections behind it keep it (word-package.ts repeats the references in each). */
  readonly heads: HeadsAndFeet | null;
}

/**
 * Sections of the body. Where a continuous break cannot follow the columns (before a right-hand page, at the end of the issue)
 * a section of one point's height balances them.
 */
export function bodySections(runs: readonly ZoneRun[], measure: WordMeasure, firstNumber: number): ISectionOptions[] {
  const sections: ISectionOptions[] = [];
  const flat = runs.flatMap((run) => run.zones.map((zone, index) => ({ zone, heads: index === 0 ? run.heads : null })));
  flat.forEach(({ zone, heads }, index) => {
    const next = flat[index + 1]?.zone;
    const children = [...zone.children];
    const runsOn = next !== undefined && next.start === SectionType.CONTINUOUS;
    // A section ends with a paragraph; behind a table that ends a page it must not take a line.
    if (children.at(-1) instanceof Table) children.push(gap(runsOn ? measure.pitch / 2 : 0));
    sections.push({
      ...(heads === null ? {} : { headers: heads.headers, footers: heads.footers }),
      properties: sectionProperties(measure, zone.across, zone.start, index === 0 ? firstNumber : null),
      children,
    });
    if (!zone.across && measure.columns > 1 && !runsOn) {
      sections.push({
        properties: sectionProperties(measure, true, SectionType.CONTINUOUS, null),
        children: [gap(0)],
      });
    }
  });
  return sections;
}
