/** Pictures, text boxes, word art and objects in DrawingML and VML. */
import type { DraftFigure, DraftNode, DraftParagraph } from '../../shared/recognize/draft.ts';
import { flattenTable } from './flatten.ts';
import { imageSize } from './images.ts';
import { hasText, type Story } from './word-context.ts';
import { childElements, descendant, integer, textOf, type XmlElement } from './xml.ts';

export interface DrawingContent {
  readonly before: readonly DraftNode[];
  readonly after: readonly DraftNode[];
}

interface Gathering {
  readonly story: Story;
  readonly before: DraftNode[];
  readonly after: DraftNode[];
  /** Size in points from the nearest frame. */
  size: { readonly width: number; readonly height: number } | undefined;
  /** Whether the shape around has an outline, and its fill (word art). */
  framed: boolean;
  fill: string | undefined;
}

const EMU_PER_POINT = 12_700;

/** Reads a `w:drawing`, `w:pict` or `w:object`: text boxes go before the paragraph that anchors them, pictures behind it. */
export function readDrawing(story: Story, element: XmlElement): DrawingContent {
  const gathering: Gathering = { story, before: [], after: [], size: undefined, framed: false, fill: undefined };
  walk(gathering, element);
  return gathering;
}

function walk(into: Gathering, element: XmlElement): void {
  switch (element.name) {
    case 'wp:inline':
    case 'wp:anchor': {
      const extent = childElements(element).find((entry) => entry.name === 'wp:extent')?.attributes;
      into.size = points(Number(extent?.cx) / EMU_PER_POINT, Number(extent?.cy) / EMU_PER_POINT);
      // A hidden drawing is not printed.
      if (childElements(element).some((entry) => entry.name === 'wp:docPr' && entry.attributes.hidden === '1')) {
        into.story.context.left.hidden += 1;
        return;
      }
      break;
    }
    case 'pic:pic': {
      // In a group each picture has its own size; alone the frame's is the one that Word shows.
      const outer = into.size;
      const transform = descendant(element, 'a:xfrm');
      const extent = transform === undefined ? undefined : descendant(transform, 'a:ext')?.attributes;
      into.size ??= points(Number(extent?.cx) / EMU_PER_POINT, Number(extent?.cy) / EMU_PER_POINT);
      for (const inner of childElements(element)) walk(into, inner);
      into.size = outer;
      return;
    }
    case 'wps:wsp':
      into.framed = hasOutline(element);
      break;
    case 'wpg:wgp':
    case 'wpg:grpSp':
    case 'wpc:wpc':
      into.size = undefined;
      break;
    case 'v:shape':
    case 'v:rect':
    case 'v:roundrect':
    case 'v:oval':
      into.framed = isOn(element.attributes.stroked ?? 't');
      into.fill = element.attributes.fillcolor;
      into.size = vmlSize(element.attributes.style ?? '') ?? into.size;
      break;
    case 'v:textpath':
      addWordArt(into, element.attributes.string ?? '');
      return;
    case 'w:txbxContent':
      addTextBox(into, element);
      return;
    case 'a:blip':
      addPicture(into, element.attributes['r:embed'], element.attributes['r:link']);
      return;
    case 'v:imagedata':
      addPicture(into, element.attributes['r:id'] ?? element.attributes['o:relid'], element.attributes['r:href']);
      return;
    case 'c:chart':
    case 'o:OLEObject':
    case 'w:control':
      addObject(into, element.name === 'c:chart');
      return;
    case 'dgm:relIds':
      addDiagram(into, element.attributes['r:dm']);
      return;
    case 'a:t': {
      // Text of shapes that is no Word story (locked canvas, WPS art).
      const text = textOf(element);
      if (/\S/.test(text)) into.before.push({ kind: 'paragraph', runs: [{ text }], inTextBox: true });
      return;
    }
    default:
  }
  for (const inner of childElements(element)) walk(into, inner);
}

function points(width: number, height: number): { width: number; height: number } | undefined {
  if (!(width > 0 && height > 0 && width < 20_000 && height < 20_000)) return undefined;
  return { width: Math.round(width * 100) / 100, height: Math.round(height * 100) / 100 };
}

function isOn(value: string): boolean {
  return value !== 'f' && value !== 'false' && value !== '0';
}

/** An outline of its own, or the one of the shape's style when nothing is said. */
function hasOutline(shape: XmlElement): boolean {
  const properties = childElements(shape).find((entry) => entry.name === 'wps:spPr');
  const line = properties === undefined ? undefined : childElements(properties).find((entry) => entry.name === 'a:ln');
  if (line !== undefined) return !childElements(line).some((entry) => entry.name === 'a:noFill');
  const style = childElements(shape).find((entry) => entry.name === 'wps:style');
  const reference = style === undefined ? undefined : childElements(style).find((entry) => entry.name === 'a:lnRef');
  return (integer(reference?.attributes.idx) ?? 0) > 0;
}

