/** Reads JSON and keeps the line of every value, so that a message about a field can say where it stands. */

export type JsonNode =
  | { readonly kind: 'object'; readonly line: number; readonly members: ReadonlyMap<string, JsonNode> }
  | { readonly kind: 'array'; readonly line: number; readonly items: readonly JsonNode[] }
  | { readonly kind: 'scalar'; readonly line: number; readonly value: string | number | boolean | null };

export type JsonText =
  | { readonly ok: true; readonly node: JsonNode }
  | { readonly ok: false; readonly line: number; readonly near: string };

class JsonTrouble extends Error {}

const space = /[ \t\r\n]*/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const quoted = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
/** Deeper than any manifest; keeps a hostile file from exhausting the stack. */
const deepest = 64;

/** JSON as RFC 8259 has it, a byte order mark allowed; on trouble the line and the text there. */
export function readJsonLines(text: string): JsonText {
  let at = text.startsWith('\ufeff') ? 1 : 0;
  let line = 1;

  function take(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) return null;
    at += found.length;
    for (const character of found) if (character === '\n') line += 1;
    return found;
  }
  function next(mark: string): boolean {
    take(space);
    if (text[at] !== mark) return false;
    at += 1;
    return true;
  }
  function need(mark: string): void {
    if (!next(mark)) throw new JsonTrouble();
  }
  function name(): string {
    take(space);
    const found = take(quoted);
    if (found === null) throw new JsonTrouble();
    return JSON.parse(found) as string;
  }
  function members(depth: number): Map<string, JsonNode> {
    const found = new Map<string, JsonNode>();
    if (next('}')) return found;
    do {
      const key = name();
      need(':');
      found.set(key, value(depth));
    } while (next(','));
    need('}');
    return found;
  }
  function items(depth: number): JsonNode[] {
    const found: JsonNode[] = [];
    if (next(']')) return found;
    do found.push(value(depth));
    while (next(','));
    need(']');
    return found;
  }
  function value(depth: number): JsonNode {
    if (depth > deepest) throw new JsonTrouble();
    take(space);
    const start = line;
    if (next('{')) return { kind: 'object', line: start, members: members(depth + 1) };
    if (next('[')) return { kind: 'array', line: start, items: items(depth + 1) };
    const scalar = take(quoted) ?? take(word);
    if (scalar === null) throw new JsonTrouble();
    return { kind: 'scalar', line: start, value: JSON.parse(scalar) as string | number | boolean | null };
  }

  try {
    const node = value(0);
    take(space);
    if (at < text.length) throw new JsonTrouble();
    return { ok: true, node };
  } catch (error) {
    if (!(error instanceof JsonTrouble)) throw error;
    take(space);
    return { ok: false, line, near: (text.slice(at).split('\n')[0] ?? '').slice(0, 24) };
  }
}
