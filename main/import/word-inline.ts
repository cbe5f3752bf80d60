/** What stands inside a paragraph: runs, fields, revisions, links, notes, drawings. */

import { isSymbolFont, symbolText } from './symbol-fonts.ts';
import type { InlineContent, Story } from './word-context.ts';
import { readDrawing } from './word-drawings.ts';
import { fieldWithoutResult } from './word-fields.ts';
import { mathText } from './word-math.ts';
import { type RunProperties, readRunProperties, runHints } from './word-styles.ts';
import { child, childElements, childValue, descendant, onOff, textOf, type XmlElement } from './xml.ts';

/** Marks and properties without text of their own. */
const SILENT = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:customXmlPr',
  'w:smartTagPr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:lastRenderedPageBreak',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
  'w:separator',
  'w:continuationSeparator',
  'w:permStart',
  'w:permEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:softHyphen',
  'w:delText',
  'w:delInstrText',
  'w:fldData',
  'w:rubyPr',
  'w:pgNum',
]);

/** Where the walk is: what is dropped is counted once for each stretch, not once for each of Word's fragments. */
interface Walk {
  readonly story: Story;
  readonly into: InlineContent;
  lastDropped: { kind: 'deletions' | 'hidden'; length: number } | undefined;
}

/** Reads the inline content of `elements` (children of one or, after a deleted paragraph mark, of several paragraphs). */
export function readInline(story: Story, elements: readonly XmlElement[], into: InlineContent): void {
  const walk: Walk = { story, into, lastDropped: undefined };
  for (const element of elements) readElement(walk, element);
}

function shown(story: Story): boolean {
  return story.fields.every((field) => field.showing);
}

function readElement(walk: Walk, element: XmlElement): void {
  switch (element.name) {
    case 'w:r':
      readRun(walk, element);
      return;
    case 'w:del':
    case 'w:moveFrom':
      if (hasContent(element)) drop(walk, 'deletions');
      return;
    case 'm:oMath':
    case 'm:oMathPara':
      if (!shown(walk.story)) return;
      walk.story.context.remarks.add('math-as-text', 'warning', '有 {count} 处公式只保留了文字，请对照原稿核对');
      walk.into.builder.add(mathText(element), runHints(look(walk, undefined)));
      return;
    case 'w:altChunk':
    case 'w:subDoc':
      walk.story.context.remarks.add('object-left-out', 'warning', '有 {count} 处嵌入对象（图表、附件等）没有导入，请对照原稿补充');
      return;
    default:
      if (SILENT.has(element.name)) return;
      // Links, content controls, smart tags, insertions and whatever is not known: only their content counts.
      readChildren(walk, element, undefined);
  }
}

function readChildren(walk: Walk, element: XmlElement, run: RunProperties | undefined): void {
  for (const node of element.children) {
    if (typeof node !== 'string') {
      if (run === undefined) readElement(walk, node);
      else readRunPart(walk, node, run);
    } else if (/\S/.test(node) && !element.name.startsWith('w:')) {
      emit(walk, node, run ?? look(walk, undefined));
    }
  }
}

function look(walk: Walk, properties: XmlElement | undefined): RunProperties {
  const { styles, theme } = walk.story.context;
  return styles.runLook(walk.into.style, readRunProperties(properties, theme));
}

function readRun(walk: Walk, run: XmlElement): void {
  const properties = look(walk, child(run, 'w:rPr'));
  for (const part of childElements(run)) if (part.name !== 'w:rPr') readRunPart(walk, part, properties);
}

function readRunPart(walk: Walk, part: XmlElement, run: RunProperties): void {
  const { story } = walk;
  if (part.name === 'w:fldChar') {
    readFieldMark(walk, part, run);
    return;
  }
  if (part.name === 'w:instrText') {
    const field = story.fields.at(-1);
    if (field !== undefined && !field.separated) field.code += textOf(part);
    return;
  }
  if (SILENT.has(part.name) || !shown(story)) return;
  if (run.hidden === true) {
    if (hasContent(part)) drop(walk, 'hidden');
    return;
  }
  switch (part.name) {
    case 'w:t':
      emitText(walk, wordText(part), run);
      return;
    case 'w:tab':
    case 'w:ptab':
      emit(walk, '\t', run);
      return;
    case 'w:br':
      // Breaks of page and column say where the old paper ended, not what the text is.
      if (part.attributes['w:type'] !== 'page' && part.attributes['w:type'] !== 'column') emit(walk, '\n', run);
      return;
    case 'w:cr':
      emit(walk, '\n', run);
      return;
    case 'w:noBreakHyphen':
      emit(walk, '-', run);
      return;
    case 'w:sym':
      emitSymbol(walk, part, run);
      return;
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const custom = part.attributes['w:customMarkFollows'];
      const number = story.context.notes.refer(
        part.name === 'w:footnoteReference' ? 'footnote' : 'endnote',
        part.attributes['w:id'] ?? '',
        custom === '1' || custom === 'true' || custom === 'on',
      );
      emit(walk, number, { ...run, vertical: 'superscript' });
      return;
    }
    case 'w:footnoteRef':
    case 'w:endnoteRef':
      if (story.note !== undefined) {
        emit(walk, story.note.text, { ...run, vertical: 'superscript' });
        story.note.used = true;
      }
      return;
    case 'w:ruby':
      // Base text, then what stands above it; both are visible, and a gazette sets them one behind the other.
      story.context.remarks.add('ruby-as-text', 'note', '有 {count} 处注音排在了正文后面的括号里，请核对');
      readNested(walk, child(part, 'w:rubyBase'));
      emit(walk, '（', run);
      readNested(walk, child(part, 'w:rt'));
      emit(walk, '）', run);
      return;
    case 'w:drawing':
    case 'w:pict':
    case 'w:object': {
      const drawing = readDrawing(story, part);
      walk.into.before.push(...drawing.before);
      walk.into.after.push(...drawing.after);
      return;
    }
    default:
      readChildren(walk, part, run);
  }
}