function vmlSize(style: string): { width: number; height: number } | undefined {
  const measure = (name: string): number => {
    const found = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([\\d.]+)(pt|in|cm|mm|px)?`, 'i').exec(style);
    return Number(found?.[1]) * ({ in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 }[found?.[2] ?? ''] ?? 1);
  };
  return points(measure('width'), measure('height'));
}

function isRed(color: string | undefined): boolean {
  if (color === undefined) return false;
  const named = color.replace(/^#/, '').split(' ')[0] ?? '';
  if (named.toLowerCase() === 'red') return true;
  const hex = /^[0-9a-f]{3}$/i.test(named) ? named.replace(/./g, '$&$&') : named;
  if (!/^[0-9a-f]{6}$/i.test(hex)) return false;
  const value = Number.parseInt(hex, 16);
  return value >> 16 >= 0xb0 && ((value >> 8) & 0xff) <= 0x60 && (value & 0xff) <= 0x60;
}

function addWordArt(into: Gathering, text: string): void {
  if (!/\S/.test(text)) return;
  const color = isRed(into.fill) ? { color: 'FF0000' } : {};
  into.before.push({ kind: 'paragraph', runs: [{ text, ...color }], inTextBox: true });
}

/** Red or a single bare line: the head of a template, paragraph by paragraph. Anything else is a box that the text refers to. */
function addTextBox(into: Gathering, content: XmlElement): void {
  const framed = into.framed;
  const nodes = into.story.context.readStory(into.story.part, content);
  const paragraphs: DraftParagraph[] = [];
  for (const node of nodes) {
    if (node.kind === 'paragraph' || node.kind === 'box') paragraphs.push(...(node.kind === 'box' ? node.paragraphs : [node]));
    else if (node.kind === 'table') {
      into.story.context.remarks.add('table-flattened', 'warning', '有 {count} 个嵌套在表格或文本框里的表格改成了文字，请对照原稿核对');
      paragraphs.push(...flattenTable(node));
    } else into.after.push(node);
  }
  const filled = paragraphs.filter(hasText);
  if (filled.length === 0) return;
  const red = filled.some((paragraph) => paragraph.runs.some((run) => isRed(run.color)));
  if (red || (filled.length === 1 && !framed)) {
    for (const paragraph of filled) into.before.push({ ...paragraph, inTextBox: true });
  } else into.before.push({ kind: 'box', paragraphs: filled });
}

function addPicture(into: Gathering, embedded: string | undefined, linked: string | undefined): void {
  const { context, part } = into.story;
  const relations = context.file.relations(part);
  const relation = relations.get(embedded ?? '') ?? relations.get(linked ?? '');
  if (relation === undefined && embedded === undefined && linked === undefined) return;
  let figure: DraftFigure = { kind: 'figure', image: null };
  if (relation?.external === true) {
    // Never fetched: a document may not make this machine open an address.
    context.remarks.add('external-target', 'warning', '有 {count} 幅图片只是链接到外部文件，没有导入，请向来稿单位索取图片');
  } else {
    const bytes = relation === undefined ? undefined : context.file.bytes(relation.target);
    const image = bytes === undefined ? undefined : context.images.add(bytes);
    if (image === undefined) {
      context.remarks.add(
        'picture-unreadable',
        'warning',
        '有 {count} 幅图片已损坏或格式不能用（如 EMF、WMF），版面上留有空框，请向来稿单位索取原图补上',
      );
    } else {
      const pixels = imageSize(image.bytes) ?? { width: 1, height: 1 };
      // Without a size in the file: 96 pixels an inch, as Word shows them.
      const size = into.size ?? { width: pixels.width * 0.75, height: pixels.height * 0.75 };
      figure = { kind: 'figure', image: { hash: image.hash, ...size } };
    }
  }
  into.after.push(figure);
}

function addObject(into: Gathering, figure: boolean): void {
  into.story.context.remarks.add('object-left-out', 'warning', '有 {count} 处嵌入对象（图表、附件等）没有导入，请对照原稿补充');
  if (figure) into.after.push({ kind: 'figure', image: null });
}

/** A diagram (SmartArt) cannot be drawn, but its words are in a part of their own. */
function addDiagram(into: Gathering, id: string | undefined): void {
  const { context, part } = into.story;
  const relation = context.file.relations(part).get(id ?? '');
  const root = relation === undefined || relation.external ? undefined : context.file.xml(relation.target);
  addObject(into, true);
  if (root === undefined) return;
  const paragraphs: DraftParagraph[] = [];
  const gather = (element: XmlElement): void => {
    if (element.name === 'a:p') {
      const text = textOf(element);
      if (/\S/.test(text)) paragraphs.push({ kind: 'paragraph', runs: [{ text }] });
    } else for (const inner of childElements(element)) gather(inner);
  };
  gather(root);
  if (paragraphs.length > 0) into.before.push({ kind: 'box', paragraphs });
}
