/** A day as the interface writes it, 2026年1月6日, and as people type it. */
import { dateText } from '../../shared/layout/heads.ts';
import { dateOf, hanNumber } from '../../shared/recognize/elements.ts';
import { text } from '../text.ts';

/** What is stored and is no ISO day is shown as it is. */
export function dateShown(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? dateText(iso) : iso;
}

function arabicDay(plain: string): RegExpExecArray | null {
  return /^(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
}

/** 2026年1月6日, 2026-1-6, 2026.1.6, 2026/1/6, 20260106 or Chinese numerals as ISO; null while it is no day yet. */
export function dateTyped(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  const found = arabicDay(plain);
  if (found === null) return dateOf(typed.trim());
  const [, year, month = '', day = ''] = found;
  return dateOf(`${year}年${Number(month)}月${Number(day)}日`);
}

const han = /^[〇○零一二三四五六七八九]{4}年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;

/** Why something typed is no day, as it is said beside the field; null when it is one, or nothing was typed. */
export function dateTrouble(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim();
  if (plain === '' || dateTyped(typed) !== null) return null;
  const arabic = arabicDay(plain);
  const words = han.exec(plain.replace(/\s/g, ''));
  if (arabic === null && words === null) return text.date.wrong;
  if (arabic === null) return text.date.none(null, hanNumber(words?.[1] ?? ''), hanNumber(words?.[2] ?? ''));
  const [year = 0, month = 0, day = 0] = arabic.slice(1).map(Number);
  return text.date.none(year, month, day);
}
