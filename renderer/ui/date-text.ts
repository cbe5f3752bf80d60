/** A day as the interface writes it, 2026年1月6日, and as people type it. */
import { dateText } from '../../shared/layout/heads.ts';
import { dateOf } from '../../shared/recognize/elements.ts';

/** What is stored and is no ISO day is shown as it is. */
export function dateShown(iso: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? dateText(iso) : iso;
}

/** 2026年1月6日, 2026-1-6, 2026.1.6, 2026/1/6, 20260106 or Chinese numerals as ISO; null while it is no day yet. */
export function dateTyped(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found = /^(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (found === null) return dateOf(text.trim());
  const [, year, month = '', day = ''] = found;
  return dateOf(`${year}年${Number(month)}月${Number(day)}日`);
}
