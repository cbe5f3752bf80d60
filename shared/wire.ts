/**
 * How a call and its answer are written for the browser door (main/hosts/web.ts, renderer/api.ts).
 *
 * The request body is the JSON array of the arguments, without the progress function. The answer is NDJSON: zero or more
 * lines `{"progress":[done,total,what]}`, then one line that is an `Answer`. Bytes are `{"$bytes": base64}` both ways.
 */
import type { Answer } from './api.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const digitOf = new Int16Array(128).fill(-1);
for (let i = 0; i < alphabet.length; i += 1) digitOf[alphabet.charCodeAt(i)] = i;

/** Base64 by hand: neither Buffer nor btoa is to be had on both sides of the door. */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint16Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    codes[at] = alphabet.charCodeAt(word >> 18);
    codes[at + 1] = alphabet.charCodeAt((word >> 12) & 63);
    codes[at + 2] = i + 1 < bytes.length ? alphabet.charCodeAt((word >> 6) & 63) : 61;
    codes[at + 3] = i + 2 < bytes.length ? alphabet.charCodeAt(word & 63) : 61;
    at += 4;
  }
  let text = '';
  // In pieces: a call with all codes as arguments would overflow the stack.
  for (let i = 0; i < codes.length; i += 8192) text += String.fromCharCode(...codes.subarray(i, i + 8192));
  return text;
}

/** @throws SyntaxError when the text is not base64. */
export function fromBase64(text: string): Uint8Array {
  if (text.length % 4 !== 0) throw new SyntaxError('base64: length');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const digits = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  let word = 0;
  for (let i = 0; i < text.length; i += 1) {
    const digit = i < digits ? (digitOf[text.charCodeAt(i)] ?? -1) : 0;
    if (digit < 0) throw new SyntaxError('base64: character');
    word = (word << 6) | digit;
    if (i % 4 !== 3) continue;
    if (at < bytes.length) bytes[at] = word >> 16;
    if (at + 1 < bytes.length) bytes[at + 1] = (word >> 8) & 255;
    if (at + 2 < bytes.length) bytes[at + 2] = word & 255;
    at += 3;
    word = 0;
  }
  return bytes;
}

/** JSON on one line, bytes as `{"$bytes": base64}`. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(wrapBytes(value)) ?? 'null';
}

/** @throws SyntaxError when the text is not what `encodeWire` writes. */
export function decodeWire(text: string): unknown {
  // Pages are long lists of numbers: going through each of them again costs ten times the reading.
  if (!text.includes('"$bytes"')) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
    if (typeof value.$bytes !== 'string') throw new SyntaxError('$bytes: no text');
    return fromBase64(value.$bytes);
  });
}

// Not a replacer of JSON.stringify: that one sees Node's Buffer only after its own toJSON.
function wrapBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (Array.isArray(value)) return value.map(wrapBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wrapBytes(item)]));
}

export type WireLine = { readonly progress: readonly [number, number, string] } | { readonly answer: Answer<unknown> };

export function encodeProgress(done: number, total: number, what: string): string {
  return encodeWire({ progress: [done, total, what] });
}

/**
 * Reads one line of an answer.
 * @throws SyntaxError when it is neither progress nor an answer.
 */
export function decodeLine(line: string): WireLine {
  const value = decodeWire(line);
  if (typeof value === 'object' && value !== null) {
    if ('progress' in value && Array.isArray(value.progress)) {
      const [done, total, what] = value.progress as unknown[];
      return { progress: [Number(done), Number(total), String(what)] };
    }
    if ('ok' in value) return { answer: value as Answer<unknown> };
  }
  throw new SyntaxError('answer: unknown line');
}
