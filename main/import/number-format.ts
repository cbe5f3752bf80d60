/** Numbers of lists as Word writes them: the number formats of ISO/IEC 29500-1, 17.18.59, that Chinese documents use. */

const DIGITS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_TRADITIONAL = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

type Formatter = (value: number) => string;

/** 一百二十三 from digits and the signs for ten, hundred, thousand; zeros between are read once (一百零三). */
function counting(
  digits: readonly string[],
  units: readonly [string, string, string, string],
  zero: string,
  oneTen: boolean,
  oneUnit: boolean,
): Formatter {
  const below = (value: number, leading: boolean): string => {
    let text = '';
    let gap = false;
    for (let power = 3; power >= 0; power -= 1) {
      const digit = Math.floor(value / 10 ** power) % 10;
      if (digit === 0) {
        if (text !== '') gap = true;
        continue;
      }
      if (gap || (text === '' && !leading)) text += zero;
      gap = false;
      const silentOne = digit === 1 && power > 0 && (!oneUnit || (power === 1 && text === '' && leading && !oneTen));
      text += `${silentOne ? '' : (digits[digit] ?? '')}${power === 0 ? '' : (units[power - 1] ?? '')}`;
    }
    return text;
  };
  return (value) => {
    if (value === 0) return digits[0] ?? '0';
    if (value >= 100_000_000) return String(value);
    const high = Math.floor(value / 10_000);
    const low = value % 10_000;
    if (high === 0) return below(low, true);
    return `${below(high, true)}${units[3]}${low === 0 ? '' : below(low, low >= 1000)}`;
  };
}

const chinese = counting(['零', ...DIGITS.slice(1)], ['十', '百', '千', '万'], '零', false, true);

function digitwise(digits: readonly string[]): Formatter {
  return (value) => [...String(value)].map((digit) => digits[Number(digit)] ?? digit).join('');
}

function roman(value: number): string {
  if (value < 1 || value > 32_767) return String(value);
  const signs: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, sign] of signs) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}

/** A…Z, AA, BB …: Word repeats the letter, it does not count on like a spreadsheet. */
function letter(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1);
}

/** Signs that exist as single characters for 1…last; beyond it Word prints the plain number. */
function single(first: number, last: number): Formatter {
  return (value) => (value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : String(value));
}

function cycle(signs: string): Formatter {
  return (value) => (value >= 1 && value <= signs.length ? (signs[value - 1] ?? '') : String(value));
}

function ordinal(value: number): string {
  const tens = value % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${suffix}`;
}

const fullWidth = digitwise([...'０１２３４５６７８９']);

const FORMATS: Readonly<Record<string, Formatter>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: single(0x2460, 20),
  decimalEnclosedCircleChinese: single(0x2460, 20),
  decimalEnclosedFullstop: single(0x2488, 20),
  decimalEnclosedParen: single(0x2474, 20),
  ideographEnclosedCircle: single(0x3280, 10),
  numberInDash: (value) => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  ordinal,
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: counting(['〇', ...DIGITS.slice(1)], ['十', '百', '千', '万'], '', false, false),
  chineseLegalSimplified: counting(LEGAL, ['拾', '佰', '仟', '万'], '零', true, true),
  ideographLegalTraditional: counting(LEGAL_TRADITIONAL, ['拾', '佰', '仟', '萬'], '零', true, true),
  ideographDigital: digitwise(DIGITS),
  japaneseDigitalTenThousand: digitwise(DIGITS),
  taiwaneseDigital: digitwise(['○', ...DIGITS.slice(1)]),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  ideographZodiacTraditional: (value) => (value < 1 ? String(value) : `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}`),
  hex: (value) => value.toString(16).toUpperCase(),
  none: () => '',
};

/** The number as text; undefined for a format that is not known (the caller says so and prints the plain number). */
export function formatNumber(value: number, format: string): string | undefined {
  // A custom format names its first numbers (`001, 002, …`, 17.9.17).
  const padded = /^(0+1),/.exec(format)?.[1];
  if (padded !== undefined) return String(value).padStart(padded.length, '0');
  const formatter = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  return formatter === undefined ? undefined : formatter(value);
}

/** The formats of Word 97 by their number (MS-DOC, MSONFC) in the names of OOXML. */
export const WORD97_FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  8: 'hex',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  57: 'numberInDash',
  255: 'none',
};
