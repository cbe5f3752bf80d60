/**
 * The manifest of an issue (manifest.json, see README) → Issue with file names as keys. Pure: which houses and which files
 * there are comes in from outside. A manifest with any trouble is refused as a whole, and every trouble is said with its line.
 */
import { type Message, message } from '../result.ts';
import type { BoardGroup, Grid, ImprintField, Issue, IssueEntry, IssueHead, IssueStyle, StartRule } from './issue.ts';
import { type JsonNode, readJsonLines } from './json-lines.ts';

export interface ManifestSurroundings {
  /** Name of the manifest in messages. */
  readonly name?: string;
  /** Ids of the house styles; not checked when absent. */
  readonly houses?: readonly string[];
  /** Names of the files that are there; not checked when absent. */
  readonly files?: readonly string[];
  /** Reads the field `style`, which this room does not know; passed over when absent. */
  readonly style?: (node: JsonNode, house: string) => IssueStyleReading;
  /** Says what of the grid does not fit the paper of the style; not asked when absent. */
  readonly grid?: (grid: Grid, head: IssueHead) => readonly string[];
}

export interface IssueStyleReading {
  readonly overrides: IssueStyle;
  readonly troubles: readonly { readonly code: string; readonly line: number; readonly text: string }[];
}

/** An `Outcome`; a refusal has its first trouble as `error` and all of them in `messages`. */
export type ManifestOutcome =
  | { readonly ok: true; readonly value: Issue<string>; readonly messages: readonly Message[] }
  | { readonly ok: false; readonly error: Message; readonly messages: readonly Message[] };

/** Reads and checks a manifest. Fields that are not known are passed over, so that newer manifests can still be read. */
export function parseManifest(text: string, around: ManifestSurroundings = {}): ManifestOutcome {
  const file = around.name ?? 'manifest.json';
  const json = readJsonLines(text);
  if (!json.ok) {
    const where = json.near === '' ? '文件在此处中断' : `“${json.near}”处写法有误`;
    return refuse([
      message('manifest-json', 'error', `${file} 第 ${json.line} 行不是正确的 JSON：${where}；请检查该行及上一行的引号、逗号和括号。`, {
        file,
        line: json.line,
      }),
    ]);
  }
  const reader = new ManifestReader(file, around);
  const issue = reader.issue(json.node);
  if (reader.troubles.length === 0) checkSurroundings(reader, around);
  return reader.troubles.length === 0 ? { ok: true, value: issue, messages: [] } : refuse(reader.troubles);
}

/** The file names that a manifest lists, as far as they can be made out: what a host must read before it calls the desk. */
export function manifestFiles(text: string): string[] {
  const json = readJsonLines(text);
  const entries = json.ok && json.node.kind === 'object' ? json.node.members.get('entries') : undefined;
  if (entries?.kind !== 'array') return [];
  const names = entries.items.map((entry) => (entry.kind === 'object' ? entry.members.get('file') : undefined));
  return [...new Set(names.flatMap((node) => (node?.kind === 'scalar' && typeof node.value === 'string' ? [node.value] : [])))];
}

