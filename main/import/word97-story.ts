/** One text flow of a Word 97–2003 file: paragraphs, table rows, fields and the characters with a meaning of their own. */
import type { DraftNode, DraftParagraph, DraftRun } from '../../shared/recognize/draft.ts';
import { type ImageStore, imageSize } from './images.ts';
import { joinNumber, type ListCounter, type ListDefinition } from './list-numbers.ts';
import type { LeftOut, Remarks } from './material.ts';
import { symbolText } from './symbol-fonts.ts';
import { createRunBuilder, type RunBuilder } from './word-context.ts';
import { fieldWithoutResult } from './word-fields.ts';
import type { Word97File } from './word97-file.ts';
import { readPicture97 } from './word97-pictures.ts';
import type { FindRun, PropertyRun } from './word97-properties.ts';
import { createTableCollector } from './word97-rows.ts';
import type { CharacterLook, ParagraphLook, Style97, Styles97 } from './word97-styles.ts';

export interface Context97 {
  readonly file: Word97File;
  readonly characters: FindRun;
  readonly paragraphs: FindRun;
  readonly styles: Styles97;
  readonly lists: (index: number) => ListDefinition | undefined;
  readonly counter: ListCounter;
  readonly images: ImageStore;
  readonly remarks: Remarks;
  readonly left: LeftOut;
  /** Number of a note by the position of its mark, in the text and at the start of the note. */
  readonly noteMarks: ReadonlyMap<number, string>;
  readonly boxAnchors: ReadonlySet<number>;
}

interface OpenField {
  code: string;
  showing: boolean;
  separated: boolean;
}

interface Flow {
  readonly context: Context97;
  readonly fields: OpenField[];
  readonly fieldMarks: ReadonlySet<number>;
  builder: RunBuilder;
  after: DraftNode[];
  lastDropped: { kind: 'deletions' | 'hidden'; length: number } | undefined;
}

const PARAGRAPH = '\r';
const CELL = '\u0007';
const PAGE = '\u000c';

/** The nodes between two positions; `boxes` go before the paragraph in which they are anchored. */
export function readStory97(
  context: Context97,
  start: number,
  end: number,
  boxes: ReadonlyMap<number, readonly DraftNode[]>,
): readonly DraftNode[] {
  const { file } = context;
  const stop = Math.min(end, file.text.length);
  const flow: Flow = {
    context,
    fields: [],
    fieldMarks: completeFields(file.text, start, stop),
    builder: createRunBuilder(),
    after: [],
    lastDropped: undefined,
  };
  const nodes: DraftNode[] = [];
  const table = createTableCollector();
  let from = start;
  for (let position = start; position < stop; position += 1) {
    const sign = file.text[position];
    const last = position === stop - 1;
    if (!last && sign !== PARAGRAPH && sign !== CELL && !(sign === PAGE && endsParagraph(context, position))) continue;
    const run = context.paragraphs(file.offsetOf(position));
    const style = context.styles.style(run?.style ?? 0);
    const look = context.styles.paragraph(run?.modifiers ?? [], style);
    const before: DraftNode[] = [];
    for (const [anchor, content] of boxes) if (anchor >= from && anchor <= position) before.push(...content);
    readCharacters(flow, from, position + 1, style);
    from = position + 1;
    // A deleted mark joins its paragraph with the next one.
    if (!last && sign === PARAGRAPH && markIsDeleted(flow, position, style)) {
      nodes.push(...before);
      continue;
    }
    const paragraph = finishParagraph(flow, look, style);
    const after = flow.after;
    flow.after = [];
    const inTable = look.inTable === true || (look.depth ?? 0) > 0;
    if (!inTable) {
      nodes.push(...table.finish(), ...before);
      if (paragraph.runs.length > 0 || before.length + after.length === 0) nodes.push(paragraph);
      nodes.push(...after);
      continue;
    }
    for (const node of before) {
      if (node.kind === 'paragraph') table.paragraph(node);
      else if (node.kind === 'box') node.paragraphs.forEach(table.paragraph);
      else table.behind(node);
    }
    if (after.length > 0) context.remarks.add('picture-moved', 'note', '有 {count} 幅表格里的图片移到了表格后面，请核对位置');
    after.forEach(table.behind);
    if (look.rowEnd === true) table.row(run?.modifiers ?? []);
    else if ((look.depth ?? 1) > 1) {
      if (look.innerRowEnd === true) {
        context.remarks.add('table-flattened', 'warning', '有 {count} 行嵌套在表格里的表格改成了文字，请对照原稿核对');
        table.innerRow();
      } else table.innerCell(paragraph);
    } else {
      table.paragraph(paragraph);
      if (sign === CELL) table.cell();
    }
  }
  nodes.push(...table.finish());
  return nodes;
}

