/** Automatic numbers: which number a paragraph of a list gets, counted as Word counts. Shared by .docx and .doc. */
import { formatNumber } from './number-format.ts';
import { symbolText } from './symbol-fonts.ts';

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** `%1.%2` with levels from 1; for a bullet its character. */
  readonly text: string;
  /** Font of the level's number, needed for bullets of symbol fonts. */
  readonly font?: string;
  readonly suffix: 'nothing' | 'space' | 'tab';
  /** Arabic numerals for all levels in this one's text. */
  readonly legal: boolean;
  /** Restarts only behind a level up to this one (from 1); 0 = never; absent = behind any higher level. */
  readonly restart?: number;
}

/** A list as a paragraph names it. Lists that share `counter` count on with each other. */
export interface ListDefinition {
  readonly id: string;
  readonly counter: string;
  readonly level: (index: number) => ListLevel | undefined;
  /** Where this list starts a level anew although others of the same counter have counted already. */
  readonly startOverride: (index: number) => number | undefined;
}

export interface ListNumber {
  readonly text: string;
  readonly level: number;
  readonly suffix: ListLevel['suffix'];
}

export interface ListCounter {
  /** The next number of that list and level. `unknownFormat` is called with a number format that is not known. */
  readonly next: (list: ListDefinition, level: number) => ListNumber | undefined;
}

const LEVELS = 9;

export function createListCounter(unknownFormat: (format: string) => void): ListCounter {
  const counters = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    next(list, index) {
      const level = list.level(index);
      if (level === undefined) return undefined;
      const counts = counters.get(list.counter) ?? new Array<number | undefined>(LEVELS).fill(undefined);
      counters.set(list.counter, counts);
      const override = list.startOverride(index);
      // An override starts the count anew once, when its list first comes to that level.
      const key = `${list.id}/${index}`;
      if (override !== undefined && !started.has(key)) {
        started.add(key);
        counts[index] = undefined;
      }
      const before = counts[index];
      counts[index] = before === undefined ? (override ?? level.start) : before + 1;
      for (let deeper = index + 1; deeper < LEVELS; deeper += 1) {
        const restart = list.level(deeper)?.restart;
        if (restart === undefined || index < restart) counts[deeper] = undefined;
      }
      return { text: numberText(list, level, counts, unknownFormat), level: index, suffix: level.suffix };
    },
  };
}

function numberText(
  list: ListDefinition,
  level: ListLevel,
  counts: readonly (number | undefined)[],
  unknownFormat: (format: string) => void,
): string {
  if (level.format === 'bullet') {
    let text = '';
    for (const sign of level.text) text += symbolText(sign, level.font) ?? '•';
    return text;
  }
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const other = list.level(place);
    const value = counts[place] ?? list.startOverride(place) ?? other?.start ?? 1;
    const own = other?.format ?? 'decimal';
    const format = level.legal && own !== 'none' ? 'decimal' : own;
    const text = formatNumber(value, format);
    if (text === undefined) unknownFormat(format);
    return text ?? String(value);
  });
}

/**
 * The number as it stands at the start of the text. Word sets a tab or a blank behind most numbers only to move the
 * text away; taken over, every 一、 and 1. would gain a blank that no one typed. So nothing follows the number, except
 * one blank where number and text would otherwise run into one word or one figure (1 + 2023年).
 */
export function joinNumber(number: ListNumber, following: string): string {
  const fuses = number.suffix !== 'nothing' && /[\p{L}\p{N}]$/u.test(number.text) && /^[A-Za-z0-9]/.test(following);
  const hanOnly = /\p{Script=Han}$/u.test(number.text) && !/^[0-9]/.test(following);
  return fuses && !hanOnly ? `${number.text} ` : number.text;
}
