/** What the office has decided for all issues: a name and a JSON value each. */
import type { Database } from './open.ts';

/** Null when nothing was decided. */
export function readSetting(database: Database, name: string): unknown {
  const text = database.prepare('SELECT value FROM settings WHERE name = ?').pluck().get(name) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as unknown);
}

export function writeSetting(database: Database, name: string, value: unknown): void {
  const write = database.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  write.run(name, JSON.stringify(value));
}

/** Path of the file; null for one in memory. */
export function databasePath(database: Database): string | null {
  return database.memory ? null : database.name;
}
