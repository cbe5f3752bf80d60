import { expect, test } from 'vitest';
import { long, signedWord, word } from '../../../main/export/big-endian.ts';

test('numbers of a font file, and nothing behind its end', () => {
  const bytes = Buffer.from([0x00, 0x7f, 0xff, 0x80, 0x00, 0xff, 0xfe]);
  for (let at = 0; at <= bytes.length - 2; at += 1) {
    expect(word(bytes, at)).toBe(bytes.readUInt16BE(at));
    expect(signedWord(bytes, at)).toBe(bytes.readInt16BE(at));
  }
  for (let at = 0; at <= bytes.length - 4; at += 1) expect(long(bytes, at)).toBe(bytes.readUInt32BE(at));
  for (const read of [word, signedWord]) expect(() => read(bytes, 6)).toThrow(RangeError);
  expect(() => long(bytes, 4)).toThrow(RangeError);
});
