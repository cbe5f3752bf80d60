/** gazette issues, backup, restore, verify: what concerns the database as a whole. */
import { resolve } from 'node:path';
import { type Terminal, withDesk } from './session.ts';
import { type CommandLine, UsageError } from './usage.ts';

export const issuesFlags = { database: 'text', json: 'flag' } as const;
export const storeFlags = { database: 'text' } as const;

export async function runIssues(line: CommandLine, terminal: Terminal): Promise<number> {
  const issues = await withDesk(terminal, line.need('database'), true, ({ desk }) => desk.listIssues());
  if (line.flag('json')) {
    terminal.out(`${JSON.stringify(issues, null, 1)}\n`);
    return 0;
  }
  for (const { id, gazette, year, number, totalNumber, entryCount, house } of issues) {
    const total = totalNumber === null ? '' : `（总第 ${totalNumber} 期）`;
    terminal.out(`${id}\t${gazette} ${year} 年第 ${number} 期${total}\t${entryCount} 篇\t${house}\n`);
  }
  if (issues.length === 0) terminal.err('库中还没有一期；请用 compose 建立。\n');
  return 0;
}

export async function runBackup(line: CommandLine, terminal: Terminal): Promise<number> {
  const [path, target] = twoFiles(line, 'backup');
  const [{ backUp }, { fileKind }] = await Promise.all([import('../../database/backup.ts'), import('../../database/file-kind.ts')]);
  // An older backup may be replaced, whole; nothing else.
  if (!['ours', null].includes(fileKind(target)))
    throw new UsageError(`“${target}”是别的文件，不是公报编辑台的备份，没有改动它；请改用别的文件名`);
  await withDesk(terminal, path, true, ({ database }) => backUp(database, target));
  terminal.err(`已备份到“${target}”，并已核对。\n`);
  return 0;
}

export async function runRestore(line: CommandLine, terminal: Terminal): Promise<number> {
  const [path, source] = twoFiles(line, 'restore');
  const { restore } = await import('../../database/backup.ts');
  const kept = await restore(source, path);
  terminal.err(`已从“${source}”恢复到“${path}”。${kept === null ? '' : `原来的库另存为“${kept}”。`}\n`);
  return 0;
}

export async function runVerify(line: CommandLine, terminal: Terminal): Promise<number> {
  const path = line.need('database');
  const [{ openDatabase }, { verify }] = await Promise.all([import('../../database/open.ts'), import('../../database/backup.ts')]);
  const database = openDatabase(path, { mustExist: true, readonly: true });
  try {
    const troubles = await verify(database);
    for (const trouble of troubles) terminal.err(`[错误] ${trouble}\n`);
    terminal.err(troubles.length === 0 ? `数据库“${path}”完好。\n` : '数据库有损坏；请用 restore 从备份恢复。\n');
    return troubles.length === 0 ? 0 : 3;
  } finally {
    database.close();
  }
}

function twoFiles(line: CommandLine, command: string): [string, string] {
  const [file, ...more] = line.names;
  if (file === undefined || more.length > 0) throw new UsageError(`${command} 后面要写一个备份文件`);
  const database = line.need('database');
  if (resolve(file) === resolve(database)) throw new UsageError('备份文件和数据库不能是同一个文件');
  return [database, file];
}
