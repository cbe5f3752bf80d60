/** A small reader of PDF for tests: objects by the cross-reference table, streams, pages, content, texts by ToUnicode, the structure tree. */
import { inflateSync } from 'node:zlib';

export class Name {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
export class Reference {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}
export class Stream {
  readonly dictionary: Dictionary;
  readonly raw: Uint8Array;
  constructor(dictionary: Dictionary, raw: Uint8Array) {
    this.dictionary = dictionary;
    this.raw = raw;
  }
  /** The bytes behind FlateDecode; other filters (DCTDecode) as they are. */
  get data(): Uint8Array {
    const { Filter } = this.dictionary;
    return Filter instanceof Name && Filter.name === 'FlateDecode' ? inflateSync(this.raw) : this.raw;
  }
}
/** Strings are bytes. */
export type Value = null | boolean | number | Name | Reference | Stream | Uint8Array | readonly Value[] | Dictionary;
export interface Dictionary {
  readonly [key: string]: Value;
}
export interface Operation {
  readonly operator: string;
  readonly operands: readonly Value[];
}
export interface PageContent {
  readonly id: number;
  readonly dictionary: Dictionary;
  readonly operations: readonly Operation[];
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly trailer: Dictionary;
  readonly root: Dictionary;
  /** Ids of all objects in use. */
  readonly ids: readonly number[];
  object(id: number): Value;
  /** Follows references to the end. */
  resolve(value: Value | undefined): Value;
  dictionary(value: Value | undefined): Dictionary;
  list(value: Value | undefined): readonly Value[];
  /** Text string: UTF-16BE with its mark, or Latin 1. */
  text(value: Value | undefined): string;
  pages(): readonly PageContent[];
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Name || value instanceof Reference || value instanceof Stream || value instanceof Uint8Array)
  );
}

export function nameOf(value: Value | undefined): string {
  return value instanceof Name ? value.name : '';
}

/** Thrown for what no writer of ours may write. */
class Malformed extends Error {}

const white = new Set(['\0', '\t', '\n', '\f', '\r', ' ']);
const delimiters = new Set(['(', ')', '<', '>', '[', ']', '{', '}', '/', '%']);

/** An operator or keyword. */
class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

