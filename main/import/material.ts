/** What all readers share: how they give up on a file, and how they keep account of what they could not take over. */
import { type Message, message, type Severity } from '../../shared/result.ts';

/** A file that cannot be used at all. Thrown inside this room only; `readSubmission` turns it into a refusal. */
export class BadMaterial extends Error {
  readonly code: string;
  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

/**
 * Collects remarks while a file is read: the same remark made a hundred times becomes one message with its count,
 * because an editor reads a list of three messages and not one of three hundred.
 */
export interface Remarks {
  /** One occurrence of `code`; `text` gets the final count in place of `{count}`. */
  readonly add: (code: string, severity: Severity, text: string) => void;
  readonly messages: (file: string) => readonly Message[];
}

export function createRemarks(): Remarks {
  const seen = new Map<string, { code: string; severity: Severity; text: string; count: number }>();
  return {
    add(code, severity, text) {
      const key = `${code}\n${text}`;
      const entry = seen.get(key);
      if (entry === undefined) seen.set(key, { code, severity, text, count: 1 });
      else entry.count += 1;
    },
    messages: (file) =>
      [...seen.values()].map((entry) => message(entry.code, entry.severity, entry.text.replace('{count}', String(entry.count)), { file })),
  };
}

/** What is left out on purpose, because it is no part of the text that the office hands in. */
export interface LeftOut {
  deletions: number;
  hidden: number;
  comments: number;
  headersAndFooters: number;
}

/** One message that sums up what was left out of a file, or none. */
export function leftOutMessage(left: LeftOut, file: string): readonly Message[] {
  const parts: string[] = [];
  if (left.deletions > 0) parts.push(`修订删除 ${left.deletions} 处`);
  if (left.hidden > 0) parts.push(`隐藏文字 ${left.hidden} 处`);
  if (left.comments > 0) parts.push(`批注 ${left.comments} 条`);
  if (left.headersAndFooters > 0) parts.push(`页眉页脚 ${left.headersAndFooters} 个`);
  return parts.length === 0 ? [] : [message('left-out', 'note', `已略去：${parts.join('、')}`, { file })];
}
