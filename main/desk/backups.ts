/** 备份: copies of the database in a folder, one by hand whenever it is wanted, one by itself at the first start of a day. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import type { BackupSummary, Settings } from '../../shared/api/settings.ts';
import { DeskError, type Progress } from '../../shared/api.ts';
import { backUp } from '../database/backup.ts';
import type { Database } from '../database/open.ts';
import { databasePath, readSetting, writeSetting } from '../database/settings.ts';

/** Years of days; more is a slip of the hand. */
const mostKept = 400;
const usual: Settings = { backupFolder: '', backupsKept: 7 };

export interface BackupContext {
  readonly database: Database;
  readonly now: () => string;
}

export function readSettings({ database }: BackupContext): Settings {
  const stored = readSetting(database, 'backups') as Partial<Settings> | null;
  return { ...usual, ...stored };
}

/** @throws DeskError `backup-folder`, `backups-kept`. */
export function updateSettings({ database }: BackupContext, { backupFolder, backupsKept }: Settings): void {
  const folder = backupFolder.trim();
  if (backupsKept > mostKept) throw new DeskError('backups-kept', `保留的份数应在 0 至 ${mostKept} 之间；请改正。`);
  if (folder !== '') {
    if (!isAbsolute(folder)) throw new DeskError('backup-folder', `备份文件夹“${folder}”不是完整路径；请写上从盘符或根目录开始的路径。`);
    if (!isFolder(folder)) throw new DeskError('backup-folder', `备份文件夹“${folder}”不存在；请先建好这个文件夹，或改正路径。`);
  }
  writeSetting(database, 'backups', { backupFolder: folder, backupsKept });
}

export async function backUpNow(context: BackupContext, progress?: Progress): Promise<BackupSummary> {
  return copy(context, '', progress);
}

/** The newest first. */
export function listBackups(context: BackupContext): BackupSummary[] {
  if (databasePath(context.database) === null) return [];
  const folder = folderOf(context);
  return (isFolder(folder) ? readdirSync(folder) : [])
    .flatMap((name) => {
      const createdAt = timeOf(name, nameOf(context));
      return createdAt === null ? [] : [{ path: join(folder, name), createdAt, megabytes: megabytesOf(join(folder, name)) }];
    })
    .sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/**
 * The copy of the day, where the office wants any and today has none yet; the oldest of those that came by themselves go, though never
 * the one that was just made, however the clock is set. Copies made by hand stay until somebody removes them.
 * @returns null when there was nothing to do.
 */
export async function keepDailyCopy(context: BackupContext): Promise<BackupSummary | null> {
  const { backupsKept } = readSettings(context);
  if (backupsKept === 0 || databasePath(context.database) === null) return null;
  const today = stampOf(context.now()).slice(0, 8);
  const own = () => listBackups(context).filter(({ path }) => path.endsWith(`${daily}${ending}`));
  if (own().some(({ createdAt }) => stampOf(createdAt).startsWith(today))) return null;
  const made = await copy(context, daily);
  const others = own().filter(({ path }) => path !== made.path);
  for (const { path } of others.slice(backupsKept - 1)) rmSync(path, { force: true });
  return made;
}

const ending = '.sqlite';
const daily = '-daily';

async function copy(context: BackupContext, mark: string, progress?: Progress): Promise<BackupSummary> {
  const { database, now } = context;
  if (databasePath(database) === null)
    throw new DeskError('backup-memory', '当前数据库只在内存中，没有可备份的文件；请用数据库文件启动编辑台。');
  const folder = folderOf(context);
  const createdAt = now();
  const path = join(folder, `${nameOf(context)}-${stampOf(createdAt)}${mark}${ending}`);
  try {
    mkdirSync(folder, { recursive: true });
    await backUp(database, path, (done, total) => progress?.(done, total, '正在备份并核对'));
  } catch (error) {
    if (error instanceof DeskError) throw error;
    throw new DeskError('backup-failed', `没有备份成：不能写入“${folder}”；请检查磁盘空间和权限，或在设置中另选备份文件夹。`);
  }
  return { path, createdAt: timeOf(basename(path), nameOf(context)) ?? createdAt, megabytes: megabytesOf(path) };
}

function folderOf(context: BackupContext): string {
  const { backupFolder } = readSettings(context);
  return backupFolder === '' ? join(dirname(resolve(databasePath(context.database) ?? '')), 'backups') : backupFolder;
}

/** The local time in the name: an office looks for the copy of a day in its own days. */
function stampOf(iso: string): string {
  const time = new Date(iso);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${time.getFullYear()}${two(time.getMonth() + 1)}${two(time.getDate())}`;
  return `${day}-${two(time.getHours())}${two(time.getMinutes())}${two(time.getSeconds())}`;
}

/** Copies bear the name of their database: two that share a folder neither count nor clear away each other's. */
function nameOf({ database }: BackupContext): string {
  const path = databasePath(database) ?? '';
  return basename(path, extname(path));
}

/** Null for a file that is no copy of the database of this name. */
function timeOf(file: string, name: string): string | null {
  if (!file.startsWith(`${name}-`)) return null;
  const found = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)(?:-daily)?\.sqlite$/.exec(file.slice(name.length + 1));
  if (found === null) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = found.slice(1).map(Number);
  return new Date(year, month - 1, day, hour, minute, second).toISOString();
}

export function megabytesOf(path: string): number {
  return existsSync(path) ? Math.round(statSync(path).size / 100_000) / 10 : 0;
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
