/**
 * Reading back (核验): what a file should hold, and what is said of each thing that was looked at.
 * The readers of PDF and Word know nothing of how the files were written.
 */
import type { OutputCheck } from '../../shared/api/output.ts';
import type { Page } from '../../shared/layout/page.ts';

/** Where one page stands on a sheet: the whole of it, or a half of an imposed one. */
export interface ExpectedSheet {
  readonly pages: readonly Page[];
}

export interface ExpectedTitle {
  readonly title: string;
  /** As the contents have it. */
  readonly page: number;
}

export interface Expected {
  /** All documents' text in one string: none of its Han characters may be missing. Null where the file is not to hold it (cover). */
  readonly text: string | null;
  /** Contents against pages; empty where the file has no contents. */
  readonly titles: readonly ExpectedTitle[];
}

export interface ExpectedPdf extends Expected {
  readonly sheets: readonly ExpectedSheet[];
  /** Boxes, output intent and version of a file for the press. */
  readonly isPress: boolean;
  /** In points; of a file for the press. */
  readonly bleed: number;
  readonly hasLinks: boolean;
}

export function passed(what: string, found: string): OutputCheck {
  return { what, ok: true, found };
}

export function failed(what: string, found: string): OutputCheck {
  return { what, ok: false, found: `${found}；请重新输出，仍不对请把这一行报给维护人员。` };
}

export function check(what: string, ok: boolean, good: string, bad: string): OutputCheck {
  return ok ? passed(what, good) : failed(what, bad);
}

/** Without what no eye sees: spaces of every kind, marks of direction, soft hyphens. */
export function visible(text: string): string {
  return text.replace(/[\s\u3000\u200b-\u200f\u2060\ufeff\u00ad\u0000-\u001f]/g, '');
}

function hanOf(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '');
}

/** Characters of `wanted` that `found` has too few of, each as often as it is missing. */
export function missingFrom(wanted: string, found: string): string[] {
  const left = new Map<string, number>();
  for (const character of found) left.set(character, (left.get(character) ?? 0) + 1);
  const missing: string[] = [];
  for (const character of wanted) {
    const count = left.get(character) ?? 0;
    if (count === 0) missing.push(character);
    else left.set(character, count - 1);
  }
  return missing;
}

/** A few of them in quotation marks, for a message. */
export function quoted(characters: readonly string[]): string {
  const shown = characters.slice(0, 8).join('');
  return `“${shown}”${characters.length > 8 ? '等' : ''}`;
}

/** The Han of the documents in what was read. */
export function checkHan(text: string, found: string): OutputCheck {
  const wanted = hanOf(text);
  const missing = missingFrom(wanted, found);
  return check(
    '稿件文字齐全',
    missing.length === 0,
    `稿件中的 ${wanted.length} 个汉字都在`,
    `少了 ${missing.length} 个汉字：${quoted(missing)}`,
  );
}
