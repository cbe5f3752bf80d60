/** 自动排序: within each section by series and number of 发文字号, as the printed gazettes have it; and what such an order moves. */

export interface Numbered {
  readonly section: string;
  readonly docNumber: string | null;
  /** ISO date or null. */
  readonly date: string | null;
}

export interface DocNumber {
  /** 机关代字 without its last character where that names the kind: 示府办 of 示府办发. */
  readonly office: string;
  /** 令, 发, 字, 函; "" where the series names none. */
  readonly kind: string;
  readonly year: number;
  readonly number: number;
}

const brackets = /^(.*?)[〔［[（(【]\s*(\d{4})\s*[〕］\])）】]\s*第?\s*(\d+)\s*号/;
const decree = /^(.*?)第\s*(\d+|[〇零一二三四五六七八九十百]+)\s*号/;
/** Every printed gazette at hand has 发 before 字; orders go before all. */
const kinds = ['令', '发', '字', '函'];

/** Null for what does not read like a 发文字号. */
export function readDocNumber(text: string, date: string | null = null): DocNumber | null {
  const plain = text.normalize('NFKC').replace(/[\s\u3000]/g, '');
  const full = brackets.exec(plain);
  if (full !== null) {
    const [, series = '', year = '', number = ''] = full;
    const kind = kinds.find((one) => series.endsWith(one)) ?? '';
    return { office: series.slice(0, series.length - kind.length), kind, year: Number(year), number: Number(number) };
  }
  const order = decree.exec(plain);
  if (order === null) return null;
  const [, series = '', number = ''] = order;
  return { office: series, kind: '令', year: Number(date?.slice(0, 4) ?? 0), number: hanNumber(number) };
}

/**
 * Sections keep their order and become whole. In each: offices in the order of their first appearance, of one office 令, 发, 字, 函 and
 * then other series as they first appear, by year and number; what has no number stands behind by date, without a date behind that as it was.
 */
export function orderByNumber<Entry extends Numbered>(entries: readonly Entry[]): Entry[] {
  const sections = new Map<string, Entry[]>();
  for (const entry of entries) sections.set(entry.section, [...(sections.get(entry.section) ?? []), entry]);
  return [...sections.values()].flatMap(orderSection);
}

function orderSection<Entry extends Numbered>(entries: readonly Entry[]): Entry[] {
  const read = entries.map((entry) => ({
    entry,
    number: entry.docNumber === null ? null : readDocNumber(entry.docNumber, entry.date),
  }));
  const offices = [...new Set(read.flatMap(({ number }) => (number === null ? [] : [number.office])))];
  const key = ({ entry, number }: (typeof read)[number]): readonly (number | string)[] =>
    number === null
      ? [1, entry.date === null ? 1 : 0, entry.date ?? '']
      : [0, offices.indexOf(number.office), kindRank(number.kind), number.year, number.number];
  return read
    .map((one, at) => ({ entry: one.entry, key: [...key(one), at] }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ entry }) => entry);
}

function kindRank(kind: string): number {
  return kind === '' ? kinds.length : kinds.indexOf(kind);
}

function compare(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  const at = a.findIndex((part, i) => part !== b[i]);
  const [left, right] = [a[at], b[at]];
  return left === undefined || right === undefined ? 0 : left < right ? -1 : 1;
}

/** The fewest items that must be taken up and put elsewhere to make one order of the other; items of `after` alone count as moved. */
export function movedItems<Item>(before: readonly Item[], after: readonly Item[]): Set<Item> {
  const places = after.map((item) => before.indexOf(item));
  // The longest run that keeps its order stays where it is.
  const best: { readonly length: number; readonly previous: number }[] = [];
  places.forEach((place, i) => {
    let length = place < 0 ? 0 : 1;
    let previous = -1;
    for (let j = 0; j < i; j += 1) {
      const other = best[j] as (typeof best)[number];
      if (place >= 0 && other.length > 0 && (places[j] as number) < place && other.length + 1 > length) {
        length = other.length + 1;
        previous = j;
      }
    }
    best.push({ length, previous });
  });
  const stays = new Set<number>();
  let at = best.reduce((longest, { length }, i) => (length > (best[longest]?.length ?? 0) ? i : longest), -1);
  if (at < 0 && best.length > 0) at = 0;
  for (; at >= 0 && (best[at]?.length ?? 0) > 0; at = best[at]?.previous ?? -1) stays.add(at);
  return new Set(after.filter((_, i) => !stays.has(i)));
}

/** 十二, 一百零三 or plain digits. */
export function hanNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = '零一二三四五六七八九'.indexOf(character === '〇' ? '零' : character);
    if (value >= 0) digit = value;
    else {
      total += (digit === 0 ? 1 : digit) * (character === '百' ? 100 : 10);
      digit = 0;
    }
  }
  return total + digit;
}