/** File names as they are compared: either slash, no `./`, composed characters (a Mac gives them decomposed). */
export function comparableName(name: string): string {
  const parts: string[] = [];
  for (const part of name.normalize('NFC').replaceAll('\\', '/').split('/')) {
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    // 来稿/../来稿/1.docx and 来稿/1.docx are one file.
    if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Finds a named file: by its path, else by its last part where that is the only one of its name (a browser drops folders). */
export function findFile<T extends { readonly name: string }>(files: readonly T[], name: string): T | null {
  const wanted = comparableName(name);
  const exact = files.find((file) => comparableName(file.name) === wanted);
  if (exact !== undefined) return exact;
  const alike = files.filter((file) => lastPart(file.name) === lastPart(wanted));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function lastPart(name: string): string {
  return comparableName(name).split('/').at(-1) ?? '';
}

function refuse(messages: readonly Message[]): ManifestOutcome {
  return { ok: false, error: messages[0] as Message, messages };
}

function checkSurroundings(reader: ManifestReader, around: ManifestSurroundings): void {
  const { house, names } = reader;
  if (around.houses !== undefined && house !== null && !around.houses.includes(house.value)) {
    reader.trouble('house-unknown', house.line, `版式“${house.value}”未知；可用的版式有：${around.houses.join('、')}。请改用其中之一`);
  }
  const seen = new Map<string, number>();
  for (const { value, line } of names) {
    const name = comparableName(value);
    const before = seen.get(name);
    if (before !== undefined) reader.trouble('file-twice', line, `文件“${value}”与第 ${before} 行重复；同一文件只能列一次，请删去其中一处`);
    seen.set(name, before ?? line);
  }
  const files = around.files?.map((name) => ({ name }));
  for (const { value, line } of names) {
    if (files !== undefined && findFile(files, value) === null) {
      reader.trouble('file-missing', line, `找不到文件“${value}”；请把它放到清单所指的位置，或改正清单中的文件名`);
    }
  }
}

/** Reads the tree and gathers troubles; after a trouble a harmless value stands in, for the issue is refused anyway. */
class ManifestReader {
  readonly troubles: Message[] = [];
  readonly names: { readonly value: string; readonly line: number }[] = [];
  house: { readonly value: string; readonly line: number } | null = null;
  readonly #file: string;
  readonly #around: ManifestSurroundings;

  constructor(file: string, around: ManifestSurroundings) {
    this.#file = file;
    this.#around = around;
  }

  trouble(code: string, line: number, text: string): void {
    this.troubles.push(message(code, 'error', `${this.#file} 第 ${line} 行：${text}。`, { file: this.#file, line }));
  }

  issue(node: JsonNode): Issue<string> {
    if (node.kind !== 'object') this.trouble('manifest-field', node.line, '清单应是一个 JSON 对象（以 { 开头）；请按说明文件重写');
    const entries = this.#member(node, 'entries');
    if (entries === null) this.#missing(node, 'entries');
    return { head: this.#head(node), entries: this.#list(entries, 'entries', (item, name) => this.#entry(item, name)) };
  }

  #head(node: JsonNode): IssueHead {
    const house = this.#member(node, 'house');
    const head: IssueHead = {
      gazette: this.#text(node, 'gazette', null),
      house: this.#text(node, 'house', null),
      year: this.#whole(node, 'year', 1900, 2999) ?? this.#missing(node, 'year', 2000),
      number: this.#whole(node, 'number', 1, 9999) ?? this.#missing(node, 'number', 1),
      totalNumber: this.#whole(node, 'totalNumber', 1, 99999),
      frequency: this.#text(node, 'frequency', ''),
      publishedOn: this.#date(node, 'publishedOn'),
      grid: this.#grid(this.#member(node, 'grid')),
      firstPage: this.#whole(node, 'firstPage', 1, 9999) ?? 1,
      cover: this.#cover(this.#member(node, 'cover')),
      slogans: this.#texts(this.#member(node, 'slogans'), 'slogans'),
      statement: this.#text(node, 'statement', ''),
      board: this.#list(this.#member(node, 'board'), 'board', (item, name) => this.#boardGroup(item, name)),
      fields: this.#list(this.#member(node, 'fields'), 'fields', (item, name) => this.#imprintField(item, name)),
    };
    if (house !== null) this.house = { value: head.house, line: house.line };
    const style = this.#style(this.#member(node, 'style'), head.house);
    const whole = style === null ? head : { ...head, style };
    const grid = this.#member(node, 'grid');
    if (grid !== null && head.grid !== null && this.troubles.length === 0)
      for (const text of this.#around.grid?.(head.grid, whole) ?? []) this.trouble('grid-room', grid.line, text);
    return whole;
  }

  #style(node: JsonNode | null, house: string): IssueStyle | null {
    if (node === null || this.#around.style === undefined) return null;
    const { overrides, troubles } = this.#around.style(node, house);
    for (const { code, line, text } of troubles) this.trouble(code, line, text);
    return Object.keys(overrides).length === 0 ? null : overrides;
  }

  #entry(node: JsonNode, name: string): IssueEntry<string> | null {
    if (node.kind !== 'object') return this.#wrong(node, name, '一个对象 {"file", "section", "start"}', null);
    const file = this.#text(node, 'file', null, `${name}.file`);
    const at = this.#member(node, 'file');
    if (at !== null) this.names.push({ value: file, line: at.line });
    const contentsTitle = this.#text(node, 'contentsTitle', '', `${name}.contentsTitle`);
    return {
      key: file,
      section: this.#text(node, 'section', null, `${name}.section`),
      start: this.#start(node, `${name}.start`),
      contentsTitle: contentsTitle === '' ? null : contentsTitle,
    };
  }

  #start(node: JsonNode, name: string): StartRule {
    const start = this.#text(node, 'start', 'newPage', name);
    if (start === 'newPage' || start === 'followOn' || start === 'rightPage') return start;
    const line = this.#member(node, 'start')?.line ?? node.line;
    this.trouble(
      'manifest-field',
      line,
      `“${name}”的起排方式“${start}”未知；请改为 newPage（另页）、followOn（接排）或 rightPage（另起单页）`,
    );
    return 'newPage';
  }

  #grid(node: JsonNode | null): Grid | null {
    if (node === null) return null;
    if (node.kind !== 'object') return this.#wrong(node, 'grid', '一个对象或 null', null);
    const figure = (name: string, most: number) =>
      this.#whole(node, name, 1, most, `grid.${name}`) ?? this.#missing(node, `grid.${name}`, 1);
    return {
      columns: figure('columns', 4),
      charactersPerLine: figure('charactersPerLine', 100),
      linesPerColumn: figure('linesPerColumn', 100),
    };
  }

  #cover(node: JsonNode | null): Record<string, string> {
    if (node === null) return {};
    if (node.kind !== 'object') return this.#wrong(node, 'cover', '一个对象', {});
    // What is on a cover differs from office to office: what is no text is passed over, not refused.
    const texts = [...node.members].flatMap(([name, item]) => {
      const isText = item.kind === 'scalar' && (typeof item.value === 'string' || typeof item.value === 'number');
      return isText ? [[name, String(item.value)] as const] : [];
    });
    return Object.fromEntries(texts);
  }

  #boardGroup(node: JsonNode, name: string): BoardGroup | null {
    if (node.kind !== 'object') return this.#wrong(node, name, '一个对象 {"role", "names"}', null);
    return { role: this.#text(node, 'role', null, `${name}.role`), names: this.#texts(this.#member(node, 'names'), `${name}.names`) };
  }

  #imprintField(node: JsonNode, name: string): ImprintField | null {
    if (node.kind !== 'object') return this.#wrong(node, name, '一个对象 {"label", "value"}', null);
    const value = this.#member(node, 'value');
    const label = this.#text(node, 'label', null, `${name}.label`);
    if (value === null) return null;
    if (value.kind === 'scalar' && typeof value.value === 'number') return { label, value: String(value.value) };
    return { label, value: this.#text(node, 'value', null, `${name}.value`) };
  }

  #list<T>(node: JsonNode | null, name: string, read: (item: JsonNode, name: string) => T | null): T[] {
    if (node === null) return [];
    if (node.kind !== 'array') return this.#wrong(node, name, '一个列表 […]', []);
    return node.items.flatMap((item, i) => {
      const value = read(item, `${name}[${i + 1}]`);
      return value === null ? [] : [value];
    });
  }

  #texts(node: JsonNode | null, name: string): string[] {
    return this.#list(node, name, (item, itemName) => {
      if (item.kind === 'scalar' && item.value === null) return null;
      return item.kind === 'scalar' && typeof item.value === 'string' ? item.value : this.#wrong(item, itemName, '文字', null);
    });
  }

  /** @param absent what stands for a field that is not there or null; null when it must be there. */
  #text(node: JsonNode, key: string, absent: string | null, name: string = key): string {
    const member = this.#member(node, key);
    if (member === null) return absent ?? this.#missing(node, name, '');
    if (member.kind !== 'scalar' || typeof member.value !== 'string') return this.#wrong(member, name, '文字（加引号）', '');
    if (absent === null && member.value.trim() === '') return this.#wrong(member, name, '不为空的文字', '');
    return member.value;
  }

  #whole(node: JsonNode, key: string, least: number, most: number, name: string = key): number | null {
    const member = this.#member(node, key);
    if (member === null) return null;
    const value = member.kind === 'scalar' ? member.value : null;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most) return value;
    return this.#wrong(member, name, `${least} 至 ${most} 的整数（不加引号）`, least);
  }

  #date(node: JsonNode, key: string): string | null {
    const member = this.#member(node, key);
    if (member === null) return null;
    const value = member.kind === 'scalar' && typeof member.value === 'string' ? member.value : '';
    return isDate(value) ? value : this.#wrong(member, key, '形如 2024-03-31 的日期或 null', null);
  }

  /** A member that is there and not null. */
  #member(node: JsonNode, key: string): JsonNode | null {
    const member = node.kind === 'object' ? node.members.get(key) : undefined;
    return member === undefined || (member.kind === 'scalar' && member.value === null) ? null : member;
  }

  #missing(node: JsonNode, name: string): void;
  #missing<T>(node: JsonNode, name: string, instead: T): T;
  #missing<T>(node: JsonNode, name: string, instead?: T): T | undefined {
    if (node.kind === 'object') this.trouble('manifest-field', node.line, `缺少“${name}”；请补上这一项`);
    return instead;
  }

  #wrong<T>(node: JsonNode, name: string, wanted: string, instead: T): T {
    this.trouble('manifest-field', node.line, `“${name}”应为${wanted}；请改正这一项`);
    return instead;
  }
}

function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
