/** What a gazette leaves out of the text but keeps as data: 署名 with 成文日期, and the 版记. */
import { containsDate, dateOf, isOrgan, isPageNumber, isPrintedLine, isRecordLine, isSigningPerson } from './elements.ts';
import { isAtRight, type Line, type TextLine } from './line.ts';

export interface Signature {
  readonly issuer: string | null;
  readonly date: string;
  readonly lines: readonly string[];
}

export interface WithoutTail {
  readonly lines: readonly Line[];
  /** The first 署名 and 成文日期, which are the document's own. */
  readonly signature: Signature | null;
  readonly recordLines: readonly string[];
  /** The lines of the signature; still among `lines` where the document prints it. */
  readonly signatureLines: ReadonlySet<Line>;
  /** Where in `lines` the signature stood; an enclosed text often begins there. */
  readonly signedAt: number | null;
}

/** Several bodies may sign one document; more lines than this are no 署名. */
const SIGNERS = 8;

/** @param keeps the signature stays in the text: a document without 发文字号 has no other place for its date. */
export function takeTail(lines: readonly Line[], keeps: boolean): WithoutTail {
  const { kept, recordLines } = takeRecord(lines.filter((line) => !(line.kind === 'text' && isPageNumber(line.text))));
  for (let i = 0; i < kept.length; i += 1) {
    const line = kept[i] as Line;
    if (line.kind !== 'text') continue;
    const date = dateOf(line.text) ?? trailingDate(line);
    if (date === null) continue;
    const first = firstSigner(kept, i);
    if (first === i && !isAtRight(line) && dateOf(line.text) !== null && i + 1 < kept.length) continue;
    const signers = kept.slice(first, i).map((signer) => (signer as TextLine).text);
    const own = ownSigner(line);
    const issuers = own === null ? signers : [...signers, own];
    return {
      lines: keeps ? kept : [...kept.slice(0, first), ...kept.slice(i + 1)],
      signatureLines: new Set(kept.slice(first, i + 1)),
      signature: {
        issuer: issuers.length === 0 ? null : issuers.join('　'),
        date,
        lines: kept.slice(first, i + 1).map((each) => (each as TextLine).text),
      },
      recordLines,
      signedAt: keeps ? i + 1 : first,
    };
  }
  return { lines: kept, signature: null, signatureLines: new Set(), recordLines, signedAt: null };
}

/** 示例市人民政府　2026年1月5日 on one line, at the right. */
function trailingDate(line: TextLine): string | null {
  if (!isAtRight(line) || !containsDate(line.text)) return null;
  const match = /^(.*?)[\s\u3000]+([12〇二一][^\s\u3000]*年[^\s\u3000]*月[^\s\u3000]*日)$/.exec(line.text);
  return match !== null && isOrgan(match[1] as string) ? dateOf(match[2] as string) : null;
}

function ownSigner(line: TextLine): string | null {
  if (dateOf(line.text) !== null) return null;
  return line.text.replace(/[\s\u3000]+[^\s\u3000]*年[^\s\u3000]*月[^\s\u3000]*日$/, '');
}

function firstSigner(lines: readonly Line[], dateAt: number): number {
  let first = dateAt;
  while (first > 0 && dateAt - first < SIGNERS) {
    const above = lines[first - 1] as Line;
    if (above.kind !== 'text' || !(isOrgan(above.text) || isSigningPerson(above.text))) break;
    first -= 1;
  }
  return first;
}

/** 版记: from 抄送 to the line of the printing office; either may be missing. */
function takeRecord(lines: readonly Line[]): { kept: Line[]; recordLines: string[] } {
  const kept: Line[] = [];
  const recordLines: string[] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] as Line;
    if (line.kind === 'text' && (isPrintedLine(line.text) || (isRecordLine(line.text) && belongsToRecord(lines, i))))
      recordLines.push(line.text);
    else kept.push(line);
  }
  return { kept, recordLines };
}

/** With the line of the printing office behind it; or at the very end, if it does not address anybody (主送). */
function belongsToRecord(lines: readonly Line[], at: number): boolean {
  const behind = lines.slice(at + 1, at + 6);
  if (behind.some((line) => line.kind === 'text' && isPrintedLine(line.text))) return true;
  const isLast = lines.slice(at + 1).every((line) => line.kind === 'text' && isRecordLine(line.text));
  return isLast && !/^主/.test((lines[at] as TextLine).text);
}
