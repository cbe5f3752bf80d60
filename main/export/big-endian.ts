/**
 * Numbers of font files. Buffer's own reading looks at its arguments in so many ways that for some ten thousand numbers it is felt.
 * `at` is the place of the first byte, a whole number from nought; all throw RangeError where the bytes end before the number.
 */

/** Sixteen bits, without a sign. */
export function word(bytes: Uint8Array, at: number): number {
  if (at + 1 >= bytes.length) throw new RangeError(`no number at ${at} of ${bytes.length}`);
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

/** Thirty-two bits, without a sign. */
export function long(bytes: Uint8Array, at: number): number {
  return word(bytes, at) * 0x10000 + word(bytes, at + 2);
}

/** Sixteen bits with a sign. */
export function signedWord(bytes: Uint8Array, at: number): number {
  return (word(bytes, at) << 16) >> 16;
}
