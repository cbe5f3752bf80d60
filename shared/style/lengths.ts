/** Lengths as people write them — 18pt, 25mm, 2.5厘米, 三号 — in points. */

/** Points of a unit. */
const units: Readonly<Record<string, number>> = {
  pt: 1,
  磅: 1,
  mm: 72 / 25.4,
  毫米: 72 / 25.4,
  cm: 72 / 2.54,
  厘米: 72 / 2.54,
  in: 72,
  英寸: 72,
};

/**
 * 字号 → points, the table of CLREQ; where it gives two figures the one that this program's 国标 style sets (三号 15.75, 二号 21, 四号 14).
 * 小初, 小三, 小六 and 八号 are not in it: as Word has them, which no standard confirms.
 */
export const namedSizes: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 27.5,
  小一: 24,
  二号: 21,
  小二: 18,
  三号: 15.75,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.875,
  小六: 6.5,
  七号: 5.25,
  八号: 5,
};

export type ReadLength =
  | { readonly ok: true; readonly points: number }
  /** `unit` is what was written for a unit, empty for a bare number; null where it is no length at all. */
  | { readonly ok: false; readonly unit: string | null };

export function readLength(text: string): ReadLength {
  const written = text.normalize('NFKC').trim();
  const size = written.replace(/^(\d)号$/, (_, digit: string) => `${'初一二三四五六七八'[Number(digit)] ?? ''}号`);
  if (Object.hasOwn(namedSizes, size)) return { ok: true, points: namedSizes[size] as number };
  const [, figure, unit = ''] = /^([+-]?\d+(?:\.\d+)?)\s*([^\s\d.]*)$/.exec(written) ?? [];
  if (figure === undefined) return { ok: false, unit: null };
  const name = unit.toLowerCase();
  const points = Object.hasOwn(units, name) ? units[name] : undefined;
  return points === undefined ? { ok: false, unit } : { ok: true, points: points === 1 ? Number(figure) : tidy(Number(figure) * points) };
}

/** To a hundredth of a point, as the shipped styles have it: 210 mm is 595.28. */
export function tidy(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Units in which a bare figure may have been meant, with the points it would then be. */
export function otherReadings(figure: number): { readonly unit: string; readonly points: number }[] {
  return [
    { unit: '毫米', points: tidy(figure * (72 / 25.4)) },
    { unit: '厘米', points: tidy(figure * (72 / 2.54)) },
    // Twips come from a Word file and are lengths of a page: a size is never that large.
    ...(figure >= 1000 ? [{ unit: '缇（1/20 磅，Word 文件里的单位）', points: tidy(figure / 20) }] : []),
  ];
}
