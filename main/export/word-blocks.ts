/** Blocks → paragraphs and tables of Word, and which of them stand across the columns. Total over the block types. */
import type { FileChild } from 'docx';
import { articleLabel, type Block, type BlockType, isChapterHead, runInText, runsText } from '../../shared/document/block.ts';
import type { Measure } from '../../shared/layout/measure.ts';
import type { HouseStyle } from '../../shared/style/style.ts';
import { type ImageSource, writeFigure } from './word-figure.ts';
import { columnWidth, type WordMeasure } from './word-measure.ts';
import type { ParagraphStyleId } from './word-styles.ts';
import { writeBox, writeTable } from './word-table.ts';
import { alignmentOptions, styledParagraph, writeRuns, writeText } from './word-text.ts';

/** What stands across both columns; everything else flows in them. */
const spanning = {
  title: true,
  subtitle: true,
  heading: false,
  article: false,
  paragraph: false,
  note: false,
  attachment: false,
  attachmentTitle: true,
  sign: false,
  signDate: false,
  table: true,
  figure: true,
  box: true,
} as const satisfies Record<BlockType, boolean>;

export function spansColumns(block: Block): boolean {
  return block.type === 'box' ? block.inColumn !== true : spanning[block.type];
}

const headingStyles = { 1: 'Heading1st', 2: 'Heading2nd', 3: 'Heading3rd', 4: 'Heading4th' } as const satisfies Record<
  1 | 2 | 3 | 4,
  ParagraphStyleId
>;

/** Turned lines of the list of attachments stand below the first character of the name (GB/T 9704-2012, 7.3.4). */
function attachmentIndent(text: string, em: number): { left: number; hanging: number; leftChars: number } {
  const numbered = /^(?:附件[：:])?\s*[0-9０-９]+[.．、]/.test(text);
  const first = /^附\s*件/.test(text);
  const left = numbered ? 6 : 5;
  const hanging = first ? left - 2 : numbered ? 1 : 0;
  return { left: left * em, hanging: hanging * em, leftChars: left };
}

export interface BlockContext {
  readonly style: HouseStyle;
  readonly measure: WordMeasure;
  /** Widths of the characters, as the layout measures them. */
  readonly text: Measure;
  readonly images: ImageSource;
}

export interface BlockPlace {
  /** The first paragraph of an attachment's head starts a new page by itself, see documentZones. */
  readonly breaksPage: boolean;
  /**
   * It and what follows stand across the columns: a title, or the name of a table, stays with what it names. Before columns it is
   * not asked to: LibreOffice would move it to a page where all of the text has room.
   */
  readonly staysWithNext: boolean;
}

/**
 * @returns what stands for the block in the file, in order.
 */
export function writeBlock(block: Block, context: BlockContext, place: BlockPlace): FileChild[] {
  const { style, measure } = context;
  const keep = place.staysWithNext ? { keepNext: true } : {};
  switch (block.type) {
    case 'title':
      return [styledParagraph('InnerTitle', writeRuns(block.children), keep)];
    case 'subtitle':
      return [styledParagraph('InnerSubtitle', writeRuns(block.children), keep)];
    case 'heading': {
      const standsAlone = runInText(block.children) === '';
      const id = style.chapterLines > 0 && isChapterHead(block) ? 'Chapter' : headingStyles[block.level];
      return [styledParagraph(id, writeRuns(block.children), standsAlone ? { keepNext: true } : {})];
    }
    case 'article': {
      const number = articleLabel(runsText(block.children));
      return [
        styledParagraph('Article', writeRuns(block.children, number === '' ? null : { length: number.length, style: 'ArticleNumber' })),
      ];
    }
    case 'paragraph':
      return [styledParagraph('GazetteBody', writeRuns(block.children), { ...alignmentOptions(block.align), ...keep })];
    case 'note':
      return [styledParagraph('Note', writeRuns(block.children))];
    case 'attachment': {
      const { left, hanging } = attachmentIndent(runsText(block.children), measure.em);
      return [styledParagraph('AttachmentList', writeRuns(block.children), { indent: { left, hanging } })];
    }
    case 'attachmentTitle': {
      const pageBreak = place.breaksPage ? { pageBreakBefore: true } : {};
      const title = (options: typeof pageBreak) => styledParagraph('AttachmentTitle', writeRuns(block.children), { ...options, ...keep });
      if (block.label === '') return [title(pageBreak)];
      const label = styledParagraph('AttachmentLabel', writeText(block.label), pageBreak);
      return runsText(block.children) === '' ? [label] : [label, title({})];
    }
    case 'sign':
    case 'signDate':
      return [styledParagraph('Sign', writeRuns(block.children))];
    case 'table': {
      const table = writeTable(block, style, measure, context.text);
      return table === null ? [] : [table];
    }
    case 'figure':
      return writeFigure(block, measure, context.images);
    case 'box':
      return [writeBox(block, style, block.inColumn === true ? columnWidth(measure) : measure.textWidth)];
  }
}
