/** The small parsers of which those of the methods are made: each says whether a value from outside is what it should be. */

export type Guard = (value: unknown) => boolean;

export const isText: Guard = (value) => typeof value === 'string';
export const isFlag: Guard = (value) => typeof value === 'boolean';
export const isInteger: Guard = (value) => Number.isSafeInteger(value);
export const isCount: Guard = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
export const isId: Guard = (value) => Number.isSafeInteger(value) && (value as number) > 0;
export const isPositive: Guard = (value) => Number.isSafeInteger(value) && (value as number) >= 1 && (value as number) <= 9999;
/** Any object of names and values; what it may hold is read further in. */
export const isTable: Guard = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
export const isTextTable: Guard = (value) => isTable(value) && Object.values(value as object).every(isText);
/** A name that is more than spaces. */
export const isName: Guard = (value) => typeof value === 'string' && value.trim() !== '' && value.length <= 60;

export const oneOf =
  (...words: readonly unknown[]): Guard =>
  (value) =>
    words.includes(value);
export const orNull =
  (guard: Guard): Guard =>
  (value) =>
    value === null || guard(value);
export const listOf =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);

/** `fields` must be there, `optional` may be; anything else is refused, so that a typing error does not pass unseen. */
export function shape(fields: Readonly<Record<string, Guard>>, optional: Readonly<Record<string, Guard>> = {}): Guard {
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const own = new Map(Object.entries(value));
    for (const [name, guard] of Object.entries(fields)) if (!own.has(name) || !guard(own.get(name))) return false;
    for (const [name, item] of own) {
      if (Object.hasOwn(fields, name)) continue;
      if (!Object.hasOwn(optional, name) || optional[name]?.(item) !== true) return false;
    }
    return true;
  };
}

export const isFile = shape({ name: isText, bytes: (value) => value instanceof Uint8Array });
export const isFiles = listOf(isFile);
export const isHand = shape({ person: isName, session: isName });
export const isStart = oneOf('newPage', 'followOn', 'rightPage');
