/**
 * Style files: JSON with "id", "name", a "base" (the id of another style) and any of the fields of schema.ts, which then differ
 * from the base. The same checks read the "style" of an issue's manifest. Every trouble is said, with its line and its path.
 */
import { type JsonNode, readJsonLines } from '../issue/json-lines.ts';
import { type Message, message, type Outcome } from '../result.ts';
import { otherReadings, readLength } from './lengths.ts';
import { applyOverrides, type HouseOverrides } from './override.ts';
import { checkRoom } from './room.ts';
import { findStyleField, fontRoles, type StyleField, styleFields } from './schema.ts';
import type { HouseStyle } from './style.ts';

/** A trouble without the name of the file, which the caller knows. */
export interface StyleTrouble {
  readonly code: string;
  readonly line: number;
  readonly text: string;
}

export interface StyleFile {
  readonly style: HouseStyle;
  readonly base: string;
  /** What the file says itself, lengths in points; without `id` and `name`. */
  readonly overrides: HouseOverrides;
}

/** An `Outcome`; a refusal has its first trouble as `error` and all of them in `messages`. */
export type StyleFileOutcome =
  | { readonly ok: true; readonly value: StyleFile; readonly messages: readonly Message[] }
  | { readonly ok: false; readonly error: Message; readonly messages: readonly Message[] };

/** Gives the style of an id, null when there is none. */
export type FindStyle = (id: string) => HouseStyle | null;

/** @param name of the file in messages. */
export function parseHouseStyle(text: string, base: FindStyle, name = '版式文件'): Outcome<HouseStyle> {
  const outcome = parseStyleFile(text, base, name);
  return outcome.ok ? { ok: true, value: outcome.value.style, messages: outcome.messages } : outcome;
}

export function parseStyleFile(text: string, base: FindStyle, name = '版式文件'): StyleFileOutcome {
  const json = readJsonLines(text);
  if (!json.ok) {
    const where = json.near === '' ? '文件在此处中断' : `“${json.near}”处写法有误`;
    return refuse(name, [{ code: 'style-json', line: json.line, text: `不是正确的 JSON：${where}；请检查该行及上一行的引号、逗号和括号` }]);
  }
  const { node } = json;
  if (node.kind !== 'object') {
    return refuse(name, [{ code: 'style-type', line: node.line, text: '版式应是一个 JSON 对象（以 { 开头）；请从导出的版式改起' }]);
  }
  const reader = new StyleReader('');
  const id = reader.id(node);
  const baseNode = node.members.get('base');
  const baseId = baseNode === undefined ? id : reader.text(baseNode, 'base', 40);
  const found = baseId === null ? null : base(baseId);
  if (found === null && baseId !== null) {
    const line = baseNode?.line ?? node.line;
    const advice = baseNode === undefined ? '缺少“base”；请写上以哪个版式为底' : `为底的版式“${baseId}”未知；请先导入它，或改用别的`;
    reader.trouble('style-base', line, `${advice}（如 "base": "national"）`);
  }
  const styleName = reader.name(node);
  const overrides = reader.group(node, '', ['id', 'name', 'base']) as HouseOverrides;
  if (found === null || id === null || baseId === null || styleName === null || reader.troubles.length > 0)
    return refuse(name, reader.troubles);
  const style = { ...applyOverrides(found, overrides), id, name: styleName };
  reader.room(style, node);
  if (reader.troubles.length > 0) return refuse(name, reader.troubles);
  return { ok: true, value: { style, base: baseId, overrides }, messages: [] };
}

/** The "style" of an issue: fields alone, on top of the style of its house (null when that is not known: no room is reckoned then). */
export function readOverrides(
  node: JsonNode,
  house: HouseStyle | null,
  before = 'style.',
): { readonly overrides: HouseOverrides; readonly troubles: readonly StyleTrouble[] } {
  const reader = new StyleReader(before);
  if (node.kind !== 'object') {
    reader.trouble('style-type', node.line, `“${before.slice(0, -1)}”应为一个对象 {…}，里面只写与版式不同的项；请改正这一项`);
    return { overrides: {}, troubles: reader.troubles };
  }
  for (const name of ['id', 'name', 'base']) {
    const own = node.members.get(name);
    if (own === undefined) continue;
    reader.trouble('style-unknown', own.line, `“${before}${name}”不能在一期里改；请删去，要换版式请改“house”`);
  }
  const overrides = reader.group(node, '', ['id', 'name', 'base']) as HouseOverrides;
  if (reader.troubles.length === 0 && house !== null) reader.room(applyOverrides(house, overrides), node);
  return { overrides, troubles: reader.troubles };
}

/** A style as a file that `parseHouseStyle` reads back: all fields, on `base`. */
export function styleToJson(style: HouseStyle, base: string = style.id): string {
  const { id, name, ...fields } = style;
  return `${JSON.stringify({ id, name, base, ...fields }, null, 2)}\n`;
}

