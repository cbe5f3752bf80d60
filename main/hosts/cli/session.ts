/** What every command works with: where words go, and a desk on a database that is closed afterwards. */
import type { Progress } from '../../../shared/api.ts';
import type { Message, Severity } from '../../../shared/result.ts';
import type { Database } from '../../database/open.ts';
import type { Program } from '../program.ts';

/** The world around a command, so that a test can stand in for it. */
export interface Terminal {
  /** Standard output: JSON, addresses, lists. */
  out(text: string): void;
  /** Standard error: words for people. */
  err(text: string): void;
  /** Whether standard error is a terminal; progress is shown only there. */
  readonly isTerminal: boolean;
  /** Folder of the program, with assets and dist in it. */
  readonly root: string;
  /** Resolves when the user wants to stop (Ctrl+C). */
  stopped(): Promise<void>;
}

export interface Session extends Program {
  readonly database: Database;
}

/** The database (`:memory:` when null), or that and where to look for the office's fonts (--fonts). */
export type Store = string | null | { readonly database: string | null; readonly fonts: string | undefined };

/** Opens the database, gives `work` a desk on it and closes it, whatever happens. */
export async function withDesk<T>(
  terminal: Terminal,
  store: Store,
  mustExist: boolean,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const [{ openDatabase }, { assembleProgram }] = await Promise.all([import('../../database/open.ts'), import('../program.ts')]);
  const { database: path, fonts } = typeof store === 'object' && store !== null ? store : { database: store, fonts: undefined };
  const database = openDatabase(path ?? ':memory:', { mustExist: mustExist && path !== null });
  try {
    return await work({ ...assembleProgram(terminal.root, database, fonts), database });
  } finally {
    database.close();
  }
}

/** Progress on one line of the terminal, which is wiped at the end. */
export function showProgress(terminal: Terminal): { readonly progress: Progress; end(): void } {
  if (!terminal.isTerminal) return { progress: () => {}, end: () => {} };
  return {
    progress: (done, total, what) => terminal.err(`\r\u001b[K${what}（${done}/${total}）`),
    end: () => terminal.err('\r\u001b[K'),
  };
}

const severities: Readonly<Record<Severity, string>> = { error: '错误', warning: '注意', note: '提示' };

/** Says each message with its place; true when one of them is an error. */
export function sayMessages(terminal: Terminal, messages: readonly Message[]): boolean {
  for (const { severity, text, code, at } of messages) {
    const file = at?.file === undefined || text.includes(at.file) ? '' : `${at.file}：`;
    terminal.err(`[${severities[severity]}] ${file}${text}（${code}）\n`);
  }
  return messages.some((message) => message.severity === 'error');
}
