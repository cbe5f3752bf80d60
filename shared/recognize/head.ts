/** The head of a submission: red head, 发文字号, title, subtitle, byline, addressees. Reads lines off the front. */
import { dateOf, docNumberOf, endsWithGenre, isAddressees, isHeadForm, isNumberLine, isOrgan, isRedHead } from './elements.ts';
import { isAtRight, isCentred, type Line, looksLikeTitle, type TextLine } from './line.ts';
import { leadingNumber } from './numbering.ts';

export interface Head {
  readonly redHead: string | null;
  readonly headLines: readonly string[];
  readonly docNumber: string | null;
  /** A date that stands beside the 发文字号, as gazettes print it. */
  readonly date: string | null;
  readonly titleLines: readonly string[];
  readonly subtitle: string | null;
  readonly byline: string | null;
  readonly authors: readonly string[];
  readonly addressees: string | null;
  /** The lines behind the head. */
  readonly rest: readonly Line[];
}

/** The version head (版头) is never longer than this: 份号, 密级, 紧急程度, several issuers, 文号, 签发人. */
const HEAD_REACH = 10;
const TITLE_LINES = 5;
/** Beyond it a line is text, whatever it looks like. */
const LONGEST_TITLE = 240;
const PLAIN_TITLE = 120;

export function readHead(lines: readonly Line[]): Head {
  let at = 0;
  let redHead: string | null = null;
  const headLines: string[] = [];
  let docNumber: string | null = null;
  let date: string | null = null;

  const numberAt = findNumberLine(lines);
  if (numberAt !== null) {
    const above = lines.slice(0, numberAt).filter((line): line is TextLine => line.kind === 'text');
    redHead = joined(above.filter((line) => line.red || isRedHead(line.text) || isOrgan(line.text)).map((line) => line.text));
    ({ docNumber, date } = numberAndDate((lines[numberAt] as TextLine).text));
    at = numberAt + 1;
    headLines.push(...lines.slice(0, at).flatMap((line) => (line.kind === 'text' ? [line.text] : [])));
  } else {
    while (at < lines.length && isRedHeadLine(lines[at] as Line)) {
      redHead = (redHead ?? '') + (lines[at] as TextLine).text;
      headLines.push((lines[at] as TextLine).text);
      at += 1;
    }
  }

  const titleLines: string[] = [];
  const titleStart = at;
  while (at < lines.length && titleLines.length < TITLE_LINES) {
    const line = lines[at] as Line;
    if (line.kind !== 'text' || !continuesTitle(line, at > titleStart ? (lines[at - 1] as TextLine) : null, titleLines)) break;
    titleLines.push(
      ...line.text
        .split('\n')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    );
    at += 1;
  }

  // An order (令) has no title but its mark; and no line above the number may be lost.
  if (titleLines.length === 0 && numberAt !== null && numberAt > 0) {
    const mark = lines[numberAt - 1] as Line;
    if (mark.kind === 'text' && !isHeadForm(mark.text)) {
      titleLines.push(mark.text);
      headLines.splice(headLines.lastIndexOf(mark.text), 1);
    }
  }

  let subtitle: string | null = null;
  let byline: string | null = null;
  let authors: readonly string[] = [];
  let addressees: string | null = null;
  for (let step = 0; step < 4 && at < lines.length; step += 1) {
    const line = lines[at] as Line;
    if (line.kind !== 'text') break;
    if (docNumber === null && isNumberLine(line.text)) {
      ({ docNumber, date } = numberAndDate(line.text));
    } else if (subtitle === null && isSubtitle(line)) {
      subtitle = line.text;
    } else if (byline === null && docNumber === null && authorsOf(line) !== null) {
      byline = line.text;
      authors = authorsOf(line) as readonly string[];
    } else break;
    at += 1;
  }
  const next = lines[at];
  if (next?.kind === 'text' && isAddressees(next.text) && (docNumber !== null || endsWithGenre(titleLines.join('')))) {
    addressees = next.text;
    at += 1;
  }
  return { redHead, headLines, docNumber, date, titleLines, subtitle, byline, authors, addressees, rest: lines.slice(at) };
}

function numberAndDate(text: string): { docNumber: string | null; date: string | null } {
  const found = docNumberOf(text);
  if (found === null) return { docNumber: null, date: null };
  // Bodies that issue together may each have their number on the line.
  return isNumberLine(found.rest) ? { docNumber: text, date: null } : { docNumber: found.docNumber, date: dateOf(found.rest) };
}

/** The 发文字号 that stands before the title: nothing but the forms of a version head may be above it. */
function findNumberLine(lines: readonly Line[]): number | null {
  for (let i = 0; i < Math.min(lines.length, HEAD_REACH); i += 1) {
    const line = lines[i] as Line;
    if (line.kind !== 'text') continue;
    if (isNumberLine(line.text)) return i;
    const isForm = line.red || line.paragraph.inTextBox === true || isRedHead(line.text) || isOrgan(line.text) || isHeadForm(line.text);
    if (!isForm) return null;
  }
  return null;
}

