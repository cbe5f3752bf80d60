/** What a file is, by its first bytes, before anything is written over it. */
import { closeSync, openSync, readSync } from 'node:fs';
import { applicationId } from './open.ts';

/** The head of an SQLite file (file format 1.3): its mark, and the number of the program that it belongs to. */
const MARK = 'SQLite format 3\0';
const PROGRAM_AT = 68;

/** `ours`: a database of this program, or a copy of one; null where there is no file, or nothing in it. */
export function fileKind(path: string): 'ours' | 'database' | 'other' | null {
  const head = Buffer.alloc(PROGRAM_AT + 4);
  let length: number;
  try {
    const file = openSync(path, 'r');
    try {
      length = readSync(file, head, 0, head.length, 0);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
  if (length === 0) return null;
  if (head.toString('latin1', 0, MARK.length) !== MARK) return 'other';
  return head.readUInt32BE(PROGRAM_AT) === applicationId ? 'ours' : 'database';
}