/** A page break ends a paragraph only where the section ends, and there the paragraph properties end too. */
function endsParagraph(context: Context97, position: number): boolean {
  const offset = context.file.offsetOf(position);
  const run = context.paragraphs(offset);
  return run !== undefined && run.end - offset <= 2;
}

function completeFields(text: string, start: number, end: number): ReadonlySet<number> {
  const complete = new Set<number>();
  const open: number[][] = [];
  for (let position = start; position < end; position += 1) {
    const sign = text.charCodeAt(position);
    if (sign === 0x13) open.push([position]);
    else if (sign === 0x14) open.at(-1)?.push(position);
    else if (sign === 0x15) {
      const field = open.pop();
      if (field !== undefined) for (const mark of [...field, position]) complete.add(mark);
    }
  }
  return complete;
}

function lookAt(
  flow: Flow,
  position: number,
  style: Style97 | undefined,
  cache: { run: PropertyRun | undefined; look: CharacterLook | undefined },
): CharacterLook {
  const offset = flow.context.file.offsetOf(position);
  if (cache.look === undefined || cache.run === undefined || offset < cache.run.start || offset >= cache.run.end) {
    cache.run = flow.context.characters(offset);
    cache.look = flow.context.styles.character(cache.run?.modifiers ?? [], style);
  }
  return cache.look;
}

function markIsDeleted(flow: Flow, position: number, style: Style97 | undefined): boolean {
  return lookAt(flow, position, style, { run: undefined, look: undefined }).deleted === true;
}

function hints(look: CharacterLook): Omit<DraftRun, 'text'> {
  return {
    ...(look.font === undefined ? {} : { font: look.font }),
    ...(look.size === undefined ? {} : { size: look.size }),
    ...(look.bold === true ? { bold: true as const } : {}),
    ...(look.color === undefined ? {} : { color: look.color }),
    ...(look.vertical === undefined ? {} : { vertical: look.vertical }),
  };
}

function readCharacters(flow: Flow, start: number, end: number, style: Style97 | undefined): void {
  const { file } = flow.context;
  const cache: { run: PropertyRun | undefined; look: CharacterLook | undefined } = { run: undefined, look: undefined };
  for (let position = start; position < end; position += 1) {
    const sign = file.text[position] ?? '';
    const look = lookAt(flow, position, style, cache);
    if (sign >= '\u0013' && sign <= '\u0015') {
      readFieldMark(flow, sign.charCodeAt(0), position, look);
      continue;
    }
    const field = flow.fields.at(-1);
    if (flow.fields.some((entry) => !entry.showing)) {
      if (field !== undefined && !field.separated) field.code += sign;
      continue;
    }
    if (sign === PARAGRAPH || sign === CELL || sign === PAGE || sign === '\u000e') continue;
    if (look.deleted === true || look.hidden === true) {
      drop(flow, look.deleted === true ? 'deletions' : 'hidden');
      continue;
    }
    readCharacter(flow, sign, position, look);
  }
}

function drop(flow: Flow, kind: 'deletions' | 'hidden'): void {
  const length = flow.builder.length();
  if (flow.lastDropped?.kind !== kind || flow.lastDropped.length !== length) flow.context.left[kind] += 1;
  flow.lastDropped = { kind, length };
}

