/** The command line: a table of commands, and exit statuses for what they end with. See README for the contract. */
import { isMachineFault, refusalOf } from '../refusals.ts';
import type { Terminal } from './cli/session.ts';
import { type CommandLine, type Flags, readOptions, UsageError, usage } from './cli/usage.ts';

export type { Terminal } from './cli/session.ts';

type Run = (line: CommandLine, terminal: Terminal) => Promise<number>;
interface Command {
  readonly flags: Flags;
  readonly run: Run;
}

/** Loaded when called for: the start of a command is not to wait for the libraries of another. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => {
    const { flags, run } = await import('./cli/import.ts');
    return { flags, run };
  },
  compose: async () => {
    const { composeFlags: flags, runCompose: run } = await import('./cli/compose.ts');
    return { flags, run };
  },
  export: async () => {
    const { exportFlags: flags, runExport: run } = await import('./cli/compose.ts');
    return { flags, run };
  },
  houses: async () => {
    const { housesFlags: flags, runHouses: run } = await import('./cli/house.ts');
    return { flags, run };
  },
  house: async () => {
    const { houseFlags: flags, runHouse: run } = await import('./cli/house.ts');
    return { flags, run };
  },
  issues: async () => {
    const { issuesFlags: flags, runIssues: run } = await import('./cli/store.ts');
    return { flags, run };
  },
  serve: async () => {
    const { serveFlags: flags, runServe: run } = await import('./cli/serve.ts');
    return { flags, run };
  },
  backup: async () => {
    const { storeFlags: flags, runBackup: run } = await import('./cli/store.ts');
    return { flags, run };
  },
  restore: async () => {
    const { storeFlags: flags, runRestore: run } = await import('./cli/store.ts');
    return { flags, run };
  },
  verify: async () => {
    const { storeFlags: flags, runVerify: run } = await import('./cli/store.ts');
    return { flags, run };
  },
  check: async () => {
    throw new UsageError('check（校对）以后的版本提供');
  },
};

/** @returns the exit status: 0 done, 1 trouble in the material, 2 wrong command line, 3 machine or database at fault. */
export async function run(argv: readonly string[], version: string, terminal: Terminal): Promise<number> {
  try {
    const [name, ...rest] = argv;
    if (name === '--version') return say(terminal, `${version}\n`);
    if (name === '--help' || name === '-h' || name === 'help' || rest.includes('--help')) return say(terminal, usage);
    if (name === undefined) throw new UsageError('请写出要执行的命令');
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load === undefined) throw new UsageError(`不认识的命令“${name}”`);
    const command = await load();
    return await command.run(readOptions(rest, command.flags), terminal);
  } catch (error) {
    return fail(error, terminal);
  }
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

function fail(error: unknown, terminal: Terminal): number {
  if (error instanceof UsageError) {
    // The error last: what stands above it scrolls away.
    terminal.err(`${usage}\n命令有误：${error.message}。\n`);
    return 2;
  }
  const refusal = refusalOf(error, (thrown) =>
    terminal.err(`${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`),
  );
  terminal.err(`[错误] ${refusal.text}（${refusal.code}）\n`);
  return isMachineFault(refusal) ? 3 : 1;
}