function readNested(walk: Walk, element: XmlElement | undefined): void {
  if (element !== undefined) for (const inner of childElements(element)) readElement(walk, inner);
}

/** Without xml:space="preserve" the blanks at both ends are only layout of the file (XML 1.0, 2.10; Word drops them too). */
function wordText(element: XmlElement): string {
  const text = textOf(element).replace(/[\t\r\n]/g, ' ');
  return element.attributes['xml:space'] === 'preserve' ? text : text.replace(/^ +| +$/g, '');
}

function emit(walk: Walk, text: string, run: RunProperties): void {
  walk.into.builder.add(text, runHints(run));
}

/** Private-use characters of symbol fonts may stand as plain text; those of other fonts are rare characters and stay. */
function emitText(walk: Walk, text: string, run: RunProperties): void {
  if (!isSymbolFont(run.latinFont) || !/[\uf000-\uf0ff]/.test(text)) {
    emit(walk, text, run);
    return;
  }
  for (const sign of text) {
    if (/[\uf000-\uf0ff]/.test(sign)) emitMapped(walk, sign, run.latinFont, run);
    else emit(walk, sign, run);
  }
}

function emitSymbol(walk: Walk, part: XmlElement, run: RunProperties): void {
  const code = Number.parseInt(part.attributes['w:char'] ?? '', 16);
  const sign = Number.isInteger(code) && code > 0 && code < 0x110000 ? String.fromCodePoint(code) : undefined;
  emitMapped(walk, sign, part.attributes['w:font'], run);
}

function emitMapped(walk: Walk, sign: string | undefined, font: string | undefined, run: RunProperties): void {
  const plain = sign === undefined ? undefined : symbolText(sign, font);
  if (plain === undefined)
    walk.story.context.remarks.add('unknown-symbol', 'warning', '有 {count} 个符号字体的字符认不出，已用“〓”代替，请对照原稿改正');
  emit(walk, plain ?? '〓', run);
}

function readFieldMark(walk: Walk, mark: XmlElement, run: RunProperties): void {
  const { story } = walk;
  if (!story.fieldMarks.has(mark)) return;
  const type = mark.attributes['w:fldCharType'];
  if (type === 'begin') {
    const control = formControlText(child(mark, 'w:ffData'));
    if (control !== '' && shown(story) && run.hidden !== true) emit(walk, control, run);
    story.fields.push({ showing: false, code: '', separated: false });
  } else if (type === 'separate') {
    const field = story.fields.at(-1);
    if (field !== undefined) {
      field.showing = true;
      field.separated = true;
    }
  } else if (type === 'end') {
    const field = story.fields.pop();
    if (field === undefined || field.separated || !shown(story) || run.hidden === true) return;
    const text = fieldWithoutResult(field.code);
    if (text === '') return;
    if (/^\s*eq\b/i.test(field.code)) story.context.remarks.add('math-as-text', 'warning', '有 {count} 处公式只保留了文字，请对照原稿核对');
    emit(walk, text, run);
  }
}

/** Check boxes and drop-down lists of old forms show a state that is not in the text. */
function formControlText(data: XmlElement | undefined): string {
  const box = child(data, 'w:checkBox');
  if (box !== undefined) return (onOff(box, 'w:checked') ?? onOff(box, 'w:default') ?? false) ? '☑' : '□';
  const list = child(data, 'w:ddList');
  if (list === undefined) return '';
  const chosen = Number(childValue(list, 'w:result') ?? childValue(list, 'w:default') ?? '0');
  return childElements(list).filter((entry) => entry.name === 'w:listEntry')[chosen]?.attributes['w:val'] ?? '';
}

const CONTENT = [
  'w:t',
  'w:delText',
  'w:tab',
  'w:sym',
  'w:drawing',
  'w:pict',
  'w:object',
  'm:t',
  'w:noBreakHyphen',
  'w:footnoteReference',
  'w:endnoteReference',
];

function hasContent(element: XmlElement): boolean {
  return CONTENT.includes(element.name) || CONTENT.some((name) => descendant(element, name) !== undefined);
}

/** Counts a stretch that is left out; fragments without visible text between them are one stretch. */
function drop(walk: Walk, kind: 'deletions' | 'hidden'): void {
  const length = walk.into.builder.length();
  const last = walk.lastDropped;
  if (last === undefined || last.kind !== kind || last.length !== length) walk.story.context.left[kind] += 1;
  walk.lastDropped = { kind, length };
}
