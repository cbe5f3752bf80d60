/** XML of an Office package as a light tree: namespaces become the usual prefixes, alternatives are already chosen. */
import { SaxesParser } from 'saxes';
import { BadMaterial } from './material.ts';

export interface XmlElement {
  /** Usual prefix and local name: `w:p`, whatever prefix the file has. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Word itself nests far less; a deeper tree is made to break readers that recurse. */
const MAX_DEPTH = 400;

const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel',
  'http://schemas.openxmlformats.org/package/2006/content-types': 'ct',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing': 'wp14',
  'http://schemas.microsoft.com/office/drawing/2010/main': 'a14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'urn:schemas-microsoft-com:office:word': 'w10',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** Extensions whose Choice this room can read; for any other the writer's own Fallback is the better text. */
const UNDERSTOOD = new Set(['w', 'w14', 'w15', 'wps', 'wpg', 'wpc', 'wp14', 'a14', 'v', 'o', 'pic', 'm', 'wp', 'a']);

interface Building {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

/**
 * The root element of a part. Throws BadMaterial `damaged-file` for XML that is not well formed, has a DTD (entities
 * could blow it up or read other files; no Office package has one) or nests too deep.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const stack: Building[] = [];
  let root: Building | undefined;
  const text = (value: string) => {
    const top = stack.at(-1);
    if (top !== undefined) top.children.push(value);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('DTD');
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('opentag', (tag) => {
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[usualName(attribute.uri, attribute.prefix, attribute.local)] = attribute.value;
    }
    const name = usualName(tag.uri, tag.prefix, tag.local);
    if (name === 'mc:Choice') {
      const required = (attributes.Requires ?? '').split(/\s+/).filter((prefix) => prefix !== '');
      attributes.Requires = required.map((prefix) => PREFIXES[parser.resolve(prefix) ?? ''] ?? `?${prefix}`).join(' ');
    }
    const element: Building = { name, attributes, children: [] };
    if (stack.length >= MAX_DEPTH) throw new Error('depth');
    stack.push(element);
    root ??= element;
  });
  parser.on('closetag', () => {
    const element = stack.pop();
    const parent = stack.at(-1);
    if (element === undefined || parent === undefined) return;
    if (element.name === 'mc:AlternateContent') parent.children.push(...chosenBranch(element));
    else parent.children.push(element);
  });
  try {
    parser.write(decodeXml(bytes)).close();
  } catch {
    throw new BadMaterial('damaged-file', '文件已损坏，内部结构读不通，请用 Word 打开另存后重新导入，或向来稿单位重新索取');
  }
  if (root === undefined) throw new BadMaterial('damaged-file', '文件已损坏，内部结构为空，请向来稿单位重新索取');
  return root;
}

function usualName(uri: string, prefix: string, local: string): string {
  if (uri === '') return local;
  return `${PREFIXES[uri] ?? (prefix === '' ? '?' : `?${prefix}`)}:${local}`;
}

/** Exactly one branch of the alternatives: both together would double a text box. */
function chosenBranch(element: XmlElement): readonly XmlNode[] {
  for (const branch of childElements(element)) {
    if (branch.name === 'mc:Fallback') return branch.children;
    const required = branch.attributes.Requires ?? '';
    if (branch.name === 'mc:Choice' && required !== '' && required.split(' ').every((prefix) => UNDERSTOOD.has(prefix)))
      return branch.children;
  }
  return [];
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1] ?? 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

export function childElements(element: XmlElement): readonly XmlElement[] {
  return element.children.filter(isElement);
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node;
  return undefined;
}

/** `w:val` of a child element. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val'];
}

/** First element of that name below, in document order. */
export function descendant(element: XmlElement, name: string): XmlElement | undefined {
  for (const inner of childElements(element)) {
    if (inner.name === name) return inner;
    const found = descendant(inner, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function textOf(element: XmlElement): string {
  let text = '';
  for (const node of element.children) text += typeof node === 'string' ? node : textOf(node);
  return text;
}

/** An on/off property (ST_OnOff): absent → undefined, `<w:b/>` → true. */
export function onOff(element: XmlElement | undefined, name: string): boolean | undefined {
  const property = child(element, name);
  if (property === undefined) return undefined;
  const value = property.attributes['w:val'];
  return !(value === '0' || value === 'false' || value === 'off');
}

/** A whole number in an attribute, undefined for anything else. */
export function integer(value: string | undefined): number | undefined {
  if (value === undefined || !/^-?\d{1,9}(\.\d+)?$/.test(value.trim())) return undefined;
  return Math.trunc(Number(value));
}

/** A measure in twentieths of a point: plain, or with a unit as ISO 29500 strict has it. */
export function twips(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const parts = /^(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/.exec(value.trim());
  if (parts === null) return undefined;
  const factor = { mm: 1440 / 25.4, cm: 1440 / 2.54, in: 1440, pt: 20, pc: 240, pi: 240 }[parts[2] ?? ''] ?? 1;
  return Math.round(Number(parts[1]) * factor);
}
