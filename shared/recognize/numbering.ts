/** The number at the start of a paragraph: what level it stands for, and where the heading behind it ends. */
import type { HeadingLevel } from '../document/block.ts';
import { hanNumber } from './elements.ts';

export interface LeadingNumber {
  readonly kind: 'chapter' | 'section' | 'article' | 'level';
  readonly level: HeadingLevel;
  readonly value: number;
  /** Length of the number with its marks and the blanks behind it. */
  readonly length: number;
}

const HAN = '[一二三四五六七八九十百零〇]';
const FORMS: readonly { readonly pattern: RegExp; readonly kind: LeadingNumber['kind']; readonly level: HeadingLevel }[] = [
  {
    pattern: new RegExp(`^第[\\s\\u3000]*(${HAN}+|[0-9]+)[\\s\\u3000]*[章编篇](?=[\\s\\u3000]|[\\u3400-\\u9fff]|$)[\\s\\u3000]*`),
    kind: 'chapter',
    level: 1,
  },
  {
    pattern: new RegExp(`^第[\\s\\u3000]*(${HAN}+|[0-9]+)[\\s\\u3000]*节(?=[\\s\\u3000]|[\\u3400-\\u9fff]|$)[\\s\\u3000]*`),
    kind: 'section',
    level: 2,
  },
  { pattern: new RegExp(`^第[\\s\\u3000]*(${HAN}+|[0-9]+)[\\s\\u3000]*条[\\s\\u3000]*`), kind: 'article', level: 1 },
  { pattern: new RegExp(`^(${HAN}+)[\\s\\u3000]*[、．.][\\s\\u3000]*`), kind: 'level', level: 1 },
  { pattern: new RegExp(`^[（(〔][\\s\\u3000]*(${HAN}+)[\\s\\u3000]*[）)〕][、]?[\\s\\u3000]*`), kind: 'level', level: 2 },
  { pattern: /^([0-9０-９]{1,3})[．.、](?![0-9０-９])[\s\u3000]*/, kind: 'level', level: 3 },
  { pattern: /^[（(][\s\u3000]*([0-9０-９]{1,3})[\s\u3000]*[）)][、.]?[\s\u3000]*/, kind: 'level', level: 4 },
];
/** `28.5+2…` is item 28 only where item 27 came before: `5.5亿元` must stay a number. */
const TIGHT_ITEM = /^([0-9]{1,3})[．.](?=[0-9])/;

/** @param lastItem value of the last `1.` item, which decides on `28.5+2…`. */
export function leadingNumber(text: string, lastItem: number): LeadingNumber | null {
  for (const { pattern, kind, level } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const digits = match[1] as string;
    const value = /^[0-9０-９]/.test(digits)
      ? Number(digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)))
      : hanNumber(digits);
    if (value === 0) continue;
    // A cross reference (第三条规定…) or a sentence (第一节课…) is no head; an article's number is followed by a blank or by its text.
    if (kind === 'article' && !/[\s\u3000]$/.test(match[0]) && /^[之的第款项、和至与及规所]/.test(text.slice(match[0].length))) continue;
    return { kind, level, value, length: match[0].length };
  }
  const tight = TIGHT_ITEM.exec(text);
  if (tight !== null && lastItem > 0 && Number(tight[1]) === lastItem + 1)
    return { kind: 'level', level: 3, value: lastItem + 1, length: tight[0].length };
  return null;
}

/** A first sentence of up to 34 characters, number included, before more text is a run-in heading (接排标题). */
const RUN_IN_LIMIT = 34;
/** With a colon only a short catchword leads: （一）法规审核：必须…. */
const COLON_LIMIT = 10;

/** Where a run-in heading ends (behind its full stop or colon), or null when the paragraph has none. */
export function runInEnd(text: string, numberLength: number): number | null {
  const colon = /[：:]/.exec(text.slice(numberLength, numberLength + COLON_LIMIT));
  const stop = text.indexOf('。', numberLength);
  if (stop >= 0 && stop + 1 < text.length && stop + 1 <= RUN_IN_LIMIT && (colon === null || numberLength + colon.index > stop)) {
    const sentence = text.slice(numberLength, stop);
    return /[；：:]/.test(sentence) ? null : stop + 1;
  }
  if (colon !== null && colon.index >= 2) {
    const end = numberLength + colon.index + 1;
    const lead = text.slice(numberLength, end - 1);
    if (end < text.length && !/[，、。；（）]/.test(lead)) return end;
  }
  return null;
}