function refuse(file: string, troubles: readonly StyleTrouble[]): StyleFileOutcome {
  const messages = [...troubles]
    .sort((a, b) => a.line - b.line)
    .map(({ code, line, text }) => message(code, 'error', `${file} 第 ${line} 行：${text}。`, { file, line }));
  return { ok: false, error: messages[0] as Message, messages };
}

type ObjectNode = Extract<JsonNode, { kind: 'object' }>;

/** Reads the tree and gathers troubles; what is in trouble is left out. */
class StyleReader {
  readonly troubles: StyleTrouble[] = [];
  /** Stands before every path: `style.` in a manifest. */
  readonly #before: string;

  constructor(before: string) {
    this.#before = before;
  }

  trouble(code: string, line: number, text: string): void {
    this.troubles.push({ code, line, text });
  }

  id(node: ObjectNode): string | null {
    const own = node.members.get('id');
    if (own === undefined) {
      this.trouble('style-missing', node.line, '缺少“id”；请写上版式的代号（字母、数字、汉字和连字符）');
      return null;
    }
    const id = this.text(own, 'id', 40);
    if (id === null || /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u.test(id)) return id;
    this.trouble('style-range', own.line, `“id”的取值“${id}”不合写法；请只用字母、数字、汉字和连字符`);
    return null;
  }

  name(node: ObjectNode): string | null {
    const own = node.members.get('name');
    if (own !== undefined) return this.text(own, 'name', 60);
    this.trouble('style-missing', node.line, '缺少“name”；请写上版式的名称');
    return null;
  }

  text(node: JsonNode, path: string, longest: number): string | null {
    const value = node.kind === 'scalar' ? node.value : null;
    if (typeof value === 'string' && value.trim() !== '' && [...value].length <= longest) return value;
    this.#wrong(node, path, `不为空、不超过 ${longest} 个字的文字（加引号）`);
    return null;
  }

  /** @param apart names that the caller reads itself. */
  group(node: ObjectNode, path: string, apart: readonly string[] = []): Record<string, unknown> {
    const read: [string, unknown][] = [];
    for (const [name, member] of node.members) {
      const own = `${path}${name}`;
      if (path === '' && apart.includes(name)) continue;
      const field = findStyleField(own);
      // A field in trouble gives nothing.
      if (field !== null) {
        const value = this.#field(member, field);
        if (value !== undefined) read.push([name, value]);
      } else if (!isGroup(own)) this.#unknown(member, path, name);
      else if (member.kind === 'object') read.push([name, this.group(member, `${own}.`)]);
      else this.#wrong(member, own, `一组 {${namesIn(`${own}.`).join('、')}}`);
    }
    return Object.fromEntries(read);
  }

  /** Whether the whole still fits on the page; said where the file has one of the figures. */
  room(style: HouseStyle, node: ObjectNode): void {
    for (const { paths, text } of checkRoom(style)) {
      const given = paths.map((path) => nodeAt(node, path)).find((found) => found !== null);
      this.trouble('style-room', given?.line ?? node.line, text);
    }
  }

