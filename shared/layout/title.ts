/** Where a title breaks when nobody has set its lines: after the issuer, by sense, never inside a word in 《》 or （）. */

import type { Cohesion } from './title-cohesion.ts';
import { isEdge, splitsWord } from './title-words.ts';

/** A break before these leaves both lines with sense; smaller is better. */
const GOOD_BEFORE = ['关于', '印发', '工作', '实施', '管理', '建设', '发展', '三年行动', '若干'];
const NEVER_BEFORE = /^[的了和与及、，。：；）》”〉』」！？—…·]/;
const NEVER_AFTER = /[《（“〈『「—]$/;
const ISSUER = /^(.{2,30}?(?:人民政府办公室|人民政府办公厅|人民政府|办公室|委员会|管委会|局))(?=(关于|印发|转发|公布|发布|批转))/;

/**
 * @param given lines set by hand or by the submission; kept when each of them fits.
 * @param capacity full-width characters that a line can hold.
 * @param cohesion what the text below says of the words in it.
 * @returns the lines; joined they are the title.
 */
export function breakTitle(title: string, given: readonly string[], capacity: number, cohesion: Cohesion = unknown): string[] {
  if (
    given.length > 0 &&
    given.join('') === title &&
    given.every((line) => widthOf(line) <= capacity) &&
    (given.length > 1 || widthOf(title) <= capacity)
  )
    return [...given];
  if (widthOf(title) <= capacity) return [title];
  const words: Words = { place: PLACE.exec(title)?.[1] ?? '', cohesion };
  const issuer = ISSUER.exec(title)?.[1];
  if (issuer !== undefined && widthOf(issuer) <= capacity) {
    const rest = title.slice(issuer.length);
    return [issuer, ...balance(rest, capacity, words)];
  }
  return balance(title, capacity, words);
}

/** 九江市 at the front of a title is a word wherever it comes again. */
const PLACE = /^(?:[0-9]{4}年)?([\u3400-\u9fff]{1,4}?[省市县区])/;
interface Words {
  readonly place: string;
  readonly cohesion: Cohesion;
}

const unknown: Cohesion = () => 0;
/** What it costs, in ems, to part what always stands together. */
const TOGETHER = 6;
/** A line shorter than this share of its like costs this much more. */
const STUMP = 0.45;
const UNEVEN = 6;

/** Width in ems, a Latin character as half of one. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) as number) < 0x2e80 && !'“”‘’—…·'.includes(character) ? 0.5 : 1;
  return width;
}

/** As few lines as hold it, of like length, broken at the best place near the even division. */
function balance(text: string, capacity: number, words: Words): string[] {
  const total = widthOf(text);
  if (total <= capacity) return [text];
  const lines = Math.ceil(total / capacity);
  const target = total / lines;
  let best = -1;
  let bestCost = Number.POSITIVE_INFINITY;
  const characters = [...text];
  let width = 0;
  for (let i = 1; i < characters.length; i += 1) {
    width += widthOf(characters[i - 1] as string);
    if (width > capacity || total - width > capacity * (lines - 1)) continue;
    const before = characters.slice(0, i).join('');
    const after = characters.slice(i).join('');
    if (NEVER_BEFORE.test(after) || NEVER_AFTER.test(before)) continue;
    if (/[0-9A-Za-z.]$/.test(before) && /^[0-9A-Za-z.年月日%]/.test(after)) continue;
    const least = Math.abs(width - target) + (width < target * STUMP ? UNEVEN : 0) + badness(before, after);
    // The text below is asked only about breaks that may still be the best.
    if (least >= bestCost) continue;
    const cost = least + partedWords(before, after, words);
    if (cost < bestCost) {
      best = i;
      bestCost = cost;
    }
  }
  if (best < 0) best = Math.min(characters.length - 1, Math.max(1, Math.floor(capacity)));
  return [characters.slice(0, best).join(''), ...balance(characters.slice(best).join(''), capacity, words)];
}

/** What it costs that a break parts the name of the place, or what hangs together in the text. */
function partedWords(before: string, after: string, { place, cohesion }: Words): number {
  for (let length = 1; length < place.length; length += 1)
    if (before.endsWith(place.slice(0, length)) && after.startsWith(place.slice(length))) return TOGETHER * 2;
  return TOGETHER * cohesion(before.at(-1) ?? '', after[0] ?? '');
}

/** What a break costs beyond the uneven lines that it leaves, in ems. */
function badness(before: string, after: string): number {
  let cost = 0;
  if (isInside(before)) cost += 6;
  if (splitsWord(before.at(-1) ?? '', after[0] ?? '')) cost += 8;
  else if (!isEdge(before, after)) cost += 1.5;
  if (GOOD_BEFORE.some((word) => after.startsWith(word))) cost -= 3;
  if (/[、，的]$/.test(before)) cost -= 3;
  return cost;
}

function isInside(before: string): boolean {
  return ['《》', '（）', '“”'].some((pair) => before.lastIndexOf(pair[0] as string) > before.lastIndexOf(pair[1] as string));
}