class Parser {
  readonly text: string;
  at: number;
  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }
  skip(): void {
    for (;;) {
      while (white.has(this.text[this.at] ?? '')) this.at += 1;
      if (this.text[this.at] !== '%') return;
      while (this.at < this.text.length && !'\r\n'.includes(this.text[this.at] as string)) this.at += 1;
    }
  }
  /** Undefined at the end. */
  token(): Value | Word | undefined {
    this.skip();
    const { text } = this;
    const here = text[this.at];
    if (here === undefined) return undefined;
    if (here === '/') {
      this.at += 1;
      return new Name(this.regular().replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
    }
    if (here === '(') return this.literal();
    if (text.startsWith('<<', this.at)) return this.dictionary();
    if (here === '<') {
      const end = text.indexOf('>', this.at);
      const hex = text.slice(this.at + 1, end).replace(/\s/g, '');
      this.at = end + 1;
      return Uint8Array.from(Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex'));
    }
    if (here === '[') {
      this.at += 1;
      const items: Value[] = [];
      for (;;) {
        this.skip();
        if (text[this.at] === ']') break;
        items.push(this.value());
      }
      this.at += 1;
      return items;
    }
    if (delimiters.has(here)) throw new Malformed(`unexpected ${here} at ${this.at}`);
    const word = this.regular();
    if (/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return this.numberOrReference(Number(word));
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : new Word(word);
  }
  value(): Value {
    const token = this.token();
    if (token === undefined || token instanceof Word) throw new Malformed(`a value was expected at ${this.at}: ${token?.text ?? 'end'}`);
    return token;
  }
  private regular(): string {
    const start = this.at;
    while (this.at < this.text.length && !white.has(this.text[this.at] as string) && !delimiters.has(this.text[this.at] as string))
      this.at += 1;
    return this.text.slice(start, this.at);
  }
  private numberOrReference(value: number): number | Reference {
    const found = /^\s+0\s+R(?![A-Za-z])/.exec(this.text.slice(this.at, this.at + 12));
    if (found === null || !Number.isInteger(value)) return value;
    this.at += found[0].length;
    return new Reference(value);
  }
  private dictionary(): Dictionary {
    this.at += 2;
    const entries: Record<string, Value> = {};
    for (;;) {
      this.skip();
      if (this.text.startsWith('>>', this.at)) break;
      const key = this.value();
      if (!(key instanceof Name)) throw new Malformed(`a key was expected at ${this.at}`);
      if (key.name in entries) throw new Malformed(`the key ${key.name} stands twice at ${this.at}`);
      entries[key.name] = this.value();
    }
    this.at += 2;
    return entries;
  }
  private literal(): Uint8Array {
    const bytes: number[] = [];
    let depth = 0;
    const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
    for (;;) {
      const here = this.text[this.at];
      if (here === undefined) throw new Malformed('a string has no end');
      this.at += 1;
      if (here === '\\') {
        const octal = /^[0-7]{1,3}/.exec(this.text.slice(this.at, this.at + 3))?.[0];
        const next = this.text[this.at] as string;
        this.at += octal?.length ?? 1;
        bytes.push(octal === undefined ? (escapes[next] ?? next.charCodeAt(0)) : Number.parseInt(octal, 8));
        continue;
      }
      if (here === '(') depth += 1;
      if (here === ')') depth -= 1;
      if (depth === 0) return Uint8Array.from(bytes);
      if (here !== '(' || depth > 1) bytes.push(here.charCodeAt(0));
    }
  }
}

export function readPdf(bytes: Uint8Array): Pdf {
  const text = Buffer.from(bytes).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const head = /^xref\n0 (\d+)\n/.exec(text.slice(start, start + 40));
  if (head === null) throw new Malformed('no cross-reference table where startxref says');
  const count = Number(head[1]);
  const offsets: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const entry = text.slice(start + head[0].length + i * 20, start + head[0].length + (i + 1) * 20);
    if (!/^\d{10} \d{5} [nf][ \r][\r\n]$/.test(entry)) throw new Malformed(`entry ${i} of the cross-reference table: ${entry}`);
    offsets.push(entry[17] === 'n' ? Number(entry.slice(0, 10)) : -1);
  }
  const behind = new Parser(text, start + head[0].length + count * 20);
  if (!((behind.token() as Word | undefined)?.text === 'trailer')) throw new Malformed('no trailer');
  const trailer = behind.value() as Dictionary;
  const known = new Map<number, Value>();

  const object = (id: number): Value => {
    if (known.has(id)) return known.get(id) as Value;
    const offset = offsets[id] ?? -1;
    if (offset < 0) throw new Malformed(`object ${id} is not in the table`);
    const opening = `${id} 0 obj\n`;
    if (!text.startsWith(opening, offset)) throw new Malformed(`object ${id} is not where the table says`);
    const parser = new Parser(text, offset + opening.length);
    const value = parser.value();
    parser.skip();
    let whole: Value = value;
    if (text.startsWith('stream\n', parser.at)) {
      const from = parser.at + 'stream\n'.length;
      const length = resolve((value as Dictionary).Length) as number;
      if (!text.startsWith('\nendstream', from + length)) throw new Malformed(`the stream ${id} is not as long as it says`);
      whole = new Stream(value as Dictionary, bytes.subarray(from, from + length));
    } else if (!text.startsWith('endobj', parser.at)) throw new Malformed(`object ${id} has no end`);
    known.set(id, whole);
    return whole;
  };
  const resolve = (value: Value | undefined): Value => {
    let here = value ?? null;
    while (here instanceof Reference) here = object(here.id);
    return here;
  };
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = resolve(value);
    if (found instanceof Stream) return found.dictionary;
    return isDictionary(found) ? found : {};
  };
  const list = (value: Value | undefined): readonly Value[] => {
    const found = resolve(value);
    return Array.isArray(found) ? (found as readonly Value[]) : [];
  };
  const root = dictionary(trailer.Root);
  const pages = (): PageContent[] => {
    const found: PageContent[] = [];
    const walk = (value: Value): void => {
      const node = dictionary(value);
      if (nameOf(node.Type) === 'Pages') for (const kid of list(node.Kids)) walk(kid);
      else found.push({ id: (value as Reference).id, dictionary: node, operations: contentOf(node) });
    };
    walk(root.Pages as Value);
    return found;
  };
  const contentOf = (page: Dictionary): Operation[] => {
    const contents = resolve(page.Contents);
    const streams = contents instanceof Stream ? [contents] : list(page.Contents).map((each) => resolve(each) as Stream);
    return operationsOf(streams.map(({ data }) => Buffer.from(data).toString('latin1')).join('\n'));
  };
  return {
    bytes,
    trailer,
    root,
    ids: offsets.flatMap((offset, id) => (offset >= 0 ? [id] : [])),
    object,
    resolve,
    dictionary,
    list,
    text: (value) => textOf(resolve(value)),
    pages,
  };
}