  #field(node: JsonNode, field: StyleField): unknown {
    const { kind, path } = field;
    const value = node.kind === 'scalar' ? node.value : undefined;
    switch (kind.type) {
      case 'text':
        return this.text(node, path, kind.longest) ?? undefined;
      case 'boolean':
        if (typeof value === 'boolean') return value;
        return this.#wrong(node, path, 'true（是）或 false（否），不加引号');
      case 'font':
        return this.#choice(node, path, fontRoles);
      case 'choice':
        return this.#choice(node, path, kind.choices);
      case 'number':
      case 'integer':
        return this.#figure(node, field, kind);
      default:
        return kind satisfies never;
    }
  }

  #choice(node: JsonNode, path: string, choices: Readonly<Record<string, string>>): string | undefined {
    const value = node.kind === 'scalar' ? node.value : null;
    if (typeof value === 'string' && Object.hasOwn(choices, value)) return value;
    const names = Object.entries(choices).map(([name, words]) => `"${name}"（${words}）`);
    // The Chinese name of a choice is as good as an answer to what was meant.
    const meant =
      typeof value === 'string' ? Object.entries(choices).find(([, words]) => words.startsWith(value) && value !== '') : undefined;
    return this.#wrong(node, path, meant === undefined ? `${names.join('、')} 之一` : `"${meant[0]}"`);
  }

  #figure(node: JsonNode, field: StyleField, range: { type: 'number' | 'integer'; min: number; max: number }): number | undefined {
    const { path, unit } = field;
    const value = node.kind === 'scalar' ? node.value : null;
    if (typeof value === 'string') return this.#written(node, field, range, value);
    if (typeof value !== 'number') return this.#wrong(node, path, `数（单位：${unitName(unit)}），不加引号`);
    return this.#inRange(node, field, range, value, true);
  }

  /** A figure in quotation marks, with its unit. */
  #written(
    node: JsonNode,
    field: StyleField,
    range: { type: 'number' | 'integer'; min: number; max: number },
    text: string,
  ): number | undefined {
    const { path, unit } = field;
    const length = readLength(text);
    if (unit === '磅' && length.ok) return this.#inRange(node, field, range, length.points, false);
    const figure = /^\s*([+-]?\d+(?:\.\d+)?)\s*(.*?)\s*$/.exec(text);
    const isOwn = figure !== null && (ownUnits[unit] ?? []).includes(figure[2] ?? '');
    if (unit !== '磅' && isOwn) return this.#inRange(node, field, range, Number(figure[1]), false);
    const advice =
      unit === '磅'
        ? '请写磅数（不加引号），或带单位：磅 pt、毫米 mm、厘米 cm、英寸 in，字号也可写 三号、小四、五号'
        : `这一项以${unitName(unit)}计；请直接写数，不加引号`;
    this.trouble('style-unit', node.line, `“${this.#before}${path}”（${field.name}）的取值“${text}”单位不对；${advice}`);
    return undefined;
  }

  #inRange(
    node: JsonNode,
    field: StyleField,
    { type, min, max }: { type: 'number' | 'integer'; min: number; max: number },
    value: number,
    isBare: boolean,
  ): number | undefined {
    const fits = value >= min && value <= max;
    if (fits && (type === 'number' || Number.isInteger(value))) return value;
    const { path, name, unit } = field;
    const wanted = `${type === 'integer' ? '整数' : '数'} ${min} 至 ${max}${unit === '' ? '' : `（${unitName(unit)}）`}`;
    const meant =
      isBare && unit === '磅' && !fits && value > 0 ? otherReadings(value).find(({ points }) => points >= min && points <= max) : undefined;
    const advice = meant === undefined ? `应为${wanted}，请改正` : `看来是${meant.unit}，应填磅：${meant.points}（允许 ${min} 至 ${max}）`;
    this.trouble('style-range', node.line, `“${this.#before}${path}”（${name}）的取值 ${value} 不在范围内；${advice}`);
    return undefined;
  }

  #unknown(node: JsonNode, path: string, name: string): void {
    const siblings = namesIn(path);
    const near = nearest(name, siblings);
    const elsewhere = styleFields.filter((field) => field.path.endsWith(`.${name}`) || field.path === name || field.name === name);
    const listed = elsewhere.slice(0, 3).map((field) => `“${this.#before}${field.path}”（${field.name}）`);
    let advice = `这里可用的有：${siblings.join('、')}。请改正或删去`;
    if (near !== null) advice = `是不是“${this.#before}${path}${near}”？请改正或删去`;
    else if (listed.length > 0) advice = `是不是${listed.join('、')}？请改正或删去`;
    this.trouble('style-unknown', node.line, `没有“${this.#before}${path}${name}”这一项；${advice}`);
  }

  #wrong(node: JsonNode, path: string, wanted: string): undefined {
    const field = findStyleField(path);
    const name = field === null ? '' : `（${field.name}）`;
    this.trouble('style-type', node.line, `“${this.#before}${path}”${name}应为${wanted}；请改正这一项`);
    return undefined;
  }
}

const ownUnits: Readonly<Record<string, readonly string[]>> = {
  行: ['行'],
  字: ['字', 'em'],
  栏: ['栏'],
  块: ['块'],
  百分比: ['%', '％'],
};

function unitName(unit: string): string {
  if (unit === '百分比') return '百分数';
  return unit === '字' ? '字（正文字宽）' : unit;
}

function isGroup(path: string): boolean {
  return styleFields.some((field) => field.path.startsWith(`${path}.`));
}

/** The names that may stand below a path (`title.`), in the order of the description. */
function namesIn(path: string): string[] {
  const names = styleFields.flatMap((field) => (field.path.startsWith(path) ? [field.path.slice(path.length).split('.')[0] ?? ''] : []));
  return [...new Set(names)];
}

function nodeAt(node: ObjectNode, path: string): JsonNode | null {
  let at: JsonNode | undefined = node;
  for (const name of path.split('.')) at = at?.kind === 'object' ? at.members.get(name) : undefined;
  return at ?? null;
}

/** The name that is two letters or a third of them away; null when none is near. */
function nearest(name: string, names: readonly string[]): string | null {
  // What nobody could have meant is not compared: the time grows with the length.
  if (name.length > 40) return null;
  let best: string | null = null;
  let least = (name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3))) + 0.5;
  for (const candidate of names) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
