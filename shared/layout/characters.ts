/** What a character is to the line breaker: its class, and what may not stand at the start or the end of a line. */

/** Classes after CLREQ 3.1 and GB/T 15834-2011 5.1; small integers, because there is one for every character of the issue. */
export const kind = {
  han: 0,
  open: 1,
  close: 2,
  comma: 3,
  stop: 4,
  middle: 5,
  dash: 6,
  ellipsis: 7,
  latin: 8,
  space: 9,
  wideSpace: 10,
  newline: 11,
  unit: 12,
  connector: 13,
} as const;
export type Kind = (typeof kind)[keyof typeof kind];

const OPEN = '“‘（［〔【《〈「『〖｛';
const CLOSE = '”’）］〕】》〉」』〗｝';
const COMMA = '，、；：';
const STOP = '。！？．';
const UNIT = '%％‰℃°';
const CONNECTOR = '～~-－–/／';
/** By character of the first plane; those beyond it are Han. Asked for every character of an issue, several times. */
const table = new Uint8Array(0x10000).fill(kind.han).fill(kind.latin, 0, 0x2e80);
// ①–⑳, Ⅰ–Ⅻ, arrows, geometric shapes and enclosed marks are set full-width among Han.
for (const [first, last] of [
  [0x2150, 0x218f],
  [0x2190, 0x22ff],
  [0x2460, 0x24ff],
  [0x2500, 0x27bf],
  [0x203b, 0x203b],
  [0x2116, 0x2116],
] as const) {
  table.fill(kind.han, first, last + 1);
}
const enter = (characters: string, value: Kind): void => {
  for (const character of characters) table[character.codePointAt(0) as number] = value;
};
enter(OPEN, kind.open);
enter(CLOSE, kind.close);
enter(COMMA, kind.comma);
enter(STOP, kind.stop);
enter('·・•', kind.middle);
enter('—', kind.dash);
enter('…', kind.ellipsis);
enter(' \u00a0\t\u2002\u2009', kind.space);
enter('\u3000', kind.wideSpace);
enter('\n', kind.newline);
enter('％‰℃', kind.unit);
enter('～－／', kind.connector);

export function kindOf(code: number): Kind {
  return code < table.length ? (table[code] as Kind) : kind.han;
}

const NOT_AT_START = 1;
const NOT_AT_END = 2;
const edges = new Uint8Array(0x10000);
const forbid = (characters: Iterable<string>, where: number): void => {
  for (const character of characters) {
    const code = character.codePointAt(0) as number;
    edges[code] = (edges[code] as number) | where;
  }
};
forbid(
  [...CLOSE, ...COMMA, ...STOP, ...UNIT, ...CONNECTOR, '·', '・', '!', ',', '.', ':', ';', '?', ')', ']', '}', '—', '…'],
  NOT_AT_START,
);
forbid([...OPEN, '(', '[', '{', '¥', '￥', '$', '№'], NOT_AT_END);

/** GB/T 15834-2011 5.1.1–5.1.4: these never begin a line. */
function mayStartLine(code: number): boolean {
  return code >= edges.length || ((edges[code] as number) & NOT_AT_START) === 0;
}

/** GB/T 15834-2011 5.1.3: these never end a line. */
function mayEndLine(code: number): boolean {
  return code >= edges.length || ((edges[code] as number) & NOT_AT_END) === 0;
}

/** May a line end between two neighbours, what stands at its edges apart? `——` and `……` are one (5.1.5), words and numbers too. */
export function mayBreakBetween(before: number, beforeKind: Kind, after: number, afterKind: Kind): boolean {
  if (afterKind === kind.space || afterKind === kind.newline) return false;
  if (!mayStartLine(after) || !mayEndLine(before)) return false;
  if (beforeKind === kind.latin && afterKind === kind.latin) return before === 0x2d || before === 0x2f;
  return true;
}
