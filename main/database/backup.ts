/** Copies of the database made with SQLite's backup API, bringing one back, and checking one. */
import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { setImmediate as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import { DeskError } from '../../shared/api.ts';
import { uncatalogued } from './catalogue.ts';
import { closeWal, type Database, openDatabase } from './open.ts';

const inflated = promisify(inflate);

/** Writes a whole, checked copy to `target`; a copy that was there before stays until the new one is complete. */
export async function backUp(database: Database, target: string, progress?: (done: number, total: number) => void): Promise<void> {
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    // A thousand pages a turn, so that whoever works meanwhile is answered.
    await database.backup(unfinished, {
      progress({ totalPages, remainingPages }) {
        progress?.(totalPages - remainingPages, totalPages);
        return 1000;
      },
    });
    // In one file, so that it can be read back from where nothing can be written: a disc, a share.
    closeWal(unfinished);
    const copy = openDatabase(unfinished, { mustExist: true, readonly: true });
    const troubles = await verify(copy).finally(() => copy.close());
    if (troubles.length > 0) throw new DeskError('database-damaged', `备份未完成，库中有损坏：${troubles.join('；')}`);
    renameSync(unfinished, target);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${unfinished}${end}`, { force: true });
  }
}

/**
 * Brings the copy `source` back as `target`. What stood there is kept beside it first; a window that is at it would go on writing upon
 * what it knew.
 * @returns the name under which the former database was kept, or null when there was none.
 * @throws DeskError `database-in-use`.
 */
export async function restore(source: string, target: string): Promise<string | null> {
  const copy = openDatabase(source, { mustExist: true, readonly: true });
  try {
    const troubles = await verify(copy);
    if (troubles.length > 0) throw new DeskError('database-damaged', `备份“${source}”已损坏，没有恢复：${troubles.join('；')}`);
    const kept = existsSync(target) ? await keepAside(target) : null;
    await copy.backup(target);
    openDatabase(target, { mustExist: true }).close();
    return kept;
  } finally {
    copy.close();
  }
}

async function keepAside(target: string): Promise<string> {
  let number = 1;
  while (existsSync(`${target}.before-restore-${number}`)) number += 1;
  const name = `${target}.before-restore-${number}`;
  let present: Database | null = null;
  try {
    present = openDatabase(target, { mustExist: true, readonly: true });
    present.close();
    closeWal(target);
    present = openDatabase(target, { mustExist: true, readonly: true });
    await present.backup(name);
    present.close();
  } catch (error) {
    present?.close();
    if (!(error instanceof DeskError) || error.code === 'database-in-use') throw error;
    // No readable database: nothing can be copied out of it, so the files themselves are put aside.
    for (const end of ['', '-wal', '-shm']) if (existsSync(`${target}${end}`)) renameSync(`${target}${end}`, `${name}${end}`);
  }
  return name;
}

/**
 * What is wrong with the database, in Chinese; empty when all is well. It may be as old as the first version: what the
 * migrations make is looked at where it is there. The loop of events turns between rows, so that others are answered.
 */
export async function verify(database: Database): Promise<string[]> {
  const troubles: string[] = [];
  const integrity = database.prepare('PRAGMA integrity_check(20)').pluck().all() as string[];
  for (const line of integrity) if (line !== 'ok') troubles.push(`数据库结构损坏：${line}`);
  if (troubles.length > 0) return troubles;
  for (const row of database.prepare('PRAGMA foreign_key_check').all() as { table: string }[]) {
    troubles.push(`表 ${row.table} 中有一行所指的记录不在库中`);
  }
  const blobs = database.prepare(`
    SELECT '来稿“' || name || '”' AS what, sha256 AS hash, bytes FROM submissions
    UNION ALL SELECT '图片 ' || hash, hash, bytes FROM images`);
  for (const row of blobs.iterate() as IterableIterator<{ what: string; hash: string; bytes: Uint8Array }>) {
    if (createHash('sha256').update(row.bytes).digest('hex') !== row.hash) troubles.push(`${row.what}的内容与收稿时不符`);
    await pause();
  }
  const empty = database.prepare('SELECT id FROM documents WHERE NOT EXISTS (SELECT 1 FROM revisions WHERE document_id = documents.id)');
  for (const id of empty.pluck().all()) troubles.push(`稿件 ${String(id)} 没有任何版本`);
  if (hasTable(database, 'catalogue')) {
    for (const id of uncatalogued(database)) troubles.push(`稿件 ${id} 不在目录中，列表里看不到它；重新打开编辑台即可补上`);
  }
  if (hasTable(database, 'proofs')) {
    const proofs = database.prepare('SELECT issue_id AS issue, number, pages FROM proofs');
    for (const { issue, number, pages } of proofs.iterate() as IterableIterator<{ issue: number; number: number; pages: Uint8Array }>) {
      await inflated(pages).catch(() => troubles.push(`第 ${issue} 号期的第 ${number} 校已损坏，不能再对照`));
    }
  }
  return troubles;
}

function hasTable(database: Database, name: string): boolean {
  return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;
}
