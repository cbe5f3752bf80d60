/** The names of an editorial board as people write and paste them. */

/** A name of two characters is often set as wide as one of three. */
const isHalf = (part: string): boolean => /^[\u3400-\u9fff]$/u.test(part);

/** @returns the parts; two that are single characters are one name, with the wide space that keeps it as wide as others. */
function joined(parts: readonly string[]): readonly string[] {
  const names: string[] = [];
  let half = '';
  for (const part of parts.filter((each) => each !== '')) {
    const name = half === '' ? part : `${half}\u3000${part}`;
    half = half === '' && isHalf(part) ? part : '';
    if (half === '') names.push(name);
  }
  return half === '' ? names : [...names, half];
}

/** Names in a line that somebody typed: between them stand blanks of any width, 、 or a comma. @returns each without blanks but for that in 王　彦. */
export function namesTyped(text: string): readonly string[] {
  return text.split(/[、，,；;]/).flatMap((part) => joined(part.trim().split(/\s+/)));
}

/** Stored names, of which some may be several with wide spaces between them. @returns one entry for each name. */
export function namesApart(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => joined(name.split('\u3000').map((part) => part.trim())));
}
