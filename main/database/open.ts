/** Opens the database: pragmas set and read back, foreign files refused, migrations applied. The only home of better-sqlite3's constructor. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { DeskError } from '../../shared/api.ts';
import { repairCatalogue } from './catalogue.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { repairSearch } from './search.ts';

export type Database = SqliteDatabase.Database;

/** Marks the file as ours (`GZDK`), so that the database of another program is not migrated by mistake. */
export const applicationId = 0x475a444b;

export interface OpenOptions {
  /** Refuse when the file is not there, instead of making it. */
  readonly mustExist?: boolean;
  readonly readonly?: boolean;
  /** For tests of single migrations. */
  readonly migrations?: readonly Migration[];
}

/**
 * @param path a file, or `:memory:`.
 * @throws DeskError `database-missing`, `database-unreadable`, `database-foreign`, `database-newer`, `database-unsafe`.
 */
export function openDatabase(path: string, options: OpenOptions = {}): Database {
  const inMemory = path === ':memory:';
  if (!inMemory && !existsSync(dirname(path))) {
    throw new DeskError('database-missing', `数据库“${path}”所在的文件夹不存在；请先建立该文件夹或改正路径。`);
  }
  if (options.mustExist === true && !inMemory && !existsSync(path)) {
    throw new DeskError('database-missing', `找不到数据库“${path}”；请核对路径，或先用 compose 或 import 建库。`);
  }
  let database: Database | null = null;
  try {
    database = new SqliteDatabase(path, { readonly: options.readonly ?? false, timeout: 5000 });
    // Before any pragma that writes: a file of another program must stay as it is.
    const list = options.migrations ?? migrations;
    refuseForeign(database, path, options.readonly === true);
    refuseNewer(database, path, list);
    if (options.readonly !== true) {
      setPragmas(database, path);
      migrate(database, path, list);
      keepForeignKeys(database);
      // A test of an older migration has no lists and no index yet.
      if (list.some((migration) => migration.version === 10)) {
        repairCatalogue(database);
        repairSearch(database);
      }
    }
    return database;
  } catch (error) {
    database?.close();
    throw unreadable(error, path);
  }
}

/**
 * Takes a database that nobody else has open out of its WAL, which puts all of it into the one file; the next opening turns the WAL on again.
 * @throws DeskError `database-in-use`, `database-unreadable`.
 */
export function closeWal(path: string): void {
  const database = new SqliteDatabase(path, { fileMustExist: true, timeout: 1000 });
  try {
    if (pragma(database, 'journal_mode = DELETE') === 'delete') return;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw unreadable(error, path);
  } finally {
    database.close();
  }
  throw new DeskError('database-in-use', `数据库“${path}”正被使用，没有改动它；请先关闭编辑台的窗口和正在运行的 gazette 命令，再试一次。`);
}

const prepared = new WeakMap<Database, Map<string, SqliteDatabase.Statement>>();

/** Prepared once: for what is asked of every document of an issue. */
export function statement(database: Database, sql: string): SqliteDatabase.Statement {
  const known = prepared.get(database) ?? new Map<string, SqliteDatabase.Statement>();
  prepared.set(database, known);
  const made = known.get(sql) ?? database.prepare(sql);
  known.set(sql, made);
  return made;
}

function refuseForeign(database: Database, path: string, readonly: boolean): void {
  const id = pragma(database, 'application_id');
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
  // An empty file is a database that is yet to be made.
  if (id === applicationId || (id === 0 && tables === 0 && !readonly)) return;
  throw new DeskError('database-foreign', `“${path}”是其他程序的数据库，没有改动它；请另选公报编辑台的数据库。`);
}

function setPragmas(database: Database, path: string): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // On a Mac the disk itself must be asked to write; elsewhere this changes nothing.
  database.pragma('fullfsync = ON');
  // Read back: SQLite does not complain when it cannot do what a pragma asks, e.g. WAL on a network drive.
  const journal = pragma(database, 'journal_mode');
  const safe = journal === (path === ':memory:' ? 'memory' : 'wal') && pragma(database, 'synchronous') === 2;
  if (safe) return;
  throw new DeskError(
    'database-unsafe',
    `数据库“${path}”所在的磁盘不能保证断电不丢稿（日志方式为 ${String(journal)}）；请把数据库放到本机硬盘上。`,
  );
}

function keepForeignKeys(database: Database): void {
  database.pragma('foreign_keys = ON');
  if (pragma(database, 'foreign_keys') !== 1) throw new Error('this SQLite does not keep foreign keys');
}

function migrate(database: Database, path: string, list: readonly Migration[]): void {
  // A table that is made anew is gone for a moment, and what refers to it must outlast that; the check at the end makes up for it.
  database.pragma('foreign_keys = OFF');
  // Immediate: of two programs that open an old file at once, the second waits and then finds the work done.
  const run = database.transaction(() => {
    const version = refuseNewer(database, path, list);
    for (const migration of list) {
      if (migration.version <= version) continue;
      database.exec(migration.up);
      migration.fill?.(database);
      database.pragma(`user_version = ${migration.version}`);
    }
    if (version === 0) database.pragma(`application_id = ${applicationId}`);
    const lost = version < (list.at(-1)?.version ?? 0) ? (database.pragma('foreign_key_check') as unknown[]) : [];
    if (lost.length > 0) throw new Error(`migration from ${version} leaves ${lost.length} rows without what they refer to`);
  });
  run.immediate();
}

function refuseNewer(database: Database, path: string, list: readonly Migration[]): number {
  const version = pragma(database, 'user_version') as number;
  const newest = list.at(-1)?.version ?? 0;
  if (version <= newest) return version;
  const text = `数据库“${path}”由较新版本的公报编辑台建立（版本 ${version}，本程序只认到 ${newest}）；请升级程序后再打开。`;
  throw new DeskError('database-newer', text);
}

function pragma(database: Database, name: string): unknown {
  return database.pragma(name, { simple: true });
}

function unreadable(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return new DeskError(
      'database-unreadable',
      `“${path}”不是公报编辑台的数据库，或已损坏；没有改动它。请核对路径，或用 restore 从备份恢复。`,
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    return new DeskError('database-unreadable', `打不开数据库“${path}”；请检查路径和读写权限。`);
  }
  return error;
}
