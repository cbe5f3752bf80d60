/** What an office changed of a house style. */
import type { Database } from './open.ts';

export type StyleOverrides = Readonly<Record<string, unknown>>;

export function writeStyleOverrides(database: Database, id: string, overrides: StyleOverrides, changedAt: string): void {
  const write = database.prepare(`
    INSERT INTO house_styles (id, overrides, changed_at) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET overrides = excluded.overrides, changed_at = excluded.changed_at`);
  write.run(id, JSON.stringify(overrides), changedAt);
}

export function readStyleOverrides(database: Database, id: string): StyleOverrides | null {
  const text = database.prepare('SELECT overrides FROM house_styles WHERE id = ?').pluck().get(id) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as StyleOverrides);
}