export function textOf(value: Value): string {
  if (!(value instanceof Uint8Array)) return '';
  if (value[0] === 0xfe && value[1] === 0xff) return utf16(value.subarray(2));
  return Buffer.from(value).toString('latin1');
}

function utf16(bytes: Uint8Array): string {
  return Buffer.from(bytes).swap16().toString('utf16le');
}

export function operationsOf(content: string): Operation[] {
  const parser = new Parser(content);
  const operations: Operation[] = [];
  let operands: Value[] = [];
  for (let token = parser.token(); token !== undefined; token = parser.token()) {
    if (token instanceof Word) {
      operations.push({ operator: token.text, operands });
      operands = [];
    } else operands.push(token);
  }
  return operations;
}

/** Code → text, from a ToUnicode CMap with two-byte codes. */
export function readToUnicode(stream: Stream): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  const text = Buffer.from(stream.data).toString('latin1');
  const value = (hex: string) => utf16(Buffer.from(hex.replace(/\s/g, ''), 'hex'));
  for (const [, block = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', many, single] of block.matchAll(/<([^>]*)>\s*<([^>]*)>\s*(?:\[([^\]]*)\]|<([^>]*)>)/g)) {
      const first = Number.parseInt(from, 16);
      const values = many === undefined ? [] : [...many.matchAll(/<([^>]*)>/g)].map(([, hex = '']) => value(hex));
      for (let code = first; code <= Number.parseInt(to, 16); code += 1) {
        const base = single === undefined ? values[code - first] : String.fromCodePoint((value(single).codePointAt(0) ?? 0) + code - first);
        if (base !== undefined) codes.set(code, base);
      }
    }
  }
  for (const [, block = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of block.matchAll(/<([^>]*)>\s*<([^>]*)>/g)) codes.set(Number.parseInt(code, 16), value(hex));
  return codes;
}

/** Two-byte codes of the strings of a Tj or TJ. */
export function shownCodes({ operator, operands }: Operation): number[] {
  const strings = operator === 'Tj' ? operands : operator === 'TJ' ? (operands[0] as readonly Value[]) : [];
  return strings.flatMap((each) => {
    if (!(each instanceof Uint8Array)) return [];
    return Array.from({ length: each.length / 2 }, (_, i) => ((each[2 * i] as number) << 8) | (each[2 * i + 1] as number));
  });
}

/** A piece of content by its mark: text with an MCID, an artifact, or neither. */
export interface MarkedText {
  readonly mcid: number | null;
  readonly tag: string;
  readonly text: string;
  /** Something was painted in it. */
  readonly painted: boolean;
}

const painting = new Set(['Tj', 'TJ', 'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Do', 'sh']);

/** The content of a page mark by mark, in the order of the stream; what is painted outside of any mark has the tag "". */
export function markedTexts(pdf: Pdf, page: PageContent): MarkedText[] {
  const fonts = pdf.dictionary(pdf.dictionary(page.dictionary.Resources).Font);
  const unicode = new Map<string, ReadonlyMap<number, string>>();
  const found: MarkedText[] = [];
  let open: { mcid: number | null; tag: string; text: string; painted: boolean } | null = null;
  let font = '';
  for (const operation of page.operations) {
    const { operator, operands } = operation;
    if (operator === 'BMC' || operator === 'BDC') {
      if (open !== null) throw new Malformed('marked content inside of marked content');
      const properties = operands[1];
      const mcid = isDictionary(properties) && typeof properties.MCID === 'number' ? properties.MCID : null;
      open = { mcid, tag: nameOf(operands[0]), text: '', painted: false };
    } else if (operator === 'EMC') {
      if (open === null) throw new Malformed('EMC without a beginning');
      found.push(open);
      open = null;
    } else if (operator === 'Tf') font = nameOf(operands[0]);
    else if (painting.has(operator)) {
      const target = open ?? { mcid: null, tag: '', text: '', painted: true };
      target.painted = true;
      if (operator === 'Tj' || operator === 'TJ') {
        const codes: ReadonlyMap<number, string> =
          unicode.get(font) ?? readToUnicode(pdf.resolve(pdf.dictionary(fonts[font]).ToUnicode) as Stream);
        unicode.set(font, codes);
        for (const code of shownCodes(operation)) target.text += codes.get(code) ?? '\ufffd';
      }
      if (open === null) found.push(target);
    }
  }
  if (open !== null) throw new Malformed('marked content without an end');
  return found;
}

