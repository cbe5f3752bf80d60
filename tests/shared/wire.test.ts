/** The writing of calls and answers. */
import { expect, test } from 'vitest';
import { decodeLine, decodeWire, encodeProgress, encodeWire, fromBase64, toBase64 } from '../../shared/wire.ts';

test('base64 is what everybody else writes, for every remainder', () => {
  for (const length of [0, 1, 2, 3, 4, 255, 10_000]) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 151 + 7) % 256);
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(fromBase64(toBase64(bytes))).toEqual(bytes);
  }
});

test('what is not base64 is refused', () => {
  for (const text of ['a', 'ab=d', '####', '中文中文']) expect(() => fromBase64(text)).toThrow(SyntaxError);
});

test('bytes survive at any depth, a Buffer too', () => {
  const value = { name: '通知.docx', list: [{ bytes: new Uint8Array([0, 255]) }, null, '甲\n乙'] };
  expect(decodeWire(encodeWire(value))).toEqual(value);
  expect(decodeWire(encodeWire([Buffer.from([1, 2])]))).toEqual([new Uint8Array([1, 2])]);
  expect(encodeWire(value)).not.toContain('\n');
  expect(() => decodeWire('{"$bytes": 3}')).toThrow(SyntaxError);
});

test('lines are progress or an answer', () => {
  expect(decodeLine(encodeProgress(1, 3, '正在导入'))).toEqual({ progress: [1, 3, '正在导入'] });
  expect(decodeLine('{"ok":true,"value":7}')).toEqual({ answer: { ok: true, value: 7 } });
  expect(() => decodeLine('{"value":7}')).toThrow(SyntaxError);
});
