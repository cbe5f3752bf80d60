/** Paragraphs and tables of a story in their order; revisions of paragraph marks join paragraphs. */
import type { DraftNode, DraftParagraph } from '../../shared/recognize/draft.ts';
import { joinNumber } from './list-numbers.ts';
import { createRunBuilder, type InlineContent, type Story } from './word-context.ts';
import { readInline } from './word-inline.ts';
import { type ParagraphProperties, readParagraphProperties, readRunProperties, runHints, type Style } from './word-styles.ts';
import { readTable } from './word-tables.ts';
import { child, childElements, childValue, onOff, type XmlElement } from './xml.ts';

/** Block containers whose content stands for itself. */
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:ins', 'w:moveTo']);
const SILENT = new Set([
  'w:sectPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:tcPr',
  'w:tblPr',
  'w:tblGrid',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:permStart',
  'w:permEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
]);

/** All block content below `container`. */
export function readBlocks(story: Story, container: XmlElement): readonly DraftNode[] {
  const nodes: DraftNode[] = [];
  // Content of paragraphs whose mark is deleted or hidden: it belongs to the paragraph that follows.
  let waiting: XmlElement[] = [];
  const flush = (): void => {
    if (waiting.length > 0) nodes.push(...readParagraph(story, waiting));
    waiting = [];
  };
  const walk = (element: XmlElement): void => {
    for (const inner of childElements(element)) {
      if (inner.name === 'w:p') {
        waiting.push(inner);
        if (!markIsGone(story, inner)) flush();
      } else if (inner.name === 'w:tbl') {
        flush();
        nodes.push(...readTable(story, inner, readBlocks));
      } else if (WRAPPERS.has(inner.name)) walk(inner);
      else if (inner.name === 'w:del' || inner.name === 'w:moveFrom') story.context.left.deletions += 1;
      else if (inner.name === 'w:altChunk' || inner.name === 'w:subDoc') {
        flush();
        story.context.remarks.add('object-left-out', 'warning', '有 {count} 处嵌入对象（图表、附件等）没有导入，请对照原稿补充');
      } else if (inner.name === 'w:r' || inner.name === 'm:oMathPara' || inner.name === 'm:oMath' || inner.name === 'w:hyperlink') {
        // Misplaced inline content is still text.
        flush();
        nodes.push(...readParagraph(story, [{ name: 'w:p', attributes: {}, children: [inner] }]));
      } else if (!SILENT.has(inner.name)) walk(inner);
    }
  };
  walk(container);
  flush();
  return nodes;
}

function markProperties(paragraph: XmlElement): XmlElement | undefined {
  return child(child(paragraph, 'w:pPr'), 'w:rPr');
}

function markIsGone(story: Story, paragraph: XmlElement): boolean {
  const mark = markProperties(paragraph);
  if (mark === undefined) return false;
  if (child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined) return true;
  if (onOff(mark, 'w:vanish') !== true) return false;
  // A hidden mark before a section break or a table still ends its paragraph; readBlocks flushes there.
  return readRunProperties(mark, story.context.theme).hidden === true;
}

/** One paragraph from the content of several: the last one's mark holds the properties. */
function readParagraph(story: Story, elements: readonly XmlElement[]): readonly DraftNode[] {
  const last = elements.at(-1);
  if (last === undefined) return [];
  const { context } = story;
  const markGone = markIsGone(story, last);
  const properties = child(last, 'w:pPr');
  const styleId = childValue(properties, 'w:pStyle');
  const style = context.styles.paragraphStyle(styleId);
  const direct = readParagraphProperties(properties);
  const content: InlineContent = { builder: createRunBuilder(), before: [], after: [], style };
  readInline(story, elements.flatMap(childElements), content);

  const inner = content.builder.runs();
  // Nothing is left of a paragraph whose mark and text are deleted or hidden; it takes no number either.
  if (inner.length === 0 && markGone) return [...content.before, ...content.after];
  const list = activeList(story, style, direct);
  const number = list === undefined ? undefined : context.counter.next(list.list, list.level);
  let runs = inner;
  if (number !== undefined && number.text !== '' && list !== undefined) {
    const mark = context.styles.runLook(style, readRunProperties(markProperties(last), context.theme));
    const look = runHints({ ...mark, ...list.list.level(number.level)?.run });
    runs = [{ text: joinNumber(number, inner[0]?.text ?? ''), ...look }, ...inner];
  }
  // A paragraph that only anchors a drawing has no text to show.
  if (runs.length === 0 && content.before.length + content.after.length > 0) return [...content.before, ...content.after];

  const indents = list?.list.level(list.level)?.paragraph ?? {};
  const full: ParagraphProperties = {
    ...context.styles.defaults,
    ...style?.paragraph,
    ...(list?.direct === true ? onlyIndents(indents) : {}),
    ...direct,
  };
  const size = runs.find((run) => run.size !== undefined)?.size ?? context.styles.runLook(style, {}).size ?? 10;
  const firstLineIndent = ems(full.firstLineChars, full.firstLine, size);
  const rightIndent = ems(full.rightChars, full.right, size);
  const paragraph: DraftParagraph = {
    kind: 'paragraph',
    runs,
    ...(full.align === undefined ? {} : { align: full.align }),
    ...(firstLineIndent === 0 ? {} : { firstLineIndent }),
    ...(rightIndent === 0 ? {} : { rightIndent }),
    ...(style === undefined ? {} : { style: style.name }),
    ...(full.outlineLevel === undefined || full.outlineLevel > 8 || full.outlineLevel < 0 ? {} : { outlineLevel: full.outlineLevel }),
    ...(number === undefined || number.text === '' ? {} : { autoNumber: { length: number.text.length, level: number.level } }),
    ...(full.borderTop === true ? { borderTop: true as const } : {}),
    ...(full.borderBottom === true ? { borderBottom: true as const } : {}),
  };
  return [...content.before, paragraph, ...content.after];
}

/** The list that a paragraph is in, from itself or its style; list 0 switches numbering off (17.9.18). */
function activeList(story: Story, style: Style | undefined, direct: ParagraphProperties) {
  const id = direct.listId ?? style?.paragraph.listId;
  if (id === undefined || id === '0') return undefined;
  const list = story.context.numbering.list(id);
  if (list === undefined) return undefined;
  const tied = direct.listId === undefined && style !== undefined ? list.levelOfStyle(style.id) : undefined;
  const level = direct.listLevel ?? tied ?? (direct.listId === undefined ? style?.paragraph.listLevel : undefined) ?? 0;
  if (level < 0 || level > 8) return undefined;
  return { list, level, direct: direct.listId !== undefined };
}

function onlyIndents(properties: ParagraphProperties): ParagraphProperties {
  return {
    ...(properties.firstLine === undefined ? {} : { firstLine: properties.firstLine, firstLineChars: properties.firstLineChars ?? 0 }),
    ...(properties.right === undefined ? {} : { right: properties.right, rightChars: properties.rightChars ?? 0 }),
  };
}

/** An indent in ems: hundredths of a character where they are given, else twips by the size of the text. */
function ems(chars: number | undefined, measure: number | undefined, size: number): number {
  if (chars !== undefined && chars !== 0) return chars / 100;
  return Math.round(((measure ?? 0) / 20 / size) * 100) / 100;
}