function isRedHeadLine(line: Line): boolean {
  if (line.kind !== 'text') return false;
  if (/文件$/.test(line.text) && isRedHead(line.text)) return true;
  return (line.red || line.paragraph.inTextBox === true) && (isRedHead(line.text) || isOrgan(line.text));
}

function joined(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('');
}

function continuesTitle(line: TextLine, before: TextLine | null, soFar: readonly string[]): boolean {
  if (isNumberLine(line.text) || isAddressees(line.text) || line.text.length > LONGEST_TITLE) return false;
  if (before === null)
    return !/[。；]$/.test(line.text) && (line.text.length <= PLAIN_TITLE || looksLikeTitle(line) || endsWithGenre(line.text));
  if (line.blankBefore || isSubtitle(line) || /[。；：:]$/.test(line.text)) return false;
  if (looksLikeTitle(before) || looksLikeTitle(line)) {
    return looksLikeTitle(line) && looksLikeTitle(before) && sameSize(line, before);
  }
  // No hints (plain text, Word 97): a title goes on until its 文种 has come; bylines and body text do not continue it.
  if (endsWithGenre(soFar.join(''))) return false;
  return isCentredLike(line, before) && endsWithGenre(line.text) && leadingNumber(line.text, 0) === null;
}

function sameSize(a: TextLine, b: TextLine): boolean {
  return a.size === null || b.size === null || Math.abs(a.size - b.size) < 1;
}

function isCentredLike(line: TextLine, before: TextLine): boolean {
  return line.align === before.align && line.from >= 2 === before.from >= 2;
}

/** ——… , a host (XX主持), a bracketed date and place, or a smaller centred line. */
function isSubtitle(line: TextLine): boolean {
  if (/[。；]$/.test(line.text) || line.text.length > 80) return false;
  if (/^(——|--|──|―|—)/.test(line.text)) return true;
  if (/主持$/.test(line.text) && line.text.length <= 24) return true;
  return /^[（(].*[0-9〇一二三四五六七八九]{4}年.*[）)]$/.test(line.text) && !isAtRight(line);
}

const NAME = /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{1,8}·[\u3400-\u9fff·]{1,12}$/;
const NO_NAME = /(目录|说明|附件|前言|摘要|引言|通知|正文|概述|主持|会议)/;
/** What an author of news is, not who. */
const ROLE = /^(本报)?(特约|见习|实习)?(记者|通讯员|编辑|实习生)$/;
/** Words that make a single unhinted line an office and no person. */
const OFFICE =
  /(局|委|办|厅|部|院|会|中心|政府|公司|集团|组|处|所|社|室|科|站|队|股|中学|小学|学校|大学|学院|研究员|教授|调研员|市长|县长|主任|书记|局长|主席|院长|部长|秘书长|代表)$/;

/** 甲平　王乙龙　刘丙乐 — or 示例市人民政府市长 张三 — or 本报记者 李四; null when the line names nobody. */
function authorsOf(line: TextLine): readonly string[] | null {
  const text = line.text.replace(/^(作者|文|撰稿|执笔)[：:／/][\s\u3000]*/, '');
  if (text.length > 60 || /[。；，：:！？《》0-9]/.test(text)) return null;
  const parts = joinPadded(text.split(/[\s\u3000、]+/).filter((part) => part !== '' && !ROLE.test(part)));
  if (parts.length === 0 || parts.length > 8) return null;
  if (parts.every((part) => NAME.test(part) && !NO_NAME.test(part) && !OFFICE.test(part))) {
    return parts.length > 1 || isCentred(line) || text !== line.text ? parts : null;
  }
  if (/^[\u3400-\u9fff]{2,30}(课题组|调研组|编写组)$/.test(text)) return [text];
  const last = parts[parts.length - 1] as string;
  if (
    parts.length >= 2 &&
    NAME.test(last) &&
    !OFFICE.test(last) &&
    parts.slice(0, -1).every((part) => OFFICE.test(part) || /记者$/.test(part))
  )
    return [last];
  return null;
}

const DOUBLE_SURNAME = /^(欧阳|司马|上官|诸葛|司徒|东方|尉迟|公孙|夏侯|皇甫|令狐|慕容|端木|南宫)$/;

/** 甲 平 → 甲平, 欧阳 晴 → 欧阳晴: short names are padded to the width of longer ones. */
function joinPadded(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const part = parts[i] as string;
    const next = parts[i + 1];
    if ((/^[\u3400-\u9fff]$/.test(part) || DOUBLE_SURNAME.test(part)) && next !== undefined && /^[\u3400-\u9fff]$/.test(next)) {
      names.push(part + next);
      i += 1;
    } else names.push(part);
  }
  return names;
}
