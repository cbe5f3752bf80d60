/** gazette houses and gazette house: the styles there are, and taking one in or out as a file; and a style for one output alone. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { DeskError, type FileBytes, type HouseSummary } from '../../../shared/api.ts';
import { type Session, sayMessages, type Terminal, withDesk } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const housesFlags = { database: 'text', json: 'flag' } as const;
export const houseFlags = { database: 'text' } as const;

const origins: Readonly<Record<HouseSummary['origin'], string>> = { program: '随程序提供', changed: '本单位改过', office: '本单位自有' };

export async function runHouses(line: CommandLine, terminal: Terminal): Promise<number> {
  const database = line.text('database') ?? null;
  const houses = await withDesk(terminal, database, true, ({ desk }) => desk.listHouses());
  if (line.flag('json')) terminal.out(`${JSON.stringify(houses, null, 1)}\n`);
  else for (const { id, name, origin } of houses) terminal.out(`${id}\t${name}\t${origins[origin]}\n`);
  return 0;
}

export async function runHouse(line: CommandLine, terminal: Terminal): Promise<number> {
  const [task, name, ...more] = line.names;
  if (name === undefined || more.length > 0)
    throw new UsageError('house 的写法是 house import 文件、house export 版式 或 house remove 版式');
  switch (task) {
    case 'import': {
      const path = line.need('database');
      const file = await readStyle(name);
      const { house, messages } = await withDesk(terminal, path, false, ({ desk }) => desk.importHouse(file));
      const hasErrors = sayMessages(terminal, messages);
      if (house !== null) terminal.out(`${house.id}\t${house.name}\t${origins[house.origin]}\n`);
      return hasErrors ? 1 : 0;
    }
    case 'export': {
      const database = line.text('database') ?? null;
      const { bytes } = await withDesk(terminal, database, true, ({ desk }) => desk.exportHouse(name));
      terminal.out(new TextDecoder().decode(bytes));
      return 0;
    }
    case 'remove': {
      await withDesk(terminal, line.need('database'), true, ({ desk }) => desk.removeHouse(name));
      terminal.err(`已删除版式“${name}”的设定。\n`);
      return 0;
    }
    default:
      throw new UsageError(`house 后面不认识“${task ?? ''}”，可以是 import、export 或 remove`);
  }
}

/** The file of --style; null without the option. @throws UsageError when it cannot be read, or --house is there as well. */
export async function wantedStyle(line: CommandLine): Promise<FileBytes | null> {
  const path = line.text('style');
  if (path === undefined) return null;
  if (line.text('house') !== undefined) throw new UsageError('--style 和 --house 只能用一个');
  return readStyle(path);
}

/** Refuses a wrong style file before any work is done, all its troubles said. @throws DeskError `style-refused`. */
export async function checkStyle(session: Session, style: FileBytes | null, terminal: Terminal): Promise<void> {
  if (style !== null) await withStyle(session, style, terminal, async () => {});
}

/** Works with the style of a file as if it were stored, and leaves the store as it was. `house` is its id. */
export async function withStyle<T>(
  { desk, database }: Session,
  style: FileBytes,
  terminal: Terminal,
  work: (house: string) => Promise<T>,
): Promise<T> {
  database.exec('BEGIN IMMEDIATE');
  try {
    const { house, messages } = await desk.importHouse(style);
    if (house !== null) return await work(house.id);
    sayMessages(terminal, messages);
    throw new DeskError('style-refused', `版式文件“${style.name}”有误，没有排版；请按上面各条改正后重试。`);
  } finally {
    database.exec('ROLLBACK');
  }
}

async function readStyle(path: string): Promise<FileBytes> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`读不到版式文件“${path}”；请核对文件名`);
  });
  return { name: basename(path), bytes };
}