/** An element of the structure tree with its content in the order of its kids. */
export interface StructureNode {
  readonly id: number;
  readonly type: string;
  readonly dictionary: Dictionary;
  readonly kids: readonly StructureKid[];
}
export type StructureKid =
  | StructureNode
  | { readonly page: number; readonly mcid: number }
  | { readonly page: number; readonly annotation: number };

export function isNode(kid: StructureKid): kid is StructureNode {
  return 'kids' in kid;
}

/** The root of the tree with its elements; pages are object ids. */
export function readStructure(pdf: Pdf): StructureNode {
  const read = (value: Value, parent: number): StructureNode => {
    const { id } = value as Reference;
    const dictionary = pdf.dictionary(value);
    if (nameOf(dictionary.Type) === 'StructElem' && (dictionary.P as Reference).id !== parent)
      throw new Malformed(`element ${id} has another parent`);
    const own = dictionary.Pg instanceof Reference ? dictionary.Pg.id : -1;
    const direct = dictionary.K instanceof Reference ? [dictionary.K] : (pdf.resolve(dictionary.K) ?? []);
    const kids = (Array.isArray(direct) ? direct : [direct]).map((kid: Value): StructureKid => {
      if (typeof kid === 'number') return { page: own, mcid: kid };
      const there = pdf.dictionary(kid);
      const page = there.Pg instanceof Reference ? there.Pg.id : own;
      if (nameOf(there.Type) === 'MCR') return { page, mcid: there.MCID as number };
      if (nameOf(there.Type) === 'OBJR') return { page, annotation: (there.Obj as Reference).id };
      return read(kid, id);
    });
    return { id, type: nameOf(dictionary.S), dictionary, kids };
  };
  return read(pdf.root.StructTreeRoot as Value, -1);
}

export function* nodesOf(node: StructureNode): Generator<StructureNode> {
  yield node;
  for (const kid of node.kids) if (isNode(kid)) yield* nodesOf(kid);
}

/** Text of an element in the order of the structure. `texts` by page and MCID. */
export function structureText(node: StructureNode, texts: ReadonlyMap<string, string>): string {
  let text = '';
  for (const kid of node.kids) {
    if (isNode(kid)) text += structureText(kid, texts);
    else if ('mcid' in kid) text += texts.get(`${kid.page} ${kid.mcid}`) ?? '';
  }
  return text;
}

/** Text of every piece of marked content, by page and MCID. */
export function textsByMark(pdf: Pdf): Map<string, string> {
  const texts = new Map<string, string>();
  for (const page of pdf.pages())
    for (const { mcid, text } of markedTexts(pdf, page)) {
      if (mcid === null) continue;
      if (texts.has(`${page.id} ${mcid}`)) throw new Malformed(`MCID ${mcid} twice on page ${page.id}`);
      texts.set(`${page.id} ${mcid}`, text);
    }
  return texts;
}

/** Key → value of a number tree (ISO 32000-1, 7.9.7). */
export function numberTree(pdf: Pdf, value: Value | undefined): Map<number, Value> {
  const found = new Map<number, Value>();
  const node = pdf.dictionary(value);
  const nums = pdf.list(node.Nums);
  for (let i = 0; i + 1 < nums.length; i += 2) found.set(nums[i] as number, nums[i + 1] as Value);
  for (const kid of pdf.list(node.Kids)) for (const [key, each] of numberTree(pdf, kid)) found.set(key, each);
  return found;
}