function readCharacter(flow: Flow, sign: string, position: number, look: CharacterLook): void {
  const { builder, context } = flow;
  const look97 = hints(look);
  if (look.symbol !== undefined && (look.special === true || sign === '(')) {
    const plain = symbolText(String.fromCharCode(look.symbol.code), look.symbol.font);
    if (plain === undefined)
      context.remarks.add('unknown-symbol', 'warning', '有 {count} 个符号字体的字符认不出，已用“〓”代替，请对照原稿改正');
    builder.add(plain ?? '〓', look97);
    return;
  }
  const code = sign.charCodeAt(0);
  if (code >= 0x20) {
    builder.add(sign, look97);
    return;
  }
  switch (code) {
    case 0x01:
      if (look.binaryData === true || look.picture === undefined) return;
      addPicture(flow, look.picture);
      return;
    case 0x02: {
      const mark = context.noteMarks.get(position);
      if (mark !== undefined) builder.add(mark, { ...look97, vertical: 'superscript' });
      return;
    }
    case 0x08:
      if (!context.boxAnchors.has(position)) {
        context.remarks.add('object-left-out', 'warning', '有 {count} 处浮动图形（图片、线条等）没有导入，请对照原稿核对');
      }
      return;
    case 0x09:
      builder.add('\t', look97);
      return;
    case 0x0b:
      builder.add('\n', look97);
      return;
    case 0x1e:
      builder.add('-', look97);
      return;
    // 0x1F is an optional hyphen, the rest are marks of comments and separators of notes.
    default:
  }
}

function addPicture(flow: Flow, place: number): void {
  const { context } = flow;
  const picture = readPicture97(context.file.data, place);
  const image = picture === undefined ? undefined : context.images.add(picture.bytes);
  if (picture === undefined || image === undefined) {
    context.remarks.add(
      'picture-unreadable',
      'warning',
      '有 {count} 幅图片已损坏或格式不能用（如 EMF、WMF），版面上留有空框，请向来稿单位索取原图补上',
    );
    flow.after.push({ kind: 'figure', image: null });
    return;
  }
  const pixels = imageSize(image.bytes) ?? { width: 1, height: 1 };
  const size = picture.size ?? { width: pixels.width * 0.75, height: pixels.height * 0.75 };
  flow.after.push({ kind: 'figure', image: { hash: image.hash, ...size } });
}

function readFieldMark(flow: Flow, code: number, position: number, look: CharacterLook): void {
  if (!flow.fieldMarks.has(position)) return;
  if (code === 0x13) flow.fields.push({ code: '', showing: false, separated: false });
  else if (code === 0x14) {
    const field = flow.fields.at(-1);
    if (field !== undefined) {
      field.showing = true;
      field.separated = true;
    }
  } else {
    const field = flow.fields.pop();
    if (
      field === undefined ||
      field.separated ||
      flow.fields.some((entry) => !entry.showing) ||
      look.deleted === true ||
      look.hidden === true
    )
      return;
    flow.builder.add(fieldWithoutResult(field.code), hints(look));
  }
}

function finishParagraph(flow: Flow, look: ParagraphLook, style: Style97 | undefined): DraftParagraph {
  const { context } = flow;
  const inner = flow.builder.runs();
  flow.builder = createRunBuilder();
  flow.lastDropped = undefined;
  // 0 and 0xF801 mean: no list.
  const list = look.list === undefined || look.list <= 0 || look.rowEnd === true ? undefined : context.lists(look.list);
  const number = list === undefined ? undefined : context.counter.next(list, look.listLevel ?? 0);
  const first = inner[0];
  let runs = inner;
  if (number !== undefined && number.text !== '') {
    const { text: _text, vertical: _vertical, ...mark } = first ?? { text: '', ...hints(style?.character ?? {}) };
    runs = [{ ...mark, text: joinNumber(number, first?.text ?? '') }, ...inner];
  }
  const size = runs.find((run) => run.size !== undefined)?.size ?? style?.character.size ?? 10;
  const ems = (chars: number | undefined, measure: number | undefined): number =>
    chars !== undefined && chars !== 0 ? chars / 100 : Math.round(((measure ?? 0) / 20 / size) * 100) / 100;
  const firstLineIndent = ems(look.firstLineChars, look.firstLine);
  const rightIndent = ems(look.rightChars, look.right);
  return {
    kind: 'paragraph',
    runs,
    ...(look.align === undefined ? {} : { align: look.align }),
    ...(firstLineIndent === 0 ? {} : { firstLineIndent }),
    ...(rightIndent === 0 ? {} : { rightIndent }),
    ...(style === undefined ? {} : { style: style.name }),
    ...(look.outlineLevel === undefined || look.outlineLevel > 8 ? {} : { outlineLevel: look.outlineLevel }),
    ...(number === undefined || number.text === '' ? {} : { autoNumber: { length: number.text.length, level: number.level } }),
    ...(look.borderTop === true ? { borderTop: true as const } : {}),
    ...(look.borderBottom === true ? { borderBottom: true as const } : {}),
  };
}
